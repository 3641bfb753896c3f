"""Names, ages and dates as each language writes them."""

from typing import Any

import pytest

from centres.data.model import Ages, Source
from centres.pages.edition import Edition


@pytest.mark.parametrize(
    ("limits", "message", "values", "swedish"),
    [
        ({"under": "25"}, "under %(under)s år", {"under": 25}, "under 25 år"),
        ({"up_to": "21"}, "till och med %(up_to)s år", {"up_to": 21}, "till och med 21 år"),
        ({"from": "10"}, "från %(lowest)s år", {"lowest": 10}, "från 10 år"),
        (
            {"from": "10", "under": "25"},
            "från %(lowest)s år, men under %(under)s år",
            {"lowest": 10, "under": 25},
            "från 10 år, men under 25 år",
        ),
        (
            {"from": "10", "up_to": "20"},
            "mellan %(lowest)s och %(up_to)s år",
            {"lowest": 10, "up_to": 20},
            "mellan 10 och 20 år",
        ),
    ],
    ids=["under", "up to", "from", "from and under", "from and up to"],
)
def test_a_limit_is_said_as_the_source_has_it(
    editions: dict[str, Edition],
    limits: dict[str, str],
    message: str,
    values: dict[str, int],
    swedish: str,
) -> None:
    """Under 25, and up to and including 24, are two facts; a language has words for each."""
    ages = Ages.model_validate(limits)
    assert editions["sv"].localizer.ages(ages) == swedish
    english = editions["en"]
    assert message in english.words.known
    assert english.localizer.ages(ages) == english.words.html(message, **values)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ("undated", "utan datum"),
        ("2022", "2022"),
        ("2024-09", "september 2024"),
        ("2026-01-14", "14 januari 2026"),
    ],
)
def test_a_source_is_dated_as_exactly_as_it_dates_itself(
    swedish: Edition, date: str, text: str
) -> None:
    """A year is no day."""
    values: dict[str, Any] = {"id": "a", "title": "A", "publisher": "B", "retrieved": "2026-11-22"}
    assert swedish.localizer.date_of(Source.model_validate({**values, "date": date})) == text


def test_names_are_a_list_in_a_sentence_and_are_marked_as_names_and_as_swedish(
    editions: dict[str, Edition],
) -> None:
    """A screen reader reads them with a Swedish voice, and they keep their order in Arabic.

    No browser translates them, on Swedish pages either: Vara is a verb too.
    """
    names = ["Täby", "Vaxholm", "Österåker"]
    kept = [f'<bdi translate="no">{name}</bdi>' for name in names]
    assert editions["sv"].localizer.names(names) == f"{kept[0]}, {kept[1]} och {kept[2]}"
    marked = [f'<bdi lang="sv" translate="no">{name}</bdi>' for name in names]
    assert editions["en"].localizer.names(names) == f"{marked[0]}, {marked[1]}, and {marked[2]}"
    assert editions["ar"].localizer.names(names[:1]) == marked[0]


def test_a_name_in_the_data_is_text(swedish: Edition, editions: dict[str, Edition]) -> None:
    """Whoever proposes a name proposes no markup."""
    assert swedish.localizer.swedish("<b>") == "&lt;b&gt;"
    assert swedish.localizer.name("<b>") == '<bdi translate="no">&lt;b&gt;</bdi>'
    assert editions["en"].localizer.swedish("<b>") == '<bdi lang="sv">&lt;b&gt;</bdi>'


def test_the_swedish_word_stands_beside_its_translation_and_not_beside_itself(
    editions: dict[str, Edition],
) -> None:
    """It is the word on the letter."""
    (word, *_) = editions["sv"].directory.glossary
    assert editions["sv"].localizer.swedish_beside(word) == ""
    assert editions["ar"].localizer.swedish_beside(word) == (
        f' (<bdi lang="sv" translate="no">{word.word}</bdi>)'
    )


def test_a_line_is_called_by_its_digits_and_shown_as_printed(swedish: Edition) -> None:
    """Left to right, whatever is around it."""
    line = swedish.directory.lines["bris"]
    assert swedish.localizer.call(line) == (
        '<a href="tel:116111"><bdi dir="ltr" translate="no">116 111</bdi></a>'
    )


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("sv", ["Arv", "mål", "Zebra", "åtal", "ärende", "överklaga"]),
        ("en", ["ärende", "arv", "åtal", "mål", "överklaga", "zebra"]),
        ("ar", ["أب", "بيت", "پدر", "تاء", "كتاب", "گل"]),
    ],
)
def test_words_stand_in_the_order_of_the_alphabet_of_their_language(
    editions: dict[str, Edition], code: str, words: list[str]
) -> None:
    """In Swedish å, ä and ö come last; in Arabic letters with hamza and of Persian do not."""
    localizer = editions[code].localizer
    numbered = list(enumerate(sorted(words)))
    assert [word for _, word in localizer.in_order(numbered, lambda one: one[1])] == words


def test_two_things_that_are_called_the_same_are_both_there(editions: dict[str, Edition]) -> None:
    """A language may have one word where Swedish has two."""
    numbered = [(1, "b"), (2, "a"), (3, "b")]
    ordered = editions["en"].localizer.in_order(numbered, lambda one: one[1])
    assert ordered == [(2, "a"), (1, "b"), (3, "b")]
