"""The style sheets and scripts that stand in our own pages: each page has those of what it shows.

A page is one request (docs/decisions/0004) and small (0064), and its policy names the hash of each
style and script in it (0005). So there are few kinds of pages, and fonts are a style of their own:
the policy that hosts send for the whole site holds a hash a kind and one a script (Arab), and not
one for each pair.
"""

from dataclasses import dataclass
from pathlib import Path

import rjsmin
from markupsafe import Markup

from centres.pages.document import assets

_EVERY = ("tokens.css", "visitor.css", "visitor.js")
_HELP = (*_EVERY, "cards.css", "calls.js")
_NOTICES = ("notices.css", "notices.js")
_PROSE, _COPY, _EASY = "prose.css", "copy.css", "easy.css"
# What stands in the pages of a kind, of the folder theme/assets, in this order.
KINDS = {
    # What one reads about the site, the sources and the words.
    "text": (*_EVERY, _PROSE),
    # Places, as lists and as a map.
    "lists": (*_EVERY, _PROSE, _EASY, "lists.css"),
    # All that there is to read.
    "reading": (*_EVERY, "cards.css", "lists.css"),
    # The only page that runs the full-text engine.
    "search": (*_EVERY, "cards.css", "lists.css", "find.css", "fields.js"),
    # Advice with those who help, and a centre that has closed.
    "help": (*_HELP, _PROSE, _COPY, _EASY),
    "lines": (*_HELP, *_NOTICES, "narrow.css"),
    "start": (*_HELP, *_NOTICES, "doors.css", "find.css", "fields.js"),
    # A municipality, a centre, and where the lines' facts are from.
    "place": (*_HELP, *_NOTICES, _COPY, "doors.css", "place.css"),
    # A municipality in a variant.
    "easy": (*_HELP, *_NOTICES, _COPY, _EASY, "doors.css", "place.css"),
    # The guide's pages from data. Its prose has its sheets as a file, assets/guide.css.
    "guide": (*_HELP, _PROSE, _COPY, "lists.css", "field.css"),
    # The guide's list of municipalities, with the field above it.
    "picker": (*_EVERY, _PROSE, "cards.css", "lists.css", "field.css", "find.css", "fields.js"),
    # On which a centre says what is right.
    "correction": (*_EVERY, _COPY, "field.css", "correction.css", "calls.js", "correction.js"),
    # The page that shows every part.
    "look": (
        *(
            *_HELP,
            *_NOTICES,
            _PROSE,
            _COPY,
            "doors.css",
            "place.css",
            "find.css",
            "narrow.css",
            "lists.css",
        ),
        "look.css",
        "fields.js",
    ),
}
_OF_TEMPLATES = {
    "centres.html": "lists",
    "closed.html": "help",
    "correction.html": "correction",
    "helplines.html": "lines",
    "home.html": "start",
    "look.html": "look",
    "map.html": "lists",
    "municipalities.html": "lists",
    "not_found.html": "help",
    "prose.html": "help",
    "reading.html": "reading",
    "search.html": "search",
    **dict.fromkeys(("municipality.html", "centre.html", "certain.html"), "place"),
    "easy/municipality.html": "easy",
    "guide/choose.html": "picker",
    "guide/municipality.html": "guide",
}


@dataclass(frozen=True)
class Inlined:
    """What stands in a page: its style sheets as one, and its scripts, before and after the text.

    Before it stands what must be there when the first of it is drawn. The rest waits: a telephone
    number comes before it.
    """

    style: Markup
    script: Markup
    late_script: Markup


def kind_of(template: str) -> str:
    """Return the key in `KINDS` of the pages that `template` ("home.html") makes."""
    return _OF_TEMPLATES.get(template, "text")


def inlined(folder: Path) -> dict[str, Inlined]:
    """Return what stands in the pages of each of `KINDS`, of the files in `folder`."""
    return {kind: _inlined(folder, kind) for kind in KINDS}


def _inlined(folder: Path, kind: str) -> Inlined:
    style = assets.sheet(folder, tuple(name for name in KINDS[kind] if name.endswith(".css")))
    scripts = [name for name in KINDS[kind] if name.endswith(".js")]
    late = [name for name in scripts if name not in (*_EVERY, *_NOTICES)]
    return Inlined(
        Markup(assets.shown(style) if kind == "look" else style),  # noqa: S704 (our own files)
        _script(folder, [name for name in scripts if name not in late]),
        _script(folder, late),
    )


def _script(folder: Path, names: list[str]) -> Markup:
    text = "".join((folder / name).read_text(encoding="utf-8") for name in names)
    return Markup(rjsmin.jsmin(text))  # noqa: S704 (our own files)
