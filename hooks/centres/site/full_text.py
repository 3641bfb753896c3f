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

# The file by which Pagefind's engine knows the languages.
_ENTRY = "pagefind-entry.json"
# Pagefind uses one processor: the languages are divided among this many processes.
_PARTS = 2
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


def build_index(documents: Iterable[Document], compounds: Compounds, site: Path) -> int:
    """Write the index of `documents` to `site`/pagefind; return how many there are.

    Raises SearchError if Pagefind fails, or if a language has no index: Pagefind would then answer
    from that of another language.
    """
    by_language: dict[str, list[Document]] = {}
    for document in documents:
        by_language.setdefault(document.language, []).append(document)
    languages = sorted(by_language)
    parts = [languages[start::_PARTS] for start in range(min(_PARTS, len(languages)))]

    def index(part: list[str]) -> dict[str, Any]:
        in_part = [document for language in part for document in by_language[language]]
        return _index(in_part, compounds, site / f"pagefind.{part[0]}")

    entries = spread(index, parts)
    for part in parts:
        _join(site / f"pagefind.{part[0]}", site / "pagefind")
    indexed = {code: files for entry in entries for code, files in entry["languages"].items()}
    if set(indexed) != {language.lower() for language in languages}:
        raise SearchError(f"indexed {sorted(indexed)}, but the site has {languages}")
    # Sorted, since Pagefind lists the languages in the order in which it finished them.
    entry = json.dumps({**entries[0], "languages": indexed}, sort_keys=True, separators=(",", ":"))
    (site / "pagefind" / _ENTRY).write_text(entry, encoding="utf-8")
    return sum(map(len, by_language.values()))


def _index(documents: list[Document], compounds: Compounds, target: Path) -> dict[str, Any]:
    """Write the index of `documents` to `target`; return its entry: what the engine reads first."""
    with TemporaryDirectory() as folder:
        for document in documents:
            page = Path(folder, document.address, "index.html")
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(document.html(compounds), encoding="utf-8")
        _run_pagefind(Path(folder), target)
    entry: dict[str, Any] = json.loads((target / _ENTRY).read_text(encoding="utf-8"))
    return entry


def _join(part: Path, whole: Path) -> None:
    """Move the files of the index `part` to `whole`.

    Files of two parts that have one name are the same: those of a language have it in their names.
    """
    for file in [path for path in part.rglob("*") if path.is_file()]:
        moved = whole / file.relative_to(part)
        moved.parent.mkdir(parents=True, exist_ok=True)
        file.replace(moved)
    shutil.rmtree(part)


def _run_pagefind(source: Path, target: Path) -> None:
    """Index the pages below `source` to `target`, without the files that no page asks for."""
    command = [sys.executable, "-m", "pagefind_bin"]
    command += ["--site", str(source), "--output-path", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (ours)
    if done.returncode:
        raise SearchError(done.stderr.strip() or done.stdout.strip())
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
