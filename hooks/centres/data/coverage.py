"""Count which municipalities have access to a centre, and what would change if more joined.

Everything is counted from the directory. Distances are numbers of borders between municipalities,
since the directory has neither roads nor travel times.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from centres.data.directory import Directory, percent
from centres.data.geography import Municipality, alphabetical
from centres.data.model import Centre

Model = Literal["own", "together", "joined", "association"]
# SKR's three main groups of municipalities, 2023.
GROUPS = ("A", "B", "C")


@dataclass(frozen=True)
class Share:
    """How many municipalities of a county or a group have access to a centre: `served` of `all`."""

    name: str
    served: int
    all: int

    @property
    def percent(self) -> int:
        """`served` of `all` in whole per cent."""
        return percent(self.served, self.all)


@dataclass(frozen=True)
class WhatIf:
    """The country if the municipalities `joining` got access.

    `served` and `percent` of all municipalities would then have it; `counties` are the new shares
    of the counties that change.
    """

    joining: list[Municipality]
    served: int
    percent: int
    counties: list[Share]


@dataclass(frozen=True)
class Near:
    """A centre, how many borders away it is, and its municipalities at that distance."""

    centre: Centre
    borders: int
    through: list[Municipality]


def model(centre: Centre) -> Model:
    """Return how a centre is organised, as far as the directory knows.

    `own`: one municipality's, for itself; `joined`: one municipality's that others have joined;
    `together`: run by several; `association`: by a brottsofferjour for a municipality.
    """
    if centre.run_by.kind == "municipalities together":
        return "together"
    if centre.run_by.kind == "victim support association":
        return "association"
    return "joined" if centre.shared else "own"


def by_county(directory: Directory) -> list[Share]:
    """Return the share of each of the 21 counties, in Swedish alphabetical order."""
    municipalities = directory.municipalities
    names = sorted({municipality.county for municipality in municipalities}, key=alphabetical)
    return [_of_county(directory, name) for name in names]


def _of_county(directory: Directory, name: str, served: Collection[str] | None = None) -> Share:
    """Return the share of the county `name`; `served` (SCB codes) replaces those with access."""
    members = [member for member in directory.municipalities if member.county == name]
    return _share(name, members, directory.centre_of if served is None else served)


def by_group(directory: Directory) -> list[Share]:
    """Return the share of each of SKR's main groups; the name of a share is the group's letter."""
    members = {
        letter: [member for member in directory.municipalities if member.group.startswith(letter)]
        for letter in GROUPS
    }
    return [_share(letter, members[letter], directory.centre_of) for letter in GROUPS]


def near(directory: Directory, municipality: Municipality) -> list[Near]:
    """Return the centres fewest borders away from a municipality that has none.

    Neighbours' centres where a neighbour has one. Empty where no border leads to any (Gotland).
    """
    by_code = directory.by_code
    # Breadth first: `ring` are the codes at a distance of `borders`.
    visited = ring = {municipality.code}
    borders = 0
    while ring:
        borders += 1
        ring = {neighbour for code in ring for neighbour in by_code[code].neighbours} - visited
        visited = visited | ring
        through: dict[str, list[Municipality]] = {}
        for code in ring:
            centre = directory.centre_of.get(code)
            if centre:
                through.setdefault(centre.id, []).append(by_code[code])
        if through:
            return [
                Near(centre, borders, ordered(through[centre.id]))
                for centre in directory.centres
                if centre.id in through
            ]
    return []


def neighbours(directory: Directory, municipality: Municipality) -> list[Municipality]:
    """Return the municipalities that `municipality` borders on, in Swedish alphabetical order."""
    return ordered(directory.by_code[code] for code in municipality.neighbours)


def without(directory: Directory, municipality: Municipality) -> list[Municipality]:
    """Return the neighbours of `municipality` that have no access to a centre."""
    return [
        neighbour
        for neighbour in neighbours(directory, municipality)
        if neighbour.code not in directory.centre_of
    ]


def what_if(directory: Directory, joining: list[Municipality]) -> WhatIf:
    """Return the country and its counties as if `joining`, none of which has access, had it."""
    served = {*directory.centre_of, *(municipality.code for municipality in joining)}
    names = dict.fromkeys(municipality.county for municipality in joining)
    return WhatIf(
        joining,
        len(served),
        percent(len(served), len(directory.municipalities)),
        [_of_county(directory, name, served) for name in names],
    )


def ordered(municipalities: Iterable[Municipality]) -> list[Municipality]:
    """Sort municipalities in Swedish alphabetical order."""
    return sorted(municipalities, key=lambda municipality: alphabetical(municipality.name))


def figures(directory: Directory) -> dict[str, int]:
    """Return the figures that the guide may name, by name, besides `Directory.figures`."""
    shared = [centre for centre in directory.centres if centre.shared]
    young = [centre for centre in directory.centres if centre.ages.group == "young"]
    known = [centre for centre in young if has_upper_limit(directory, centre)]
    counties = by_county(directory)
    numbers = {
        "shared_centres": len(shared),
        "own_centres": len(directory.centres) - len(shared),
        "shared_municipalities": sum(len(centre.municipalities) for centre in shared),
        "limit_known": len(known),
        "limit_unknown": len(young) - len(known),
        "counties": len(counties),
        "counties_with": sum(county.served > 0 for county in counties),
        "counties_without": sum(county.served == 0 for county in counties),
    }
    for group in by_group(directory):
        name = f"group_{group.name.lower()}"
        numbers |= {
            name: group.all,
            f"{name}_served": group.served,
            f"{name}_percent": group.percent,
        }
    return numbers


def has_upper_limit(directory: Directory, centre: Centre) -> bool:
    """Return whether a centre's upper age is known, from a source that has a date."""
    return centre.ages.limit is not None and directory.is_dated(centre.ages, centre)


def _share(name: str, members: list[Municipality], served: Collection[str]) -> Share:
    return Share(name, sum(member.code in served for member in members), len(members))
