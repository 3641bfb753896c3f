"""The files that pages fetch: scripts, the guide's style sheet, and the list of places.

Each is published by a name that changes with what is in it: a browser may keep it for as long as it
likes, and never shows yesterday's beside today's page.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import rcssmin

FOLDER = "assets/"
PLACES = "places.json"
# Digits of the SHA-256 in a name, as many as Material takes for its own.
_DIGITS = 8
# The style sheets of visitors' pages, which stand in them, and of the guide's, which are fetched.
VISITORS_SHEETS = ("tokens.css", "visitor.css")
_GUIDES_SHEETS = ("tokens.css", "guide.css")
# Each after those that it names.
_SCRIPTS = ("selfcheck.js", "places.js", "search.js")


@dataclass(frozen=True)
class Asset:
    """A file as published: its address from the site's root, and its text."""

    address: str
    text: str


def published(folder: Path, places: str) -> dict[str, Asset]:
    """The files by the names that they have in `folder`; `places` is the text of `places.json`."""
    found = {
        PLACES: _asset(PLACES, places),
        "guide.css": _asset("guide.css", sheet(folder, _GUIDES_SHEETS)),
    }
    for name in _SCRIPTS:
        text = (folder / name).read_text(encoding="utf-8")
        found[name] = _asset(name, _leading_to(found, text))
    return found


def sheet(folder: Path, names: tuple[str, ...]) -> str:
    """Style sheets as one, without what only their readers need."""
    joined = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    return str(rcssmin.cssmin(joined))


def _asset(name: str, text: str) -> Asset:
    stem, _, kind = name.rpartition(".")
    digest = hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
    return Asset(f"{FOLDER}{stem}.{digest}.{kind}", text)


def _leading_to(found: dict[str, Asset], script: str) -> str:
    """A script that names files as they are published: "./places.js" or "places.json"."""
    for name, asset in found.items():
        known = asset.address.removeprefix(FOLDER)
        script = re.sub(rf'(["\'/]){re.escape(name)}(?=["\'])', rf"\g<1>{known}", script)
    return script
