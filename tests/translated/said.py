"""What a page says to people: every text with its language, and its sentences in outline."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from translated.pseudo import CLOSES, OPENS

# Attributes that are read to somebody, or that a script says; of `meta`, which ones.
_READ = ("alt", "aria-label", "aria-description", "placeholder", "title")
_META = ("description", "og:title")
# Attributes of ours that hold no text: files, addresses, ids, hours and days for a script, and
# names of Material's parts.
_NO_TEXT = re.compile(
    r"data-(script|later|lists|ahead|here|to|card|copies|centre|kommun|measure|derived|open|until"
    r"|(on-)?holidays|md-.*)"
)
# Elements whose text is read as one piece. Small print has a line of its own below what it is in.
_BLOCKS = (
    *("p", "li", "dt", "dd", "td", "th", "a", "button", "label", "legend", "summary", "figcaption"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "small"),
)
# What stands as a sign of its own beside the text, by its attribute: that somebody answers now.
_SIGN = "data-open"
_NOT_READ = ("script", "style", "svg", "select")


@dataclass(frozen=True)
class Said:
    """A text: between tags, or in an attribute (`where`); its language; in how many brackets.

    `is_turned` says whether an element inside the page's direction sets the text's own.
    """

    where: str
    text: str
    language: str
    is_turned: bool


def said(page: LexborHTMLParser) -> Iterator[Said]:
    """Yield every text of a page, and of what a script shows copies of."""
    if page.root:
        yield from _of(page.root, "", is_turned=False)


def _of(node: LexborNode, language: str, is_turned: bool) -> Iterator[Said]:
    language = node.attributes.get("lang") or language
    is_turned |= node.tag == "bdi" or (
        "dir" in node.attributes and node.tag not in ("html", "input")
    )
    for name, value in node.attributes.items():
        if value and _is_read(node, name):
            where = f"{node.tag} {name}"
            yield from (Said(where, text, language, is_turned) for text in _texts(value))
    if node.tag == "template":
        yield from _of(_content(node), language, is_turned)
    for child in node.iter(include_text=True):
        if child.is_text_node:
            if node.tag not in ("script", "style") and (text := child.text_content or "").strip():
                yield Said(node.tag or "", text, language, is_turned)
        else:
            yield from _of(child, language, is_turned)


def _content(template: LexborNode) -> LexborNode:
    """Return what is in a template as an element: it is no part of the page."""
    html = re.sub(r"^<template[^>]*>|</template>$", "", template.html or "")
    body = LexborHTMLParser(html).body
    assert body is not None
    return body


def _is_read(node: LexborNode, name: str) -> bool:
    if node.tag == "meta":
        kind = node.attributes.get("name") or node.attributes.get("property")
        return name == "content" and kind in _META
    return name in _READ or (name.startswith("data-") and not _NO_TEXT.fullmatch(name))


def _texts(value: str) -> list[str]:
    """Return the texts in an attribute: itself, or those of a JSON object."""
    return list(json.loads(value).values()) if value.startswith("{") else [value]


def outlines(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield each block of a page as its text, and as an outline of how that was put together.

    In the outline each pair of brackets is "⟦⟧", its first letter inside if that is a small one
    ("⟦a⟧") and its last sign if that ends a sentence ("⟦.⟧"); an element in another language or
    direction is "_", and a link ends with "›". White space is one blank.
    """
    if page.root is None:
        return
    for part in (page.root, *map(_content, page.css("template"))):
        for block in part.css(", ".join((*_BLOCKS, f"[{_SIGN}]"))):
            text = " ".join(_flat(block).split())
            yield text, _outline(text)


def _flat(node: LexborNode) -> str:
    """Return the text of a block without blocks inside it, "_" for names and numbers."""
    parts = []
    for child in node.iter(include_text=True):
        if child.is_text_node:
            parts.append(child.text_content or "")
        elif _SIGN in child.attributes:
            parts.append(" / ")
        elif "lang" in child.attributes or child.tag == "bdi":
            parts.append("_")
        elif child.tag in ("br", "ul", "ol", "table", *_NOT_READ):
            parts.append(" / ")
        elif child.tag == "a":
            parts.append(f"{_flat(child)}›")
        elif child.tag not in _BLOCKS:
            parts.append(_flat(child))
    return "".join(parts)


def _outline(text: str) -> str:
    out, depth, start = [], 0, 0
    for position, character in enumerate(text):
        if character == OPENS:
            start = position + 1 if depth == 0 else start
            depth += 1
        elif character == CLOSES:
            depth -= 1
            if depth == 0:
                inner = text[start:position]
                first = "a" if inner[:1].islower() else ""
                last = inner[-1:] if inner[-1:] in ".?!:…" else ""
                out.append(f"{OPENS}{first}{last}{CLOSES}")
        elif depth == 0:
            out.append(character)
    return "".join(out)
