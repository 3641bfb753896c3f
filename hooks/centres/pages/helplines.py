"""National lines as pages show them: each way to reach one, and what is promised of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from centres.data.directory import (
    BRIS,
    BROTTSOFFERJOUREN,
    KVINNOFRIDSLINJEN,
    MEN,
    SOS,
    SUICIDE,
    TRANS,
    Directory,
)
from centres.data.model import Fact, Helpline, LineChannel, Need
from centres.i18n import N_, SOURCE_LANGUAGE, Words
from centres.pages import channels, hours
from centres.pages.channels import Button, ChannelHours
from centres.pages.citations import Citations
from centres.pages.evidence import Evidence, of_line
from centres.pages.labels import CHANNEL


@dataclass(frozen=True)
class LineCard:
    """A line with what is known about it.

    `chips` are facts in a word or two. `is_called_always` is whether somebody answers the telephone
    round the clock, and `always` whether a source that is new enough says so. `may_have_closed` is
    whether the time that it had money for is over.
    """

    helpline: Helpline
    need: Need
    buttons: list[Button]
    chips: list[Markup]
    hours: list[ChannelHours]
    is_called_always: bool
    always: bool
    may_have_closed: bool
    evidence: list[Evidence]

    @property
    def is_free(self) -> bool:
        """Whether every number of it is free to call."""
        return _free_everywhere(self.helpline)

    @property
    def brief_buttons(self) -> list[Button]:
        """The best number to call, and what else answers round the clock."""
        calls = [button for button in self.buttons if button.channel.kind == "call"]
        always = [
            button
            for button in self.buttons
            if button not in calls and button.channel.hours and button.channel.hours.always
        ]
        return [*calls[:1], *always]


@dataclass(frozen=True)
class LinesOnEveryPage:
    """The lines that the page of every municipality shows.

    112; the three for the young, against violence and for any crime; beside the one for women
    those for men and for trans persons; and the one that words of suicide are answered with.
    `holidays` are days (ISO 8601) with blanks between.
    """

    sos: LineCard
    bris: LineCard
    kvinnofridslinjen: LineCard
    brottsofferjouren: LineCard
    men: LineCard
    trans: LineCard
    suicide: LineCard
    holidays: str

    @property
    def everyone(self) -> list[LineCard]:
        """All of them, in the order of a page."""
        three = [self.kvinnofridslinjen, self.bris, self.brottsofferjouren]
        return [*three, self.men, self.trans, self.sos]


def lines_on_every_page(
    directory: Directory, known: Callable[[Helpline], LineCard]
) -> LinesOnEveryPage:
    """Return the lines that every page of the directory has; `known` is what is known of a line."""

    def card(name: str) -> LineCard:
        return known(directory.lines[name])

    return LinesOnEveryPage(
        sos=card(SOS),
        bris=card(BRIS),
        kvinnofridslinjen=card(KVINNOFRIDSLINJEN),
        brottsofferjouren=card(BROTTSOFFERJOUREN),
        men=card(MEN),
        trans=card(TRANS),
        suicide=card(SUICIDE),
        holidays=hours.public_holidays(directory),
    )


def line_card(directory: Directory, words: Words, citations: Citations, line: Helpline) -> LineCard:
    """Return `line` with what is known about it, in the language of `words`."""
    ended = line.funded_to and directory.source_date_is_over(line.funded_to.value)
    return LineCard(
        helpline=line,
        need=line.needs[0],
        buttons=[_button(words, line, channel) for channel in line.channels],
        chips=list(_chips(directory, words, line)),
        hours=list(_hours(directory, words, line)),
        is_called_always=_is_called_always(line),
        always=_answers_always(directory, line),
        may_have_closed=bool(ended),
        evidence=of_line(directory, words, citations, line),
    )


def _button(words: Words, line: Helpline, channel: LineChannel) -> Button:
    said = [N_("Syns inte på räkningen, men i telefonen")] if _is_yes(channel.not_on_bill) else []
    if _is_yes(channel.free) and not _free_everywhere(line):
        said.insert(0, N_("Gratis"))
    return channels.button(words, channel, *said)


def _chips(directory: Directory, words: Words, line: Helpline) -> Iterator[Markup]:
    """Yield what holds for the whole line; what holds for one number stands in its button."""
    if _is_called_always(line):
        yield words.html(N_("Dygnet runt"))
    if _free_everywhere(line):
        yield words.html(N_("Gratis"))
    if line.anonymous.value == "yes":
        yield words.html(N_("Anonymt"))
    if line.interpreter.value == "yes":
        yield words.html(N_("Tolk"))
    # That it answers in Swedish goes without saying; in the reader's language it does not.
    if words.code != SOURCE_LANGUAGE and words.code in line.spoken:
        yield escape(directory.by_language[words.code].name)


def _is_called_always(line: Helpline) -> bool:
    return bool(line.calls) and all(call.hours and call.hours.always for call in line.calls)


def _free_everywhere(line: Helpline) -> bool:
    return bool(line.calls) and all(_is_yes(channel.free) for channel in line.calls)


def _is_yes(fact: Fact[str] | None) -> bool:
    return fact is not None and fact.value == "yes"


def _hours(directory: Directory, words: Words, line: Helpline) -> Iterator[ChannelHours]:
    """Yield the hours of each way that has any today, but those that a chip says already."""
    alone = len(line.channels) == 1
    is_said = _is_called_always(line)
    for channel in line.channels:
        known = channel.hours
        if known is None or (known.always and is_said):
            continue
        label = Markup() if alone else _which(words, line, channel)
        shown = channels.channel_hours(directory, words, known, line, channel.kind, label)
        if shown:
            yield shown


def _which(words: Words, line: Helpline, channel: LineChannel) -> Markup:
    """Return which way it is: its kind, or its number among several to call."""
    if channel.kind == "call" and len(line.calls) > 1:
        return channels.number(channel.number)
    return words.html(CHANNEL[channel.kind])


def _answers_always(directory: Directory, line: Helpline) -> bool:
    first = line.calls[0].hours if line.calls else None
    if first is None or not first.always:
        return False
    source = directory.source_of(first, line)
    return hours.current_until(first, source, directory.today) is not None
