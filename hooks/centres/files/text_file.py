"""Read a text file that somebody has edited: whole, or with a line that says why it cannot be used.

Here is everything that can be wrong with a file before anyone asks what it says: its size, its
encoding, characters that nobody can see, and what a failed merge leaves behind.
"""

import re
from pathlib import Path

from centres.files.problem import Problem, code_point
from centres.i18n import N_

# The directory is some 30 kB, and the list of places 65: ten times as many centres would fit.
# What is larger has been pasted by mistake, and is refused before it is read into memory.
LARGEST = 500_000

_CONFLICT = re.compile(r"^(?:<{7} |={7}$|>{7} )", re.MULTILINE)
_TAB = re.compile(r"^ *\t", re.MULTILINE)

# Characters that nobody sees but that change what is read: controls, direction marks, zero-width
# and unassigned ones. Ranges, since JSON Schema has no classes that every reader knows; a test
# compares them with Unicode's own categories.
INVISIBLE = (
    "\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u070f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0"
    "\\ufff0-\\ufffc\\ufffe\\uffff"
)
# What a program writes instead of a letter that it could not read.
_LOST = "\ufffd"
# Blanks that look like a space and are not one.
_ODD_BLANK = "\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000"
# In a whole file, line breaks and tabs are what they look like; everything beyond the first
# 65,536 characters of Unicode that is not a letter or a sign is a tag or a private matter.
_UNSEEN_IN_FILE = re.compile(
    f"[{INVISIBLE}{_ODD_BLANK}\\U000e0000-\\U0010ffff](?<![\\t\\n])(?<!\\r(?=\\n))"
)


def read(path: Path, name: str) -> tuple[str, list[Problem]]:
    """The text of `path`, named `name` in messages, and what makes it unusable (empty if nothing).

    A byte order mark at the start is left out, as editors do. Never raises on a bad file.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError:
        return "", [Problem.of_file(name, N_("filen finns inte eller går inte att läsa."))]
    if len(raw) > LARGEST:
        message = N_(
            "filen är större än %(most)s kB. Något har klistrats in av misstag. Ta bort det."
        )
        return "", [Problem.of_file(name, message, most=LARGEST // 1000)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "", [Problem.of_file(name, N_("filen är inte sparad som UTF-8. Spara om den."))]
    return text, list(_unusable(text, name))


def _unusable(text: str, name: str) -> list[Problem]:
    """The first of each kind of mistake that makes the whole file unreadable."""
    if conflict := _CONFLICT.search(text):
        message = N_(
            "här möts två versioner av filen (%(mark)s). Behåll den rätta och ta bort raderna med "
            "<<<<<<<, ======= och >>>>>>>."
        )
        return [_at(text, conflict.start(), name, message, mark=conflict[0].strip())]
    found = []
    if _LOST in text:
        message = N_("ett tecken har gått förlorat (�), oftast å, ä eller ö. Skriv om ordet.")
        found.append(_at(text, text.index(_LOST), name, message))
    if unseen := _UNSEEN_IN_FILE.search(text):
        message = N_(
            "raden har ett tecken som inte syns (%(code)s). Skriv om raden för hand, utan att "
            "klistra in."
        )
        found.append(_at(text, unseen.start(), name, message, code=code_point(unseen[0])))
    if tab := _TAB.search(text):
        message = N_("raden börjar med en tabb. Byt den mot mellanslag, som på raden ovanför.")
        found.append(_at(text, tab.end() - 1, name, message))
    return found


def _at(text: str, index: int, name: str, message: str, **values: object) -> Problem:
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Problem(name, line, column, "", "", message, values)
