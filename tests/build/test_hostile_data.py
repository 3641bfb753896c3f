"""Whatever text gets through the check is text everywhere: on every page and in every export."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from built import asset, copied, mkdocs
from centres.files import yaml_file
from helpers import LATEST
from page_kinds import is_materials

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
    "for_whom",
    "printed",
    "word",
    "meaning",
)
FACTS_IN_WORDS = ("opening_hours", "open")


def hostile(part: Any) -> Any:
    """Make every text of the data hostile; values with a format of their own are left alone."""
    if isinstance(part, list):
        return [hostile(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {name: _hostile_field(name, value) for name, value in part.items()}


def _hostile_field(name: str, value: Any) -> Any:
    if name in FACTS_IN_WORDS:
        # The report tells no opening hours: they have a source of their own.
        return {"value": HOSTILE, "source": "centret", "checked": str(LATEST)}
    return HOSTILE if name in TEXTS and isinstance(value, str) else hostile(value)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole site from such data."""
    root = copied(tmp_path_factory.mktemp("hostile"))
    for path in (root / "data").glob("*.yaml"):
        content = hostile(yaml_file.read(path, path.name).content)
        if path.name == "helplines.yaml":
            # A line's source has its own date, and no day of checking beside it.
            content = [{**one, "open": HOSTILE} for one in content]
        path.write_text(yaml.safe_dump(content, allow_unicode=True, width=10_000), encoding="utf-8")
    done = mkdocs(root / "site", root, SITE_URL="https://stod.example/")
    assert done.returncode == 0, done.stderr
    return root / "site"


def test_every_page_has_the_elements_that_it_always_has(site: Path) -> None:
    """No picture, no handler, no address but the ordinary ones, and one script in each head."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 900
    for path in pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert not page.find_all("img"), path
        assert not [tag for tag in page.find_all(True) if any(a[:2] == "on" for a in tag.attrs)]
        schemes = {one["href"].partition(":")[0] for one in page.select("a[href*=':']")}
        assert schemes <= {"tel", "mailto", "https"}, path
        if not is_materials(path.relative_to(site).as_posix()):
            assert len(page.find_all("script")) == len(page.head.find_all("script")) <= 2, path


def test_the_text_is_shown_as_it_was_written(site: Path) -> None:
    """Nothing is filled in, left out or read as markup."""
    for address in (
        "kommun/taby",
        "en/stodcentrum/lund",
        "ar/stodlinjer",
        "om/kallor",
        "om/farskhet",
    ):
        page = BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")
        wanted = " ".join(HOSTILE.split()) if address != "om/farskhet" else "Borås"
        assert wanted in " ".join(page.main.get_text().split()), address


def test_no_template_was_run_anywhere(site: Path) -> None:
    """7*7 is 49 only where somebody counts."""
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert ("{{ 7*7 }}" in text) == ("onerror=alert(1)" in text), path
        assert "<script>alert" not in text, path


def test_the_exports_hold_the_text_and_are_whole(site: Path) -> None:
    """JSON, XML, and the headers that a host reads."""
    published = json.loads((site / "data/centres.json").read_text("utf-8"))
    assert {centre["name"] for centre in published["centres"]} == {HOSTILE}
    json.loads(asset(site, "places.json").read_text("utf-8"))
    assert len(ET.parse(site / "sitemap.xml").getroot()) > 900
    assert "alert" not in (site / "_headers").read_text("utf-8")
