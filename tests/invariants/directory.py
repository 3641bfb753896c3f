"""What the pages of municipalities and centres say is what the data say of them."""

import re
from collections.abc import Iterator

from centres.data.directory import FRESH_DAYS
from invariants.calls import calls
from invariants.page import Fault, Page

# Bris, Brottsofferjouren and 112 stand on each of these pages, whoever else does.
ALWAYS = ("bris", "brottsofferjouren", "112")


def _is_of_the_directory(page: Page) -> bool:
    return bool(page.municipality or page.is_centres or page.retired) and not (
        page.retired and page.retired.moved_to != "none"
    )


def whom_a_page_leads_to(page: Page) -> Iterator[Fault]:
    """The page of a municipality says its code and its centre, for scripts: nobody else's."""
    main = page.tags("main")[0]
    place = page.municipality or page.guides_municipality
    if place and main["data-kommun"] != place.code:
        yield page.fault(f"data-kommun is “{main['data-kommun']}”, not {place.code}", main)
    expected = page.centre.id if page.centre else ""
    about = bool(place) or _is_of_the_directory(page)
    if main["data-centre"] != expected or about != ("data-centre" in main):
        yield page.fault(f"data-centre is “{main['data-centre']}”, not “{expected}”", main)


def whom_a_page_calls(page: Page) -> Iterator[Fault]:
    """All numbers of the centre that serves somebody, in its order, then the pair and 112.

    No other: where there is no centre, never a neighbour's as if it were for them.
    """
    if not _is_of_the_directory(page):
        return
    always = [page.site.directory.lines[name].tel for name in ALWAYS]
    own = [phone.tel for phone in page.centre.phones] if page.centre else []
    links = [link for link in calls(page) if link.is_within("main")]
    found = [link["href"].removeprefix("tel:") for link in links]
    if found != own + always:
        yield page.fault(f"calls {found}, not {own + always}", links[0] if links else "<main")


def whom_a_page_writes_to(page: Page) -> Iterator[Fault]:
    """All addresses of the centre that are published, and no other."""
    if not _is_of_the_directory(page):
        return
    emails = page.centre.emails if page.centre else ()
    expected = [f"mailto:{email.address}" for email in emails if email.published]
    links = [link for link in page.tags("a") if link["href"].startswith("mailto:")]
    if (found := [link["href"] for link in links]) != expected:
        yield page.fault(f"writes to {found}, not {expected}", links[0] if links else "<main")


def how_a_number_is_hidden(page: Page) -> Iterator[Fault]:
    """Each number of the centre that can be called with one's own hidden says what to dial.

    With how to do it, in three steps, once; nothing of it where no number can be.
    """
    if not (page.municipality or page.is_centres):
        return
    phones = page.centre.phones if page.centre else ()
    expected = [phone.with_hidden_number for phone in phones if phone.with_hidden_number]
    codes = page.css("main bdi.dial")
    if (found := [code.text for code in codes]) != expected:
        yield page.fault(
            f"hides a number by {found}, not {expected}", codes[0] if codes else "<main"
        )
    steps = [len(steps.node.css("li")) for steps in page.css("main details ol")]
    if steps != ([3] if expected else []):
        yield page.fault(f"says how in {steps} steps", "<main")


def a_half_is_never_alone(page: Page) -> Iterator[Fault]:
    """The centre, the line for the young and the one for all stand together, each by a question."""
    if not _is_of_the_directory(page):
        return
    cards = page.css(".halves > .card")
    called = [
        [link.attributes.get("href") for link in card.node.css('a[href^="tel:"]')] for card in cards
    ]
    pair = [[f"tel:{page.site.directory.lines[name].tel}"] for name in ALWAYS[:2]]
    if called[-2:] != pair or len(cards) != 2 + bool(page.centre):
        yield page.fault(f"the halves call {called}", cards[0] if cards else "<main")
    questions = [card.node.css_first("h2,h3") for card in cards]
    texts = [question.text() for question in questions if question]
    if len(set(texts)) != len(cards):
        yield page.fault(f"the halves are asked for by {texts}", cards[0] if cards else "<main")


def how_old_a_fact_is(page: Page) -> Iterator[Fault]:
    """A page says the day of the centre's facts, and that it is long ago where it is."""
    centre = page.centre if page.municipality or page.is_centres else None
    if not centre:
        return
    directory = page.site.directory
    day = page.words.day(centre.checked)
    if day not in page.main and directory.source_of(centre).latest is not None:
        yield page.fault(f"does not say {day}, when the facts are from", "<main")
    old = page.words.plain(
        "Det är mer än %(days)s dagar sedan. Något kan ha ändrats.", days=FRESH_DAYS
    )
    is_old = not directory.checked_within(FRESH_DAYS, centre)
    if (old in page.main) != is_old:
        yield page.fault(f"{'does not say' if is_old else 'says'} that the facts are old", "<main")


def a_centre_is_called_by_its_name(page: Page) -> Iterator[Fault]:
    """A page says who it is that one calls, and a centre's own has the name as its heading."""
    if not (page.centre and (page.municipality or page.is_centres)):
        return
    if page.centre.name not in page.main:
        yield page.fault(f"does not say “{page.centre.name}”", "<main")
    for heading in page.tags("h1") if page.is_centres else []:
        if heading.text != " ".join(page.centre.name.split()):
            yield page.fault(f"the heading is “{heading.text}”, not {page.centre.name}", heading)


def a_list_leads_to_all(page: Page) -> Iterator[Fault]:
    """The lists of municipalities and of centres, and the map's, lead to each once."""
    places = page.site.municipalities
    directory = page.site.directory
    served = [one.slug for one in places.values() if one.code in directory.centre_of]
    lists = {
        "kommuner/": ("kommun", list(places)),
        "kommuner/lan/": ("kommun", list(places)),
        "kommuner/karta/": ("kommun", served),
        "stodcentrum/": ("stodcentrum", list(page.site.centres)),
    }
    if page.path not in lists or page.language.variant_of:
        return
    folder, expected = lists[page.path]
    links = page.css("main #lista a" if page.path.endswith("karta/") else "main a")
    found = [re.fullmatch(rf".*/?{folder}/([^/#]+)/", link["href"]) for link in links]
    names = [one[1] for one in found if one] or [link["href"].strip("./") for link in links]
    for name in sorted(set(expected) - set(names)):
        yield page.fault(f"does not lead to {folder}/{name}/", "<main")
    for name in sorted({one for one in names if names.count(one) > 1}):
        yield page.fault(f"leads to {folder}/{name}/ {names.count(name)} times", "<main")


def a_closed_centre_has_no_way_to_call_it(page: Page) -> Iterator[Fault]:
    """What stands at the address of a closed centre leads to the pages of those whom it served."""
    if not (page.retired and page.retired.moved_to == "none"):
        return
    links = {link.text: link["href"] for link in page.css("main a")}
    for name in page.retired.municipalities:
        if "/kommun/" not in links.get(name, ""):
            yield page.fault(f"does not lead to {name}", "<main")
    if page.words.day(page.retired.date) not in page.main:
        yield page.fault("does not say since when it is closed", "<main")
