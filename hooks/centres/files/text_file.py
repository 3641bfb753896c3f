"""Read a text file that somebody has edited, and refuse it with a Problem if it cannot be used.

Checks what is independent of the file's format: size, encoding, invisible characters, tabs, and the
markers that an unresolved merge leaves behind.
"""

import re
import unicodedata
from pathlib import Path

from centres.files.problem import Problem, code_point
from centres.i18n import N_

# Bytes. The directory has some 30,000 and the list of places 65,000: ten times as many centres fit.
# A larger file holds something pasted by mistake, and is refused before it is read into memory.
LARGEST = 500_000

# Lines that git and other programs leave where two versions meet: in git's two styles (|||||||
# begins what was there before), in those of Jujutsu (%%%%%%% and +++++++), and as a patch shows all
# of them, with a sign before. A line of equal signs alone is one if they are seven.
_CONFLICT = re.compile(
    r"^[ +-]{0,2}(?:(?:<{7}|>{7}|\|{7}|%{7}|\+{7})(?=[ \r\n]|\Z)|={7}(?=\r?$)|@@(?= -\d))",
    re.MULTILINE,
)
_TAB = re.compile(r"^ *\t", re.MULTILINE)

# Invisible characters, as the inside of a character class: controls, direction marks, zero-width,
# private and unassigned ones. Ranges, since readers of JSON Schema share no Unicode classes; a test
# compares them with Unicode's own categories.
INVISIBLE = (
    "\\x00-\\x1f\\x7f-\\x9f\\xad\\u061c\\u070f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ue000-\\uf8ff\\ufe00-\\ufe0f\\ufeff\\uffa0"
    "\\ufff0-\\ufffc\\ufffe\\uffff"
)
# No Persian word of two parts is spelled right without U+200C, which keeps letters from joining. It
# is allowed between two letters of Arabic, and nowhere else.
ARABIC = "\\u0620-\\u06ff"
HIDDEN = re.compile(rf"[{INVISIBLE}](?<![{ARABIC}]\u200c(?=[{ARABIC}]))")
# The replacement character: a program writes it for a byte that it could not decode.
_LOST = "\ufffd"
# Blanks that look like a space and are not one.
_ODD_BLANK = "\\xa0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000"
_NEEDED_BY_TRANSLATORS = re.compile("[\xa0\u202f\u200e\u200f]")
# In a whole file, line breaks and tabs are allowed. From U+E0000 on, Unicode has only tags,
# variation selectors and private characters.
_INVISIBLE_IN_FILE = re.compile(
    f"[{INVISIBLE}{_ODD_BLANK}\\U000e0000-\\U0010ffff](?<![\\t\\n])(?<!\\r(?=\\n))"
    f"(?<![{ARABIC}]\u200c(?=[{ARABIC}]))"
)


def read(path: Path, name: str, *, of_translators: bool = False) -> tuple[str, list[Problem]]:
    """Return the text of `path`, and the problems that make it unusable (an empty list if none).

    `name` stands for the file in messages. A byte order mark at the start is left out, as editors
    do, and a letter that was typed as a letter and a mark is one letter: Unicode's normal form C.
    A file `of_translators` may have blanks that no line breaks at, and marks that keep words of two
    scripts in order: other languages need them.
    Never raises on a bad file.
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
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "", [Problem.of_file(name, N_("filen är inte sparad som UTF-8. Spara om den."))]
    # The position of each character stays.
    checked = _NEEDED_BY_TRANSLATORS.sub(" ", text) if of_translators else text
    return text, list(_unusable(checked, name))


def _unusable(text: str, name: str) -> list[Problem]:
    """Return the first mistake of each kind; a merge marker alone, since it explains the rest."""
    if conflict := _CONFLICT.search(text):
        message = N_(
            "här möts två versioner av filen (%(mark)s). Behåll den rätta och ta bort raderna som "
            "delar dem: <<<<<<<, |||||||, ======= och >>>>>>>."
        )
        return [_at(text, conflict.start(), name, message, mark=conflict[0])]
    problems = []
    if _LOST in text:
        message = N_(
            "ett tecken har gått förlorat (%(mark)s), oftast å, ä eller ö. Skriv om ordet."
        )
        problems.append(_at(text, text.index(_LOST), name, message, mark=_LOST))
    if invisible := _INVISIBLE_IN_FILE.search(text):
        message = N_(
            "raden har ett tecken som inte syns (%(code)s). Skriv om raden för hand, utan att "
            "klistra in."
        )
        code = code_point(invisible[0])
        problems.append(_at(text, invisible.start(), name, message, code=code))
    if tab := _TAB.search(text):
        message = N_("raden börjar med en tabb. Byt den mot mellanslag, som på raden ovanför.")
        problems.append(_at(text, tab.end() - 1, name, message))
    return problems


def _at(text: str, index: int, name: str, message: str, **values: object) -> Problem:
    """Return a Problem about the character at `index` of `text`."""
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    return Problem(name, line, column, "", "", message, values)
