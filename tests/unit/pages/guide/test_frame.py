"""What stands around the guide's prose, and the one policy that all its pages share."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from centres.errors import PageError
from centres.pages.document import csp
from centres.pages.document.csp import Policy
from centres.pages.guide.frame import shared_policy
from centres.site import load
from helpers import ROOT, SETTINGS, TODAY, changed_data
from prose_page import write_page

GUIDE = """\
---
title: Starta
reviewed: 2026-11-22
audience: guide
group: decide
order: 1
---
# Starta

Svaret först.
"""
PAGE = '<meta charset="utf-8"><script>theme()</script>'


def test_a_script_that_one_page_has_alone_is_not_let_into_the_policy_of_all() -> None:
    """Policies there are read from what the theme wrote: they would let any script run."""
    pages = {"starta/": PAGE, "starta/hela/": PAGE, "starta/modeller/": PAGE}
    assert shared_policy(pages) == csp.of_guide(PAGE)
    with pytest.raises(PageError) as told:
        shared_policy({**pages, "starta/hela/": f"{PAGE}<script>alert(1)</script>"})
    assert str(told.value) == "/starta/hela/: the guide's other pages have other scripts"


def test_a_guide_without_pages_needs_nothing_of_a_browser() -> None:
    """In a language that lacks it."""
    assert shared_policy({}) == Policy()


def test_the_answer_stands_in_the_field_and_the_rest_below_it(tmp_path: Path) -> None:
    """The first heading and the paragraph behind it; a page that begins otherwise has no answer."""
    changed_data(tmp_path)
    write_page(tmp_path, GUIDE, "sv/starta/index.md")
    write_page(tmp_path, GUIDE.replace("order: 1", "order: 2"), "sv/starta/pengar.md")
    site = load.load(tmp_path, TODAY, SETTINGS, design=ROOT)
    html = '<h1 id="a">Pengar</h1>\n<p>Svaret först.</p>\n<p>Mer.</p>'
    page = site.surroundings("sv", "starta/pengar/", html)
    assert page.text == "\n<p>Mer.</p>"
    field = LexborHTMLParser(page.field)
    assert [one.text() for one in field.css("h1, .hero > div:not([class]) > p")] == [
        "Pengar",
        "Svaret först.",
    ]
    crumbs = [one.text().strip() for one in field.css(".crumbs li")]
    assert crumbs == ["Handbok för kommuner", "Besluta", "Starta"]
    assert "Läst igenom 22 november 2026" in page.field
    first = site.surroundings("sv", "starta/", "<h1>Starta</h1><ul></ul>")
    assert first.text == "<ul></ul>"
    assert "crumbs" not in first.field
    assert site.surroundings("sv", "starta/", "<p>Utan rubrik.</p>").text == "<p>Utan rubrik.</p>"
