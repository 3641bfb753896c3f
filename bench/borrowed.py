"""What the bench takes from the tests: a build of the site, a phone, a browser, Node, languages."""

import sys

from bench.machine import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from browser.conftest import QUIET
from built import mkdocs
from helpers import FOLDERS
from node import NODE
from page_kinds import PHONE

__all__ = ["FOLDERS", "NODE", "PHONE", "QUIET", "mkdocs"]
