"""What is known about a centre, as answers: a fact without a date is a question to ask."""

from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre, Fact
from centres.i18n import N_
from centres.pages import labels
from centres.pages.edition import Edition


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

    `opening_hours` are words instead of yes or no. A fact from an undated source is not confirmed.
    """

    anonymity: str
    free_of_charge: str
    close_relationships: str
    opening_hours: str


@dataclass(frozen=True)
class CentreCard:
    """A centre with whom it is for and how to reach it.

    `ages` are its limits in words, None if none is known; `age_is_dated`, whether their source has
    a date; `older`, the first age that is too old, if a dated source gives it.
    """

    centre: Centre
    current: CurrentFacts
    ages: Markup | None
    age_is_dated: bool
    older: int | None

    @property
    def limited(self) -> bool:
        """Whether it is for the young only, so that somebody else helps the older."""
        return self.centre.ages.group == "young"


def centre_card(edition: Edition, centre: Centre) -> CentreCard:
    """Return what a card says about `centre`."""
    dated = edition.directory.is_dated(centre.ages, centre)
    return CentreCard(
        centre=centre,
        current=current_facts(edition.directory, centre),
        ages=edition.localizer.ages(centre.ages) if centre.ages.known else None,
        age_is_dated=dated,
        older=centre.ages.limit if dated else None,
    )


def current_facts(directory: Directory, centre: Centre) -> CurrentFacts:
    """Return what may be said as true of `centre`."""

    def value(fact: Fact[str]) -> str:
        return fact.value if directory.is_dated(fact, centre) else NOT_CONFIRMED

    return CurrentFacts(
        anonymity=value(centre.anonymity),
        free_of_charge=value(centre.free_of_charge),
        close_relationships=value(centre.close_relationships),
        opening_hours=value(centre.opening_hours),
    )


def answers(edition: Edition, centre: Centre) -> list[Answer]:
    """Return every question about `centre` with its answer."""
    return [_answer(edition, centre, label, fact) for label, fact in labels.facts(centre)]


def _answer(edition: Edition, centre: Centre, label: str, fact: Fact[str]) -> Answer:
    """Return the answer: to ask the centre, with the fact as a remark, if its source is undated.

    What nobody has confirmed is a question already, whatever its source.
    """
    words, directory = edition.words, edition.directory
    text = words.html(labels.ANSWER.get(fact.value, fact.value))
    if fact.note:
        text = Markup("{} {}").format(text, words.html(fact.note))
    if fact.known and not directory.is_dated(fact, centre):
        publisher = directory.source_of(fact if fact.source else centre).publisher
        remark = words.html(
            N_("%(publisher)s, utan datum: %(said)s"),
            publisher=edition.localizer.name(publisher),
            said=text,
        )
        return Answer(label, words.html(labels.ASK), remark)
    return Answer(label, text, edition.citations.if_own(fact))
