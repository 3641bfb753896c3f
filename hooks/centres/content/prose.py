"""Read the pages below content/: front matter and Markdown, and which translations are outdated.

What is wrong in a file is a Problem with its line, before anything becomes HTML.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from centres.content import marks
from centres.data.field_messages import explain_all
from centres.data.field_types import Count, Day, Line, Slug
from centres.data.model import Language, Record, Review, Term
from centres.files import text_file, yaml_file
from centres.files.problem import Problem
from centres.i18n import N_, SOURCE_LANGUAGE

FOLDER = "content"
# The addresses of the pages that tell victims what to do, and of the guide, begin with these.
ADVICE, GUIDE = "rad/", "starta/"
# The headings that list those pages (their words are in `pages.labels` and `pages.guide.labels`).
AdviceGroup = Literal["first", "process", "kinds", "people"]
GuideGroup = Literal["decide", "build", "run", "tools"]
# Whom a page is for.
Audience = Literal["visitor", "guide"]
_FOLDER_NAME = re.compile(r"[a-z0-9-]+")
_FILE_NAME = re.compile(r"[a-z0-9-]+\.md")
_MATTER = re.compile(r"---\r?\n(.*?\r?\n)---\r?\n", re.DOTALL)

# The fields of the front matter that only the Swedish page has: they hold for its translations too.
ONLY_IN_SOURCE = ("group", "order", "helps", "first", "silent", "moved_to")


class FrontMatter(Record):
    """The fields between --- and --- at the top of a page.

    `audience` decides who makes the page: this package for visitors, MkDocs's theme for the guide.
    `hide` is the theme's own: parts of its frame to leave out.
    """

    title: Line = Field(
        description="Det som står i webbläsarens flik och historik. Där kan andra läsa det: kort, "
        "och utan vad som har hänt."
    )
    reviewed: Day = Field(description="Dagen då någon läste igenom sidan.")
    audience: Audience = "visitor"
    hide: tuple[Line, ...] = ()
    search: tuple[Term, ...] = Field(
        (),
        description="Det som någon kan skriva om det som sidan svarar på: ord, slang, "
        "felstavningar. Sidans rubriker behöver inte stå här. På en sida med råd svarar de första "
        "12 enkla orden snabbast: skriv de vanligaste först.",
    )
    # The next six are ONLY_IN_SOURCE.
    group: Literal[AdviceGroup, GuideGroup] | None = Field(
        None, description="Under vilken rubrik sidan står på /rad/ eller i handboken."
    )
    order: Count = Field(0, description="Vilken plats sidan har där.")
    helps: tuple[Slug, ...] = Field(
        (), description="Fler som hjälper, utöver Bris och Brottsofferjouren."
    )
    first: Slug | None = Field(
        None, description="Den av dem i helps som står överst på sidan, under 112."
    )
    silent: bool = Field(
        False,
        description="true om sidan är för den som inte kan prata: då visas inga nummer att "
        "ringa i korten.",
    )
    moved_to: str | None = Field(
        None,
        pattern="^([a-z0-9-]+/)+$",
        description="Den sida som besökaren ska till i stället, när den här inte behövs längre.",
    )
    translated_from: str | None = Field(
        None,
        pattern="^[0-9a-f]{12}$",
        description="Den svenska sidans fingeravtryck när den översattes.",
    )
    review: Review | None = Field(
        None, description="Vem som har granskat texten på sidans språk. Inte på den svenska sidan."
    )


@dataclass(frozen=True)
class Prose:
    """A page of prose in one language.

    `path` is its address without the language's folder ("rad/anonym/"), `name` its file
    ("content/sv/rad/anonym.md"), `body` the Markdown below the front matter, and `first_line` the
    line of the file that `body` begins on, from 1. `search_lines` are those that each of the terms
    in `matter.search` stands on.
    """

    language: str
    path: str
    name: str
    matter: FrontMatter
    body: str
    first_line: int = 1
    search_lines: tuple[int, ...] = ()

    @property
    def heading(self) -> str:
        """The page's first heading, which is also its name in lists."""
        return marks.heading(self.body)

    @property
    def fingerprint(self) -> str:
        """The first twelve hexadecimal digits of the SHA-256 of the page's title and text.

        Other front matter is left out, and line breaks count as one character on every system. Of a
        critical sentence counts what is translated: in Swedish that it stands there, since its
        wording alone outdates no translation; in other languages its text without the mark.
        """
        of_source = self.language == SOURCE_LANGUAGE
        body = marks.propositions(self.body) if of_source else marks.without_critical(self.body)
        text = f"{self.matter.title}\n{body.strip()}".replace("\r\n", "\n")
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @property
    def is_reviewed(self) -> bool:
        """Whether somebody has reviewed the text as it is; the source needs no such review."""
        review = self.matter.review
        return self.language == SOURCE_LANGUAGE or (
            review is not None and review.text == self.fingerprint
        )


@dataclass(frozen=True)
class PageToTranslate:
    """A translation that is missing, or outdated: of a Swedish text that has changed since.

    `path` is the address without the language's folder; `name` is the file of the translation, and
    `swedish` the file of the Swedish page.
    """

    language: str
    path: str
    name: str
    swedish: str
    audience: str
    missing: bool


def read(root: Path, languages: list[str]) -> tuple[list[Prose], list[Problem]]:
    """Return the pages below `root`/content in `languages` (codes), and what is wrong in the files.

    A file that cannot be read as a page gives its problems instead of a page.
    """
    pages: list[Prose] = []
    problems: list[Problem] = []
    for code in languages:
        folder = root / FOLDER / code
        for file in sorted(folder.rglob("*.md")):
            result = _page(file, code, file.relative_to(folder).as_posix())
            if isinstance(result, Prose):
                pages.append(result)
            else:
                problems += result
    return pages, problems


def misplaced(root: Path) -> Iterator[Problem]:
    """Yield a Problem for each file or folder below `root`/content that is no page.

    MkDocs would publish such a file as it is, and follow a symbolic link out of the repository. It
    leaves out names that begin with a dot, and so does this.
    """
    folder = root / FOLDER
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder).as_posix()
        allowed_name = _FOLDER_NAME if path.is_dir() else _FILE_NAME
        if "/." in f"/{within}":
            continue
        if path.is_symlink():
            message = N_("är en länk till något annat. Lägg själva filen här.")
            yield Problem.of_file(f"{FOLDER}/{within}", message)
        elif not allowed_name.fullmatch(path.name):
            message = N_(
                "i content/ finns bara sidor, som slutar på .md, med namn av a–z, siffror och "
                "bindestreck. Byt namn, eller ta bort filen."
            )
            yield Problem.of_file(f"{FOLDER}/{within}", message)


def is_guide(path: str) -> bool:
    """Return whether the page at `path` (without the language's folder) belongs to the guide."""
    return path.startswith(GUIDE)


def by_address(pages: list[Prose]) -> dict[tuple[str, str], Prose]:
    """Return the pages by language code and path."""
    return {(page.language, page.path): page for page in pages}


def pages_to_translate(pages: list[Prose], languages: list[Language]) -> Iterator[PageToTranslate]:
    """Yield each translation that is missing or outdated in `languages`, by language.

    Nothing is missing in Swedish, nor in a variant, which has only the pages that somebody has
    written for it.
    """
    written = by_address(pages)
    for language in languages:
        code = language.code
        if code == SOURCE_LANGUAGE:
            continue
        for swedish in (page for page in pages if page.language == SOURCE_LANGUAGE):
            audience = swedish.matter.audience
            if audience == "guide" and not language.has_guide:
                continue
            page = written.get((code, swedish.path))
            if page is None and language.variant_of:
                continue
            if page is None or page.matter.translated_from != swedish.fingerprint:
                name = swedish.name.replace(f"/{SOURCE_LANGUAGE}/", f"/{code}/", 1)
                missing = page is None
                yield PageToTranslate(code, swedish.path, name, swedish.name, audience, missing)


def stamped(text: str, fingerprint: str) -> str:
    """Return the `text` of a translation's file with `fingerprint` as its `translated_from`.

    `fingerprint` is that of the Swedish page whose text it now says. A page without the field gets
    it on the line after `reviewed`.
    """
    return with_field(text, "translated_from", fingerprint)


def with_field(text: str, field: str, value: str) -> str:
    """Return the `text` of a page's file with a field of its front matter, on one line.

    A page without the field gets it on the line after `reviewed`.
    """
    line = f"{field}: {value}"
    if re.search(rf"^{field}:.*$", text, re.MULTILINE):
        return re.sub(rf"^{field}:[^\r\n]*", line, text, count=1, flags=re.MULTILINE)
    newline = "\r\n" if "\r\n" in text else "\n"
    return re.sub(r"^(reviewed:[^\r\n]*)", rf"\1{newline}{line}", text, count=1, flags=re.MULTILINE)


def _page(file: Path, code: str, within: str) -> Prose | list[Problem]:
    """Return the page in `file`, or the problems for which it cannot be read.

    `within` is the file's path from the folder of the language `code`.
    """
    name = f"{FOLDER}/{code}/{within}"
    text, unusable = text_file.read(file, name)
    if unusable:
        return unusable
    front_matter = _MATTER.match(text)
    if not front_matter:
        message = N_(
            "sidan ska börja med ---, title:, reviewed: och ---. Jämför med en annan sida."
        )
        return [Problem.of_file(name, message)]
    # The first --- is a line of the file: an empty line for it makes positions the editor's own.
    fields = yaml_file.parse(f"\n{front_matter[1]}", name)
    if fields.problems:
        return fields.problems
    try:
        matter = FrontMatter.model_validate(fields.content)
    except ValidationError as errors:
        return [
            fields.problem(location, message, **values)
            for location, (message, values) in explain_all(errors.errors(), FrontMatter)
        ]
    address = re.sub(r"(^|/)index/$", r"\1", f"{within.removesuffix('.md')}/")
    body = text[front_matter.end() :]
    first_line = front_matter[0].count("\n") + 1
    search_lines = tuple(fields.mark(("search", at))[0] for at in range(len(matter.search)))
    return Prose(code, address, name, matter, body, first_line, search_lines)
