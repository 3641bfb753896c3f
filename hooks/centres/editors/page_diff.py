"""Compare the pages of two sites in words that visitors read, never the YAML behind them.

Both sites are rendered with today's templates, and the text of their pages is compared. So nothing
visible can be left out, and nothing is reported that no page shows.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from centres.content import critical
from centres.data.geography import alphabetical
from centres.editors import line_changes, po_files
from centres.editors.line_changes import Change
from centres.editors.visible_text import DERIVED, lines
from centres.i18n import N_, SOURCE_LANGUAGE, Words
from centres.pages.directory import centre
from centres.pages.directory.municipality import municipality_path
from centres.site import load, open_data
from centres.site.site import Site

# Pages that a heading names at most: a change of Bris's number is a change of nearly every page.
_MOST_NAMED = 12
# Words kept on either side of what changed in a long line, enough to recognise the sentence.
_WORDS_AROUND = 4


@dataclass
class Comparison:
    """What differs between two sites. Pages are addresses from the site's root.

    `changed` holds the pages by what changes on them. `untranslated` are new Swedish texts in the
    data, by the Swedish name of each language that lacks them; `outdated` the files of translated
    pages that are older than their Swedish page, and were not before. `recounted` is the number of
    pages that differ only in what follows from the others: counts, maps, neighbours.
    """

    changed: dict[tuple[Change, ...], list[str]] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    untranslated: dict[str, list[str]] = field(default_factory=dict)
    outdated: list[str] = field(default_factory=list)
    open_data: bool = False
    recounted: int = 0
    # The municipality's name of each page that is called by it; others are called by their address.
    names: dict[str, str] = field(default_factory=dict)


def compare(
    before: Site, after: Site, code: str, paths: Collection[str] | None = None
) -> Comparison:
    """Return what differs between the two sites' pages in the language `code` and its variants.

    Of pages made from data those with `paths` alone, if given: a few take no time.
    """
    old, new = dict(_pages(before, code, paths)), dict(_pages(after, code, paths))
    comparison = Comparison(names=_municipality_names(before, after, code))
    for address in sorted({**old, **new}, key=lambda address: _sort_key(comparison, address)):
        if address not in old:
            comparison.new.append(address)
        elif address not in new:
            comparison.gone.append(address)
        elif old[address] != new[address]:
            changes = tuple(line_changes.changes(lines(old[address]), lines(new[address])))
            if changes:
                comparison.changed.setdefault(changes, []).append(address)
            elif DERIVED in new[address]:
                comparison.recounted += 1
    comparison.outdated = sorted(_outdated(after) - _outdated(before))
    comparison.untranslated = dict(_untranslated(before, after))
    comparison.open_data = open_data.files(before.directory) != open_data.files(after.directory)
    return comparison


def report_lines(
    comparison: Comparison, words: Words, quote: Callable[[str], str] = str
) -> Iterator[str]:
    """Yield the comparison as lines of Markdown, in the language of `words`, an `editor` catalogue.

    `quote` makes a text from a page safe to show where Markdown is read (`literal`).
    """
    yield from _pages_gone(comparison, words)
    for changes, addresses in comparison.changed.items():
        yield from (_heading(comparison, addresses, words), "")
        yield from (f"- {_sentence(old, new, words, quote)}" for old, new in changes)
        yield ""
    for message, addresses in (
        (N_("Ny sida: %(page)s"), comparison.new),
        (N_("Sidan försvinner: %(page)s"), comparison.gone),
    ):
        for address in addresses:
            yield from (words.plain(message, page=_name(comparison, address)), "")
    yield from _translations_to_make(comparison, words, quote)
    if comparison.recounted:
        message = N_("Tal, kartor eller grannar räknas om på %(n)s sidor.")
        yield words.plain(message, n=comparison.recounted)
    elif not (comparison.changed or comparison.new or comparison.gone):
        yield words.plain(N_("Besökarna ser ingen skillnad."))
    if comparison.open_data:
        yield words.plain(N_("De öppna uppgifterna ändras: /data/centres.json"))


def literal(text: str) -> str:
    """Return `text` as Markdown that shows it letter by letter: no picture, and nobody notified."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~@&])", r"\\\1", text)


def _pages(site: Site, code: str, paths: Collection[str] | None) -> Iterator[tuple[str, str]]:
    """Yield address and HTML of every page in a language and its variants, prose included.

    With `paths`, of those made from data that have one of them.
    """
    languages = [language.code for language in site.languages if language.base_code == code]
    for language in sorted(languages):
        if paths is not None:
            for page in site.from_data(language):
                if page.path in paths:
                    yield site.address(language, page.path), site.document(language, page)
            continue
        for page in site.pages(language):
            yield site.address(language, page.path), site.document(language, page)
        for path in site.library.paths(language, "guide"):
            html = site.prose_pages.html(site.editions[language], path)
            foot = site.surroundings(language, path, html).foot
            yield site.address(language, path), f"{html}{foot}"


def _municipality_names(before: Site, after: Site, code: str) -> dict[str, str]:
    folder = after.editions[code].language.folder
    return {
        folder + municipality_path(municipality): municipality.name
        for site in (before, after)
        for municipality in site.directory.municipalities
    }


def _sort_key(comparison: Comparison, address: str) -> tuple[bool, str]:
    """Sort municipalities first, in Swedish order: their pages are those that most people visit."""
    return address not in comparison.names, alphabetical(_name(comparison, address))


def _outdated(site: Site) -> set[str]:
    pages = list(site.library.pages.values())
    directory = site.directory
    behind = critical.pages_to_translate(pages, directory.languages, directory.propositions)
    return {page.name for page in behind}


def _untranslated(before: Site, after: Site) -> Iterator[tuple[str, list[str]]]:
    """Yield each language that lacks new texts in the data, by its Swedish name, with the texts."""
    known = set(po_files.texts_of(before.directory))
    new = [text for text in po_files.texts_of(after.directory) if text not in known]
    for language in after.directory.languages:
        if language.base_code == SOURCE_LANGUAGE:
            continue
        words = load.words(after.root, language.code)
        missing = [text for text in new if text not in words.known]
        if missing:
            yield language.name_in_swedish, missing


def _pages_gone(comparison: Comparison, words: Words) -> Iterator[str]:
    """Yield what to do about each address that would lead nowhere."""
    for address in comparison.gone:
        message = (
            N_("%(page)s leder ingenstans. Lägg till centret i data/retired.yaml.")
            if re.match(rf"((?!rad/)[a-z-]+/)?{centre.FOLDER}", address)
            else N_("%(page)s leder ingenstans. Lägg tillbaka filen: någon kan ha sparat adressen.")
        )
        yield from (words.plain(message, page=_name(comparison, address)), "")


def _translations_to_make(
    comparison: Comparison, words: Words, quote: Callable[[str], str]
) -> Iterator[str]:
    for language, texts in comparison.untranslated.items():
        message = N_("Visas på svenska tills någon översätter till %(name)s:")
        yield words.plain(message, name=language)
        yield from ("", *(f"- ”{quote(text)}”" for text in texts), "")
    for name in comparison.outdated:
        message = N_("Översättningen är nu äldre än den svenska sidan: %(name)s")
        yield from (words.plain(message, name=name), "")


def _name(comparison: Comparison, address: str) -> str:
    return comparison.names.get(address, f"/{address}")


def _heading(comparison: Comparison, addresses: list[str], words: Words) -> str:
    names = [_name(comparison, address) for address in addresses]
    if len(names) > _MOST_NAMED:
        rest = len(names) - _MOST_NAMED + 1
        names = [*names[: _MOST_NAMED - 1], words.plain(N_("%(n)s sidor till"), n=rest)]
    return words.listed(names) + ":"


def _sentence(old: str | None, new: str | None, words: Words, quote: Callable[[str], str]) -> str:
    """Return one change in words: what became what, what is new or what is gone."""
    if old and new:
        old, new = map(quote, _without_common_ends(old, new))
        return words.plain(N_("”%(old)s” blir ”%(new)s”"), old=old, new=new)
    if new:
        return words.plain(N_("nytt: ”%(new)s”"), new=quote(new))
    return words.plain(N_("borta: ”%(old)s”"), old=quote(old or ""))


def _without_common_ends(old: str, new: str) -> tuple[str, str]:
    """Return two lines without the words that both begin or end with, but for a few of them."""
    old_words, new_words = old.split(), new.split()
    shortest = min(len(old_words), len(new_words))
    start = 0
    while start < shortest and old_words[start] == new_words[start]:
        start += 1
    end = 0
    while end < shortest - start and old_words[-1 - end] == new_words[-1 - end]:
        end += 1
    start, end = max(0, start - _WORDS_AROUND), max(0, end - _WORDS_AROUND)
    return _cut(old_words, start, end), _cut(new_words, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    """Return `words` without the first `start` and the last `end`, and an ellipsis for each."""
    kept = words[start : len(words) - end]
    return " ".join([*(["…"] if start else []), *kept, *(["…"] if end else [])])
