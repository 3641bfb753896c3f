"""What a language lacks: texts and pages, missing, of an earlier wording, or not reviewed."""

from dataclasses import replace
from pathlib import Path

import pytest

from centres import cli, i18n
from centres.content import prose
from centres.data import loader
from centres.editors import translation_status
from centres.editors.translation_status import LanguageStatus
from centres.i18n import Words
from helpers import ROOT, TODAY, changed_data

SWEDISH = "---\ntitle: Stöd\nreviewed: 2026-11-22\n---\n# Stöd\n\nRing oss.\n"
ENGLISH = "---\ntitle: Support\nreviewed: 2026-11-22\n---\n# Support\n\nCall us.\n"
TEXT = "Fara just nu"
PO = f"""\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "{TEXT}"
msgstr "danger now"
"""
LATTLAST = """
- code: sv-simple
  name: Lättläst
  name_in_swedish: lättläst svenska
  direction: ltr
  variant_of: sv
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the example with one page in Swedish and English, and a catalogue with one text."""
    changed_data(tmp_path)
    files = {
        "content/sv/om/stod.md": SWEDISH,
        "content/en/om/stod.md": ENGLISH,
        "locales/en/site.po": PO,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def statuses(root: Path) -> dict[str, LanguageStatus]:
    """Return the status of each language, by its code."""
    directory = loader.load(root / "data", TODAY)
    pages, problems = prose.read(root, [language.code for language in directory.languages])
    assert problems == []
    return {status.code: status for status in translation_status.statuses(root, directory, pages)}


def pages(status: LanguageStatus) -> list[tuple[str, str]]:
    """Return the files of the pages that a language lacks, each missing or outdated."""
    return [(page.name, "missing" if page.missing else "outdated") for page in status.pages]


def line(status: LanguageStatus, language: str = "sv") -> str:
    """Return the line about one language, as `centres check` prints it."""
    words = i18n.read(ROOT, language, "editor")
    _, counts = translation_status.count_lines([status], words)
    return counts


def stamp(root: Path) -> None:
    """Mark the English page as translated from the Swedish page as it is now."""
    swedish, _ = prose.read(root, ["sv"])
    english = root / "content/en/om/stod.md"
    text = prose.stamped(english.read_text(encoding="utf-8"), swedish[0].fingerprint)
    english.write_text(text, encoding="utf-8")


def test_a_page_is_outdated_until_it_is_stamped_and_again_when_the_swedish_page_changes(
    root: Path,
) -> None:
    """A page that nobody has translated is missing."""
    outdated = [("content/en/om/stod.md", "outdated")]
    assert pages(statuses(root)["ar"]) == [("content/ar/om/stod.md", "missing")]
    assert pages(statuses(root)["en"]) == outdated
    stamp(root)
    assert pages(statuses(root)["en"]) == []
    swedish = root / "content/sv/om/stod.md"
    swedish.write_text(SWEDISH.replace("Ring oss.", "Mejla oss."), encoding="utf-8")
    assert pages(statuses(root)["en"]) == outdated
    stamp(root)
    assert pages(statuses(root)["en"]) == []


def test_a_text_is_missing_in_the_language_whose_catalogue_lacks_it(root: Path) -> None:
    """English has one text more than Arabic, which has no catalogue."""
    english, arabic = statuses(root)["en"], statuses(root)["ar"]
    assert set(arabic.texts_missing) - set(english.texts_missing) == {TEXT}


def test_a_fuzzy_translation_is_outdated_and_not_missing(root: Path) -> None:
    """It is of an earlier Swedish wording, and is not shown to visitors."""
    path = root / "locales/en/site.po"
    path.write_text(PO.replace(f'msgid "{TEXT}"', f'#, fuzzy\nmsgid "{TEXT}"'), encoding="utf-8")
    english = statuses(root)["en"]
    assert english.texts_outdated == [TEXT]
    assert TEXT not in english.texts_missing


def test_a_variant_of_swedish_lacks_nothing_until_one_of_its_pages_is_outdated(root: Path) -> None:
    """Its texts are the Swedish ones, and it has the pages that somebody has written."""
    with (root / "data/languages.yaml").open("a", encoding="utf-8") as file:
        file.write(LATTLAST)
    assert statuses(root)["sv-simple"].is_complete
    page = root / "content/sv-simple/om/stod.md"
    page.parent.mkdir(parents=True)
    page.write_text(SWEDISH, encoding="utf-8")
    variant = statuses(root)["sv-simple"]
    assert (variant.texts_missing, variant.texts_outdated) == ([], [])
    assert pages(variant) == [("content/sv-simple/om/stod.md", "outdated")]


def test_a_language_is_one_line_of_numbers(root: Path) -> None:
    """Swedish or English; with 24 languages, 24 lines and the heading."""
    found = statuses(root)
    english = replace(found["en"], texts_missing=[TEXT], texts_outdated=[TEXT, "Ring oss."])
    assert line(english) == (
        "- engelska: texter: 1 saknas, 2 gamla. Sidor: 0 saknas, 1 gamla. "
        "Granskade sidor och kataloger: 0 av 3, och 0 har ändrats sedan de granskades."
    )
    assert line(english, "en") == (
        "- engelska: texts: 1 missing, 2 outdated. Pages: 0 missing, 1 outdated. "
        "Reviewed pages and catalogues: 0 of 3, and 0 have changed since they were reviewed."
    )
    lines = list(translation_status.count_lines(list(found.values()), Words("sv")))
    assert len(lines) == len(found) + 1


def test_a_review_holds_until_the_text_changes(root: Path) -> None:
    """Of a page and of a catalogue; what is outdated or missing is another matter."""
    names = ["content/en/om/stod.md", "locales/en/site.po"]
    assert cli.main(["reviewed", *names, "--by=agency", f"--data={root / 'data'}"]) == 0
    english = statuses(root)["en"]
    assert sorted(english.reviewed) == names
    assert english.unreviewed == ["locales/en/guide.po"]
    page, catalogue = root / names[0], root / names[1]
    page.write_text(page.read_text("utf-8").replace("Call us", "Ring us"), encoding="utf-8")
    catalogue.write_text(catalogue.read_text("utf-8").replace("danger now", "danger then"), "utf-8")
    english = statuses(root)["en"]
    assert sorted(english.changed_since_review) == names
    assert english.reviewed == []
    report = list(translation_status.report_lines(english, Words("sv")))
    assert report[-3:] == [
        "  - `locales/en/site.po`: ändrad sedan den granskades",
        "  - `content/en/om/stod.md`: ändrad sedan den granskades",
        "  - `locales/en/guide.po`: ingen har granskat den",
    ]


def test_the_report_lists_texts_and_pages_below_the_language(root: Path) -> None:
    """In the language of the report; the texts themselves are Swedish."""
    arabic = statuses(root)["ar"]
    status = replace(arabic, texts_missing=[TEXT], texts_outdated=["Ring oss."])
    assert list(translation_status.report_lines(status, Words("sv"))) == [
        "- arabiska: 1 texter saknas, 1 är äldre än den svenska.",
        "  - ”Fara just nu”",
        "  - ”Ring oss.”",
        "  - `content/ar/om/stod.md`: saknas",
        "  - ingen har granskat någon sida eller katalog",
    ]
    english = i18n.read(ROOT, "en", "editor")
    complete = LanguageStatus("ar", "arabiska", [], [], [], ["locales/ar/site.po"], [], [])
    assert list(translation_status.report_lines(complete, english)) == [
        "- arabiska: everything is translated."
    ]
