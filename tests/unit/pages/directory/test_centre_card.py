"""A centre that has answered in full: each way and each note stands where somebody looks for it."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from centres import i18n
from centres.data.model import Hours
from centres.pages.hours import in_words as hours_in_words
from centres.site import load
from helpers import ROOT, SETTINGS, TODAY, changed_data

NUMBER = '    - number: "033-35 51 98"\n      kind: not confirmed\n'
OWN = "      source: centret\n      checked: 2026-11-20\n"
SECOND = '    - number: "033-35 51 99"\n      kind: direct\n'
WEB = "  web_page: {title: Utsatt för brott/våld - Borås Stad, url: not confirmed}\n"
HOURS = "  opening_hours: not confirmed\n"


def cited(value: str) -> str:
    """Return a fact in braces that the centre has told."""
    return f"{{{value}, source: centret, checked: 2026-11-20}}"


def page(root: Path, address: str, *changes: tuple[str, str]) -> LexborNode:
    """Return the first card of the page at `address`, with the example's data `changes`d."""
    changed_data(root, *changes)
    html = load.load(root, TODAY, SETTINGS, frozenset({"sv"}), design=ROOT).at(address)
    assert html is not None
    card = LexborHTMLParser(html).css_first("main .card.first")
    assert card is not None
    return card


def calls(card: LexborNode) -> list[str]:
    """Return what its buttons to call say."""
    return [" ".join(one.text(separator=" ").split()) for one in card.css('a[href^="tel:"]')]


def notes(card: LexborNode) -> list[str]:
    """Return what stands between its buttons."""
    return [" ".join(one.text().split()) for one in card.css("p.note")]


BOTH = pytest.mark.parametrize("address", ["kommun/boras/", "stodcentrum/boras/"])


@BOTH
def test_a_number_for_the_young_is_not_what_others_try_next(tmp_path: Path, address: str) -> None:
    """It says for whom it is; only another number to the same door is tried next."""
    young = SECOND + "      for_whom: Du som är under 18 år\n" + OWN
    assert calls(page(tmp_path / "a", address, (NUMBER, NUMBER + young))) == [
        "Ring 033-35 51 98",
        "Ring 033-35 51 99 Du som är under 18 år",
    ]
    same = SECOND.replace("direct", "not confirmed") + OWN
    assert calls(page(tmp_path / "b", address, (NUMBER, NUMBER + same))) == [
        "Ring 033-35 51 98",
        "Ring 033-35 51 99 Svarar ingen? Prova det här",
    ]
    exchange = SECOND.replace("direct", "switchboard") + "      ask_for: Stödcentrum\n" + OWN
    assert calls(page(tmp_path / "c", address, (NUMBER, NUMBER + exchange))) == [
        "Ring 033-35 51 98",
        "Ring 033-35 51 99 Kommunens växel",
    ]


@BOTH
def test_a_condition_stands_where_the_answer_stands(tmp_path: Path, address: str) -> None:
    """That one may be anonymous, and for how long; also where it is told how a contact goes."""
    fact = cited("value: yes, note: Du kan ha upp till fem samtal.")
    card = page(tmp_path, address, ("  anonymity: not confirmed\n", f"  anonymity: {fact}\n"))
    assert "Anonymt: Du kan ha upp till fem samtal." in notes(card)


@BOTH
def test_who_may_just_come_is_told_when_and_where(tmp_path: Path, address: str) -> None:
    """And our sentence that one may not is gone."""
    visits = (
        f"  drop_in: {cited('value: yes')}\n"
        f"  visiting_hours: {cited('weekly: ons 13–16')}\n"
        f"  visiting_address: {cited('value: Exempelgatan 1')}\n"
    )
    changed_data(tmp_path, (HOURS, HOURS + visits))
    html = load.load(tmp_path, TODAY, SETTINGS, frozenset({"sv"}), design=ROOT).at(address)
    assert html is not None
    text = " ".join(LexborHTMLParser(html).css_first("main").text().split())  # type: ignore[union-attr]
    assert "Du kan komma utan att ha bestämt en tid: onsdag 13–16. Adress: Exempelgatan 1" in text
    assert "Det går inte att bara komma förbi" not in text


@BOTH
def test_ways_beside_the_telephone_are_buttons_and_an_account_nobody_opened_is_named(
    tmp_path: Path, address: str
) -> None:
    """With their hours, and what each leaves behind."""
    ways = (
        "  channels:\n"
        '    - kind: sms\n      number: "073-123 45 67"\n      hours: mån–tor 9–16\n'
        "    - kind: form\n      url: https://www.example.se/stod\n"
        "    - kind: social\n      platform: Instagram\n      account: stodcentrum_exempel\n"
    )
    own = "".join(
        line
        + ("\n" + OWN.rstrip() if line.strip().startswith(("hours", "url", "account")) else "")
        + "\n"
        for line in ways.splitlines()
    )
    card = page(tmp_path, address, (WEB, own + WEB))
    links = [one.attributes["href"] for one in card.css(".do a") if one.attributes["href"]]
    assert links == [
        "tel:+4633355198",
        "sms:+46731234567",
        "https://www.example.se/stod",
        "mailto:stodcentrum@boras.se",
    ]
    said = notes(card)
    assert "Öppet nu Skicka sms: måndag till torsdag 9–16" in said
    assert "Skriv på Instagram: stodcentrum_exempel" in said
    assert any("Ett sms visar ditt nummer" in one for one in said)


def test_hours_by_agreement_are_said_in_each_language(tmp_path: Path) -> None:
    """Without a translator for the hours of a centre."""
    fact = cited('weekly: "mån–tor 9–12; fre enligt överenskommelse"')
    hours = (HOURS, f"  opening_hours: {fact}\n")
    swedish = page(tmp_path / "sv", "kommun/boras/", hours)
    assert "Måndag till torsdag 9–12, eller en tid som ni kommer överens om" in [
        one.removeprefix("Öppet nu ") for one in notes(swedish)
    ]
    week = Hours.model_validate("mån–tor 9–12; fre enligt överenskommelse")
    english = hours_in_words(i18n.read(ROOT, "en", "site"), week).striptags()
    assert english == "Monday to Thursday 9:00–12:00, or a time that you agree on together"


def test_the_hours_of_one_number_are_not_those_of_another(tmp_path: Path) -> None:
    """Each says which it is of, and its source is that of its number."""
    second = SECOND + "      hours: vardagar 13–16\n" + OWN
    card = page(tmp_path, "kommun/boras/", (NUMBER, NUMBER + second))
    assert "Öppet nu 033-35 51 99: vardagar 13–16" in notes(card)
