"""Make the index of the full-text search with Pagefind, with help for Swedish compounds.

Pagefind reads a small tree made for it, not the site: only those parts of pages that should be
found, so that visitors' pages carry nothing for the index. Pages of municipalities stay out: the
closed list of places (`place_list`) answers there, since full-text search answers wrongly. It finds
Värmdö for "Vara", and Lund for "Lundby".
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markupsafe import Markup

from centres.errors import SearchError
from centres.i18n import SOURCE_LANGUAGE
from centres.pages.page import Indexed

_FOLDER = "pagefind"
# The file by which Pagefind's engine knows the languages, and what it holds.
_ENTRY = "pagefind-entry.json"
Entry = dict[str, Any]
# Pagefind's own interfaces, which ours replaces, and a worker: 400 kB that no page asks for.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-worker.js")


@dataclass(frozen=True)
class Document:
    """A page to index: its `address` from the site's root, its language code, and its words."""

    address: str
    language: str
    indexed: Indexed

    def html(self, compounds: "Compounds") -> str:
        """Return the HTML that Pagefind reads.

        The parts of compounds are metadata, so that they do not show in excerpts.
        """
        metadata = {
            "title": self.indexed.title,
            "title_language": self.indexed.title_language or self.language,
            # Other words for the page's subject weigh as much as its title.
            "title_parts": " ".join(
                [self._parts(self.indexed.title, compounds), *self.indexed.also]
            ),
            "parts": self._parts(self.indexed.content.striptags(), compounds),
        }
        tags = Markup("").join(
            Markup('<meta data-pagefind-meta="{}[content]" content="{}">').format(name, content)
            for name, content in metadata.items()
        )
        return Markup(
            '<!doctype html><html lang="{}"><head><title></title>{}</head>'
            "<body data-pagefind-body>{}</body></html>"
        ).format(self.language, tags, self.indexed.content)

    def _parts(self, text: str, compounds: "Compounds") -> str:
        return " ".join(compounds.inside(text)) if self.language == SOURCE_LANGUAGE else ""


@dataclass(frozen=True)
class Compounds:
    """Swedish words that stand inside compounds, each with its stem, which is never inflected."""

    stems: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, path: Path) -> "Compounds":
        """Read the words in the file at `path`: one a line, optionally followed by its stem.

        A line that begins with # is a comment. Raises SearchError if the file cannot be read.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise SearchError(f"{path}: {error}") from error
        words = [line.split() for line in lines if line.strip() and not line.startswith("#")]
        return cls(tuple((word[0], word[-1]) for word in words))

    def inside(self, text: str) -> list[str]:
        """Return the words inside longer words of `text`: "anmälan" of "polisanmälan"."""
        long_words = set(re.findall(r"\w{6,}", text.casefold()))
        return [
            word
            for word, stem in self.stems
            if any(stem in long_word and not long_word.startswith(word) for long_word in long_words)
        ]


def index(documents: Iterable[Document], compounds: Compounds, site: Path) -> list[Entry]:
    """Write the index of `documents` to `site`/pagefind, but for its entry; return that.

    The list is empty without documents. Others may be indexed at the same time if they are in
    other languages: the files of each have its name in theirs, and those that they share are the
    same. Raises SearchError if Pagefind fails.
    """
    codes = []
    with TemporaryDirectory() as folder:
        for document in documents:
            page = Path(folder, document.address, "index.html")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(document.html(compounds), encoding="utf-8")
            codes.append(document.language)
        if not codes:
            return []
        part = site / f"{_FOLDER}.{codes[0]}"
        _run_pagefind(Path(folder), part)
    entry: Entry = json.loads((part / _ENTRY).read_text(encoding="utf-8"))
    for file in [path for path in part.rglob("*") if path.is_file()]:
        moved = site / _FOLDER / file.relative_to(part)
        moved.parent.mkdir(parents=True, exist_ok=True)
        file.replace(moved)
    shutil.rmtree(part)
    if set(entry["languages"]) != {code.lower() for code in codes}:
        indexed = sorted(entry["languages"])
        raise SearchError(f"indexed {indexed}, but the site has {sorted({*codes})}")
    return [entry]


def write_entry(entries: list[Entry], site: Path) -> int:
    """Write what the engine reads first, of all entries; return how many documents they index."""
    indexed = {code: index for entry in entries for code, index in entry["languages"].items()}
    # Sorted, since the languages come in the order in which they were finished.
    text = json.dumps({**entries[0], "languages": indexed}, sort_keys=True, separators=(",", ":"))
    (site / _FOLDER / _ENTRY).write_text(text, encoding="utf-8")
    return sum(index["page_count"] for index in indexed.values())


def _run_pagefind(source: Path, target: Path) -> None:
    """Index the pages below `source` to `target`, without the files that no page asks for."""
    try:
        # Here, since whoever makes no index need not have it.
        from pagefind_bin import get_executable

        program = str(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise SearchError(str(error)) from error
    command = [program, "--site", str(source), "--output-path", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (ours)
    if done.returncode:
        raise SearchError(done.stderr.strip() or done.stdout.strip())
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
