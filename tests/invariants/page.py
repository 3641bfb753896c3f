"""A page of a built site, parsed once, and what can be wrong with it."""

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from centres.data.geography import Municipality
from centres.data.model import Centre, Language, Retired
from centres.i18n import Words
from invariants.site import Site

T = TypeVar("T")
# What a browser does not read as elements: comments, and what stands in scripts and styles.
_UNREAD = re.compile(r"(<!--|<(script|style)\b[^>]*>)(.*?)(-->|</\2>)", re.DOTALL)


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong at a line (from 1) of the page at an address ("en/kommun/taby/")."""

    address: str
    line: int
    wrong: str

    def __str__(self) -> str:
        return f"/{self.address}:{self.line}: {self.wrong}"


class Element:
    """An element: its tag, its attributes (an attribute without a value is ""), and its node."""

    __slots__ = ("attributes", "node", "order", "tag")

    def __init__(self, node: LexborNode, order: int) -> None:
        self.node = node
        self.tag = node.tag or ""
        self.attributes = {name: value or "" for name, value in node.attributes.items()}
        self.order = order  # among the elements of the page with the same tag, from 0

    def __getitem__(self, name: str) -> str:
        """Return an attribute, "" if it is missing."""
        return self.attributes.get(name, "")

    def __contains__(self, name: str) -> bool:
        return name in self.attributes

    @property
    def text(self) -> str:
        """The text in it, on one line."""
        return " ".join(self.node.text().split())

    @property
    def classes(self) -> list[str]:
        """The names in its attribute `class`."""
        return self["class"].split()

    def around(self) -> Iterator[LexborNode]:
        """Yield the elements that it stands in, from the innermost to `html`."""
        node = self.node.parent
        while node is not None and node.is_element_node:
            yield node
            node = node.parent

    def is_within(self, *tags: str) -> bool:
        """Whether it stands in an element with one of the tags."""
        return any(node.tag in tags for node in self.around())

    def __str__(self) -> str:
        """Its start tag, for a message: without the end of a long one."""
        start = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return textwrap.shorten(f"<{self.tag}{start}>", 70, placeholder=" …>")


class Page:
    """A page of a site at an address ("en/kommun/taby/", "404.html"), from its HTML."""

    def __init__(self, site: Site, address: str, html: str) -> None:
        self.site = site
        self.address = address
        self.html = html
        self.parser = LexborHTMLParser(html)
        self._by_tag: dict[str, list[Element]] = {}
        self._by_node: dict[int, Element] = {}
        self._by_attribute: dict[str, list[Element]] = {}
        self._computed: dict[str, Any] = {}
        for node in self.parser.css("*"):
            alike = self._by_tag.setdefault(node.tag or "", [])
            element = Element(node, len(alike))
            alike.append(element)
            self._by_node[node.mem_id] = element
            for name in element.attributes:
                self._by_attribute.setdefault(name, []).append(element)

    @property
    def elements(self) -> list[Element]:
        """All elements in the order of the page."""
        return list(self._by_node.values())

    def tags(self, *tags: str) -> list[Element]:
        """Return the elements with these tags: each tag's in the order of the page."""
        return [element for tag in tags for element in self._by_tag.get(tag, [])]

    def having(self, *attributes: str) -> list[Element]:
        """Return the elements with these attributes: each attribute's in the order of the page."""
        return [one for name in attributes for one in self._by_attribute.get(name, [])]

    @property
    def attributes(self) -> Iterator[tuple[str, Element]]:
        """The name of each attribute, with each element that has it."""
        return ((name, one) for name, having in self._by_attribute.items() for one in having)

    def once(self, name: str, compute: Callable[[], T]) -> T:
        """Return what `compute` does, which several invariants ask for by one name."""
        if name not in self._computed:
            self._computed[name] = compute()
        return cast(T, self._computed[name])

    def css(self, selector: str) -> list[Element]:
        """Return the elements that a CSS selector matches, in the order of the page."""
        return [self._by_node[node.mem_id] for node in self.parser.css(selector)]

    def one(self, selector: str) -> Element | None:
        """Return the first element that a CSS selector matches, None if there is none."""
        node = self.parser.css_first(selector)
        return self._by_node[node.mem_id] if node else None

    def element(self, node: LexborNode) -> Element:
        """Return the element of a node."""
        return self._by_node[node.mem_id]

    def fault(self, wrong: str, at: Element | str | None = None) -> Fault:
        """Return a Fault at the line of an element or of a text in the HTML, line 1 without."""
        position = self._position(at) if isinstance(at, Element) else self.html.find(at or "")
        return Fault(self.address, self.html.count("\n", 0, max(position, 0)) + 1, wrong)

    def _position(self, element: Element) -> int:
        """Return where the start tag of an element stands in the HTML; 0 if a browser adds it."""
        read = _UNREAD.sub(
            lambda part: part[1] + re.sub("[^\n]", " ", part[3]) + part[4], self.html
        )
        starts = list(re.finditer(rf"<{re.escape(element.tag)}(?=[\s>/])", read, re.IGNORECASE))
        return starts[element.order].start() if element.order < len(starts) else 0

    @cached_property
    def ids(self) -> dict[str, Element]:
        """The elements that have an id, by it: the last of those that share one."""
        return {element["id"]: element for element in self.having("id")}

    @cached_property
    def texts(self) -> list[tuple[Element, str]]:
        """Every piece of text between tags, with the element it stands directly in.

        Without scripts and styles, and without pieces of nothing but blanks.
        """
        found = []
        for element in self.elements:
            if element.tag in ("script", "style"):
                continue
            for child in element.node.iter(include_text=True):
                if child.is_text_node and (text := child.text_content) and not text.isspace():
                    found.append((element, text))
        return found

    @cached_property
    def main(self) -> str:
        """The text of its main part, on one line."""
        main = self.one("main")
        return main.text if main else ""

    # What a page is.

    @cached_property
    def code(self) -> str:
        """The code of its language: that of the first folder, or else the source language."""
        first = self.address.partition("/")[0]
        return first if first in self.site.languages else self.site.source.code

    @property
    def language(self) -> Language:
        """Its language."""
        return self.site.languages[self.code]

    @property
    def words(self) -> Words:
        """The messages of its language."""
        return self.site.words(self.language.base_code)

    @cached_property
    def path(self) -> str:
        """Its address without the folder of its language: "kommun/taby/"."""
        return self.address.removeprefix(self.language.folder)

    @property
    def is_error(self) -> bool:
        """Whether it is the page for wrong addresses, which is all languages' at once."""
        return self.address == "404.html"

    @property
    def is_materials(self) -> bool:
        """Whether Material makes it: the guide's prose, but not its municipalities' pages."""
        own = self.path.startswith("starta/kommun/")
        return self.path.startswith(("starta/", "data/")) and not own

    @property
    def is_guide(self) -> bool:
        """Whether it is for people at work in municipalities or centres, or for the open data."""
        return self.path.startswith(("starta/", "data/", "redigera/"))

    @property
    def is_visitors(self) -> bool:
        """Whether a victim may read it."""
        return not self.is_guide

    @cached_property
    def municipality(self) -> Municipality | None:
        """The municipality whose page for visitors it is."""
        folder, _, slug = self.path.rstrip("/").partition("/")
        return self.site.municipalities.get(slug) if folder == "kommun" else None

    @cached_property
    def guides_municipality(self) -> Municipality | None:
        """The municipality whose page in the guide it is."""
        slug = self.path.removeprefix("starta/kommun/").rstrip("/")
        own = self.path.startswith("starta/kommun/")
        return self.site.municipalities.get(slug) if own else None

    @cached_property
    def centre(self) -> Centre | None:
        """The centre that it leads to: on its own page, and on those of whom it serves."""
        place = self.municipality or self.guides_municipality
        if place:
            return self.site.directory.centre_of.get(place.code)
        return self.site.centres.get(self._centre_id)

    @cached_property
    def retired(self) -> Retired | None:
        """The centre that has closed or been taken over, whose address it was."""
        return self.site.retired.get(self._centre_id)

    @property
    def _centre_id(self) -> str:
        folder, _, name = self.path.rstrip("/").partition("/")
        return name if folder == "stodcentrum" else ""

    @property
    def is_centres(self) -> bool:
        """Whether it is the page of a centre that there is."""
        return self._centre_id in self.site.centres

    @property
    def is_borrowed(self) -> bool:
        """Whether nobody has translated its prose, so that it is shown in Swedish."""
        own = (self.code, self.path)
        library = self.site.library
        there = own in library.addresses and not library.is_written(*own)
        return there and self.path not in self.site.moved
