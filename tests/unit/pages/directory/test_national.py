"""Pages that are the same wherever one lives."""

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

from centres.data import loader
from centres.data.directory import Directory
from centres.data.model import Need
from centres.i18n import Words
from centres.pages.directory import national
from centres.pages.directory.national import (
    CertainPage,
    Choice,
    FreshnessPage,
    GlossaryPage,
    HelplinesPage,
    SourcesPage,
)
from centres.pages.edition import Edition
from centres.pages.labels import CHANNEL, NEED
from helpers import ROOT, TODAY, changed_data


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


def lines(edition: Edition) -> HelplinesPage:
    """Return what the page of all lines shows."""
    values = national.helplines_page(edition).values
    assert isinstance(values, HelplinesPage)
    return values


def test_every_line_stands_under_what_it_is_mostly_for_those_for_danger_first(
    swedish: Edition,
) -> None:
    """In the order of the file within each; under no heading without a line."""
    page = lines(swedish)
    assert {heading: [card.helpline.id for card, _ in cards] for heading, cards in page.groups} == {
        NEED["emergency"]: ["112", "socialjouren", "sms-112"],
        NEED["any crime"]: ["polisen", "brottsofferjouren", "bris", "jag-vill-veta"],
        NEED["close relationship"]: ["kvinnofridslinjen", "man", "transpersoner"],
        NEED["honour"]: ["ratt-att-valja"],
        NEED["distress"]: ["sjalvmordslinjen"],
        NEED["compensation"]: ["brottsoffermyndigheten"],
        NEED["health care"]: ["1177"],
    }
    assert page.groups[0][0] == NEED["emergency"]


def choices(page: HelplinesPage) -> list[Choice]:
    """Return what the list can be narrowed to, in the order of the page."""
    return [*page.ways, *page.needs]


def test_help_to_call_is_no_line_to_call(tmp_path: Path) -> None:
    """Nor is it a choice. But where what is said of it comes from is told with the others."""
    calling = ("needs: [health care]", "needs: [calling, health care]")
    directory = loader.load(changed_data(tmp_path, calling, file="helplines.yaml"), TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    page = lines(edition)
    assert "1177" not in [card.helpline.id for _, cards in page.groups for card, _ in cards]
    assert "calling" not in NEED
    assert NEED["health care"] not in [choice.label for choice in choices(page)]
    certain = national.certain_page(edition)
    assert certain.path == "om/stodlinjer/"
    assert isinstance(certain.values, CertainPage)
    assert [card.helpline.id for card in certain.values.cards] == list(directory.lines)


def test_a_choice_shows_every_line_that_has_what_it_says(swedish: Edition) -> None:
    """Not only those under its heading; and there is none that would show nothing."""
    page = lines(swedish)
    shown = {
        choice.label: [
            card.helpline.id
            for _, cards in page.groups
            for card, anchors in cards
            if choice.anchor in anchors
        ]
        for choice in choices(page)
    }
    assert list(shown)[:3] == [
        CHANNEL["chat"],
        CHANNEL["sms"],
        NEED["emergency"],
    ]
    assert shown[CHANNEL["chat"]] == ["brottsofferjouren", "bris", "kvinnofridslinjen"]
    assert shown[CHANNEL["sms"]] == ["sms-112", "bris"]
    assert shown[NEED["honour"]] == [
        "polisen",
        "brottsofferjouren",
        "bris",
        "kvinnofridslinjen",
        "ratt-att-valja",
    ]
    assert all(shown.values())
    assert NEED["own violence"] not in shown


def test_an_anchor_says_nothing_and_stays_the_same_whichever_lines_there_are(
    directory: Directory, swedish: Edition
) -> None:
    """It stands in the history of the browser, and somebody may have saved it."""
    before = {choice.label: choice.anchor for choice in choices(lines(swedish))}
    assert all(re.fullmatch(r"l[0-9]+", anchor) for anchor in before.values())
    assert len(set(before.values())) == len(before)
    few = [line for line in directory.helplines if line.id in ("1177", "ratt-att-valja")]
    after = choices(lines(replace(swedish, directory=replace(directory, helplines=few))))
    assert [choice.label for choice in after] == [
        NEED["honour"],
        NEED["helping others"],
        NEED["health care"],
    ]
    assert all(before[choice.label] == choice.anchor for choice in after)


def test_the_sheet_has_a_rule_for_every_anchor_that_a_choice_can_have(
    directory: Directory, swedish: Edition
) -> None:
    """One without would hide all lines."""
    bris = directory.lines["bris"]
    signs = bris.channels[2].model_copy(update={"kind": "sign language"})
    needs = [need for need in get_args(Need) if need != "calling"]
    every = bris.model_copy(update={"channels": [*bris.channels, signs], "needs": needs})
    page = lines(replace(swedish, directory=replace(directory, helplines=[every])))
    anchors = {choice.anchor for choice in choices(page)}
    assert len(anchors) == 3 + len(needs)
    sheet = (ROOT / "theme/assets/narrow.css").read_text(encoding="utf-8")
    shown = re.findall(r"#(l[0-9]+):target ~ \* > \.(l[0-9]+)", sheet)
    assert all(target == shows for target, shows in shown)
    assert anchors <= {target for target, _ in shown}


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
