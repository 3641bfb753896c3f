"""What programs that we do not know make of a page: translators, reader views, blockers."""

import re
from collections.abc import Iterator

from invariants.page import Element, Fault, Page

# Classes and ids of what Mozilla's Readability, the reader view of Firefox, leaves out: its
# `unlikelyCandidates` and `shareElements`, and some of `negative`. Blockers of advertisements hide
# alike, and "ads". Below: `okMaybeItsACandidate`.
_LEFT_OUT = re.compile(
    r"-ad-|ai2html|banner|breadcrumbs|combx|comment|community|cover-wrap|disqus|extra|footer|gdpr"
    r"|header|legends|menu|related|remark|replies|rss|shoutbox|sidebar|skyscraper|social|sponsor"
    r"|supplemental|ad-break|agegate|pagination|pager|popup|yom-remote|masthead|outbrain|promo"
    r"|shopping|(?:\b|_)(?:share|sharedaddy|ads?|advert\w*|cookies?|newsletter)(?:\b|_)",
    re.IGNORECASE,
)
# A number alone: hours and sentences beside it are words.
_NUMBER = re.compile(r"\+?[\d #-]+")
_KEPT_ALL_THE_SAME = re.compile("and|article|body|column|content|main|mathjax|shadow", re.I)
# The elements that a reader view never leaves out for their names.
_NEVER_LEFT_OUT = ("html", "body", "a", "head", "style", "script", "svg", "pattern")


def _is_kept(page: Page, element: Element) -> bool:
    """Whether a browser that translates the page leaves the text of an element as it is."""
    for one in (element, *map(page.element, element.around())):
        if "translate" in one:
            return one["translate"] == "no"
    return False


def names_are_not_translated(page: Page) -> Iterator[Fault]:
    """A name alone in an element is kept when a browser translates: Vara is a place, and a verb.

    In the running text of prose a name has no element of its own.
    """
    names = page.site.names if page.is_visitors else frozenset()
    for element, text in page.texts:
        if text.strip() in names and element.tag != "title" and not _is_kept(page, element):
            yield page.fault(f"the name “{text.strip()}” can be translated", element)


def what_is_dialled_is_not_translated(page: Page) -> Iterator[Fault]:
    """Numbers to call and to copy are kept: their digits and their order are dialled."""
    for element, text in page.texts if page.is_visitors else []:
        around = [element, *map(page.element, element.around())]
        pressed = any(one["href"].startswith(("tel:", "sms:")) for one in around)
        dialled = (pressed and _NUMBER.fullmatch(text.strip())) or "dial" in element.classes
        if dialled and not _is_kept(page, element):
            yield page.fault(f"the number “{text.strip()}” can be translated", element)


def what_is_said_in_swedish_is_not_translated(page: Page) -> Iterator[Fault]:
    """A sentence to say or to show to somebody who speaks Swedish is kept."""
    for quote in page.css(".quote"):
        if not _is_kept(page, quote):
            yield page.fault(f"“{quote.text}” can be translated", quote)


def no_part_is_called_what_others_leave_out(page: Page) -> Iterator[Fault]:
    """No part has a name that reader views and blockers leave out: they would leave out help.

    A name that stands in an address, as of a line, is the id of an empty element.
    """
    for element in page.having("id", "class") if page.is_visitors else []:
        names = f"{element['class']} {element['id']}"
        left_out = not _KEPT_ALL_THE_SAME.search(names) and _LEFT_OUT.search(names)
        if left_out and element.text and element.tag not in _NEVER_LEFT_OUT:
            yield page.fault(f"“{left_out[0]}” in the name of {element}", element)
