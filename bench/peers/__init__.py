"""Set up the peers that build our pages too, as somebody would who knows them.

Their configuration is in the folders beside this file. The code writes the pages, and the lines of
configuration that depend on the languages.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from bench.from_tests import NODE
from bench.generator import Batches, Command, Generator, mkdocs, pagefind
from bench.machine import ROOT
from bench.pages import Page
from centres.data.model import Language

_HERE = Path(__file__).parent
# Where scripts/peers installs the peers.
_PYTHON = ROOT / ".bench/python/bin"
_ELEVENTY = ROOT / ".bench/eleventy/node_modules/@11ty/eleventy/cmd.cjs"
# The folders whose pages are in the full-text index: Pagefind need not read the others.
_INDEXED = "**/{om,rad,stodcentrum,stodlinjer}/**/*.html"


def _files(pages: list[Page], index: str = "index") -> Iterator[tuple[Page, str]]:
    """Yield each page and the name of its source file below its language's folder.

    `index` is the name, without ".md", of a page that has others below it.
    """
    parents = {
        f"{folder}/".removeprefix("./")
        for page in pages
        for folder in PurePosixPath(page.path).parents
    }
    for page in pages:
        name = f"{page.path}{index}" if page.path in parents | {""} else page.path.removesuffix("/")
        yield page, f"{name}.md"


def _write_page(file: Path, page: Page, **matter: object) -> None:
    """Write a page as Markdown, with its title and `matter` as front matter.

    The values are written as JSON, which is YAML too.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    fields = {"title": page.title, **matter}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items()]
    file.write_text(f"---\n{''.join(lines)}---\n{page.markdown}", encoding="utf-8")


def _configure(folder: Path, peer: str, lines: Iterable[str]) -> None:
    text = (_HERE / peer / "mkdocs.yml").read_text(encoding="utf-8")
    text += "".join(f"{line}\n" for line in lines)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _write_static_i18n(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    for page, name in _files(pages):
        _write_page(folder / "docs" / page.language / name, page)
    lines = []
    for language in languages:
        default = "false" if language.folder else "true"
        value = f"{{locale: {language.code}, name: {language.name}, default: {default}}}"
        lines.append(f"        - {value}")
    _configure(folder, "static-i18n", lines)


def _build_static_i18n(folder: Path, _: list[Language]) -> Batches:
    return [[mkdocs(folder, _PYTHON / "python")]]


def _write_one_by_one(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    for page, name in _files(pages):
        _write_page(folder / page.language / "docs" / name, page)
    lines = [
        f"    - {{name: {language.name}, link: /{language.folder}, lang: {language.code}}}"
        for language in languages
    ]
    for language in languages:
        _configure(folder / language.code, "one-language", lines)


def _build_one_by_one(folder: Path, languages: list[Language]) -> Batches:
    python, codes = _PYTHON / "python", [language.code for language in languages]
    return [[mkdocs(folder / code, python, LANGUAGE=code) for code in codes]]


def _build_zensical(folder: Path, languages: list[Language]) -> Batches:
    command = (_PYTHON / "zensical", "build")
    codes = [language.code for language in languages]
    return [[Command(folder / code, command, {"LANGUAGE": code}) for code in codes]]


def _write_eleventy(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    shutil.copytree(_HERE / "eleventy", folder, dirs_exist_ok=True)
    folders = {language.code: language.folder for language in languages}
    languages_of: dict[str, set[str]] = {}
    for page in pages:
        languages_of.setdefault(page.path, set()).add(page.language)
    for page, name in _files(pages):
        _write_page(
            folder / "content" / folders[page.language] / name,
            page,
            path=page.path,
            languages=[code for code in folders if code in languages_of[page.path]],
            indexed=page.indexed,
        )
    for code, name in folders.items():
        # Eleventy takes the data of a folder from the file that has the folder's name.
        data = folder / "content" / name / f"{code if name else 'content'}.json"
        _write_json(data, {"layout": "page.njk", "language": code})
    names = {
        language.code: {
            "name": language.name,
            "direction": language.direction,
            "folder": f"/{language.folder}",
        }
        for language in languages
    }
    _write_json(folder / "_data/names.json", names)


def _build_eleventy(folder: Path, _: list[Language]) -> Batches:
    return [
        [Command(folder, (NODE, _ELEVENTY, "--quiet"))],
        [pagefind(folder, "--glob", _INDEXED)],
    ]


def _write_hugo(folder: Path, pages: list[Page], languages: list[Language]) -> None:
    shutil.copytree(_HERE / "hugo", folder, dirs_exist_ok=True)
    for page, name in _files(pages, index="_index"):
        _write_page(folder / "content" / page.language / name, page, indexed=page.indexed)
    for section in (folder / "content").glob("*/**/"):
        # Hugo makes a list page for each folder, unless the folder says not to.
        if not (section / "_index.md").exists():
            no_page = "---\nbuild: {render: never}\n---\n"
            (section / "_index.md").write_text(no_page, encoding="utf-8")
    configuration = {
        language.code: {
            "label": language.name,
            "direction": language.direction,
            "contentDir": f"content/{language.code}",
            "weight": place,
        }
        for place, language in enumerate(languages, 1)
    }
    _write_json(folder / "config/_default/languages.json", configuration)


def _build_hugo(folder: Path, _: list[Language]) -> Batches:
    return [
        [Command(folder, (_PYTHON / "hugo", "--quiet"))],
        [pagefind(folder, "--glob", _INDEXED)],
    ]


def _write_json(file: Path, value: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _locked() -> dict[str, str]:
    """Return the versions that scripts/peers installs, by package."""
    python = (ROOT / "requirements/peers.txt").read_text(encoding="utf-8")
    npm = json.loads((_HERE / "eleventy/package-lock.json").read_text(encoding="utf-8"))
    eleventy = npm["packages"]["node_modules/@11ty/eleventy"]["version"]
    return {**dict(re.findall(r"^([\w-]+)==(\S+)", python, re.MULTILINE)), "eleventy": eleventy}


_VERSIONS = _locked()
_MATERIAL = f"MkDocs {_VERSIONS['mkdocs']}, Material {_VERSIONS['mkdocs-material']}"

HUGO = Generator(f"Hugo {_VERSIONS['hugo']}", _write_hugo, _build_hugo, caches=("resources",))
ELEVENTY = Generator(f"Eleventy {_VERSIONS['eleventy']}", _write_eleventy, _build_eleventy)
ONE_BY_ONE = Generator(
    f"{_MATERIAL}, one build a language",
    _write_one_by_one,
    _build_one_by_one,
    site="{code}/site",
    element="article",
)
ZENSICAL = Generator(
    f"Zensical {_VERSIONS['zensical']}, one build a language",
    _write_one_by_one,
    _build_zensical,
    site="{code}/site",
    element="article",
    caches=("*/.cache",),
)
STATIC_I18N = Generator(
    f"{_MATERIAL}, static-i18n {_VERSIONS['mkdocs-static-i18n']}",
    _write_static_i18n,
    _build_static_i18n,
    element="article",
)
