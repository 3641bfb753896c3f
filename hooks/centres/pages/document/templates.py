"""The strict Jinja environment that every page of our own is made with."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, TemplateError
from markupsafe import Markup

from centres.content.markdown import STRICT
from centres.errors import PageError


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


@cache
def _environment(folder: Path) -> Environment:
    """Return the environment of a folder; two sites that are compared share what it compiles.

    Autoescaped and strict: a misspelt field stops the build instead of leaving a hole. A template
    that has changed is read again.
    """
    return Environment(loader=FileSystemLoader(folder), autoescape=True, **STRICT)
