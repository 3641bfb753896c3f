"""Reading YAML as text."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from centres.files import yaml_file
from centres.i18n import Words


def read(tmp_path: Path, text: str) -> yaml_file.TextFile:
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return yaml_file.read(path, "file.yaml")


def test_every_value_stays_what_the_editor_wrote(tmp_path: Path) -> None:
    """YAML's own types would change each of these."""
    file = read(tmp_path, "- {a: no, b: 0114, c: 9:30, d: 08-123, e: 1.10, f: ~, g: 2026-01-14}\n")
    expected = {"a": "no", "b": "0114", "c": "9:30", "d": "08-123", "e": "1.10", "f": "~"}
    assert file.content == [{**expected, "g": "2026-01-14"}]


def test_every_value_remembers_its_line_and_column(tmp_path: Path) -> None:
    """Both count from one, as an editor's window does."""
    file = read(tmp_path, "- id: taby\n  phones:\n    - number: '08'\n")
    assert file.mark((0, "phones", 0, "number")) == (3, 15)


def test_a_field_that_is_not_there_has_the_place_of_what_is_around_it(tmp_path: Path) -> None:
    """A missing field is reported at its entry."""
    file = read(tmp_path, "# remark\n- id: taby\n")
    assert file.mark((0, "source")) == (2, 3)


def test_a_key_given_twice_is_a_problem_at_the_second(tmp_path: Path) -> None:
    """The first value is kept, so that the rest of the file can be checked too."""
    file = read(tmp_path, "- id: taby\n  name: A\n  name: B\n")
    (problem,) = file.problems
    assert (problem.line, problem.column, problem.entry, problem.field) == (3, 3, "taby", "name")
    assert file.content == [{"id": "taby", "name": "A"}]


def test_a_file_that_is_not_yaml_is_one_problem_with_its_line(tmp_path: Path) -> None:
    """Where the bracket was opened, not where the file ends without another."""
    (problem,) = read(tmp_path, "- id: taby\n  phones: [1\n- id: lund\n").problems
    assert problem.as_line(Words("sv")) == (
        "file.yaml:2:11: [ eller { öppnas men stängs inte, eller så saknas ett komma. Jämför med "
        "en annan post."
    )


@given(st.text())
def test_no_text_at_all_makes_the_reader_fail(tmp_path_factory: object, text: str) -> None:
    """Either it is read, or there is a problem to show."""
    folder = tmp_path_factory.mktemp("yaml")  # type: ignore[attr-defined]
    path = folder / "file.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    file = yaml_file.read(path, "file.yaml")
    assert file.problems or file.content is not None
