"""One value or one entry changed in a YAML file, and no byte elsewhere."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from centres.files import yaml_edit, yaml_file
from centres.files.yaml_edit import Quoted, Row
from helpers import ROOT

FILE = """\
# Linjer

- id: b # den första
  name: 'B'

# Om m.
# Ring efter lunch.
- id: m
  name: "M"
"""


def test_a_value_is_replaced_and_its_quotation_marks_with_it() -> None:
    """The comment after it stays, and so does everything else."""
    assert yaml_edit.replaced(FILE, (0, "id"), "bris") == FILE.replace("id: b #", "id: bris #")
    assert yaml_edit.replaced(FILE, (1, "name"), "M: ny") == FILE.replace('"M"', "'M: ny'")


def test_a_value_that_is_not_there_is_an_error() -> None:
    """Nothing is added in passing."""
    with pytest.raises(KeyError):
        yaml_edit.replaced(FILE, (0, "phone"), "112")
    with pytest.raises(KeyError):
        yaml_edit.replaced(FILE, (2, "name"), "Ö")


def test_a_file_that_has_changed_is_read_anew() -> None:
    """The last text is remembered, and no longer than that."""
    longer = yaml_edit.replaced(FILE, (0, "name"), "Barnens rätt")
    assert yaml_edit.replaced(longer, (1, "name"), "M") == longer.replace('"M"', "M")


def test_an_entry_is_written_as_editors_write() -> None:
    """Before the comments of the next: a number in quotation marks, short records on one line."""
    entry = {
        "id": "g",
        "run_by": Row({"kind": "municipality", "name": "Borås Stad"}),
        "municipalities": ["Borås", "Mark"],
        "phones": [{"number": Quoted("033-35 51 98"), "kind": "direct"}],
        "emails": [],
        "free": "yes",
        "checked": "2026-11-22",
    }
    written = """\
- id: g
  run_by: {kind: municipality, name: Borås Stad}
  municipalities: [Borås, Mark]
  phones:
    - number: "033-35 51 98"
      kind: direct
  emails: []
  free: yes
  checked: 2026-11-22

"""
    assert yaml_edit.inserted(FILE, entry) == FILE.replace("# Om m.", f"{written}# Om m.")


def test_the_last_entry_comes_after_a_line_that_has_no_end() -> None:
    """Some editors leave the last line open."""
    assert yaml_edit.inserted(FILE.rstrip("\n"), {"id": "z"}) == FILE + "\n- id: z\n"


def test_a_file_keeps_its_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    """And nothing is left beside it."""
    path = tmp_path / "a.yaml"
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    yaml_edit.write(path, text)
    assert yaml_edit.read(path) == text
    assert yaml_edit.inserted(text, {"id": "z"}) == text + "\r\n- id: z\r\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["centres", "helplines", "sources"])
def test_every_value_of_the_real_files_can_be_replaced_alone(name: str) -> None:
    """By itself: the file is the same to the byte. By another: nothing else reads otherwise."""
    text = yaml_edit.read(ROOT / f"data/{name}.yaml")
    file = yaml_file.parse(text, name)
    entries = file.content
    assert isinstance(entries, list)
    for index in range(0, len(entries), 5):
        entry = entries[index]
        assert isinstance(entry, dict)
        for key, value in entry.items():
            if not isinstance(value, str) or f'"{value}"' in text:
                continue
            assert yaml_edit.replaced(text, (index, key), value) == text
            other = yaml_file.parse(yaml_edit.replaced(text, (index, key), "Något: annat"), name)
            assert other.problems == []
            assert isinstance(other.content, list)
            assert other.content[index] == {**entry, key: "Något: annat"}
            assert other.content[:index] + other.content[index + 1 :] == (
                entries[:index] + entries[index + 1 :]
            )


PLAIN = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\u0085"), max_size=30
).map(str.strip)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    id=st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True).filter(lambda one: one not in "bm"),
    text=PLAIN,
    number=PLAIN,
)
def test_any_text_that_is_written_is_read_back_and_disturbs_nothing(
    id: str, text: str, number: str
) -> None:
    """Colons, quotation marks, hashes, dashes and brackets included."""
    before = "# Anmärkning\n\n- id: b # fel\n  name: 'B'\n\n# Om m.\n- id: m\n  name: \"M\"\n"
    entry = {"id": id, "name": text, "phones": [{"number": Quoted(number)}]}
    after = yaml_edit.inserted(before, entry)
    (written,) = [
        one
        for one in yaml_file.parse(after, "f").content
        if isinstance(one, dict) and "phones" in one
    ]
    assert written == {"id": id, "name": text, "phones": [{"number": number}]}
    cut = len(after) - len(before)
    assert any(after[:at] + after[at + cut :] == before for at in range(len(before) + 1))
