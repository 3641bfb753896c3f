"""What the bench takes from the tests: builds, hosts, a phone, a browser, languages."""

import sys

from bench.machine import ROOT

sys.path.insert(0, str(ROOT / "tests"))

import nginx
from browser.conftest import QUIET
from built import SITE_URL, copied, mkdocs
from helpers import FOLDERS
from page_kinds import PHONE

__all__ = ["FOLDERS", "PHONE", "QUIET", "SITE_URL", "copied", "mkdocs", "nginx"]
