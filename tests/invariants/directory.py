"""What the pages of municipalities and centres say is what the data say of them."""

import re
from collections.abc import Iterator

from centres.data.directory import FRESH_DAYS
from centres.data.field_types import BY_FACT
from invariants.calls import calls
from invariants.page import Fault, Page

# Bris, Brottsofferjouren and 112 stand on each of these pages, whoever else does.
ALWAYS = ("bris", "brottsofferjouren", "112")
# Those on the page for wrong addresses, in their order.
_IN_A_HURRY = ("112", "bris", "brottsofferjouren", "kvinnofridslinjen")


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
    """The centre, the line for the young and the one for all stand together, each by a question.

    A centre that has no number to call stands after the lines that have one.
    """
    if not _is_of_the_directory(page):
        return
    cards = page.css(".halves > .card")
    called = [
        [link.attributes.get("href") for link in card.node.css('a[href^="tel:"]')] for card in cards
    ]
    pair = [[f"tel:{page.site.directory.lines[name].tel}"] for name in ALWAYS[:2]]
    if [one for one in called if one in pair] != pair or len(cards) != 2 + bool(page.centre):
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
    """The lists of municipalities and of centres lead to each once."""
    places = page.site.municipalities
    lists = {
        "kommuner/": ("kommun", list(places)),
        "kommuner/lan/": ("kommun", list(places)),
        "stodcentrum/": ("stodcentrum", list(page.site.centres)),
    }
    if page.path not in lists or page.language.variant_of:
        return
    folder, expected = lists[page.path]
    links = page.css("main a")
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


def the_map_and_the_lists_have_the_same_places(page: Page) -> Iterator[Fault]:
    """Each municipality with access is once on the maps for the keyboard, and marked in the lists.

    The page of the maps leads to the lists.
    """
    marks = {
        "kommuner/karta/": "svg a:not([tabindex]) title",
        "kommuner/": ".az a.has",
        "kommuner/lan/": ".az a.has",
    }
    if page.path not in marks:
        return
    directory = page.site.directory
    served = (place for place in directory.municipalities if place.code in directory.centre_of)
    names = sorted(place.name for place in served)
    marked = page.parser.css(marks[page.path])
    found = sorted(mark.text().partition(": ")[0].strip() for mark in marked)
    if found != names:
        yield page.fault(
            f"other places than in the data: {sorted(set(found) ^ set(names))}", "<main"
        )
    lists = [
        link["href"].removeprefix("../" * page.address.count("/")) for link in page.css("#lista a")
    ]
    expected = [
        page.language.folder + path for path in ("kommuner/", "kommuner/lan/", "stodcentrum/")
    ]
    if page.path == "kommuner/karta/" and lists != expected:
        yield page.fault(f"leads to the lists {lists}, not {expected}", "<main")


def every_source_is_listed(page: Page) -> Iterator[Fault]:
    """The list of sources has each that centres and lines come from, linked where it is public.

    But for what has each fact's own day: that stands beside the fact.
    """
    if page.path != "om/kallor/":
        return
    directory = page.site.directory
    listed = [one for name in directory.cited if (one := directory.sources[name]).date != BY_FACT]
    links = sorted(link["href"] for link in page.css("main li a"))
    if len(page.css("main li")) != len(listed):
        yield page.fault(f"{len(page.css('main li'))} sources, not {len(listed)}", "<main")
    if links != sorted(source.url for source in listed if source.url):
        yield page.fault(f"links to {links}", "<main")


def somebody_can_be_called(page: Page) -> Iterator[Fault]:
    """Bris, Brottsofferjouren and 112 can be called from where one begins, and in easy Swedish."""
    if page.path and not (page.language.variant_of and page.is_visitors):
        return
    called = {link["href"].removeprefix("tel:") for link in calls(page) if link.is_within("main")}
    for name in ALWAYS:
        if page.site.directory.lines[name].tel not in called:
            yield page.fault(f"{name} cannot be called", "<main")


def a_wrong_address_is_answered_in_all_languages(page: Page) -> Iterator[Fault]:
    """The page for wrong addresses speaks every language, Swedish first: nobody knows which."""
    if not page.is_error:
        return
    found = [(part["lang"], part["dir"]) for part in page.css("main section")]
    expected = [(code, one.direction) for code, one in page.site.full.items()]
    if found != expected:
        yield page.fault(f"is in {found}, not {expected}", "<main")
    for part, language in zip(page.css("main section"), page.site.full.values(), strict=False):
        every = [link.attributes.get("href") or "" for link in part.node.css("a")]
        links = [link for link in every if not link.startswith("tel:")]
        base = f"/{page.site.url.partition('//')[2].partition('/')[2]}{language.folder}"
        if not links or any(not link.startswith(base) for link in links):
            yield page.fault(f"in {language.code} it leads to {links}", part)


def a_wrong_address_has_numbers_to_call(page: Page) -> Iterator[Fault]:
    """112 and three lines stand above all languages: who got lost may be in a hurry."""
    called = [link["href"].removeprefix("tel:") for link in page.css('main a[href^="tel:"]')]
    lines = page.site.directory.lines
    if page.is_error and called != [lines[name].tel for name in _IN_A_HURRY]:
        yield page.fault(f"calls {called}, once for all languages", "<main")
