"""From a page to HTML: one strict Jinja environment for everything that visitors read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import rjsmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markdown import Markdown
from markupsafe import Markup

from centres.content.prose import GUIDE_LANGUAGES
from centres.data.model import Language
from centres.errors import RenderError
from centres.pages import assets, csp
from centres.pages.csp import Policy
from centres.pages.localizer import Speaker
from centres.pages.page import Link, Page

# The page for wrong addresses is shown at any depth, so its links start from the root.
NOT_FOUND = "404.html"
# The only page that runs the full-text engine.
_ENGINE = "search.html"
# A telephone cuts a link at #, and iOS does not dial it: the call would show the caller's number.
# A bare #31# is another command (design, section 3).
_UNSAFE_CALLS = (re.compile(r'href="tel:(?!\+?[0-9]+")'), re.compile(r"#31#(?![0-9])"))


# What our Markdown has besides the common: MkDocs reads the guide with the same (a test holds it).
EXTENSIONS = ("attr_list", "fenced_code", "tables", "toc", "centres.content.table_labels")

# Strict, in templates and in prose alike.
_STRICT: dict[str, Any] = {
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    # A site reads its templates once: a preview makes a new site when one has changed.
    "auto_reload": False,
}


# A value that prose asks for; and what Jinja reads with all that is around it.
_VALUE = re.compile(r"\{\{[^{}\n]*\}\}")
_MORE_THAN_VALUES = re.compile(r"\{[{%#]")
# Whatever an expression in somebody's prose does wrong is a mistake in the prose.
_MISTAKES_IN_TEXT = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


def refuse_unsafe_calls(html: str, address: str) -> None:
    """Raise RenderError if a page holds a call that phones do not dial as meant."""
    for unsafe in filter(None, (call.search(html) for call in _UNSAFE_CALLS)):
        found = html[unsafe.start() : unsafe.start() + 40]
        raise RenderError(f"/{address}: a call that phones do not dial as meant: {found}")


@dataclass
class Renderer:
    """Makes whole documents. `theme` and `templates` are folders, `site_url` ends with a slash.

    `exit` is where the way out leads: an https address that says nothing of this site. `addresses`
    are those of the files that pages fetch, by name.
    """

    templates: Path
    theme: Path
    site_url: str
    exit: str
    addresses: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if urlsplit(self.exit).scheme != "https" or not urlsplit(self.exit).netloc:
            raise RenderError(f"mkdocs.yml: extra.exit is no https address: {self.exit!r}")

    @cached_property
    def environment(self) -> Environment:
        """Autoescaped and strict: a misspelt field stops the build instead of leaving a hole."""
        return Environment(loader=FileSystemLoader(self.templates), autoescape=True, **_STRICT)

    @cached_property
    def _parts(self) -> dict[tuple[object, ...], Markup]:
        return {}

    @cached_property
    def _sandbox(self) -> Environment:
        """For prose, which may come from anyone: values are filled in, and no code is reached.

        Jinja's own functions make long texts out of short ones, and texts by chance.
        """
        environment = SandboxedEnvironment(autoescape=True, **_STRICT)
        environment.globals.clear()
        return environment

    @cached_property
    def _value(self) -> Callable[[str], Template]:
        """What fills in one value: pages ask for the same few, so each is compiled once."""
        return cache(self._sandbox.from_string)

    @cached_property
    def _markdown(self) -> Markdown:
        return Markdown(extensions=list(EXTENSIONS))

    @cached_property
    def style(self) -> Markup:
        """The whole style sheet, small enough to stand in every page."""
        sheet = assets.sheet(self.theme / assets.FOLDER, assets.VISITORS_SHEETS)
        return Markup(sheet)  # noqa: S704 (our own files)

    @cached_property
    def script(self) -> Markup:
        """What every page can do besides being read: leave, copy, fetch the script of a field."""
        script = (self.theme / assets.FOLDER / "visitor.js").read_text(encoding="utf-8")
        return Markup(rjsmin.jsmin(script))  # noqa: S704 (our own file)

    def policy(self, engine: bool) -> Policy:
        """The Content Security Policy of a visitor's page; `engine` if it has full-text search."""
        return csp.of_visitors_page(self.style, self.script, engine)

    def document(self, page: Page, speaker: Speaker, links: list[Link]) -> str:
        """The page as a whole HTML document; `links` lead to the languages, its own included.

        Raises RenderError with the page's address if template and values do not fit, or if the page
        holds a call that would not be dialled as meant.
        """
        language = speaker.language
        address = language.folder + page.path
        home = page.path == ""
        name = speaker.words.plain("Stöd nära dig")
        try:
            html = self.environment.get_template(page.template).render(
                **self.frame(speaker, page.path, links, guide=page.face == "guide"),
                title=page.title if home else f"{page.title} – {name}",
                canonical=self._canonical(page, language),
                style=self.style,
                script=self.script,
                policy=Markup(self.policy(page.template == _ENGINE)),  # noqa: S704 (hashes)
                **page.values,
            )
        except TemplateError as error:
            raise RenderError(f"templates/{page.template}, /{address}: {error}") from error
        refuse_unsafe_calls(html, address)
        return html

    def _canonical(self, page: Page, language: Language) -> str:
        """The address that search engines should know: that of the page's successor, if any."""
        if page.path == NOT_FOUND:
            return ""
        return self.site_url + language.folder + (page.leads_to or page.path)

    def root(self, language: Language, path: str) -> str:
        """The site's root as the page at `path` in `language` sees it."""
        if path == NOT_FOUND:
            return urlsplit(self.site_url).path
        return "../" * (language.folder + path).count("/") or "./"

    def frame(
        self, speaker: Speaker, path: str, links: list[Link], guide: bool = False
    ) -> dict[str, object]:
        """What every page needs: words, language, the way out and the way to other pages.

        The guide is for people at work: it has no way out, and nobody looks for their town there.
        `fixed` gives a part that says the same on every page of a language at one depth, and so is
        made once.
        """
        language = speaker.language
        root = self.root(language, path)

        def fixed(name: str) -> Markup:
            return self._once(name, frame, language.code, root, guide)

        frame: dict[str, object] = {
            "fixed": fixed,
            "_": speaker.words.html,
            "ngettext": speaker.words.plural,
            "sv": speaker.swedish,
            "language": language,
            "languages": self._others(language, links, root, path),
            "alternates": Markup() if language.variant_of else self._alternates(path, links),
            "root": root,
            "assets": self.addresses,
            "here": root + language.data_folder,
            "home": root + language.folder,
            "exit": None if guide else self.exit,
            "has_guide": language.base_code in GUIDE_LANGUAGES,
            # The start page has the field among its own words.
            "finder": not guide and (path != "" or language.variant_of is not None),
            **speaker.lines,
        }
        return frame

    def _others(self, language: Language, links: list[Link], root: str, path: str) -> list[Markup]:
        """The links to all languages but the page's own: they are the same seen from each."""
        made = self._once("parts/languages", {"root": root, "links": links}, root, path)
        lines = zip(links, made.splitlines(), strict=True)
        return [line for link, line in lines if link.language.code != language.code]

    def _alternates(self, path: str, links: list[Link]) -> Markup:
        """The absolute address of the same page in each language, for its head.

        Search engines know languages, scripts and regions, and no other variants.
        """
        same = [link for link in links if link.path == path and not link.language.variant_of]
        return self._once("parts/alternates", {"site": self.site_url, "links": same}, path)

    def part(self, speaker: Speaker, name: str, **values: object) -> Markup:
        """A part of a page by itself: `templates/<name>.html`, on one line as Markdown needs it.

        Raises RenderError if template and values do not fit.
        """
        words = speaker.words
        said = {
            "_": words.html,
            "ngettext": words.plural,
            "sv": speaker.swedish,
            "assets": self.addresses,
            **values,
        }
        html = self._part(name, said).strip().replace("\n", " ")
        return Markup(html)  # noqa: S704 (from a template)

    def _once(self, name: str, values: dict[str, object], *key: object) -> Markup:
        """A part of a page that is the same wherever `key` is, and so is made once."""
        known = (name, *key)
        if known not in self._parts:
            self._parts[known] = self._part(name, values)
        return self._parts[known]

    def _part(self, name: str, values: dict[str, object]) -> Markup:
        try:
            html = self.environment.get_template(f"{name}.html").render(values)
        except TemplateError as error:
            raise RenderError(f"templates/{name}.html: {error}") from error
        return Markup(html)  # noqa: S704 (from a template)

    def prose(self, markdown: str, values: dict[str, object]) -> str:
        """Markdown with the figures it names filled in, as strictly as a template."""
        only_values = not _MORE_THAN_VALUES.search(_VALUE.sub("", markdown))
        try:
            if only_values:
                return _VALUE.sub(lambda asked: self._value(asked[0]).render(values), markdown)
            return self._sandbox.from_string(markdown).render(values)
        except _MISTAKES_IN_TEXT as error:
            raise RenderError(str(error)) from error

    def html(self, markdown: str) -> str:
        """Prose as HTML, whatever stands in it."""
        return self._markdown.reset().convert(markdown)
