"""Read the answers about ways to reach a centre: numbers, addresses and channels."""

import re

from centres.data import phones
from centres.data.field_messages import Message
from centres.data.field_types import NOT_CONFIRMED, Address, Number, Url
from centres.data.model import Hours
from centres.data.round.parts import (
    PERSON,
    Answer,
    Fields,
    Unclear,
    fitting,
    note_of,
    notes_of,
    patterns,
    private,
    unfit,
    week_of,
)
from centres.data.round.questions import Question
from centres.data.rules import personal_data
from centres.i18n import N_

_PHONES, _YES_NO = patterns("phones"), patterns("yes_or_no")


def read_phone(question: Question, text: str) -> Answer:
    """Return the fields of a number. Raises Unclear."""
    if _PHONES["gone"].search(text):
        raise Unclear(N_("Ska ett nummer eller en adress tas bort? Gör det för hand i filen."))
    said, notes = notes_of(text)
    numbers = [written for _, written in phones.in_text(said)]
    if not numbers and phones.is_short(said):
        numbers = [said]
    if len(numbers) != 1:
        raise Unclear(N_("Skriv ett nummer på varje rad."))
    number = fitting(Number, numbers[0].replace("–", "-"))
    words = said.replace(numbers[0], " ").strip(" ,.;:-–")
    own = any(_PHONES["own_mobile"].fullmatch(note) for note in notes)
    if phones.is_mobile(number) and not own:
        raise Unclear(
            N_(
                "Ett mobilnummer kan vara någons eget, och är inte med. Är det centrets? Skriv "
                "(centrets mobil) efter det."
            )
        )
    notes = [note for note in notes if not _PHONES["own_mobile"].fullmatch(note)]
    fields, refused = _of_a_way([*notes, *_hours_among(words)])
    if question.kind == "phones":
        fields = {"kind": fields.pop("kind", NOT_CONFIRMED), **fields}
    return Answer({"number": number, **fields}, refused)


def _hours_among(words: str) -> list[str]:
    """Return the hours in the words around a number, as a note that says so; else nothing."""
    for place in [0, *(found.end() for found in re.finditer(r"\s+", words))]:
        if words and unfit(Hours, words[place:]) is None:
            return [f"svarar {words[place:]}"]
    return []


def _of_a_way(notes: list[str]) -> tuple[Fields, tuple[Message, ...]]:
    """Return what notes say of a way to reach a centre, as fields in the order of the model."""
    fields: Fields = {}
    left: list[str] = []
    refused: tuple[Message, ...] = ()
    for note in notes:
        for part in re.split(r",\s+(?=(?:be|fråga|ask)\s)", note):
            if _PHONES["switchboard"].fullmatch(part):
                fields["kind"] = "switchboard"
            elif _PHONES["direct"].fullmatch(part):
                fields["kind"] = "direct"
            elif _PHONES["hidden"].fullmatch(part):
                fields["hidden_number"] = "recommended"
            elif found := _PHONES["ask_for"].fullmatch(part):
                asked = str(found["name"] or found["english"])
                if personal_data.persons_in(f"fråga efter {asked}"):
                    refused = (*refused, (PERSON, {}))
                else:
                    fields["ask_for"] = asked
            elif found := _PHONES["for_whom"].fullmatch(part):
                if problem := private(found["whom"]):
                    refused = (*refused, problem)
                else:
                    fields["for_whom"] = found["whom"]
            elif found := _PHONES["answers_at"].fullmatch(part):
                fields["hours"] = week_of(found["hours"])
            else:
                left.append(part)
    shown, more = note_of(left)
    order = ("kind", "ask_for", "hidden_number", "for_whom", "hours")
    ordered = {name: fields[name] for name in order if name in fields}
    return {**ordered, **shown}, (*refused, *more)


def read_email(_: Question, text: str) -> Answer:
    """Return the fields of an address. Raises Unclear."""
    if _PHONES["gone"].search(text):
        raise Unclear(N_("Ska ett nummer eller en adress tas bort? Gör det för hand i filen."))
    said, notes = notes_of(re.sub(r"<mailto:[^>]*>", "", text))
    found = re.findall(r"[^\s<>,;:]+@[^\s<>,;:]+", said)
    if len(found) != 1:
        raise Unclear(N_("Skriv en adress på varje rad."))
    address = found[0].rstrip(".")
    if personal_data.is_personal(address):
        raise Unclear(PERSON)
    registrar = any(_PHONES["registrar"].fullmatch(note) for note in notes)
    notes = [note for note in notes if not _PHONES["registrar"].fullmatch(note)]
    fields, refused = _of_a_way(notes)
    kind = "registrar" if registrar else "centre"
    return Answer({"address": fitting(Address, address), "kind": kind, **fields}, refused)


def read_channel(question: Question, text: str) -> Answer:
    """Return the fields of the channel whose kind the question names. Raises Unclear."""
    kind = question.field.partition(".")[2]
    if _YES_NO["no"].fullmatch(text.strip(" .")):
        return Answer({})
    if kind in ("sms", "call"):
        fields = read_phone(question, text)
        hours = {"hours": NOT_CONFIRMED}
        return Answer({"kind": kind, **hours, **fields.fields}, fields.refused)
    said, notes = notes_of(text)
    fields_of_way, refused = _of_a_way(notes)
    if kind == "social":
        platform, _, account = said.partition(" ")
        if not re.fullmatch(r"@?[\w.]{2,60}", account) or personal_data.persons_in(said):
            raise Unclear(N_("Skriv tjänsten och kontots namn, som Instagram stodcentrum_exempel."))
        where: Fields = {"platform": platform, "account": account.removeprefix("@")}
    else:
        where = {"url": fitting(Url, said)}
    answered = kind in ("chat", "sign language")
    unsaid = {"hours": NOT_CONFIRMED} if answered and "hours" not in fields_of_way else {}
    return Answer({"kind": kind, **where, **unsaid, **fields_of_way}, refused)
