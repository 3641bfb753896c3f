"""What a generator is to the bench, and ours as one of them."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench import content
from bench.pages import Page
from centres.data.model import Language


@dataclass(frozen=True)
class Command:
    """A program with its arguments, run in `folder`; `environment` is what it has besides ours."""

    folder: Path
    arguments: tuple[str | Path, ...]
    environment: dict[str, str] = field(default_factory=dict)


# Batches follow each other; the commands of one are run two at a time.
Batches = list[list[Command]]


@dataclass(frozen=True)
class Generator:
    """A way to build the pages, in a folder of its own.

    `lay` writes the sources, and `batches` are what is run then. `site` is where the pages of a
    language are, below the folder: `{code}` is the language, `{folder}` its place in addresses.
    `element` is the one that holds the words of a page. What is called as in `caches` is kept from
    one build to the next, as is the site.
    """

    name: str
    lay: Callable[[Path, list[Page], list[Language]], None]
    batches: Callable[[Path, list[Language]], Batches]
    site: str = "site/{folder}"
    element: str = "main"
    caches: tuple[str, ...] = ()

    def file(self, folder: Path, page: Page) -> Path:
        """The file that has been written for `page`."""
        language = content.language(page.language)
        return (
            folder
            / self.site.format(code=language.code, folder=language.folder)
            / page.path
            / "index.html"
        )

    def forget(self, folder: Path) -> None:
        """Remove all that builds have left."""
        for name in ("site", *self.caches):
            for found in list(folder.rglob(name)):
                shutil.rmtree(found)

    def written(self, folder: Path) -> list[Path]:
        """The files of the built site."""
        return [file for site in folder.rglob("site") for file in site.rglob("*") if file.is_file()]


def mkdocs(folder: Path, python: str | Path, **environment: str) -> Command:
    """MkDocs as that `python` has it."""
    command = (python, "-m", "mkdocs", "build", "--quiet")
    return Command(folder, command, {"NO_MKDOCS_2_WARNING": "1", **environment})


def pagefind(folder: Path, *arguments: str) -> Command:
    """The full-text index of a site, made by the Pagefind that ours uses."""
    return Command(folder, (sys.executable, "-m", "pagefind_bin", "--site", "site", *arguments))


def _lay(folder: Path, _: list[Page], languages: list[Language]) -> None:
    content.repository(folder, languages)


def _batches(folder: Path, _: list[Language]) -> Batches:
    return [[mkdocs(folder, sys.executable, SITE_UNPACKED="1")]]


def _packed(folder: Path, _: list[Language]) -> Batches:
    return [[mkdocs(folder, sys.executable)]]


OURS = Generator("ours", _lay, _batches)
# With what no peer does: the copies that a host sends, the sums of all files and the bill.
PACKED = Generator("ours, packed for a host", _lay, _packed)
