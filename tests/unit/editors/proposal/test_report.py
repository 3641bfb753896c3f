"""How a comparison of two sites is reported; `commands/test_diff.py` compares whole sites."""

import pytest

from centres import i18n
from centres.editors.proposal import report as told
from centres.editors.proposal.page_diff import Comparison
from centres.i18n import Words
from helpers import ROOT

SWEDISH = Words("sv")
CENTRE_GONE = ". Lägg till centret i data/retired.yaml."
PAGE_GONE = (
    ", och någon kan ha sparat adressen. Behövs sidan inte längre: lägg tillbaka filen, ta bort "
    "group och order, och skriv vart besökaren ska i stället, som moved_to: rad/"
)


def report(comparison: Comparison, words: Words = SWEDISH) -> list[str]:
    return list(told.lines(comparison, words))


def test_nothing_changed_is_said() -> None:
    """So that somebody who forgot to save sees it."""
    assert report(Comparison()) == ["Besökarna ser ingen skillnad."]


def test_pages_with_the_same_changes_are_named_together() -> None:
    """A municipality by its name, and other pages by their address."""
    changes = (("Ring 1", "Ring 2"), (None, "Tolk: Ja"), ("Medling: Ja", None))
    comparison = Comparison(
        changed={changes: ["kommun/boras/", "stodcentrum/boras/"]},
        names={"kommun/boras/": "Borås"},
    )
    assert report(comparison) == [
        "Borås och /stodcentrum/boras/:",
        "",
        "- ”Ring 1” blir ”Ring 2”",
        "- nytt: ”Tolk: Ja”",
        "- borta: ”Medling: Ja”",
        "",
    ]


def test_of_more_pages_than_anybody_reads_the_first_are_named() -> None:
    """Twelve names, or eleven and the number of the rest."""
    change = (("a", "b"),)
    for count, heading in (
        (12, "/1/, /2/, /3/, /4/, /5/, /6/, /7/, /8/, /9/, /10/, /11/ och /12/:"),
        (13, "/1/, /2/, /3/, /4/, /5/, /6/, /7/, /8/, /9/, /10/, /11/ och 2 sidor till:"),
    ):
        addresses = [f"{number}/" for number in range(1, count + 1)]
        assert report(Comparison(changed={change: addresses}))[0] == heading


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        # Four words on either side of what changed, and an ellipsis for the rest.
        ("a b c d e f X g h i j k l", "a b c d e f Y g h i j k l",
         "- ”… c d e f X g h i j …” blir ”… c d e f Y g h i j …”"),
        ("Ring 1 i natt", "Ring 2 i natt", "- ”Ring 1 i natt” blir ”Ring 2 i natt”"),
        ("a b c d e", "a b c d e f", "- ”… b c d e” blir ”… b c d e f”"),
        # The end does not take words that the beginning has taken already.
        ("nej nej nej nej nej nej", "nej nej nej nej nej nej nej",
         "- ”… nej nej nej nej” blir ”… nej nej nej nej nej”"),
    ],
    ids=["in the middle", "short", "at the end", "a word again and again"],
)  # fmt: skip
def test_a_long_line_is_cut_to_what_changed_and_the_words_around_it(
    old: str, new: str, line: str
) -> None:
    """Enough to recognise the sentence."""
    assert report(Comparison(changed={((old, new),): ["om/"]}))[2] == line


@pytest.mark.parametrize(
    ("address", "advice"),
    [
        ("stodcentrum/vara/", CENTRE_GONE),
        ("en/stodcentrum/vara/", CENTRE_GONE),
        ("om/", PAGE_GONE),
        ("rad/stodcentrum/", PAGE_GONE),
    ],
)
def test_an_address_that_leads_nowhere_comes_first_with_what_to_do(
    address: str, advice: str
) -> None:
    """A centre has a file for those that have closed; a page of prose has not."""
    assert report(Comparison(gone=[address])) == [
        f"/{address} leder ingenstans{advice}",
        "",
        f"Sidan försvinner: /{address}",
        "",
    ]


def test_what_there_is_to_translate_and_to_count_comes_last() -> None:
    """New texts by language, outdated pages, pages that only follow, and the open data."""
    comparison = Comparison(
        new={"stodcentrum/vara/": ["Ring 0512-310 00"]},
        alike={"engelska": ["en/a/", "en/b/"], "arabiska": ["ar/a/"]},
        in_guide=["starta/a/"],
        untranslated={"engelska": ["vardagar 9–16"]},
        outdated=["content/en/om/index.md"],
        recounted=280,
        open_data=True,
    )
    assert report(comparison) == [
        "Ny sida: /stodcentrum/vara/",
        "",
        "- Ring 0512-310 00",
        "",
        "Samma sak ändras på sidor på andra språk: engelska (2) och arabiska (1).",
        "",
        "Dessutom ändras sidor i handboken för kommuner: 1.",
        "",
        "Visas på svenska tills någon översätter till engelska:",
        "",
        "- ”vardagar 9–16”",
        "",
        "Översättningen är nu äldre än den svenska sidan: content/en/om/index.md",
        "",
        "Tal, kartor eller grannar räknas om på 280 sidor.",
        "De öppna uppgifterna ändras: /data/centres.json",
    ]


def test_the_report_is_in_the_language_of_its_words() -> None:
    """The texts of the pages are as they are."""
    english = i18n.read(ROOT, "en", "editor")
    comparison = Comparison(changed={(("Ring 1", "Ring 2"),): ["om/", "rad/"]})
    assert report(comparison, english) == ["/om/ and /rad/:", "", "- “Ring 1” becomes “Ring 2”", ""]


def test_a_text_from_a_page_is_shown_letter_by_letter_on_github() -> None:
    """Nobody is called by a name in a file, and no picture is fetched."""
    text = "@alla ![x](https://a.se/b.png) <img src=x> #31# `kod` *fet*"
    shown = r"\@alla \!\[x\](https://a.se/b.png) \<img src=x\> \#31\# \`kod\` \*fet\*"
    assert told.literal(text) == shown
    comparison = Comparison(changed={((None, text),): ["om/"]})
    lines = list(told.lines(comparison, SWEDISH, told.literal))
    assert lines[2] == f"- nytt: ”{shown}”"
