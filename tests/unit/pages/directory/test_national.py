"""Pages that are the same wherever one lives."""

from dataclasses import replace

from centres.i18n import Words
from centres.pages.directory import national
from centres.pages.directory.national import (
    FreshnessPage,
    GlossaryPage,
    HelplinesPage,
    SourcesPage,
)
from centres.pages.edition import Edition


def test_the_glossary_has_the_word_on_the_letter_beside_each_translation(
    editions: dict[str, Edition],
) -> None:
    """A word that nobody has translated is that word already."""
    swedish, english = editions["sv"], editions["en"]
    untranslated = replace(english, words=Words("en"))

    def words_beside(edition: Edition) -> list[str]:
        page = national.glossary_page(edition).values
        assert isinstance(page, GlossaryPage)
        return [str(meaning.swedish) for meaning in page.meanings]

    words = [word.word for word in swedish.directory.glossary]
    assert words_beside(swedish) == words_beside(untranslated) == [""] * len(words)
    assert sorted(words_beside(english)) == sorted(
        f' (<bdi lang="sv" translate="no">{word}</bdi>)' for word in words
    )


def test_every_line_stands_under_one_heading_those_for_danger_first(swedish: Edition) -> None:
    """In the order of the file within each."""
    page = national.helplines_page(swedish).values
    assert isinstance(page, HelplinesPage)
    assert page.groups[0][0] == "När det är bråttom, och polisen"
    names = [card.helpline.id for _, cards in page.groups for card in cards]
    assert names[0] == "112"
    assert sorted(names) == sorted(line.id for line in swedish.directory.helplines)


def test_a_source_that_is_asked_anew_for_each_fact_is_not_in_the_list_of_sources(
    swedish: Edition,
) -> None:
    """Its day stands beside the fact, and there is no other."""
    page = national.sources_page(swedish).values
    assert isinstance(page, SourcesPage)
    assert len(set(page.citations)) == len(page.citations) > 0
    assert not any("Uppgift från centret" in citation for citation in page.citations)


def test_how_fresh_the_facts_are_is_counted_on_the_day_of_the_build(swedish: Edition) -> None:
    """With the day in words."""
    page = national.freshness_page(swedish).values
    assert isinstance(page, FreshnessPage)
    assert page.day == "22 november 2026"
    assert len(page.centres) == len(swedish.directory.centres)
