"""What a centre is asked: every field of an entry, or why not, and the lines that say what is."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel

from centres.data import hours_text, loader
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Hours, Receives, Services
from centres.data.round import lines
from centres.data.round.questions import NOT_ASKED, OF_CENTRE
from helpers import DIRECTORY, TODAY, changed_data


def asked_or_not() -> set[str]:
    return {question.field for question in OF_CENTRE} | set(NOT_ASKED)


def test_every_field_of_a_centre_is_asked_or_named_as_not_asked() -> None:
    """A new field of the model has to be one or the other: nothing is forgotten."""
    groups: dict[str, type[BaseModel]] = {"receives": Receives, "services": Services}
    paths = set()
    for name, field in Centre.model_fields.items():
        written = field.alias or name
        inner = groups.get(name)
        paths |= {f"{name}.{one}" for one in inner.model_fields} if inner else {written}
    covered = asked_or_not() | {path.partition(".")[0] for path in asked_or_not()}
    assert sorted(paths - covered) == []


def test_nothing_is_asked_twice_and_the_four_most_wanted_stand_first() -> None:
    keys = Counter(question.key.casefold() for question in OF_CENTRE)
    fields = Counter(question.field for question in OF_CENTRE)
    assert [name for name, times in {**keys, **fields}.items() if times > 1] == []
    assert [question.field for question in OF_CENTRE if question.wanted] == [
        "opening_hours",
        "web_page.url",
        "ages",
        "anonymity",
    ]
    assert [question.wanted for question in OF_CENTRE[:5]] == [True] * 4 + [False]


def test_a_line_says_what_we_show(tmp_path: Path) -> None:
    """Täby's in the example: known facts, and a question mark where nothing is."""
    directory = loader.load(changed_data(tmp_path), TODAY)
    taby = next(centre for centre in directory.centres if centre.id == "taby")
    text = [line.text for line in lines.lines(taby)]
    assert text[:4] == [
        "Öppettider: ?",
        "Webbsida: ?",
        "Åldrar: från 10 till och med 20",
        "Anonym: ?",
    ]


@pytest.mark.parametrize(
    "written",
    [
        "mån–tor 9–12, 13–16; fre 9–12",
        "enligt överenskommelse",
        "dygnet runt",
        "ons 13.30–16; enligt överenskommelse",
        "mån 17–2",
    ],
)
def test_hours_come_back_as_they_went(written: str) -> None:
    """What is printed is read as the same hours."""
    hours = Hours.model_validate(written)
    assert hours_text.read(lines.hours(hours)) == hours_text.read(written)


def test_every_real_centre_has_a_line_for_each_question() -> None:
    for centre in DIRECTORY.centres:
        made = lines.lines(centre)
        assert {line.question for line in made} == set(OF_CENTRE)
        assert all(line.value and NOT_CONFIRMED not in line.value for line in made)
        assert isinstance(centre.checked, date)
