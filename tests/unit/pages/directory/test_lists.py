"""Lists of municipalities and of centres, in the order that a Swedish reader expects."""

from centres.data.geography import alphabetical
from centres.pages.directory import lists
from centres.pages.directory.lists import CentresPage, MapPage, MunicipalitiesPage
from centres.pages.edition import Edition


def test_all_municipalities_stand_once_under_their_letter_with_the_swedish_letters_last(
    swedish: Edition,
) -> None:
    """Å, Ä and Ö are letters of their own, after Z."""
    page = lists.alphabetical_page(swedish).values
    assert isinstance(page, MunicipalitiesPage)
    assert [group.name for group in page.groups][-4:] == ["T", "U", "V", "Ö"]
    names = [place.name for group in page.groups for place in group.municipalities]
    assert len(set(names)) == len(names) == 19
    anchors = [group.anchor for group in page.groups]
    assert len(set(anchors)) == len(anchors)


def test_all_municipalities_stand_once_under_their_county(swedish: Edition) -> None:
    """5 counties, from Jönköping to Västra Götaland."""
    page = lists.county_page(swedish).values
    assert isinstance(page, MunicipalitiesPage)
    assert len(page.groups) == 5
    assert (page.groups[0].name, page.groups[-1].name) == ("Jönköpings län", "Västra Götalands län")
    assert sum(len(group.municipalities) for group in page.groups) == 19


def test_centres_stand_in_the_order_of_their_municipalities(swedish: Edition) -> None:
    """Several are just called Stödcentrum."""
    page = lists.centres_page(swedish).values
    assert isinstance(page, CentresPage)
    names = [names for _, names in page.centres]
    assert names == sorted(names, key=alphabetical)
    ids = [centre.id for centre, _ in page.centres]
    assert ids.index("taby") < ids.index("eskilstuna") == ids.index("gnosjo") - 1


def test_the_map_says_what_each_shape_shows_and_shows_those_with_access(swedish: Edition) -> None:
    """The lists that it leads to say the same."""
    page = lists.map_page(swedish).values
    assert isinstance(page, MapPage)
    assert set(page.names) == set(page.country.shapes)
    drawn = {
        shape.municipality.code
        for map_ in (page.country, page.county)
        for shapes in map_.shapes.values()
        for shape in shapes
        if shape.stop
    }
    assert drawn == set(swedish.directory.centre_of)
