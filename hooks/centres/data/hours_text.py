"""Read the hours of a week as people write them: "mån–tor 9–12, 13–16; fre enligt överenskommelse".

Swedish and English, in any of the ways that are clear; what is not is refused, never guessed. What
comes out is schema.org's `openingHours`: "Mo-Th 09:00-12:00".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from centres.data.field_types import wrong
from centres.i18n import N_

# The days as schema.org writes them, from Monday.
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MIDNIGHT = 24 * 60
# Characters of a text that are read: nobody's hours are longer.
_LONGEST = 500
# Hours that end before they begin go on over midnight only if they begin in the evening: "9–4" is
# more likely to be an afternoon written short, and is asked about.
_EVENING = 17 * 60

_DAY = "|".join(
    f"(?P<d{day}>{pattern})"
    for day, pattern in enumerate(
        (
            r"mo|mån(?:dag(?:en|ar)?)?|mon(?:days?)?",
            r"tu|tis(?:dag(?:en|ar)?)?|tue(?:s|sdays?)?",
            r"we|ons(?:dag(?:en|ar)?)?|wed(?:nesdays?)?",
            r"th|tor(?:s|sdag(?:en|ar)?)?|thu(?:rs?|rsdays?)?",
            r"fr|fre(?:dag(?:en|ar)?)?|fri(?:days?)?",
            r"sa|lör(?:dag(?:en|ar)?)?|sat(?:urdays?)?",
            r"su|sön(?:dag(?:en|ar)?)?|sun(?:days?)?",
        )
    )
)
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<agreement>(?:(?:annars|övriga\ tider|other\ times|otherwise|and|och)\s+)?
        (?:enligt|efter|by)\s+(?:överenskommelse|avtal|agreement|appointment))\b
    | (?P<always>dygnet\ runt|round\ the\ clock|24/7|always)
    | (?P<all>alla\ dagar|varje\ dag|dagligen|every\ day|daily)\b
    | (?P<work>vardag(?:ar)?|weekdays?)\b
    | (?P<weekend>helg(?:er|en)?|weekends?)\b
    | (?P<lunch>(?:lunch(?:stängt)?|stängt\ för\ lunch|closed\ for\ lunch)
        (?:\s+(?:mellan|between))?)(?![^\W\d_])
    | (?P<closed>stängt|closed)\b
    | (?P<day>{_DAY})\b\.?
    | (?P<time>(?P<hour>[0-9]{{1,2}})(?:[.:](?P<minute>[0-5][0-9]))?
        \s?(?P<half>am\b|pm\b)?)(?![0-9])
    | (?P<range>[–—-]|till\b|to\b|until\b)
    | (?P<and>,|och\b|samt\b|and\b|&|\+)
    | (?P<end>[;.\n/])
    | (?P<filler>kl\.?|klockan|mellan|from|från|på|on|at|:|\(|\)|öppet|open)(?![^\W\d_])
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class WrittenWeek:
    """What a text says: spans as schema.org's, and whether other times can be agreed on."""

    spans: tuple[str, ...]
    by_agreement: bool


@dataclass
class _Part:
    """Days, or times, that stand together: one of the two is empty."""

    days: set[int] = field(default_factory=set)
    times: list[tuple[int, int]] = field(default_factory=list)
    closed: bool = False
    lunch: list[tuple[int, int]] = field(default_factory=list)

    @property
    def is_of_times(self) -> bool:
        return bool(self.times or self.closed or self.lunch)


def read(text: str) -> WrittenWeek:
    """Return what `text` says.

    Raises the error of `field_types.wrong` about the piece that cannot be read.
    """
    tokens = list(_tokens(text[:_LONGEST]))
    by_agreement = any(kind == "agreement" for kind, _, _ in tokens)
    parts = _parts(text, [token for token in tokens if token[0] != "filler"])
    open_at: dict[int, set[tuple[int, int]]] = {}
    for days, times in _pairs(text, parts):
        for day in sorted(days.days):
            for opens, closes in _without(times.times, times.lunch):
                if closes <= opens:
                    open_at.setdefault(day, set()).add((opens, _MIDNIGHT))
                    open_at.setdefault((day + 1) % 7, set()).add((0, closes))
                else:
                    open_at.setdefault(day, set()).add((opens, closes))
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


def _tokens(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """Yield the kind, the text and the match of each piece of `text`."""
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None or found.end() == place:
            raise _unreadable(text[place:].strip()[:40])
        kind = next(name for name in _KINDS if found[name] is not None)
        yield kind, found[kind], found
        place = found.end()


_KINDS = (
    *("agreement", "always", "all", "work", "weekend", "lunch", "closed", "day", "time"),
    *("range", "and", "end", "filler"),
)


def _parts(text: str, tokens: list[tuple[str, str, re.Match[str]]]) -> list[_Part]:
    """Return days and times by turns, as they stand; a sign of its own ends neither."""
    parts: list[_Part] = []
    place = 0

    def part(of_times: bool) -> _Part:
        if not parts or parts[-1].is_of_times != of_times:
            parts.append(_Part())
        return parts[-1]

    while place < len(tokens):
        kind, piece, found = tokens[place]
        following = [one[0] for one in tokens[place + 1 : place + 3]]
        if kind == "day":
            first = last = _day(found)
            if following == ["range", "day"]:
                last = _day(tokens[place + 2][2])
                if last <= first:
                    raise _unreadable(f"{piece}–{tokens[place + 2][1]}")
                place += 2
            part(of_times=False).days.update(range(first, last + 1))
        elif kind in _SETS:
            part(of_times=False).days.update(_SETS[kind])
        elif kind == "time":
            if following != ["range", "time"]:
                raise _unreadable(piece)
            span = _span(found, tokens[place + 2][2])
            part(of_times=True).times.append(span)
            place += 2
        elif kind == "always":
            if not parts or parts[-1].is_of_times:
                part(of_times=False).days.update(range(7))
            part(of_times=True).times.append((0, _MIDNIGHT))
        elif kind == "lunch":
            if [one[0] for one in tokens[place + 1 : place + 4]] != ["time", "range", "time"]:
                raise _unreadable(piece)
            span = _span(tokens[place + 1][2], tokens[place + 3][2])
            part(of_times=True).lunch.append(span)
            place += 3
        elif kind == "closed" or (kind == "agreement" and len(parts) % 2):
            part(of_times=True).closed = True
        elif kind == "range":
            raise _unreadable(text)
        place += 1
    return parts


_SETS = {"all": range(7), "work": range(5), "weekend": range(5, 7)}


def _pairs(text: str, parts: list[_Part]) -> Iterator[tuple[_Part, _Part]]:
    """Yield each part of days with its times, whichever of the two stands first."""
    if len(parts) % 2:
        raise _unreadable(text)
    for one, other in zip(parts[::2], parts[1::2], strict=True):
        yield (other, one) if one.is_of_times else (one, other)


def _day(found: re.Match[str]) -> int:
    return next(day for day in range(7) if found[f"d{day}"])


def _span(first: re.Match[str], last: re.Match[str]) -> tuple[int, int]:
    """Return minutes after midnight; hours that go on over midnight end before they begin."""
    opens, closes = _minutes(first), _minutes(last) or _MIDNIGHT
    if opens >= _MIDNIGHT or closes == opens or (closes < opens and opens < _EVENING):
        raise _unreadable(f"{first['time'].strip()}–{last['time'].strip()}")
    return opens, closes


def _minutes(found: re.Match[str]) -> int:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half:
        hour = hour % 12 + (12 if half.casefold() == "pm" else 0)
    minutes = hour * 60 + minute
    if minutes > _MIDNIGHT:
        raise _unreadable(found["time"].strip())
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
