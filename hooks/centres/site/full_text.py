"""Make the index of the full-text search with Pagefind, with help for Swedish compounds.

Pagefind reads a small tree made for it, not the site: only those parts of pages that should be
found, so that visitors' pages carry nothing for the index. Pages of municipalities stay out: the
closed list of places (`place_list`) answers there, since full-text search answers wrongly. It finds
Värmdö for "Vara", and Lund for "Lundby".

What a phone fetches of it is made smaller than Pagefind leaves it, and begins to come together:
each file that is found to be needed by another is one more wait for the network.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import deflate
from markupsafe import Markup

from centres.errors import SearchError
from centres.i18n import SOURCE_LANGUAGE
from centres.pages.page import Indexed

_FOLDER = "pagefind"
# The file by which Pagefind's engine knows the languages, and what it holds.
_ENTRY = "pagefind-entry.json"
Entry = dict[str, Any]
# One part for each language: which of several is fetched would tell the host how a word begins.
_ONE_PART = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "1000000"}
_GZIP = b"\x1f\x8b"
# The highest that libdeflate has: 4 % less of what is the most that a search fetches.
_GZIP_LEVEL = 12
# Ends each block of text in what is indexed, so that an excerpt can begin where one does. It stands
# by itself, so that no word is another by it; theme/assets/fulltext.js takes it away.
_BLOCK_END = "¶"
_BLOCK = re.compile(r"\s*(</(?:p|li|dt|dd|h[1-6]|th|td|blockquote)>)")
# Pagefind takes what is isolated in a heading for no part of it.
_ISOLATED = re.compile(r"</?bdi\b[^>]*>")
# What begins to fetch an index, by its language: all that the engine will ask for in turn. The
# address of the entry is the one that the engine asks for, as the page sets it up.
_AHEAD = """\
for (const [rel, file] of {files})
  document.head.append(
    Object.assign(document.createElement("link"), {{
      rel,
      as: rel === "preload" ? "fetch" : "script",
      crossOrigin: "anonymous",
      href: new URL(file, import.meta.url),
    }}),
  );
"""
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
        ).format(self.language, tags, self._content())

    def _content(self) -> Markup:
        """Return what words are found in, with the end of each block of text marked."""
        content = _ISOLATED.sub("", self.indexed.content)
        return Markup(_BLOCK.sub(rf" {_BLOCK_END}\1", content))  # noqa: S704 (HTML before, too)

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
        moved.write_bytes(_compressed(file.read_bytes()))
    shutil.rmtree(part)
    if set(entry["languages"]) != {code.lower() for code in codes}:
        indexed = sorted(entry["languages"])
        raise SearchError(f"indexed {indexed}, but the site has {sorted({*codes})}")
    for code, language in entry["languages"].items():
        name = site / _FOLDER / f"ahead.{code}.js"
        name.write_text(_ahead(site / _FOLDER, code, language), encoding="utf-8")
    return [entry]


def _compressed(content: bytes) -> bytes:
    """Return a file of Pagefind's, which are compressed but for its script, as small as it gets."""
    if not content.startswith(_GZIP):
        return content
    return bytes(deflate.gzip_compress(gzip.decompress(content), _GZIP_LEVEL))


def _ahead(folder: Path, code: str, language: dict[str, Any]) -> str:
    """Return the script that begins to fetch the index of a language, and the engine for it."""
    files = [
        ("modulepreload", "pagefind.js"),
        ("preload", f"{_ENTRY}?ts="),
        ("preload", f"wasm.{language['wasm'] or 'unknown'}.pagefind"),
        ("preload", f"pagefind.{language['hash']}.pf_meta"),
        *(
            ("preload", f"index/{file.name}")
            for file in sorted((folder / "index").glob(f"{code}_*"))
        ),
    ]
    return _AHEAD.format(files=json.dumps(files))


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
    environment = {**os.environ, **_ONE_PART}
    done = subprocess.run(  # noqa: S603 (ours)
        command, capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        raise SearchError(done.stderr.strip() or done.stdout.strip())
    for pattern in _UNUSED:
        for file in target.glob(pattern):
            file.unlink()
