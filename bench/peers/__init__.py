"""The peers that build our pages too, set up as somebody would who knows them.

Their configuration stands in the folders beside this file. What is written here is the pages, and
the lines that depend on how many languages there are.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from bench.borrowed import NODE
from bench.generator import Batches, Command, Generator, mkdocs, pagefind
from bench.machine import ROOT
from bench.pages import Page
from centres.model import Language

_HERE = Path(__file__).parent
# Where scripts/peers installs them.
_PYTHON = ROOT / ".bench/python/bin"
_ELEVENTY = ROOT / ".bench/eleventy/node_modules/@11ty/eleventy/cmd.cjs"
# The folders that hold what is in the full-text index: Pagefind need not read the others.
_INDEXED = "**/{om,rad,stodcentrum,stodlinjer}/**/*.html"


def _files(pages: list[Page], index: str = "index") -> Iterator[tuple[Page, str]]:
    """Each page, and the file it comes from below its language: `index` is one that has others."""
    above = {
        f"{folder}/".removeprefix("./")
        for page in pages
        for folder in PurePosixPath(page.path).parents
    }
    for page in pages:
        name = f"{page.path}{index}" if page.path in above | {""} else page.path.removesuffix("/")
        yield page, f"{name}.md"


def _write(file: Path, page: Page, **matter: object) -> None:
    """A page as Markdown; YAML reads JSON's values."""
    file.parent.mkdir(parents=True, exist_ok=True)
    said = {"title": page.title, **matter}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items()]
    file.write_text(f"---\n{''.join(lines)}---\n{page.markdown}", encoding="utf-8")


def _configure(folder: Path, peer: str, lines: Iterable[str]) -> None:
    text = (_HERE / peer / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        text + "".join(f"{one}\n" for one in lines), encoding="utf-8"
    )


def _lay_static_i18n(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    for page, name in _files(pages):
        _write(folder / "docs" / page.language / name, page)
    lines = []
    for one in languages:
        default = "false" if one.folder else "true"
        lines.append(f"        - {{locale: {one.code}, name: {one.name}, default: {default}}}")
    _configure(folder, "static-i18n", lines)


def _build_static_i18n(folder: Path, _: list[Language]) -> Batches:
    return [[mkdocs(folder, _PYTHON / "python")]]


def _lay_one_by_one(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    for page, name in _files(pages):
        _write(folder / page.language / "docs" / name, page)
    lines = [
        f"    - {{name: {one.name}, link: /{one.folder}, lang: {one.code}}}" for one in languages
    ]
    for one in languages:
        _configure(folder / one.code, "one-language", lines)


def _build_one_by_one(folder: Path, languages: list[Language]) -> Batches:
    python = _PYTHON / "python"
    return [[mkdocs(folder / one.code, python, LANGUAGE=one.code) for one in languages]]


def _build_zensical(folder: Path, languages: list[Language]) -> Batches:
    command = (_PYTHON / "zensical", "build")
    return [[Command(folder / one.code, command, {"LANGUAGE": one.code}) for one in languages]]


def _lay_eleventy(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    shutil.copytree(_HERE / "eleventy", folder, dirs_exist_ok=True)
    folders = {one.code: one.folder for one in languages}
    where: dict[str, set[str]] = {}
    for page in pages:
        where.setdefault(page.path, set()).add(page.language)
    for page, name in _files(pages):
        _write(
            folder / "content" / folders[page.language] / name,
            page,
            path=page.path,
            languages=[code for code in folders if code in where[page.path]],
            indexed=page.indexed,
        )
    for one in languages:
        # Data of a folder is in the file that is called as the folder.
        data = folder / "content" / one.folder / f"{one.code if one.folder else 'content'}.json"
        _write_json(data, {"layout": "page.njk", "language": one.code})
    names = {
        one.code: {"name": one.name, "direction": one.direction, "folder": f"/{one.folder}"}
        for one in languages
    }
    _write_json(folder / "_data/names.json", names)


def _build_eleventy(folder: Path, _: list[Language]) -> Batches:
    return [
        [Command(folder, (NODE, _ELEVENTY, "--quiet"))],
        [pagefind(folder, "--glob", _INDEXED)],
    ]


def _lay_hugo(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    shutil.copytree(_HERE / "hugo", folder, dirs_exist_ok=True)
    for page, name in _files(pages, index="_index"):
        _write(folder / "content" / page.language / name, page, indexed=page.indexed)
    for section in (folder / "content").glob("*/**/"):
        # Hugo makes a list of each folder, unless it is told not to.
        if not (section / "_index.md").exists():
            unseen = "---\nbuild: {render: never}\n---\n"
            (section / "_index.md").write_text(unseen, encoding="utf-8")
    said = {
        one.code: {
            "label": one.name,
            "direction": one.direction,
            "contentDir": f"content/{one.code}",
            "weight": place,
        }
        for place, one in enumerate(languages, 1)
    }
    _write_json(folder / "config/_default/languages.json", said)


def _build_hugo(folder: Path, _: list[Language]) -> Batches:
    return [
        [Command(folder, (_PYTHON / "hugo", "--quiet"))],
        [pagefind(folder, "--glob", _INDEXED)],
    ]


def _write_json(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _locked() -> dict[str, str]:
    """The versions of what scripts/peers installs."""
    python = (ROOT / "requirements/peers.txt").read_text(encoding="utf-8")
    npm = json.loads((_HERE / "eleventy/package-lock.json").read_text(encoding="utf-8"))
    eleventy = npm["packages"]["node_modules/@11ty/eleventy"]["version"]
    return {**dict(re.findall(r"^([\w-]+)==(\S+)", python, re.MULTILINE)), "eleventy": eleventy}


_VERSIONS = _locked()
_MATERIAL = f"MkDocs {_VERSIONS['mkdocs']}, Material {_VERSIONS['mkdocs-material']}"

HUGO = Generator(f"Hugo {_VERSIONS['hugo']}", _lay_hugo, _build_hugo, caches=("resources",))
ELEVENTY = Generator(f"Eleventy {_VERSIONS['eleventy']}", _lay_eleventy, _build_eleventy)
ONE_BY_ONE = Generator(
    f"{_MATERIAL}, one build a language",
    _lay_one_by_one,
    _build_one_by_one,
    site="{code}/site",
    element="article",
)
ZENSICAL = Generator(
    f"Zensical {_VERSIONS['zensical']}, one build a language",
    _lay_one_by_one,
    _build_zensical,
    site="{code}/site",
    element="article",
    caches=(".cache",),
)
STATIC_I18N = Generator(
    f"{_MATERIAL}, static-i18n {_VERSIONS['mkdocs-static-i18n']}",
    _lay_static_i18n,
    _build_static_i18n,
    element="article",
)
