"""One value or one entry changed in a YAML file, and no byte elsewhere."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from centres.data.model import RECORDS
from centres.files import yaml_edit, yaml_file
from centres.files.yaml_edit import Quoted, Row
from centres.files.yaml_file import Location, Text
from helpers import ROOT

# A value that needs quotation marks wherever it stands, and one that needs them in brackets only.
OTHERS = ["Något: annat #1", "Annat, och [mer]"]
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


@pytest.mark.parametrize("name", RECORDS)
def test_every_value_of_the_real_files_can_be_replaced_alone(name: str) -> None:
    """By itself: the file is the same, but for quotation marks. By another: that alone changes."""
    text = yaml_edit.read(ROOT / f"data/{name}.yaml")
    whole = yaml_file.parse(text, name)
    starts = [text.index(f"\n{line}\n") + 1 for line in whole.lines if line.startswith("- ")]
    for index, (start, end) in enumerate(pairwise([*starts, len(text)])):
        entry = whole.at((index,))
        for location in (at for at in whole.marks if at[:1] == (index,)):
            value = whole.at(location)
            if not isinstance(value, str):
                continue
            same = yaml_edit.replaced(text, location, value)
            assert unquoted(same) == unquoted(text), location
            for value in OTHERS:
                other = yaml_edit.replaced(text, location, value)
                rest = len(text) - end
                # What stands around the entry is the same to the byte, and so reads as before.
                assert other[:start] == text[:start], location
                assert other[len(other) - rest :] == text[end:], location
                alone = yaml_file.parse(other[start : len(other) - rest], name)
                assert alone.problems == [], location
                assert alone.content == [with_value(entry, location[1:], value)], location


def unquoted(text: str) -> str:
    return text.replace('"', "").replace("'", "")


def with_value(part: Text, location: Location, value: str) -> Text:
    """Return `part` of an entry with `value` at `location` in it."""
    if not location:
        return value
    step, *rest = location
    if isinstance(part, dict):
        return part | {str(step): with_value(part[str(step)], tuple(rest), value)}
    assert isinstance(part, list)
    return [
        with_value(one, tuple(rest), value) if at == step else one for at, one in enumerate(part)
    ]


PLAIN = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="\u0085"), max_size=30
).map(str.strip)


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


LIST = "# om a\n- id: a\n  towns: [Lund]  \n  more:\n    - x\n    - y\n  none: []\n\n- id: b\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("towns", "[Lund]", "[Lund, {name: Vara, to: 2026-12-31}]"),
        ("more", "- y", "- y\n    - {name: Vara, to: 2026-12-31}"),
        ("none", "[]", "[{name: Vara, to: 2026-12-31}]"),
    ],
)
def test_an_item_comes_last_in_a_list_as_the_others_are_written(
    field: str, old: str, new: str, newline: str
) -> None:
    """Within brackets, or on a line of its own; nothing else changes."""
    text, wanted = (part.replace("\n", newline) for part in (LIST, LIST.replace(old, new)))
    row = Row({"name": "Vara", "to": "2026-12-31"})
    assert yaml_edit.appended(text, (0, field), row) == wanted


def test_an_item_follows_a_comma_that_somebody_has_left() -> None:
    """YAML allows it."""
    assert yaml_edit.appended("- {id: a, b: [c, ]}\n", (0, "b"), "d, e") == (
        "- {id: a, b: [c, 'd, e']}\n"
    )


def test_a_short_value_becomes_a_row_and_a_field_comes_and_goes() -> None:
    """On a line of its own, below the field that it belongs to."""
    row = Row({"value": "Lund: stad", "source": "x"})
    assert yaml_edit.replaced(LIST, (0, "towns", 0), row) == LIST.replace(
        "[Lund]", "[{value: 'Lund: stad', source: x}]"
    )
    added = yaml_edit.with_field(LIST, 0, "towns", "new", row)
    assert added == LIST.replace("[Lund]", "[Lund]\n  new: {value: 'Lund: stad', source: x}")
    assert yaml_edit.with_field(added, 0, "towns", "new", "y").count("new: y") == 1
    assert yaml_edit.without_field(added, 0, "new") == LIST
    assert yaml_edit.without_field(LIST, 0, "new") == LIST


@pytest.mark.parametrize("name", ["centres", "retired"])
def test_an_entry_that_comes_and_goes_leaves_every_file_as_it_was(name: str) -> None:
    """First, last or between; also where it is the only one, in a file of comments."""
    text = yaml_edit.read(ROOT / f"tests/example/{name}.yaml")
    for place in ("a", "m", "zz"):
        entry = {"id": place, "municipalities": [Row({"name": "Vara"}), "Ale"]}
        added = yaml_edit.inserted(text, entry)
        assert f"- id: {place}\n  municipalities: [{{name: Vara}}, Ale]\n" in added
        assert yaml_edit.removed(added, place) == text


def test_several_files_are_replaced_once_all_are_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk changes none of them and leaves nothing beside them."""
    paths = [tmp_path / "a", tmp_path / "b"]
    yaml_edit.write_all(dict.fromkeys(paths, "old"))
    write = Path.write_bytes

    def fill(path: Path, text: bytes) -> int:
        if path.name == "b.new":
            raise OSError("full")
        return write(path, text)

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(OSError, match="full"):
        yaml_edit.write_all(dict.fromkeys(paths, "new"))
    assert [path.read_text(encoding="utf-8") for path in paths] == ["old", "old"]
    assert sorted(tmp_path.iterdir()) == paths
