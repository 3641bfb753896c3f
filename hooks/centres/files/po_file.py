"""Check the PO files that translators edit, as every other file that somebody edits.

`i18n` reads them, below all rooms, and raises an error; here what is wrong has its line.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from centres.files import text_file
from centres.files.problem import Problem
from centres.i18n import N_

# A message id with its translations, up to the next empty line or comment.
_ENTRY = re.compile(
    r'^msgid (?P<id>.*\n(?:".*\n)*)(?P<rest>(?:(?:msgid_plural|msgstr|").*\n?)*)', re.M
)
_LINE = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PLACEHOLDER = re.compile(r"%\((\w+)\)")


def problems_in(root: Path) -> Iterator[Problem]:
    """Yield what is wrong in each locales/<code>/<domain>.po below `root`."""
    for path in sorted((root / "locales").glob("*/*.po")):
        name = path.relative_to(root).as_posix()
        text, problems = text_file.read(path, name, of_translators=True)
        yield from problems or _problems_in(text.replace("\r\n", "\n"), name)


def _problems_in(text: str, name: str) -> Iterator[Problem]:
    try:
        read_po(io.StringIO(text), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        message = N_(
            "översättningen går inte att läsa vid den här raden. Varje rad är msgid, msgstr eller "
            "en text inom citattecken."
        )
        # Babel counts from 0, and says nothing of a line that only Python cannot read.
        line = getattr(error, "lineno", 0) + 1
        yield Problem(name, line, 1, "", "", message)
        return
    first: dict[str, int] = {}
    for entry in _ENTRY.finditer(text):
        line = text.count("\n", 0, entry.start()) + 1
        written = "".join(_LINE.findall(entry["id"]))
        if first.setdefault(written, line) != line:
            message = N_(
                "texten finns redan, på rad %(line)s. Behåll den rätta översättningen, och ta bort "
                "den andra med sin msgid."
            )
            yield Problem(name, line, 1, "", "", message, {"line": first[written]})
        known = {*_PLACEHOLDER.findall(entry["id"] + entry["rest"].partition("msgstr")[0])}
        others = sorted({*_PLACEHOLDER.findall(entry["rest"])} - known)
        if written and others:
            message = N_(
                "%%(%(value)s)s finns inte i den svenska texten. Skriv namnet inom parentes som "
                "det står där."
            )
            yield Problem(name, line, 1, "", "", message, {"value": others[0]})
