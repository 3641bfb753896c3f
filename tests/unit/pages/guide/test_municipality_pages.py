"""The guide's page of a municipality: its neighbours, and what would change."""

from centres.pages.edition import Edition
from centres.pages.guide import municipality_pages
from centres.pages.guide.municipality_pages import GuideMunicipalityPage

SITE = "https://stod.example/"


def page(editions: dict[str, Edition], slug: str) -> GuideMunicipalityPage:
    """Return what the Swedish page of a municipality shows."""
    pages = municipality_pages.pages(editions, "sv", SITE)
    values = next(page.values for page in pages if page.path == f"starta/kommun/{slug}/")
    assert isinstance(values, GuideMunicipalityPage)
    return values


def test_a_municipality_without_a_centre_sees_whom_it_could_join_and_what_would_change(
    editions: dict[str, Edition],
) -> None:
    """Mark lies beside Borås, which has one; those neighbours stand first."""
    mark = page(editions, "mark")
    assert [(near.centre.id, near.borders) for near in mark.choices.near] == [("boras", 1)]
    assert mark.neighbours[0].municipality.name == "Borås"
    assert all(row.centre is None for row in mark.neighbours[1:])
    assert mark.choices.alone
    assert mark.choices.alone.served == len(editions["sv"].directory.centre_of) + 1
    assert mark.choices.could_join is None


def test_a_municipality_with_a_centre_sees_who_could_join_it(
    editions: dict[str, Edition],
) -> None:
    """Mark among them."""
    boras = page(editions, "boras").choices
    assert (boras.near, boras.alone, boras.together) == ([], None, None)
    assert boras.could_join
    assert "Mark" in [place.name for place in boras.could_join.joining]


def test_each_page_has_a_text_to_paste_in_each_language_of_the_guide(
    editions: dict[str, Edition],
) -> None:
    """With the address that residents see in that language."""
    texts = page(editions, "vara").texts
    assert [text.language.code for text in texts] == ["sv", "en"]
    assert f"{SITE}kommun/vara/" in texts[0].plain
    assert f"{SITE}en/kommun/vara/" in texts[1].plain


def test_a_language_without_the_guide_has_none_of_its_pages(editions: dict[str, Edition]) -> None:
    """Arabic: it is for people at work in Sweden."""
    assert list(municipality_pages.pages(editions, "ar", SITE)) == []


def test_every_page_is_where_it_was_announced(editions: dict[str, Edition]) -> None:
    """Nobody may write prose at such an address."""
    made = {page.path for page in municipality_pages.pages(editions, "sv", SITE)}
    assert made == municipality_pages.addresses(editions["sv"].directory)
