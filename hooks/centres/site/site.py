"""The whole site: the directory said in every language.

`Site` knows which pages exist and what they hold; `writing` makes files of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from centres import i18n
from centres.content import allowlist, marks, prose, prose_rules
from centres.content.prose import GUIDE_LANGUAGES, Behind, Prose, is_guide
from centres.data import coverage, loader
from centres.data.directory import Directory
from centres.data.model import Language
from centres.errors import RenderError
from centres.files.problem import DataProblems
from centres.i18n import SOURCE_LANGUAGE, Words
from centres.pages import assets, csp, labels
from centres.pages.csp import Policy
from centres.pages.directory_pages import GLOSSARY, pages
from centres.pages.guide import book, municipality_pages, tables
from centres.pages.localizer import Speaker
from centres.pages.page import Indexed, Link, Page, Reading, Shelf
from centres.pages.templates import NOT_FOUND, Renderer, refuse_unsafe_calls
from centres.site import full_text, host_headers, open_data

# What stands around the text of a guide's page, from top to bottom.
_GUIDE_PARTS = (
    "parts/header",
    "guide/nav",
    "parts/unreviewed",
    "parts/borrowed",
    "guide/foot",
    "parts/footer",
)


@dataclass
class Site:
    """Everything needed to write the site.

    `only` limits the languages, for a quick look. `publisher` and `contact` (an e-mail address) are
    empty until somebody has decided them.
    """

    root: Path
    directory: Directory
    renderer: Renderer
    only: frozenset[str] = frozenset()
    publisher: str = ""
    contact: str = ""
    # The files of prose, by language and path.
    texts: dict[tuple[str, str], Prose] = field(default_factory=dict)
    # The guide's pages and their other languages, for the sitemap.
    guide: dict[str, dict[str, str]] = field(default_factory=dict)
    # What the guide's pages need of a browser, each the same.
    policy: Policy = field(default_factory=Policy)

    def __post_init__(self) -> None:
        folder = self.renderer.theme / assets.FOLDER
        self.assets = assets.published(folder, full_text.places(self.directory))
        self.renderer.addresses = {name: one.address for name, one in self.assets.items()}

    @cached_property
    def languages(self) -> list[Language]:
        """The languages to write, the source language first."""
        every = self.directory.languages
        return [one for one in every if not self.only or one.code in self.only]

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """How each language says things, by its code."""
        return {
            one.code: Speaker(self.directory, one, self.words_of(one.base_code))
            for one in self.languages
        }

    def words_of(self, code: str) -> Words:
        """The words of visitors' pages and the guide's in a language, written or not."""
        return i18n.read(self.root, code, "site", "guide")

    @cached_property
    def whole_languages(self) -> list[Language]:
        """The languages that have every page made from data: variants have not."""
        return [one for one in self.languages if not one.variant_of]

    def links(self, path: str) -> list[Link]:
        """Where each language is reached from the page at `path`, in the order of the languages.

        That is the same page where the language has it. A variant is found from everywhere: where
        it lacks the page, by its start page.
        """
        whole = {one.code for one in self.whole_languages}
        made = GUIDE_LANGUAGES if is_guide(path) else whole
        is_prose = any((code, path) in self.prose for code in whole)
        found = []
        for one in self.languages:
            if (one.code, path) in self.prose or (one.code in made and not is_prose):
                found.append(Link(one, path))
            elif one.variant_of and not is_guide(path) and (one.code, "") in self.prose:
                found.append(Link(one, ""))
        return found

    @cached_property
    def figures(self) -> dict[str, int]:
        """The numbers that prose may name, so that no one types them."""
        return self.directory.figures | coverage.figures(self.directory)

    def page_of(self, code: str, path: str) -> Prose:
        """The prose at an address: the language's own page, or the Swedish that stands in."""
        return self.texts.get((code, path)) or self.texts[SOURCE_LANGUAGE, path]

    @cached_property
    def prose(self) -> frozenset[tuple[str, str]]:
        """The pages of prose, by language and path.

        One that nobody has translated is there all the same, with the Swedish text.
        """
        written = (key for key in self.texts if key[0] in self.speakers)
        return frozenset([*written, *((late.language, late.path) for late in self.borrowed)])

    @cached_property
    def borrowed(self) -> list[Behind]:
        """The pages that nobody has translated: the Swedish ones stand in."""
        late = prose.behind(list(self.texts.values()), self.languages)
        return [one for one in late if one.missing]

    def face(self, code: str, path: str) -> str:
        """Who a page of prose is for: "visitor", or "guide" for those that Material shows."""
        return self.page_of(code, path).matter.face

    def text(self, code: str, path: str) -> Markup:
        """A page of prose as HTML: what stands between its header and its foot.

        Raises RenderError with the page's file if it asks for what the data does not know, or holds
        what prose may not bring.
        """
        page = self.page_of(code, path)
        try:
            html = self.renderer.html(self.fill(code, path, page.body))
            allowlist.refuse_foreign(
                html, self.address(code, path), guide=page.matter.face == "guide"
            )
            return Markup(html)  # noqa: S704 (read above, as a browser does)
        except RenderError as error:
            raise RenderError(f"{page.name}: {error}") from error

    def fill(self, code: str, path: str, markdown: str) -> str:
        """Prose with what the data knows filled in: figures, numbers to call, the glossary.

        Raises RenderError if it asks for something that the data does not know.
        """
        speaker = self.speakers[code]
        root = self.renderer.root(speaker.language, path)
        here = root + speaker.language.data_folder
        render = partial(self.renderer.part, speaker)
        values: dict[str, object] = {
            "figures": self.figures,
            "number_to_hide": self.directory.number_to_hide,
            "number": speaker.call,
            "here": here,
            "address": f"{self.renderer.site_url.partition('://')[2]}{speaker.language.data_folder}",
            "copy": partial(render, "parts/copy"),
            "publisher": self.publisher,
            "contact": self.contact,
        }
        # Swedish prose that stands in has its words in Swedish already.
        own = (code, path) in self.texts

        def beside(name: str) -> str:
            return speaker.swedish_beside(self.directory.meanings[name]) if own else ""

        note: Callable[[list[str]], str] = marks.unseen
        if is_guide(path):
            these = book.chapters(self.texts, code)
            values |= tables.parts(speaker, render, here, root, these)
            markdown = book.whole(markdown, these)
            note = book.notes(markdown)
        # Our marks are the author's: they are read before the data is filled in, which is text.
        marked = marks.shown(markdown, here + GLOSSARY, beside, note)
        return self.renderer.prose(marked, values)

    def pages(self, code: str) -> Iterator[Page]:
        """Every page of our own templates in a language: all but those that Material shows."""
        yield from self._from_data(code)
        for spoken, path in sorted(self.prose):
            if spoken == code and self.face(code, path) == "visitor":
                yield self._prose_page(self.speakers[code], path)

    def at(self, address: str) -> str | None:
        """The document at an address from the site's root; None if no page of ours is there."""
        within = [one for one in self.languages if address.startswith(one.folder)]
        language = max(within, key=lambda one: len(one.folder), default=None)
        if language is None:
            return None
        code, path = language.code, address.removeprefix(language.folder)
        if (code, path) not in self.prose:
            found = next((page for page in self._from_data(code) if page.path == path), None)
        elif self.face(code, path) == "visitor":
            found = self._prose_page(self.speakers[code], path)
        else:
            return None
        return self.document(code, found) if found else None

    def _from_data(self, code: str) -> Iterator[Page]:
        speaker = self.speakers[code]
        if not speaker.language.variant_of:
            yield from pages(speaker, self._shelves(speaker))
            yield from municipality_pages.pages(self.speakers, code, self.renderer.site_url)

    def document(self, code: str, page: Page) -> str:
        """A page in a language as a whole HTML document."""
        return self.renderer.document(page, self.speakers[code], self.links(page.path))

    def _prose_page(self, speaker: Speaker, path: str) -> Page:
        """A page of prose that visitors read.

        Who helps is said once for all languages, on the Swedish page.
        """
        code = speaker.language.code
        page = self.page_of(code, path)
        swedish = self.texts.get((SOURCE_LANGUAGE, path), page).matter
        borrowed = (code, path) not in self.texts
        say = _saying(page, speaker)
        content = self.text(code, path)
        # What is not in the page's language is not found by that language's words.
        is_found = not borrowed and not speaker.language.variant_of
        sources, lines = self.directory.sources, self.directory.lines
        values: dict[str, object] = {
            "prose": content,
            "borrowed": borrowed,
            "reviewed": speaker.words.day(page.matter.reviewed),
            "advice": swedish.group is not None or speaker.language.variant_of is not None,
            "helps": [speaker.helpline(lines[name]) for name in swedish.helps],
            "title_here": say(page.heading),
            "sources": [
                (speaker.cited(sources[name]), {say(one): at for one, at in headings.items()})
                for name, headings in marks.cited(page.body).items()
            ],
            "centre": None,
        }
        indexed = Indexed(page.heading, content, also=page.matter.search) if is_found else None
        return Page(path, "prose.html", page.matter.title, values, indexed)

    def guide_frame(self, code: str, path: str, html: str) -> dict[str, object]:
        """What another theme needs to show `html`, a text of the guide, as a page of this site.

        `site_frame`, the values of our own templates, and as HTML the parts around the text:
        `site_header`, `site_nav`, `site_unreviewed`, `site_foot` and `site_footer`. The page is
        remembered for the sitemap. Raises RenderError if `html` holds what prose may not bring.
        """
        allowlist.refuse_foreign(html, self.address(code, path), guide=True)
        speaker = self.speakers[code]
        links = [link for link in self.links(path) if link.path == path]
        self.guide[self.address(code, path)] = {
            link.language.code: self.address(link.language.code, path) for link in links
        }
        these = book.chapters(self.texts, code)
        page, sources = self.page_of(code, path), self.directory.sources
        frame = {
            **self.renderer.frame(speaker, path, links, guide=True),
            **book.menu(these, path),
            "borrowed": page.language != code,
            "reviewed": speaker.words.day(page.matter.reviewed),
            "sources": [
                (speaker.cited(sources[name]), list(dict.fromkeys(chain(*places.values()))))
                for name, places in marks.cited(book.whole(page.body, these)).items()
            ],
        }
        parts = {
            f"site_{Path(name).name}": self.renderer.part(speaker, name, **frame)
            for name in _GUIDE_PARTS
        }
        return {"site_frame": frame, **parts}

    def guide_document(self, html: str, address: str) -> str:
        """A page that another theme has rendered, held to the rules of our own.

        Raises RenderError if it holds a call that phones do not dial as meant, or a script that is
        not on the guide's other pages: its policy would let that script run.
        """
        refuse_unsafe_calls(html, address)
        found = csp.of_guide(html)
        if self.policy not in (Policy(), found):
            raise RenderError(f"/{address}: the guide's other pages have other scripts")
        self.policy = found
        return csp.enforced(html, found)

    def files(self) -> Iterator[tuple[str, str]]:
        """The files that all languages share, as address and text."""
        yield NOT_FOUND, self._not_found()
        yield from ((one.address, one.text) for one in self.assets.values())
        yield from open_data.files(self.directory).items()

    def hosting(self, target: Path) -> str:
        """Write `_headers` for the files below `target`; returns what nginx needs to serve them."""
        needed = self.policy | self.renderer.policy(engine=True)
        found = host_headers.rules(target, self.languages)
        said = host_headers.headers_file(needed, found, self.renderer.site_url)
        (target / "_headers").write_text(said, encoding="utf-8")
        return host_headers.nginx(needed, found, self.renderer.site_url)

    def address(self, code: str, path: str) -> str:
        """The address of a page from the site's root."""
        return self.speakers[code].language.folder + path

    def _shelves(self, speaker: Speaker) -> list[Shelf]:
        """What there is to read in a language, in the order that the Swedish pages say."""
        code = speaker.language.code
        swedish = [page for page in self.texts.values() if page.language == SOURCE_LANGUAGE]
        shelves = []
        for group, heading in labels.READING.items():
            here = [page for page in swedish if page.matter.group == group]
            readings = [
                Reading(page.path, self._heading_of(speaker, page.path))
                for page in sorted(here, key=lambda one: one.matter.order)
                if (code, page.path) in self.prose
            ]
            if group == "process":
                title = speaker.words.html("Ord i breven du får")
                readings.append(Reading(GLOSSARY, title))
            if readings:
                shelves.append(Shelf(group, heading, readings))
        return shelves

    def _heading_of(self, speaker: Speaker, path: str) -> Markup:
        page = self.page_of(speaker.language.code, path)
        return _saying(page, speaker)(page.heading)

    def _not_found(self) -> str:
        """One page for every wrong address, in all languages, the source language first."""
        parts = [
            {
                "language": speaker.language,
                "heading": speaker.words.html("Sidan finns inte"),
                "text": speaker.words.html("Den kan ha flyttat. Börja om här:"),
                "home": speaker.words.html("Startsidan"),
                "municipalities": speaker.words.html("Alla kommuner"),
                "helplines": speaker.words.html("Nationella stödlinjer"),
            }
            for speaker in (self.speakers[one.code] for one in self.whole_languages)
        ]
        first = self.speakers[self.languages[0].code]
        page = Page(NOT_FOUND, "not_found.html", "Sidan finns inte", {"parts": parts})
        return self.renderer.document(page, first, [])


def _saying(page: Prose, speaker: Speaker) -> Callable[[str], Markup]:
    """How words of a page are shown: as they are, or marked as the Swedish that stands in."""
    return escape if page.language == speaker.language.code else speaker.swedish


def load(root: Path, today: date, renderer: Renderer, **settings: Any) -> Site:
    """The site of the repository at `root` as of `today`; `settings` are other fields of `Site`.

    Raises DataProblems, and RenderError if a language in `only` does not exist.
    """
    found, texts = read(root, root / "data", today)
    only = settings.get("only", frozenset())
    unknown = only - {one.code for one in found.languages}
    if unknown:
        raise RenderError(f"no such language: {', '.join(sorted(unknown))}")
    for one in found.languages:
        if one.code in only and one.base_code not in only:
            raise RenderError(f"{one.code} needs {one.base_code}")
    return Site(root, found, renderer, texts=prose.by_address(texts), **settings)


def _made(directory: Directory) -> set[str]:
    """The addresses of the pages made from data, without a language's folder."""
    speaker = Speaker(directory, directory.languages[0], Words(SOURCE_LANGUAGE))
    return {page.path for page in pages(speaker, [])} | municipality_pages.addresses(directory)


def read(root: Path, data: Path, today: date) -> tuple[Directory, list[Prose]]:
    """Data and prose, checked together. Raises DataProblems with all that is wrong in either."""
    codes = [path.name for path in sorted((root / prose.FOLDER).glob("*")) if path.is_dir()]
    texts, problems = prose.read(root, codes)
    problems += prose.misplaced(root)
    cited = {name for page in texts for name in marks.cited(page.body)}
    try:
        found = loader.load(data, today, cited)
        problems += prose_rules.problems_in(texts, found, _made(found))
    except DataProblems as error:
        problems += error.problems
    if problems:
        raise DataProblems(problems)
    return found, texts
