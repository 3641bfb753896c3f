"""A visitor's page as a whole HTML document, with its style, script and policy inside."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from centres.data.model import Language, Script
from centres.errors import PageError
from centres.i18n import N_
from centres.pages.document import assets, csp, inlined
from centres.pages.document.csp import Policy
from centres.pages.document.frame import NOT_FOUND, Framer
from centres.pages.document.inlined import Inlined
from centres.pages.edition import Edition
from centres.pages.page import Link, Page

_SITE_NAME = N_("Stöd nära dig")
# A telephone cuts a link at #, and iOS does not dial it: the call would show the caller's number,
# although she believed it hidden. A bare #31# is another command.
_UNSAFE_CALLS = (re.compile(r'href="tel:(?!\+?[0-9]+")'), re.compile(r"#31#(?![0-9])"))


def refuse_unsafe_calls(html: str, address: str) -> None:
    """Raise PageError if a page holds a call that phones do not dial as meant."""
    for unsafe in filter(None, (call.search(html) for call in _UNSAFE_CALLS)):
        call = html[unsafe.start() : unsafe.start() + 40]
        raise PageError(f"/{address}: a call that phones do not dial as meant: {call}")


@dataclass(frozen=True)
class Head:
    """What stands around the text of one document. `canonical` is empty where there is none.

    `title_language` is that of a title in another language than the page's, else empty; `fonts` are
    empty for most scripts, and `late_script`, which stands at the end, where a page has neither
    numbers nor a field.
    """

    title: str
    title_language: str
    canonical: str
    style: Markup
    fonts: Markup
    script: Markup
    late_script: Markup
    policy: Markup


@dataclass(frozen=True)
class DocumentMaker:
    """Makes whole documents. `theme` is the folder of the style sheets and scripts."""

    framer: Framer
    theme: Path

    @cached_property
    def inlined(self) -> dict[str, Inlined]:
        """The style sheets and scripts that stand in pages, by the keys of `inlined.KINDS`."""
        return inlined.inlined(self.theme / assets.FOLDER)

    def policy(self, script: Script | None, kind: str) -> Policy:
        """Return the policy of a page in `script`; `kind` is a key of `inlined.KINDS`."""
        own = self.inlined[kind]
        styles = [own.style, assets.fonts(":root", script)]
        return csp.of_visitors_page(styles, [own.script, own.late_script], kind == "search")

    def document(self, page: Page, edition: Edition, links: list[Link]) -> str:
        """Return `page` as a document; `links` lead to its languages, its own included.

        Raises PageError with the page's address if template and values do not fit, or if the page
        holds a call that would not be dialled as meant.
        """
        address = edition.language.folder + page.path
        guide = page.audience == "guide"
        frame = self.framer.frame(edition, page.path, links, page.is_reviewed, guide)
        names = self.framer.names(edition, frame)
        head = self._head(page, edition)
        values = {**names, "head": head, "page": page.values}
        html = self.framer.templates.render(page.values.template, values, address)
        refuse_unsafe_calls(html, address)
        return html

    def _head(self, page: Page, edition: Edition) -> Head:
        # A Swedish title has the Swedish name of the site, so that it is in one language.
        name = _SITE_NAME if page.title_language else edition.words.plain(_SITE_NAME)
        kind = inlined.kind_of(page.values.template)
        own = self.inlined[kind]
        return Head(
            title=page.title if page.path == "" else f"{page.title} – {name}",
            title_language=page.title_language,
            canonical=self._canonical(page, edition.language),
            style=own.style,
            fonts=Markup(assets.fonts(":root", edition.script)),  # noqa: S704 (checked names)
            script=own.script,
            late_script=own.late_script,
            policy=Markup(self.policy(edition.script, kind)),  # noqa: S704 (hashes)
        )

    def _canonical(self, page: Page, language: Language) -> str:
        """Return the address for search engines: that of the page's successor, if it has one."""
        if page.path == NOT_FOUND:
            return ""
        return self.framer.settings.site_url + language.folder + (page.leads_to or page.path)
