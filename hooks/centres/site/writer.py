"""Write the site as files: its pages, the sitemap, the headers and the full-text index."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from centres.errors import PageError
from centres.pages.guide.frame import shared_policy
from centres.pages.page import Page
from centres.parallel import spread
from centres.site import full_text, host_headers, sitemap
from centres.site.full_text import Compounds, Document
from centres.site.site import Site


@dataclass
class Written:
    """The result of writing pages: their `addresses`, and the `documents` to index of them.

    `redirects` are the addresses of pages that only lead to another. `missing` are the Swedish
    texts that pages showed for lack of a translation, by language code: rendering adds them to
    `Words.missing`, in the process that renders the language. What that process changes is lost
    when it ends, so it returns them here.
    """

    addresses: list[str] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    redirects: set[str] = field(default_factory=set)
    missing: dict[str, set[str]] = field(default_factory=dict)


def write(site: Site, target: Path) -> Written:
    """Write every page of `site`, and the files that they share, below `target`."""
    written = Written()
    for part in spread(partial(_write_language, site, target), site.editions):
        written.addresses += part.addresses
        written.documents += part.documents
        written.redirects |= part.redirects
        written.missing |= part.missing
    write_files(site, target)
    guide = site.guide_addresses
    listed = sorted({*written.addresses, *guide} - written.redirects)
    _save(target / "sitemap.xml", sitemap.xml(site.settings.site_url, listed, guide))
    return written


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
    rules = host_headers.rules(target, site.languages)
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


def index(site: Site, documents: Iterable[Document], target: Path) -> int:
    """Write the full-text index of `documents` below `target`; return how many there are.

    Raises SearchError.
    """
    compounds = Compounds.read(site.root / "data/compounds.txt")
    return full_text.build_index(documents, compounds, target)


def documents(site: Site) -> Iterator[Document]:
    """Yield the documents to index of all pages, without writing the pages."""
    for code in site.editions:
        yield from filter(None, (_document(site, code, page) for page in site.pages(code)))


def _write_language(site: Site, target: Path, code: str) -> Written:
    """Write the pages of one language below `target`."""
    written = Written()
    for page in site.pages(code):
        address = site.address(code, page.path)
        _save(target / address / "index.html", site.document(code, page))
        written.addresses.append(address)
        if document := _document(site, code, page):
            written.documents.append(document)
        if page.leads_to:
            written.redirects.add(address)
    if missing := site.editions[code].words.missing:
        written.missing[code] = missing
    return written


def _document(site: Site, code: str, page: Page) -> Document | None:
    """Return what is indexed of a page; None if it is left out of the search."""
    address = site.address(code, page.path)
    return Document(address, code, page.indexed) if page.indexed else None


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
