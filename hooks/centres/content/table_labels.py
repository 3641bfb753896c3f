"""An extension of Python-Markdown: each cell of a table knows what its column is called.

On a phone the style sheet shows a row as a list, since columns as narrow as there break every word;
then `data-label` says what the header would have said. Listed in mkdocs.yml.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

# After the words of a cell have become elements (priority 20), and before they become text.
_LATE = 5


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            labels = [_words(cell) for cell in table.findall("thead/tr/th")]
            for row in table.findall("tbody/tr"):
                for label, cell in zip(labels, row.findall("td"), strict=False):
                    cell.set("data-label", label)


def _words(cell: Element) -> str:
    """The text of a cell, without what Python-Markdown puts in the place of raw HTML."""
    return re.sub(f"{STX}[^{ETX}]*{ETX}", "", "".join(cell.itertext())).strip()


class Tables(Extension):
    """Adds `data-label` to the cells of every table that is written in Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        """Called by Python-Markdown when the extension is loaded."""
        md.treeprocessors.register(_Labels(md), "labels", _LATE)


def makeExtension(**options: Any) -> Tables:  # noqa: N802 (Python-Markdown looks for this name)
    """Called by Python-Markdown for `centres.content.table_labels` in the list of extensions."""
    return Tables(**options)
