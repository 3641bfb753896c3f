"""A `mailto:` link with the lines of an answer in it.

RFC 6068: line breaks are %0D%0A. Gmail and Outlook cut a longer address off somewhere above `MOST`
characters; what has no room is left out from the end.
"""

from collections.abc import Iterable
from urllib.parse import quote

from centres.data.round.lines import Line
from centres.data.round.questions import WORDS

MOST = 1_600
_BREAK = "%0D%0A"


def mailto(address: str, name: str, lines: Iterable[Line]) -> str:
    """Return the link that begins an answer about the record `name` (its id), to `address`.

    The most wanted stand first, then what we do not know, then the rest. Empty without `address`:
    there is nobody to write to.
    """
    if not address:
        return ""
    link = f"mailto:{quote(address, safe='@.+-_')}?subject={quote(name)}"
    link += f"&body={quote(first_line(name))}"
    ordered = sorted(lines, key=lambda line: 0 if line.question.wanted else 1 + line.known)
    for line in ordered:
        longer = f"{link}{_BREAK}{quote(line.text)}"
        if len(longer) < MOST:
            link = longer
    return link


def first_line(name: str) -> str:
    """Return the line that says which record an answer is about."""
    return f"{WORDS['id']}: {name}"
