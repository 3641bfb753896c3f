"""What a language lacks: texts and pages, missing or of an earlier Swedish wording."""

from pathlib import Path

import pytest

from centres import i18n
from centres.content import prose
from centres.data import loader
from centres.editors import translation_status
from centres.editors.translation_status import LanguageStatus
from centres.i18n import Words
from helpers import ROOT, TODAY, changed_data

SWEDISH = "---\ntitle: Stöd\nreviewed: 2026-11-22\n---\n# Stöd\n\nRing oss.\n"
ENGLISH = "---\ntitle: Support\nreviewed: 2026-11-22\n---\n# Support\n\nCall us.\n"
TEXT = "dygnet runt"
PO = f"""\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "{TEXT}"
msgstr "day and night"
"""
LATTLAST = """
- code: sv-simple
  name: Lättläst
  name_in_swedish: lättläst svenska
  direction: ltr
  status: unreviewed
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
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def statuses(root: Path) -> dict[str, LanguageStatus]:
    """Return the status of each language, by its code."""
    directory = loader.load(root / "data", TODAY)
    pages, problems = prose.read(root, [language.code for language in directory.languages])
    assert problems == []
    return {status.code: status for status in translation_status.statuses(root, directory, pages)}


def lines(status: LanguageStatus) -> list[str]:
    """Return the warnings about one language, as `centres check` prints them."""
    swedish = Words("sv")
    return [status.as_line(swedish) for status in translation_status.warnings([status])]


def stamp(root: Path) -> None:
    """Mark the English page as translated from the Swedish page as it is now."""
    pages, _ = prose.read(root, ["sv"])
    english = root / "content/en/om/stod.md"
    text = prose.stamped(english.read_text(encoding="utf-8"), pages[0].fingerprint)
    english.write_text(text, encoding="utf-8")


def test_a_page_is_outdated_until_it_is_stamped_and_again_when_the_swedish_page_changes(
    root: Path,
) -> None:
    """A page that nobody has translated is missing."""
    outdated = (
        "content/en/om/stod.md:1:1: varning: "
        "den svenska sidan har ändrats sedan den här översattes."
    )
    missing = "content/ar/om/stod.md:1:1: varning: sidan är inte översatt, och visas på svenska."
    assert lines(statuses(root)["ar"])[1:] == [missing]
    assert lines(statuses(root)["en"])[1:] == [outdated]
    stamp(root)
    assert statuses(root)["en"].pages == []
    swedish = root / "content/sv/om/stod.md"
    swedish.write_text(SWEDISH.replace("Ring oss.", "Mejla oss."), encoding="utf-8")
    assert lines(statuses(root)["en"])[1:] == [outdated]
    stamp(root)
    assert statuses(root)["en"].pages == []


def test_a_text_is_missing_in_the_language_whose_catalogue_lacks_it(root: Path) -> None:
    """English has one text more than Arabic, which has no catalogue."""
    english, arabic = statuses(root)["en"], statuses(root)["ar"]
    assert set(arabic.texts_missing) - set(english.texts_missing) == {TEXT}
    assert lines(arabic)[0] == (
        f"locales/ar/site.po:1:1: varning: texter utan översättning: {len(arabic.texts_missing)}. "
        "De visas på svenska."
    )


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
    assert "sv-simple" not in statuses(root)
    page = root / "content/sv-simple/om/stod.md"
    page.parent.mkdir(parents=True)
    page.write_text(SWEDISH, encoding="utf-8")
    assert lines(statuses(root)["sv-simple"]) == [
        "content/sv-simple/om/stod.md:1:1: varning: "
        "den svenska sidan har ändrats sedan den här översattes."
    ]


def test_the_report_lists_texts_and_pages_below_the_language(root: Path) -> None:
    """In the language of the report; the texts themselves are Swedish."""
    arabic = statuses(root)["ar"]
    status = LanguageStatus("ar", "arabiska", [TEXT], ["Ring oss."], arabic.pages)
    assert list(translation_status.report_lines(status, Words("sv"))) == [
        "- arabiska: 1 texter saknas, 1 är äldre än den svenska.",
        "  - ”dygnet runt”",
        "  - ”Ring oss.”",
        "  - `content/ar/om/stod.md`: saknas",
    ]
    english = i18n.read(ROOT, "en", "editor")
    complete = LanguageStatus("ar", "arabiska", [], [], [])
    assert list(translation_status.report_lines(complete, english)) == [
        "- arabiska: everything is translated."
    ]
    assert list(translation_status.warnings([complete])) == []
