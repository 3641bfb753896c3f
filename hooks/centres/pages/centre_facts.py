"""What is known about a centre, as answers: a fact without a date is a question to ask."""

from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Fact, Hours, MunicipalContact
from centres.i18n import N_, Words
from centres.pages import hours, labels
from centres.pages.edition import Edition
from centres.pages.helplines import ChannelHours


@dataclass(frozen=True)
class Answer:
    """A question about a centre (in Swedish), its answer, and where that comes from.

    `remark` is None where the answer has the entry's own source, which a page cites once.
    """

    label: str
    text: Markup
    remark: Markup | None


@dataclass(frozen=True)
class CurrentFacts:
    """What may be said as true of a centre before somebody calls: "yes", "no" or "not confirmed".

    A fact from an undated source is not confirmed.
    """

    anonymity: str
    free_of_charge: str
    close_relationships: str


@dataclass(frozen=True)
class CentreCard:
    """A centre with whom it is for and how to reach it.

    `ages` are its limits in words, None if none is known; `age_is_dated`, whether their source has
    a date. `hours` are None where nobody knows them, or only a source without a date says them.
    """

    centre: Centre
    current: CurrentFacts
    ages: Markup | None
    age_is_dated: bool
    hours: ChannelHours | None

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


def centre_card(edition: Edition, centre: Centre) -> CentreCard:
    """Return what a card says about `centre`."""
    return CentreCard(
        centre=centre,
        current=current_facts(edition.directory, centre),
        ages=edition.localizer.ages(centre.ages) if centre.ages.known else None,
        age_is_dated=edition.directory.is_dated(centre.ages, centre),
        hours=_hours(edition, centre),
    )


def current_facts(directory: Directory, centre: Centre) -> CurrentFacts:
    """Return what may be said as true of `centre`."""

    def value(fact: Fact[str]) -> str:
        return fact.value if directory.is_dated(fact, centre) else NOT_CONFIRMED

    return CurrentFacts(
        anonymity=value(centre.anonymity),
        free_of_charge=value(centre.free_of_charge),
        close_relationships=value(centre.close_relationships),
    )


def _hours(edition: Edition, centre: Centre) -> ChannelHours | None:
    directory, known = edition.directory, centre.opening_hours
    if not known.hold_on(directory.today) or not directory.is_dated(known, centre):
        return None
    source = directory.source_of(known, centre)
    now = hours.open_now(known, source, directory.today)
    text = hours.in_words(edition.words, known, directory.today)
    return ChannelHours("call", Markup(), text, now)


def answers(edition: Edition, centre: Centre) -> list[Answer]:
    """Return every question about `centre` with its answer."""
    return [_answer(edition, centre, label, fact) for label, fact in labels.facts(centre)]


def _answer(edition: Edition, centre: Centre, label: str, fact: Fact[str] | Hours) -> Answer:
    """Return the answer: to ask the centre, with the fact as a remark, if its source is undated.

    What nobody has confirmed is a question already, whatever its source.
    """
    words, directory = edition.words, edition.directory
    text = _said(words, fact)
    if fact.note:
        joined = "{} {}" if isinstance(fact, Hours) else "{}. {}"
        text = Markup(joined).format(text, words.html(fact.note))  # noqa: S704 (our own string)
    if fact.known and not directory.is_dated(fact, centre):
        publisher = directory.source_of(fact, centre).publisher
        remark = words.html(
            N_("%(publisher)s, utan datum: %(said)s"),
            publisher=edition.localizer.name(publisher),
            said=text,
        )
        return Answer(label, words.html(labels.ASK), remark)
    return Answer(label, text, edition.citations.if_own(fact))


def _said(words: Words, fact: Fact[str] | Hours) -> Markup:
    if isinstance(fact, Hours):
        return hours.in_words(words, fact) if fact.known else words.html(labels.ASK)
    return words.html(labels.ANSWER.get(fact.value, fact.value))
