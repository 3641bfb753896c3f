"""The page on which a centre says what is right: what it asks, and what its fields hold."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from centres.data import loader
from centres.data.field_types import Address, Url
from centres.data.model import Centre
from centres.data.round import lines
from centres.data.round.questions import OF_CENTRE
from centres.pages import correction
from centres.pages.correction import Asked
from helpers import DIRECTORY, SETTINGS, TODAY, centre, changed_data


@pytest.fixture
def taby(tmp_path: Path) -> Centre:
    """Return a centre of the example, of whose facts some are known."""
    return centre(loader.load(changed_data(tmp_path), TODAY), "taby")


def asked_of(shown: correction.CorrectionPage) -> dict[str, Asked]:
    return {one.label: one for one in (*shown.wanted, *shown.unknown, *shown.known)}


def test_the_most_wanted_stand_first_and_then_what_nobody_knows(taby: Centre) -> None:
    """Every question stands on the page once."""
    shown = correction.values(taby, SETTINGS)
    assert [one.label for one in shown.wanted] == ["Öppettider", "Webbsida", "Åldrar", "Anonym"]
    assert all(not one.known for one in shown.unknown)
    assert all(one.known for one in shown.known)
    every = [*shown.wanted, *shown.unknown, *shown.known]
    assert sorted(one.label for one in every) == sorted(one.key for one in OF_CENTRE)
    assert shown.first == "Id: taby"


def test_what_we_show_is_filled_in(taby: Centre) -> None:
    """A choice with what belongs to it, a text, and a line for each number."""
    yes = taby.free_of_charge.model_copy(update={"value": "yes", "note": "också tolken"})
    phones = [taby.phones[0], *taby.phones]
    asked = asked_of(
        correction.values(
            taby.model_copy(update={"free_of_charge": yes, "phones": phones}), SETTINGS
        )
    )
    free = asked["Gratis"]
    assert (free.choices, free.chosen) == (("ja", "nej", "vet ej"), "ja")
    assert (free.written, free.known) == ("också tolken", "ja (också tolken)")
    assert asked["Åldrar"].written == "från 10 till och med 20"
    written = [line.value for line in lines.lines(taby) if line.question.key == "Telefon"]
    assert asked["Telefon"].written.splitlines() == [written[0], *written]
    assert (asked["Anonym"].chosen, asked["Anonym"].written) == ("", "")


def test_every_field_of_every_real_centre_says_what_its_line_says() -> None:
    """Put together again, the fields are the lines: an unchanged page answers nothing."""
    for one in DIRECTORY.centres:
        asked = asked_of(correction.values(one, SETTINGS))
        for line in (line for line in lines.lines(one) if line.known):
            field = asked[line.question.key]
            whole = field.written.splitlines()
            if field.choices:
                whole = [field.chosen + (f" ({field.written})" if field.written else "")]
                assert field.chosen in field.choices
            assert line.value in whole
        assert len({field.id for field in asked.values()}) == len(OF_CENTRE)


def test_nobody_is_written_to_before_there_is_an_address(taby: Centre) -> None:
    """And no file is named before it is decided where it is edited."""
    shown = correction.values(taby, SETTINGS)
    assert (shown.contact, shown.file_url) == ("", "")
    decided = replace(
        SETTINGS, contact="hej@stod.example", repository="https://github.com/exempel/stod"
    )
    shown = correction.values(taby, decided)
    assert shown.contact == "hej@stod.example"
    assert shown.file_url == "https://github.com/exempel/stod/edit/main/data/centres.yaml"


@pytest.mark.parametrize(
    ("label", "kind", "written"),
    [
        ("Webbsida", Url, "https://www.example.org/stod"),
        ("Webbsida", Url, "www.example.org"),
        ("Webbsida", Url, "https://www.example.org/mitt stod"),
        ("E-post", Address, "stodcentrum@kommunen.example"),
        ("E-post", Address, "stodcentrum(at)kommunen.example"),
    ],
)
def test_the_page_refuses_what_the_check_refuses_and_in_its_words(
    taby: Centre, label: str, kind: type, written: str
) -> None:
    """Also with a note behind it, which the check has taken off by then."""
    field = asked_of(correction.values(taby, SETTINGS))[label]
    try:
        TypeAdapter(kind).validate_python(written)
        refused = ""
    except ValidationError as error:
        refused = error.errors()[0]["ctx"]["sentence"]
    for line in (written, f"{written} (svarar vardagar 9–16)"):
        found = re.search(field.pattern, line)
        assert refused == ("" if found else field.wrong)
