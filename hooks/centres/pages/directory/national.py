"""Pages that are the same wherever one lives: words, lines, sources, how fresh the facts are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from centres.data.field_types import BY_FACT
from centres.data.geography import alphabetical
from centres.data.model import ChannelKind, Helpline
from centres.i18n import N_
from centres.pages import freshness
from centres.pages.citations import FootSource
from centres.pages.edition import Edition
from centres.pages.freshness import Standing
from centres.pages.helplines import LineCard
from centres.pages.labels import ABOUT, CHANNEL, NEED
from centres.pages.page import Indexed, Page

GLOSSARY = "rad/ordlista/"


@dataclass(frozen=True)
class Meaning:
    """A word of the glossary; `swedish` is the word on the letter, in another language's page."""

    id: str
    word: Markup
    swedish: Markup
    meaning: Markup


@dataclass(frozen=True)
class GlossaryPage:
    """Every word with what it means, and the sources of the meanings."""

    template: ClassVar[str] = "glossary.html"
    meanings: list[Meaning]
    sources: list[FootSource]


@dataclass(frozen=True)
class Choice:
    """A part of a list that an anchor shows alone. Its label is in Swedish.

    The anchor stands in the browser's history, so it says nothing of what has happened. `about` is
    the path of the page that says what to do then, empty if there is none.
    """

    anchor: str
    label: str
    about: str = ""


# Nearly all lines can be called or written to: those ways are no choice. An anchor stays the same
# whichever lines there are.
_CHOSEN_BY: tuple[ChannelKind, ...] = ("chat", "sms", "sign language")
_CHOICES: dict[str, Choice] = {
    name: Choice(f"l{at}", label, about)
    for at, (name, label, about) in enumerate(
        [
            *((kind, CHANNEL[kind], "") for kind in _CHOSEN_BY),
            *((need, label, ABOUT.get(need, "")) for need, label in NEED.items()),
        ],
        1,
    )
}


@dataclass(frozen=True)
class HelplinesPage:
    """The national lines under headings, which are in Swedish.

    With each line stand the anchors of the choices that show it: `ways` to reach somebody, and
    `needs`. `only_from_sweden` is whether some numbers cannot be called from elsewhere.
    """

    template: ClassVar[str] = "helplines.html"
    groups: list[tuple[str, list[tuple[LineCard, list[str]]]]]
    ways: list[Choice]
    needs: list[Choice]
    only_from_sweden: bool


@dataclass(frozen=True)
class CertainPage:
    """The lines with where what is said of each comes from."""

    template: ClassVar[str] = "certain.html"
    cards: list[LineCard]


@dataclass(frozen=True)
class SourcesPage:
    """The sources of all facts in the directory."""

    template: ClassVar[str] = "sources.html"
    citations: list[Markup]


@dataclass(frozen=True)
class DatedStanding:
    """How well a centre is known, and the day of its facts in words."""

    standing: Standing
    date: str


@dataclass(frozen=True)
class FreshnessPage:
    """How well each centre is known. `day` is the day of the build in words."""

    template: ClassVar[str] = "report.html"
    centres: list[DatedStanding]
    figures: dict[str, int]
    day: str


def glossary_page(edition: Edition) -> Page:
    """Return the glossary: the Swedish word stands beside each, as on the letter."""
    directory, words = edition.directory, edition.words
    glossary = edition.localizer.in_order(
        directory.glossary, lambda word: edition.words.plain(word.word)
    )
    meanings = [
        Meaning(
            id=word.id,
            word=words.html(word.word),
            # A word that nobody has translated is the Swedish one already.
            swedish=edition.localizer.swedish_beside(word)
            if word.word in words.known
            else Markup(),
            meaning=words.html(word.meaning),
        )
        for word in glossary
    ]
    sources = dict.fromkeys(word.source for word in glossary)
    title = words.plain(N_("Ord i breven du får"))
    content = Markup("").join(
        Markup('<h2 id="{}">{}{}</h2><p>{}</p>').format(
            entry.id, entry.word, entry.swedish, entry.meaning
        )
        for entry in meanings
    )
    values = GlossaryPage(meanings, [edition.citations.at_foot(name, {}) for name in sources])
    return Page(GLOSSARY, title, values, Indexed(title, content))


def helplines_page(edition: Edition) -> Page:
    """Return the page of all national lines, by what they are for.

    Help to call is no line to call: it stands on the page for who cannot talk.
    """
    lines = [line for line in edition.directory.helplines if line.needs[0] != "calling"]
    choices = {line.id: _choices(line) for line in lines}
    groups = [
        (
            heading,
            [
                (edition.line_card(line), [choice.anchor for choice in choices[line.id]])
                for line in lines
                if line.needs[0] == need
            ],
        )
        for need, heading in NEED.items()
    ]
    title = edition.words.plain(N_("Stödlinjer"))
    content = Markup("").join(
        Markup('<h2 id="{}">{}</h2><p>{}</p>').format(
            line.id, line.name, edition.words.html(line.for_whom)
        )
        for line in lines
    )
    offered = {choice for of in choices.values() for choice in of}
    values = HelplinesPage(
        groups=[(heading, cards) for heading, cards in groups if cards],
        ways=[_CHOICES[kind] for kind in _CHOSEN_BY if _CHOICES[kind] in offered],
        needs=[_CHOICES[need] for need in NEED if _CHOICES[need] in offered],
        only_from_sweden=any(
            call.from_abroad and call.from_abroad.value == "no"
            for line in lines
            for call in line.calls
        ),
    )
    return Page("stodlinjer/", title, values, Indexed(title, content))


def choices() -> Iterator[tuple[str, str]]:
    """Yield the anchor and the Swedish label of each choice of the page of lines."""
    yield from ((choice.anchor, choice.label) for choice in _CHOICES.values())


def _choices(line: Helpline) -> list[Choice]:
    """Return the choices that show `line`."""
    names = {*line.needs, *(channel.kind for channel in line.channels)}
    return [choice for name, choice in _CHOICES.items() if name in names]


def certain_page(edition: Edition) -> Page:
    """Return the page that says where what is said of the lines comes from."""
    cards = [edition.line_card(line) for line in edition.directory.helplines]
    title = edition.words.plain(N_("Så säkra är uppgifterna"))
    return Page("om/stodlinjer/", title, CertainPage(cards))


def sources_page(edition: Edition) -> Page:
    """Return the page of all sources of centres and lines.

    A source that is asked anew for each fact is left out: its day is said beside the fact.
    """
    directory = edition.directory
    sources = sorted(
        (
            source
            for source in directory.sources.values()
            if source.id in directory.cited and source.date != BY_FACT
        ),
        key=lambda source: (alphabetical(source.publisher), source.id),
    )
    values = SourcesPage([edition.citations.of(source) for source in sources])
    return Page("om/kallor/", edition.words.plain(N_("Källor till uppgifterna")), values)


def freshness_page(edition: Edition) -> Page:
    """Return the page that says how well each centre is known, the oldest facts first."""
    directory, words = edition.directory, edition.words
    centres = [
        DatedStanding(standing, words.day(standing.oldest))
        for standing in freshness.standings(directory)
    ]
    values = FreshnessPage(centres, directory.figures, words.day(directory.today))
    return Page("om/farskhet/", words.plain(N_("Hur färska är uppgifterna?")), values)
