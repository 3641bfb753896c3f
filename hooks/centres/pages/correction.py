"""The page of each centre on which somebody there says what is right, at /redigera/<id>/.

It is made of the one definition of what is asked, and makes the text that `centres answer` reads.
It is in Swedish, for people at work: in no list, not in the sitemap, not in the search. Nothing
typed there is sent or kept (decision 0075).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from pydantic import TypeAdapter, ValidationError

from centres.data.field_types import ADDRESS, URL, Address, Url
from centres.data.model import Centre
from centres.data.round import lines
from centres.data.round.mailto import MOST, first_line
from centres.data.round.questions import WORDS, Kind, Question
from centres.pages.document.settings import Settings
from centres.pages.edition import Edition
from centres.pages.page import Page

FOLDER = "redigera/"
_ID = re.compile(r"[^a-z]+")


def _check(kind: Any, pattern: str) -> tuple[str, str]:
    """Return what a line must match, with a note in parentheses or not, and what is said if not.

    `pattern` is that of the field's type `kind`, whose own message it is: an id of `editor`, which
    is Swedish, and so is the page.
    """
    try:
        TypeAdapter(kind).validate_python("")
    except ValidationError as error:
        message = error.errors()[0]["ctx"]["sentence"]
    return rf"{pattern.removesuffix('$')}( *\(.*\))?$", message


# What the page itself tells is wrong, before it is sent. `centres answer` tells the rest.
_READ_AS: dict[Kind, tuple[str, str]] = {
    "url": _check(Url, URL),
    "emails": _check(Address, ADDRESS),
}


@dataclass(frozen=True)
class Asked:
    """A question as fields: with `choices` a group to choose in, and a line for more.

    `label` is what the answer's line begins with, and `known` what is shown today, in words;
    `chosen` and `written` are what the fields hold at first. What is `written` in a line must match
    `pattern`, or the page says `wrong`. All but `id`, `label` and `text` may be empty.
    """

    id: str
    label: str
    text: str
    hint: str = ""
    known: str = ""
    choices: tuple[str, ...] = ()
    chosen: str = ""
    written: str = ""
    several: bool = False
    pattern: str = ""
    wrong: str = ""


@dataclass(frozen=True)
class CorrectionPage:
    """What is asked of a centre, and how the answer begins and ends.

    What is `wanted` most stands first, known or not, then what nobody knows. `first` is the line
    that says which centre it is, `rest` says that all else is right, and `none` that there is none.
    `most` is how many characters a link to write to us may have. `contact` and `file_url`, where
    the file with the facts is edited, are empty where there is none.
    """

    template: ClassVar[str] = "correction.html"
    centre: str
    name: str
    wanted: list[Asked]
    unknown: list[Asked]
    known: list[Asked]
    first: str
    rest: str
    unknown_word: str
    none: str
    most: int
    contact: str
    file_url: str


def pages(edition: Edition, settings: Settings) -> Iterator[Page]:
    """Yield the page of each centre; `edition` is that of the source language."""
    for centre in edition.directory.centres:
        title = f"Rätta uppgifter: {centre.name}"
        yield Page(address(centre), title, values(centre, settings), audience="guide")


def address(centre: Centre) -> str:
    """Return the address of a centre's page, without a language's folder."""
    return f"{FOLDER}{centre.id}/"


def values(centre: Centre, settings: Settings) -> CorrectionPage:
    """Return what the page of `centre` shows; the questions keep their order in each part."""
    asked = [(question, _asked(question, known)) for question, known in _shown(centre)]
    others = [one for question, one in asked if not question.wanted]
    file = f"{settings.repository}/edit/main/data/centres.yaml" if settings.repository else ""
    return CorrectionPage(
        centre=centre.id,
        name=centre.name,
        wanted=[one for question, one in asked if question.wanted],
        unknown=[one for one in others if not one.known],
        known=[one for one in others if one.known],
        first=first_line(centre.id),
        rest=WORDS["every_thing_right"],
        unknown_word=WORDS["unknown"],
        none=WORDS["no"],
        most=MOST,
        contact=settings.contact,
        file_url=file,
    )


def _shown(centre: Centre) -> Iterator[tuple[Question, list[str]]]:
    """Yield each question with the values of its lines that we show; none where nobody knows."""
    for question, alike in groupby(lines.lines(centre), key=lambda line: line.question):
        yield question, [line.value for line in alike if line.known]


def _asked(question: Question, shown: list[str]) -> Asked:
    """Return the fields of a question, filled in with the values that are `shown`."""
    text = "\n".join(shown)
    chosen, written = "", text
    if question.chosen:
        chosen, _, rest = text.partition(" (")
        written = rest.removesuffix(")")
    pattern, wrong = _READ_AS.get(question.kind, ("", ""))
    return Asked(
        id=_ID.sub("-", question.field),
        label=question.key,
        text=question.label,
        hint=_hint(question),
        known=", ".join(shown),
        choices=question.answers if question.chosen else (),
        chosen=chosen,
        written=written,
        several=question.many,
        pattern=pattern,
        wrong=wrong,
    )


def _hint(question: Question) -> str:
    """Return examples of the form of an answer; nothing where one chooses, or where any will do."""
    if question.chosen or not question.answers:
        return ""
    return f"Till exempel: {' · '.join(question.answers)}"
