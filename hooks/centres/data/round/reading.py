"""Read a whole answer: what is confirmed, what is new, and what is left to ask, with lines."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from centres.data import phones
from centres.data.field_messages import Message
from centres.data.round import mail
from centres.data.round.lines import UNKNOWN, Line
from centres.data.round.mail import ANSWER_WORDS, MailLine
from centres.data.round.parts import PERSON, Answer, Unclear
from centres.data.round.questions import OF_CENTRE, WORDS, Question
from centres.data.round.values import read
from centres.data.rules import personal_data
from centres.i18n import N_

_LINE = re.compile(r"(?:[-*•·]\s*|\d{1,2}[.)]\s*)?(?P<key>[^:=]{2,40}?)\s*[:=]\s*(?P<value>.*)")
_TURNS = N_("Raden har osynliga tecken som vänder text. Den är inte läst.")
_NO_KEY = N_("Raden svarar inte på någon av frågorna.")
_CONTRADICTS = N_("Svaret står på flera rader, och de säger olika. Vilket stämmer?")
_NOT_MENTIONED = N_("Svaret nämner inte %(value)s. Ska det stå kvar?")
_BY_HAND = N_("Det som vi visar ska bort. Ta bort det för hand i filen.")


@dataclass(frozen=True)
class Told:
    """An answer that is understood: new where `place` is None, else about what we show there.

    `place` counts the lines of the question from 0. `answer` is None where it only confirms.
    """

    question: Question
    number: int
    place: int | None
    answer: Answer | None


@dataclass(frozen=True)
class Unread:
    """What is not understood, or may not be written; `question` is None for a line about none."""

    question: Question | None
    number: int
    message: Message


@dataclass
class Reading:
    """What an answer says. `id` is the record that it names; empty if it names none."""

    id: str = ""
    told: list[Told] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    all_right: int = 0


def read_id(written: Iterable[MailLine]) -> str:
    """Return the id that an answer names; empty if it names none."""
    for line in written:
        found = _LINE.fullmatch(line.text)
        if found and found["key"].casefold() == WORDS["id"].casefold():
            return found["value"].strip()
    return ""


def read_answer(written: list[MailLine], shown: list[Line], letter: str) -> Reading:
    """Return what the lines of a file say of what is `shown`; `letter` is what we wrote."""
    reading = Reading(read_id(written))
    ours = _flat(letter)
    said: dict[Question, list[tuple[MailLine, str]]] = {}
    for line in written:
        question, value = _question(line.text)
        if question:
            said.setdefault(question, []).append((line, value))
        elif not line.quoted and mail.says_all_is_right(line.text):
            reading.all_right = line.number
        elif not (line.quoted or mail.is_greeting(line.text) or _flat(line.text) in ours):
            found = _LINE.fullmatch(line.text)
            if not found or found["key"].casefold() != WORDS["id"].casefold():
                reading.unread.append(Unread(None, line.number, (_NO_KEY, {})))
    for question in OF_CENTRE:
        known = [line.value for line in shown if line.question == question and line.known]
        _read_question(reading, question, said.get(question, []), known)
    if reading.all_right:
        reading.told += _the_rest(reading, shown)
    return reading


def _the_rest(reading: Reading, shown: list[Line]) -> Iterator[Told]:
    """Yield a confirmation of everything shown that the answer says nothing else about."""
    spoken = {one.question for one in reading.told} | {one.question for one in reading.unread}
    places: dict[Question, int] = {}
    for line in shown:
        place = places[line.question] = places.get(line.question, -1) + 1
        if line.known and line.question not in spoken:
            yield Told(line.question, reading.all_right, place, None)


def _question(text: str) -> tuple[Question | None, str]:
    """Return the question that a line answers and the answer; None where it answers none."""
    found = _LINE.fullmatch(text)
    if not found:
        return None, ""
    return _KEYS.get(found["key"].strip(" *_").casefold()), found["value"].strip(" *_")


_BY_KEY = {question.key: question for question in OF_CENTRE}
_KEYS = {
    word.casefold(): question
    for key, question in _BY_KEY.items()
    for word in (key, *ANSWER_WORDS["keys"].get(key, ()))
}


def _read_question(
    reading: Reading, question: Question, said: list[tuple[MailLine, str]], known: list[str]
) -> None:
    """Add to `reading` what is said in answer to `question`, of which we show `known`."""
    flat = [_flat(value) for value in known]
    own = [(line, value) for line, value in said if not line.quoted]
    answers = [
        (line, value)
        for line, value in own or said
        if not _is_left(question, value) and not (line.quoted and _flat(value) in flat)
    ]
    told: list[Told] = []
    if question.many and any(value for value in own if not _is_left(question, value[1])):
        mentioned = {_flat(value).partition(" (")[0] for _, value in own}
        reading.unread += _not_mentioned(question, own[0][0].number, known, mentioned)
    for line, value in answers:
        try:
            one = _one(question, line, value, known)
        except Unclear as error:
            reading.unread.append(Unread(question, line.number, _without_persons(error.message)))
            continue
        if one:
            refused = one.answer.refused if one.answer else ()
            reading.unread += (Unread(question, line.number, message) for message in refused)
            told.append(one)
    if not question.many and len({repr((one.place, one.answer)) for one in told}) > 1:
        reading.unread.append(Unread(question, told[-1].number, (_CONTRADICTS, {})))
        return
    reading.told += told if question.many else told[:1]


def _not_mentioned(
    question: Question, number: int, known: list[str], mentioned: set[str]
) -> Iterator[Unread]:
    """Yield what is left to ask of each way to reach a centre that we show and it does not name."""
    every = " ".join(mentioned)
    for shown in known:
        way = shown.partition(" (")[0]
        digits = phones.compared(way) if question.kind == "phones" else ""
        said = digits and any(
            phones.compared(found) == digits for _, found in phones.in_text(every)
        )
        if not said and _flat(way) not in every:
            yield Unread(question, number, (_NOT_MENTIONED, {"value": way}))


def _one(question: Question, line: MailLine, value: str, known: list[str]) -> Told | None:
    """Return what a line tells; None if nothing. Raises Unclear."""
    if line.turned:
        raise Unclear(_TURNS)
    for place, shown in enumerate(known):
        if _flat(shown) == _flat(value):
            return Told(question, line.number, place, None)
    answer = read(question, value)
    if not answer.fields:
        if known and question.kind == "text":
            raise Unclear(_BY_HAND)
        return None
    for place, shown in enumerate(known):
        try:
            before = read(question, shown).fields
        except Unclear:
            # A number that is withheld, or that may be a person's: told only by its digits.
            before = {}
        if question.many and not _same(before, answer, shown):
            continue
        if _adds_nothing(answer, before):
            confirmed = Answer({}, answer.refused) if answer.refused else None
            return Told(question, line.number, place, confirmed)
        return Told(question, line.number, place, answer)
    return Told(question, line.number, None, answer)


def _same(before: dict[str, object], answer: Answer, shown: str) -> bool:
    """Return whether an answer about a way to reach a centre is about the one that is `shown`."""
    for name in ("number", "address", "url", "account"):
        new = str(answer.fields.get(name, ""))
        old = str(before.get(name, "")) or (shown.partition(" (")[0] if name == "number" else "")
        if new:
            same_number = name == "number" and phones.compared(new) == phones.compared(old)
            return new.casefold() == old.casefold() or same_number
    return False


def _adds_nothing(answer: Answer, before: dict[str, object]) -> bool:
    """Return whether an answer says no more than what is known; it may say less."""
    return bool(before) and all(
        before.get(name) == value or value == "not confirmed" or name == "number"
        for name, value in answer.fields.items()
    )


def _is_left(question: Question, value: str) -> bool:
    """Return whether a line is left as we wrote it, with no answer."""
    choices = _flat(" / ".join(question.answers))
    return value in ("", UNKNOWN) or "…" in value or _flat(value) == choices


def _without_persons(message: Message) -> Message:
    """Return a message that does not quote what may be a person's."""
    text, values = message
    quoted = " ".join(str(value) for value in values.values())
    private = personal_data.persons_in(quoted) or personal_data.private_numbers_in(quoted)
    return (PERSON, {}) if private else (text, values)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" .").casefold()
