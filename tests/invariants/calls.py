"""Numbers and addresses: who is called, what is dialled, and what the other side sees."""

import re
from collections.abc import Iterator

from invariants.page import Element, Fault, Page

# The ids of the lines that stand on every page of somebody who helps.
PAIR = ("bris", "brottsofferjouren")
_CODE = re.compile(r"#31#|\*31\*|%2331")
# What looks like a Swedish number with an area code, or a line's, in a text.
_NUMBER = re.compile(r"(?<![\d§:–-])(?:0\d{1,3}-\d[\d ]{4,}\d|116 \d{3}|020-\d[\d ]+\d)(?!\d)")


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def calls(page: Page) -> list[Element]:
    """Return the links of a page that call."""
    return [link for link in page.tags("a") if link["href"].lower().startswith("tel:")]


def a_call_is_of_digits_alone(page: Page) -> Iterator[Fault]:
    """A link that calls holds digits: phones cut a number at #, and would show who calls."""
    for link in calls(page):
        if not re.fullmatch(r"tel:\+?[0-9]+", link["href"]):
            yield page.fault(f"a phone does not dial {link['href']} as it is meant", link)


def a_call_is_to_a_number_of_the_data(page: Page) -> Iterator[Fault]:
    """Every number that can be called is a centre's or a line's, as the data have it."""
    for link in calls(page):
        if link["href"].removeprefix("tel:") not in page.site.numbers:
            yield page.fault(f"calls {link['href']}, which is nobody's in the data", link)


def a_call_shows_the_number_it_dials(page: Page) -> Iterator[Fault]:
    """Who reads the number and who presses it reach the same."""
    for link in calls(page):
        number = page.site.numbers.get(link["href"].removeprefix("tel:"), "")
        if number and number not in link.text:
            yield page.fault(f"{link['href']} is shown as “{link.text}”, not {number}", link)


def letters_go_to_addresses_of_the_data(page: Page) -> Iterator[Fault]:
    """Every address that can be written to is a centre's or a line's, and is shown as it is."""
    known = page.site.mail_addresses
    for link in page.tags("a"):
        if link["href"].startswith("mailto:"):
            address = link["href"].removeprefix("mailto:")
            if address not in known:
                yield page.fault(f"writes to {address}, which is nobody's in the data", link)
            elif address not in link.text:
                yield page.fault(f"{address} is shown as “{link.text}”", link)


def a_text_message_goes_to_a_line_that_reads_it(page: Page) -> Iterator[Fault]:
    """A mobile number is no source: only who says so can be sent a text message.

    Beside it stands what it leaves behind.
    """
    known = {way.tel for way in page.site.channels if way.kind == "sms"}
    links = [link for link in page.tags("a") if link["href"].startswith("sms:")]
    for link in links:
        if link["href"].removeprefix("sms:") not in known:
            yield page.fault(f"{link['href']} is of nobody who reads text messages", link)
    warning = page.words.plain("Ett sms visar ditt nummer och ligger kvar i telefonen.")
    if links and warning not in page.main:
        yield page.fault("does not say what a text message leaves behind", links[0])


def a_promise_is_in_the_button_it_is_true_of(page: Page) -> Iterator[Fault]:
    """Only a number whose source says so is said not to show on the bill."""
    lines = page.site.directory.helplines
    calls_of = [way for line in lines for way in line.calls]
    kept = {way.tel for way in calls_of if way.not_on_bill and way.not_on_bill.value == "yes"}
    promise = page.words.plain("Syns inte på räkningen, men i telefonen")
    for button in page.css("a.call") if page.is_visitors else []:
        promised = promise in button.text
        if promised != (button["href"].removeprefix("tel:") in kept):
            said = "promises" if promised else "does not say"
            yield page.fault(f"{said} that {button['href']} is not on the bill", button)


def the_pair_is_whole(page: Page) -> Iterator[Fault]:
    """Where the line for the young can be called, so can the line for all others, in each part."""
    tels = [page.site.directory.lines[name].tel for name in PAIR]
    for part in page.tags("main", "body") if page.is_visitors else []:
        called = {
            link["href"] for link in calls(page) if part.tag == "body" or link.is_within("main")
        }
        there = [tel for tel in tels if f"tel:{tel}" in called]
        if len(there) == 1:
            yield page.fault(f"of the pair only {there[0]} can be called in {part.tag}", part)


def a_hidden_call_is_a_text_to_copy(page: Page) -> Iterator[Fault]:
    """What to dial with a hidden number is a text beside a button that copies it, never a link."""
    for code in page.css("bdi.dial"):
        if code.text not in page.site.hidden:
            yield page.fault(f"“{code.text}” is not a number that can be hidden", code)
        if code.is_within("a"):
            yield page.fault(f"“{code.text}” stands in a link", code)
        buttons = [one for one in page.tags("button") if one["data-copies"] == code["id"]]
        example = page.site.directory.number_to_hide == code.text and not code["id"]  # in prose
        if not (example or (code["id"] and len(buttons) == 1)):
            yield page.fault(
                f"“{code.text}” has {len(buttons)} buttons that copy it, not one", code
            )


def a_code_is_never_alone(page: Page) -> Iterator[Fault]:
    """#31# stands before a number, or is a command of its own; the whole can be copied together."""
    for element, text in page.texts:
        for found in re.finditer(r"#31#\S*", text):
            whole = found[0].rstrip(".,;:!?)”»")
            if page.is_visitors and whole not in page.site.hidden:
                yield page.fault(f"“{whole}” is not a number with its code", element)
    for name, element in page.attributes:
        if name != "content" and _CODE.search(element[name]):
            yield page.fault(f"a code in the attribute {name}: {element}", element)


def numbers_stand_in_their_own_order(page: Page) -> Iterator[Fault]:
    """Numbers are isolated: where a page reads from the right their digits change places."""
    for link in page.tags("a"):
        way = link["href"].startswith(("tel:", "mailto:")) and page.is_visitors
        if way and not (link.node.css_first('bdi[dir="ltr"]') or link.is_within("bdi")):
            yield page.fault(f"not isolated: {link}", link)
    for code in page.css(".dial"):
        if (code.tag, code["dir"]) != ("bdi", "ltr"):
            yield page.fault(f"not isolated: {code}", code)


def numbers_in_text_are_of_the_data(page: Page) -> Iterator[Fault]:
    """A number that is only read is right too: one that is nobody's leads somebody to strangers."""
    known = {_digits(number) for number in page.site.numbers.values()}
    for element, text in page.texts if page.is_visitors else []:
        for found in _NUMBER.findall(text):
            if _digits(found) not in known:
                yield page.fault(f"the number {found} is nobody's in the data", element)


def nobody_withheld_is_shown(page: Page) -> Iterator[Fault]:
    """Addresses in a text are those of the data: the address of a person is withheld.

    But for examples of an address, which can be nobody's (RFC 2606).
    """
    known = {address.lower() for address in page.site.mail_addresses}
    for element, text in page.texts:
        for found in re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text):
            own = found.lower().rstrip(".")
            if own not in known and not own.endswith(".example"):
                yield page.fault(f"the address {found} is not published in the data", element)
