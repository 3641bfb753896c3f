"""Convert our built pages to Markdown, so that other generators make pages of the same words.

The content of `<main>` is kept as headings, paragraphs, lists, tables and links. Maps (SVG) and
styles are left out.
"""

import gzip
import json
import re
from collections.abc import Collection
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

_HEAD = re.compile(r'<html lang="(?P<language>[^"]+)".*?<title>(?P<title>.*?)</title>', re.DOTALL)
_HASH = re.compile(r"(?<!\\)#")
# Block elements that Markdown has no syntax for: they become paragraphs.
_BLOCKS = ("button", "dd", "dt", "label", "noscript", "summary")
_INLINE = ("a", "b", "bdi", "code", "em", "i", "span", "strong")
# What Pagefind writes before the JSON in each of its files.
_PAGEFIND_PREFIX = b"pagefind_dcd"


@dataclass(frozen=True)
class Page:
    """The content of a page, and its address from the site's root, such as "en/kommun/taby/".

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
    """Read all pages of our site built in the folder `site`, sorted by address."""
    addresses = sorted(
        f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./")
        for file in site.rglob("index.html")
    )
    with ProcessPoolExecutor() as pool:
        work = partial(_page, site, indexed(site))
        return list(pool.map(work, addresses, chunksize=50))


def indexed(site: Path) -> frozenset[str]:
    """Return the addresses of the pages in the full-text index of a built site."""
    files = (site / "pagefind/fragment").iterdir()
    return frozenset(fragment(file)["url"].lstrip("/") for file in files)


def fragment(file: Path) -> dict[str, Any]:
    """Return what Pagefind keeps of one page: its address (`url`), words and metadata (`meta`)."""
    text = gzip.decompress(file.read_bytes()).removeprefix(_PAGEFIND_PREFIX)
    return dict(json.loads(text))


class _Converter(MarkdownConverter):
    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Escape as the library does, and "#" also where no space follows it.

        Some generators read "#31#" at the beginning of a line as a heading.
        """
        # The library's own types leave this method out.
        return _HASH.sub(r"\#", super().escape(text, parent_tags))  # type: ignore[misc]


def to_markdown(html: str) -> str:
    """Return the content of a page's `<main>` as Markdown."""
    main = _element(html, "main")
    for tag in main.find_all(_BLOCKS):
        tag.name = "p"
    for tag in main.find_all("small"):
        # A line of its own within a button, without white space before it.
        tag.insert_before(" ")
    for tag in main.find_all(("bdi", "small", "span")):
        tag.unwrap()
    for link in main.find_all("a"):
        # Markdown cannot name a place within a page, so that fragments would lead nowhere.
        link["href"] = str(link["href"]).partition("#")[0]
        if not link["href"]:
            link.unwrap()
    main.smooth()
    converter = _Converter(heading_style=ATX, bullets="-", escape_misc=True)
    return str(converter.convert_soup(main)).strip() + "\n"


def words(html: str, element: str = "main") -> list[str]:
    """Return the words in the first `element` of a page, or in all of `html` if it has none."""
    content = _element(html, element)
    for tag in content.find_all(_INLINE):
        tag.unwrap()
    content.smooth()
    return content.get_text(" ").split()


def _page(site: Path, in_index: Collection[str], address: str) -> Page:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    head = _HEAD.search(html)
    if not head:
        raise ValueError(f"/{address} has no language or title")
    title = unescape(head["title"])
    return Page(address, head["language"], title, to_markdown(html), address in in_index)


def _element(html: str, name: str) -> Tag:
    """Parse the first element called `name`, or all of `html` if it has none; without SVG."""
    match = re.search(rf"<{name}\b.*?</{name}>", html, re.DOTALL)
    element = BeautifulSoup(match[0] if match else html, "html.parser")
    for svg in element.find_all("svg"):
        svg.decompose()
    return element
