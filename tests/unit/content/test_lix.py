"""How hard a text is to read, as LIX counts it."""

from centres.content import lix


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    """Eight words in two sentences, two of them longer than six letters: 8/2 + 100 * 2/8."""
    assert lix.lix("Det är en kort mening. Meningen därefter likaså.").value == 4 + 25
    assert lix.lix("Det är kort. Det är bra.").value == 3.0
    assert lix.lix("").value == 0.0


def test_lix_counts_what_is_read_and_not_how_it_is_written() -> None:
    """No addresses, sources or signs; headings and items end where they end."""
    body = (
        "# Rubrik här {: #har }\n\n"
        "Text [som länkar](https://example.org/förundersökningskungörelsen) ut.[^a]"
        "\n\n- **En** sak\n- två {{ figures.municipalities }}\n"
    )
    plain = "Rubrik här\nText som länkar ut.\nEn sak\ntvå 1"
    assert lix.of_markdown(body) == lix.lix(plain)
