"""How well a centre is known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from centres.data.directory import AGEING_DAYS, FRESH_DAYS, Directory
from centres.pages import freshness
from helpers import centre


def test_what_there_is_to_find_out_stands_under_its_heading_and_empty_lists_are_left_out(
    directory: Directory,
) -> None:
    """Borås: no web address that anyone has opened, no age limit, and most answers."""
    boras = next(one for one in freshness.standings(directory) if one.centre.id == "boras")
    headings = dict(boras.lists)
    assert headings["Saknas:"] == ["bekräftad webbadress", "åldersgräns"]
    assert "Tar emot vittnen" in headings["Inte bekräftat:"]
    assert "Stödsamtal" not in headings["Inte bekräftat:"]
    assert "Källan har inget datum:" not in headings


@pytest.mark.parametrize(
    ("days", "state"),
    [
        (AGEING_DAYS, "fresh"),
        (AGEING_DAYS + 1, "ageing"),
        (FRESH_DAYS, "ageing"),
        (FRESH_DAYS + 1, "old"),
    ],
)
def test_a_centre_ages_day_by_day(directory: Directory, days: int, state: str) -> None:
    """Soon to be confirmed after four months, and old after six."""
    boras = centre(directory, "boras")
    later = replace(directory, today=boras.checked + timedelta(days=days))
    (standing,) = (one for one in freshness.standings(later) if one.centre.id == "boras")
    assert (standing.age, standing.state) == (days, state)


def test_the_longest_unconfirmed_stands_first(directory: Directory) -> None:
    """That one is to be asked first; of the others, the directory's order stays."""
    first, second, *rest = directory.centres
    asked = second.model_copy(update={"checked": second.checked + timedelta(days=9)})
    changed = replace(directory, centres=[asked, first, *rest])
    names = [standing.centre.id for standing in freshness.standings(changed)]
    assert names == [first.id, *(centre.id for centre in rest), second.id]
