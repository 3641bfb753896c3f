"""How the house is built: what may know what."""

import re

import pytest
from mkdocs import config

from centres.content.markdown import EXTENSIONS
from helpers import ROOT

PACKAGE = sorted((ROOT / "hooks/centres").rglob("*.py"))


def test_no_module_reads_the_clock_but_one() -> None:
    """The day is an argument; only the command and the build ask what day it is."""
    asks = re.compile(r"date\.today\(|datetime\.now\(|time\.time\(")
    asking = [path.name for path in PACKAGE if asks.search(path.read_text(encoding="utf-8"))]
    assert asking == ["clock.py"]


def test_every_tier_is_run_by_make_test(pytestconfig: pytest.Config) -> None:
    """By default pytest leaves out folders named "build", and says nothing."""
    tests = (path.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py"))
    tiers = {ROOT / "tests" / path.parts[1] for path in tests}
    assert {ROOT / path for path in pytestconfig.getini("testpaths")} == tiers
    assert "build" not in pytestconfig.getini("norecursedirs")


def test_the_guides_markdown_is_read_as_visitors_is() -> None:
    """MkDocs has two of the extensions whatever mkdocs.yml says."""
    listed = config.load_config(str(ROOT / "mkdocs.yml"))["markdown_extensions"]
    assert sorted(listed) == sorted(EXTENSIONS)
