"""A centre as a card: for whom it is, every way to reach it, and what is known before one calls."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, ChannelKind, Cited, Hours, MunicipalContact, Phone
from centres.i18n import N_, Words
from centres.pages import channels, hours, labels
from centres.pages.channels import Button, ChannelHours
from centres.pages.edition import Edition


@dataclass(frozen=True)
class CurrentFacts:
    """What may be said as true of a centre before somebody calls: "yes", "no" or "not confirmed".

    A fact from an undated source is not confirmed, and its note is not shown. `notes` are by the
    name of the fact, as HTML; empty without one.
    """

    anonymity: str
    free_of_charge: str
    close_relationships: str
    drop_in: str
    notes: dict[str, Markup]


@dataclass(frozen=True)
class NumberToCall:
    """A number of a centre, what its button says of it, and its note; both may be empty."""

    phone: Phone
    said: Markup
    note: Markup


@dataclass(frozen=True)
class Visit:
    """Where and when one may come; each is empty where nobody knows, or the centre does not say."""

    address: str
    hours: Markup


@dataclass(frozen=True)
class CentreCard:
    """A centre with whom it is for and how to reach it.

    `ages` are its limits in words, None if none is known; `age_is_dated`, whether their source has
    a date. `ways` are those beside its numbers and addresses. `hours` are only those that are known
    and hold today, from a source with a date.
    """

    centre: Centre
    current: CurrentFacts
    ages: Markup | None
    age_is_dated: bool
    numbers: list[NumberToCall]
    ways: list[Button]
    hours: list[ChannelHours]
    visit: Visit

    def is_called(self, contact: MunicipalContact | None) -> bool:
        """Return whether it has a number to call: its own, or that of its municipality."""
        return bool(self.centre.phones or (contact and contact.switchboard))

    @property
    def limited(self) -> bool:
        """Whether it is for the young only, so that somebody else helps the older."""
        return self.centre.ages.group == "young"

    @property
    def of_association(self) -> bool:
        """Whether an association runs it, whose duty of confidentiality is not the law's."""
        return self.centre.run_by.kind == "victim support association"

    @property
    def kinds(self) -> list[str]:
        """The kinds of its ways beside numbers and addresses: what each leaves behind is said."""
        return [way.channel.kind for way in self.ways]


def centre_card(edition: Edition, centre: Centre) -> CentreCard:
    """Return what a card says about `centre`."""
    words = edition.words
    return CentreCard(
        centre=centre,
        current=current_facts(edition.directory, words, centre),
        ages=edition.localizer.ages(centre.ages) if centre.ages.known else None,
        age_is_dated=edition.directory.is_dated(centre.ages, centre),
        numbers=[_number(words, centre, phone) for phone in centre.phones],
        ways=[channels.button(words, channel) for channel in centre.channels],
        hours=list(_hours(edition, centre)),
        visit=_visit(edition, centre),
    )


def current_facts(directory: Directory, words: Words, centre: Centre) -> CurrentFacts:
    """Return what may be said as true of `centre`."""
    facts = {
        name: getattr(centre, name)
        for name in ("anonymity", "free_of_charge", "close_relationships", "drop_in")
    }
    current = {name: fact for name, fact in facts.items() if directory.is_dated(fact, centre)}
    return CurrentFacts(
        **{name: current[name].value if name in current else NOT_CONFIRMED for name in facts},
        notes={
            name: words.html(fact.note) if name in current and fact.note else Markup()
            for name, fact in facts.items()
        },
    )


def _number(words: Words, centre: Centre, phone: Phone) -> NumberToCall:
    """Return a number with for whom it is, or that it is tried where the first does not answer.

    That is said only of another number to the same door.
    """
    first = centre.phones[0]
    said = Markup()
    if phone.for_whom:
        said = words.html(phone.for_whom)
    elif phone is not first and not first.for_whom and phone.kind == first.kind:
        said = words.html(N_("Svarar ingen? Prova det här"))
    elif phone is not first and phone.kind == "switchboard":
        said = words.html(N_("Kommunens växel"))
    return NumberToCall(phone, said, words.html(phone.note) if phone.note else Markup())


def _hours(edition: Edition, centre: Centre) -> Iterator[ChannelHours]:
    """Yield when the centre answers, then each number and way that has hours of its own.

    The label says which it is, where there are several.
    """
    words = edition.words
    timed: list[tuple[Hours, Cited, ChannelKind, Markup]] = []
    for phone in centre.phones:
        if phone.hours:
            timed.append((phone.hours, phone, "call", channels.number(phone.number)))
    for way in centre.channels:
        if way.hours:
            timed.append((way.hours, way, way.kind, channels.said_of(words, way)))
    general = words.html(labels.CHANNEL["call"]) if timed else Markup()
    for known, owner, kind, label in [(centre.opening_hours, centre, "call", general), *timed]:
        entry = owner if owner.source else centre
        if edition.directory.is_dated(known, entry):
            shown = channels.channel_hours(edition.directory, words, known, entry, kind, label)
            if shown:
                yield shown


def _visit(edition: Edition, centre: Centre) -> Visit:
    directory, address = edition.directory, centre.visiting_address
    shown = address is not None and directory.is_dated(address, centre)
    known = centre.visiting_hours
    held = known.hold_on(directory.today) and directory.is_dated(known, centre)
    return Visit(
        address=address.value if address and shown else "",
        hours=hours.in_words(edition.words, known, directory.today) if held else Markup(),
    )
