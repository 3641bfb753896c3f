"""Ways to reach somebody as pages show them: a button, and when somebody answers."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.model import Channel, ChannelKind, Cited, Hours
from centres.i18n import Words
from centres.pages import hours
from centres.pages.hours import OpenNow
from centres.pages.labels import CHANNEL

# What a way to reach somebody begins with in a link, by its kind; the rest are web addresses.
_SCHEMES = {"call": "tel:", "sms": "sms:", "mail": "mailto:"}
# Behind the tags that a text in HTML begins with.
_FIRST_LETTER = re.compile(r"^((?:<[^>]*>)*)(\w)")


@dataclass(frozen=True)
class Button:
    """A way to reach somebody: `label` says what one does, and is empty for a site to read.

    `href` is empty for an account that nobody has opened; `promise` is what is said in the button
    itself, of this way alone.
    """

    channel: Channel
    href: str
    label: Markup
    promise: Markup


@dataclass(frozen=True)
class ChannelHours:
    """When somebody answers: `label` says on which way, if there are several; `now` for a script.

    `now` is None where the source is too old to say that somebody answers at this moment.
    """

    kind: ChannelKind
    label: Markup
    when: Markup
    now: OpenNow | None

    @property
    def sentence(self) -> Markup:
        """The hours where no label stands before them: with a capital letter."""
        # No rule of the style sheet: Firefox breaks no line after the first letter in Arabic.
        capital = _FIRST_LETTER.sub(lambda found: found[1] + found[2].upper(), self.when)
        return Markup(capital)  # noqa: S704 (it was HTML)


def button(words: Words, channel: Channel, *promises: str) -> Button:
    """Return the button of `channel`: for whom it is, what is promised, and its note stand in it.

    `promises` are message ids.
    """
    said = [one for one in (channel.for_whom, *promises, channel.note) if one]
    promise = Markup(". ").join(map(words.html, said))
    # A number in it is dialled: no browser may change its digits.
    if any(character.isdigit() for character in promise):
        promise = Markup('<span translate="no">{}</span>').format(promise)
    label = said_of(words, channel) if channel.kind in CHANNEL else Markup()
    href = _SCHEMES.get(channel.kind, "") + channel.target if channel.target else ""
    return Button(channel, href, label, promise)


def said_of(words: Words, channel: Channel) -> Markup:
    """Return what one does to reach `channel`: "Chatta", "Skriv på Instagram"."""
    if channel.kind == "social":
        return words.html(CHANNEL["social"], platform=channel.platform)
    return words.html(CHANNEL[channel.kind])


def channel_hours(
    directory: Directory,
    words: Words,
    known: Hours,
    entry: Cited,
    kind: ChannelKind,
    label: Markup,
) -> ChannelHours | None:
    """Return when somebody answers, for a page; None if no hours are known that hold today.

    `known` has the source of `entry` if it has none of its own.
    """
    if not known.hold_on(directory.today):
        return None
    source = directory.source_of(known, entry)
    now = hours.open_now(known, source, directory.today)
    return ChannelHours(kind, label, hours.in_words(words, known, directory.today), now)


def number(printed: str | None) -> Markup:
    """Return a number or an address as it stands in a text of any direction."""
    return Markup('<bdi dir="ltr" translate="no">{}</bdi>').format(printed)
