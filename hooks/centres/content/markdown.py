"""Turn prose into HTML: fill in the values that it names, and convert the Markdown.

Anyone may propose prose, so Jinja's sandbox fills in the values: an expression reaches no code.
"""

import re
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markdown import Markdown
from markdown.extensions.toc import unique

from centres.content import marks
from centres.errors import PageError

# The extensions of Python-Markdown. mkdocs.yml lists the same for the guide, but for fenced_code,
# which MkDocs adds by itself (a test compares them).
EXTENSIONS = ("attr_list", "fenced_code", "tables", "toc", "centres.content.table_labels")
# Options of every Jinja environment here: an undefined name is an error, in prose and in templates.
STRICT: dict[str, Any] = {
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    # Each Site reads its templates once, and a preview makes a new Site when one has changed.
    "auto_reload": False,
}
# The start of an element whose text is to be said, looked for or dialled as it stands.
_AS_IT_IS = re.compile(
    r'<(?:(?:bdi|i|span) (?:lang="sv"|class="(?:dial|behind)")|p class="quote")(?! translate)'
)
# An expression of Jinja, and the beginning of an expression, a statement or a comment.
_VALUE = re.compile(r"\{\{[^{}\n]*\}\}")
_MORE_THAN_VALUES = re.compile(r"\{[{%#]")
# Any error that an expression in prose can raise is a mistake in the prose, not in the program.
_MISTAKES_IN_PROSE = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


def _says_nothing(_heading: str, _separator: str) -> str:
    """Return no words for a heading's id, which becomes a number: an address is in the history.

    The search field leads to headings, whose words may tell what has happened.
    """
    return ""


def anchors(body: str) -> dict[str, str]:
    """Return the headings of a page's Markdown below the first, by their ids in its HTML."""
    found: dict[str, str] = {}
    used: set[str] = set()
    unique("", used)  # the first heading's own
    for heading, own in marks.sections(body):
        found[own or unique("", used)] = heading
    return found


class MarkdownReader:
    """Reads the prose of a site. Python-Markdown keeps state: use it in one thread at a time."""

    def __init__(self) -> None:
        self._sandbox = SandboxedEnvironment(autoescape=True, **STRICT)
        # Jinja's own functions, such as range and lipsum, make long or random texts of short ones.
        self._sandbox.globals.clear()
        self._markdown = Markdown(
            extensions=list(EXTENSIONS), extension_configs={"toc": {"slugify": _says_nothing}}
        )

        # Pages name the same few values, so each expression is compiled once.
        @cache
        def compiled(value: str) -> Template:
            return self._sandbox.from_string(value)

        self._compiled = compiled

    def fill(self, markdown: str, values: dict[str, object]) -> str:
        """Return `markdown` with each `{{ name }}` replaced by its value; plain text is escaped.

        Raises PageError if it names a value that does not exist, or uses one wrongly.
        """
        only_values = not _MORE_THAN_VALUES.search(_VALUE.sub("", markdown))
        try:
            if only_values:
                return _VALUE.sub(lambda value: self._compiled(value[0]).render(values), markdown)
            return self._sandbox.from_string(markdown).render(values)
        except _MISTAKES_IN_PROSE as error:
            raise PageError(str(error)) from error

    def html(self, markdown: str) -> str:
        """Return `markdown` as HTML, unchecked: `allowlist` decides what may be published.

        A browser that translates the page leaves Swedish words, and what is dialled, as they are.
        """
        html = self._markdown.reset().convert(markdown)
        return _AS_IT_IS.sub(r'\g<0> translate="no"', html)
