"""An extension of Python-Markdown: each cell of a table knows what its column is called.

On a phone the style sheet shows a row as a list, since columns as narrow as there break every word;
then `data-label` says what the header would have said. Listed in mkdocs.yml.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# After the words of a cell have become elements (priority 20), and before they become text.
_LATE = 5


class _Labels(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            labels = ["".join(cell.itertext()).strip() for cell in table.findall("thead/tr/th")]
            for row in table.findall("tbody/tr"):
                for label, cell in zip(labels, row.findall("td"), strict=False):
                    cell.set("data-label", label)


class Tables(Extension):
    """Adds `data-label` to the cells of every table that is written in Markdown."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's own name)
        """Called by Python-Markdown when the extension is loaded."""
        md.treeprocessors.register(_Labels(md), "labels", _LATE)


def makeExtension(**options: Any) -> Tables:  # noqa: N802 (Python-Markdown looks for this name)
    """Called by Python-Markdown for `centres.tables` in the list of extensions."""
    return Tables(**options)
