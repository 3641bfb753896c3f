"""The page for wrong addresses."""

from centres.pages.document.not_found import NotFoundPage, not_found_page
from centres.pages.edition import Edition


def test_a_wrong_address_is_answered_in_every_language_swedish_first(
    editions: dict[str, Edition],
) -> None:
    """The host does not know which language was meant."""
    page = not_found_page(list(editions.values()))
    assert page.path == "404.html"
    assert isinstance(page.values, NotFoundPage)
    headings = [(ways.language.code, str(ways.heading)) for ways in page.values.languages]
    assert headings == [
        (code, edition.words.plain("Sidan finns inte")) for code, edition in editions.items()
    ]
    assert headings[0] == ("sv", "Sidan finns inte")
    assert len({heading for _, heading in headings}) == len(headings) == 3


def test_it_has_numbers_to_call_once_for_all_languages(editions: dict[str, Edition]) -> None:
    """Who got lost may be in a hurry; the names of lines are the same in every language."""
    page = not_found_page(list(editions.values()))
    assert isinstance(page.values, NotFoundPage)
    assert [(line.id, line.number) for line in page.values.lines] == [
        ("112", "112"),
        ("bris", "116 111"),
        ("brottsofferjouren", "116 006"),
        ("kvinnofridslinjen", "020-50 50 50"),
    ]
