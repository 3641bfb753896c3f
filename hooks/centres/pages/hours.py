"""When somebody answers, in the words of one language, and as a page's script reads it."""

from dataclasses import dataclass
from datetime import date, timedelta

import holidays
from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.model import Hours, Season, Source
from centres.data.model.hours import ALWAYS, span
from centres.i18n import N_, Words
from centres.pages import labels

# "Open now" is said only of hours whose source is at most this old, in days.
CURRENT_DAYS = 365
# The site is made anew each night. A page that is so many days older, kept by a browser or since no
# build has worked, no longer says that somebody answers now: hours may have changed since.
KEPT_DAYS = 3
# Days with other hours are told to visitors when they are at most so many days away.
SOON_DAYS = 30
_MIDNIGHT = 24 * 60
_WORKDAYS, _ALL_DAYS = tuple(range(5)), tuple(range(7))


@dataclass(frozen=True)
class OpenNow:
    """What a page's script works out from whether somebody answers now, in Swedish time.

    `rules` are spans such as "Mo-Fr 09:00-16:00", those of a season with its days before them, one
    after another with ";" between; `until` is the last day (ISO 8601) on which it may be said;
    `on_holidays` is "open", "closed" or "not confirmed".
    """

    rules: str
    until: str
    on_holidays: str


def current_until(hours: Hours, source: Source, today: date) -> date | None:
    """Return the last day on which `hours` may be said to hold; None if they do not today.

    A source speaks for `CURRENT_DAYS` from the first day it can be from; one without a date does
    not.
    """
    if source.earliest is None or not hours.hold_on(today):
        return None
    last = source.earliest + timedelta(days=CURRENT_DAYS)
    last = min(last, hours.valid_to) if hours.valid_to else last
    return last if last >= today else None


def open_now(hours: Hours, source: Source, today: date) -> OpenNow | None:
    """Return what a script needs; None if nothing may be said of now."""
    until = current_until(hours, source, today)
    if until is None or not hours.weekly:
        return None
    last = min(until, today + timedelta(days=KEPT_DAYS))
    return OpenNow(";".join(hours.rules()), last.isoformat(), hours.holidays)


def public_holidays(directory: Directory) -> str:
    """Return the days (ISO 8601, with blanks between) of the next `CURRENT_DAYS` with a holiday.

    Those by law (1989:253), and the eves that are kept as such; Sundays are in the hours.
    """
    last = directory.today + timedelta(days=CURRENT_DAYS)
    years = range(directory.today.year, last.year + 1)
    kinds = ("public", "de_facto", "optional")
    days = holidays.country_holidays("SE", years=years, include_sundays=False, categories=kinds)
    return " ".join(day.isoformat() for day in sorted(days) if directory.today <= day <= last)


def in_words(words: Words, hours: Hours, today: date | None = None) -> Markup:
    """Return the hours of a week in words: "vardagar 9–17, lördag 9–12 och 13–16".

    Seasons follow in a sentence of their own each: those that begin soon after `today`, or all.
    """
    if hours.always:
        return words.html(N_("dygnet runt"))
    text = _week_or_agreement(words, hours)
    for season in hours.exceptions:
        if today and not _is_near(season, today):
            continue
        text = Markup("{}. {}").format(text, _season(words, season))
    return text


def _week_or_agreement(words: Words, hours: Hours) -> Markup:
    week = _week(words, hours.weekly)
    if hours.by_agreement != "yes":
        return week
    if not hours.weekly:
        return words.html(N_("en tid som ni kommer överens om"))
    return words.html(N_("%(hours)s, eller en tid som ni kommer överens om"), hours=week)


def _is_near(season: Season, today: date) -> bool:
    """Return whether `season` holds on `today` or within `SOON_DAYS` of it."""
    days = [today + timedelta(days=ahead) for ahead in range(SOON_DAYS)]
    written = {day.isoformat()[-len(season.first) :] for day in days}
    return any(season.first <= day <= season.last for day in written)


def _season(words: Words, season: Season) -> Markup:
    days = {"first": _season_day(words, season.first), "last": _season_day(words, season.last)}
    if not season.weekly:
        return words.html(N_("Stängt %(first)s–%(last)s"), **days)
    return words.html(
        N_("%(first)s–%(last)s: %(hours)s"), hours=_week(words, season.weekly), **days
    )


def _season_day(words: Words, day: str) -> str:
    # Each leap year has every day; a season that comes back says no year.
    if len(day) > len("06-01"):
        return words.day(date.fromisoformat(day))
    return words.day_of_year(date.fromisoformat(f"2024-{day}"))


def _week(words: Words, week: tuple[str, ...]) -> Markup:
    if week == (ALWAYS,):
        return words.html(N_("dygnet runt"))
    parts = []
    for times, days in _days_by_times(week).items():
        spans = words.listed(str(_time_span(words, *time)) for time in _over_night(times, days))
        # A day and its hours stay together, wherever the line ends.
        part = Markup("<bdi>{} {}</bdi>").format(_days(words, days), Markup(spans))  # noqa: S704
        parts.append(part)
    return labels.in_row(words, parts)


def _over_night(
    times: tuple[tuple[int, int], ...], days: tuple[int, ...]
) -> tuple[tuple[int, int], ...]:
    """Return hours that go on over midnight, on every day of the week, as one span: 21 to 6."""
    (first, *between, last) = times if len(times) > 1 else (*times, (0, 0))
    if days == _ALL_DAYS and first[0] == 0 and last[1] == _MIDNIGHT:
        return (*between, (last[0], first[1]))
    return times


def _days_by_times(week: tuple[str, ...]) -> dict[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """Return the days that have the same hours by those hours, in the order of their first day."""
    times: dict[int, list[tuple[int, int]]] = {}
    for written in map(span, week):
        for day in written.days:
            times.setdefault(day, []).append((written.opens, written.closes))
    alike: dict[tuple[tuple[int, int], ...], tuple[int, ...]] = {}
    for day in sorted(times):
        at = tuple(sorted(times[day]))
        alike[at] = (*alike.get(at, ()), day)
    return alike


def _days(words: Words, days: tuple[int, ...]) -> Markup:
    """Return days in words: "vardagar", "måndag till onsdag", "måndag och torsdag"."""
    if days == _ALL_DAYS:
        return words.html(N_("alla dagar"))
    if days == _WORKDAYS:
        return words.html(N_("vardagar"))
    names = [words.html(labels.WEEKDAY[day]) for day in days]
    if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
        return words.html(N_("%(first)s till %(last)s"), first=names[0], last=names[-1])
    return Markup(words.listed(names))  # noqa: S704 (each is HTML)


def _time_span(words: Words, opens: int, closes: int) -> Markup:
    """Return "9–19", as one piece that is read from the left."""
    text = words.html(
        N_("%(opens)s–%(closes)s"), opens=_time(words, opens), closes=_time(words, closes)
    )
    return Markup("<bdi>{}</bdi>").format(text)


def _time(words: Words, minutes: int) -> Markup:
    hour, minute = divmod(minutes, 60)
    if minute:
        return words.html(N_("%(hour)s.%(minute)s"), hour=hour, minute=f"{minute:02}")
    return words.html(N_("%(hour)s"), hour=hour)
