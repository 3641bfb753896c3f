"""What a visitor sees of a page, as lines of text: what `centres diff` compares."""

import re

from bs4 import BeautifulSoup, Tag

# Buttons too: what they say belongs to the page, not to what it tells.
_UNSEEN = ("script", "style", "template", "button")
# Marks what follows from what other lines and pages say, so that a comparison need not repeat it.
DERIVED = "data-derived"
# Each of these begins a line of its own; a question and its answer stay together.
_BLOCKS = re.compile(
    "^(?:address|article|aside|blockquote|div|dt|fieldset|figure|footer|form|h[1-6]|header|label|li|"
    "main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)$"
)


def lines(html: str) -> list[str]:
    """The title and every line of text, in order; links to other sites with their address."""
    page = BeautifulSoup(html, "html.parser")
    for drawing in page.find_all("svg"):
        drawing.decompose()  # has titles of its own
    title = _on_one_line(page.title.get_text()) if page.title else ""
    body = page.body or page
    for part in body.find_all(_UNSEEN):
        part.decompose()
    for part in body.select(f"[{DERIVED}]"):
        part.decompose()
    for text in body.find_all(string=True):
        kept = text.find_parent("pre") is not None
        text.replace_with(re.sub(r"[ \t]+" if kept else r"\s+", " ", text))
    for turn in body.find_all("br"):
        turn.replace_with(" ")
    for link in body.select('a[href^="https:"]'):
        link.append(f" ({link['href']})")
    for served in body.select("a.has"):
        served.append(" •")  # the style sheet's dot, beside a municipality that has a centre
    for question in body.find_all("dt"):
        _end_of_question(question)
    for block in body.find_all(_BLOCKS):
        block.insert_before("\n")
        block.append("" if block.name == "dt" else "\n")
    found = (_on_one_line(line) for line in body.get_text().split("\n"))
    return [title, *(line for line in found if line)]


def _end_of_question(question: Tag) -> None:
    asked = question.get_text().strip()
    question.append(" " if asked.endswith(("?", "؟", ":")) else ": ")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
