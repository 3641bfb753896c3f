"""The site as files: what is listed, what is indexed, and what must have been written."""

from pathlib import Path

import pytest

from centres.errors import PageError
from centres.site import load, writer
from centres.site.site import Site
from helpers import ROOT, SETTINGS, TODAY, changed_data
from prose_page import PAGE, write_page

MOVED = """\
- id: exempel
  name: Stödcentrum i Exempel
  moved_to: taby
  municipalities: [Täby]
  date: 2026-05-17
  source: centret
  checked: 2026-05-17
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the example in Swedish, with a centre that has moved and a page of the guide."""
    page = PAGE.replace("group: process", "audience: guide\n    group: decide")
    root = write_page(tmp_path_factory.mktemp("example"), page, "sv/starta/a.md")
    (root / "data/retired.yaml").write_text(MOVED, encoding="utf-8")
    return load.load(root, TODAY, SETTINGS, frozenset({"sv"}), design=ROOT)


@pytest.fixture(scope="module")
def written(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the site has been written to."""
    target = tmp_path_factory.mktemp("site")
    writer.PagesBegun(site, target).finish()
    return target


def test_a_page_that_only_leads_to_another_is_written_and_not_listed(written: Path) -> None:
    """Search engines are told of the page that it leads to."""
    assert (written / "stodcentrum/exempel/index.html").exists()
    listed = (written / "sitemap.xml").read_text(encoding="utf-8")
    assert "stodcentrum/taby/" in listed
    assert "stodcentrum/exempel/" not in listed


def test_a_page_of_the_guide_is_listed_though_another_program_writes_it(written: Path) -> None:
    """MkDocs does, before."""
    assert not (written / "starta/a/index.html").exists()
    assert "starta/a/" in (written / "sitemap.xml").read_text(encoding="utf-8")


def test_a_page_of_the_guide_that_was_not_written_stops_the_headers(
    site: Site, written: Path
) -> None:
    """It would vanish without a word, and the policy would be made without it."""
    with pytest.raises(PageError) as told:
        writer.write_headers(site, written)
    assert str(told.value) == "/starta/a/: the guide's page was not written"


def test_words_that_a_language_lacks_are_told_by_language(tmp_path: Path) -> None:
    """They are collected where the pages are made, which may be another process."""
    changed_data(tmp_path)
    made = load.load(tmp_path, TODAY, SETTINGS, design=ROOT)
    missing = writer.PagesBegun(made, tmp_path / "site").finish().missing
    assert set(missing) == {"en", "ar"}
    assert "Lämna sidan" in missing["en"]
