"""Full-text search: what is indexed, help with Swedish compounds, and the run of Pagefind.

Pagefind reads a small tree made for it, not the site: only the right parts of the right pages, so
that visitors' pages carry nothing for the index. Municipality pages stay out; a closed list of
places answers those questions, since full-text search answers them wrongly: it finds Värmdö for
"Vara", and Lund for "Lundby".
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from markupsafe import Markup

from centres.errors import SearchError
from centres.i18n import SOURCE_LANGUAGE
from centres.pages.page import Indexed
from centres.parallel import spread

# What tells the engine which languages there are.
_ENTRY = "pagefind-entry.json"
# Pagefind uses one processor: languages are indexed in as many parts, each by a process of its own.
_PARTS = 2
# Pagefind's own interfaces, which ours replaces, and a worker: 400 kB that nobody would ask for.
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js", "pagefind-worker.js")


@dataclass(frozen=True)
class Document:
    """One page in the index. `address` is the page's address from the site's root."""

    address: str
    language: str
    indexed: Indexed

    def html(self, compounds: "Compounds") -> str:
        """The page that Pagefind reads; parts of compounds are metadata, so excerpts stay clean."""
        metadata = {
            "title": self.indexed.title,
            "title_language": self.indexed.title_language or self.language,
            # What people call it weighs as much as what it is called.
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
    """Swedish words that hide inside longer ones: a word, and the part of it that never bends."""

    stems: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, path: Path) -> "Compounds":
        """One word a line, optionally followed by its stem; lines with # are remarks.

        Raises SearchError if the file cannot be read.
        """
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise SearchError(f"{path}: {error}") from error
        words = [line.split() for line in lines if line.strip() and not line.startswith("#")]
        return cls(tuple((word[0], word[-1]) for word in words))

    def inside(self, text: str) -> list[str]:
        """The words that stand inside longer words of a text: "anmälan" for "polisanmälan"."""
        longer = set(re.findall(r"\w{6,}", text.casefold()))
        return [
            word
            for word, stem in self.stems
            if any(stem in one and not one.startswith(word) for one in longer)
        ]


def build_index(documents: Iterable[Document], compounds: Compounds, site: Path) -> int:
    """Index `documents` into `site/pagefind`; returns how many there were.

    Raises SearchError if Pagefind fails or a language ends up without an index: Pagefind would then
    answer from another language's.
    """
    by_language: dict[str, list[Document]] = {}
    for document in documents:
        by_language.setdefault(document.language, []).append(document)
    languages = sorted(by_language)
    parts = [languages[start::_PARTS] for start in range(min(_PARTS, len(languages)))]

    def index(part: list[str]) -> dict[str, Any]:
        those = [document for language in part for document in by_language[language]]
        return _index(those, compounds, site / f"pagefind.{part[0]}")

    entries = spread(index, parts)
    for part in parts:
        _join(site / f"pagefind.{part[0]}", site / "pagefind")
    indexed = {name: one for entry in entries for name, one in entry["languages"].items()}
    if set(indexed) != {language.lower() for language in languages}:
        raise SearchError(f"indexed {sorted(indexed)}, but the site has {languages}")
    # Pagefind names languages in whatever order it was done with them.
    said = json.dumps({**entries[0], "languages": indexed}, sort_keys=True, separators=(",", ":"))
    (site / "pagefind" / _ENTRY).write_text(said, encoding="utf-8")
    return sum(map(len, by_language.values()))


def _index(documents: list[Document], compounds: Compounds, target: Path) -> dict[str, Any]:
    """Index `documents` into `target`; returns what Pagefind's engine reads first."""
    with TemporaryDirectory() as folder:
        for document in documents:
            page = Path(folder, document.address, "index.html")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(document.html(compounds), encoding="utf-8")
        _run_pagefind(Path(folder), target)
    entry: dict[str, Any] = json.loads((target / _ENTRY).read_text(encoding="utf-8"))
    return entry


def _join(part: Path, whole: Path) -> None:
    """Move the files of one index to where those of all are: their names begin with a language."""
    for file in [path for path in part.rglob("*") if path.is_file()]:
        moved = whole / file.relative_to(part)
        moved.parent.mkdir(parents=True, exist_ok=True)
        file.replace(moved)
    shutil.rmtree(part)


def _run_pagefind(source: Path, target: Path) -> None:
    command = [sys.executable, "-m", "pagefind_bin"]
    command += ["--site", str(source), "--output-path", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (ours)
    if done.returncode:
        raise SearchError(done.stderr.strip() or done.stdout.strip())
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
