"""How a page leads to its other languages: three at hand, all of them behind one label."""

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from centres.data.model import Language
from centres.i18n import Words
from centres.pages.document.language_selector import LabelWord, LanguageSelector, label_words
from centres.pages.document.templates import Templates
from centres.pages.edition import Edition
from centres.pages.page import Link
from helpers import ROOT


def language(code: str, name: str, direction: str = "ltr", variant_of: str = "") -> Language:
    """Return a language as data/languages.yaml has it."""
    return Language.model_validate(
        {
            "code": code,
            "name": name,
            "name_in_swedish": name,
            "direction": direction,
            "variant_of": variant_of or None,
        }
    )


SWEDISH = language("sv", "Svenska")
EASY = language("sv-simple", "Lättläst svenska", variant_of="sv")
ENGLISH = language("en", "English")
ARABIC = language("ar", "العربية", "rtl")
FINNISH = language("fi", "Suomi")
UKRAINIAN = language("uk", "Українська")
FEW = [SWEDISH, ENGLISH, ARABIC, EASY]
MANY = [SWEDISH, ENGLISH, ARABIC, FINNISH, UKRAINIAN, EASY]
WORDS = [
    LabelWord(SWEDISH, "Språk"),
    LabelWord(ENGLISH, "Languages"),
    LabelWord(ARABIC, "اللغات"),
    LabelWord(FINNISH, "Kielet"),
    LabelWord(UKRAINIAN, "Мови"),
]
SELECTOR = LanguageSelector(Templates(ROOT / "templates"), WORDS)


def on_page(
    own: Language, languages: list[Language], path: str = "kommun/taby/"
) -> LexborHTMLParser:
    """Return the selector of a page in `own`; easy Swedish has its start page only."""
    links = [Link(one, "" if one.variant_of else path) for one in languages]
    return LexborHTMLParser(SELECTOR.html(own, path, links, "../../"))


def names(links: list[LexborNode]) -> list[str]:
    """Return what links say."""
    return [link.text() for link in links]


def test_three_other_languages_are_links_and_nothing_has_to_be_opened() -> None:
    """Each by its own name in its own letters, and to this page, or to where a variant begins."""
    page = on_page(SWEDISH, FEW)
    assert page.css("details") == []
    assert [link.html for link in page.css("nav[aria-label=Språk] > ul > li > a")] == [
        '<a href="../../sv-simple/" lang="sv-simple" dir="ltr">Lättläst svenska</a>',
        '<a href="../../en/kommun/taby/" lang="en" dir="ltr">English</a>',
        '<a href="../../ar/kommun/taby/" lang="ar" dir="rtl">العربية</a>',
    ]


@pytest.mark.parametrize(
    ("own", "near"),
    [
        (SWEDISH, ["Lättläst svenska", "English", "العربية"]),
        (EASY, ["Svenska", "English", "العربية"]),
        (ENGLISH, ["Svenska", "العربية", "Suomi"]),
        (UKRAINIAN, ["Svenska", "English", "العربية"]),
    ],
    ids=lambda one: one.code if isinstance(one, Language) else "",
)
def test_the_languages_at_hand_are_ones_own_variants_and_the_first_of_all(
    own: Language, near: list[str]
) -> None:
    """The order of data/languages.yaml says which serve most people."""
    assert names(on_page(own, MANY).css("nav > ul a")) == near


def test_all_languages_stand_below_the_label_and_the_pages_own_is_marked() -> None:
    """In their order, each in its own letters; its link leads to the page itself."""
    page = on_page(ARABIC, MANY)
    links = page.css("nav > details > ul a")
    assert names(links) == [one.name for one in MANY]
    assert [link.attributes["lang"] for link in links] == [one.code for one in MANY]
    assert [link.attributes["dir"] for link in links] == [one.direction for one in MANY]
    assert [link.attributes["href"] for link in page.css("[aria-current=true]")] == [
        "../../ar/kommun/taby/"
    ]


@pytest.mark.parametrize(
    ("own", "label"),
    [
        (SWEDISH, "Språk · Languages · اللغات"),
        (EASY, "Språk · Languages · اللغات"),
        (ENGLISH, "Languages · اللغات · Мови"),
        (ARABIC, "اللغات · Languages · Мови"),
        (FINNISH, "Kielet · Languages · اللغات"),
    ],
    ids=lambda one: one.code if isinstance(one, Language) else "",
)
def test_the_label_is_in_the_pages_own_language_and_in_other_scripts(
    own: Language, label: str
) -> None:
    """The first language of each, in which most would find it; each word is marked as its own."""
    page = on_page(own, MANY)
    (summary,) = page.css("summary")
    assert summary.text() == label
    directions = [(word.attributes["lang"], word.attributes["dir"]) for word in summary.css("bdi")]
    spoken = {word.text: word.language for word in WORDS}
    assert directions == [
        (spoken[word].code, spoken[word].direction) for word in label.split(" · ")
    ]


def test_pages_that_differ_in_their_path_alone_lead_each_to_itself() -> None:
    """Also one that easy Swedish has, and the start page, where every path is the same."""
    for path in ("kommun/vara/", "kommun/taby/", ""):
        hrefs = [link.attributes["href"] for link in on_page(SWEDISH, MANY, path).css("details a")]
        assert hrefs == [f"../../{one.folder}{'' if one.variant_of else path}" for one in MANY]


def test_a_page_in_one_language_has_no_selector() -> None:
    """Neither an empty landmark."""
    assert SELECTOR.html(SWEDISH, "", [Link(SWEDISH, "")], "./") == ""


def test_a_language_that_lacks_the_word_is_not_in_the_label(
    editions: dict[str, Edition],
) -> None:
    """Swedish would stand there twice; a variant has its base language's word."""
    swedish, english = editions["sv"], editions["en"]
    easy = Edition(swedish.directory, EASY, swedish.words)
    wordless = Edition(swedish.directory, FINNISH, Words("fi"))
    made = label_words([swedish, english, easy, wordless])
    assert [(word.language.code, word.text) for word in made] == [
        ("sv", "Språk"),
        ("en", "Languages"),
    ]
