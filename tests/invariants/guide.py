"""What a page of the guide for municipalities has: its place in the book, sources, figures."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from centres.content import marks, prose
from centres.content.prose import Prose
from centres.data import coverage
from centres.data.geography import Municipality
from centres.pages.guide import book
from invariants.directory import EVERYWHERE
from invariants.page import Fault, Page

COVERAGE = "starta/tackning/"


def _text(page: Page) -> Prose | None:
    """The prose of a page of the guide."""
    own = (page.code, page.path)
    inside = prose.is_guide(page.path) and own in page.site.library.addresses
    return page.site.library.page(*own) if inside else None


def _order(page: Page) -> list[Prose]:
    return book.in_order(book.chapters(page.site.library, page.code))


def it_stands_in_the_menu(page: Page) -> Iterator[Fault]:
    """The menu has every page of the guide, and marks the one that is read."""
    text = _text(page)
    if not text:
        return
    links = page.css(".guide-nav li a")
    titles = [one.matter.title for one in _order(page)]
    missing = [title for title in titles if title not in {link.text for link in links}]
    if missing or len(links) != len(titles) + 1:
        yield page.fault(f"the menu has {len(links)} pages, and lacks {missing}", "guide-nav")
    current = [link.text for link in links if link["aria-current"] == "page"]
    if current != [text.matter.title]:
        yield page.fault(f"the menu marks {current}, not {text.matter.title}", "guide-nav")


def it_leads_to_the_next(page: Page) -> Iterator[Fault]:
    """A page leads to the one before it and the one after it, in the order of the menu."""
    text = _text(page)
    if not text:
        return
    order = [one.path for one in _order(page)]
    turns = {link["rel"]: link["href"] for link in page.css(".guide-next a")}
    place = order.index(page.path)
    wanted = {"prev": order[place - 1]} if place else {}
    wanted |= {"next": order[place + 1]} if place + 1 < len(order) else {}
    found = {rel: f"starta/{href.partition('starta/')[2]}" for rel, href in turns.items()}
    if found != wanted:
        yield page.fault(f"leads on to {found}, not {wanted}", "guide-next")


def a_number_leads_to_its_source(page: Page) -> Iterator[Fault]:
    """A number in the text leads to a source below, each once, in the order of the text."""
    text = _text(page)
    if not text:
        return
    listed = [item["id"] for item in page.css(".guide-sources li")]
    first = list(dict.fromkeys(link["href"] for link in page.css(".note a")))
    if listed != [f"kalla-{n}" for n in range(1, len(listed) + 1)] or first != [
        f"#{name}" for name in listed
    ]:
        yield page.fault(f"the text names {first}, the list has {listed}", "guide-sources")
    if page.path != book.WHOLE and len(listed) != (number := len(marks.cited(text.body))):
        yield page.fault(f"{len(listed)} sources, not {number}", "guide-sources")
    if not page.css(".guide-reviewed"):
        yield page.fault("does not say when it was read through", "<article")


def the_whole_guide_is_whole(page: Page) -> Iterator[Fault]:
    """The page of the whole guide has every page as a chapter, and leads within itself."""
    if page.path != book.WHOLE:
        return
    kept = [one for one in _order(page) if one.path not in (book.WHOLE, book.SOURCES)]
    chapters = page.css("h2.chapter")
    if (found := [one.text for one in chapters]) != (wanted := [one.heading for one in kept]):
        yield page.fault(f"the chapters are {found}, not {wanted}", "<article")
    contents = page.one("article ol")
    links = [link.attributes.get("href") for link in contents.node.css("a")] if contents else []
    if links != [f"#{one['id']}" for one in chapters]:
        yield page.fault(f"the list at the top leads to {links}", contents)
    for link in page.css("article a"):
        ends = tuple(f"/{one.path}" for one in kept if one.path != "starta/")
        if link["href"].endswith(ends) and not link["rel"]:
            yield page.fault(f"leads out of the whole: {link['href']}", link)


def a_municipality_sees_its_neighbours(page: Page) -> Iterator[Fault]:
    """The page of a municipality has each neighbour once, with the centre that it has, or none."""
    place = page.guides_municipality
    if not place:
        return
    directory = page.site.directory
    neighbours = {directory.by_code[code].name: code for code in place.neighbours}
    rows = {row.node.css_first("th"): row.node.css_first("td") for row in page.css("main tbody tr")}
    named = {head.text().strip(): cell for head, cell in rows.items() if head and cell}
    if named.keys() != neighbours.keys():
        yield page.fault(f"other neighbours: {sorted(named.keys() ^ neighbours.keys())}", "<table")
    for name in named.keys() & neighbours.keys():
        centre = directory.centre_of.get(neighbours[name])
        linked = named[name].css_first("a") is not None
        if linked != bool(centre) or (centre and centre.name not in named[name].text()):
            said = " ".join(named[name].text().split())
            yield page.fault(f"{name} is said to have: {said}", "<table")


def what_would_change_is_counted(page: Page) -> Iterator[Fault]:
    """The figures of who would have access are the country's, with as many more."""
    place = page.guides_municipality
    if not place:
        return
    directory = page.site.directory
    every = len(directory.municipalities)
    lacking = len(coverage.without(directory, place))
    more = {1, 1 + lacking} if place.code not in directory.centre_of else {lacking} - {0}
    expected = {len(directory.centre_of) + one for one in more}
    between = {"sv": "av", "en": "of"}.get(page.code, r"\D{1,12}")
    said = {int(n) for n in re.findall(rf"(\d+) {between} {every}\b", page.main)}
    if said != expected:
        yield page.fault(f"says {sorted(said)} of {every}, not {sorted(expected)}", "<main")


def a_text_to_paste_is_right(page: Page) -> Iterator[Fault]:
    """The text for the municipality's website says the same as HTML and as text, in each language.

    It calls the centre's numbers, the pair and 112, and leads to the page for residents.
    """
    place = page.guides_municipality
    for code in _languages(page) if place else []:
        html, plain = page.ids.get(f"html-{code}"), page.ids.get(f"text-{code}")
        if not (html and plain and place):
            yield page.fault(f"no text to paste in {code}", "<main")
            continue
        yield from _pasted(page, place, code, html.node.text(), plain.node.text())


def _languages(page: Page) -> list[str]:
    files = page.site.files
    return [
        code
        for code, one in page.site.full.items()
        if f"{one.folder}starta/kommun/index.html" in files
    ]


def _pasted(page: Page, place: Municipality, code: str, html: str, plain: str) -> Iterator[Fault]:
    """Yield what is wrong in a text to paste."""
    parsed = LexborHTMLParser(html)
    if "".join((parsed.body.text() if parsed.body else "").split()) != "".join(plain.split()):
        yield page.fault(f"the texts to paste in {code} differ", f'id="html-{code}"')
    links = [link.attributes.get("href") or "" for link in parsed.css("a")]
    called = {link.removeprefix("tel:") for link in links if link.startswith("tel:")}
    lines = page.site.directory.lines
    own = {phone.tel for phone in page.centre.phones} if page.centre else set()
    if called != (expected := own | {lines[name].tel for name in EVERYWHERE}):
        odd = sorted(called ^ expected)
        yield page.fault(f"the text to paste in {code} differs in {odd}", f'id="html-{code}"')
    address = f"{page.site.url}{page.site.languages[code].folder}kommun/{place.slug}/"
    if address not in links:
        yield page.fault(f"the text in {code} does not lead to {address}", f'id="html-{code}"')
    if parsed.css("script, img, style, iframe"):
        yield page.fault(f"the text to paste in {code} is more than text", f'id="html-{code}"')


def a_municipality_is_led_back(page: Page) -> Iterator[Fault]:
    """A municipality's page for residents and its page in the guide lead to each other."""
    here = page.municipality or page.guides_municipality
    folder = page.language.folder
    if not here or f"{folder}starta/kommun/index.html" not in page.site.files:
        return
    other = "starta/kommun" if page.municipality else "kommun"
    wanted = f"{'../' * page.address.count('/')}{folder}{other}/{here.slug}/"
    if wanted not in [link["href"] for link in page.css("main a")]:
        yield page.fault(f"does not lead to {wanted}", "<main")


def the_map_of_the_guide_has_all(page: Page) -> Iterator[Fault]:
    """Every municipality is once on the map and once in the table, by what it has: in words too."""
    if page.path != COVERAGE:
        return
    directory = page.site.directory
    links = page.css("svg.map a")
    country = page.css("svg.map")[0].node.css("a")
    slugs = sorted(
        (link.attributes.get("href") or "").rstrip("/").split("/")[-1] for link in country
    )
    if slugs != sorted(page.site.municipalities):
        yield page.fault(f"the map has {len(slugs)} municipalities", "<svg")
    for link in links:
        title = link.node.css_first("title")
        if not (title and ": " in title.text()):
            yield page.fault(f"says no words on the map: {link}", link)
    rows = [(row.node.css_first("th"), row.node.css("td")) for row in page.css(".every tbody tr")]
    listed = {head.text(): cells[1].css_first("a") is not None for head, cells in rows if head}
    wanted = {one.name: one.code in directory.centre_of for one in directory.municipalities}
    for name in sorted(
        name for name in wanted.keys() | listed.keys() if listed.get(name) != wanted.get(name)
    ):
        yield page.fault(f"the table is wrong about {name}", "<table")


def the_map_of_the_guide_has_patterns(page: Page) -> Iterator[Fault]:
    """The map's three groups differ by pattern, not by colour alone, and each has its own."""
    if page.path != COVERAGE:
        return
    directory = page.site.directory
    alone = sum(len(centre.municipalities) == 1 for centre in directory.centres)
    served = len(directory.centre_of)
    groups = page.css("svg.map")[0].node.css("g")
    counts = [len(group.css("a")) for group in groups]
    expected = [len(directory.municipalities) - served, served - alone, alone]
    if counts != expected:
        yield page.fault(f"the groups are of {counts}, not {expected}", "<svg")
    fills = [group.attributes.get("fill") for group in groups]
    if len(set(fills)) != len(fills):
        yield page.fault(f"two groups look alike: {fills}", "<svg")


def a_bar_is_as_long_as_its_number(page: Page) -> Iterator[Fault]:
    """Each county and main group has a bar as long as the number beside it, the directory's."""
    if page.path != COVERAGE:
        return
    rows = page.css(".shares tbody tr")
    directory = page.site.directory
    shares = coverage.by_county(directory) + coverage.by_group(directory)
    expected = sorted((one.served, one.all, one.percent, str(one.percent)) for one in shares)
    found = sorted(
        (
            *map(int, re.findall(r"\d+", row.node.text(separator=" "))),
            row.node.css("rect")[1].attributes.get("width"),
        )
        for row in rows
    )
    for row in found:
        if row not in expected:
            yield page.fault(f"a bar of {row}, which no county or group has", "<table")
    if len(found) != len(expected):
        yield page.fault(f"{len(found)} bars, not {len(expected)}", "<table")
