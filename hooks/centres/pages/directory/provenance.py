"""Where what a page says comes from, and from which day: the fold on certainty."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from markupsafe import Markup

from centres.data.directory import BASE_SOURCE, Directory
from centres.data.geography import Municipality
from centres.data.model import Centre, Cited, Fact, Hours, Source
from centres.i18n import N_, Words
from centres.pages import channels, evidence, labels
from centres.pages.directory import coming
from centres.pages.directory.centre_facts import said
from centres.pages.edition import Edition
from centres.pages.evidence import Evidence, Subject


def known_from(
    directory: Directory, centre: Centre | None, municipality: Municipality | None
) -> tuple[Source, date | None]:
    """Return the source that says that there is a centre, or none, and the day of what it says.

    The review says who had one then; of a centre that has closed since, what we know it from.
    """
    name = municipality.name if municipality else ""
    if centre:
        membership = directory.membership_of.get(name)
        fact = membership if membership and membership.source else centre
        return directory.source_of(fact, centre), fact.checked or centre.checked
    if name in directory.ahead.without_since:
        _, why = directory.ahead.without_since[name]
        return directory.source_of(why), why.checked
    source = directory.sources[BASE_SOURCE]
    return source, source.latest


def of_municipality(
    edition: Edition, municipality: Municipality, centre: Centre | None
) -> list[Subject]:
    """Return what the page of `municipality` says of it and its centre, with where it is from.

    What it says of the lines that stand on each such page is theirs: `LineCard.evidence`.
    """
    here = Subject(edition.localizer.name(municipality.name), [])
    if centre is None:
        source, _ = known_from(edition.directory, None, municipality)
        row = _row(edition, edition.words.html(N_("inget stödcentrum")), source)
        here.evidence.append(row)
    if turn := edition.directory.ahead.of_municipality.get(municipality.name):
        day = edition.words.day(turn.day)
        here.evidence.extend(coming.sources(edition, [(day, turn.why)]))
    here.evidence.extend(_contacts(edition, municipality))
    return [*([_of_today(edition, centre)] if centre else []), *([here] if here.evidence else [])]


def of_centre(edition: Edition, centre: Centre) -> Subject:
    """Return what is known of `centre`, and of what is decided about it."""
    now = _of_today(edition, centre)
    steps = edition.directory.ahead.of_centre.get(centre.id, [])
    reasons = [(edition.words.day(step.day), step.why) for step in steps]
    return Subject(now.name, [*now.evidence, *coming.sources(edition, reasons)])


def _of_today(edition: Edition, centre: Centre) -> Subject:
    """Return what is known of `centre` by source, and last what nobody has confirmed.

    The source of its entry is told even where it says no more than that there is a centre.
    """
    unknown = [label for label, fact in labels.facts(centre) if not fact.known]
    if not centre.ages.known and centre.ages.group == "young":
        unknown.insert(0, N_("åldersgränsen"))
    known = list(_facts(edition, centre))
    if all(fact.source for _, fact in known):
        known.insert(0, (edition.words.html(N_("att centret finns")), centre))
    rows = evidence.rows(
        edition.directory,
        edition.citations,
        centre,
        known=known,
        unknown=map(edition.words.html, unknown),
    )
    return Subject(edition.localizer.name(centre.name), list(rows))


def _facts(edition: Edition, centre: Centre) -> Iterator[tuple[Markup, Cited]]:
    words = edition.words
    for name, fact in ((centre.name, centre.naming), *_memberships(centre)):
        if fact.source:
            yield edition.localizer.name(name), fact
    for phone in centre.phones:
        yield channels.number(phone.number), phone
        if phone.hours and phone.hours.known:
            said_of = _of(channels.number(phone.number), phone.hours, words)
            yield said_of, phone.hours if phone.hours.source else phone
    for email in centre.emails:
        if email.published:
            yield channels.number(email.address), email
    for way in centre.channels:
        name = channels.number(way.where)
        yield name, way
        if way.hours and way.hours.known:
            yield _of(name, way.hours, words), way.hours if way.hours.source else way
    if centre.ages.known or centre.ages.group == "all":
        ages = edition.localizer.ages(centre.ages) if centre.ages.known else None
        yield ages or words.html(N_("alla åldrar")), centre.ages
    for label, fact in labels.facts(centre):
        if fact.known:
            yield _of(words.html(label), fact, words), fact
    if centre.visiting_address:
        yield edition.localizer.swedish(centre.visiting_address.value), centre.visiting_address


def _of(subject: Markup, fact: Fact[Any] | Hours, words: Words) -> Markup:
    return Markup("{}: {}").format(subject, said(words, fact))


def _memberships(centre: Centre) -> list[tuple[str, Cited]]:
    return [(one.name, one) for one in centre.memberships]


def _contacts(edition: Edition, municipality: Municipality) -> Iterator[Evidence]:
    """Yield the website and the switchboard of `municipality`, each with its own date."""
    contact = edition.directory.contacts.get(municipality.code)
    if contact is None:
        return
    shown = ((contact.host, contact.website_from), (contact.switchboard, contact.switchboard_from))
    for text, stated in shown:
        if text and stated:
            name = Markup('<bdi dir="ltr" translate="no">{}</bdi>').format(text)
            dated = edition.directory.source_of(stated).model_copy(update={"date": stated.date})
            yield _row(edition, name, dated)


def _row(edition: Edition, said: Markup, source: Source) -> Evidence:
    citations = edition.citations
    return Evidence(said, citations.date_of(source), citations.without_date(source))
