"""Notices as pages show them: what each says in one language, until when, and on which pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from centres.data.directory import Directory
from centres.data.model import Helpline, Language, Notice, Prepared, Wording
from centres.data.model.notice import ABOUT
from centres.data.words import prepared as prepared_texts
from centres.i18n import N_, SOURCE_LANGUAGE, Words
from centres.pages.localizer import Localizer

# The path of the page of all lines.
LINES = "stodlinjer/"


@dataclass(frozen=True)
class Said:
    """What a notice says in `language`, which is the page's or another that it is shown in."""

    language: Language
    heading: Markup
    text: Markup


@dataclass(frozen=True)
class ShownNotice:
    """A notice on a page.

    `said` is in the page's language, or else in each that it must be in: the source language last.
    `when` says until when. `begins`, as `Notice` has it, is empty if it has begun before the day of
    the build. `line` has a number to call.
    """

    notice: Notice
    said: list[Said]
    when: Markup
    begins: str
    line: Helpline | None
    is_reviewed: bool

    @property
    def host(self) -> str:
        """The host of the page to read more on, as people say it: "krisinformation.se"."""
        return (urlsplit(self.notice.link or "").hostname or "").removeprefix("www.")


class Notices:
    """The notices of `directory` that are shown on the day of the build, in one language.

    That is each that holds at some time of the day. One that begins later that day is there too,
    since no build may come before it: the page's script hides it until then, and without a script
    it says itself from when.
    """

    def __init__(
        self, directory: Directory, localizer: Localizer, prepared: Mapping[str, Prepared]
    ) -> None:
        self._directory = directory
        self._localizer = localizer
        self._prepared = prepared

    def at(self, path: str) -> list[ShownNotice]:
        """Return the notices for the page at `path`, an address without the language's folder.

        Those of the place come first, the newest first.
        """
        return self._by_path.get(path, [])

    @cached_property
    def _of_the_day(self) -> list[Notice]:
        morning = datetime.combine(self._directory.today, time())
        night = morning + timedelta(days=1)
        held = [one for one in self._directory.notices if one.begins < night and one.ends > morning]
        return sorted(held, key=lambda notice: notice.first, reverse=True)

    @cached_property
    def _by_path(self) -> dict[str, list[ShownNotice]]:
        by_path: dict[str, list[ShownNotice]] = {}
        for notice in sorted(self._of_the_day, key=lambda notice: notice.level == "national"):
            shown = self.shown(notice)
            for path in paths(self._directory, notice):
                by_path.setdefault(path, []).append(shown)
        return by_path

    def shown(self, notice: Notice) -> ShownNotice:
        """Return what a page shows of `notice`."""
        language, directory = self._localizer.language, self._directory
        codes = [language.code, language.base_code]
        said = next(self._said(notice, codes), None)
        others = [one.code for one in directory.languages if one.needs_notices]
        others += [one.code for one in directory.languages if one.is_source]
        begins = notice.begins.date() >= directory.today
        return ShownNotice(
            notice=notice,
            said=[said] if said else list(self._said(notice, others)),
            when=until_when(self._localizer.words, notice, says_first=begins),
            begins=notice.first if begins else "",
            line=directory.lines[notice.line] if notice.line else None,
            is_reviewed=self._is_reviewed(notice, said),
        )

    def _said(self, notice: Notice, codes: list[str]) -> Iterator[Said]:
        """Yield what a notice says in each of the languages with these codes that it is in."""
        about = self._directory.lines[notice.about].name if notice.about else ""
        for code in codes:
            wording = wording_in(notice, code, self._prepared)
            if wording:
                language = self._directory.by_language[code]
                own = Localizer(language, Words(code))
                fill = own.name(about)
                heading, text = (
                    Markup(escape(part).replace(ABOUT, fill))  # noqa: S704 (escaped)
                    for part in (wording.heading, wording.text)
                )
                yield Said(language, heading, text)

    def _is_reviewed(self, notice: Notice, said: Said | None) -> bool:
        """Return whether somebody has reviewed what is said, or it is what somebody wrote."""
        if said is None or said.language.is_source or not notice.prepared:
            return True
        return prepared_texts.is_reviewed(self._prepared[said.language.code])


def wording_in(notice: Notice, code: str, prepared: Mapping[str, Prepared]) -> Wording | None:
    """Return what a notice says in the language `code`; None if it is not in it."""
    if notice.prepared:
        return prepared[code].texts.get(notice.prepared) if code in prepared else None
    source = notice.wording if code == SOURCE_LANGUAGE else None
    return notice.languages.get(code) or source


def until_when(words: Words, notice: Notice, says_first: bool) -> Markup:
    """Return until when a notice holds, in words; and from when, if `says_first`."""
    day, clock = _in_words(words, notice.until)
    if not says_first:
        return words.html(N_("Gäller till %(day)s %(time)s."), day=day, time=clock)
    first_day, first_clock = _in_words(words, notice.first)
    return words.html(
        N_("Gäller från %(first_day)s %(first_time)s till %(day)s %(time)s."),
        first_day=first_day,
        first_time=first_clock,
        day=day,
        time=clock,
    )


def _in_words(words: Words, moment: str) -> tuple[str, Markup]:
    """Return the day and the time of a moment ("2026-12-07 24:00") in words."""
    hour, minute = moment[11:].split(":")
    if minute == "00":
        clock = words.html(N_("klockan %(hour)s"), hour=int(hour))
    else:
        clock = words.html(N_("klockan %(hour)s.%(minute)s"), hour=int(hour), minute=minute)
    return words.day_of_year(datetime.fromisoformat(moment[:10])), clock


def paths(directory: Directory, notice: Notice) -> set[str]:
    """Return the paths of the pages that a notice concerns.

    A centre's notice stands on its page, and on those of its municipalities; a place's on the page
    of the place, and of its centre. A national one stands where there are others to call: on the
    start page, and on those of all places, centres and lines. Not on pages of advice, which one
    came for, and which have no room left in the first round trip (docs/decisions/0069).
    """
    places, centres, shared = set(notice.municipalities), set(notice.centres), set()
    if notice.level == "national":
        places = {one.name for one in directory.municipalities}
        shared = {"", LINES}
    served = [one for name in centres for one in directory.served_by[name]]
    served += [one for one in directory.municipalities if one.name in places]
    centres |= {centre.id for one in served if (centre := directory.centre_of.get(one.code))}
    return {
        *shared,
        *(f"kommun/{one.slug}/" for one in served),
        *(f"stodcentrum/{name}/" for name in centres),
    }
