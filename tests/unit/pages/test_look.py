"""The page for maintainers shows every part, each with names of its own."""

import re
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from jinja2.runtime import Macro
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from centres.content.markdown import STRICT
from centres.pages import look
from centres.site import load
from helpers import ROOT, SETTINGS, TODAY, changed_data

PARTS = ROOT / "templates/parts"
SHOWN = f"{look.PATH}index.html"


def macros() -> set[str]:
    """Return every macro of the parts: "channels.html: call_link"."""
    environment = Environment(autoescape=True, **STRICT)
    return {
        f"{file.name}: {macro.name}"
        for file in PARTS.glob("*.html")
        for macro in environment.parse(file.read_text(encoding="utf-8")).find_all(nodes.Macro)
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, set[str]]:
    """Make the page of the example; return its HTML, and the parts and macros it is made of."""
    used: set[str] = set()
    call, get_template = Macro.__call__, Environment.get_template

    def called(macro: Macro, *args: Any, **named: Any) -> Any:
        used.add(f"{Path(macro._func.__code__.co_filename).name}: {macro.name}")
        return call(macro, *args, **named)

    def got(environment: Environment, name: Any, *args: Any, **named: Any) -> Any:
        used.add(str(name))
        return get_template(environment, name, *args, **named)

    root = tmp_path_factory.mktemp("look")
    changed_data(root)
    site = load.load(root, TODAY, SETTINGS, design=ROOT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Macro, "__call__", called)
        patch.setattr(Environment, "get_template", got)
        return dict(site.files())[SHOWN], used


def test_the_page_has_every_part_and_every_macro_of_the_parts(made: tuple[str, set[str]]) -> None:
    """A new one is shown too, in templates/look_parts.html: or nobody sees it in the dark."""
    _, used = made
    files = {f"parts/{file.name}" for file in PARTS.glob("*.html")}
    assert (files | macros()) - used == set()


def test_no_two_elements_of_the_page_have_the_same_name(made: tuple[str, set[str]]) -> None:
    """Though it has each part several times; and what names another element names its own."""
    html, _ = made
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    named = re.findall(r'\s(?:for|data-copies|aria-(?:controls|describedby))="([^"]+)"', html)
    named += re.findall(r"url\(#([^)]+)\)", html)
    assert named
    assert set(named) <= set(ids)


def test_the_parts_are_in_both_faces_from_both_sides_and_in_a_language_that_is_written_so(
    made: tuple[str, set[str]],
) -> None:
    """Left to right in the source language; right to left in the first that is."""
    page = LexborHTMLParser(made[0])
    faces = [
        (one.attributes["class"], one.attributes["lang"], one.attributes["dir"])
        for one in page.css(".face")
    ]
    assert faces == [
        ("face light", "sv", "ltr"),
        ("face dark", "sv", "ltr"),
        ("face light", "ar", "rtl"),
        ("face dark", "ar", "rtl"),
    ]


def test_a_name_is_made_the_elements_own_wherever_it_stands() -> None:
    """And nothing else that looks like one."""
    html = Markup(
        '<b id="a" class="a">id="a"</b><i aria-describedby="a" fill="url(#a)"><a href="#a">a</a>'
    )
    assert look.apart(html, "x") == (
        '<b id="a-x" class="a">id="a"</b><i aria-describedby="a-x" fill="url(#a-x)">'
        '<a href="#a">a</a>'
    )
