"""The text that goes round: what we show of a centre, a line for each question.

    Öppettider: mån–tor 9–12, 13–16; fre 9–12 (i juli bara på förmiddagen)
    Anonym: ja (upp till fem samtal)
    Telefon: 08-123 45 67 (växel, be om Stödcentrum)
    Telefon: 08-123 45 68 (för: dig under 18 år) (svarar vardagar 9–12)
    Tolk: ?

The key of a question, a colon and the answer; what is in parentheses belongs to it. "?" is not
known, and left so it is no answer. A letter prints it, the page for answering makes it, what comes
back holds it, and `reading` reads it. What is printed after an answer within brackets, [ja / nej /
vet ej], is ours, and is not read.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Channel, Email, Helpline, Hours, MunicipalContact, Phone
from centres.data.model.hours import ALWAYS, span
from centres.data.round.questions import OF_CENTRE, OF_LINE, OF_MUNICIPALITY, WORDS, Question
from centres.data.round.spoken import name_of

# The value of a line where we show nothing.
UNKNOWN: str = WORDS["unknown"]


class Line(NamedTuple):
    """A question and what we show: `value` is UNKNOWN where that is nothing."""

    question: Question
    value: str

    @property
    def text(self) -> str:
        """The line itself."""
        return f"{self.question.key}: {self.value}"

    @property
    def known(self) -> bool:
        """Whether we show anything."""
        return self.value != UNKNOWN


def lines(centre: Centre) -> list[Line]:
    """Return a line for each question, in order: a number, an address or a channel has its own."""
    return [Line(one, value) for one in OF_CENTRE for value in _values(centre, one) or [UNKNOWN]]


def of_line(line: Helpline) -> list[Line]:
    """Return a line for each question to a national line."""
    made = []
    for question in OF_LINE:
        first, _, kind = question.field.partition(".")
        if question.kind == "channel":
            values = [_channel(one) for one in line.channels if one.kind == kind]
        else:
            value = getattr(line, first)
            shown = value if isinstance(value, str) else answer(value.value)
            note = None if isinstance(value, str) else value.note
            values = [with_notes(shown, [note])] if shown else []
        made += [Line(question, value) for value in values or [UNKNOWN]]
    return made


def of_municipality(contact: MunicipalContact, centre: Centre | None) -> list[Line]:
    """Return a line for each question to a municipality, whose centre is `centre`, if any."""
    known = {
        "centre": centre.name if centre else WORDS["no"],
        "switchboard": contact.switchboard,
        "website": contact.website,
    }
    return [Line(one, known.get(one.field) or UNKNOWN) for one in OF_MUNICIPALITY]


def _values(centre: Centre, question: Question) -> list[str]:
    """Return what we show of `question`: nothing, a text, or several where it has several lines."""
    if question.kind == "phones":
        return [_phone(phone) for phone in centre.phones]
    if question.kind == "emails":
        return [_email(email) for email in centre.emails]
    first, _, rest = question.field.partition(".")
    if question.kind == "channel":
        return [_channel(one) for one in centre.channels if one.kind == rest]
    value = _one(centre, question, first, rest)
    return [value] if value else []


def _one(centre: Centre, question: Question, first: str, rest: str) -> str:
    """Return the text of a question with one line; empty where nothing is known."""
    if question.field == "name":
        return centre.name
    if question.field == "municipalities":
        return ", ".join(centre.municipalities)
    if question.field == "run_by.name":
        return centre.run_by.name or ""
    if question.field == "opening_hours.exceptions":
        return ", ".join(_season(one) for one in centre.opening_hours.exceptions)
    value: Any = getattr(centre, first)
    if question.field in ("note", "ages", "web_page.url", "ages.flexible"):
        return {"note": _note, "ages": _ages, "web_page": _page}[first](centre, rest)
    fact = getattr(value, rest) if rest else value
    if fact is None:
        return ""
    shown = hours(fact) if isinstance(fact, Hours) else answer(fact.value)
    return with_notes(shown, [fact.note]) if shown else ""


def with_notes(value: str, notes: Iterable[str | None]) -> str:
    """Return `value` with each of `notes` in parentheses after it."""
    return " ".join([value, *(f"({note})" for note in notes if note)])


def answer(value: Any) -> str:
    """Return the text of a yes, a no, a text or codes of languages; empty if not confirmed."""
    if value == NOT_CONFIRMED:
        return ""
    if isinstance(value, list):
        return ", ".join(map(name_of, value))
    return str(WORDS.get(value, value)) if value in ("yes", "no") else str(value)


def hours(known: Hours) -> str:
    """Return the hours of a week as `hours_text` reads them; empty if nothing is known."""
    if known.always or known.weekly == (ALWAYS,):
        return str(WORDS["always"])
    parts = "; ".join(_week(known.weekly))
    agreed = WORDS["agreement"] if known.by_agreement == "yes" else ""
    return "; ".join(filter(None, (parts, agreed)))


def _week(week: tuple[str, ...]) -> Iterator[str]:
    """Yield the days that have the same hours, with these: "mån–tor 9–12, 13–16"."""
    for days, spans in groupby(map(span, week), key=lambda one: one.days):
        times = ", ".join(f"{_time(one.opens)}–{_time(one.closes)}" for one in spans)
        first, last = WORDS["days"][days[0]], WORDS["days"][days[-1]]
        yield f"{first if first == last else f'{first}–{last}'} {times}"


def _time(minutes: int) -> str:
    return f"{minutes // 60}" + (f".{minutes % 60:02}" if minutes % 60 else "")


def _season(season: Any) -> str:
    return f"{season.first}–{season.last} " + ("; ".join(_week(season.weekly)) or WORDS["closed"])


def _note(centre: Centre, _: str) -> str:
    return centre.note or ""


def _page(centre: Centre, _: str) -> str:
    page = centre.web_page
    return page.url if page and page.url != NOT_CONFIRMED else ""


def _ages(centre: Centre, part: str) -> str:
    ages = centre.ages
    if part:
        return answer(ages.flexible)
    limits = [
        WORDS[word] % age
        for word, age in (("from", ages.lowest), ("under", ages.under), ("up_to", ages.up_to))
        if age is not None
    ]
    group = WORDS["all_ages"] if ages.group == "all" else WORDS["young"]
    return with_notes(" ".join(limits) or group, [ages.note])


def _phone(phone: Phone) -> str:
    kind = {"switchboard": WORDS["switchboard"], "direct": WORDS["direct"]}.get(phone.kind)
    asked = phone.ask_for and WORDS["ask_for"] % phone.ask_for
    hidden = WORDS["hidden"] if phone.hidden_number else None
    what = ", ".join(filter(None, (kind, asked)))
    return with_notes(phone.number, [what, hidden, *_of_a_way(phone)])


def _email(email: Email) -> str:
    kind = WORDS["registrar"] if email.kind == "registrar" else None
    address = email.address if email.published else WORDS["withheld"]
    return with_notes(address, [kind, *_of_a_way(email)])


def _channel(channel: Channel) -> str:
    account = " ".join(filter(None, (channel.platform, channel.account)))
    # Only a national line has a channel that is an address.
    address = getattr(channel, "address", None)
    where = [part for part in (channel.number, address, account, channel.url) if part]
    return with_notes(" ".join(where), _of_a_way(channel))


def _of_a_way(way: Phone | Email | Channel) -> list[str | None]:
    """Return for whom a way to reach the centre is, when somebody answers, and its note."""
    known = getattr(way, "hours", None)
    written = known and hours(known)
    return [
        way.for_whom and WORDS["for_whom"] % way.for_whom,
        written and WORDS["answers_at"] % written,
        way.note,
    ]
