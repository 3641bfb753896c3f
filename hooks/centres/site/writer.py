"""Write the site as files: its pages, the sitemap, the headers and the full-text index."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from math import ceil
from pathlib import Path

from centres.content.prose import Audience
from centres.errors import PageError
from centres.files.folder import files_below
from centres.pages.guide.frame import shared_policy
from centres.pages.page import Page
from centres.parallel import Begun, processors
from centres.site import full_text, host_headers, sitemap
from centres.site.full_text import Compounds, Document, Entry
from centres.site.site import Site
from centres.site.sitemap import Listing

# In a part of the site that one process writes and indexes.
_MOST_LANGUAGES = 6
# The pages for one audience in some languages, by their codes: what one process writes at a time.
Part = tuple[Audience, list[str]]


@dataclass
class Written:
    """The result of writing pages: the `paths` to list, and `entries` of the full-text index.

    Paths are by language code; pages that only lead to another are left out. `missing` are the
    Swedish texts that pages showed for lack of a translation, by language code: rendering adds them
    to `Words.missing`, in the process that renders the language. What that process changes is lost
    when it ends, so it returns them here.
    """

    paths: dict[str, list[str]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    missing: dict[str, set[str]] = field(default_factory=dict)

    def add(self, part: "Written") -> None:
        """Add what another process has written."""
        for code, paths in part.paths.items():
            self.paths.setdefault(code, []).extend(paths)
        self.entries += part.entries
        for code, texts in part.missing.items():
            self.missing.setdefault(code, set()).update(texts)


class PagesBegun:
    """The pages of `site`, which other processes have begun to write below `target`, and to index.

    What writes the guide's prose need not wait for them. `finish` or `cancel` must be called.
    Raises SearchError.
    """

    def __init__(self, site: Site, target: Path) -> None:
        self._site, self._target = site, target
        write = partial(_write_part, site, _compounds(site), target)
        codes = [*site.editions]
        # The guide's pages come first: with them last, one process could be left with many.
        parts: list[Part] = [("guide", [code]) for code in codes]
        # As few parts as keep all processors at work, since each starts Pagefind, which takes
        # 6 MB of memory for each of its languages.
        count = max(processors(), ceil(len(codes) / _MOST_LANGUAGES))
        parts += [("visitor", codes[first::count]) for first in range(count)]
        self._begun = Begun(write, parts)

    def finish(self) -> Written:
        """Write the files that pages share, but for the index's entry, and wait for the pages.

        Raises PageError, SearchError and OSError.
        """
        write_files(self._site, self._target)
        written = Written()
        for part in self._begun.results():
            written.add(part)
        written.add(Written(missing=_missing(self._site)))
        _write_sitemap(self._site, written.paths, self._target)
        return written

    def cancel(self) -> None:
        """Write no more pages, and wait until nobody writes."""
        self._begun.cancel()


def _write_sitemap(site: Site, paths: Mapping[str, list[str]], target: Path) -> None:
    """Write what search engines are told of the pages at `paths`, and of the guide's prose."""
    site_url = site.settings.site_url
    every = {
        code: sorted({*own, *site.library.paths(code, "guide")}) for code, own in paths.items()
    }
    alternates = {path: site.alternates(path) for path in set(chain(*every.values()))}
    listings = [
        Listing(
            code, site.address(code, path), alternates[path] if code in alternates[path] else {}
        )
        for code, own in every.items()
        for path in own
    ]
    for name, text in (sitemap.files(site_url, listings) | sitemap.robots(site_url)).items():
        _save(target / name, text)


def write_files(site: Site, target: Path) -> None:
    """Write the files that pages of all languages share below `target`."""
    for address, text in site.files():
        _save(target / address, text)


def write_headers(site: Site, target: Path) -> str:
    """Write `_headers` for the files below `target`; return the configuration of nginx for them.

    The policy that is sent is the union of the policies of all pages. Raises PageError if a page of
    the guide was not written, or has other scripts than the rest of the guide.
    """
    guide = {address: _guide_page(target, address) for address in site.guide_addresses}
    policy = shared_policy(guide) | site.visitors_policy
    rules = host_headers.rules(files_below(target), site.languages)
    site_url = site.settings.site_url
    headers = host_headers.headers_file(policy, rules, site_url)
    (target / "_headers").write_text(headers, encoding="utf-8")
    return host_headers.nginx(policy, rules, site_url)


def _guide_page(target: Path, address: str) -> str:
    """Return the HTML of a page of the guide, which MkDocs has written. Raises PageError."""
    try:
        return (target / address / "index.html").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PageError(f"/{address}: the guide's page was not written") from error


def index(site: Site, target: Path) -> None:
    """Write the full-text index of all pages below `target`, without the pages.

    Raises SearchError.
    """
    documents = (
        document
        for code in site.editions
        for page in site.pages(code)
        if (document := _document(site, code, page))
    )
    full_text.write_entry(full_text.index(documents, _compounds(site), target), target)


def _compounds(site: Site) -> Compounds:
    return Compounds.read(site.root / "data/compounds.txt")


def _write_part(site: Site, compounds: Compounds, target: Path, part: Part) -> Written:
    """Write the pages for one audience in some languages below `target`, and their index."""
    written = Written()
    documents = _write_pages(site, target, part, written.paths)
    written.entries = full_text.index(documents, compounds, target)
    written.missing = _missing(site)
    return written


def _write_pages(
    site: Site, target: Path, part: Part, paths: dict[str, list[str]]
) -> Iterator[Document]:
    """Write pages, add those to list to `paths`, and yield what is indexed of each."""
    audience, codes = part
    for code in codes:
        for page in site.guide_pages(code) if audience == "guide" else site.visitors_pages(code):
            address = site.address(code, page.path)
            _save(target / address / "index.html", site.document(code, page))
            if not page.leads_to:
                paths.setdefault(code, []).append(page.path)
            if document := _document(site, code, page):
                yield document


def _missing(site: Site) -> dict[str, set[str]]:
    """Return the Swedish texts that this process has shown for lack of a translation."""
    editions = site.editions.items()
    return {code: set(edition.words.missing) for code, edition in editions if edition.words.missing}


def _document(site: Site, code: str, page: Page) -> Document | None:
    """Return what is indexed of a page; None if it is left out of the search."""
    address = site.address(code, page.path)
    return Document(address, code, page.indexed) if page.indexed else None


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
