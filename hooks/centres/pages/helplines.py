"""National lines as pages show them: what is known of each, with a date where that is old."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import BRIS, BROTTSOFFERJOUREN, ON_CALL, SOS, Directory
from centres.data.model import Fact, Helpline
from centres.i18n import N_, Words
from centres.pages import labels
from centres.pages.citations import Citations


@dataclass(frozen=True)
class LineFact:
    """A sentence about a line, and the date of it if that is old."""

    text: Markup
    date: Markup | None = None


@dataclass(frozen=True)
class LineCard:
    """A line with what is known about it.

    `address` is its web address as people write it, without "https://". `age` is a sentence about a
    source that is old or undated.
    """

    helpline: Helpline
    address: str
    facts: list[LineFact]
    source: Markup
    age: Markup | None


@dataclass(frozen=True)
class LinesOnEveryPage:
    """The pair that always stands together, 112, and whom 112 connects to at night."""

    bris: LineCard
    brottsofferjouren: LineCard
    sos: LineCard
    on_call: LineCard


def lines_on_every_page(
    directory: Directory, words: Words, citations: Citations
) -> LinesOnEveryPage:
    """Return the lines that every page of the directory has."""

    def card(name: str) -> LineCard:
        return line_card(directory, words, citations, directory.lines[name])

    return LinesOnEveryPage(
        bris=card(BRIS),
        brottsofferjouren=card(BROTTSOFFERJOUREN),
        sos=card(SOS),
        on_call=card(ON_CALL),
    )


def line_card(directory: Directory, words: Words, citations: Citations, line: Helpline) -> LineCard:
    """Return `line` with what is known about it; what is old carries its date."""
    source = directory.sources[line.source]
    return LineCard(
        helpline=line,
        address=(line.url or "").removeprefix("https://").rstrip("/"),
        facts=list(_facts(words, citations, line)),
        source=citations.of(source),
        age=citations.age_of(source),
    )


def _facts(words: Words, citations: Citations, line: Helpline) -> Iterator[LineFact]:
    if line.open.known:
        text = words.html(N_("Öppet: %(when)s."), when=words.html(line.open.value))
        yield LineFact(text, citations.date_if_old(line.open))
    elif line.number:
        yield LineFact(words.html(N_("Öppettiderna är inte bekräftade.")))
    for name in ("free", "anonymous", "not_on_bill"):
        fact: Fact[str] = getattr(line, name)
        sentence = labels.HELPLINE_FACTS.get((name, fact.value))
        if sentence:
            yield LineFact(words.html(sentence), citations.date_if_old(fact))
    if line.note:
        yield LineFact(words.html(line.note.value), citations.date_if_old(line.note))
