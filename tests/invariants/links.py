"""Where links lead: to a page, file or place that is there, and to other sites that are known."""

import re
from collections.abc import Iterator
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

from invariants.page import Element, Fault, Page

_SCHEMES = ("https", "tel", "sms", "mailto")


def _inside(page: Page) -> list[tuple[Element, str, str]]:
    """Return each link within the site, the path of the file it leads to, and its fragment."""
    return page.once("links inside", lambda: list(_resolved(page)))


def _resolved(page: Page) -> Iterator[tuple[Element, str, str]]:
    base = urlsplit(page.site.url).path
    here = f"{base}{page.address}"
    for link in page.having("href"):
        href = link["href"]
        if link.tag == "a" and not href.startswith(("http", "tel:", "sms:", "mailto:", "//")):
            path = unquote(urlsplit(urljoin(here, href)).path)
            below = path.removeprefix(base) if path.startswith(base) else f"..{path}"
            yield link, below, unquote(href.partition("#")[2])


def links_lead_somewhere(page: Page) -> Iterator[Fault]:
    """Every link within the site leads to a file, and its fragment to an element there."""
    for link, path, fragment in _inside(page):
        file = page.site.file(path)
        if file not in page.site.files:
            yield page.fault(f"leads nowhere: {link['href']}", link)
        elif fragment and path == page.address:
            if fragment not in page.ids:
                yield page.fault(f"leads to no element here: {link['href']}", link)
        elif fragment and fragment not in page.site.ids(path):
            yield page.fault(f"leads to no element there: {link['href']}", link)


def links_are_spelt_as_the_addresses_are(page: Page) -> Iterator[Fault]:
    """A link within the site is relative, so that the site can stand below a path; no detour.

    The page for wrong addresses is shown at any depth: its links begin with the site's path.
    """
    base = urlsplit(page.site.url).path
    for link in page.tags("a"):
        href = link["href"]
        own = not urlsplit(href).scheme and not href.startswith("#")
        if own and href.startswith("/") != page.is_error:
            yield page.fault(f"is {'relative' if page.is_error else 'absolute'}: {href}", link)
        if own and page.is_error and not href.startswith(base):
            yield page.fault(f"leads out of the site: {href}", link)
        if own and re.search(r"index\.html|/\./|[^.]//", href):
            yield page.fault(f"is a detour: {href}", link)


def a_link_is_a_link(page: Page) -> Iterator[Fault]:
    """An element a has an address of a known kind, and replaces the page: no new tab, no file."""
    for link in page.tags("a"):
        scheme = urlsplit(link["href"]).scheme
        if not link["href"]:
            yield page.fault(f"has no address: {link}", link)
        if scheme and scheme not in _SCHEMES:
            yield page.fault(f"has the scheme {scheme}: {link}", link)
        for attribute in ("target", "download"):
            if attribute in link:
                yield page.fault(f"has the attribute {attribute}: {link}", link)


def other_sites_are_in_the_data(page: Page) -> Iterator[Fault]:
    """Every address on another host is in the data: whoever checks them has one list.

    What the pages about the site itself lead to is not: licences, and who watches over it.
    """
    if page.path.startswith(("om/", "data/")) or page.is_guide:
        return
    for link in page.tags("a"):
        href = link["href"]
        elsewhere = href.startswith("http") and not href.startswith(page.site.url)
        if elsewhere and href not in page.site.known_elsewhere:
            yield page.fault(f"leads to {href}, which is not in the data", link)


def there_is_a_way_home(page: Page) -> Iterator[Fault]:
    """The site's name leads to the start page of the page's own language, from every page."""
    homes = page.css("a.home")
    if len(homes) != 1:
        yield page.fault(f"{len(homes)} ways home, not one", "<body")
    for link, path, _ in _inside(page):
        if link in homes and path != page.language.folder:
            yield page.fault(f"home is /{path}, not /{page.language.folder}", link)


def the_guide_is_linked_where_it_is(page: Page) -> Iterator[Fault]:
    """The footer leads to the guide in the languages that have it, and nothing does in others."""
    own = [(link, path) for link, path, _ in _inside(page) if "lang" not in link]
    leading = [link for link, path in own if "starta/" in path]
    has_guide = f"{page.language.data_folder}starta/kommun/index.html" in page.site.files
    if leading and not has_guide:
        yield page.fault("leads to the guide, which this language has not", leading[0])
    footer = any(link.is_within("footer") for link in leading)
    if has_guide and page.is_visitors and not page.is_error and not footer:
        yield page.fault("the footer does not lead to the guide", "<footer")


def the_page_is_not_a_trap(page: Page) -> Iterator[Fault]:
    """Every visitor's page leads to the list of municipalities, where everybody finds somebody."""
    paths = {path for _, path, _ in _inside(page)}
    lists = f"{page.language.folder}kommuner/"
    if page.is_visitors and lists not in paths and page.address != lists:
        yield page.fault(f"does not lead to /{lists}", "<footer")


def modules_are_files_of_the_site(page: Page) -> Iterator[Fault]:
    """What a field fetches when somebody begins to write is there: else it says that it fails."""
    for name in ("src", "data-script", "data-later", "data-lists", "data-ahead"):
        for element in page.having(name):
            for address in element[name].split():
                within = address.removeprefix(urlsplit(page.site.url).path)
                relative = address.startswith(".")
                path = normpath(f"./{page.address}/{address}") if relative else within
                if not address.startswith("data:") and path not in page.site.files:
                    yield page.fault(f"{name} is {address}, where no file is", element)
