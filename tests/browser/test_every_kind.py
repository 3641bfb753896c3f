"""One visit to every kind of page proves all that a browser can tell of it, in one message."""

import pytest

from browser.checks import faults
from browser.visit import Visitor
from nginx import Nginx
from page_kinds import GUIDE, VISITED, VISITED_IN_PSEUDO

# Pages on which axe has thousands of words and shapes to look at.
LONG = (GUIDE["whole"], GUIDE["coverage"])


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=[pytest.mark.long] * (path in LONG)) for path in VISITED]
)
def test_a_page_of_the_site_is_without_fault(visitor: Visitor, host: Nginx, path: str) -> None:
    find_no_fault(visitor, host, path)


@pytest.mark.parametrize("path", VISITED_IN_PSEUDO)
def test_a_page_in_a_language_that_does_not_exist_is_without_fault(
    visitor: Visitor, pseudo_host: Nginx, path: str
) -> None:
    """Longer words, from either side: what a further language will bring."""
    find_no_fault(visitor, pseudo_host, path)


def find_no_fault(visitor: Visitor, host: Nginx, path: str) -> None:
    """Visit a page, and fail with all its faults."""
    found = faults(visitor.open(host.address, path))
    if found:
        visitor.start_anew()
    assert not found, "\n".join(["/" + path, *found])
