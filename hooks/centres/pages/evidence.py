"""Where each fact comes from and from which day it is: the rows of the fold on certainty."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.model import Channel, Cited, Fact, Helpline, Source
from centres.i18n import N_, Words
from centres.pages import hours
from centres.pages.citations import Citations
from centres.pages.labels import PROMISE, UNCONFIRMED

# Between the facts of a row: they hold commas, and questions, of their own.
LINE_BREAK = Markup("<br>")


@dataclass(frozen=True)
class Evidence:
    """What some facts say, the source that all of them have, and its date in words.

    What nobody has confirmed has neither.
    """

    facts: Markup
    date: str = ""
    source: Markup | None = None


@dataclass(frozen=True)
class Subject:
    """Something that facts are about, with them: a centre, a line, a municipality."""

    name: Markup
    evidence: list[Evidence]


def rows(
    directory: Directory,
    citations: Citations,
    entry: Cited,
    known: Iterable[tuple[Markup, Cited]],
    unknown: Iterable[Markup],
) -> Iterator[Evidence]:
    """Yield a row for each source of what is `known` of `entry`, and last what is `unknown`.

    A fact without a source of its own has the entry's.
    """
    of_source: dict[tuple[str, str], tuple[Source, list[Markup]]] = {}
    for said, fact in known:
        source = directory.source_of(fact if fact.source else entry)
        of_source.setdefault((source.id, source.date), (source, []))[1].append(said)
    for source, said_of in of_source.values():
        # What is said of a line in two fields is said once.
        text = LINE_BREAK.join(dict.fromkeys(said_of))
        yield Evidence(text, citations.date_of(source), citations.without_date(source))
    if unconfirmed := LINE_BREAK.join(unknown):
        yield Evidence(unconfirmed)


def of_line(
    directory: Directory, words: Words, citations: Citations, line: Helpline
) -> list[Evidence]:
    """Return the facts about `line` by their sources, and last what nobody has confirmed."""
    known: list[tuple[Markup, Cited]] = []
    unknown: list[Markup] = []
    for channel in line.channels:
        known.extend(_of_channel(words, line, channel, unknown))
    for name in ("anonymous", "interpreter"):
        fact = getattr(line, name)
        if fact.known:
            known.append((words.html(PROMISE[name, fact.value]), fact))
        else:
            unknown.append(words.html(UNCONFIRMED[name]))
    for optional in (line.note, line.funded_to):
        if optional:
            said = words.html(N_("det som står om linjen"))
            known.append((said, optional))
    return list(rows(directory, citations, line, known, unknown))


def _of_channel(
    words: Words, line: Helpline, channel: Channel, unknown: list[Markup]
) -> Iterator[tuple[Markup, Cited]]:
    """Yield what is known of a way to reach `line`; append the rest to `unknown`."""
    name = channel.number or channel.address or channel.host
    subject = Markup('<bdi dir="ltr" translate="no">{}</bdi>').format(name)
    yield subject, channel if channel.source else line
    # A line with one number needs not say of which a fact is.
    beside = len(line.calls) > 1 or channel.kind != "call"
    if channel.hours and channel.hours.known:
        when = hours.in_words(words, channel.hours)
        yield _of(subject, when, beside), channel.hours
    elif channel.hours:
        unknown.append(_of(subject, words.html(UNCONFIRMED["hours"]), beside))
    for name_of in ("free", "not_on_bill"):
        fact: Fact[str] | None = getattr(channel, name_of)
        if fact and fact.known:
            yield _of(subject, words.html(PROMISE[name_of, fact.value]), beside), fact
        elif fact:
            unknown.append(_of(subject, words.html(UNCONFIRMED[name_of]), beside))


def _of(subject: Markup, said: Markup, beside: bool) -> Markup:
    return Markup("{}: {}").format(subject, said) if beside else said
