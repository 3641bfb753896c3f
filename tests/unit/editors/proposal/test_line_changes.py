"""Which lines of a page changed, and into what, as a reader would pair them."""

import pytest

from centres.editors.proposal.line_changes import Change, changes


def test_lines_that_are_the_same_are_no_changes() -> None:
    """Wherever they stand."""
    assert list(changes(["Ring 112.", "Tolk: Ja"], ["Ring 112.", "Tolk: Ja"])) == []
    assert list(changes([], [])) == []


def test_a_removed_a_replaced_and_an_added_line_come_in_the_order_of_the_page() -> None:
    """An added line stands where it was added."""
    old = ["Borås", "Stängt i dag.", "Ring 033-35 51 98", "Tolk: Ja"]
    new = ["Borås", "Ring 033-35 51 99", "Mejla stodcentrum@boras.se", "Tolk: Ja"]
    assert list(changes(old, new)) == [
        ("Stängt i dag.", None),
        ("Ring 033-35 51 98", "Ring 033-35 51 99"),
        (None, "Mejla stodcentrum@boras.se"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        # The first line is most like the last: what stands before its pair was added before it,
        # and so nothing is left for the second.
        (
            ["Ring 033-35 51 98", "Öppet: vardagar"],
            ["Öppet: alla dagar", "Ring 033-35 51 99"],
            [
                (None, "Öppet: alla dagar"),
                ("Ring 033-35 51 98", "Ring 033-35 51 99"),
                ("Öppet: vardagar", None),
            ],
        ),
        # Of two that are equally like it, the first is the pair.
        (
            ["Ring 033-35 51 98"],
            ["Ring 033-35 51 97", "Ring 033-35 51 99"],
            [("Ring 033-35 51 98", "Ring 033-35 51 97"), (None, "Ring 033-35 51 99")],
        ),
        # The pair of the first line is the first line: nothing was added before it.
        (
            ["Ring 08-1 idag", "Mejla a@b.se nu"],
            ["Ring 08-2 idag", "Mejla c@b.se nu"],
            [("Ring 08-1 idag", "Ring 08-2 idag"), ("Mejla a@b.se nu", "Mejla c@b.se nu")],
        ),
        # Less than half is the same: two lines.
        (["Stängt"], ["Ring oss i natt"], [("Stängt", None), (None, "Ring oss i natt")]),
    ],
    ids=["a pair that is passed by", "two alike", "pairs in order", "no likeness"],
)
def test_a_line_became_the_line_that_it_is_most_like(
    old: list[str], new: list[str], pairs: list[Change]
) -> None:
    """Both keep their order, and each is said once."""
    assert list(changes(old, new)) == pairs


def test_answers_to_one_question_are_one_line_however_different_they_are() -> None:
    """And so are sentences that begin with the same three words."""
    assert list(changes(["Öppettider: Fråga centret"], ["Öppettider: vardagar 9–16"])) == [
        ("Öppettider: Fråga centret", "Öppettider: vardagar 9–16")
    ]
    old = "Uppgifterna är från 14 januari 2026. Något kan ha ändrats."
    new = "Uppgifterna är från i går."
    assert list(changes([old], [new])) == [(old, new)]
