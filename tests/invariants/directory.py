"""What the pages of municipalities and centres say is what the data say of them."""

import re
from collections.abc import Iterator

from centres.data.field_types import BY_FACT
from centres.data.model import Cited, MunicipalContact, Source
from centres.pages.localizer import Localizer
from centres.pages.page import MUNICIPALITIES
from invariants.calls import calls
from invariants.page import Fault, Page

# The lines that stand on each of these pages, in this order, whoever else does.
ALWAYS = ("112", "kvinnofridslinjen", "man", "transpersoner", "bris", "brottsofferjouren")
# Those that stand wherever somebody may need help, whatever a page is about.
EVERYWHERE = ("112", "bris", "brottsofferjouren")
# Those on the page for wrong addresses, in their order.
_IN_A_HURRY = ("112", "bris", "brottsofferjouren", "kvinnofridslinjen")


def _is_of_the_directory(page: Page) -> bool:
    is_of_data = bool(page.municipality or page.is_centres or page.retired)
    return is_of_data and page.path not in page.site.moved


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


def _contact(page: Page) -> MunicipalContact | None:
    """Return how to reach the municipality of a page, or the only one of a centre's."""
    directory = page.site.directory
    served = directory.served_by[page.centre.id] if page.centre else []
    place = page.municipality or (served[0] if page.is_centres and len(served) == 1 else None)
    return directory.contacts.get(place.code) if place else None


def whom_a_page_calls(page: Page) -> Iterator[Fault]:
    """All numbers of the centre that serves somebody, in its order, then 112 and the lines.

    On a page that is easy to read danger comes first, as in all that is easy to read: 112. Beside a
    centre that can be called, a line has its best number alone. And the municipality's switchboard,
    where it is known: of a centre without a number as its way. No other: where there is no centre,
    never a neighbour's as if it were for them.
    """
    if not _is_of_the_directory(page):
        return
    lines, contact = page.site.directory.lines, _contact(page)
    switchboard = [contact.tel] if contact and contact.switchboard else []
    own = [phone.tel for phone in page.centre.phones] if page.centre else []
    if page.centre and not own:
        own = switchboard
    most = 1 if own else None
    always = [call.tel for name in ALWAYS for call in lines[name].calls[:most]]
    services = switchboard if page.municipality else []
    links = [link for link in calls(page) if link.is_within("main")]
    found = [link["href"].removeprefix("tel:") for link in links]
    expected = own + always + services
    if page.language.variant_of:
        expected = [*always[:1], *own, *always[1:], *services]
    if found != expected:
        yield page.fault(f"calls {found}, not {expected}", links[0] if links else "<main")


def whom_a_page_writes_to(page: Page) -> Iterator[Fault]:
    """All addresses of the centre that are published, and beside them those of lines alone."""
    if not _is_of_the_directory(page):
        return
    emails = page.centre.emails if page.centre else ()
    expected = [f"mailto:{email.address}" for email in emails if email.published]
    links = [link for link in page.tags("a") if link["href"].startswith("mailto:")]
    lines = page.site.directory.helplines
    of_lines = {f"mailto:{way.address}" for line in lines for way in line.channels if way.address}
    if (found := [link["href"] for link in links if link["href"] not in of_lines]) != expected:
        yield page.fault(f"writes to {found}, not {expected}", links[0] if links else "<main")


def how_a_number_is_hidden(page: Page) -> Iterator[Fault]:
    """Each number of the centre that can be called with one's own hidden says what to dial.

    In a fold under the numbers, open where the centre itself proposes it, with the way to the page
    that says how; no fold where no number can be.
    """
    if not (page.municipality or page.is_centres):
        return
    phones = page.centre.phones if page.centre else ()
    expected = [phone.with_hidden_number for phone in phones if phone.with_hidden_number]
    folds = page.css("main details.unseen")
    codes = page.css("main details.unseen bdi.dial")
    if (found := [code.text for code in codes]) != expected or len(folds) != bool(expected):
        yield page.fault(f"hides a number by {found}, not {expected}", folds[0] if folds else None)
    proposed = any(phone.hidden_number for phone in phones)
    for fold in folds:
        if ("open" in fold) != proposed:
            yield page.fault(f"the fold is {'closed' if proposed else 'open'}", fold)
        if not fold.node.css_first('a[href$="rad/ring-utan-att-visa-ditt-nummer/"]'):
            yield page.fault("the fold does not lead to how it is done", fold)


def a_half_is_never_alone(page: Page) -> Iterator[Fault]:
    """The line for women stands with those for men and for trans persons, in one card.

    The line for the young has one for all ages on the same page. Where a centre can be called, its
    first number is the only filled button; elsewhere each of the three lines has one.
    """
    if not _is_of_the_directory(page):
        return
    lines = page.site.directory.lines
    cards = page.css("main .card")
    called = [
        {link.attributes.get("href") or "" for link in card.node.css('a[href^="tel:"]')}
        for card in cards
    ]
    women = {f"tel:{lines[name].tel}" for name in ("kvinnofridslinjen", "man", "transpersoner")}
    for card, tels in zip(cards, called, strict=True):
        if f"tel:{lines['kvinnofridslinjen'].tel}" in tels and not women <= tels:
            yield page.fault(f"the line for women stands with {sorted(tels)}", card)
    contact = _contact(page)
    first = [phone.tel for phone in page.centre.phones[:1]] if page.centre else []
    reached = first or (page.centre and contact and contact.switchboard)
    three = ("kvinnofridslinjen", "bris", "brottsofferjouren")
    expected = first if reached else [lines[name].tel for name in three]
    filled = page.css("main a.call:not(.second)")
    if (found := [one["href"].removeprefix("tel:") for one in filled]) != expected:
        yield page.fault(f"fills the buttons of {found}, not {expected}", "<main")


def doubt_is_told_once(page: Page) -> Iterator[Fault]:
    """What is not confirmed, and the day of each source, stand in the fold and nowhere else.

    A page that is easy to read has none, and leads to the one that has it.
    """
    if not (page.municipality or page.is_centres):
        return
    folds = page.css("main > details.certain")
    expected = 0 if page.language.variant_of else 1
    if len(folds) != expected:
        yield page.fault(f"{len(folds)} folds on certainty, not {expected}", "<main")
        return
    told = " ".join(folds[0].text.split()) if folds else ""
    rest = page.main.replace(told, "")
    for text in ("inte bekräftat", "Något kan ha ändrats"):
        if (word := page.words.plain(text)) in rest:
            yield page.fault(f"says “{word}” outside the fold", "<main")
    if not folds:
        ordinary = "../" * page.address.count("/") + page.language.data_folder + page.path
        if ordinary not in [link["href"] for link in page.css("main a")]:
            yield page.fault("does not lead to the page with the fold", "<main")
        return
    facts: list[Cited] = [page.centre, *page.centre.phones] if page.centre else []
    for source in {page.site.directory.source_of(fact) for fact in facts if fact.source}:
        if source.latest and (day := _date(page, source)) not in told:
            yield page.fault(f"the fold does not say {day}, when {source.id} is from", folds[0])


def _date(page: Page, source: Source) -> str:
    return Localizer(page.language, page.words).date_of(source)


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
    if page.path not in lists:
        return
    folder, expected = lists[page.path]
    own = "../" * page.address.count("/") + page.language.folder
    links = page.css("main a")
    found = [re.fullmatch(rf".*/?{folder}/([^/#]+)/", link["href"]) for link in links]
    names = [one[1] for one in found if one] or [link["href"].strip("./") for link in links]
    for name in sorted(set(expected) - set(names)):
        yield page.fault(f"does not lead to {folder}/{name}/", "<main")
    for link in links:
        if f"/{folder}/" in link["href"] and not link["href"].startswith(f"{own}{folder}/"):
            yield page.fault(f"leads out of its language: {link}", link)
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
    """112, Bris and Brottsofferjouren can be called from where one begins, and in easy Swedish.

    But not from the list of places, which leads to them; and only 112 from a page for who cannot
    talk.
    """
    is_easy = page.language.variant_of and page.path != MUNICIPALITIES
    if page.path and not is_easy:
        return
    swedish = page.site.library.pages.get(("sv", page.path))
    is_silent = swedish is not None and swedish.matter.silent
    called = {link["href"].removeprefix("tel:") for link in calls(page) if link.is_within("main")}
    for name in EVERYWHERE[:1] if is_silent else EVERYWHERE:
        if page.site.directory.lines[name].tel not in called:
            yield page.fault(f"{name} cannot be called", "<main")


def a_wrong_address_is_answered_in_all_languages(page: Page) -> Iterator[Fault]:
    """The page for wrong addresses speaks every language, Swedish first: nobody knows which."""
    if not page.is_error:
        return
    found = [(part["lang"], part["dir"]) for part in page.css("main > div[lang]")]
    expected = [(code, one.direction) for code, one in page.site.full.items()]
    if found != expected:
        yield page.fault(f"is in {found}, not {expected}", "<main")
    for part, language in zip(page.css("main > div[lang]"), page.site.full.values(), strict=False):
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
