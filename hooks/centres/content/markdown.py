"""Prose to HTML: the values that it names filled in, and Markdown read.

Prose may come from anyone, so its values are filled in by a sandbox that reaches no code.
"""

import re
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markdown import Markdown

from centres.errors import PageError

# The extensions of Python-Markdown; MkDocs reads the guide with the same (a test compares them).
EXTENSIONS = ("attr_list", "fenced_code", "tables", "toc", "centres.content.table_labels")
# A name that is missing is an error, in prose and in templates.
STRICT: dict[str, Any] = {
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    # A site reads its templates once: a preview makes a new site when one has changed.
    "auto_reload": False,
}
# A value that prose asks for, and the signs of anything more than values.
_VALUE = re.compile(r"\{\{[^{}\n]*\}\}")
_MORE_THAN_VALUES = re.compile(r"\{[{%#]")
# Whatever an expression in prose does wrong is a mistake in the prose.
_MISTAKES_IN_PROSE = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


class MarkdownReader:
    """Reads the prose of a site. Not for several threads at a time."""

    def __init__(self) -> None:
        self._sandbox = SandboxedEnvironment(autoescape=True, **STRICT)
        # Jinja's own functions make long texts out of short ones, and texts by chance.
        self._sandbox.globals.clear()
        self._markdown = Markdown(extensions=list(EXTENSIONS))

        # Pages ask for the same few values, so each is compiled once.
        @cache
        def compiled(value: str) -> Template:
            return self._sandbox.from_string(value)

        self._compiled = compiled

    def fill(self, markdown: str, values: dict[str, object]) -> str:
        """Return Markdown with the values that it names filled in.

        Raises PageError if it names one that does not exist, or uses one wrongly.
        """
        only_values = not _MORE_THAN_VALUES.search(_VALUE.sub("", markdown))
        try:
            if only_values:
                return _VALUE.sub(lambda value: self._compiled(value[0]).render(values), markdown)
            return self._sandbox.from_string(markdown).render(values)
        except _MISTAKES_IN_PROSE as error:
            raise PageError(str(error)) from error

    def html(self, markdown: str) -> str:
        """Return Markdown as HTML, whatever it holds: `allowlist` decides what may be published."""
        return self._markdown.reset().convert(markdown)
