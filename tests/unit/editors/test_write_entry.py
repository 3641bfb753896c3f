"""What is written of a new centre or a confirmation, and that a mistake writes nothing."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from centres.data import loader, record_rules
from centres.data.model import Centre
from centres.editors import write_entry
from centres.editors.write_entry import NewCentre, NewSource
from centres.files import yaml_file
from centres.files.problem import DataProblems
from helpers import TODAY, changed_data, line_of

VARA = NewCentre(
    id="vara",
    name="Stödcentrum i Vara",
    name_is="description",
    run_by_kind="municipality",
    source="centret",
    checked=TODAY,
    municipalities=["Vara"],
    ages="young",
)


def test_every_required_field_of_the_model_is_in_an_entry() -> None:
    """A field that is added to the model is in the next new centre without further ado."""
    required = {
        field.alias or name for name, field in Centre.model_fields.items() if field.is_required()
    }
    assert set(VARA.entry()) == required
    assert list(VARA.entry()) == list(write_entry.unknown(Centre))


def test_what_nobody_knows_is_not_confirmed() -> None:
    """But for victims, whom every such centre receives; a group of questions is written out."""
    entry = VARA.entry()
    assert entry["anonymity"] == "not confirmed"
    assert entry["receives"]["victims"] == "yes"
    assert entry["receives"]["witnesses"] == "not confirmed"
    assert entry["phones"] == []
    assert entry["web_page"] == "none"
    assert entry["run_by"] == {"kind": "municipality"}


def test_a_source_without_an_address_has_no_such_field() -> None:
    """An e-mail, for example."""
    source = NewSource("vara-mejl-2026", "Mejl", "Vara kommun", "2026-11", None, date(2026, 11, 22))
    assert source.entry() == {
        "id": "vara-mejl-2026",
        "title": "Mejl",
        "publisher": "Vara kommun",
        "date": "2026-11",
        "retrieved": "2026-11-22",
    }


def test_the_line_of_the_new_entry_is_returned(tmp_path: Path) -> None:
    """For whoever wants to go on there."""
    data = changed_data(tmp_path)
    line = write_entry.add_centre(data, VARA, None, TODAY)
    assert line == line_of(data, "- id: vara")


def test_a_mistake_in_one_file_writes_neither(tmp_path: Path) -> None:
    """The source would have been right; the centre's municipality does not exist."""
    data = changed_data(tmp_path)
    before = {path: path.read_bytes() for path in data.iterdir()}
    centre = dataclasses.replace(VARA, source="ny", municipalities=["Ankeborg"])
    source = NewSource("ny", "Ny", "Vara kommun", "undated", None, TODAY)
    with pytest.raises(DataProblems) as refused:
        write_entry.add_centre(data, centre, source, TODAY)
    assert [(centre.entry, centre.field) for centre in refused.value.problems] == [
        ("vara", "municipalities[1]")
    ]
    assert {path: path.read_bytes() for path in data.iterdir()} == before


def test_a_confirmation_names_the_fields_that_it_does_not_confirm(tmp_path: Path) -> None:
    """A number with a source of its own, within a list."""
    number = '    - number: "033-35 51 98"\n'
    own = f"{number}      source: centret\n      checked: 2026-11-20\n"
    data = changed_data(tmp_path, (number, own))
    directory = loader.load(data, TODAY)
    assert write_entry.confirm(data, directory, "boras", "centret", None, TODAY) == ["phones"]
    (boras,) = [centre for centre in loader.load(data, TODAY).centres if centre.id == "boras"]
    assert (boras.source, boras.checked) == ("centret", TODAY)
    assert boras.phones[0].checked == date(2026, 11, 20)


def test_a_centre_that_has_closed_does_not_take_the_confirmation_of_the_one_after_it(
    tmp_path: Path,
) -> None:
    """Its entry may still be in the file on the days after it has closed."""
    closed = (
        "- id: boras\n  name: Stödcentrum i Borås\n  moved_to: none\n  municipalities: [Borås]\n"
        "  date: 2026-11-20\n  source: centret\n  checked: 2026-11-20\n"
    )
    data = changed_data(tmp_path)
    retired = data / "retired.yaml"
    retired.write_text(f"{closed}\n{retired.read_text(encoding='utf-8')}", encoding="utf-8")
    directory = loader.load(data, TODAY)
    assert "boras" not in {one.id for one in directory.centres}
    write_entry.confirm(data, directory, "botkyrka", "centret", None, TODAY)
    entries = record_rules.entries(yaml_file.read(data / "centres.yaml", "centres"))
    days = {entry["id"]: entry["checked"] for _, entry in entries}
    assert (days["boras"], days["botkyrka"]) == ("2026-01-14", TODAY.isoformat())
