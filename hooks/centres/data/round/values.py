"""Read the answer to one question: what it says, or why it is not clear. Nothing is guessed."""

import re
from collections.abc import Callable

from centres.data.field_types import Line, Url
from centres.data.round.parts import (
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
from centres.data.round.spoken import code_of
from centres.data.round.ways import read_channel, read_email, read_phone
from centres.i18n import N_

_YES_NO, _AGES = patterns("yes_or_no"), patterns("ages")
_HIDE = patterns("phones")["hide"]


def read(question: Question, text: str) -> Answer:
    """Return what `text` says in answer to `question`. Raises Unclear."""
    if _YES_NO["not_known"].fullmatch(text.strip(" .!")):
        return Answer({})
    return _READERS[question.kind](question, text)


def _yes_or_no(_: Question, text: str) -> Answer:
    said, notes = notes_of(text)
    if _YES_NO["unclear"].search(said):
        raise Unclear(N_("Är det ja eller nej? Svaret säger inget av dem säkert."))
    for value in ("yes", "no"):
        found = re.match(
            rf"(?:{_YES_NO[value].pattern})(?=$|[\s,.;:!–—-])", said, flags=re.IGNORECASE
        )
        if found is None:
            continue
        rest = re.sub(rf"^(?:{_YES_NO['between'].pattern})", "", said[found.end() :])
        other = "no" if value == "yes" else "yes"
        if re.search(rf"(?<!\w)(?:{_YES_NO[other].pattern})(?!\w)", rest, flags=re.IGNORECASE):
            raise Unclear(N_("Är det ja eller nej? Båda står i svaret."))
        rest = _YES_NO["filler"].sub("", rest).strip(" ,.;!–—-")
        note, refused = note_of([rest, *notes])
        return Answer({"value": value, **note}, refused)
    raise Unclear(N_("Är det ja eller nej? Svaret börjar inte med något av dem."))


def _hours(_: Question, text: str) -> Answer:
    said, notes = notes_of(text)
    week = week_of(said)
    note, refused = note_of(notes)
    return Answer({"weekly": week, **note}, refused)


def _ages(_: Question, text: str) -> Answer:
    said, notes = notes_of(text.strip(" ."))
    note, refused = note_of(notes)
    for group in ("all", "young"):
        if _AGES[group].fullmatch(said):
            return Answer({"group": group, **note}, refused)
    limits: Fields = {}
    left = said
    for name in ("up_to", "under", "on", "from"):
        field = "from" if name == "on" else name
        found = _AGES[name].search(left)
        if found and field not in limits:
            limits[field] = str(int(found["age"]))
            left = f"{left[: found.start()]} {left[found.end() :]}"
    if re.fullmatch(r"\s*[0-9]{1,3}\s*(år)?\s*", left) and "up_to" in limits:
        limits["from"], left = str(int(re.sub(r"\D", "", left))), ""
    if not limits or left.strip(" ,.-–år") not in ("", "och", "and"):
        raise Unclear(
            N_(
                "Är den högsta åldern med? Skriv till och med 20, eller under 21. Gäller det alla, "
                "skriv alla."
            )
        )
    ordered: Fields = {name: limits[name] for name in ("from", "under", "up_to") if name in limits}
    return Answer({**ordered, **note}, refused)


def _url(_: Question, text: str) -> Answer:
    said, notes = notes_of(text.strip(" ."))
    titles = [note for note in notes if note.casefold().startswith("sidan heter ")]
    title = {"title": titles[0][len("sidan heter ") :]} if titles else {}
    return Answer({**title, "url": fitting(Url, said)})


def _text(_: Question, text: str) -> Answer:
    if _HIDE.fullmatch(text.strip(" .")):
        return Answer({})
    if problem := private(text) or unfit(Line, text):
        raise Unclear(problem[0], **problem[1])
    return Answer({"value": text})


def _languages(_: Question, text: str) -> Answer:
    said, notes = notes_of(text.strip(" ."))
    names = [name for name in re.split(r"\s*(?:,|;|/|&|\boch\b|\band\b)\s*", said) if name]
    codes = [code_of(name) for name in names]
    if not names or None in codes:
        raise Unclear(N_("Något av orden är inget språk som vi känner igen. Skriv komma emellan."))
    note, refused = note_of(notes)
    return Answer({"value": [*dict.fromkeys(codes)], **note}, refused)


def _by_hand(_: Question, text: str) -> Answer:
    raise Unclear(N_("Det här skriver du för hand, eller med centres rename, join eller leave."))


_READERS: dict[str, Callable[[Question, str], Answer]] = {
    "yes or no": _yes_or_no,
    "hours": _hours,
    "ages": _ages,
    "url": _url,
    "phones": read_phone,
    "emails": read_email,
    "channel": read_channel,
    "text": _text,
    "languages": _languages,
    "by hand": _by_hand,
}
