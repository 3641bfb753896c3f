"""The text for a municipality's own website: the whole of it, for each kind of centre."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from centres import i18n
from centres.data import loader
from centres.data.directory import Directory
from centres.pages.edition import Edition
from centres.pages.guide.website_text import TextMaker, WebsiteText
from helpers import ROOT, TODAY, changed_data

ADDRESS = "https://stod.example/kommun/x/"
PHONE = 'number: "033-35 51 98"\n      kind: not confirmed'
EMAIL = "address: stodcentrum@boras.se\n      kind: centre"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    return loader.load(changed_data(tmp_path_factory.mktemp("example")), TODAY)


def text_for(directory: Directory, name: str, code: str = "sv") -> WebsiteText:
    language = next(one for one in directory.languages if one.code == code)
    edition = Edition(directory, language, i18n.read(ROOT, code, "site", "guide"))
    municipality = next(one for one in directory.municipalities if one.name == name)
    return TextMaker(edition).text(municipality, ADDRESS, "14 januari 2026")


def about_the_centre(tmp_path: Path, *change: str) -> list[str]:
    """Return the paragraphs about Borås's centre, after a change of its entry."""
    data = changed_data(tmp_path, change)  # type: ignore[arg-type]
    paragraphs = text_for(loader.load(data, TODAY), "Borås").plain.split("\n\n")
    return paragraphs[2 : paragraphs.index(next(one for one in paragraphs if "ocialtj" in one))]


def test_a_text_where_there_is_a_centre(directory: Directory) -> None:
    """The whole of it: what a municipality pastes, somebody in need reads."""
    assert text_for(directory, "Borås").plain.split("\n\n") == [
        "Har du blivit utsatt för brott?",
        "Du kan få stöd. Du behöver inte ha polisanmält.",
        "Stödcentrum i Borås är till för barn och unga i Borås.",
        "Ring 033-35 51 98. Mejla stodcentrum@boras.se.",
        "Socialtjänsten i kommunen ska erbjuda dig stöd. Ring kommunens växel och be att få tala "
        "med socialtjänsten: [skriv numret här].",
        "Bris, 116 111. Du som är under 18 år, vad det än gäller.",
        "Brottsofferjouren, 116 006. Du som är utsatt för brott, vittne eller anhörig, oavsett "
        "brott. Du behöver inte ha gjort en polisanmälan.",
        "Ring 112 om du är i fara.",
        "Mer, och på fler språk: https://stod.example/kommun/x/",
        "Uppgifterna är från 14 januari 2026.",
    ]


def test_a_text_where_there_is_none_names_no_centre(directory: Directory) -> None:
    """It is the same but for the two lines about the centre."""
    served = text_for(directory, "Borås").plain.split("\n\n")
    assert text_for(directory, "Mark").plain.split("\n\n") == [*served[:2], *served[4:]]


def test_the_html_says_what_the_text_says_and_holds_nothing_that_runs(
    directory: Directory,
) -> None:
    """Links to call and to open, and no script, style or address of anything to fetch."""
    html = text_for(directory, "Borås").html
    assert html.startswith('<section lang="sv">\n<h2>Har du blivit utsatt för brott?</h2>\n<p>')
    assert '<a href="tel:+4633355198">033-35 51 98</a>' in html
    assert '<a href="mailto:stodcentrum@boras.se">stodcentrum@boras.se</a>' in html
    tags = BeautifulSoup(html, "html.parser").find_all(True)
    assert {tag.name for tag in tags} == {"section", "h2", "p", "a"}
    assert {name for tag in tags for name in tag.attrs} == {"lang", "href"}
    addresses = [str(tag["href"]) for tag in tags if "href" in tag.attrs]
    assert {address.partition(":")[0] for address in addresses} == {"tel", "mailto", "https"}


def test_a_name_in_the_data_is_text_and_no_markup(tmp_path: Path) -> None:
    """What somebody writes in a pull request must not run on a municipality's website."""
    change = ("name: Stödcentrum i Borås", "name: Stöd <script>alert(1)</script>")
    directory = loader.load(changed_data(tmp_path, change), TODAY)
    html = text_for(directory, "Borås").html
    assert "<script" not in html
    assert "Stöd &lt;script&gt;" in html


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "ages: young",
            "ages: all",
            "Stödcentrum i Borås är till för alla åldrar i Borås.",
        ),
        (
            "ages: young",
            "ages: {under: 25, source: centret, checked: 2026-11-22}",
            "Stödcentrum i Borås är till för dig i Borås, under 25 år.",
        ),
        (
            "ages: young",
            "ages: {from: 10, up_to: 20, source: vallentuna-nyhet}",
            "Stödcentrum i Borås är till för barn och unga i Borås.",
        ),
    ],
    ids=["all", "dated", "undated"],
)
def test_whom_it_is_for_is_said_as_surely_as_it_is_known(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """An age from a source without a date is not put on somebody else's website."""
    assert about_the_centre(tmp_path, old, new)[0] == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            PHONE,
            PHONE.replace("not confirmed", "switchboard\n      ask_for: Stödcentrum"),
            "Ring 033-35 51 98 och be om Stödcentrum. Mejla stodcentrum@boras.se.",
        ),
        (
            EMAIL,
            EMAIL.replace("stodcentrum@boras.se", "withheld"),
            "Ring 033-35 51 98.",
        ),
        (
            EMAIL,
            EMAIL.replace("centre", "registrar"),
            "Ring 033-35 51 98.",
        ),
        (
            EMAIL,
            f"{EMAIL}\n      status: not confirmed",
            "Ring 033-35 51 98.",
        ),
    ],
    ids=["switchboard", "withheld", "registrar", "unsure"],
)
def test_only_ways_that_reach_the_centre_are_passed_on(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """Not the registrar, where a letter is a public record, nor an address that may be wrong."""
    assert about_the_centre(tmp_path, old, new)[1] == said


def test_a_centre_without_number_and_address_is_named_all_the_same(directory: Directory) -> None:
    """Gnosjö's: the switchboard and social services come next."""
    paragraphs = text_for(directory, "Gnosjö").plain.split("\n\n")
    assert paragraphs[2] == "Stödcentrum är till för barn och unga i Gnosjö."
    assert paragraphs[3].startswith("Socialtjänsten i kommunen ska erbjuda dig stöd.")


def test_in_english_the_swedish_names_are_marked_as_swedish(directory: Directory) -> None:
    """A screen reader says them as names; the text around them is English."""
    text = text_for(directory, "Borås", "en")
    assert text.html.startswith('<section lang="en">\n<h2>Have you been a victim of crime?</h2>')
    assert '<bdi lang="sv">Stödcentrum i Borås</bdi> is for children and young people' in text.html
    assert "Ring " not in text.plain
