"""What is old, unconfirmed or missing, centre by centre.

The same values make the page that anyone can read and the text of `centres report`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from centres.data.directory import AGEING_DAYS, FRESH_DAYS, Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Centre
from centres.pages import labels


@dataclass(frozen=True)
class Standing:
    """How well one centre is known.

    `age` is in days; `state` is "fresh", "ageing" (to be confirmed soon) or "old"; the lists hold
    Swedish questions.
    """

    centre: Centre
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
    facts = labels.facts(centre)
    return Standing(
        centre,
        (directory.today - centre.checked).days,
        _state(directory, centre),
        [label for label, fact in facts if not fact.known],
        [label for label, fact in facts if fact.known and not directory.is_dated(fact, centre)],
        list(_missing(centre)),
    )


def _state(directory: Directory, centre: Centre) -> str:
    if not directory.checked_within(FRESH_DAYS, centre):
        return "old"
    return "fresh" if directory.checked_within(AGEING_DAYS, centre) else "ageing"


def _missing(centre: Centre) -> Iterator[str]:
    if not centre.phones:
        yield labels.MISSING["phone"]
    if not any(email.published for email in centre.emails):
        yield labels.MISSING["email"]
    if centre.web_page is None or centre.web_page.url == NOT_CONFIRMED:
        yield labels.MISSING["web_page"]
    if centre.ages.group == "young" and not centre.ages.known:
        yield labels.MISSING["ages"]
