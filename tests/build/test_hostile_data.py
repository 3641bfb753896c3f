"""Whatever text gets through the check is text everywhere: on every page and in every export."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml

import invariants
from built import SITE_URL, asset, build, once
from built import example as copied_example
from centres.files import yaml_file
from invariants import ALL, Page, Site

# What somebody would write who wants it to be more than text: HTML, Jinja, Markdown, gettext, a
# template of JavaScript, the end of a script, an entity, and the marks of our own prose.
HOSTILE = (
    '<img src=x onerror=alert(1)> {{ 7*7 }} {% include "x" %} {# # [x](javascript:alert(1)) '
    "[^nej] [^bilaga-2] [a](ord:nej) "
    "%(name)s %s ${7*7} </title></style></script><script>alert(1)</script> \"' &amp; <!-- -->"
)
# The fields that hold free text, wherever they stand.
TEXTS = (
    "name",
    "name_in_swedish",
    "title",
    "publisher",
    "ask_for",
    "note",
    "what_for",
    "for_whom",
    "printed",
    "word",
    "meaning",
)


def hostile(part: Any) -> Any:
    """Make every text of the data hostile; values with a format of their own are left alone."""
    if isinstance(part, list):
        return [hostile(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        name: HOSTILE if name in TEXTS and isinstance(value, str) else hostile(value)
        for name, value in part.items()
    }


# What holds whatever anybody writes: what is a link, a script or a name stays one.
INVARIANTS = [
    name
    for name, invariant in ALL.items()
    if invariant.__module__.rpartition(".")[2] in ("structure", "privacy", "links")
]


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the whole example from such data."""

    def make(folder: Path) -> None:
        root = copied_example(folder / "repository")
        for path in (root / "data").glob("*.yaml"):
            content = hostile(yaml_file.read(path, path.name).content)
            text = yaml.safe_dump(content, allow_unicode=True, width=10_000)
            path.write_text(text, encoding="utf-8")
        build(folder / "site", root, SITE_URL=SITE_URL)

    folder = once(tmp_path_factory, "hostile", make)
    return invariants.site(folder / "site", SITE_URL, folder / "repository")


def test_every_page_has_the_elements_that_it_always_has(hostile_site: Site, example: Site) -> None:
    """No picture, no handler, no address but the ordinary ones, and one script in each head."""
    assert hostile_site.addresses == example.addresses
    found: dict[str, list[invariants.Fault]] = {}
    for address in hostile_site.addresses:
        page = Page(hostile_site, address, hostile_site.html(address))
        assert not page.tags("img"), address
        for name in INVARIANTS:
            if faults := list(ALL[name](page)):
                found.setdefault(name, []).extend(faults)
    assert not found, invariants.report(found)


@pytest.mark.parametrize(
    "address", ["kommun/taby/", "en/stodcentrum/lund/", "ar/stodlinjer/", "om/kallor/"]
)
def test_the_text_is_shown_as_it_was_written(hostile_site: Site, address: str) -> None:
    """Nothing is filled in, left out or read as markup."""
    page = Page(hostile_site, address, hostile_site.html(address))
    assert " ".join(HOSTILE.split()) in page.main


def test_no_template_was_run_anywhere(hostile_site: Site) -> None:
    """7*7 is 49 only where somebody counts."""
    for address in hostile_site.addresses:
        text = hostile_site.html(address)
        assert ("{{ 7*7 }}" in text) == ("onerror=alert(1)" in text), address
        assert "<script>alert" not in text, address


def test_the_exports_hold_the_text_and_are_whole(hostile_site: Site) -> None:
    """JSON, XML, and the headers that a host reads."""
    site = hostile_site.folder
    published = json.loads((site / "data/centres.json").read_text("utf-8"))
    assert {centre["name"] for centre in published["centres"]} == {HOSTILE}
    json.loads(asset(site, "places.json").read_text("utf-8"))
    assert len(ET.parse(site / "sitemap.xml").getroot()) > 100
    assert "alert" not in (site / "_headers").read_text("utf-8")
