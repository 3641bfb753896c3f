"""What stands around the guide's prose, and the one policy that all its pages share."""

import pytest

from centres.errors import PageError
from centres.pages.document import csp
from centres.pages.document.csp import Policy
from centres.pages.guide.frame import shared_policy

PAGE = '<meta charset="utf-8"><script>theme()</script>'


def test_a_script_that_one_page_has_alone_is_not_let_into_the_policy_of_all() -> None:
    """Policies there are read from what the theme wrote: they would let any script run."""
    pages = {"starta/": PAGE, "starta/hela/": PAGE, "starta/modeller/": PAGE}
    assert shared_policy(pages) == csp.of_guide(PAGE)
    with pytest.raises(PageError) as told:
        shared_policy({**pages, "starta/hela/": f"{PAGE}<script>alert(1)</script>"})
    assert str(told.value) == "/starta/hela/: the guide's other pages have other scripts"


def test_a_guide_without_pages_needs_nothing_of_a_browser() -> None:
    """In a language that lacks it."""
    assert shared_policy({}) == Policy()
