"""Where facts come from, and what is said of a source that is old."""

import pytest

from centres.pages.edition import Edition
from helpers import centre


def test_a_source_is_cited_by_title_publisher_and_date_with_a_link_where_it_is_public(
    editions: dict[str, Edition],
) -> None:
    """The link tells the other site nothing of where it was pressed."""
    assert editions["sv"].citations.by_id("8sidor-bris-2025") == (
        '<a href="https://8sidor.se/sverige/2025/08/manga-barn-ringde-till-bris/" rel="noreferrer">'
        'Många barn ringde till Bris</a>, <bdi translate="no">8 Sidor</bdi>, 20 augusti 2025'
    )
    english = editions["en"].citations.by_id("bilaga-2")
    assert english.startswith('<bdi lang="sv">Stödcentrum för brottsutsatta – en nationell')
    publisher = '<bdi lang="sv" translate="no">Brottsoffermyndigheten</bdi>'
    assert english.endswith(f", {publisher}, 14 January 2026")


def test_a_fact_with_its_entrys_source_is_not_cited_again(swedish: Edition) -> None:
    """A page cites that source once, for all of them."""
    lund = centre(swedish.directory, "lund")
    assert lund.anonymity.source is None
    assert swedish.citations.if_own(lund.anonymity) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bilaga-2", None),
        ("malmo-intranat", "Källan har inget datum. Något kan ha ändrats."),
        (
            "boj-telefoncentral-2020",
            "Uppgifterna är inte färska (15 september 2020). Något kan ha ändrats.",
        ),
    ],
)
def test_a_source_is_old_after_two_years_and_without_a_date(
    swedish: Edition, name: str, text: str | None
) -> None:
    """On 22 November 2026."""
    source = swedish.directory.sources[name]
    assert swedish.citations.age_of(source) == text
    assert swedish.citations.is_old(source) is (text is not None)
