"""Extend Python-Markdown: the first cell of a row is its heading, the others know their columns.

The name of a cell's column is its `data-label`. On a phone, where columns would break every word,
the style sheet shows a row as a card with these names in it. `markdown.EXTENSIONS` and mkdocs.yml
list the extension.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

# Python-Markdown runs the highest priority first: after "inline" (20), which makes elements of the
# Markdown in a cell, and before "unescape" (0), which puts escaped characters back.
_PRIORITY = 5


class _LabelCells(Treeprocessor):
    """The step of Python-Markdown that makes headings of rows, and sets `data-label`."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            labels = [_words(cell) for cell in table.findall("thead/tr/th")]
            for row in table.findall("tbody/tr"):
                heading, *cells = row.findall("td")
                heading.tag = "th"
                heading.set("scope", "row")
                for label, cell in zip(labels[1:], cells, strict=False):
                    cell.set("data-label", label)


def _words(cell: Element) -> str:
    """Return the text of a cell, without Python-Markdown's placeholders for raw HTML."""
    return re.sub(f"{STX}[^{ETX}]*{ETX}", "", "".join(cell.itertext())).strip()


class Tables(Extension):
    """Add `data-label` to the cells of every table that is written in Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        """Register the extension. Python-Markdown calls this when it loads it."""
        md.treeprocessors.register(_LabelCells(md), "labels", _PRIORITY)


def makeExtension(**options: Any) -> Tables:  # noqa: N802 (Python-Markdown looks for this name)
    """Return the extension. Python-Markdown calls this for a module in its list of extensions."""
    return Tables(**options)
