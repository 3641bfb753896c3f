"""The files that pages fetch: scripts, the guide's style sheet, and what the field answers from.

Each is published by a name that holds a hash of its content, so that browsers and hosts may cache
it for ever, and no page meets a script of another day.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

from centres.data.directory import Directory
from centres.data.model import Script

FOLDER = "assets/"
# The lists that the search field answers from: by language what comes first and what comes then,
# and the names of places.
ANSWERS, MORE, PLACES = "answers.{}.json", "more.{}.json", "places.json"
# Digits of the SHA-256 in a name, as many as Material takes for its own.
_DIGITS = 8
# In a sheet without blanks: the colours of a face, and a rule that has one of the states below.
_TOKENS = re.compile(r":root(\{[^{}]*--paper:[^{}]*\})")
_RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
# How an element looks that is pressed, or has the focus, for all that are within a class.
_STATES = {
    ".pressed": (":active", ""),
    ".focused": (":focus-visible", ":is(a,button,summary,input)"),
}
_GUIDES_SHEETS = ("tokens.css", "field.css", "guide.css")
# The modules of each script, each after those that it imports: a field that is touched waits for
# one file, and what many have in common compresses once.
_ANSWERS = ("terms.js", "places.js", "topics.js", "answers.js", "shown.js")
_SCRIPTS = {
    "selfcheck.js": ("selfcheck.js",),
    "finder.js": (*_ANSWERS, "finder.js"),
    "late.js": (*_ANSWERS[:2], "slips.js", "letters.js", "guesses.js", "whereabouts.js"),
    "search.js": (*_ANSWERS, "fulltext.js", "search.js"),
}
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<name>[\w.-]+)";\n', re.MULTILINE)
# What a module names at its top: one thing, or several of an array or an object.
_NAMED = re.compile(
    r"^(?:export )?(?:const|let|class|(?:async )?function\*?) (?:(\w+)|[\[{]([^\]}=]*)[\]}] =)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Asset:
    """A file as published: its address from the site's root, and its text."""

    address: str
    text: str


def published(folder: Path, lists: Mapping[str, str], guide_fonts: str = "") -> dict[str, Asset]:
    """Return the files to publish by name: those in `folder` (theme/assets), and the lists.

    `lists` are the texts of `ANSWERS`, `MORE` and `PLACES` by their names; `guide_fonts` are
    rules that end the guide's style sheet.
    """
    assets = {
        **{name: _asset(name, text) for name, text in lists.items()},
        "guide.css": _asset("guide.css", sheet(folder, _GUIDES_SHEETS) + guide_fonts),
    }
    for name, modules in _SCRIPTS.items():
        assets[name] = _asset(name, rjsmin.jsmin(joined(folder, modules)))
    return assets


def joined(folder: Path, modules: Sequence[str]) -> str:
    """Return JavaScript modules of `folder` as one, which exports what each of them exports.

    Each stands after those that it imports. Raises ValueError if one imports what is not before it,
    or two of them give the same name to something of theirs.
    """
    texts = []
    names: set[str] = set()
    for at, module in enumerate(modules):
        text = (folder / module).read_text(encoding="utf-8")
        missing = {match["name"] for match in _IMPORT.finditer(text)}.difference(modules[:at])
        own = [
            name for match in _NAMED.findall(text) for name in re.findall(r"\w+", " ".join(match))
        ]
        twice = names.intersection(own)
        if missing or twice:
            raise ValueError(f"{module}: {sorted(missing | twice)}")
        names.update(own)
        texts.append(_IMPORT.sub("", text))
    return "".join(texts)


def sheet(folder: Path, names: tuple[str, ...]) -> str:
    """Return style sheets as one, without comments and blanks."""
    joined = "\n".join((folder / name).read_text(encoding="utf-8") for name in names)
    return str(rcssmin.cssmin(joined))


def shown(css: str) -> str:
    """Return a sheet with what shows its parts in each face and state, wherever on the page."""
    return css.replace("main>", ":is(main,.face)>") + faces(css) + states(css)


def faces(css: str) -> str:
    """Return the colours of both faces as rules for the classes "light" and "dark".

    `css` is a sheet that has them for the whole page, by what the device asks for.
    """
    light, dark = _TOKENS.findall(css)[:2]
    return f".light{light}.dark{dark}.light{{color-scheme:light}}.dark{{color-scheme:dark}}"


def states(css: str) -> str:
    """Return rules by which all within the classes "pressed" and "focused" looks as if it were.

    They are those of `css` for the two states, and no copies of them.
    """
    found = []
    for scope, (state, everything) in _STATES.items():
        for selectors, body in _RULE.findall(css):
            own = [one for one in selectors.split(",") if state in one]
            found += [f"{scope} {one.replace(state, everything)}{body}" for one in own]
    return "".join(found)


def fonts(selector: str, script: Script | None) -> str:
    """Return the rule that gives what `selector` matches the fonts of its script, if it has any."""
    if script is None or not script.fonts:
        return ""
    names = ",".join(f'"{name}"' for name in script.fonts)
    return f"{selector}{{--fonts:{names},sans-serif}}"


def guide_fonts(directory: Directory) -> str:
    """Return a rule for each language of the guide that needs fonts: they share a style sheet."""
    return "".join(
        fonts(f":lang({language.code})", directory.scripts.get(language.script or ""))
        for language in directory.languages
        if language.has_guide
    )


def _asset(name: str, text: str) -> Asset:
    stem, _, kind = name.rpartition(".")
    digest = hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
    return Asset(f"{FOLDER}{stem}.{digest}.{kind}", text)
