"""Prose pages as files: their front matter, and whether a translation is behind its Swedish page.

Here is what must be known before they become HTML, with a line for each mistake.
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
from centres.data.model import Language, Record
from centres.files import text_file, yaml_file
from centres.files.problem import Problem
from centres.i18n import N_, SOURCE_LANGUAGE

FOLDER = "content"
# Below these addresses are the pages that tell victims what to do, and the guide.
ADVICE, GUIDE = "rad/", "starta/"
# The headings that they stand under, in order.
AdviceGroup = Literal["first", "process", "kinds", "people"]
GuideGroup = Literal["decide", "build", "run", "tools"]
# The guide is read by people at work in Swedish municipalities: Swedish and English are enough.
GUIDE_LANGUAGES = ("sv", "en")
_FOLDER_NAME = re.compile(r"[a-z0-9-]+")
_FILE_NAME = re.compile(r"[a-z0-9-]+\.md")
_MATTER = re.compile(r"---\r?\n(.*?\r?\n)---\r?\n", re.DOTALL)


class FrontMatter(Record):
    """What stands between --- and --- at the top of a page."""

    title: Line = Field(
        description="Det som står i webbläsarens flik och historik. Där kan andra läsa det: kort, "
        "och utan vad som har hänt."
    )
    reviewed: Day = Field(description="Dagen då någon läste igenom sidan.")
    audience: Literal["visitor", "guide"] = "visitor"
    hide: tuple[Line, ...] = ()
    search: tuple[Line, ...] = Field(
        (), description="Ord som någon kan söka på, och som inte står på sidan."
    )
    # Of a page in several languages these stand on the Swedish page, for all of them.
    group: Literal[AdviceGroup, GuideGroup] | None = Field(
        None, description="Under vilken rubrik sidan står på /rad/ eller i handboken."
    )
    order: Count = Field(0, description="Vilken plats sidan har där.")
    helps: tuple[Slug, ...] = Field(
        (), description="Fler som hjälper, utöver Bris och Brottsofferjouren."
    )
    translated_from: str | None = Field(
        None,
        pattern="^[0-9a-f]{12}$",
        description="Den svenska sidans fingeravtryck när den översattes.",
    )


@dataclass(frozen=True)
class Prose:
    """A page: `path` is its address without the language's folder, `name` its file."""

    language: str
    path: str
    name: str
    matter: FrontMatter
    body: str
    # The number of the line in the file that `body` begins on.
    first_line: int = 1

    @property
    def heading(self) -> str:
        """What the page is called, on itself and in lists."""
        return marks.heading(self.body)

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that change with the page's title or text (SHA-256)."""
        text = f"{self.matter.title}\n{self.body.strip()}".replace("\r\n", "\n")
        return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Behind:
    """A translation that is missing, or older than its Swedish page.

    `path` is the address without the language's folder; `name` and `swedish` are files.
    """

    language: str
    path: str
    name: str
    swedish: str
    audience: str
    missing: bool


def read(root: Path, languages: list[str]) -> tuple[list[Prose], list[Problem]]:
    """The pages below `root`/content in `languages`, and what is wrong with their files."""
    found: list[Prose] = []
    problems: list[Problem] = []
    for code in languages:
        folder = root / FOLDER / code
        for path in sorted(folder.rglob("*.md")):
            within = path.relative_to(folder).as_posix()
            page = _page(path, code, within, problems)
            if page:
                found.append(page)
    return found, problems


def misplaced(root: Path) -> Iterator[Problem]:
    """What is no page below `root`/content, where MkDocs would publish any file as it is.

    It leaves out what begins with a dot, and follows links out of the repository.
    """
    folder = root / FOLDER
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder).as_posix()
        named = _FOLDER_NAME if path.is_dir() else _FILE_NAME
        if "/." in f"/{within}":
            continue
        if path.is_symlink():
            message = N_("är en länk till något annat. Lägg själva filen här.")
            yield Problem.of_file(f"{FOLDER}/{within}", message)
        elif not named.fullmatch(path.name):
            message = N_(
                "i content/ finns bara sidor, som slutar på .md, med namn av a–z, siffror och "
                "bindestreck. Byt namn, eller ta bort filen."
            )
            yield Problem.of_file(f"{FOLDER}/{within}", message)


def is_guide(path: str) -> bool:
    """Whether a page belongs to the guide, by its address without the language's folder."""
    return path.startswith(GUIDE)


def by_address(pages: list[Prose]) -> dict[tuple[str, str], Prose]:
    """Pages by their language and path."""
    return {(page.language, page.path): page for page in pages}


def behind(pages: list[Prose], languages: list[Language]) -> Iterator[Behind]:
    """What is missing or outdated in `languages`, page by page; in Swedish itself nothing is.

    A variant has only the pages that somebody has written for it: none is missing.
    """
    there = by_address(pages)
    for language in languages:
        code = language.code
        if code == SOURCE_LANGUAGE:
            continue
        for swedish in (page for page in pages if page.language == SOURCE_LANGUAGE):
            if swedish.matter.audience == "guide" and code not in GUIDE_LANGUAGES:
                continue
            page = there.get((code, swedish.path))
            if page is None and language.variant_of:
                continue
            if page is None or page.matter.translated_from != swedish.fingerprint:
                name = swedish.name.replace(f"/{SOURCE_LANGUAGE}/", f"/{code}/", 1)
                audience, missing = swedish.matter.audience, page is None
                yield Behind(code, swedish.path, name, swedish.name, audience, missing)


def stamped(text: str, fingerprint: str) -> str:
    """A page's `text` with the fingerprint of the Swedish page that it now says the same as."""
    line = f"translated_from: {fingerprint}"
    if re.search(r"^translated_from:.*$", text, re.MULTILINE):
        return re.sub(r"^translated_from:[^\r\n]*", line, text, count=1, flags=re.MULTILINE)
    newline = "\r\n" if "\r\n" in text else "\n"
    return re.sub(r"^(reviewed:[^\r\n]*)", rf"\1{newline}{line}", text, count=1, flags=re.MULTILINE)


def _page(path: Path, code: str, within: str, problems: list[Problem]) -> Prose | None:
    name = f"{FOLDER}/{code}/{within}"
    text, unusable = text_file.read(path, name)
    problems += unusable
    if unusable:
        return None
    found = _MATTER.match(text)
    if not found:
        message = N_(
            "sidan ska börja med ---, title:, reviewed: och ---. Jämför med en annan sida."
        )
        problems.append(Problem.of_file(name, message))
        return None
    # The first --- is a line of the file, so that positions are those that an editor sees.
    file = yaml_file.parse(f"\n{found[1]}", name)
    problems += file.problems
    if file.problems:
        return None
    try:
        matter = FrontMatter.model_validate(file.content)
    except ValidationError as errors:
        for location, (message, values) in explain_all(errors.errors(), FrontMatter):
            problems.append(file.problem(location, message, **values))
        return None
    address = re.sub(r"(^|/)index/$", r"\1", f"{within.removesuffix('.md')}/")
    first_line = text[: found.end()].count("\n") + 1
    return Prose(code, address, name, matter, text[found.end() :], first_line)
