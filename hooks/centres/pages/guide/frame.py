"""What another theme needs to show the guide's prose as pages of this site."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from markupsafe import Markup

from centres.content import allowlist, marks
from centres.content.library import Library
from centres.content.prose import Prose
from centres.errors import PageError
from centres.i18n import N_
from centres.pages.document import csp
from centres.pages.document.csp import Policy
from centres.pages.document.document import refuse_unsafe_calls
from centres.pages.document.frame import Frame, Framer
from centres.pages.edition import Edition
from centres.pages.guide import book
from centres.pages.guide.book import Chapter
from centres.pages.page import Link

_OPENING = re.compile(r"\s*<h1\b.*?</h1>(\s*<p>.*?</p>)?", re.DOTALL)


@dataclass(frozen=True)
class NumberedSource:
    """A source in the list below a text, and where in it the text points to."""

    citation: Markup
    places: list[str]


@dataclass(frozen=True)
class GuidePage:
    """What stands around a page of the guide's prose: its field, the menu, sources, the next page.

    `title` is what the menu calls it. `chapters` are empty and `chapter` is "" on a page outside
    the guide. `opening` is its first heading and paragraph, in Swedish if `is_fallback`; `reviewed`
    is a day in words.
    """

    template: ClassVar[str] = "guide/foot.html"
    path: str
    title: str
    opening: Markup
    is_fallback: bool
    chapter: str
    chapters: list[Chapter]
    before: Prose | None
    after: Prose | None
    sources: list[NumberedSource]
    reviewed: str


@dataclass(frozen=True)
class Surroundings:
    """A frame, and the parts of the page as HTML, from top to bottom.

    `field` holds how the text of the page begins, and `text` the rest. `skip` and `contents` are
    our words for two of the theme's, which does not know every language.
    """

    frame: Frame
    site_name: Markup
    skip: Markup
    contents: Markup
    is_fallback: bool
    header: Markup
    field: Markup
    nav: Markup
    notices: Markup
    text: Markup
    foot: Markup
    footer: Markup


@dataclass(frozen=True)
class GuideFrame:
    """Makes what stands around the guide's prose in `library`."""

    library: Library
    framer: Framer

    def surroundings(
        self, edition: Edition, path: str, html: str, links: list[Link]
    ) -> Surroundings:
        """Return the page at `path` in parts; `html` is its text.

        Raises PageError if `html` holds what prose may not bring.
        """
        code = edition.language.code
        allowlist.refuse_foreign(html, edition.language.folder + path, guide=True)
        is_reviewed = self.library.page(code, path).is_reviewed
        frame = self.framer.frame(edition, path, links, is_reviewed, guide=True)
        names = self.framer.names(edition, frame)
        opening, text = _opened(html)
        page = self._page(edition, path, opening)

        def part(name: str) -> Markup:
            return self.framer.templates.render(name, {**names, "page": page})

        return Surroundings(
            frame=frame,
            site_name=edition.words.html(N_("Stöd nära dig")),
            skip=edition.words.html(N_("Hoppa till innehållet")),
            contents=edition.words.html(N_("På den här sidan")),
            is_fallback=page.is_fallback,
            header=part("parts/header.html"),
            field=part("guide/field.html"),
            nav=part("guide/nav.html"),
            notices=Markup("\n").join(
                [
                    *([] if frame.is_reviewed else [part("parts/unreviewed.html")]),
                    *([part("parts/fallback.html")] if page.is_fallback else []),
                ]
            ),
            text=text,
            foot=part(page.template),
            footer=part("parts/footer.html"),
        )

    def document(self, html: str, address: str) -> str:
        """Return a page that another theme has rendered, with its policy in its head.

        Raises PageError if it holds a call that phones do not dial as meant.
        """
        refuse_unsafe_calls(html, address)
        return csp.enforced(html, csp.of_guide(html))

    def _page(self, edition: Edition, path: str, opening: Markup) -> GuidePage:
        prose = self.library.page(edition.language.code, path)
        chapters = book.chapters(self.library, edition.language.code)
        order = book.in_order(chapters)
        place = next((at for at, page in enumerate(order) if page.path == path), None)
        body = book.whole(prose.body, chapters)
        return GuidePage(
            path=path,
            title=prose.matter.title,
            opening=opening,
            is_fallback=not self.library.is_written(edition.language.code, path),
            chapter=next((one.heading for one in chapters if prose in one.pages), ""),
            chapters=chapters if place is not None else [],
            before=order[place - 1] if place else None,
            after=order[place + 1] if place is not None and place + 1 < len(order) else None,
            sources=[
                NumberedSource(
                    edition.citations.by_id(name), list(dict.fromkeys(chain(*places.values())))
                )
                for name, places in marks.cited(body).items()
            ],
            reviewed=edition.words.day(prose.matter.reviewed),
        )


def _opened(html: str) -> tuple[Markup, Markup]:
    """Return the first heading of a text with the paragraph behind it, and the rest of the text.

    `html` is what `allowlist` has let through.
    """
    opening = _OPENING.match(html)
    end = opening.end() if opening else 0
    return Markup(html[:end]), Markup(html[end:])  # noqa: S704 (read as a browser does)


def shared_policy(pages: Mapping[str, str]) -> Policy:
    """Return the policy that all documents of the guide need, given by their addresses.

    Raises PageError if one has other scripts than the rest: a policy for all would let those run.
    """
    shared: Policy | None = None
    for address, html in sorted(pages.items()):
        policy = csp.of_guide(html)
        if shared not in (None, policy):
            raise PageError(f"/{address}: the guide's other pages have other scripts")
        shared = policy
    return shared or Policy()
