"""From a page to HTML: one strict Jinja environment for everything that visitors read."""

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

import rcssmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from markupsafe import Markup

from centres.model import Language
from centres.pages import Page
from centres.speech import Speaker

# The page for wrong addresses is shown at any depth, so its links start from the root.
NOT_FOUND = "404.html"
# Search is the only page with a script; Pagefind's engine is WebAssembly.
_SCRIPTS = "; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"
# A telephone cuts a link at #, and iOS does not dial it: the call would show the caller's number.
# A bare #31# is another command (design, section 3).
_UNSAFE_CALL = re.compile(r'href="tel:(?!\+?[0-9]+")|#31#(?![0-9])')


class RenderError(Exception):
    """A template and its values do not fit; says which template and which page."""


def refuse_unsafe_calls(html: str, address: str) -> None:
    """Raise RenderError if a page holds a call that phones do not dial as meant."""
    if unsafe := _UNSAFE_CALL.search(html):
        found = html[unsafe.start() : unsafe.start() + 40]
        raise RenderError(f"/{address}: a call that phones do not dial as meant: {found}")


@dataclass(frozen=True)
class Link:
    """The same page in another language."""

    language: Language
    relative: str
    absolute: str


@dataclass
class Renderer:
    """Makes whole documents. `site_url` ends with a slash; `theme` and `templates` are folders."""

    templates: Path
    theme: Path
    site_url: str

    @cached_property
    def environment(self) -> Environment:
        """Autoescaped and strict: a misspelt field stops the build instead of leaving a hole."""
        return Environment(
            loader=FileSystemLoader(self.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @cached_property
    def style(self) -> Markup:
        """The whole style sheet, small enough to stand in every page."""
        sheets = [self.theme / "assets" / name for name in ("tokens.css", "visitor.css")]
        joined = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
        return Markup(rcssmin.cssmin(joined))

    @cached_property
    def policy(self) -> str:
        """The Content Security Policy of a page without scripts."""
        digest = b64encode(hashlib.sha256(self.style.encode()).digest()).decode()
        return (
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
            "base-uri 'none'; form-action 'none'"
        )

    def document(self, page: Page, speaker: Speaker, languages: list[Language]) -> str:
        """The page as a whole HTML document; `languages` are those in which it exists.

        Raises RenderError with the page's address if template and values do not fit, or if the page
        holds a call that would not be dialled as meant.
        """
        language = speaker.language
        address = language.folder + page.path
        home = page.path == ""
        name = speaker.words.plain("Stöd nära dig")
        try:
            html = self.environment.get_template(page.template).render(
                **self.frame(speaker, page.path, languages),
                title=page.title if home else f"{page.title} – {name}",
                canonical="" if page.path == NOT_FOUND else self.site_url + address,
                style=self.style,
                policy=Markup(self.policy + (_SCRIPTS if page.template == "search.html" else "")),
                **page.values,
            )
        except TemplateError as error:
            raise RenderError(f"templates/{page.template}, /{address}: {error}") from error
        refuse_unsafe_calls(html, address)
        return html

    def frame(self, speaker: Speaker, path: str, languages: list[Language]) -> dict[str, object]:
        """What every page of ours needs: words, language, and the way to other pages."""
        folder = speaker.language.folder
        root = "../" * (folder + path).count("/") or "./"
        if path == NOT_FOUND:
            root = urlsplit(self.site_url).path
        links = [
            Link(one, root + one.folder + path, self.site_url + one.folder + path)
            for one in languages
        ]
        alternates = [(link.language.code, link.absolute) for link in links]
        alternates += [
            ("x-default", link.absolute) for link in links if link.language.status == "source"
        ]
        return {
            "_": speaker.words.html,
            "ngettext": speaker.words.plural,
            "sv": speaker.swedish,
            "language": speaker.language,
            "languages": [link for link in links if link.language != speaker.language],
            "alternates": alternates,
            "root": root,
            "here": root + folder,
        }

    def prose(self, markdown: str, values: dict[str, object]) -> str:
        """Markdown with the figures it names filled in, as strictly as a template."""
        try:
            return self.environment.from_string(markdown).render(**values)
        except TemplateError as error:
            raise RenderError(str(error)) from error
