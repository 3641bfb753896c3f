"""Our site, and the same words on two others: stock Material for MkDocs, and a minimal Hugo.

Stock is `theme: material` and nothing else, but for `language: sv` and `font: false`. The minimal
Hugo is `bench/minimal_hugo`: one template with a menu, one style sheet, no script. A page of either
holds what is inside our page's `<main>`; if its words differ, the bench stops.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from bench.borrowed import mkdocs
from bench.machine import ROOT

# One page of each kind that a visitor meets, by what it is called on the others.
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

# Pages of ours to be shown on another site: the title there, and the path.
Pages = Collection[tuple[str, str]]


def build_ours(folder: Path, **environment: str) -> None:
    """Build this repository into `folder`."""
    _mkdocs(folder, ROOT, **environment)


def build_stock(folder: Path, ours: Path, pages: Pages) -> None:
    """Build stock Material into `folder`, with what `pages` (titles and paths) of `ours` say."""
    root = _source_of(folder)
    for title, path in pages:
        _write(root / "docs" / path / "index.md", title, f"<div>\n{_said(ours, path)}\n</div>")
    (root / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    _mkdocs(folder, root)
    _finish(folder, "article", ours, pages)


def build_hugo(folder: Path, ours: Path, pages: Pages) -> None:
    """Build the minimal Hugo into `folder`, with what `pages` (titles and paths) of `ours` say."""
    root = _source_of(folder)
    shutil.copytree(HUGO, root)
    for title, path in pages:
        name = "index.html" if path else "_index.html"
        _write(root / "content" / path / name, title, _said(ours, path))
    done = subprocess.run(
        [_hugo(), "--minify", "--destination", str(folder)],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    _stop_if_failed(done)
    _finish(folder, "main", ours, pages)


def part(folder: Path, path: str, name: str) -> Tag:
    """The first element called `name` on a page of a built site."""
    page = BeautifulSoup((folder / path / "index.html").read_text(encoding="utf-8"), "html.parser")
    found = page.find(name)
    if not isinstance(found, Tag):
        sys.exit(f"/{path} has no <{name}>.")
    return found


def _hugo() -> str:
    """Where Hugo is: the one that scripts/peers installs, or the machine's own."""
    found = shutil.which("hugo", path=f"{ROOT / '.bench/python/bin'}:{os.environ['PATH']}")
    return found or sys.exit("Hugo is missing: scripts/peers installs it.")


def _mkdocs(folder: Path, root: Path, **environment: str) -> None:
    _stop_if_failed(mkdocs(folder, root, **environment))


def _stop_if_failed(done: subprocess.CompletedProcess[str]) -> None:
    if done.returncode:
        sys.exit(f"A build failed with exit status {done.returncode}.\n{done.stdout}{done.stderr}")


def _source_of(folder: Path) -> Path:
    """Where what a site is built from stands, beside the site."""
    return folder.with_name(f"{folder.name}.source")


def _said(ours: Path, path: str) -> str:
    return part(ours, path, "main").decode_contents()


def _write(file: Path, title: str, content: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    head = json.dumps(title, ensure_ascii=False)
    file.write_text(f"---\ntitle: {head}\n---\n{content}\n", encoding="utf-8")


def _letters(element: Tag) -> str:
    """All that an element says, without white space, which Hugo leaves out between paragraphs."""
    return "".join(element.get_text().split())


def _finish(folder: Path, name: str, ours: Path, pages: Pages) -> None:
    """See that the words are ours, and ask for the same headers, but for our policy."""
    for _, path in pages:
        if _letters(part(folder, path, name)) != _letters(part(ours, path, "main")):
            sys.exit(f"The words of /{path} differ in {folder.name}.")
    headers = (ours / "_headers").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in headers if "Content-Security-Policy" not in line]
    (folder / "_headers").write_text("".join(kept), encoding="utf-8")
