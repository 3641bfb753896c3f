"""Our built pages as Markdown, for other generators to make pages of: the same words.

What a page says inside `<main>` is kept as headings, paragraphs, lists, tables and links. Drawn
maps are left out, and so is how things look.
"""

import gzip
import json
import re
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

_HEAD = re.compile(r'<html lang="(?P<language>[^"]+)".*?<title>(?P<title>.*?)</title>', re.DOTALL)
_HASH = re.compile(r"(?<!\\)#")
# What Markdown has no sign for, and stands on lines of its own all the same.
_BLOCKS = ("button", "dd", "dt", "label", "noscript", "summary")
_INLINE = ("a", "b", "bdi", "code", "em", "i", "span", "strong")
_FRAGMENT_MARK = b"pagefind_dcd"


@dataclass(frozen=True)
class Page:
    """What a page says, and its address from the site's root, such as "en/kommun/taby/".

    Swedish has no folder of its own. `indexed` is whether our full-text search has the page.
    """

    address: str
    language: str
    title: str
    markdown: str
    indexed: bool

    @property
    def path(self) -> str:
        """The address without the language's folder."""
        return self.address.removeprefix(f"{self.language}/")


def read(site: Path) -> list[Page]:
    """All pages of our site built in the folder `site`, in the order of their addresses."""
    addresses = sorted(
        f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")
        for file in site.rglob("index.html")
    )
    with ProcessPoolExecutor() as pool:
        work = partial(_page, site, indexed(site))
        return list(pool.map(work, addresses, chunksize=50))


def indexed(site: Path) -> frozenset[str]:
    """The addresses of the pages in the full-text index of a built site, as Pagefind wrote it."""
    files = (site / "pagefind/fragment").iterdir()
    texts = (gzip.decompress(file.read_bytes()).removeprefix(_FRAGMENT_MARK) for file in files)
    return frozenset(json.loads(text)["url"].lstrip("/") for text in texts)


class _Converter(MarkdownConverter):
    def escape(self, text: str, parent_tags: set[str]) -> str:
        """As the library does, and the sign that begins a heading for some without a space too."""
        # The library's own types leave this method out.
        return _HASH.sub(r"\#", super().escape(text, parent_tags))  # type: ignore[misc]


def to_markdown(html: str) -> str:
    """The Markdown that says what `<main>` says in a page."""
    main = _element(html, "main")
    for tag in main.find_all(_BLOCKS):
        tag.name = "p"
    for tag in main.find_all(("bdi", "span")):
        tag.unwrap()
    for link in main.find_all("a"):
        # Markdown gives no names to places within a page.
        link["href"] = str(link["href"]).partition("#")[0]
        if not link["href"]:
            link.unwrap()
    main.smooth()
    converter = _Converter(heading_style=ATX, bullets="-", escape_misc=True)
    return str(converter.convert_soup(main)).strip() + "\n"


def words(html: str, element: str = "main") -> list[str]:
    """The words inside the first `element` of a page, or in all of `html` if it has none."""
    said = _element(html, element)
    for tag in said.find_all(_INLINE):
        tag.unwrap()
    said.smooth()
    return said.get_text(" ").split()


def _page(site: Path, found: Iterable[str], address: str) -> Page:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    head = _HEAD.search(html)
    if not head:
        raise ValueError(f"/{address} has no language or title")
    title = unescape(head["title"])
    return Page(address, head["language"], title, to_markdown(html), address in found)


def _element(html: str, name: str) -> Tag:
    """The first element called `name`, without what is drawn."""
    found = re.search(rf"<{name}\b.*?</{name}>", html, re.DOTALL)
    element = BeautifulSoup(found[0] if found else html, "html.parser")
    for drawn in element.find_all("svg"):
        drawn.decompose()
    return element
