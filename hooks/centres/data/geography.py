"""Sweden's 290 municipalities, their borders, and the places and postcodes in them.

scripts/reference_data.py makes the files: data/municipalities.csv and data/map.csv (SCB, CC0), and
data/places.csv and data/postcodes.csv (SCB, CC0, and GeoNames, CC BY 4.0). Their first lines say
more.
"""

import re
import unicodedata
from dataclasses import dataclass

# For sorting: the three letters after z in Swedish become the three characters after z in ASCII; é
# and ü sort as e and u.
_ALPHABET = str.maketrans("åäöéü", "{|}eu")

# The code of the whole country among the outlines (ISO 3166).
LAND = "SE"

# By SCB code. Habo and Håbo would both be "habo": Håbo gets an odd address, so that no address
# leads to the wrong municipality.
_OWN_SLUGS = {"0305": "haabo"}


@dataclass(frozen=True)
class Municipality:
    """A municipality. `code` is SCB's four digits, `neighbours` the codes of those it borders on.

    `group` is its group in SKR's grouping of 2023 ("A1" to "C9"); the letter is the main group.
    """

    code: str
    name: str
    county_code: str
    county: str
    group: str
    neighbours: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The last part of its address, its own among all municipalities: "upplands-vasby"."""
        return _OWN_SLUGS.get(self.code) or slug(self.name)


@dataclass(frozen=True)
class Outline:
    """The borders of a municipality as SVG paths: on the map of the country and of its county.

    `county` is empty where the county has no map of its own: only Stockholm's has.
    """

    country: str
    county: str


@dataclass(frozen=True)
class Place:
    """A locality, district or other name, and the municipality it lies in (by SCB code).

    `language` is the name's own (BCP 47): "sv", or another for a name such as "Gothenburg".
    """

    name: str
    code: str
    language: str


@dataclass(frozen=True)
class PostcodeRun:
    """The postcodes from `first` to `last`, and the municipalities they lie in (by SCB code).

    A code in several has the one that its source names first, first.
    """

    first: str
    last: str
    codes: tuple[str, ...]


def municipalities(rows: list[dict[str, str]]) -> list[Municipality]:
    """Return the rows of municipalities.csv as municipalities, in Swedish alphabetical order."""
    unordered = [
        Municipality(
            row["code"],
            row["name"],
            row["county_code"],
            row["county"],
            row["group"],
            tuple(row["neighbours"].split()),
        )
        for row in rows
    ]
    return sorted(unordered, key=lambda municipality: alphabetical(municipality.name))


def places(rows: list[dict[str, str]]) -> list[Place]:
    """Return the rows of places.csv as places, in the order of the file."""
    return [Place(row["name"], row["code"], row["language"]) for row in rows]


def postcodes(rows: list[dict[str, str]]) -> list[PostcodeRun]:
    """Return the rows of postcodes.csv as runs of postcodes, in the order of the file."""
    return [
        PostcodeRun(row["first"], row["last"], tuple(row["municipalities"].split())) for row in rows
    ]


def outlines(rows: list[dict[str, str]]) -> dict[str, Outline]:
    """Return the rows of map.csv as outlines by SCB code; the whole country's code is `LAND`."""
    return {row["code"]: Outline(row["country"], row["county"]) for row in rows}


def slug(name: str) -> str:
    """Return `name` in ASCII for an address: å and ä become a, ö o, é e, and a blank "-"."""
    letters = unicodedata.normalize("NFD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def alphabetical(name: str) -> str:
    """Return a key that sorts `name` as a Swedish reader expects: å, ä and ö after z."""
    return name.casefold().translate(_ALPHABET)
