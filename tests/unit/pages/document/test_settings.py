"""What mkdocs.yml decides about the pages."""

import pytest

from centres.errors import PageError
from centres.pages.document.settings import Settings


@pytest.mark.parametrize("exit_url", ["", "http://www.smhi.se/", "https:///", "www.smhi.se", "/"])
def test_the_way_out_leads_to_another_host_over_https_or_the_build_stops(exit_url: str) -> None:
    """A way out that leads back here, or can be read on the way, is worse than none."""
    with pytest.raises(PageError) as told:
        Settings("/", exit_url)
    assert str(told.value) == f"mkdocs.yml: extra.exit is no https address: {exit_url!r}"
