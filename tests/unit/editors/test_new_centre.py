"""The questions about a new centre and a source: as options, and as asked."""

from typing import Any

import pytest

from centres.data import loader
from centres.data.directory import Directory
from centres.editors import new_centre
from centres.editors.new_centre import CENTRE_QUESTIONS, SOURCE_QUESTIONS, Question
from centres.editors.prompt import NoAnswer, Prompt
from centres.editors.write_entry import NewCentre, NewSource
from centres.i18n import Words
from helpers import TODAY, changed_data

EVERY = (*CENTRE_QUESTIONS, *SOURCE_QUESTIONS)


@pytest.fixture
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return loader.load(changed_data(tmp_path_factory.mktemp("example")), TODAY)


def options(**typed: Any) -> dict[str, Any]:
    """Return all options as the parser does, of which some were typed."""
    return {question.name: typed.get(question.name) for question in EVERY}


def prompt(*lines: str) -> tuple[Prompt, list[str]]:
    """Return a prompt for an editor who types `lines`, and the list of what it prints."""
    typed = iter([*(f"{line}\n" for line in lines), ""])
    printed: list[str] = []
    return Prompt(Words("sv"), lambda: next(typed), printed.append), printed


def test_a_municipality_and_a_source_are_enough(directory: Directory) -> None:
    """The rest is proposed or left open, and nobody is asked."""
    asked, printed = prompt()
    typed = options(municipality=["Vara"], source="centret")
    assert new_centre.ask_centre(typed, directory, asked, TODAY) == NewCentre(
        id="vara",
        name="Stödcentrum i Vara",
        name_is="description",
        run_by_kind="municipality",
        source="centret",
        checked=TODAY,
        municipalities=["Vara"],
        ages="young",
    )
    assert printed == []


def test_of_several_municipalities_the_first_gives_the_name_and_all_run_it(
    directory: Directory,
) -> None:
    """As proposals, which somebody may type over."""
    asked, _ = prompt()
    typed = options(municipality=["Vara", "Lidköping"], source="centret", ages="up_to 21")
    centre = new_centre.ask_centre(typed, directory, asked, TODAY)
    assert (centre.id, centre.run_by_kind) == ("vara", "municipalities together")
    assert centre.ages == {"up_to": "21"}


def test_an_answer_is_asked_for_only_where_no_option_was_typed() -> None:
    """Here of a source: its publisher and its date."""
    asked, printed = prompt("Vara kommun", "2026-11")
    typed = options(source_title="Mejl", source_url="https://a.se")
    assert new_centre.answers(SOURCE_QUESTIONS, typed, asked) == {
        "source_title": "Mejl",
        "source_publisher": "Vara kommun",
        "source_date": "2026-11",
        "source_url": "https://a.se",
    }
    assert printed == [question.text for question in SOURCE_QUESTIONS[1:3]]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Ankeborg", "  ”Ankeborg” är ingen av Sveriges kommuner. Skriv namnet utan ”kommun”."),
        ("Boras", "  ”Boras” är ingen av Sveriges kommuner. Menade du Borås?"),
        ("Borås", "  Borås har redan ett centrum: boras."),
    ],
)
def test_a_municipality_that_does_not_exist_or_has_a_centre_is_asked_for_again(
    directory: Directory, name: str, line: str
) -> None:
    """At once, and not when all questions are answered."""
    asked, printed = prompt(name)
    with pytest.raises(NoAnswer):
        new_centre.ask_centre(options(), directory, asked, TODAY)
    assert printed == [CENTRE_QUESTIONS[0].text, line, CENTRE_QUESTIONS[0].text]


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ({"municipality": [""]}, "--municipality"),
        ({"municipality": ["Vara"]}, "--source"),
    ],
)
def test_an_option_that_is_needed_is_named_where_nobody_is_asked(
    directory: Directory, typed: dict[str, Any], missing: str
) -> None:
    """Whoever types the municipality may be a script."""
    asked, printed = prompt("Vara")
    with pytest.raises(NoAnswer, match=f"^{missing}$"):
        new_centre.ask_centre(options(**typed), directory, asked, TODAY)
    assert printed == []


def test_a_source_that_the_directory_has_is_not_new(directory: Directory) -> None:
    """Nobody is asked what the file says."""
    asked, printed = prompt()
    assert new_centre.ask_source("centret", options(), directory, asked, TODAY) is None
    assert printed == []


def test_a_new_source_is_made_of_its_options_and_read_today(directory: Directory) -> None:
    """Without an address if it has none."""
    asked, printed = prompt()
    typed = options(source_title="Mejl", source_publisher="Vara kommun", source_date="undated")
    source = new_centre.ask_source("vara-mejl", typed, directory, asked, TODAY)
    assert source == NewSource("vara-mejl", "Mejl", "Vara kommun", "undated", None, TODAY)
    assert printed == []


def test_an_option_has_choices_where_the_answers_are_a_list() -> None:
    """Which the parser of the command line then holds to."""
    choices = {question.name: question.choices for question in EVERY if question.choices}
    assert choices == {
        "name_is": ("official", "page title", "description"),
        "run_by": ("municipality", "municipalities together", "victim support association"),
    }
    assert Question("name", "Vad heter centret?").choices is None
