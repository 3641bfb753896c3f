"""Who has access to a centre and who has not, and what would change if one more joined.

All of it is counted from the directory; nothing here is typed. Distances are counted in borders
between municipalities, since the directory knows neither roads nor how long they take.
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
    """How many municipalities of a county or a group have access to a centre."""

    name: str
    served: int
    all: int

    @property
    def percent(self) -> int:
        """`served` of `all` in whole percent."""
        return percent(self.served, self.all)


@dataclass(frozen=True)
class WhatIf:
    """What would be if the municipalities `joining` got access: in the country, and in counties.

    `counties` are the shares then of the counties that it changes.
    """

    joining: list[Municipality]
    served: int
    percent: int
    counties: list[Share]


@dataclass(frozen=True)
class Near:
    """A centre, how many borders away it is, and its municipalities that are that near."""

    centre: Centre
    borders: int
    through: list[Municipality]


def model(centre: Centre) -> Model:
    """How a centre is organised, as far as the directory knows.

    `own`: a municipality's, for itself; `joined`: a municipality's, that others have joined;
    `together`: run by several; `association`: by a brottsofferjour for a municipality.
    """
    if centre.run_by.kind == "municipalities together":
        return "together"
    if centre.run_by.kind == "victim support association":
        return "association"
    return "joined" if centre.shared else "own"


def by_county(directory: Directory) -> list[Share]:
    """The share of each of the 21 counties, in alphabetical order."""
    names = sorted({one.county for one in directory.municipalities}, key=alphabetical)
    return [of_county(directory, name) for name in names]


def of_county(directory: Directory, name: str, served: Collection[str] | None = None) -> Share:
    """The share of one county; of those in `served` (SCB codes), if it is not what is true."""
    members = [one for one in directory.municipalities if one.county == name]
    return _share(name, members, directory.centre_of if served is None else served)


def by_group(directory: Directory) -> list[Share]:
    """The share of each of SKR's main groups, by its letter."""
    every = directory.municipalities
    return [
        _share(name, [one for one in every if one.group.startswith(name)], directory.centre_of)
        for name in GROUPS
    ]


def near(directory: Directory, municipality: Municipality) -> list[Near]:
    """The centres nearest to a municipality that has none: those fewest borders away.

    Neighbours' centres where a neighbour has one. Empty where no border leads to any (Gotland).
    """
    by_code = directory.by_code
    seen = ring = {municipality.code}
    borders = 0
    while ring:
        borders += 1
        ring = {beside for code in ring for beside in by_code[code].neighbours} - seen
        seen = seen | ring
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
    """The municipalities beside one, in alphabetical order."""
    return ordered(directory.by_code[code] for code in municipality.neighbours)


def without(directory: Directory, municipality: Municipality) -> list[Municipality]:
    """The neighbours of a municipality that have no access to a centre."""
    beside = neighbours(directory, municipality)
    return [one for one in beside if one.code not in directory.centre_of]


def what_if(directory: Directory, joining: list[Municipality]) -> WhatIf:
    """The country and the counties, if `joining` (none of which has access) got it."""
    served = {*directory.centre_of, *(one.code for one in joining)}
    names = dict.fromkeys(one.county for one in joining)
    return WhatIf(
        joining,
        len(served),
        percent(len(served), len(directory.municipalities)),
        [of_county(directory, name, served) for name in names],
    )


def ordered(municipalities: Iterable[Municipality]) -> list[Municipality]:
    """In Swedish alphabetical order."""
    return sorted(municipalities, key=lambda one: alphabetical(one.name))


def figures(directory: Directory) -> dict[str, int]:
    """The numbers that the guide may name, beside those of the directory itself."""
    shared = [one for one in directory.centres if one.shared]
    young = [one for one in directory.centres if one.ages.group == "young"]
    known = [one for one in young if has_upper_limit(directory, one)]
    counties = by_county(directory)
    found = {
        "shared_centres": len(shared),
        "own_centres": len(directory.centres) - len(shared),
        "shared_municipalities": sum(len(one.municipalities) for one in shared),
        "limit_known": len(known),
        "limit_unknown": len(young) - len(known),
        "counties": len(counties),
        "counties_with": sum(one.served > 0 for one in counties),
        "counties_without": sum(one.served == 0 for one in counties),
    }
    for one in by_group(directory):
        name = f"group_{one.name.lower()}"
        found |= {name: one.all, f"{name}_served": one.served, f"{name}_percent": one.percent}
    return found


def has_upper_limit(directory: Directory, centre: Centre) -> bool:
    """Whether a centre's upper age is known from a source that has a date."""
    return centre.ages.limit is not None and directory.is_dated(centre.ages, centre)


def _share(name: str, members: list[Municipality], served: Collection[str]) -> Share:
    return Share(name, sum(one.code in served for one in members), len(members))
