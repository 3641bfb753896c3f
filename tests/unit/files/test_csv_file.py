"""CSV as people and scripts leave it: rows with their lines, or problems with theirs."""

from pathlib import Path

from centres.files import csv_file
from centres.files.problem import Problem
from centres.i18n import Words

UNEVEN = "raden har inte lika många värden som rubrikraden. Kontrollera komman."


def read(tmp_path: Path, text: str) -> tuple[list[dict[str, str]], list[str]]:
    """Return the rows of a file that needs the columns name and code, and its problems as lines."""
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    problems: list[Problem] = []
    rows = csv_file.read(path, "a.csv", ("name", "code"), problems)
    return rows, [problem.as_line(Words("sv")) for problem in problems]


def test_a_row_knows_its_line_whatever_comments_stand_before_it(tmp_path: Path) -> None:
    """Columns come in any order, and others than those needed are kept."""
    text = '# Orter\ncode,more,name\n0160,"a, b",Täby\n# Slut\n1490,,Borås\n'
    assert read(tmp_path, text) == (
        [
            {"code": "0160", "more": "a, b", "name": "Täby", "line": "3"},
            {"code": "1490", "more": "", "name": "Borås", "line": "5"},
        ],
        [],
    )


def test_a_missing_column_is_told_at_the_header_and_nothing_is_read(tmp_path: Path) -> None:
    """Every row would have the same mistake."""
    assert read(tmp_path, "# Orter\nname,kod\nTäby,0160\n") == (
        [],
        ["a.csv:2:1: code: kolumnen saknas i filens rubrikrad."],
    )


def test_an_empty_file_lacks_every_column(tmp_path: Path) -> None:
    """A file of comments alone, too."""
    lines = [f"a.csv:1:1: {name}: kolumnen saknas i filens rubrikrad." for name in ("name", "code")]
    assert read(tmp_path, "") == ([], lines)
    assert read(tmp_path, "# Orter\n") == ([], lines)


def test_a_row_with_a_comma_too_many_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    """Or with a value too large for the reader, which would raise."""
    text = f"name,code\nTäby,0160,\nBorås,1490\n{'x' * 140_000},1\n"
    assert read(tmp_path, text) == (
        [{"name": "Borås", "code": "1490", "line": "3"}],
        [f"a.csv:2:1: {UNEVEN}", f"a.csv:4:1: {UNEVEN}"],
    )


def test_a_file_that_cannot_be_read_has_the_problems_of_a_text(tmp_path: Path) -> None:
    """Here: it is not there."""
    problems: list[Problem] = []
    assert csv_file.read(tmp_path / "none.csv", "none.csv", ("name",), problems) == []
    assert [problem.as_line(Words("sv")) for problem in problems] == [
        "none.csv:1:1: filen finns inte eller går inte att läsa."
    ]
