"""Read a CSV file; what is wrong with it becomes a Problem with its line, not an exception."""

import csv
from collections.abc import Iterator
from pathlib import Path

from centres.files import text_file
from centres.files.problem import Problem
from centres.i18n import N_


def read(
    path: Path, name: str, columns: tuple[str, ...], problems: list[Problem]
) -> list[dict[str, str]]:
    """Return the rows of `path` as dicts by column; each has at least `columns`.

    A row also has `line`, its line number in the file, as text. Lines that start with # are
    comments. Rows that cannot be used are left out, and appended to `problems`, where `name` stands
    for the file.
    """
    text, unusable = text_file.read(path, name)
    if unusable:
        problems += unusable
        return []
    lines = text.splitlines()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if not line.startswith("#")]
    return list(_rows(numbered, name, columns, problems))


def _rows(
    lines: list[tuple[int, str]], name: str, columns: tuple[str, ...], problems: list[Problem]
) -> Iterator[dict[str, str]]:
    if not lines:
        lines = [(1, "")]
    number, header = lines[0]
    names = _cells(header)
    for column in columns:
        if column not in names:
            message = N_("kolumnen saknas i filens rubrikrad.")
            problems.append(Problem(name, number, 1, "", column, message))
    if not set(columns) <= set(names):
        return
    for number, line in lines[1:]:
        cells = _cells(line)
        if len(cells) != len(names):
            message = N_("raden har inte lika många värden som rubrikraden. Kontrollera komman.")
            problems.append(Problem(name, number, 1, "", "", message))
        else:
            yield {**dict(zip(names, cells, strict=True)), "line": str(number)}


def _cells(line: str) -> list[str]:
    """Return the values of a line; an empty list if it is not valid CSV."""
    try:
        return next(csv.reader([line]), [])
    except csv.Error:
        return []
