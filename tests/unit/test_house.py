"""How the house is built: what may know what."""

import re
from collections.abc import Mapping
from typing import get_args

import pytest
from mkdocs import config
from pydantic import BaseModel

from centres.content.markdown import EXTENSIONS
from centres.content.prose import FrontMatter
from centres.data.field_types import Confirmed
from centres.data.model import Helpline, RunBy
from centres.pages import labels
from centres.pages.guide import labels as guide_labels
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


def test_every_choice_that_is_shown_has_its_words() -> None:
    """A new value in `model` without words here would stop the build, not the check."""
    choices: dict[str, tuple[type[BaseModel], Mapping[str, str]]] = {
        "kind": (RunBy, labels.RUN_BY),
        "group": (Helpline, labels.GROUP),
    }
    for field, (record, shown) in choices.items():
        assert set(get_args(record.model_fields[field].annotation)) == set(shown)
    group = FrontMatter.model_fields["group"].annotation
    assert set(get_args(get_args(group)[0])) == {*labels.READING, *guide_labels.CHAPTERS}
    assert set(get_args(Confirmed)) == set(labels.ANSWER)


def test_the_guides_markdown_is_read_as_visitors_is() -> None:
    """MkDocs has two of the extensions whatever mkdocs.yml says."""
    listed = config.load_config(str(ROOT / "mkdocs.yml"))["markdown_extensions"]
    assert sorted(listed) == sorted(EXTENSIONS)
