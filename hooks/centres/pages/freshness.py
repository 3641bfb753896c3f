"""What is old, unconfirmed or missing, centre by centre, counted by facts.

The same values make the page that anyone can read and the text of `centres report`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from centres.data import facts
from centres.data.directory import AGEING_DAYS, FRESH_DAYS, Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre
from centres.pages import labels


@dataclass(frozen=True)
class Standing:
    """How well one centre is known.

    `known` is how many facts have an answer, and `fresh` how many of those are new enough; `oldest`
    is the day of the oldest, `age` how many days ago that is, and `source` the id of its source.
    `state` is "fresh", "ageing" (to be confirmed soon) or "old", as the oldest fact is; the lists
    hold Swedish questions.
    """

    centre: Centre
    known: int
    fresh: int
    oldest: date
    source: str
    age: int
    state: str
    unconfirmed: list[str]
    undated: list[str]
    missing: list[str]

    @property
    def lists(self) -> list[tuple[str, list[str]]]:
        """What there is to find out, each list under its heading; empty lists are left out."""
        lists = (self.missing, self.unconfirmed, self.undated)
        headed = zip(labels.TO_FIND_OUT, lists, strict=True)
        return [(heading, questions) for heading, questions in headed if questions]


def standings(directory: Directory) -> list[Standing]:
    """Return every centre, the longest unconfirmed first, else in the directory's order."""
    rows = [_standing(directory, centre) for centre in directory.centres]
    return sorted(rows, key=lambda standing: -standing.age)


def _standing(directory: Directory, centre: Centre) -> Standing:
    asked = labels.facts(centre)
    stated = [fact.stated for fact in facts.known(centre)]
    # What has no date is as old as its entry.
    days = [(directory.day_of(one) or centre.checked, one.source or "") for one in stated]
    oldest, source = min(days)
    age = (directory.today - oldest).days
    return Standing(
        centre,
        len(stated),
        sum(map(directory.is_fresh, stated)),
        oldest,
        source,
        age,
        "old" if age > FRESH_DAYS else "ageing" if age > AGEING_DAYS else "fresh",
        [label for label, fact in asked if not fact.known],
        [label for label, fact in asked if fact.known and not directory.is_dated(fact, centre)],
        list(_missing(centre)),
    )


def _missing(centre: Centre) -> Iterator[str]:
    if not centre.phones:
        yield labels.MISSING["phone"]
    if not any(email.published for email in centre.emails):
        yield labels.MISSING["email"]
    if centre.web_page is None or centre.web_page.url == NOT_CONFIRMED:
        yield labels.MISSING["web_page"]
    if centre.ages.group == "young" and not centre.ages.known:
        yield labels.MISSING["ages"]
