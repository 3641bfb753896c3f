"""What readers of answers share: an answer, why one is unclear, and the notes beside a value."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from centres.data import phones
from centres.data.field_messages import Message, explain_all
from centres.data.field_types import Line
from centres.data.model import Hours
from centres.data.round import lines
from centres.data.round.mail import ANSWER_WORDS
from centres.data.rules import personal_data
from centres.i18n import N_

Fields = dict[str, Any]


class Unclear(Exception):
    """An answer that cannot be read, or may not stand in the directory; what is wrong with it."""

    def __init__(self, message: str, **values: Any) -> None:
        super().__init__(message)
        self.message: Message = (message, values)


@dataclass(frozen=True)
class Answer:
    """What an answer says: the fields of its record as they are written in an entry.

    `fields` are such as {"value": "yes", "note": …}; empty where it says that nobody knows.
    `refused` are messages about parts of it that are left out.
    """

    fields: Fields
    refused: tuple[Message, ...] = ()


def patterns(group: str) -> dict[str, re.Pattern[str]]:
    """Return the expressions of a part of `answer_words.toml`, by name."""
    return {
        name: re.compile(written, re.IGNORECASE) for name, written in ANSWER_WORDS[group].items()
    }


PERSON = N_(
    "Namn, eller en adress eller ett nummer som ser ut som en persons, får inte stå i filen. Det "
    "är inte med."
)
IN_TEXT = N_("Nummer och länkar i en text är inte med. De står i svaret på sin egen fråga.")
_LINK = re.compile(r"(?i)https?://|www\.|\S+@\S+")


def notes_of(text: str) -> tuple[str, list[str]]:
    """Return a text without what stands in parentheses, and each of these."""
    notes = [note.strip() for note in re.findall(r"\(([^()]*)\)", text)]
    return re.sub(r"\([^()]*\)", " ", text).strip(" ,;"), [note for note in notes if note]


def note_of(texts: list[str]) -> tuple[Fields, tuple[Message, ...]]:
    """Return a note made of `texts`, or why it is left out."""
    note = ". ".join(text.strip(" .,;") for text in texts if text.strip(" .,;"))
    if not note:
        return {}, ()
    if problem := private(note) or unfit(Line, note):
        return {}, (problem,)
    return {"note": f"{note[0].upper()}{note[1:]}."}, ()


def private(text: str) -> Message | None:
    """Return why a text for visitors may not be shown; None if it may."""
    if personal_data.persons_in(text) or personal_data.private_numbers_in(text):
        return PERSON, {}
    if phones.named_in(text) or _LINK.search(text):
        return IN_TEXT, {}
    return None


def unfit(kind: Any, value: Any) -> Message | None:
    """Return what `centres check` would say of `value` as a field of the type `kind`."""
    model: type[BaseModel] = create_model("Answer", answer=(kind, ...))
    try:
        model.model_validate({"answer": value})
    except ValidationError as errors:
        _, message = next(explain_all(errors.errors(), model))
        return message
    return None


def fitting(kind: Any, value: str) -> str:
    """Return `value` if it is of the type `kind`. Raises Unclear."""
    if problem := unfit(kind, value):
        message, values = problem
        raise Unclear(message, **values)
    return value


def week_of(said: str) -> str:
    """Return hours as we write them: "mån–tor 9–12". Raises Unclear."""
    if problem := unfit(Hours, said):
        raise Unclear(problem[0], **problem[1])
    return lines.hours(Hours.model_validate(said))
