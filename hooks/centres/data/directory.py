"""The whole directory: everything the site knows, and what can be counted of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from centres.data.geography import Municipality, Outline, Place
from centres.data.model import Centre, Cited, Helpline, Language, Retired, Source, Word
from centres.files.problem import Problem

# A fact older than this many days needs to be confirmed again, and one older than the first of
# the two soon does. The interval is that of Healthify (WellSky), which has the entries of its
# directory of services confirmed every 120 to 180 days.
AGEING_DAYS, FRESH_DAYS = 120, 180

# The review that says which municipalities have a centre, and so also which have none.
BASE_SOURCE, REPORT_DAY = "bilaga-2", "2026-01-14"
# The lines that stand on every municipality's page.
BRIS, BROTTSOFFERJOUREN, SOS, ON_CALL = "bris", "brottsofferjouren", "112", "socialjouren"


def percent(part: int, whole: int) -> int:
    """How much `part` is of `whole`, in whole per cent, a half upwards; 0 of nothing is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


@dataclass(frozen=True)
class Directory:
    """Everything the site knows. Lists keep the order of their files."""

    centres: list[Centre]
    glossary: list[Word]
    helplines: list[Helpline]
    languages: list[Language]
    retired: list[Retired]
    sources: dict[str, Source]
    # The sources of centres and lines, by id; those of prose stand at the foot of each page.
    cited: frozenset[str]
    municipalities: list[Municipality]
    # Their borders, by code, and the country's.
    outlines: dict[str, Outline]
    places: list[Place]
    today: date
    # What an editor ought to know but no build stops for.
    warnings: list[Problem]

    @cached_property
    def by_code(self) -> dict[str, Municipality]:
        """The municipalities by SCB code."""
        return {one.code: one for one in self.municipalities}

    @cached_property
    def centre_of(self) -> dict[str, Centre]:
        """The centre that serves a municipality, by the municipality's SCB code."""
        codes = {municipality.name: municipality.code for municipality in self.municipalities}
        return {codes[name]: centre for centre in self.centres for name in centre.municipalities}

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
        """The numbers that prose may name, so that no one types them."""
        kinds = Counter(centre.ages.group for centre in self.centres)
        fresh = sum(self.checked_within(FRESH_DAYS, centre) for centre in self.centres)
        served, all_of_them = len(self.centre_of), len(self.municipalities)
        return {
            "centres": len(self.centres),
            "centres_for_all_ages": kinds["all"],
            "municipalities": all_of_them,
            "served": served,
            "not_served": all_of_them - served,
            "served_percent": percent(served, all_of_them),
            "fresh_days": FRESH_DAYS,
            "fresh": fresh,
            "fresh_percent": percent(fresh, len(self.centres)),
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

    def checked_within(self, days: int, centre: Centre) -> bool:
        """Whether the centre's facts are that recent; a source without a date never is."""
        dated = self.source_of(centre).latest is not None
        return dated and (self.today - centre.checked).days <= days

    def source_of(self, fact: Cited) -> Source:
        """The source that a fact or an entry names, as it was on the day that it was checked."""
        return self.sources[fact.source or ""].on(fact.checked)

    def is_dated(self, fact: Cited, centre: Centre) -> bool:
        """Whether a fact's source has a date; without one nothing is shown as current."""
        return self.source_of(fact if fact.source else centre).latest is not None

    @cached_property
    def lines(self) -> dict[str, Helpline]:
        """The lines by their ids, in the order of their file."""
        return {line.id: line for line in self.helplines}

    @cached_property
    def meanings(self) -> dict[str, Word]:
        """The words of the glossary by their ids."""
        return {word.id: word for word in self.glossary}
