"""The one definition of what a centre is asked: `questions.toml`, read and checked.

The letter, the page where a centre answers, and what reads an answer are all made from it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

# How an answer is written, and what `answer` makes of it:
# - "yes or no": ja, nej or vet ej, and a note in parentheses.
# - "hours": as `data.hours_text` reads them, and a note in parentheses.
# - "ages": a group or a limit. "url": an https address. "text": a sentence.
# - "phones", "emails": one on each line; what is in parentheses says what it is.
# - "channel": a way to reach the centre of the kind that its field names.
# - "languages": names of languages, with commas between.
# - "by hand": what is answered concerns more than one field, and an editor carries it out with
#   another command (rename, join, leave) or by hand.
Kind = Literal[
    "yes or no",
    "hours",
    "ages",
    "url",
    "phones",
    "emails",
    "channel",
    "text",
    "languages",
    "by hand",
]
# What a change of these may do harm with: a stranger's number, address or link. It is written only
# when somebody has verified who sent it.
_TO_VERIFY = ("url", "phones", "emails", "channel")
_STREET = "visiting_address"
YES_OR_NO: Kind = "yes or no"


@dataclass(frozen=True)
class Question:
    """One thing that is asked; `key` is the word before the colon of its line, and never changes.

    `field` is where the answer stands in an entry, as editors write it: "services.mediation".
    `answers` are the answers to choose from, or examples of their form; `wanted` those that are
    wanted most, which stand first.
    """

    key: str
    field: str
    label: str
    kind: Kind
    answers: tuple[str, ...]
    wanted: bool

    @property
    def chosen(self) -> bool:
        """Whether the answer is one of `answers`, to choose; else they are examples."""
        return self.kind == YES_OR_NO

    @property
    def many(self) -> bool:
        """Whether it may have several lines."""
        return self.kind in ("phones", "emails", "channel")

    @property
    def to_verify(self) -> bool:
        """Whether a changed answer is written only when somebody has verified who sent it."""
        return self.kind in _TO_VERIFY or self.field == _STREET


_FILE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("questions.toml").read_text("utf-8"))
WORDS: dict[str, Any] = _FILE["words"]
# The fields that are not asked, by their paths, each with why.
NOT_ASKED: dict[str, str] = _FILE["not_asked"]


def _question(written: dict[str, Any]) -> Question:
    if written["kind"] not in get_args(Kind):
        raise ValueError(written["kind"])
    choice = (WORDS["yes"], WORDS["no"], WORDS["not_known"])
    answers = choice if written["kind"] == YES_OR_NO else tuple(written.get("answers", ()))
    return Question(
        written["key"],
        written["field"],
        written["label"],
        written["kind"],
        answers,
        written.get("wanted", False),
    )


# What a centre is asked, in order; a national line; and a municipality about itself.
OF_CENTRE: tuple[Question, ...] = tuple(map(_question, _FILE["centre"]))
OF_LINE: tuple[Question, ...] = tuple(map(_question, _FILE["line"]))
OF_MUNICIPALITY: tuple[Question, ...] = tuple(map(_question, _FILE["municipality"]))


@cache
def by_key() -> dict[str, Question]:
    """Return the questions to a centre by their keys in small letters."""
    return {question.key.casefold(): question for question in OF_CENTRE}
