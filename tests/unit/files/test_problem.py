"""A problem as an editor, GitHub and a sorted list see it."""

import pytest

from centres.files.problem import DataProblems, Problem, Severity, visible
from centres.i18n import Words

SWEDISH = Words("sv")
NUMBER = Problem(
    "data/centres.yaml", 8, 15, "boras", "phones[1].number", "”%(value)s” är fel.", {"value": "12"}
)


def test_a_line_has_the_place_the_entry_the_field_and_the_message() -> None:
    """In the order in which an editor's program makes a link of it."""
    assert NUMBER.as_line(SWEDISH) == (
        "data/centres.yaml:8:15: boras: phones[1].number: ”12” är fel."
    )


@pytest.mark.parametrize(
    ("severity", "line"),
    [
        (Severity.ERROR, "a.md:1:1: är fel."),
        (Severity.WARNING, "a.md:1:1: varning: är fel."),
        (Severity.NOTICE, "a.md:1:1: påminnelse: är fel."),
    ],
)
def test_what_stops_no_build_has_its_severity_in_the_line(severity: Severity, line: str) -> None:
    """A problem of a whole file is placed at its start, and names no entry."""
    problem = Problem("a.md", 1, 1, "", "", "är fel.", severity=severity)
    assert problem.as_line(SWEDISH) == line


def test_an_annotation_has_githubs_escapes_and_none_of_the_labels() -> None:
    """A colon or a comma in a file's name, and a per cent sign in a text, are no syntax."""
    problem = Problem("a,b:c.md", 2, 3, "", "", "100 %% av %(value)s", {"value": "a\nb"})
    assert problem.as_annotation(SWEDISH) == (
        "::error file=a%2Cb%3Ac.md,line=2,col=3::100 %25 av a[U+000A]b"
    )


def test_a_long_value_is_cut_and_what_the_program_says_is_not() -> None:
    """Sixty characters of what the editor wrote are enough to find it."""
    values: dict[str, object] = {"value": "x" * 61, "allowed": "y" * 61}
    problem = Problem.of_file("a.md", "%(value)s %(allowed)s", **values)
    assert problem.as_line(SWEDISH) == f"a.md:1:1: {'x' * 59}… {'y' * 61}"


def test_nothing_in_a_file_can_steer_a_terminal() -> None:
    """Escape sequences, line breaks and direction marks become codes; letters stay."""
    assert visible("Håbo\n\x1b[31m \u202eعربي") == "Håbo[U+000A][U+001B][31m [U+202E]عربي"


def test_problems_are_sorted_by_file_line_and_column() -> None:
    """As numbers, and in whatever order the rules found them."""
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 1), ("a.yaml", 9, 5), ("a.yaml", 9, 4)]
    problems = [Problem(*place, "", "", "") for place in places]
    error = DataProblems(problems)
    assert [(one.file, one.line, one.column) for one in error.problems] == places[::-1]
