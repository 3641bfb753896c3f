"""Every page of every language fits a small phone, with what is folded on it open and closed."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from browser import overflow
from browser.checks import fits_a_small_phone
from browser.visit import Visitor
from helpers import DIRECTORY
from nginx import Nginx
from page_kinds import KINDS, PHONE, PSEUDO_FOLDERS, SHOWING, is_materials

FOLDERS = {language.code: language.folder for language in DIRECTORY.languages}
# As wide as its text is at twice the size of a phone's screen.
WIDE = '<img alt="" src="data:," width="{}" height="1">'
# The left edge, the top, the width and the height of every element, in px.
BOXES = """page => [...page.querySelectorAll("*")].map(one => {
    const box = one.getBoundingClientRect();
    return [one.tagName, box.x, box.y, box.width, box.height]; })"""


def pages_of(site: Path, folder: str, folders: list[str]) -> list[str]:
    """List the paths of the pages below a language's folder, but for those below another's."""
    others = tuple(one for one in folders if one and one != folder)
    files = (file.relative_to(site).as_posix() for file in (site / folder).rglob("*.html"))
    return sorted(
        name.removesuffix("index.html") for name in files if not name.startswith(others or "/")
    )


def html(site: Path, path: str) -> str:
    """Read a page of a built site."""
    file = site / path if path.endswith(".html") else site / path / "index.html"
    return file.read_text(encoding="utf-8")


def test_of(blank: Page, site: Path, host: Nginx, visitor: Visitor, paths: list[str]) -> None:
    pass
