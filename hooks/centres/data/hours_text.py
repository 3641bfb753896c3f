"""Read the hours of a week as people write them: "mån–tor 9–12, 13–16; fre 9–12".

In any way that is clear, with the words of `hours_words.toml`; what is not is refused, never
guessed. What comes out is schema.org's `openingHours`: "Mo-Th 09:00-12:00".
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from centres.data.field_types import wrong
from centres.i18n import N_

# The days as schema.org writes them, from Monday.
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MIDNIGHT = 24 * 60
# Characters of the longest text that is read: nobody's hours are longer.
_LONGEST = 500
# Characters of a piece that a message quotes.
_SHOWN = 40
# Hours that end before they begin go on over midnight only if they begin in the evening: "9–4" is
# more likely to be an afternoon written short, and is asked about.
_EVENING = 17 * 60
_SETS = {"all": range(7), "work": range(5), "weekend": range(5, 7)}

_VOCABULARY = tomllib.loads(Path(__file__).with_name("hours_words.toml").read_text("utf-8"))
_DAYS = [re.compile(written, re.IGNORECASE) for written in _VOCABULARY["days"]]
_WORDS = dict(_VOCABULARY["words"])
_HALF = _WORDS.pop("half")
_TIME = rf"(?P<hour>[0-9]{{1,2}})([.:](?P<minute>[0-5][0-9]))?\s?(?P<half>({_HALF})\b)?(?![0-9])"
_TOKEN = re.compile(
    "|".join(
        [
            *(rf"(?P<{kind}>({written})(?![^\W\d_]))" for kind, written in _WORDS.items()),
            rf"(?P<day>({'|'.join(_VOCABULARY['days'])})\b)\.?",
            rf"(?P<time>{_TIME})",
            r"(?P<dash>[–—-])|(?P<comma>[,&+])|(?P<sign>[;.:()\s/])",
        ]
    ),
    re.IGNORECASE,
)
# What only separates: days are told from times without it.
_SEPARATORS = {"filler", "and", "comma", "sign"}


@dataclass(frozen=True)
class WrittenWeek:
    """What a text says: spans as schema.org's, and whether other times can be agreed on."""

    spans: tuple[str, ...]
    by_agreement: bool


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    found: re.Match[str]


@dataclass
class _Part:
    """Days, or times, that stand together: one of the two is empty."""

    days: set[int] = field(default_factory=set)
    times: list[tuple[int, int]] = field(default_factory=list)
    lunch: list[tuple[int, int]] = field(default_factory=list)
    is_of_times: bool = False


def read(text: str) -> WrittenWeek:
    """Return what `text` says.

    Raises the error of `field_types.wrong` about the piece that cannot be read.
    """
    if len(text) > _LONGEST:
        raise _unreadable(f"{text[:_SHOWN]} …")
    tokens = [token for token in _tokens(text) if token.kind not in _SEPARATORS]
    by_agreement = any(token.kind == "agreement" for token in tokens)
    open_at: dict[int, set[tuple[int, int]]] = {}
    for days, times in _pairs(text, _parts(tokens)):
        for day in sorted(days.days):
            for opens, closes in _without(times.times, times.lunch):
                night = closes <= opens
                open_at.setdefault(day, set()).add((opens, _MIDNIGHT if night else closes))
                if night:
                    open_at.setdefault((day + 1) % 7, set()).add((0, closes))
    if not open_at and not by_agreement:
        raise _unreadable(text)
    return WrittenWeek(tuple(_spans(open_at)), by_agreement)


def _unreadable(piece: str) -> Exception:
    return wrong(
        N_(
            "”%(piece)s” går inte att läsa som öppettider. Skriv dagar och tider så här: mån–tor "
            "9–12, 13–16; fre 9–12. Eller: enligt överenskommelse, dygnet runt, not confirmed."
        ),
        piece=piece,
    )


def _tokens(text: str) -> Iterator[_Token]:
    """Yield each piece of `text`."""
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise _unreadable(text[place:].strip()[:_SHOWN])
        named = (kind for kind in _KINDS if found[kind] is not None)
        kind = next(named)
        yield _Token("range" if kind == "dash" else kind, found[kind].strip(), found)
        place = found.end()


_KINDS = (*_WORDS, "day", "time", "dash", "comma", "sign")


def _parts(tokens: list[_Token]) -> list[_Part]:
    """Return days and times by turns, as they stand."""
    parts: list[_Part] = []
    left = list(tokens)

    def part(of_times: bool) -> _Part:
        if not parts or parts[-1].is_of_times != of_times:
            parts.append(_Part(is_of_times=of_times))
        return parts[-1]

    while left:
        token = left.pop(0)
        if token.kind == "day":
            part(of_times=False).days.update(_days(token, left))
        elif token.kind in _SETS:
            part(of_times=False).days.update(_SETS[token.kind])
        elif token.kind == "time":
            part(of_times=True).times.append(_times(token, left))
        elif token.kind == "always":
            if not parts or parts[-1].is_of_times:
                part(of_times=False).days.update(range(7))
            part(of_times=True).times.append((0, _MIDNIGHT))
        elif token.kind == "lunch" and left and left[0].kind == "time":
            part(of_times=True).lunch.append(_times(left.pop(0), left))
        # For a day: "fre stängt", and "fre enligt överenskommelse". Else of the rest of the week.
        elif token.kind == "closed" or (token.kind == "agreement" and len(parts) % 2):
            part(of_times=True)
        elif token.kind != "agreement":
            raise _unreadable(token.text)
    return parts


def _days(token: _Token, left: list[_Token]) -> range:
    """Return the days from `token` to that of a dash and a day in `left`; takes those."""
    first = last = _day(token)
    if [one.kind for one in left[:2]] == ["range", "day"]:
        last = _day(left[1])
        if last <= first:
            raise _unreadable(f"{token.text}–{left[1].text}")
        del left[:2]
    return range(first, last + 1)


def _times(token: _Token, left: list[_Token]) -> tuple[int, int]:
    """Return minutes after midnight: `token` to that of a dash and a time in `left`; takes those.

    Hours that go on over midnight end before they begin.
    """
    if [one.kind for one in left[:2]] != ["range", "time"]:
        raise _unreadable(token.text)
    opens, closes = _minutes(token), _minutes(left[1]) or _MIDNIGHT
    if opens >= _MIDNIGHT or closes == opens or (closes < opens and opens < _EVENING):
        raise _unreadable(f"{token.text}–{left[1].text}")
    del left[:2]
    return opens, closes


def _pairs(text: str, parts: list[_Part]) -> Iterator[tuple[_Part, _Part]]:
    """Yield each part of days with its times, whichever of the two stands first."""
    if len(parts) % 2:
        raise _unreadable(text)
    for one, other in zip(parts[::2], parts[1::2], strict=True):
        yield (other, one) if one.is_of_times else (one, other)


def _day(token: _Token) -> int:
    return next(day for day, written in enumerate(_DAYS) if written.fullmatch(token.text))


def _minutes(token: _Token) -> int:
    found = token.found
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half:
        hour = hour % 12 + (12 if half.casefold() == "pm" else 0)
    minutes = hour * 60 + minute
    if minutes > _MIDNIGHT:
        raise _unreadable(token.text)
    return minutes


def _without(
    times: Iterable[tuple[int, int]], lunch: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield `times` with the hours of `lunch` taken out."""
    left = list(times)
    for begins, ends in lunch:
        left = [
            part
            for opens, closes in left
            for part in (
                ((opens, begins), (ends, closes))
                if opens < begins and ends < closes
                else ((opens, closes),)
            )
        ]
    yield from left


def _spans(open_at: dict[int, set[tuple[int, int]]]) -> Iterator[str]:
    """Yield schema.org's spans; days that follow each other with the same hours are one."""
    alike: dict[tuple[tuple[int, int], ...], list[list[int]]] = {}
    for day in sorted(open_at):
        times = tuple(sorted(open_at[day]))
        runs = alike.setdefault(times, [])
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for times, runs in alike.items():
        for run in runs:
            days = DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}"
            for opens, closes in times:
                yield f"{days} {_clock(opens)}-{_clock(closes)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
