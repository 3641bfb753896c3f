"""What no text of a page may hold: what is left of how it was made."""

import gzip
import re
from collections.abc import Iterator

from centres.content import lix
from invariants.page import Element, Fault, Page

# As much as arrives in the first round trip.
_ROUND_TRIP = 14_000
# What a language that does not exist may take beyond: no two of its letters follow each other as in
# words, so they compress worse than those of any real language.
_OF_MADE_LETTERS = 400
# What editors, templates and programs write, and no reader should see.
_LEFT = {
    what: re.compile(pattern, re.MULTILINE)
    for what, pattern in {
        "the mark of a source": r"\[\^",
        "the mark of a word": r"\(ord:|\bord:\w",
        "a template's mark": r"\{\{|\}\}|\{%|%\}",
        "a value that was not filled in": r"%\(\w+\)s|\{[a-z_]+\}|\$\{",
        "a program's word": r"\b(?:undefined|NaN|Traceback|Undefined|Markup\(|namespace)\b|^None$",
        "markup as text": r"&(?:amp|lt|gt|quot|nbsp|#\d+);|</?(?:a|p|b|i|em|bdi|span|div)\b[^>]*>",
        "Markdown as text": r"\*\*|(?<![\w_])__(?!_)|\]\(|^#{1,6} |^\|.*\|$",
        "a character that could not be read": "\ufffd",
        "letters that nobody can see": "[\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\u00ad]",
    }.items()
}
_GLUED = re.compile(
    r"(?<=\S) [.,;:!?](?= |$)|[a-zåäö][.!?][A-ZÅÄÖ][a-zåäö]+|[^.]\.\.(?!\.)", re.MULTILINE
)
# What a reader is told besides the text, and the elements whose text is to be pasted elsewhere.
_IN_WORDS = ("title", "alt", "aria-label", "placeholder", "content")
_TO_PASTE = ("pre", "code")


def _to_read(page: Page) -> list[tuple[Element, str]]:
    """Return the pieces of text, but for those to paste elsewhere, which are HTML."""

    def read() -> list[tuple[Element, str]]:
        pasted = {id(part) for part in page.tags(*_TO_PASTE)}
        inside = {child.mem_id for part in page.tags(*_TO_PASTE) for child in part.node.traverse()}
        return [
            (element, text.strip())
            for element, text in page.texts
            if id(element) not in pasted and element.node.mem_id not in inside
        ]

    return page.once("texts to read", read)


def nothing_is_left_of_how_it_was_made(page: Page) -> Iterator[Fault]:
    """No mark of an editor, a template or a program is left in a text or an attribute."""
    named = [(one, one[name]) for name in _IN_WORDS for one in page.having(name)]
    read = _to_read(page) + named
    whole = "\n".join(text for _, text in read)
    for what, pattern in _LEFT.items():
        if not pattern.search(whole):
            continue
        for element, text in read:
            if found := pattern.search(text):
                yield page.fault(f"{what} is left: “{found[0]}”", element)


def sentences_are_not_glued(page: Page) -> Iterator[Fault]:
    """A sentence put together has a blank before the next one, and none before its full stop."""
    read = _to_read(page)
    if not _GLUED.search("\n".join(text for _, text in read)):
        return
    for element, text in read:
        for found in _GLUED.findall(text):
            yield page.fault(f"is put together wrongly: “{found.strip()}”", element)


def what_is_easy_is_easy(page: Page) -> Iterator[Fault]:
    """A page of a place in easy Swedish is as easy as prose must be, whatever the data say there.

    Each paragraph, heading or item is one, and what is inside another is in that.
    """
    base = page.site.languages[page.language.base_code]
    if not (page.language.variant_of and base.is_source and page.municipality):
        return
    blocks = page.css("main p, main h1, main h2, main h3, main li")
    text = "\n".join(block.text for block in blocks if not block.is_within("li"))
    if (found := lix.lix(text).value) > lix.MOST_EASY:
        yield page.fault(f"is hard to read: LIX {found:.1f}, more than {lix.MOST_EASY}", "<main")


def a_page_is_whole(page: Page) -> Iterator[Fault]:
    """The file begins and ends as a page, and says something: it was not cut off."""
    if not page.html.lstrip().lower().startswith("<!doctype html>"):
        yield page.fault("does not begin with its doctype")
    if not page.html.rstrip().endswith("</html>"):
        yield page.fault("does not end with </html>")
    if len(page.main) < 20:
        yield page.fault(f"says only “{page.main}”", "<main")


def a_page_comes_in_one_round_trip(page: Page) -> Iterator[Fault]:
    """A page of ours is at most 14 kB as it is sent, with its style and its script."""
    size = len(gzip.compress(page.html.encode(), 9)) if not page.is_materials else 0
    most = _ROUND_TRIP + (_OF_MADE_LETTERS if page.code.startswith("qps") else 0)
    if size > most:
        yield page.fault(f"is {size:,} bytes compressed, more than {most:,}")
