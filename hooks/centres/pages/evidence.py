"""Where each fact comes from and from which day it is: the rows of the fold on certainty."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.model import Cited, Fact, Helpline, LineChannel, Source
from centres.i18n import N_, Words
from centres.pages import hours
from centres.pages.channels import number
from centres.pages.citations import Citations
from centres.pages.labels import PROMISE, UNCONFIRMED, language

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
        source = directory.source_of(fact, entry)
        of_source.setdefault((source.id, source.date), (source, []))[1].append(said)
    for source, said_of in of_source.values():
        # What is said in two fields is said once, and a number only where more is told of it.
        told = dict.fromkeys(one for one in said_of if not _is_subject(one, said_of))
        text = LINE_BREAK.join(told)
        yield Evidence(text, citations.date_of(source), citations.without_date(source))
    if unconfirmed := LINE_BREAK.join(unknown):
        yield Evidence(unconfirmed)


def _is_subject(said: Markup, others: Iterable[Markup]) -> bool:
    """Return whether another of `others` begins with `said` and tells something of it."""
    return any(other.startswith(f"{said}: ") for other in others)


def of_line(
    directory: Directory, words: Words, citations: Citations, line: Helpline
) -> list[Evidence]:
    """Return the facts about `line` by their sources, and last what nobody has confirmed."""
    facts = list(_facts(words, line))
    known = [(said, fact) for said, fact in facts if fact]
    unknown = [said for said, fact in facts if not fact]
    return list(rows(directory, citations, line, known, unknown))


def _facts(words: Words, line: Helpline) -> Iterator[tuple[Markup, Cited | None]]:
    """Yield what is told of `line` with the fact that says so: None where nobody has confirmed."""
    for channel in line.channels:
        yield from _of_channel(words, line, channel)
    yield _promise(words, "anonymous", line.anonymous)
    yield _promise(words, "interpreter", line.interpreter)
    if line.spoken:
        listed = words.listed(language(words, code) for code in line.spoken)
        spoken = Markup(listed)  # noqa: S704 (each is HTML)
        yield words.html(N_("svarar på %(languages)s"), languages=spoken), line.languages
    else:
        yield words.html(N_("vilka språk de svarar på")), None
    for optional in (line.note, line.funded_to):
        if optional:
            yield words.html(N_("det som står om linjen")), optional


def _of_channel(
    words: Words, line: Helpline, channel: LineChannel
) -> Iterator[tuple[Markup, Cited | None]]:
    """Yield what is told of a way to reach `line`, and of which way where there are several."""
    subject = number(channel.where)
    yield subject, channel if channel.source else line
    facts: list[tuple[Markup, Cited | None]] = []
    if channel.hours and channel.hours.known:
        facts.append((hours.in_words(words, channel.hours), channel.hours))
    elif channel.hours:
        facts.append((words.html(UNCONFIRMED["hours"]), None))
    if channel.free:
        facts.append(_promise(words, "free", channel.free))
    if channel.not_on_bill:
        facts.append(_promise(words, "not_on_bill", channel.not_on_bill))
    if channel.from_abroad:
        facts.append(_promise(words, "from_abroad", channel.from_abroad))
    # A line with one number needs not say of which a fact is.
    beside = len(line.calls) > 1 or channel.kind != "call"
    for said, fact in facts:
        yield Markup("{}: {}").format(subject, said) if beside else said, fact


def _promise(words: Words, name: str, fact: Fact[str]) -> tuple[Markup, Cited | None]:
    if fact.known:
        said = words.html(PROMISE[name, fact.value])
        return Markup("{}. {}").format(said, words.html(fact.note)) if fact.note else said, fact
    return words.html(UNCONFIRMED[name]), None
