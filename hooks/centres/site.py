"""The whole site: the directory said in every language, written as files.

`Site` knows which pages exist and what they hold; where they are put is the caller's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from centres import (
    coverage,
    exports,
    guide,
    guidepages,
    guidetables,
    hosting,
    loading,
    markup,
    policy,
    prose,
    proserules,
    search,
    sitemap,
    vocabulary,
    words,
)
from centres.directory import Directory
from centres.guide import is_guide
from centres.model import Language
from centres.pages import GLOSSARY, Page, Reading, Shelf, pages
from centres.policy import Policy
from centres.problems import DataProblems
from centres.prose import GUIDE_LANGUAGES, Prose
from centres.render import NOT_FOUND, Link, Renderer, RenderError, refuse_unsafe_calls
from centres.search import Compounds, Document, Indexed
from centres.speech import Speaker
from centres.words import SOURCE, Words

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
    # The prose pages to write, by language and path, and all there are, as files.
    prose: set[tuple[str, str]] = field(default_factory=set)
    texts: dict[tuple[str, str], Prose] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)
    # The guide's pages and their other languages, for the sitemap.
    guide: dict[str, dict[str, str]] = field(default_factory=dict)
    # What the guide's pages need of a browser, gathered as they are made.
    policy: Policy = field(default_factory=Policy)
    # Pages that only lead to another, which search engines are not told of.
    leading: set[str] = field(default_factory=set)

    @cached_property
    def languages(self) -> list[Language]:
        """The languages to write, the source language first."""
        every = self.directory.languages
        return [one for one in every if not self.only or one.code in self.only]

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """How each language says things, by its code."""
        return {
            one.code: Speaker(self.directory, one, self.words_of(one.spoken))
            for one in self.languages
        }

    def words_of(self, code: str) -> Words:
        """The words of visitors' pages and the guide's in a language, written or not."""
        return words.read(self.root, code, "site", "guide")

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
        return self.texts.get((code, path)) or self.texts[SOURCE, path]

    def borrowed(self) -> dict[str, str]:
        """Files of pages that nobody has translated, and of the Swedish pages that stand in."""
        return {
            late.name: late.swedish
            for late in prose.behind(list(self.texts.values()), self.languages)
            if late.missing
        }

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

        note: Callable[[list[str]], str] = markup.unseen
        if is_guide(path):
            these = guide.chapters(self.texts, code)
            values |= guidetables.parts(speaker, render, here, root, these)
            markdown = guide.whole(markdown, these)
            note = guide.notes(markdown)
        # Our marks are the author's: they are read before the data is filled in, which is text.
        marked = markup.shown(markdown, here + GLOSSARY, beside, note)
        return self.renderer.prose(marked, values)

    def prose_page(self, code: str, path: str, html: str) -> str:
        """A prose page in the visitor's face, and a document for the index.

        Who helps is said once for all languages, on the Swedish page.
        """
        speaker = self.speakers[code]
        page = self.page_of(code, path)
        swedish = self.texts.get((SOURCE, path), page).matter
        borrowed = (code, path) not in self.texts
        say = _saying(page, speaker)
        content = Markup(html)
        if not borrowed and not speaker.language.variant_of:
            found = Indexed(page.heading, content, also=page.matter.search)
            self.documents.append(Document(self.address(code, path), code, found))
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
                for name, headings in markup.cited(page.body).items()
            ],
            "centre": None,
        }
        shown = Page(path, "prose.html", page.matter.title, values)
        return self.renderer.document(shown, speaker, self.links(path))

    def guide_frame(self, code: str, path: str) -> dict[str, object]:
        """What another theme needs to show a page of the guide as one of this site.

        `site_frame`, the values of our own templates, and as HTML the parts around the text:
        `site_header`, `site_nav`, `site_unreviewed`, `site_foot` and `site_footer`. The page is
        remembered for the sitemap.
        """
        speaker = self.speakers[code]
        links = [link for link in self.links(path) if link.path == path]
        self.guide[self.address(code, path)] = {
            link.language.code: self.address(link.language.code, path) for link in links
        }
        these = guide.chapters(self.texts, code)
        page, sources = self.page_of(code, path), self.directory.sources
        frame = {
            **self.renderer.frame(speaker, path, links, guide=True),
            **guide.menu(these, path),
            "borrowed": page.language != code,
            "reviewed": speaker.words.day(page.matter.reviewed),
            "sources": [
                (speaker.cited(sources[name]), list(dict.fromkeys(chain(*places.values()))))
                for name, places in markup.cited(guide.whole(page.body, these)).items()
            ],
        }
        parts = {
            f"site_{Path(name).name}": self.renderer.part(speaker, name, **frame)
            for name in _GUIDE_PARTS
        }
        return {"site_frame": frame, **parts}

    def guide_document(self, html: str, address: str) -> str:
        """A page that another theme has rendered, held to the rules of our own.

        Raises RenderError if it holds a call that phones do not dial as meant.
        """
        refuse_unsafe_calls(html, address)
        found = policy.of_guide(html)
        self.policy |= found
        return policy.enforced(html, found)

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file made from data, as address and text, one language after another."""
        for language in self.whole_languages:
            code, speaker = language.code, self.speakers[language.code]
            made = guidepages.pages(self.speakers, code, self.renderer.site_url)
            for page in chain(pages(speaker, self._shelves(speaker)), made):
                address = self.address(code, page.path)
                if page.indexed is not None:
                    self.documents.append(Document(address, code, page.indexed))
                if page.leads_to:
                    self.leading.add(address)
                yield (
                    f"{address}index.html",
                    self.renderer.document(page, speaker, self.links(page.path)),
                )
        yield NOT_FOUND, self._not_found()
        yield "assets/places.json", search.places(self.directory)
        yield from exports.files(self.directory).items()

    def write(self, target: Path) -> int:
        """Write all files below `target`; returns how many pages there are, prose included."""
        addresses = [self.address(code, path) for code, path in self.prose]
        for address, text in self.files():
            file = target / address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            if address.endswith("index.html"):
                addresses.append(address.removesuffix("index.html"))
        listed = sorted(set(addresses) - self.leading)
        text = sitemap.xml(self.renderer.site_url, listed, self.guide)
        (target / "sitemap.xml").write_text(text, encoding="utf-8")
        return len(addresses)

    def index(self, target: Path) -> int:
        """Make the full-text index of what has been written; returns the number of documents."""
        compounds = Compounds.read(self.root / "data/compounds.txt")
        return search.build_index(self.documents, compounds, target)

    def hosting(self, target: Path) -> str:
        """Write `_headers` for the files below `target`; returns what nginx needs to serve them."""
        needed = self.policy | self.renderer.policy(engine=True)
        found = hosting.rules(target, self.languages)
        said = hosting.headers_file(needed, found, self.renderer.site_url)
        (target / "_headers").write_text(said, encoding="utf-8")
        return hosting.nginx(needed, found, self.renderer.site_url)

    def untranslated(self) -> dict[str, set[str]]:
        """The words that were shown in Swedish on pages in another language, by language."""
        said = {code: speaker.words.missing for code, speaker in self.speakers.items()}
        return {code: missing for code, missing in said.items() if missing}

    def address(self, code: str, path: str) -> str:
        """The address of a page from the site's root."""
        return self.speakers[code].language.folder + path

    def _shelves(self, speaker: Speaker) -> list[Shelf]:
        """What there is to read in a language, in the order that the Swedish pages say."""
        code = speaker.language.code
        swedish = [page for page in self.texts.values() if page.language == SOURCE]
        shelves = []
        for group, heading in vocabulary.READING.items():
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
        if one.code in only and one.spoken not in only:
            raise RenderError(f"{one.code} needs {one.spoken}")
    return Site(root, found, renderer, texts=prose.by_address(texts), **settings)


def _made(directory: Directory) -> set[str]:
    """The addresses of the pages made from data, without a language's folder."""
    speaker = Speaker(directory, directory.languages[0], Words(SOURCE))
    return {page.path for page in pages(speaker, [])} | guidepages.addresses(directory)


def read(root: Path, data: Path, today: date) -> tuple[Directory, list[Prose]]:
    """Data and prose, checked together. Raises DataProblems with all that is wrong in either."""
    codes = [path.name for path in sorted((root / prose.FOLDER).glob("*")) if path.is_dir()]
    texts, problems = prose.read(root, codes)
    cited = {name for page in texts for name in markup.cited(page.body)}
    try:
        found = loading.load(data, today, cited)
        problems += proserules.broken(texts, found, _made(found))
    except DataProblems as error:
        problems += error.problems
    if problems:
        raise DataProblems(problems)
    return found, texts
