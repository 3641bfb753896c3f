"""What the bench shares with the tests: builds, nginx, a phone, Chromium's flags, languages.

It is imported from here only, since the tests' helpers are no package and need a path of their own.
"""

import sys

from bench.machine import ROOT

sys.path.insert(0, str(ROOT / "tests"))

import nginx
from browser.conftest import QUIET
from built import SITE_URL, copied, mkdocs
from helpers import DIRECTORY, FOLDERS
from node import NODE
from page_kinds import PHONE
from translated import repository
from translated.texts import Change

__all__ = [
    "DIRECTORY",
    "FOLDERS",
    "NODE",
    "PHONE",
    "QUIET",
    "SITE_URL",
    "Change",
    "copied",
    "mkdocs",
    "nginx",
    "repository",
]
