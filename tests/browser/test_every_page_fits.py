"""Every page of every language fits a small phone, and a municipality's answer its first screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser import overflow
from browser.checks import fits_a_small_phone
from browser.visit import Visitor
from helpers import DIRECTORY, LANGUAGES
from nginx import Nginx
from page_kinds import KINDS, PSEUDO_FOLDERS, SHOWING, is_materials

FOLDERS = {language.code: language.folder for language in DIRECTORY.languages}
# Tells whether the first number to call on a municipality's page is low on a phone, or no button.
LOW = """(page, width, open) => open ? [] : [...page.querySelectorAll("main[data-kommun]")]
    .map(main => main.querySelector(main.dataset.centre ? "a.call" : "a.urgent"))
    .map(call => call.getBoundingClientRect())
    .filter(box => box.y > 560 || box.height < 48)
    .map(box => `the first number to call is at ${box.y} px, ${box.height} px high`)"""
# The left edge, the top, the width and the height of every element, in px.
BOXES = """page => [[...page.querySelectorAll("*")].map(one => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return [one.tagName, x, y, width, height]; })]"""
# An element that is too wide for one of the screens, or only when it is unfolded.
WIDE = '<img alt="" src="data:," width="{}" height="9">'


@pytest.mark.long
@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS.keys())
def test_every_page_of_a_language_fits(
    site: Path, host: Nginx, visitor: Visitor, tab: Page, folder: str
) -> None:
    """360 px, and 320 px as WCAG 1.4.10 asks."""
    paths = pages_below(site, folder, list(FOLDERS.values()))
    find_none_wide(site, host, visitor, tab, paths)


@pytest.mark.long
@pytest.mark.parametrize("folder", PSEUDO_FOLDERS)
def test_every_page_with_longer_words_fits(
    pseudo_site: Path, pseudo_host: Nginx, visitor: Visitor, tab: Page, folder: str
) -> None:
    """In languages that do not exist, left to right and right to left."""
    paths = pages_below(pseudo_site, folder, ["", *PSEUDO_FOLDERS])
    find_none_wide(pseudo_site, pseudo_host, visitor, tab, paths)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_stands_above_the_fold(site: Path, tab: Page, language: str) -> None:
    """A number to press, whoever is there to help, on a phone of 360 x 740, without scrolling."""
    folder = LANGUAGES[language].folder
    paths = [f"{folder}kommun/{place.slug}/" for place in DIRECTORY.municipalities]
    pages = {path: html(site, path) for path in paths}
    low = overflow.in_a_frame(tab, pages, LOW, widths=(360,))
    assert low == [], "\n".join(f"{where}: {fault}" for where, fault in low)


def test_in_a_frame_a_page_is_laid_out_as_in_a_visit(
    site: Path, host: Nginx, visitor: Visitor, tab: Page
) -> None:
    """Every element of every kind of page is where a visitor sees it."""
    for path in (SHOWING[-1] + path for path in KINDS.values()):
        framed = dict(overflow.in_a_frame(tab, {path: html(site, path)}, BOXES, (360,)))
        visit = visitor.open(host.address, path)
        with visit.screen(360, 740):
            assert framed[f"/{path}"] == visit.page.evaluate(f"({BOXES})(document)")[0], path


def test_what_is_too_wide_is_found_wherever_it_stands(site: Path, tab: Page) -> None:
    """Among pages without fault, on one screen or both, and where it is folded away."""
    whole = {path: html(site, path) for path in ("kommun/taby/", "kommun/vara/", "ar/rad/")}
    wide = dict(whole)
    for path, planted in {
        "kommun/taby/": WIDE.format(340),
        "kommun/vara/": f"<details><summary>Mer</summary>{WIDE.format(300)}</details>",
        "ar/rad/": WIDE.format(400),
    }.items():
        assert wide[path].count("</main>") == 1
        wide[path] = wide[path].replace("</main>", f"{planted}</main>")
    assert overflow.faults(tab, whole) == []
    assert overflow.faults(tab, wide) == [
        f"/kommun/taby/: 354 px wide on 320: {WIDE.format(340)}",
        f"/kommun/taby/, unfolded: 354 px wide on 320: {WIDE.format(340)}",
        f"/kommun/vara/, unfolded: 331 px wide on 320: {WIDE.format(300)}",
        f"/ar/rad/: 416 px wide on 360: {WIDE.format(400)}",
        f"/ar/rad/: 414 px wide on 320: {WIDE.format(400)}",
        f"/ar/rad/, unfolded: 416 px wide on 360: {WIDE.format(400)}",
        f"/ar/rad/, unfolded: 414 px wide on 320: {WIDE.format(400)}",
    ]


def pages_below(site: Path, folder: str, folders: list[str]) -> list[str]:
    """List the paths of pages below `folder`, but for those below others of `folders`."""
    others = tuple(other for other in folders if other not in ("", folder))
    files = [file.relative_to(site).as_posix() for file in (site / folder).rglob("*.html")]
    return sorted(name.removesuffix("index.html") for name in files if not name.startswith(others))


def html(site: Path, path: str) -> str:
    """Read a page of a built site."""
    file = site / path if path.endswith(".html") else site / path / "index.html"
    return file.read_text(encoding="utf-8")


def find_none_wide(site: Path, host: Nginx, visitor: Visitor, tab: Page, paths: list[str]) -> None:
    """Look at all pages, and fail with all that are too wide: Material's are visited."""
    assert paths
    ours = {path: html(site, path) for path in paths if not is_materials(path)}
    found = overflow.faults(tab, ours)
    for path in filter(is_materials, paths):
        found += [f"/{path}: {one}" for one in fits_a_small_phone(visitor.open(host.address, path))]
    assert not found, "\n".join(found)
