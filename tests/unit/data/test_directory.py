"""What is counted and looked up in the directory: on the example, with one thing changed in it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from centres.data import loader
from centres.data.directory import FRESH_DAYS, Directory, percent
from centres.data.model import Centre
from helpers import TODAY, changed_data

BORAS_CHECKED = "  source: bilaga-2\n  checked: 2026-01-14\n\n- id: botkyrka"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """Return the example as it is."""
    return loader.load(changed_data(tmp_path_factory.mktemp("example")), TODAY)


def centre(directory: Directory, name: str) -> Centre:
    return next(centre for centre in directory.centres if centre.id == name)


def test_a_half_is_rounded_upwards_as_people_do() -> None:
    """1 of 8 is 12.5 per cent; Python's own rounding says 12, and 2.5 and 3.5 in two ways."""
    parts = [(1, 8), (3, 8), (42, 290), (1, 40), (0, 0)]
    assert [percent(part, whole) for part, whole in parts] == [13, 38, 14, 3, 0]


def test_a_centre_is_found_by_its_municipality_and_the_other_way_round(tmp_path: Path) -> None:
    """A centre's municipalities in Swedish alphabetical order, whatever the order of the file."""
    in_order = "[Danderyd, Täby, Vallentuna, Vaxholm, Österåker]"
    mixed = "[Österåker, Täby, Danderyd, Vaxholm, Vallentuna]"
    directory = loader.load(changed_data(tmp_path, (in_order, mixed)), TODAY)
    serving = {directory.by_code[code].name: one.id for code, one in directory.centre_of.items()}
    assert (serving["Borås"], serving["Täby"], serving["Vaxholm"]) == ("boras", "taby", "taby")
    assert "Mark" not in serving
    names = [municipality.name for municipality in directory.served_by["taby"]]
    assert names == ["Danderyd", "Täby", "Vallentuna", "Vaxholm", "Österåker"]


def test_the_figures_follow_the_files(tmp_path: Path) -> None:
    """One centre for all ages more, and one confirmed today: nobody types a number."""
    before = loader.load(changed_data(tmp_path / "before"), TODAY).figures
    data = changed_data(
        tmp_path / "after",
        ("  ages: young\n", "  ages: {group: all, source: centret, checked: 2026-11-22}\n"),
        (BORAS_CHECKED, "  source: centret\n  checked: 2026-11-22\n\n- id: botkyrka"),
    )
    after = loader.load(data, TODAY).figures
    assert {name: (before[name], after[name]) for name in after if before[name] != after[name]} == {
        "centres_for_all_ages": (
            before["centres_for_all_ages"],
            before["centres_for_all_ages"] + 1,
        ),
        "facts": (102, 103),
        "fresh": (0, 9),
        "fresh_percent": (0, 9),
    }
    assert (after["centres"], after["served"], after["not_served"]) == (10, 14, 5)
    assert (after["municipalities"], after["served_percent"]) == (19, 74)


def test_a_centre_is_fresh_until_the_last_day(directory: Directory) -> None:
    """Borås was checked on 14 January."""
    last = date(2026, 1, 14) + timedelta(FRESH_DAYS)
    boras = centre(directory, "boras")
    for today, fresh in ((last, True), (last + timedelta(1), False)):
        on_that_day = replace(directory, today=today)
        assert on_that_day.is_fresh(boras) is fresh


def test_a_centre_whose_source_has_no_date_is_never_fresh(tmp_path: Path) -> None:
    """Whatever day somebody has read it."""
    undated = "  source: malmo-intranat\n  checked: 2026-11-22\n\n- id: botkyrka"
    directory = loader.load(changed_data(tmp_path, (BORAS_CHECKED, undated)), TODAY)
    assert not directory.is_fresh(centre(directory, "boras"))


def test_a_source_that_is_asked_each_time_has_the_date_of_the_fact(tmp_path: Path) -> None:
    """Another source keeps its own."""
    asked = "anonymity: {value: yes, source: centret, checked: 2026-11-20}"
    data = changed_data(tmp_path, ("anonymity: not confirmed", asked))
    directory = loader.load(data, TODAY)
    boras = centre(directory, "boras")
    assert directory.source_of(boras.anonymity).date == "2026-11-20"
    assert directory.source_of(boras).date == "2026-01-14"


def test_a_fact_has_the_date_of_its_own_source_or_else_of_its_entrys(directory: Directory) -> None:
    """Malmö's entry is from the report; that it is for witnesses, from a page without a date."""
    malmo = centre(directory, "malmo")
    assert directory.is_dated(malmo.receives.offenders, malmo)
    assert not directory.is_dated(malmo.receives.witnesses, malmo)


def test_the_number_to_hide_is_one_that_its_centre_recommends_it_for(tmp_path: Path) -> None:
    """Täby's; where nobody recommends it, the first that it works for."""
    recommended = "      hidden_number: recommended\n"
    with_it = loader.load(changed_data(tmp_path / "with"), TODAY)
    data = changed_data(tmp_path / "without", (recommended, ""), (recommended, ""))
    without_it = loader.load(data, TODAY)
    assert with_it.number_to_hide == "#31#0855557238"
    assert without_it.number_to_hide == "#31#033355198"


def test_lines_and_words_are_found_by_their_ids(directory: Directory) -> None:
    """In the order of their files."""
    assert list(directory.lines) == [line.id for line in directory.helplines]
    assert directory.lines["bris"].number == "116 111"
    assert directory.meanings["tilltalad"].meaning == "Den som är åtalad för ett brott."
