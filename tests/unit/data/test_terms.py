"""What somebody types, compared with terms, as theme/assets/terms.js does too (test_queries.py)."""

import pytest

from centres.data.terms import Term, apart, fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  Mår DÅLIGT!", "mar daligt"),
        ("Upplands-Bro", "upplands bro"),
        ("don’t", "dont"),
        ("Skövde", "skovde"),
        ("hjäääälp 116 000 Kiirunaan", "hjalp 116 000 kiirunaan"),
        ("شُرطة", "شرطه"),
        ("١٨٧ ٣٠", "187 30"),
        ("مـالمو", "مالمو"),
        ("ههـهه", "ه"),
        ("don\ufe0ft", "dont"),
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
        ("don't want", "i dont want", [1, 2]),
        ("ska/vill slå mig/oss", "han vill slå oss", [1, 2, 3]),
        ("p-piller", "tagit p-piller", [1, 2]),
        ("orkar inte mer.", "jag orkar inte mer", [1, 2, 3]),
        ("orkar inte mer.", "orkar inte mer matte", None),
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


@pytest.mark.parametrize(
    ("written", "typed", "stands"),
    [
        ("vill dö", "vil dö", True),
        ("want die", "i wnat to die", True),
        ("vill dö", "vull dö", False),
        ("självmord*", "sjäkvmordstankar", True),
        ("självmord*", "själsliv", False),
        ("rånad nu", "tränad nu", False),
        ("blöder", "bloder", True),
        ("skjuter", "sjkuter", True),
        ("skjut", "sjkut", False),
    ],
)
def test_a_slip_of_the_hand_counts_the_sooner_the_longer_a_word_is(
    written: str, typed: str, *, stands: bool
) -> None:
    """In a term of one word only if that is long: it may as well be another word."""
    assert Term.of(written).is_in(fold(typed).split(), slips=True) is stands


def test_words_that_were_written_as_one_are_told_apart_if_all_are_known() -> None:
    """What is left over is a word of its own, and so is what is short or known whole."""
    known = {"jag", "vill", "dö", "ja", "slår", "påslår"}
    assert apart("jagvilldö", known) == ["jag", "vill", "dö"]
    assert apart("jagvilldöden", known) == ["jagvilldöden"]
    assert apart("påslår", known) == ["påslår"]
    assert apart("villd", known) == ["villd"]
