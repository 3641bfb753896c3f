"""Extract what a visitor sees of a page, as lines of text, for `centres diff` to compare."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

# The attribute of what follows from other lines and pages, which a comparison need not repeat.
DERIVED = "data-derived"
# What a page's script shows only at times: that somebody answers now.
_AT_TIMES = "data-open"
# Elements without text for a visitor to read. Buttons too: their words are the same on every page.
# A drawing has titles of its own, for those who cannot see it, and so it would seem to have text.
_WITHOUT_TEXT = ["button", "script", "style", "svg", "template"]
# Elements that begin a line and end it. `dd` is not among them: a question (`dt`) and its answer
# stay on one line.
_BLOCKS = re.compile(
    "^(?:address|article|aside|blockquote|div|dt|fieldset|figure|footer|form|h[1-6]|header|label|li|"
    "main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)$"
)


def lines(html: str) -> list[str]:
    """Return the title of a page and every line of its text; links to other sites with address."""
    page = LexborHTMLParser(html)
    page.strip_tags(_WITHOUT_TEXT)
    # One at a time: they may be nested.
    while not_compared := page.css_first(f"[{DERIVED}], [{_AT_TIMES}]"):
        not_compared.decompose()
    title = page.css_first("head title")
    text = "".join(_pieces(page.body)) if page.body else ""
    every_line = [_on_one_line(line) for line in text.split("\n")]
    return [_on_one_line(title.text()) if title else "", *filter(None, every_line)]


def main_lines(html: str) -> list[str]:
    """Return the lines of a page's own text, without the frame that all pages share."""
    main = LexborHTMLParser(html).css_first("main")
    return lines(main.html or "" if main else html)[1:]


def _pieces(body: LexborNode) -> Iterator[str]:
    """Yield the text in `body` in order, and what stands before and after each element of it.

    Without recursion: an author may nest elements deeper than Python calls may be.
    """
    preformatted = {
        node.mem_id for pre in body.css("pre") for node in pre.traverse(include_text=True)
    }
    pending: list[LexborNode | str] = [body]
    while pending:
        part = pending.pop()
        if isinstance(part, str):
            yield part
        elif part.is_text_node:
            text = part.text_content or ""
            yield text if part.mem_id in preformatted else text.replace("\n", " ")
        elif part.is_element_node:
            pending.append(_after(part))
            pending.extend(reversed(list(part.iter(include_text=True))))
            pending.append(_before(part))


def _before(element: LexborNode) -> str:
    """Return what separates `element` from the text before it."""
    # A term may be several facts, each on a line; and a description its date and its source.
    if element.tag == "br" and element.parent and element.parent.tag == "dt":
        return ", "
    if element.tag == "dd" and element.prev and element.prev.tag == "dd":
        return ", "
    # What is small in a button stands on a line of its own there.
    if element.tag in ("br", "small"):
        return " "
    return "\n" if _is_block(element) else ""


def _after(element: LexborNode) -> str:
    """Return what separates `element` from the text after it."""
    if element.tag == "dt":
        term = element.text().strip()
        return " " if term.endswith(("?", "؟", ":")) else ": "
    link = _after_link(element) if element.tag == "a" else ""
    return link + ("\n" if _is_block(element) else "")


def _is_block(element: LexborNode) -> bool:
    # Each way to reach somebody is a button, with what is promised of it.
    return _BLOCKS.match(element.tag or "") is not None or "call" in _classes(element)


def _classes(element: LexborNode) -> list[str]:
    return (element.attributes.get("class") or "").split()


def _after_link(link: LexborNode) -> str:
    """Return the address of a link to another site, and the dot of a municipality with a centre."""
    address = link.attributes.get("href") or ""
    other_site = f" ({address})" if address.startswith("https:") else ""
    # The style sheet puts a dot beside a municipality that has a centre.
    dot = " •" if "has" in _classes(link) else ""
    return other_site + dot


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
