"""Compare the pages of two sites in words that visitors read, never the YAML behind them.

Both sites are rendered with today's templates, and the text of their pages is compared. So nothing
visible can be left out, and nothing is reported that no page shows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from centres.content import critical, prose
from centres.data.geography import alphabetical
from centres.editors import line_changes, po_files
from centres.editors.line_changes import Change
from centres.editors.visible_text import DERIVED, lines, main_lines
from centres.i18n import N_, SOURCE_LANGUAGE, Words
from centres.pages.directory import centre
from centres.pages.directory.municipality import municipality_path
from centres.site import load, open_data
from centres.site.site import Site

# Pages that a heading names at most: a change of Bris's number is a change of nearly every page.
_MOST_NAMED = 12
# Lines of a new page's text that are shown at most.
_MOST_LINES = 40
# Words kept on either side of what changed in a long line, enough to recognise the sentence.
_WORDS_AROUND = 4
_NO_PAGE: tuple[None, Callable[[], None]] = (None, lambda: None)


class _Difference(NamedTuple):
    """The HTML of a page before and after, None where there is none.

    `is_own` is whether its own text, in content/, has been changed.
    """

    old: str | None
    new: str | None
    is_own: bool


@dataclass
class Comparison:
    """What differs between two sites. Pages are addresses from the site's root.

    `changed` holds the pages by what changes on them, `new` the lines of each new page of prose.
    `untranslated` are new Swedish texts in the data, by the Swedish name of each language that
    lacks them; `outdated` the files of translated pages that are older than their Swedish page, and
    were not before. `recounted` is the number of pages that differ only in what follows from the
    others: counts, maps, neighbours. What is only counted: `in_guide`, the guide's pages that
    follow from the data, and `alike`, by the Swedish name of a language, the pages that change as
    those of the main language do.
    """

    changed: dict[tuple[Change, ...], list[str]] = field(default_factory=dict)
    new: dict[str, list[str]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    untranslated: dict[str, list[str]] = field(default_factory=dict)
    outdated: list[str] = field(default_factory=list)
    open_data: bool = False
    recounted: int = 0
    in_guide: list[str] = field(default_factory=list)
    alike: dict[str, list[str]] = field(default_factory=dict)
    # The municipality's name of each page that is called by it; others are called by their address.
    names: dict[str, str] = field(default_factory=dict)

    @property
    def addresses(self) -> list[str]:
        """Every page that a visitor will see otherwise or for the first time, the told ones first.

        Those that only follow from the others are left out.
        """
        told = [address for pages in self.changed.values() for address in pages]
        alike = [address for pages in self.alike.values() for address in pages]
        return list(dict.fromkeys([*told, *self.new, *alike, *self.in_guide]))


def compare(before: Site, after: Site, code: str) -> Comparison:
    """Return what differs between the two sites, in every language.

    `code` is the main language: a page in another that changes as its own does is only counted.
    """
    comparison = Comparison(names=_municipality_names(before, after, code))
    main = _differences(before, after, code)
    texts: dict[str, _Difference] = dict(_told(comparison, after, code, main))
    for language in after.languages:
        if language.code != code:
            found = _differences(before, after, language.code)
            alike, own = _apart(before, after, language.code, found, main)
            texts |= _told(comparison, after, language.code, own)
            if alike:
                name = language.name_in_swedish
                comparison.alike[name] = [after.address(language.code, path) for path in alike]
    for address in sorted(texts, key=lambda address: _sort_key(comparison, address)):
        _tell(comparison, address, texts[address])
    comparison.outdated = sorted(_outdated(after) - _outdated(before))
    comparison.untranslated = dict(_untranslated(before, after))
    comparison.open_data = open_data.files(before.directory) != open_data.files(after.directory)
    return comparison


def _told(
    comparison: Comparison, after: Site, code: str, found: dict[str, _Difference]
) -> Iterator[tuple[str, _Difference]]:
    """Yield address and difference of each page to tell of; count the guide's that follow."""
    visitors = any(not prose.is_guide(path) for path in found)
    for path, one in found.items():
        address = after.address(code, path)
        follows = prose.is_guide(path) and visitors and not one.is_own
        if follows and one.old and one.new and _is_seen(one):
            comparison.in_guide.append(address)
        else:
            yield address, one


def _apart(
    before: Site,
    after: Site,
    code: str,
    found: dict[str, _Difference],
    main: dict[str, _Difference],
) -> tuple[list[str], dict[str, _Difference]]:
    """Return the paths that change as they do in the main language, and the other differences.

    A page changes for a reason of its own where its language's own words or text have changed.
    """
    same_words = _texts_of_language(before, code) == _texts_of_language(after, code)
    follows = {
        path: one for path, one in found.items() if path in main and same_words and not one.is_own
    }
    alike = [path for path, one in follows.items() if one.new and _is_seen(one)]
    return alike, {path: one for path, one in found.items() if path not in follows}


def _is_seen(difference: _Difference) -> bool:
    """Return whether a reader sees more than what follows from other pages."""
    old, new, _ = difference
    return old is None or new is None or lines(old) != lines(new)


def _tell(comparison: Comparison, address: str, difference: _Difference) -> None:
    """Add what has become of a page to what is told."""
    old, new, _ = difference
    if new is None:
        comparison.gone.append(address)
    elif old is None:
        # What a page made from data says is told on the pages of its municipalities.
        comparison.new[address] = main_lines(new) if difference.is_own else []
    elif changes := tuple(line_changes.changes(lines(old), lines(new))):
        comparison.changed.setdefault(changes, []).append(address)
    elif DERIVED in new:
        comparison.recounted += 1


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
    for address, text in comparison.new.items():
        yield from (words.plain(N_("Ny sida: %(page)s"), page=_name(comparison, address)), "")
        yield from (f"- {quote(line)}" for line in text[:_MOST_LINES])
        if len(text) > _MOST_LINES:
            yield words.plain(N_("- … och %(n)s rader till"), n=len(text) - _MOST_LINES)
        yield from [""] * bool(text)
    for address in comparison.gone:
        page = _name(comparison, address)
        yield from (words.plain(N_("Sidan försvinner: %(page)s"), page=page), "")
    yield from _only_counted(comparison, words)
    yield from _translations_to_make(comparison, words, quote)
    if comparison.recounted:
        message = N_("Tal, kartor eller grannar räknas om på %(n)s sidor.")
        yield words.plain(message, n=comparison.recounted)
    elif not (comparison.addresses or comparison.gone):
        yield words.plain(N_("Besökarna ser ingen skillnad."))
    if comparison.open_data:
        yield words.plain(N_("De öppna uppgifterna ändras: /data/centres.json"))


def _only_counted(comparison: Comparison, words: Words) -> Iterator[str]:
    """Yield a line for the pages in other languages, and one for those of the guide."""
    if comparison.alike:
        counts = [f"{name} ({len(pages)})" for name, pages in comparison.alike.items()]
        message = N_("Samma sak ändras på sidor på andra språk: %(counts)s.")
        yield from (words.plain(message, counts=words.listed(counts)), "")
    if comparison.in_guide:
        message = N_("Dessutom ändras sidor i handboken för kommuner: %(n)s.")
        yield from (words.plain(message, n=len(comparison.in_guide)), "")


def literal(text: str) -> str:
    """Return `text` as Markdown that shows it letter by letter: no picture, and nobody notified."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~@&])", r"\\\1", text)


def _differences(before: Site, after: Site, code: str) -> dict[str, _Difference]:
    """Return each page of a language whose HTML differs, by its path.

    Nothing is rendered of a page whose values, words and frame are the same on both sides: it would
    be the same but for the addresses of files that it fetches, which nobody sees.
    """
    if code not in before.editions:
        return {
            path: _Difference(None, html(), True) for path, (_, html) in _pages(after, code).items()
        }
    old, new = _pages(before, code), _pages(after, code)
    framed = [
        (_texts_of_language(site, code), site.editions[code].lines) for site in (before, after)
    ]
    alike = framed[0] == framed[1]
    found: dict[str, _Difference] = {}
    for path in [*new, *(path for path in old if path not in new)]:
        (was, was_html), (now, now_html) = (side.get(path, _NO_PAGE) for side in (old, new))
        if alike and was is not None and was == now:
            continue
        texts = was_html(), now_html()
        if texts[0] != texts[1]:
            own = [site.library.pages.get((code, path)) for site in (before, after)]
            found[path] = _Difference(*texts, own[0] != own[1])
    return found


def _pages(site: Site, code: str) -> dict[str, tuple[object, Callable[[], str | None]]]:
    """Return the pages of a language by path: the values of each, None for prose of the guide.

    With each, what makes HTML of it.
    """
    pages: dict[str, tuple[object, Callable[[], str | None]]] = {}
    for page in site.pages(code):
        values = (page, site.links(page.path))
        pages[page.path] = (values, partial(site.document, code, page))
    for path in site.library.paths(code, "guide"):
        pages[path] = (None, partial(_guide_page, site, code, path))
    return pages


def _guide_page(site: Site, code: str, path: str) -> str:
    html = site.prose_pages.html(site.editions[code], path)
    return f"{html}{site.surroundings(code, path, html).foot}"


def _texts_of_language(site: Site, code: str) -> list[bytes]:
    """Return the files of the words that a language, or the base of a variant, has of its own."""
    folder = site.root / "locales" / site.editions[code].language.base_code
    files = sorted([*folder.glob("*.po"), *folder.glob("*.yaml")])
    return [file.read_bytes() for file in files if file.stem != "editor"]


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
    """Return the files of translations that are older than their Swedish page: none is missing."""
    pages = list(site.library.pages.values())
    directory = site.directory
    behind = critical.pages_to_translate(pages, directory.languages, directory.propositions)
    return {page.name for page in behind if not page.missing}


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
            else N_(
                "%(page)s leder ingenstans, och någon kan ha sparat adressen. Behövs sidan inte "
                "längre: lägg tillbaka filen, ta bort group och order, och skriv vart besökaren "
                "ska i stället, som moved_to: rad/"
            )
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
