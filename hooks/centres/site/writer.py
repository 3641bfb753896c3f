"""The site as files: its pages, what search engines are told, and the full-text index."""

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
    """What is known of pages once they have been written.

    `leading` are the addresses of those that only lead to another, `missing` the words that were
    shown in Swedish, by language.
    """

    addresses: list[str] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    leading: set[str] = field(default_factory=set)
    missing: dict[str, set[str]] = field(default_factory=dict)


def write(site: Site, target: Path) -> Written:
    """Write every page of `site` and the files beside them below `target`."""
    found = Written()
    for part in spread(partial(_write_language, site, target), site.editions):
        found.addresses += part.addresses
        found.documents += part.documents
        found.leading |= part.leading
        found.missing |= part.missing
    write_files(site, target)
    guide = site.guide_addresses
    listed = sorted({*found.addresses, *guide} - found.leading)
    _save(target / "sitemap.xml", sitemap.xml(site.settings.site_url, listed, guide))
    return found


def write_files(site: Site, target: Path) -> None:
    """Write what pages of all languages share below `target`."""
    for address, text in site.files():
        _save(target / address, text)


def write_headers(site: Site, target: Path) -> str:
    """Write `_headers` for the files below `target`; return what nginx needs to serve them.

    The policy that is sent is the union of the policies of all pages. Raises PageError if a page of
    the guide was not written, or has other scripts than the rest of the guide.
    """
    guide = {address: _guide_page(target, address) for address in site.guide_addresses}
    policy = shared_policy(guide) | site.documents.policy(engine=True)
    rules = host_headers.rules(target, site.languages)
    site_url = site.settings.site_url
    headers = host_headers.headers_file(policy, rules, site_url)
    (target / "_headers").write_text(headers, encoding="utf-8")
    return host_headers.nginx(policy, rules, site_url)


def _guide_page(target: Path, address: str) -> str:
    try:
        return (target / address / "index.html").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise PageError(f"/{address}: the guide's page was not written") from error


def index(site: Site, documents: Iterable[Document], target: Path) -> int:
    """Make the full-text index of `documents`; returns how many there are."""
    compounds = Compounds.read(site.root / "data/compounds.txt")
    return full_text.build_index(documents, compounds, target)


def documents(site: Site) -> Iterator[Document]:
    """What is indexed of all pages, without writing them."""
    for code in site.editions:
        yield from filter(None, (_document(site, code, page) for page in site.pages(code)))


def _write_language(site: Site, target: Path, code: str) -> Written:
    found = Written()
    for page in site.pages(code):
        address = site.address(code, page.path)
        _save(target / address / "index.html", site.document(code, page))
        found.addresses.append(address)
        if document := _document(site, code, page):
            found.documents.append(document)
        if page.leads_to:
            found.leading.add(address)
    if missing := site.editions[code].words.missing:
        found.missing[code] = missing
    return found


def _document(site: Site, code: str, page: Page) -> Document | None:
    address = site.address(code, page.path)
    return Document(address, code, page.indexed) if page.indexed else None


def _save(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
