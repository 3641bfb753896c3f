"""Read and check the words by which people find pages: each page has some, and none misleads.

They are `search` in a page's front matter, and in locales/<code>/search.yaml those of pages made
from data and of single lines, with what leads to several pages on purpose (`shared`). A language
without that file has not begun: its pages are found by their titles and headings.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from centres.content.prose import Prose
from centres.data.field_messages import ENOUGH, explain_all
from centres.data.model import Language, SearchWords
from centres.data.terms import Term
from centres.files import yaml_file
from centres.files.problem import Problem
from centres.files.yaml_file import TextFile
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


@dataclass(frozen=True)
class _Language:
    """What a language has to be found by: the `words` in `file`, and its pages for visitors."""

    file: TextFile
    words: SearchWords
    pages: list[Prose]


def read(
    root: Path, pages: list[Prose], languages: list[Language], paths: Collection[str]
) -> tuple[dict[str, SearchWords], list[Problem]]:
    """Return the words of each language by its code, and what is wrong in them and in `pages`.

    A variant is found by its base language's words. `paths` are those that the file may name: of
    pages made from data, and of lines (`LINES`, "#" and the id).
    """
    found: dict[str, SearchWords] = {}
    problems: list[Problem] = []
    for code in dict.fromkeys(language.base_code for language in languages):
        name = f"locales/{code}/search.yaml"
        found[code] = SearchWords()
        if not (root / name).exists():
            continue
        file = yaml_file.read(root / name, name)
        problems += file.problems
        if file.problems:
            continue
        try:
            found[code] = SearchWords.model_validate(file.content)
        except ValidationError as errors:
            problems += [
                file.problem(location, message, **values)
                for location, (message, values) in explain_all(errors.errors(), SearchWords)
            ]
            continue
        visitors = [page for page in pages if page.language == code and _is_found(page)]
        problems += _problems_in(_Language(file, found[code], visitors), paths)
    return found, problems


def _is_found(page: Prose) -> bool:
    """Whether the search field leads to a page: it leads from the start page, and not to it.

    Nor to one that only leads on.
    """
    matter = page.matter
    return matter.audience == "visitor" and bool(page.path) and matter.moved_to is None


def _problems_in(language: _Language, paths: Collection[str]) -> Iterator[Problem]:
    file, words = language.file, language.words
    for page in language.pages:
        if not page.matter.search:
            yield Problem.of_file(page.name, _NONE)
    for path in words.search:
        if path not in paths:
            yield file.problem(("search", path), _UNKNOWN, path=path)
    uses = list(_uses(language))
    yield from islice(_two_pages(uses, words, file.name), ENOUGH)
    leads = {(use.folded, use.path) for use in uses}
    led = [folded for folded, _ in leads]
    for at, word in enumerate(words.shared):
        if led.count(str(Term.of(word))) < 2:
            yield file.problem(("shared", at), _UNUSED, word=word)


def _uses(language: _Language) -> Iterator[_Use]:
    for page in language.pages:
        for word, line in zip(page.matter.search, page.search_lines, strict=True):
            yield _Use(word, str(Term.of(word)), page.path, page.name, line)
    for path, listed in language.words.search.items():
        for at, word in enumerate(listed):
            line, _ = language.file.mark(("search", path, at))
            yield _Use(word, str(Term.of(word)), path, language.file.name, line)


def _two_pages(uses: list[_Use], words: SearchWords, name: str) -> Iterator[Problem]:
    shared = {str(Term.of(word)) for word in words.shared}
    first: dict[str, _Use] = {}
    for use in uses:
        other = first.setdefault(use.folded, use)
        if other.path != use.path and use.folded not in shared:
            values: dict[str, object] = {"word": use.written, "other": other.path, "file": name}
            yield Problem(use.name, use.line, 1, "", "", _TWICE, values)
