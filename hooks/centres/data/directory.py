"""The whole directory: all checked records, and figures counted from them."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from centres.data import facts
from centres.data.days.as_of import Ahead
from centres.data.field_types import last_day
from centres.data.geography import Municipality, Outline, Place, PostcodeRun
from centres.data.model import (
    Centre,
    Cited,
    Helpline,
    Language,
    Membership,
    MunicipalContact,
    Notice,
    Proposition,
    Retired,
    Round,
    Script,
    Source,
    Word,
)
from centres.files.problem import Problem

# A fact older than this many days needs to be confirmed again, and one older than the first of
# the two soon does. The interval is that of Healthify (WellSky), which has the entries of its
# directory of services confirmed every 120 to 180 days.
AGEING_DAYS, FRESH_DAYS = 120, 180

# The id and the day of Brottsoffermyndigheten's review, which says which municipalities have a
# centre, and so also which have none.
BASE_SOURCE, REPORT_DAY = "bilaga-2", "2026-01-14"
# The ids of the helplines that every municipality's page shows. One for women never stands without
# those for men and for trans persons beside it.
SOS, BRIS, BROTTSOFFERJOUREN = "112", "bris", "brottsofferjouren"
KVINNOFRIDSLINJEN, MEN, TRANS = "kvinnofridslinjen", "man", "transpersoner"
# Whom 112 connects to at night stands with the municipality's social services.
ON_CALL = "socialjouren"
# Whom the card for words of suicide names beside 112 and Bris.
SUICIDE = "sjalvmordslinjen"
LINES_OF_PAGES = (SOS, ON_CALL, BRIS, BROTTSOFFERJOUREN, KVINNOFRIDSLINJEN, MEN, TRANS, SUICIDE)


def percent(part: int, whole: int) -> int:
    """Return `part` of `whole` in whole per cent, halves rounded up; 0 where `whole` is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


@dataclass(frozen=True)
class Directory:
    """Everything that data/ says, checked, as of `today`. Lists keep the order of their files.

    `centres` are those that there are today, each with its name and its municipalities of today;
    `retired` are those that are closed today. What changes later is in `ahead`.
    """

    centres: list[Centre]
    # What the sentences say that must not change their meaning, by their ids.
    propositions: dict[str, Proposition]
    glossary: list[Word]
    helplines: list[Helpline]
    languages: list[Language]
    notices: list[Notice]
    retired: list[Retired]
    scripts: dict[str, Script]
    sources: dict[str, Source]
    # The ids of the sources of centres, helplines and municipalities' own contacts; those of prose
    # are listed on its own pages.
    cited: frozenset[str]
    municipalities: list[Municipality]
    # How each municipality itself is reached, by SCB code.
    contacts: dict[str, MunicipalContact]
    # The borders of municipalities, by SCB code, and the country's, by `LAND`.
    outlines: dict[str, Outline]
    places: list[Place]
    postcodes: list[PostcodeRun]
    today: date
    # What only an editor knows, such as whether a word is a person's name: asked before all else.
    questions: list[Problem]
    # Problems that editors are told of, but that stop no build.
    warnings: list[Problem]
    ahead: Ahead = field(default_factory=Ahead)
    # Who has been asked what is right, and has answered.
    rounds: list[Round] = field(default_factory=list)

    @cached_property
    def by_code(self) -> dict[str, Municipality]:
        """The municipalities by SCB code."""
        return {municipality.code: municipality for municipality in self.municipalities}

    @cached_property
    def by_language(self) -> dict[str, Language]:
        """The languages by their codes."""
        return {language.code: language for language in self.languages}

    @cached_property
    def centre_of(self) -> dict[str, Centre]:
        """The centre that serves a municipality, by the municipality's SCB code."""
        codes = {municipality.name: municipality.code for municipality in self.municipalities}
        return {codes[name]: centre for centre in self.centres for name in centre.municipalities}

    @cached_property
    def membership_of(self) -> dict[str, Membership]:
        """The membership by which a municipality has its centre, by the municipality's name."""
        return {one.name: one for centre in self.centres for one in centre.memberships}

    @cached_property
    def served_by(self) -> dict[str, list[Municipality]]:
        """The municipalities of a centre, by the centre's id, in alphabetical order."""
        served: dict[str, list[Municipality]] = {centre.id: [] for centre in self.centres}
        for municipality in self.municipalities:
            centre = self.centre_of.get(municipality.code)
            if centre:
                served[centre.id].append(municipality)
        return served

    @cached_property
    def figures(self) -> dict[str, int]:
        """The figures that prose may name, by name: nobody types a number that is counted."""
        kinds = Counter(centre.ages.group for centre in self.centres)
        stated = [fact.stated for centre in self.centres for fact in facts.known(centre)]
        fresh = sum(map(self.is_fresh, stated))
        asked = [one for one in self.rounds if one.id in {centre.id for centre in self.centres}]
        served, municipalities = len(self.centre_of), len(self.municipalities)
        return {
            "centres": len(self.centres),
            "centres_for_all_ages": kinds["all"],
            "municipalities": municipalities,
            "served": served,
            "not_served": municipalities - served,
            "served_percent": percent(served, municipalities),
            "fresh_days": FRESH_DAYS,
            "facts": len(stated),
            "fresh": fresh,
            "asked": len(asked),
            "answered": sum(one.answered is not None for one in asked),
            "fresh_percent": percent(fresh, len(stated)),
        }

    @cached_property
    def number_to_hide(self) -> str:
        """An example for prose of what to dial so that one's own number is not shown.

        A centre's that recommends it; where none does, any centre's whose number can be hidden.
        Empty if no centre has such a number: prose then says it in words.
        """
        phones = [phone for centre in self.centres for phone in centre.phones]
        can_be_hidden = [phone for phone in phones if phone.with_hidden_number]
        recommended = [phone for phone in can_be_hidden if phone.hidden_number]
        return next((phone.with_hidden_number or "" for phone in recommended or can_be_hidden), "")

    def day_of(self, stated: Cited) -> date | None:
        """Return the day on which what `stated` says held; None if its source has no date."""
        latest = self.source_of(stated).latest
        return latest and (stated.checked or latest)

    def is_fresh(self, stated: Cited) -> bool:
        """Return whether what `stated` says held at most `FRESH_DAYS` ago; False if undated."""
        day = self.day_of(stated)
        return day is not None and (self.today - day).days <= FRESH_DAYS

    def source_of(self, fact: Cited, entry: Cited | None = None) -> Source:
        """Return the source of a fact or an entry, dated by its `checked` if asked each time.

        A fact without one of its own has that of its `entry`.
        """
        cited = fact if fact.source or entry is None else entry
        return self.sources[cited.source or ""].on(cited.checked)

    def source_date_is_over(self, written: str) -> bool:
        """Return whether a date as exact as a source's (2025, 2025-12) is before today."""
        last = last_day(written)
        return last is not None and last < self.today

    def is_dated(self, fact: Cited, entry: Cited) -> bool:
        """Return whether the source of `fact`, or else that of its `entry`, has a date.

        A fact without one is never shown as current.
        """
        return self.source_of(fact, entry).latest is not None

    @cached_property
    def lines(self) -> dict[str, Helpline]:
        """The helplines by their ids, in the order of their file."""
        return {line.id: line for line in self.helplines}

    @cached_property
    def meanings(self) -> dict[str, Word]:
        """The words of the glossary by their ids."""
        return {word.id: word for word in self.glossary}
