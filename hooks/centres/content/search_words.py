"""Check the words by which people find pages: each page has some, and no word misleads.

They are `search` in a page's front matter; those of pages made from data and of single lines are
`search` in locales/<code>/words.yaml, and what leads to several pages on purpose is its `shared`.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from centres.content.prose import Prose
from centres.data.field_messages import ENOUGH
from centres.data.model import Language, WordList
from centres.data.terms import Term
from centres.files import yaml_file
from centres.files.problem import Problem
from centres.i18n import N_

# The page that has a card of each line, at the line's id.
LINES = "stodlinjer/"

_NONE = N_("search: saknas. Skriv det som någon kan skriva om det som sidan svarar på.")
_TWICE = N_(
    "search: ”%(word)s” leder också till %(other)s. Skriv fler ord, ta bort den ena, eller skriv "
    "ordet under shared i %(file)s."
)
_UNKNOWN = N_("”%(path)s” är ingen sida och ingen linje. Skriv stodlinjer/# och linjens id.")
_UNUSED = N_("”%(word)s” leder inte till flera sidor. Ta bort det.")


class _Use(NamedTuple):
    """A term as written, folded, in the file `name` on a `line`, and the path that it leads to."""

    written: str
    folded: str
    path: str
    name: str
    line: int


def problems_in(
    root: Path,
    pages: list[Prose],
    languages: Mapping[str, Language],
    word_lists: Mapping[str, WordList],
    paths: Collection[str],
) -> Iterator[Problem]:
    """Yield a Problem for each page without terms, and for each term that leads to two pages.

    A variant is found by its base language's words. `paths` are those that `search` in words.yaml
    may name: pages made from data, and lines by `LINES`, "#" and the id.
    """
    for code, words in word_lists.items():
        visitors = [
            page
            for page in pages
            if page.language == code and page.matter.audience == "visitor" and page.path
        ]
        for page in visitors:
            if not page.matter.search:
                yield Problem.of_file(page.name, _NONE)
        name = f"locales/{code}/words.yaml"
        file = yaml_file.read(root / name, name)
        for path in words.search:
            if path not in paths:
                yield file.problem(("search", path), _UNKNOWN, path=path)
        uses = [use for page in visitors for use in _of_page(page)]
        for path, listed in words.search.items():
            for at, word in enumerate(listed):
                line, _ = file.mark(("search", path, at))
                uses.append(_Use(word, _folded(word), path, name, line))
        yield from islice(_two_pages(uses, words, name), ENOUGH)
        shared = _paths_of(uses)
        for at, word in enumerate(words.shared):
            if len(shared.get(_folded(word), ())) < 2:
                yield file.problem(("shared", at), _UNUSED, word=word)


def _of_page(page: Prose) -> Iterator[_Use]:
    for word, line in zip(page.matter.search, page.search_lines, strict=True):
        yield _Use(word, _folded(word), page.path, page.name, line)


def _folded(word: str) -> str:
    """Return a term as it is compared; a `*` keeps its place, since it makes another term."""
    return " ".join(f"{one}{'*' * ends}" for one, ends in zip(*_parts(word), strict=True))


def _parts(word: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    term = Term.of(word)
    return term.words, term.open_ended


def _paths_of(uses: list[_Use]) -> dict[str, list[str]]:
    """Return the paths that each term leads to, by the folded term, each path once."""
    found: dict[str, list[str]] = {}
    for use in uses:
        paths = found.setdefault(use.folded, [])
        if use.path not in paths:
            paths.append(use.path)
    return found


def _two_pages(uses: list[_Use], words: WordList, name: str) -> Iterator[Problem]:
    shared = {_folded(word) for word in words.shared}
    first: dict[str, _Use] = {}
    for use in uses:
        other = first.setdefault(use.folded, use)
        if other.path != use.path and use.folded not in shared:
            values: dict[str, object] = {"word": use.written, "other": other.path, "file": name}
            yield Problem(use.name, use.line, 1, "", "", _TWICE, values)
