"""The strict Jinja environment that every page of our own is made with."""

import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    Template,
    TemplateError,
)
from jinja2.environment import TemplateModule
from markupsafe import Markup

from centres.content.markdown import STRICT
from centres.errors import PageError

# The name by which templates know what is the same on many pages.
FIXED = "fixed"


class Templates:
    """The templates of `folder`. What they make is safe HTML: values are escaped."""

    def __init__(self, folder: Path) -> None:
        self._environment = _environment(folder)
        self._made: dict[tuple[object, ...], Markup] = {}

    def render(self, name: str, values: Mapping[str, object], address: str = "") -> Markup:
        """Return the template `name` ("parts/footer.html") filled in with `values`.

        Raises PageError, with the template's name and the `address` of the page if that is given,
        if the two do not fit.
        """
        try:
            html = self._environment.get_template(name).render(values)
        except TemplateError as error:
            page = f", /{address}" if address else ""
            raise PageError(f"templates/{name}{page}: {error}") from error
        return Markup(html)  # noqa: S704 (from a template)

    def render_once(
        self, name: str, key: tuple[object, ...], values: Callable[[], Mapping[str, object]]
    ) -> Markup:
        """Return the template, rendered only the first time that `name` and `key` are asked for.

        `key` holds whatever of the values the template depends on; `values` makes them that once.
        """
        known = (name, *key)
        if known not in self._made:
            self._made[known] = self.render(name, values())
        return self._made[known]


class Fixed:
    """What pages have in common that know the same `names`: parts, and macros.

    Each is made once. Called with the name of a part ("parts/footer"), it returns that part. Macros
    know `names` and their arguments, and nothing else of the page that imports them. `parts` and
    `modules` are those that have been made, by the names of their templates.
    """

    def __init__(self, templates: Templates, names: Mapping[str, object]) -> None:
        self.names: dict[str, Any] = {**names, FIXED: self}
        self._templates = templates
        self.parts: dict[str, Markup] = {}
        self.modules: dict[str, TemplateModule] = {}

    def __call__(self, name: str) -> Markup:
        """Return the part `name`. Raises PageError if it asks for what it may not know."""
        if name not in self.parts:
            self.parts[name] = self._templates.render(f"{name}.html", self.names)
        return self.parts[name]

    def macros(self, name: str, make: Callable[[], TemplateModule]) -> TemplateModule:
        """Return the macros of the template `name`; `make` makes them once, of `names`."""
        if name not in self.modules:
            self.modules[name] = make()
        return self.modules[name]


class _Template(Template):
    """A template whose macros are made once for all pages that share a Fixed.

    Jinja itself makes those that are imported with a context anew for each page: a fifth of the
    time that a page takes, and nearly all that is left for the garbage collector.
    """

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        make = super().make_module
        fixed = (vars or {}).get(FIXED)
        if isinstance(fixed, Fixed):
            return fixed.macros(str(self.name), lambda: make(fixed.names))
        return make(vars, shared, locals)


@cache
def _environment(folder: Path) -> Environment:
    """Return the environment of a folder; two sites that are compared share what it compiles.

    Autoescaped and strict: a misspelt field stops the build instead of leaving a hole. A template
    that has changed is read again.
    """
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        bytecode_cache=_compiled(folder / "__pycache__"),
        **STRICT,
    )
    environment.template_class = _Template
    return environment


def _compiled(cache: Path) -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept, beside their sources as Python keeps its modules.

    They take as long to compile as a third of the pages of a language take to make. None if Python
    may not keep its own, or if nobody may write there.
    """
    if sys.dont_write_bytecode:
        return None
    try:
        cache.mkdir(exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(cache)) if os.access(cache, os.W_OK) else None
