"""What somebody types, compared with terms, as theme/assets/terms.js does too (test_queries.py)."""

import pytest

from centres.data.terms import Term, fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Mår DÅLIGT!", "mar daligt"),
        ("Upplands-Bro", "upplands bro"),
        ("don’t", "don t"),
        ("Skövde", "skovde"),
        ("شُرطة", "شرطه"),
        ("١٨٧ ٣٠", "187 30"),
        ("مـالمو", "مالمو"),
        ("…", ""),
    ],
)
def test_case_marks_and_signs_do_not_matter(typed: str, folded: str) -> None:
    """Nor whether a letter is typed as one or as two, nor the digits of a keyboard."""
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("written", "typed", "places"),
    [
        ("vill dö", "jag vill bara dö", [1, 3]),
        ("vill dö", "dö vill jag", None),
        ("vill dö", "vill inte alls att hunden ska dö", None),
        ("misshand*", "han misshandlade mig", [1]),
        ("misshand*", "misshan", None),
        ("rån", "rånad", None),
        ("slår mig", "min pappa slår mig", [2, 3]),
        ("don't want", "i dont don't want", [2, 3, 4]),
        ("slår", "och slår och slår", [1]),
    ],
)
def test_the_words_of_a_term_stand_in_their_order_with_at_most_two_between(
    written: str, typed: str, places: list[int] | None
) -> None:
    """Whole words, but where the term says that any end will do."""
    assert Term.of(written).places_in(fold(typed).split()) == places


def test_a_word_counts_with_and_without_what_its_language_glues_to_it() -> None:
    """Of a word of one letter nothing is taken."""
    term = Term.of("شرطة")
    assert not term.is_in(["والشرطه"])
    assert term.is_in(["والشرطه"], ["ال", "وال"])
    assert not Term.of("ا").is_in(["وا"], ["و"])
