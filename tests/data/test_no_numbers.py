"""A directory in which no centre has a number: nothing stops, and no page shows half a number."""

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from built import copied
from centres import cli
from centres.site import load
from helpers import FOLDERS, LATEST, ROOT, SETTINGS

PAGE = "rad/ring-utan-att-visa-ditt-nummer/"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the real repository, where every centre has `phones: []`."""
    root = copied(tmp_path_factory.mktemp("no-numbers"))
    path = root / "data/centres.yaml"
    text = re.sub(
        r"^  phones:.*\n(?:    .*\n)*",
        "  phones: []\n",
        path.read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    # Nor one to send a text message to.
    text = re.sub(r"^  channels:.*\n(?:    .*\n)*", "", text, flags=re.MULTILINE)
    assert "number:" not in text
    path.write_text(text, encoding="utf-8")
    return root


def test_the_check_is_clean_when_no_centre_has_a_number(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty list is what the field guide asks for where the source has no number."""
    typed = ["check", f"--data={root / 'data'}", f"--today={LATEST}", "--format=text"]
    assert cli.main(typed) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Inga fel. ")


def test_the_page_on_hidden_numbers_says_how_when_there_is_no_example(root: Path) -> None:
    """In a list of four steps in every language, instead of an empty line to copy."""
    site = load.load(root, LATEST, SETTINGS, design=ROOT)
    for folder in FOLDERS.values():
        html = site.at(f"{folder}{PAGE}")
        assert html is not None, folder
        page = LexborHTMLParser(html)
        assert page.css("main .dial") == [], folder
        steps = page.css("main ol")[0].text()
        assert steps.count("#") == 2, folder
        assert "31" in steps, folder
