"""What a page's head says: what stands in the history, in a shared link and in search engines."""

import re
from collections.abc import Iterator

from invariants.page import Fault, Page

_SITE_NAME = "Stöd nära dig"


def _site_name(page: Page) -> str:
    """Return the site's name in the language of a page."""
    return page.words.plain(_SITE_NAME)


def titles_are_discreet(page: Page) -> Iterator[Fault]:
    """A title has the site's name last, and tells nothing: it stands in the history of a phone."""
    titles = page.css("head title")
    if len(titles) != 1:
        yield page.fault(f"{len(titles)} titles, not one", titles[1] if titles else "<head")
    for title in titles:
        # That of a page nobody has translated is Swedish, and so is the name there.
        name = _SITE_NAME if title["lang"] == page.site.source.code else _site_name(page)
        if not re.search(rf"(^| – ){re.escape(name)}$", title.text):
            yield page.fault(f"the title “{title.text}” does not end with the site's name", title)
        if page.is_visitors and any(word in title.text.casefold() for word in page.site.telling):
            yield page.fault(f"the title “{title.text}” tells what has happened", title)


def titles_of_places_name_the_place(page: Page) -> Iterator[Fault]:
    """The title of a municipality's page is its name and the site's, and no other word."""
    place = page.municipality
    for title in page.css("head title") if place else []:
        if place and title.text != f"{place.name} – {_site_name(page)}":
            yield page.fault(f"the title is “{title.text}”, not {place.name}'s name alone", title)


def titles_of_centres_name_no_centre(page: Page) -> Iterator[Fault]:
    """The title of a centre's page does not say that it is one."""
    for title in page.css("head title"):
        if page.is_centres and re.search(
            "centrum|centre|مركز|mottagning", title.text, re.IGNORECASE
        ):
            yield page.fault(f"the title “{title.text}” says what it is a page of", title)


def shared_links_show_the_sites_name(page: Page) -> Iterator[Fault]:
    """A preview of a shared link shows the site's name only: it may light up on a locked screen."""
    metas = page.tags("meta")
    shared = [one for one in metas if one["property"] or one["name"].startswith("twitter:")]
    for meta in shared:
        if (meta["property"], meta["content"]) != ("og:title", _site_name(page)):
            yield page.fault(f"a shared link would show more than the site's name: {meta}", meta)
    if not (shared or page.is_materials):
        yield page.fault("a shared link would show the page's title: og:title is missing", "<head")


def descriptions_are_discreet(page: Page) -> Iterator[Fault]:
    """The description is one for all visitors' pages, and tells nothing."""
    described = [one for one in page.tags("meta") if one["name"] == "description"]
    expected = (
        [page.words.plain("Kontakt och telefonnummer där du bor.")] if page.is_visitors else []
    )
    if (found := [one["content"] for one in described]) != expected:
        yield page.fault(
            f"described as {found}, not as {expected}", described[0] if found else None
        )


def a_page_says_its_own_address(page: Page) -> Iterator[Fault]:
    """A search engine learns one address of each page: its own, or where it has moved."""
    links = page.css("link[rel=canonical]")
    expected = [] if page.is_error else [page.site.url + page.address]
    if moved_to := page.site.moved.get(page.path):
        expected = [f"{page.site.url}{page.language.folder}{moved_to}"]
    if (found := [link["href"] for link in links]) != expected:
        yield page.fault(f"its address is said to be {found}, not {expected}", "<head")


def only_a_moved_page_leads_on_by_itself(page: Page) -> Iterator[Fault]:
    """A page that leads on by itself leaves before it is read; the address of a moved one may."""
    refresh = page.css('meta[http-equiv="refresh"]')
    moved = page.path in page.site.moved
    if bool(refresh) != moved:
        yield page.fault("leads on by itself" if refresh else "does not lead on by itself", "<head")
    for meta in refresh if moved else []:
        links = [link["href"] for link in page.css("main a")]
        if meta["content"] != f"0; url={links[0] if links else ''}" or len(links) != 1:
            yield page.fault(f"leads to {meta['content']}, its links to {links}", meta)


def languages_are_named_in_the_sitemap_alone(page: Page) -> Iterator[Fault]:
    """No page names its address in other languages for search engines: the sitemap does.

    It would be a line a language, on every page.
    """
    for element in page.css("[hreflang], link[rel=alternate]"):
        yield page.fault(f"names a language: {element}", element)


def a_page_can_be_enlarged(page: Page) -> Iterator[Fault]:
    """The page has the width of the phone, and two fingers enlarge it."""
    found = [one["content"] for one in page.tags("meta") if one["name"] == "viewport"]
    if [one.replace(" ", "") for one in found] != ["width=device-width,initial-scale=1"]:
        yield page.fault(f"the viewport is {found}", "<head")


def a_page_has_light_and_dark(page: Page) -> Iterator[Fault]:
    """The browser's own parts, such as fields, follow the phone's choice of dark."""
    found = [one["content"] for one in page.tags("meta") if one["name"] == "color-scheme"]
    if found != ["light dark"]:
        yield page.fault(f"the colour scheme is {found}", "<head")


def the_encoding_stands_first(page: Page) -> Iterator[Fault]:
    """UTF-8, before any letter that is not ASCII: a copy on a disk has no header that says so."""
    start = page.html.find('<meta charset="utf-8">')
    if not (0 <= start < 1024 and page.html[:start].isascii()):
        yield page.fault("the encoding does not stand first in the head", "<head")
