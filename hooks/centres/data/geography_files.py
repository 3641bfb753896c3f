"""Read and check the files that scripts/reference_data.py makes: what is where in Sweden."""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from centres.data import geography
from centres.data.field_messages import ENOUGH
from centres.data.geography import LAND, Municipality, Outline, Place, PostcodeRun
from centres.files import csv_file
from centres.files.problem import Problem
from centres.i18n import N_

_PLACE_COLUMNS = ("name", "language", "code", "source")
_RUN_COLUMNS = ("first", "last", "municipalities")
# The sources of places, as scripts/district_names.py names them.
_SOURCES = ("scb", "geonames", "regso", "postcode", "override")
_POSTCODE = re.compile(r"[1-9][0-9]{4}")
# SVG path data as scripts/outlines.py writes it: closed rings of whole steps. Possessive
# quantifiers: no backtracking on a corrupt file.
_PATH = re.compile(r"(M\d++ \d++l-?\d++(?: ?-?\d++)*+z)*+")

Row = dict[str, str]


class Geography(NamedTuple):
    """What the files say."""

    municipalities: list[Municipality]
    # The borders of municipalities, by SCB code, and the country's, by `LAND`.
    outlines: dict[str, Outline]
    places: list[Place]
    postcodes: list[PostcodeRun]


def read(data: Path, problems: list[Problem]) -> Geography:
    """Read the files in the folder `data`; append what is wrong with them to `problems`."""
    municipalities = _municipalities(data, problems)
    codes = {municipality.code for municipality in municipalities}
    places = csv_file.read(data / "places.csv", "data/places.csv", _PLACE_COLUMNS, problems)
    problems += islice(_problems_in_places(places, codes), ENOUGH)
    name = "data/postcodes.csv"
    runs = csv_file.read(data / "postcodes.csv", name, _RUN_COLUMNS, problems)
    problems += islice(_problems_in_postcodes(runs, codes), ENOUGH)
    outlines = _outlines(data, municipalities, problems)
    return Geography(municipalities, outlines, geography.places(places), geography.postcodes(runs))


def _municipalities(data: Path, problems: list[Problem]) -> list[Municipality]:
    name = "data/municipalities.csv"
    columns = ("code", "name", "county_code", "county", "group", "neighbours")
    rows = csv_file.read(data / "municipalities.csv", name, columns, problems)
    municipalities = geography.municipalities(rows)
    if not (municipalities or problems):
        message = N_("filen har inga kommuner. Hämta tillbaka den.")
        problems.append(Problem(name, 1, 1, "", "", message))
    problems += _problems_in_municipalities(rows, name)
    return municipalities


def _problems_in_municipalities(rows: list[Row], name: str) -> Iterator[Problem]:
    """Yield a Problem for each neighbour that is not in the file, and each group that SKR lacks."""
    codes = {row["code"] for row in rows}
    for row in rows:
        place = (name, int(row["line"]), 1, row["name"])
        if not codes.issuperset(row["neighbours"].split()):
            message = N_("en granne finns inte i filen. Hämta tillbaka den.")
            yield Problem(*place, "neighbours", message)
        if not re.fullmatch("[ABC][1-9]", row["group"]):
            message = N_("gruppen är ingen av SKR:s, A1 till C9. Hämta tillbaka filen.")
            yield Problem(*place, "group", message)


def _problems_in_places(rows: list[Row], codes: Collection[str]) -> Iterator[Problem]:
    """Yield a Problem for each unknown municipality or source; `codes` are those that are known.

    Where none is, the list of municipalities could not be read, and they are not compared with it.
    """
    for row in rows:
        place = ("data/places.csv", int(row["line"]), 1, row["name"])
        if codes and row["code"] not in codes:
            message = N_("orten ligger i kommun %(code)s, som inte finns.")
            yield Problem(*place, "code", message, {"code": row["code"]})
        if row["source"] not in _SOURCES:
            message = N_("”%(value)s” är ingen källa till orter. Välj en av: %(sources)s.")
            values: dict[str, object] = {"value": row["source"], "sources": ", ".join(_SOURCES)}
            yield Problem(*place, "source", message, values)


def _problems_in_postcodes(rows: list[Row], codes: Collection[str]) -> Iterator[Problem]:
    """Yield a Problem for each run that is none, overlaps, or lies in no known municipality."""
    last = ""
    for row in rows:
        place = ("data/postcodes.csv", int(row["line"]), 1, row["first"])
        found = row["municipalities"].split()
        wrong = [column for column in ("first", "last") if not _POSTCODE.fullmatch(row[column])]
        if wrong:
            message = N_("”%(value)s” är inget postnummer. Skriv fem siffror utan mellanslag.")
            yield Problem(*place, wrong[0], message, {"value": row[wrong[0]]})
        elif row["first"] > row["last"] or row["first"][:3] != row["last"][:3]:
            message = N_("en följd slutar på eller efter det första numret, med samma tre siffror.")
            yield Problem(*place, "last", message)
        elif row["first"] <= last:
            message = N_("numret har stått förut. Varje postnummer står en gång, i ordning.")
            yield Problem(*place, "first", message)
        elif codes and not (found and set(found) <= set(codes)):
            message = N_("postnumren ligger i kommun %(code)s, som inte finns.")
            yield Problem(*place, "municipalities", message, {"code": row["municipalities"]})
        last = max(last, "" if wrong else row["last"])


def _outlines(
    data: Path, municipalities: list[Municipality], problems: list[Problem]
) -> dict[str, Outline]:
    name = "data/map.csv"
    rows = csv_file.read(data / "map.csv", name, ("code", "country", "county"), problems)
    for row in rows:
        for column in ("country", "county"):
            if not _PATH.fullmatch(row[column]):
                message = N_("är inte gränser som scriptet har ritat. Hämta tillbaka filen.")
                problems.append(Problem(name, int(row["line"]), 1, row["code"], column, message))
    outlines = geography.outlines(rows)
    needed = (LAND, *(municipality.code for municipality in municipalities))
    missing = [code for code in needed if code not in outlines]
    if missing and not problems:
        message = N_("kartan saknar %(codes)s. Hämta tillbaka filen.")
        problems.append(Problem.of_file(name, message, codes=", ".join(missing[:5])))
    return outlines
