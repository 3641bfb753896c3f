"""Visit a page once, and note what its browser asks, refuses and says meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Request

import fonts
from browser.overflow import UNFOLD
from page_kinds import PHONE, is_for_visitors, is_materials

# What the browser itself says when a page tries what its policy forbids.
VIOLATIONS = """addEventListener("securitypolicyviolation", (refused) =>
    console.error(`refused: ${refused.effectiveDirective} ${refused.blockedURI}`));"""
# A sheet that a page adopts is held by no policy, so that the page keeps its own.
ADOPT = """text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);
    document.adoptedStyleSheets = text ? [sheet] : []; }"""


@dataclass
class Visit:
    """A page that is open at `address` + `path`, on a phone of 360 x 740, and what it has done.

    `asked` are the addresses of requests, `troubles` what the browser says of errors and refusals,
    and of files that it did not get.
    """

    page: Page
    address: str
    path: str
    asked: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    @property
    def is_for_visitors(self) -> bool:
        """Whether somebody who needs help may read the page: it has a way out, and is whole."""
        return is_for_visitors(self.path)

    @property
    def is_ours(self) -> bool:
        """Whether the page is of our own templates: it is one file."""
        return not is_materials(self.path)

    @contextmanager
    def screen(self, width: int, height: int) -> Iterator[None]:
        """Show the page on a screen of `width` x `height` px."""
        self.page.set_viewport_size({"width": width, "height": height})
        yield
        self.page.set_viewport_size(PHONE)

    @contextmanager
    def text_twice_as_large(self) -> Iterator[None]:
        """Show text at 200 %."""
        set_size = "size => document.documentElement.style.setProperty('font-size', size)"
        self.page.evaluate(set_size, "200%")
        yield
        self.page.evaluate(set_size, "")

    @contextmanager
    def all_unfolded(self) -> Iterator[None]:
        """Open what is folded on the page: the place field, the languages, further facts."""
        self.page.evaluate(f"({UNFOLD})(document, true)")
        yield
        self.page.evaluate(f"({UNFOLD})(document, false)")

    @contextmanager
    def font(self, family: str) -> Iterator[None]:
        """Draw the page in `family`: as it arrives for the usual one, or with a rule for another.

        So a page need not be opened again in a browser that has no other font.
        """
        rule = f'* {{ font-family: "{family}" !important }}' if family != fonts.USUAL else ""
        self.page.evaluate(ADOPT, rule)
        yield
        self.page.evaluate(ADOPT, "")


class Visitor:
    """Opens pages one after another in one tab, in less than half of the time that new tabs take.

    A visit must leave the tab as it was, without anything stored. After one that has not, whoever
    found it calls `start_anew`.
    """

    def __init__(self, browser: Browser) -> None:
        """Take the browser to open pages in."""
        self._browser = browser
        self._page: Page | None = None
        self._visit: Visit | None = None

    @property
    def page(self) -> Page:
        """The tab."""
        if not self._page:
            self._page = self._browser.new_context(viewport=PHONE, locale="sv-SE").new_page()
            self._page.add_init_script(VIOLATIONS)
            self._listen(self._page)
        return self._page

    def open(self, address: str, path: str) -> Visit:
        """Go to a page; return the visit when the page has loaded."""
        self._visit = Visit(self.page, address, path)
        self.page.goto(address + path)
        return self._visit

    def start_anew(self) -> None:
        """Close the tab, with all that it has stored."""
        if self._page:
            self._page.context.close()
        self._page = self._visit = None

    def _listen(self, page: Page) -> None:
        """Note what happens in the tab in the visit that is on."""

        def asked(request: Request) -> None:
            if self._visit and not request.url.startswith("data:"):
                self._visit.asked.append(request.url)

        def trouble(text: str, is_one: bool = True) -> None:
            if self._visit and is_one:
                self._visit.troubles.append(text)

        page.on("request", asked)
        page.on("console", lambda line: trouble(line.text, line.type == "error"))
        page.on("pageerror", lambda error: trouble(str(error)))
        page.on("response", lambda got: trouble(f"{got.status} {got.url}", got.status >= 400))
