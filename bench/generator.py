"""Describe a generator of sites to the bench, and ours as one of them."""

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
    """A program with its arguments, run in `folder`, with `environment` added to ours."""

    folder: Path
    arguments: tuple[str | Path, ...]
    environment: dict[str, str] = field(default_factory=dict)


# Batches run one after the other; the commands of one batch run two at a time.
Batches = list[list[Command]]


@dataclass(frozen=True)
class Generator:
    """A way to build the pages, in a folder of its own.

    `write_sources` writes what it builds from, and `batches` are the commands that build.
    `site` is where the pages of a language are, below the folder: `{code}` is the language,
    `{folder}` its place in addresses. `element` is the name of the element that holds the words of
    a page. Folders that match `caches` (glob patterns) are kept from one build to the next, as is
    the site.
    """

    name: str
    write_sources: Callable[[Path, list[Page], list[Language]], None]
    batches: Callable[[Path, list[Language]], Batches]
    site: str = "site/{folder}"
    element: str = "main"
    caches: tuple[str, ...] = ()

    def file(self, folder: Path, page: Page) -> Path:
        """Return the file that was built for `page`."""
        language = content.language(page.language)
        return (
            folder
            / self.site.format(code=language.code, folder=language.folder)
            / page.path
            / "index.html"
        )

    def clean(self, folder: Path) -> None:
        """Remove what builds have left: the site and the caches."""
        for pattern in (self._sites, *self.caches):
            for output in folder.glob(pattern):
                shutil.rmtree(output)

    def site_files(self, folder: Path) -> list[Path]:
        """Return the files of the built site."""
        sites = folder.glob(self._sites)
        return [file for site in sites for file in site.rglob("*") if file.is_file()]

    @property
    def _sites(self) -> str:
        """The pattern of the folders that hold the pages."""
        return self.site.format(code="*", folder="")


def mkdocs(folder: Path, python: str | Path, **environment: str) -> Command:
    """Return the command that builds with the MkDocs of the interpreter `python`."""
    command = (python, "-m", "mkdocs", "build", "--quiet")
    return Command(folder, command, {"NO_MKDOCS_2_WARNING": "1", **environment})


def pagefind(folder: Path, *arguments: str) -> Command:
    """Return the command that indexes the full text of `site/` with the Pagefind of ours."""
    return Command(folder, (sys.executable, "-m", "pagefind_bin", "--site", "site", *arguments))


def _write_sources(folder: Path, _: list[Page], languages: list[Language]) -> None:
    content.write(folder, languages)


def _batches(folder: Path, _: list[Language]) -> Batches:
    return [[mkdocs(folder, sys.executable)]]


def _packed(folder: Path, languages: list[Language]) -> Batches:
    packing = (sys.executable, "-m", "centres.site.release", "site", "packed")
    return [*_batches(folder, languages), [Command(folder, packing)]]


# With what no peer does: the checksums of all files, and the bill of materials.
OURS = Generator("ours", _write_sources, _batches)
PACKED = Generator(
    "ours, packed for a host",
    _write_sources,
    _packed,
    site="packed/site/{folder}",
    caches=("packed", "site"),
)
