"""Write what an answer says into the entry of a centre: a text of the file in, a text out.

Each fact gets its own source and day, and no other byte changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre
from centres.data.round.parts import Fields
from centres.data.round.reading import Reading, Told, Unread
from centres.files import yaml_edit
from centres.files.yaml_edit import Quoted, Row
from centres.files.yaml_file import Location
from centres.i18n import N_

# The name of the value of a record that is written short, by its field; of a fact it is value.
_SHORT = {"opening_hours": "weekly", "visiting_hours": "weekly", "ages": "group"}
_SHORT_MEMBERSHIP = "name"
# The field that a new one is put below.
_BELOW = {"channels": "emails", "note": "interpreters"}
_NOT_VERIFIED = N_(
    "Ett nummer, en adress eller en länk är ny. Se att svaret kommer från centret, och kör igen "
    "med --verified domain eller --verified callback."
)
_NO_TITLE = N_(
    "Vad heter sidan? Skriv rubriken efter adressen, så här: https://… (sidan heter Stödcentrum)."
)
_SEASONS = N_("Det finns undantag för vissa dagar. Skriv de nya tiderna för hand, så står de kvar.")
_FLEXIBLE = N_("Undantag gäller en åldersgräns. Svaret säger inget om åldrarna.")


@dataclass(frozen=True)
class Said:
    """Where an answer comes from: the id of its source, its day, and how a change was verified."""

    source: str
    checked: str
    verified: str | None = None

    @property
    def cited(self) -> Fields:
        """Source and day, as they end a row."""
        return {"source": self.source, "checked": self.checked}


def sort_out(reading: Reading, centre: Centre, said: Said) -> Reading:
    """Return `reading` with what may not be written moved to what is left to ask."""
    kept: list[Told] = []
    unread = list(reading.unread)
    ages = any(one.question.field == "ages" for one in reading.told)
    for one in reading.told:
        message = _refusal(one, centre, said, ages)
        if message:
            unread.append(Unread(one.question, one.number, (message, {})))
        else:
            kept.append(one)
    return Reading(reading.id, kept, unread, reading.all_right)


def _refusal(one: Told, centre: Centre, said: Said, ages: bool) -> str | None:
    """Return why an answer is not written; None if it is. `ages` is whether these are answered."""
    field = one.question.field
    fields = one.answer.fields if one.answer else {}
    known = one.question.many and one.place is not None
    if fields and one.question.to_verify and not known and not said.verified:
        return _NOT_VERIFIED
    if field == "web_page.url" and fields and not centre.web_page and "title" not in fields:
        return _NO_TITLE
    if field == "ages.flexible" and (not ages or centre.ages.group == "all"):
        return _FLEXIBLE
    hours = getattr(centre, field, None) if one.question.kind == "hours" else None
    if hours and fields and (hours.exceptions or hours.valid_from or hours.valid_to):
        return _SEASONS
    return None


def written(text: str, index: int, centre: Centre, told: list[Told], said: Said) -> str:
    """Return the text of the file with what is `told` of the centre whose entry is at `index`."""
    # The group of ages first: what else is said of them goes into the same record.
    for one in sorted(told, key=lambda one: one.question.field == "ages.flexible"):
        if one.answer and one.answer.fields:
            text = _changed(text, index, centre, one, dict(one.answer.fields), said)
        else:
            for location in _locations(centre, one):
                text = _cited(text, (index, *location), said)
    return text


def _changed(text: str, index: int, centre: Centre, one: Told, fields: Fields, said: Said) -> str:
    """Return the text with a new or another value."""
    question = one.question
    first, *rest = question.field.split(".")
    verified = {"verified": said.verified} if question.to_verify and said.verified else {}
    cited = {**said.cited, **verified}
    if question.many and one.place is not None:
        for location in _locations(centre, one):
            text = _merged(text, (index, *location), {**_as_written(fields), **cited})
        return text
    if question.many:
        name = "channels" if question.kind == "channel" else first
        return _added(text, index, name, Row({**_as_written(fields), **cited}))
    if question.field == "note":
        return yaml_edit.with_field(text, index, _BELOW["note"], "note", fields["value"])
    if question.field == "ages.flexible":
        text = _cited(text, (index, "ages"), said)
        for name, value in fields.items():
            part = "flexible" if name == "value" else name
            text = yaml_edit.with_part(text, (index, "ages"), part, value)
        return text
    if question.field == "web_page.url":
        title = fields.get("title") or (centre.web_page and centre.web_page.title)
        fields, rest = {"title": title, "url": fields["url"]}, []
    if question.field == "ages" and fields.get("group") != "all":
        flexible = centre.ages.flexible
        fields |= {} if flexible == NOT_CONFIRMED else {"flexible": flexible}
    row = Row({**fields, **cited})
    location = (index, first, *rest)
    if rest or _stands(text, location):
        return yaml_edit.replaced(text, location, row)
    return yaml_edit.with_field(text, index, _BELOW.get(first, "opening_hours"), first, row)


def _as_written(fields: Fields) -> Fields:
    """Return fields with a number as it has to be written, within quotation marks."""
    return {name: Quoted(value) if name == "number" else value for name, value in fields.items()}


def _added(text: str, index: int, name: str, row: Row) -> str:
    """Return the text with another number, address or channel."""
    if _stands(text, (index, name)):
        return yaml_edit.appended(text, (index, name), row)
    return yaml_edit.with_field(text, index, _BELOW[name], name, [row])


def _merged(text: str, location: Location, fields: Fields) -> str:
    """Return the text with `fields` in the record at `location`, which keeps its number."""
    for name, value in fields.items():
        if value != NOT_CONFIRMED and name not in ("number", "address", "url", "account"):
            text = yaml_edit.with_part(text, location, name, value)
    return text


def _cited(text: str, location: Location, said: Said) -> str:
    """Return the text with a source and a day of its own for the fact at `location`."""
    if not yaml_edit.is_mapping(text, location):
        value = yaml_edit.value_at(text, location)
        field = str(next(step for step in reversed(location) if isinstance(step, str)))
        short = _SHORT_MEMBERSHIP if field == "municipalities" else _SHORT.get(field, "value")
        return yaml_edit.replaced(text, location, Row({short: value, **said.cited}))
    for name, value in said.cited.items():
        text = yaml_edit.with_part(text, location, name, value)
    return text


def _stands(text: str, location: Location) -> bool:
    try:
        yaml_edit.is_mapping(text, location)
    except KeyError:
        return False
    return True


def _locations(centre: Centre, one: Told) -> Iterator[Location]:
    """Yield where what we show stands in the entry; nothing where it has no source of its own."""
    question, place = one.question, one.place or 0
    first, _, rest = question.field.partition(".")
    if question.kind == "channel":
        of_kind = [at for at, channel in enumerate(centre.channels) if channel.kind == rest]
        yield ("channels", of_kind[place])
    elif question.many:
        yield (first, place)
    elif first == "municipalities":
        names = [membership.name for membership in centre.memberships]
        yield from ((first, at) for at in range(len(names)))
    elif first in ("ages", "web_page", "run_by", "opening_hours"):
        yield (first,)
    elif first != "note":
        yield (first, rest) if rest else (first,)
