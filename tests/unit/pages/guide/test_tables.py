"""What prose of the guide may ask for: counted from the directory."""

from collections.abc import Callable

import pytest
from markupsafe import Markup

from centres.errors import PageError
from centres.pages.document.frame import Urls
from centres.pages.edition import Edition
from centres.pages.guide import tables
from centres.pages.guide.tables import CentresTable, SharesTable, SharingTable
from centres.pages.page import Values


@pytest.fixture
def asked(swedish: Edition) -> tuple[dict[str, Callable[..., Markup]], list[Values]]:
    """Return what prose may ask for by name, and the values of what it has asked for."""
    rendered: list[Values] = []

    def render(part: Values) -> Markup:
        rendered.append(part)
        return Markup("*")

    return tables.parts(swedish, render, Urls("../", "../", "../", {}), []), rendered


Asked = tuple[dict[str, Callable[..., Markup]], list[Values]]


def test_a_centre_that_is_not_there_stops_the_page_that_names_it(asked: Asked) -> None:
    """With the file to look in."""
    with pytest.raises(PageError) as told:
        asked[0]["centre"]("tabby")
    assert str(told.value) == "data/centres.yaml: tabby?"


def test_no_sign_in_a_name_is_read_as_markdown(asked: Asked) -> None:
    """A star in a name stays a star."""
    assert asked[0]["centre"]("taby") == "&#42;"


def test_every_centre_is_counted_in_one_row_of_each_table(asked: Asked, swedish: Edition) -> None:
    """By how it is run, and by age."""
    parts, rendered = asked
    parts["models"]()
    parts["coverage_ages"]()
    every = sorted(centre.id for centre in swedish.directory.centres)
    for table in rendered:
        assert isinstance(table, CentresTable)
        assert sorted(centre.id for row in table.rows for centre in row.centres) == every


def test_counties_stand_with_the_largest_share_first(asked: Asked) -> None:
    """Whoever is compared wants to see with whom."""
    parts, rendered = asked
    parts["coverage_counties"]()
    (table,) = rendered
    assert isinstance(table, SharesTable)
    percent = [share.percent for _, share in table.rows]
    assert len(percent) == 5
    assert percent == sorted(percent, reverse=True)


def test_only_centres_for_several_municipalities_share(asked: Asked) -> None:
    """The one for most of them first."""
    parts, rendered = asked
    parts["coverage_sharing"]()
    (table,) = rendered
    assert isinstance(table, SharingTable)
    counts = [len(row.municipalities) for row in table.rows]
    assert min(counts) > 1
    assert counts == sorted(counts, reverse=True)
