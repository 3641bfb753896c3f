"""The rows of municipal_contacts.csv as contacts; what is wrong with one is in bad_input.toml."""

from datetime import date
from pathlib import Path

import pytest

from centres.data import loader, municipal_contacts
from centres.data.directory import Directory
from centres.data.model import MunicipalContact, Stated
from helpers import TODAY, changed_data, problems

TABY = "0160,Täby,https://www.taby.se,skr-kommunlista-2026,2026-09-17,,,"
FILE = municipal_contacts.FILE


def read(folder: Path, *changes: tuple[str, str]) -> Directory:
    """Return the example's directory with changes to its contacts."""
    return loader.load(changed_data(folder, *changes, file=FILE), TODAY)


def test_a_municipality_has_a_website_a_switchboard_and_where_each_is_from(tmp_path: Path) -> None:
    """As printed, as a phone dials it, and as people say the address."""
    directory = read(tmp_path)
    ale = directory.contacts["1440"]
    assert ale == MunicipalContact(
        website="https://www.ale.se",
        website_source="skr-kommunlista-2026",
        website_date="2026-09-17",
        switchboard="0303-70 30 00",
        switchboard_source="ale-forfattningssamling-2025",
        switchboard_date="2025-01-31",
    )
    assert (ale.host, ale.tel) == ("www.ale.se", "+46303703000")
    assert ale.website_from == Stated(source="skr-kommunlista-2026", date="2026-09-17")
    assert ale.switchboard_from is not None
    assert directory.source_of(ale.switchboard_from).publisher == "Ale kommun"
    assert directory.contacts.keys() == directory.by_code.keys()


def test_what_nobody_knows_is_none(tmp_path: Path) -> None:
    """An empty cell is an answer: no host, nothing to dial, and no source."""
    nothing = read(tmp_path, (TABY, "0160,Täby,,,,,,")).contacts["0160"]
    assert nothing == MunicipalContact()
    assert (nothing.host, nothing.tel) == ("", "")
    assert (nothing.website_from, nothing.switchboard_from) == (None, None)


def test_a_source_that_is_asked_each_time_is_dated_by_the_row(tmp_path: Path) -> None:
    """An editor who looks at the municipality's website writes its id and the day."""
    asked = "0160,Täby,https://www.taby.se,kommunens-webbplats,2026-11-22,,,"
    directory = read(tmp_path, (TABY, asked))
    stated = directory.contacts["0160"].website_from
    assert stated is not None
    assert stated.checked == date(2026, 11, 22)
    assert directory.source_of(stated).latest == date(2026, 11, 22)


@pytest.mark.parametrize("written", ["2020", "2022-12"])
def test_a_month_or_a_year_is_no_day(written: str) -> None:
    """It stays as exact as its source."""
    assert Stated(source="x", date=written).checked is None


def test_the_sources_of_contacts_are_cited(tmp_path: Path) -> None:
    """So the page of sources lists them, and no notice says that nothing uses them."""
    directory = read(tmp_path)
    own = {"skr-kommunlista-2026", "ale-forfattningssamling-2025", "gnosjo-covid-2020"}
    assert own <= directory.cited
    unused = [problem.entry for problem in directory.warnings if problem.file.endswith(".yaml")]
    assert own.isdisjoint(unused)


def test_a_source_that_no_contact_names_any_more_is_told(tmp_path: Path) -> None:
    """The row was the only one that used it."""
    ale = ",0303-70 30 00,ale-forfattningssamling-2025,2025-01-31"
    directory = read(tmp_path, (ale, ",,,"))
    assert "ale-forfattningssamling-2025" in [problem.entry for problem in directory.warnings]
    assert "ale-forfattningssamling-2025" not in directory.cited


def test_a_broken_list_of_sources_or_of_municipalities_blames_no_row(tmp_path: Path) -> None:
    """One mistake, not nineteen."""
    for name, text in (("sources.yaml", "- id: [\n"), ("municipalities.csv", "x\n")):
        data = changed_data(tmp_path / name)
        (data / name).write_text(text, encoding="utf-8")
        assert [line for line in problems(data) if FILE in line] == []


def test_a_source_without_a_date_of_its_own_is_told_once(tmp_path: Path) -> None:
    """In the list of sources, where the field is missing."""
    source = "  publisher: Sveriges Kommuner och Regioner\n"
    data = changed_data(tmp_path, (f"{source}  date: 2026-09-17\n", source), file="sources.yaml")
    assert [line.split(":")[0] for line in problems(data)] == ["data/sources.yaml"]


def test_several_faults_of_a_row_are_as_many_lines(tmp_path: Path) -> None:
    """Each names its column."""
    ale = "https://www.ale.se,skr-kommunlista-2026,2026-09-17,0303-70 30 00,ale-forfattningssamling"
    data = changed_data(tmp_path, (ale, "http://ale.se,,2026-09-17,0303,x"), file=FILE)
    columns = [line.split(": ")[2] for line in problems(data)]
    assert columns == ["switchboard", "website"]
    repaired = changed_data(tmp_path / "b", (ale, "https://ale.se,,,0303-70 30 00,x"), file=FILE)
    columns = [line.split(": ")[2] for line in problems(repaired)]
    assert columns == ["switchboard_source", "website_date", "website_source"]


def test_a_file_of_what_nobody_knows_has_every_municipality(tmp_path: Path) -> None:
    """What a revision from before the file is read with."""
    data = changed_data(tmp_path)
    (data / FILE).write_text(municipal_contacts.unknown(data), encoding="utf-8")
    contacts = loader.load(data, TODAY).contacts
    assert len(contacts) == 19
    assert set(contacts.values()) == {MunicipalContact()}
