"""What a visitor sees of a page, as lines of text: what `centres diff` compares."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Marks what follows from what other lines and pages say, so that a comparison need not repeat it.
DERIVED = "data-derived"
# Buttons too: what they say belongs to the page, not to what it tells. A drawing has titles of its
# own, for those who cannot see it.
_UNSEEN = ["button", "script", "style", "svg", "template"]
# Each of these begins a line of its own, and ends it; but a question and its answer stay together.
_BLOCKS = re.compile(
    "^(?:address|article|aside|blockquote|div|dt|fieldset|figure|footer|form|h[1-6]|header|label|li|"
    "main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)$"
)


def lines(html: str) -> list[str]:
    """Return the title and every line of text, in order; links to other sites with address."""
    page = LexborHTMLParser(html)
    page.strip_tags(_UNSEEN)
    while derived := page.css_first(f"[{DERIVED}]"):  # one by one: they lie in each other
        derived.decompose()
    title = page.css_first("head title")
    shown = "".join(_pieces(page.body)) if page.body else ""
    found = (_on_one_line(line) for line in shown.split("\n"))
    return [_on_one_line(title.text()) if title else "", *(line for line in found if line)]


def _pieces(body: LexborNode) -> Iterator[str]:
    """Yield the text in `body` in order, and what stands before and after each element of it.

    Without recursion: an author may nest elements deeper than Python calls may be.
    """
    preformatted = {
        node.mem_id for pre in body.css("pre") for node in pre.traverse(include_text=True)
    }
    waiting: list[LexborNode | str] = [body]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif part.is_text_node:
            text = part.text_content or ""
            yield text if part.mem_id in preformatted else text.replace("\n", " ")
        elif part.is_element_node:
            waiting.append(_after(part))
            waiting.extend(reversed(list(part.iter(include_text=True))))
            waiting.append(_before(part))


def _before(element: LexborNode) -> str:
    if element.tag == "br":
        return " "
    return "\n" if _is_block(element) else ""


def _after(element: LexborNode) -> str:
    if element.tag == "dt":
        asked = element.text().strip()
        return " " if asked.endswith(("?", "؟", ":")) else ": "
    if element.tag == "a":
        return _after_link(element.attributes)
    return "\n" if _is_block(element) else ""


def _is_block(element: LexborNode) -> bool:
    return _BLOCKS.match(element.tag or "") is not None


def _after_link(attributes: dict[str, str | None]) -> str:
    """Return the address of another site, and a dot where the style sheet puts one."""
    address = attributes.get("href") or ""
    other_site = f" ({address})" if address.startswith("https:") else ""
    # Beside a municipality that has a centre.
    dot = " •" if "has" in (attributes.get("class") or "").split() else ""
    return other_site + dot


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
