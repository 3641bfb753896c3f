"""The whole site: the directory said in every language, written as files.

`Site` knows which pages exist and what they hold; where they are put is the caller's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from centres import exports, loading, policy, prose, search, sitemap, words
from centres.directory import Directory
from centres.model import Language
from centres.pages import Page, Reading, pages
from centres.policy import Policy
from centres.problems import DataProblems, Problem
from centres.prose import Prose
from centres.render import NOT_FOUND, Renderer, RenderError, refuse_unsafe_calls
from centres.search import Compounds, Document, Indexed
from centres.speech import Speaker
from centres.words import Words

# Prose under this address is offered for reading on the start page, in the order of its files.
READING = "rad/"


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
    # Titles of prose pages by language and path, and the same pages as files.
    prose: dict[tuple[str, str], str] = field(default_factory=dict)
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
            one.code: Speaker(self.directory, one, self.words_of(one.code))
            for one in self.languages
        }

    def words_of(self, code: str) -> Words:
        """The words of visitors' pages in a language, written or not."""
        return words.read(self.root, "site", code)

    def languages_with(self, path: str) -> list[Language]:
        """The languages that have a prose page at `path`."""
        return [one for one in self.languages if (one.code, path) in self.prose]

    def page_of(self, code: str, path: str) -> Prose:
        """The prose at an address: the language's own page, or the Swedish that stands in."""
        return self.texts.get((code, path)) or self.texts[words.SOURCE, path]

    def borrowed(self) -> dict[str, str]:
        """Files of visitors' pages that nobody has translated, and of their Swedish pages."""
        codes = [one.code for one in self.languages if one.status != "source"]
        return {
            late.name: late.swedish
            for late in prose.behind(list(self.texts.values()), codes)
            if late.missing and late.face == "visitor"
        }

    def fill(self, markdown: str) -> str:
        """Prose with the directory's figures filled in, so that no one types them."""
        values: dict[str, object] = {
            "figures": self.directory.figures,
            "number_to_hide": self.directory.number_to_hide,
            "publisher": self.publisher,
            "contact": self.contact,
        }
        return self.renderer.prose(markdown, values)

    def prose_page(self, code: str, path: str, html: str) -> str:
        """A prose page in the visitor's face, and a document for the index."""
        speaker = self.speakers[code]
        title = self.prose[code, path]
        content = Markup(html)
        borrowed = (code, path) not in self.texts
        if not borrowed:
            self.documents.append(Document(self.address(code, path), code, Indexed(title, content)))
        values: dict[str, object] = {
            "prose": content,
            "borrowed": borrowed,
            "reviewed": speaker.words.day(self.page_of(code, path).matter.reviewed),
        }
        page = Page(path, "prose.html", title, values)
        return self.renderer.document(page, speaker, self.languages_with(path))

    def guide_frame(self, code: str, path: str) -> dict[str, object]:
        """Our header, notice and footer, as HTML, for a page that another theme renders."""
        speaker = self.speakers[code]
        address = self.address(code, path)
        languages = self.languages_with(path)
        self.guide[address] = {one.code: self.address(one.code, path) for one in languages}
        frame = self.renderer.frame(speaker, path, languages, guide=True)
        parts = {
            f"site_{name}": self.renderer.environment.get_template(f"parts/{name}.html").render(
                frame
            )
            for name in ("header", "unreviewed", "footer")
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
        for code, speaker in self.speakers.items():
            for page in pages(speaker, self._reading(code)):
                address = self.address(code, page.path)
                if page.indexed is not None:
                    self.documents.append(Document(address, code, page.indexed))
                if page.leads_to:
                    self.leading.add(address)
                yield f"{address}index.html", self.renderer.document(page, speaker, self.languages)
        yield NOT_FOUND, self._not_found()
        yield "assets/places.json", search.places(self.directory)
        yield "_headers", policy.headers(self.policy | self.renderer.policy(engine=True))
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

    def untranslated(self) -> dict[str, set[str]]:
        """The words that were shown in Swedish on pages in another language, by language."""
        said = {code: speaker.words.missing for code, speaker in self.speakers.items()}
        return {code: missing for code, missing in said.items() if missing}

    def address(self, code: str, path: str) -> str:
        """The address of a page from the site's root."""
        return self.speakers[code].language.folder + path

    def _reading(self, code: str) -> list[Reading]:
        return [
            Reading(path, title)
            for (language, path), title in self.prose.items()
            if language == code and path.startswith(READING)
        ]

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
            for speaker in self.speakers.values()
        ]
        first = next(iter(self.speakers.values()))
        page = Page(NOT_FOUND, "not_found.html", "Sidan finns inte", {"parts": parts})
        return self.renderer.document(page, first, [])


def load(root: Path, today: date, renderer: Renderer, **settings: Any) -> Site:
    """The site of the repository at `root` as of `today`; `settings` are other fields of `Site`.

    Raises DataProblems, and RenderError if a language in `only` does not exist.
    """
    found, pages = read(root, root / "data", today)
    unknown = settings.get("only", frozenset()) - {one.code for one in found.languages}
    if unknown:
        raise RenderError(f"no such language: {', '.join(sorted(unknown))}")
    by_address = {(page.language, page.path): page for page in pages}
    return Site(root, found, renderer, texts=by_address, **settings)


def read(root: Path, data: Path, today: date) -> tuple[Directory, list[Prose]]:
    """Data and prose, checked together. Raises DataProblems with all that is wrong in either."""
    problems: list[Problem] = []
    try:
        found = loading.load(data, today)
    except DataProblems as error:
        problems += error.problems
    codes = [path.name for path in sorted((root / prose.FOLDER).glob("*")) if path.is_dir()]
    pages, wrong = prose.read(root, codes)
    problems += wrong
    if problems:
        raise DataProblems(problems)
    return found, pages
