"""What is known of a centre: for whom it is, when it answers, and what is a question to ask."""

from pathlib import Path

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from centres.data import loader
from centres.data.directory import Directory
from centres.i18n import Words
from centres.pages.directory import centre_card, centre_facts
from centres.pages.directory.centre_card import CentreCard, CurrentFacts
from centres.pages.directory.centre_facts import Answer
from centres.pages.edition import Edition
from centres.pages.hours import OpenNow
from centres.site import load
from helpers import ROOT, SETTINGS, TODAY, centre, changed_data

LUND = "  ages: {under: 25}\n"
UNKNOWN = "För barn och unga, ofta till och med 21 år. Är du osäker? Fråga."


def about_ages(root: Path, address: str) -> str:
    """Return what a page says of for whom its centre is."""
    html = load.load(root, TODAY, SETTINGS, frozenset({"sv"}), design=ROOT).at(address)
    assert html is not None
    said = LexborHTMLParser(html).css_first("main .card.first .who p")
    assert said is not None
    return said.text().strip()


@pytest.mark.parametrize("address", ["kommun/lund/", "stodcentrum/lund/"])
@pytest.mark.parametrize(
    ("ages", "said"),
    [
        ("group: all", "För alla åldrar."),
        ("under: 25", "För dig som är under 25 år. Är du osäker? Fråga."),
        (
            "under: 25, flexible: yes",
            "För dig som är under 25 år. Hör av dig även om du är äldre eller yngre.",
        ),
        ("under: 25, flexible: no", "För dig som är under 25 år."),
        ("group: young, flexible: yes", UNKNOWN),
        ("group: young, flexible: no", UNKNOWN),
        # What an undated source says is no promise and no bar, whatever it says.
        *(
            (
                f"under: 25, source: vallentuna-nyhet{flexible}",
                "För barn och unga, ungefär under 25 år. Är du osäker? Fråga.",
            )
            for flexible in ("", ", flexible: yes", ", flexible: no")
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_card_says_for_whom_a_centre_is_as_far_as_anybody_knows(
    tmp_path: Path, address: str, ages: str, said: str
) -> None:
    """A limit that nobody has confirmed sends nobody away: one may ask."""
    changed_data(tmp_path, (LUND, f"  ages: {{{ages}}}\n"))
    assert about_ages(tmp_path, address) == said


def about_boras(directory: Directory, words: Words) -> tuple[dict[str, Answer], CurrentFacts]:
    """Return what the page of Borås's centre answers, by question, and what its card says."""
    edition = Edition(directory, directory.languages[0], words)
    boras = centre(directory, "boras")
    answers = {answer.label: answer for answer in centre_facts.answers(edition, boras)}
    return answers, centre_card.current_facts(directory, words, boras)


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


HOURS = "  opening_hours: not confirmed\n"


def with_hours(tmp_path: Path, hours: str) -> tuple[Answer, CentreCard]:
    """Return what the page of Borås's centre answers about hours, and its card."""
    changed_hours = (HOURS, f"  opening_hours: {hours}\n")
    directory = loader.load(changed_data(tmp_path, changed_hours), TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    boras = centre(directory, "boras")
    answers = {answer.label: answer for answer in centre_facts.answers(edition, boras)}
    return answers["Öppettider"], centre_card.centre_card(edition, boras)


def test_hours_that_are_known_are_an_answer_and_stand_on_the_card(tmp_path: Path) -> None:
    """With their source beside the answer, and for the script on the card."""
    answer, card = with_hours(
        tmp_path,
        "{weekly: [Mo-Fr 09:00-11:30], note: Ring helst tidigt., source: kommunens-webbplats, "
        "checked: 2026-11-20}",
    )
    assert answer.text.striptags() == "vardagar 9–11.30. Ring helst tidigt."
    assert answer.remark is not None
    assert answer.remark.striptags() == "Kommunens webbplats, Kommunen, 20 november 2026"
    (hours,) = card.hours
    assert (hours.kind, hours.label) == ("call", "")
    assert hours.when.striptags() == "vardagar 9–11.30"
    assert hours.now == OpenNow("Mo-Fr 09:00-11:30", "2026-11-25", "not confirmed")


def test_hours_by_a_source_without_a_date_are_a_question(tmp_path: Path) -> None:
    """What it says is beside the question, and not on the card."""
    answer, card = with_hours(tmp_path, "{weekly: [Mo-Fr 09:00-16:00], source: vallentuna-nyhet}")
    assert answer.text == "Fråga centret"
    assert answer.remark is not None
    assert answer.remark.striptags() == "Vallentuna kommun, utan datum: vardagar 9–16"
    assert card.hours == []


def test_hours_that_do_not_hold_any_more_are_not_on_the_card(tmp_path: Path) -> None:
    """Nor are those that nobody knows."""
    over = (
        "{weekly: [Mo-Fr 09:00-16:00], valid_to: 2026-11-21, source: centret, checked: 2026-06-01}"
    )
    assert with_hours(tmp_path / "over", over)[1].hours == []
    answer, card = with_hours(tmp_path / "unknown", "not confirmed")
    assert answer == Answer("Öppettider", Markup("Fråga centret"), None)
    assert card.hours == []


def test_hours_of_an_older_source_are_told_but_nobody_is_said_to_answer_now(
    tmp_path: Path,
) -> None:
    """They may be right; whoever calls finds out."""
    _, card = with_hours(
        tmp_path, "{weekly: [Mo-Fr 09:00-16:00], source: centret, checked: 2025-11-21}"
    )
    (hours,) = card.hours
    assert (hours.when.striptags(), hours.now) == ("vardagar 9–16", None)


def test_a_card_says_who_runs_a_centre_where_it_is_no_municipality(tmp_path: Path) -> None:
    """An association's duty of confidentiality is not the law's."""
    by_association = (
        "  run_by: {kind: municipality, name: Borås Stad}\n",
        "  run_by: {kind: victim support association, name: BOJ Borås}\n",
    )
    directory = loader.load(changed_data(tmp_path, by_association), TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    of_association = {
        one.id for one in directory.centres if centre_card.centre_card(edition, one).of_association
    }
    limited = {one.id for one in directory.centres if centre_card.centre_card(edition, one).limited}
    assert of_association == {"boras"}
    assert limited == {one.id for one in directory.centres if one.ages.group == "young"} != set()
