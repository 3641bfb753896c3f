"""What the bench takes from the tests: how the site is built, a phone, a browser, languages."""

import sys

from bench.machine import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from browser.conftest import QUIET
from built import mkdocs
from helpers import FOLDERS
from page_kinds import PHONE

__all__ = ["FOLDERS", "PHONE", "QUIET", "mkdocs"]
