"""Whether a centre can make exceptions to its age limit, as visitors read it beside the limit."""

from pathlib import Path

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from centres.data import loader
from centres.data.directory import Directory
from centres.i18n import Words
from centres.pages import centre_facts
from centres.pages.centre_facts import Answer, CurrentFacts
from centres.pages.edition import Edition
from centres.site import load
from helpers import ROOT, SETTINGS, TODAY, centre, changed_data

LUND = "  ages: {under: 25}\n"
ASK_ANYWAY = "Är du lite äldre eller yngre? Fråga ändå, många centrum tar emot dig."
NOT_CONFIRMED = (
    "För barn och unga. Flera centrum tar emot till och med 21 år. Vad som gäller här är inte "
    "bekräftat, så fråga."
)
YES = "Centret kan göra undantag från åldersgränsen. Hör av dig även om du är äldre eller yngre."
NO = "Centret kan inte göra undantag från åldersgränsen."
# An undated source: what it says is never shown as true today.
UNDATED = "under: 25, source: vallentuna-nyhet"
UNDATED_LIMIT = (
    "För barn och unga. En källa utan datum säger under 25 år. Fråga vad som gäller för dig."
)


def about_ages(root: Path, address: str) -> list[str]:
    """Return the paragraphs of a page that say for whom its centre is."""
    html = load.load(root, TODAY, SETTINGS, frozenset({"sv"}), design=ROOT).at(address)
    assert html is not None
    said = [one.text().strip() for one in LexborHTMLParser(html).css("main .card.first p")]
    return [one for one in said if one.startswith(("För ", "Centret ", "En källa "))]


@pytest.mark.parametrize("address", ["kommun/lund/", "stodcentrum/lund/"])
@pytest.mark.parametrize(
    ("ages", "said"),
    [
        ("under: 25", [f"För dig som är under 25 år. {ASK_ANYWAY}"]),
        ("under: 25, flexible: yes", ["För dig som är under 25 år.", YES]),
        ("under: 25, flexible: no", ["För dig som är under 25 år.", NO]),
        ("group: young, flexible: yes", [NOT_CONFIRMED, YES]),
        ("group: young, flexible: no", [NOT_CONFIRMED, NO]),
        (
            f"{UNDATED}, flexible: yes",
            [
                UNDATED_LIMIT,
                "En källa utan datum säger att centret kan göra undantag från åldersgränsen.",
            ],
        ),
        (
            f"{UNDATED}, flexible: no",
            [
                UNDATED_LIMIT,
                "En källa utan datum säger att centret inte kan göra undantag från åldersgränsen.",
            ],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_page_says_whether_the_centre_can_make_exceptions_to_its_age_limit(
    tmp_path: Path, address: str, ages: str, said: list[str]
) -> None:
    """What is not confirmed is a question, and what has no date is said as what a source says."""
    changed_data(tmp_path, (LUND, f"  ages: {{{ages}}}\n"))
    assert about_ages(tmp_path, address) == said


def about_boras(directory: Directory, words: Words) -> tuple[dict[str, Answer], CurrentFacts]:
    """Return what the page of Borås's centre answers, by question, and what its card says."""
    edition = Edition(directory, directory.languages[0], words)
    boras = centre(directory, "boras")
    answers = {answer.label: answer for answer in centre_facts.answers(edition, boras)}
    return answers, centre_facts.current_facts(directory, boras)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("anonymity: not confirmed", "anonymity: {value: yes, source: vallentuna-nyhet}"),
        (
            "anonymity: not confirmed\n  free_of_charge: not confirmed\n"
            "  opening_hours: not confirmed\n  interpreters: not confirmed\n  source: bilaga-2",
            "anonymity: yes\n  free_of_charge: not confirmed\n"
            "  opening_hours: not confirmed\n  interpreters: not confirmed\n"
            "  source: vallentuna-nyhet",
        ),
    ],
    ids=["the fact's own source", "the entry's source"],
)
def test_what_an_undated_source_says_is_a_question_with_the_source_beside_it(
    tmp_path: Path, old: str, new: str
) -> None:
    """Whoever calls because a page says "yes" gives her name to somebody who must write it down."""
    directory = loader.load(changed_data(tmp_path, (old, new)), TODAY)
    answers, current = about_boras(directory, Words("sv"))
    answer = answers["Går det att vara anonym?"]
    assert answer.text == "Fråga centret"
    assert answer.remark == '<bdi translate="no">Vallentuna kommun</bdi>, utan datum: Ja'
    assert current.anonymity == "not confirmed"


def test_what_nobody_has_confirmed_is_a_question_without_a_remark(directory: Directory) -> None:
    """The source has nothing to say of it."""
    answers, _ = about_boras(directory, Words("sv"))
    assert answers["Tolk"] == Answer("Tolk", Markup("Fråga centret"), None)
    assert answers["Stödsamtal"] == Answer("Stödsamtal", Markup("Ja"), None)
