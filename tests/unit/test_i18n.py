"""Messages in a language: translated, or in Swedish and marked as such."""

from datetime import date
from pathlib import Path

import pytest

from centres import i18n
from centres.errors import CatalogueError
from centres.i18n import Words

SITE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Ring oss."
msgstr "Call us & talk."

msgid "Ring %(name)s."
msgstr "Call %(name)s."

msgid "%(n)s sidor"
msgstr "%(m)s pages 100 %"

#, fuzzy
msgid "Mejla oss."
msgstr "Write to us."

msgid "Skriv till oss."
msgstr ""

msgid "%(n)s kommun"
msgid_plural "%(n)s kommuner"
msgstr[0] "%(n)s municipality"
msgstr[1] "%(n)s municipalities"
"""
GUIDE = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Karta"
msgstr "Map"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two English catalogues."""
    for domain, text in (("site", SITE), ("guide", GUIDE)):
        path = tmp_path / f"locales/en/{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def english(root: Path) -> Words:
    return i18n.read(root, "en", "site", "guide")


def test_a_message_is_translated_and_safe(english: Words) -> None:
    """No sign in a translation or a value is HTML; in plain text each is itself."""
    assert english.plain("Ring oss.") == "Call us & talk."
    assert english.html("Ring oss.") == "Call us &amp; talk."
    assert english.plain("Ring %(name)s.", name="<Bris>") == "Call <Bris>."
    assert english.html("Ring %(name)s.", name="<Bris>") == "Call &lt;Bris&gt;."


@pytest.mark.parametrize("message", ["Hej.", "Mejla oss.", "Skriv till oss."])
def test_a_message_without_a_translation_is_marked_as_swedish_and_remembered(
    english: Words, message: str
) -> None:
    """Unknown, a translation of an older text, or left open by the translator."""
    assert english.html(message) == f'<span lang="sv" dir="ltr">{message}</span>'
    assert english.html(message) == f'<span lang="sv" dir="ltr">{message}</span>'
    assert english.plain(message) == message
    assert english.missing == {message}


def test_swedish_is_never_missing_and_never_marked() -> None:
    """It has no catalogue, and needs none."""
    swedish = Words("sv")
    assert swedish.html("Ring %(name)s.", name="Bris") == "Ring Bris."
    assert swedish.plural("%(n)s kommun", "%(n)s kommuner", 2) == "2 kommuner"
    assert swedish.missing == set()


def test_a_message_without_values_is_kept_for_one_language_only(root: Path) -> None:
    """The next page asks for it again; another language has its own."""
    english, arabic = i18n.read(root, "en", "site"), i18n.read(root, "ar", "site")
    assert english.html("Ring oss.") is english.html("Ring oss.")
    assert arabic.html("Ring oss.") == '<span lang="sv" dir="ltr">Ring oss.</span>'


def test_a_plural_follows_the_language(english: Words) -> None:
    """And falls back as a whole."""
    forms = [english.plural("%(n)s kommun", "%(n)s kommuner", n) for n in (0, 1, 2)]
    assert forms == ["0 municipalities", "1 municipality", "2 municipalities"]
    assert english.plural("%(n)s fråga", "%(n)s frågor", 2) == (
        '<span lang="sv" dir="ltr">2 frågor</span>'
    )


def test_a_translation_with_a_broken_value_gives_way_to_the_swedish(english: Words) -> None:
    """Until somebody mends it; the tests of the catalogues say where it is."""
    assert english.plain("%(n)s sidor", n=3) == "3 sidor"
    assert english.html("%(n)s sidor", n="<3>") == "&lt;3&gt; sidor"


def test_several_catalogues_are_read_as_one_and_those_that_are_not_there_are_none(
    root: Path, english: Words
) -> None:
    """A language may lack the guide's, or all of them."""
    assert (english.plain("Karta"), english.plain("Ring oss.")) == ("Map", "Call us & talk.")
    assert i18n.read(root, "en", "site").plain("Karta") == "Karta"
    assert i18n.read(root, "fa", "site", "guide").known == frozenset()


def test_a_catalogue_that_cannot_be_read_is_named(root: Path) -> None:
    """Some program has saved it in another encoding, or somebody has mended it by hand."""
    path = root / "locales/en/site.po"
    latin = SITE.replace("talk", "tälk").encode("latin-1")
    for raw in (latin, SITE.replace("msgstr[1]", "msgstr[b]").encode()):
        path.write_bytes(raw)
        with pytest.raises(CatalogueError, match=str(path)):
            i18n.read(root, "en", "site")


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("sv", "14 januari 2026", "januari 2026"),
        ("en", "14 January 2026", "January 2026"),
        ("ar", "14 يناير 2026", "يناير 2026"),
        ("sv-simple", "14 januari 2026", "januari 2026"),
        ("xx", "2026-01-14", "2026-01"),
    ],
)
def test_a_date_is_in_words_of_the_language(code: str, day: str, month: str) -> None:
    """In digits where Babel does not know the language: never in Swedish words."""
    words = Words(code)
    assert (words.day(date(2026, 1, 14)), words.month(date(2026, 1, 14))) == (day, month)


def test_a_month_that_readers_know_by_two_names_has_both() -> None:
    """In Arabic: as it is called in Egypt, and in Syria."""
    arabic = Words("ar", also_months="ar-SY")
    assert arabic.day(date(2026, 1, 14)) == "14 يناير (كانون الثاني) 2026"
    assert arabic.month(date(2026, 1, 14)) == "يناير (كانون الثاني) 2026"
    assert arabic.day_of_year(date(2026, 6, 1)) == "1 يونيو (حزيران)"


def test_a_list_is_joined_as_the_language_does_it() -> None:
    """By commas alone where Babel does not know the language: never by a Swedish "och"."""
    lists = {code: Words(code).listed(["Nacka", "Tyresö", "Värmdö"]) for code in ("sv", "en", "xx")}
    assert lists == {
        "sv": "Nacka, Tyresö och Värmdö",
        "en": "Nacka, Tyresö, and Värmdö",
        "xx": "Nacka, Tyresö, Värmdö",
    }


def test_a_language_is_named_in_the_words_of_the_page_or_else_in_its_own() -> None:
    """Whoever speaks it knows its own name; a code says nothing to anybody."""
    names = {code: Words(code).language("en") for code in ("sv", "ar", "tlh")}
    assert names == {
        "sv": "engelska",
        "ar": "الإنجليزية",
        "tlh": '<bdi lang="en" translate="no">English</bdi>',
    }
