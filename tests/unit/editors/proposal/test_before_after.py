"""The file with pictures of changed pages: all in one, and nothing in it is fetched."""

from selectolax.lexbor import LexborHTMLParser

from centres.editors.proposal import before_after
from centres.editors.proposal.before_after import Pictures
from centres.editors.proposal.page_diff import Comparison
from centres.i18n import Words
from centres.site import load
from helpers import LATEST, ROOT, SETTINGS

REPORT = ["Borås:", "", "- ”Ring 1” blir ”Ring <2>”", "- nytt: ”Tolk”", "", "Ny sida: /a/", ""]


def test_the_file_begins_with_the_words_and_holds_its_pictures() -> None:
    """A new page has no picture of before; what there was no room for is counted."""
    pictures = [Pictures("kommun/boras/", b"old", b"new"), Pictures("a/", None, b"new")]
    text = before_after.html(REPORT, pictures, Words("sv"), left_out=3)
    page = LexborHTMLParser(text)
    assert [one.text() for one in page.css("h1, h2, li, figcaption, p")] == [
        "Det här ändras för besökarna",
        "Borås:",
        "”Ring 1” blir ”Ring <2>”",
        "nytt: ”Tolk”",
        "Ny sida: /a/",
        "/kommun/boras/",
        "Före",
        "Efter",
        "/a/",
        "Efter",
        "Sidor till som ändras: 3.",
    ]
    sources = [one.attributes["src"] or "" for one in page.css("img")]
    assert [source.partition(",")[0] for source in sources] == ["data:image/jpeg;base64"] * 3
    assert page.css("script, link, a") == []


def test_pages_of_visitors_come_before_those_of_the_guide() -> None:
    """And prose of the guide, whose frame MkDocs makes, has no picture."""
    site = load.load(ROOT, LATEST, SETTINGS, only=frozenset({"sv"}))
    comparison = Comparison(
        changed={(("a", "b"),): ["starta/kommun/boras/", "kommun/boras/", "starta/"]}
    )
    addresses = before_after.chosen(comparison, site)
    assert addresses == ["kommun/boras/", "starta/kommun/boras/"]
    assert [*before_after.documents(site, addresses)] == addresses
