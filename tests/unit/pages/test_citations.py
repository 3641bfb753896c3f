"""Where facts come from: sources as pages name them, and their dates."""

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
    ("name", "date"),
    [
        ("bilaga-2", "14 januari 2026"),
        ("regeringen-116016-2025", "april 2025"),
        ("nck-2024", "16 april 2024"),
        ("motion-2021-3481", "2021"),
        ("malmo-intranat", "utan datum"),
    ],
)
def test_a_date_is_as_exact_as_its_source(swedish: Edition, name: str, date: str) -> None:
    """A day is not made up for a source that says its year only."""
    assert swedish.citations.date_of(swedish.directory.sources[name]) == date


def test_beside_a_date_a_source_is_named_by_who_has_published_it(
    editions: dict[str, Edition],
) -> None:
    """With a link to it; one that is not public says what it is. No browser translates a name."""

    def named(code: str, name: str) -> str:
        citations = editions[code].citations
        return citations.without_date(editions[code].directory.sources[name])

    assert named("sv", "8sidor-bris-2025") == (
        '<a href="https://8sidor.se/sverige/2025/08/manga-barn-ringde-till-bris/" rel="noreferrer">'
        '<bdi translate="no">8 Sidor</bdi></a>'
    )
    assert named("sv", "pts-2007") == (
        'PTS beslut 07-12807 om nummer i serien 116, <bdi translate="no">Post- och telestyrelsen'
        "</bdi>"
    )
    assert named("en", "pts-2007") == (
        '<bdi lang="sv">PTS beslut 07-12807 om nummer i serien 116</bdi>, '
        '<bdi lang="sv" translate="no">Post- och telestyrelsen</bdi>'
    )
