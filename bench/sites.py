"""Build our site, and the same words as stock Material for MkDocs and as a minimal Hugo.

Stock is `theme: material` with `language: sv` and `font: false`, and nothing else. The minimal Hugo
is `bench/minimal_hugo`: one template with a menu, one style sheet, no script. A page of either
holds the content of our page's `<main>`; if its words differ, the bench stops.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from bench.from_tests import mkdocs
from bench.machine import ROOT

# One page of each kind that a visitor meets: its title on the other sites -> its path.
CALLING = "rad/ring-utan-att-visa-ditt-nummer/"
PAGES = {
    "start": "",
    "centre": "stodcentrum/taby/",
    "municipality with a centre": "kommun/taby/",
    "municipality without": "kommun/vara/",
    "calling unseen": CALLING,
}
STOCK = "site_name: Stöd nära dig\ntheme: {name: material, font: false, language: sv}\n"
HUGO = ROOT / "bench/minimal_hugo"

# Pages of ours to build on another site, as (title there, path).
Pages = Collection[tuple[str, str]]


def build_ours(folder: Path, **environment: str) -> None:
    """Build this repository into `folder`."""
    _mkdocs(folder, ROOT, **environment)


def build_stock(folder: Path, ours: Path, pages: Pages) -> None:
    """Build stock Material into `folder`, with the words of `pages` of the built site `ours`."""
    root = _source_folder(folder)
    for title, path in pages:
        _write(root / "docs" / path / "index.md", title, f"<div>\n{_main(ours, path)}\n</div>")
    (root / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    _mkdocs(folder, root)
    _finish(folder, "article", ours, pages)


def build_hugo(folder: Path, ours: Path, pages: Pages) -> None:
    """Build the minimal Hugo into `folder`, with the words of `pages` of the built site `ours`."""
    root = _source_folder(folder)
    shutil.copytree(HUGO, root)
    for title, path in pages:
        name = "index.html" if path else "_index.html"
        _write(root / "content" / path / name, title, _main(ours, path))
    process = subprocess.run(
        [_hugo(), "--minify", "--destination", str(folder)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    _exit_if_failed(process)
    _finish(folder, "main", ours, pages)


def part(folder: Path, path: str, name: str) -> Tag:
    """Return the first element called `name` on a page of a built site. Exits if there is none."""
    page = BeautifulSoup((folder / path / "index.html").read_text(encoding="utf-8"), "html.parser")
    element = page.find(name)
    if not isinstance(element, Tag):
        sys.exit(f"/{path} has no <{name}>.")
    return element


def _hugo() -> str:
    """Return the path of Hugo: the one that scripts/peers installs, or the machine's own."""
    path = shutil.which("hugo", path=f"{ROOT / '.bench/python/bin'}:{os.environ['PATH']}")
    return path or sys.exit("Hugo is missing: scripts/peers installs it.")


def _mkdocs(folder: Path, root: Path, **environment: str) -> None:
    _exit_if_failed(mkdocs(folder, root, **environment))


def _exit_if_failed(process: subprocess.CompletedProcess[str]) -> None:
    if process.returncode:
        output = process.stdout + process.stderr
        sys.exit(f"A build failed with exit status {process.returncode}.\n{output}")


def _source_folder(folder: Path) -> Path:
    """Return the folder, beside the site, that holds what it is built from."""
    return folder.with_name(f"{folder.name}.source")


def _main(ours: Path, path: str) -> str:
    """Return the HTML inside `<main>` of our page."""
    return part(ours, path, "main").decode_contents()


def _write(file: Path, title: str, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    head = json.dumps(title, ensure_ascii=False)
    file.write_text(f"---\ntitle: {head}\n---\n{content}\n", encoding="utf-8")


def _letters(element: Tag) -> str:
    """Return the text of an element without white space: Hugo has none between paragraphs."""
    return "".join(element.get_text().split())


def _finish(folder: Path, name: str, ours: Path, pages: Pages) -> None:
    """Exit unless the words are ours; give the site our headers, but for our policy."""
    for _, path in pages:
        if _letters(part(folder, path, name)) != _letters(part(ours, path, "main")):
            sys.exit(f"The words of /{path} differ in {folder.name}.")
    headers = (ours / "_headers").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in headers if "Content-Security-Policy" not in line]
    (folder / "_headers").write_text("".join(kept), encoding="utf-8")
