"""Compare the pages of two sites in words that visitors read, never the YAML behind them.

Both sites are rendered with today's templates, and the text of their pages is compared. So nothing
visible can be left out, and nothing is reported that no page shows.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from centres.content import critical, prose
from centres.data.geography import alphabetical
from centres.editors import po_files
from centres.editors.proposal import line_changes
from centres.editors.proposal.line_changes import Change
from centres.editors.proposal.visible_text import DERIVED, lines, main_lines
from centres.i18n import SOURCE_LANGUAGE
from centres.pages.directory.municipality import municipality_path
from centres.site import load, open_data
from centres.site.site import Site

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

    def name(self, address: str) -> str:
        """Return what a page is called: by its municipality, or by its address."""
        return self.names.get(address, f"/{address}")

    @property
    def addresses(self) -> list[str]:
        """Every page that a visitor will see otherwise or for the first time, the told ones first.

        Those that only follow from the others are left out.
        """
        told = [address for pages in self.changed.values() for address in pages]
        alike = [address for pages in self.alike.values() for address in pages]
        return list(dict.fromkeys([*told, *self.new, *alike, *self.in_guide]))


def compare(
    before: Site, after: Site, code: str, paths: Collection[str] | None = None
) -> Comparison:
    """Return what differs between the two sites, in every language.

    `code` is the main language: a page in another that changes as its own does is only counted.
    Only pages with `paths` are looked at, if those are given: a few take no time.
    """
    comparison = Comparison(names=_municipality_names(before, after, code))
    main = _differences(before, after, code, paths)
    texts: dict[str, _Difference] = dict(_told(comparison, after, code, main))
    for language in after.languages:
        if language.code != code:
            found = _differences(before, after, language.code, paths)
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


def _differences(
    before: Site, after: Site, code: str, paths: Collection[str] | None
) -> dict[str, _Difference]:
    """Return each page of a language whose HTML differs, by its path.

    Nothing is rendered of a page whose values, words and frame are the same on both sides: it would
    be the same but for the addresses of files that it fetches, which nobody sees.
    """
    new = _pages(after, code, paths)
    if code not in before.editions:
        return {path: _Difference(None, html(), True) for path, (_, html) in new.items()}
    old = _pages(before, code, paths)
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


def _pages(
    site: Site, code: str, paths: Collection[str] | None
) -> dict[str, tuple[object, Callable[[], str | None]]]:
    """Return the pages of a language by path: the values of each, None for prose of the guide.

    With each, what makes HTML of it. With `paths`, only those of the pages made from data.
    """
    pages: dict[str, tuple[object, Callable[[], str | None]]] = {}
    if paths is not None:
        for page in site.from_data(code):
            if page.path in paths:
                values = (page, site.links(page.path))
                pages[page.path] = (values, partial(site.document, code, page))
        return pages
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
    return address not in comparison.names, alphabetical(comparison.name(address))


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
