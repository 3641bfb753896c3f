"""Catalogues as translators leave them: read, or one line with the place and what to do."""

from pathlib import Path

import pytest

from centres.files import po_file
from centres.i18n import Words, read

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def said(tmp_path: Path, text: str) -> list[str]:
    """Return what is said of a catalogue with `text`."""
    path = tmp_path / "locales/ar/site.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode())
    return [problem.as_line(Words("sv")) for problem in po_file.problems_in(tmp_path)]


def test_what_git_leaves_of_two_translations_is_told(tmp_path: Path) -> None:
    """Otherwise one of them wins, and nobody knows which."""
    entry = 'msgid "Hej"\n<<<<<<< HEAD\nmsgstr "A"\n||||||| b\n=======\nmsgstr "B"\n>>>>>>> c\n'
    assert said(tmp_path, HEADER + entry) == [
        "locales/ar/site.po:5:1: här möts två versioner av filen (<<<<<<<). Behåll den rätta och "
        "ta bort raderna som delar dem: <<<<<<<, |||||||, ======= och >>>>>>>."
    ]


def test_two_translations_of_one_text_are_told(tmp_path: Path) -> None:
    """Also where the marks of a merge are gone."""
    entries = 'msgid "Hej"\nmsgstr "A"\n\nmsgid "Hej"\nmsgstr "B"\n'
    assert said(tmp_path, HEADER + entries) == [
        "locales/ar/site.po:7:1: texten finns redan, på rad 4. Behåll den rätta översättningen, "
        "och ta bort den andra med sin msgid."
    ]


def test_a_line_that_belongs_to_nothing_is_told(tmp_path: Path) -> None:
    """A sentence that somebody has pasted."""
    assert said(tmp_path, HEADER + 'msgid "Hej"\nmsgstr "A"\nVänliga hälsningar\n') == [
        "locales/ar/site.po:6:1: översättningen går inte att läsa vid den här raden. Varje rad är "
        "msgid, msgstr eller en text inom citattecken."
    ]


def test_a_placeholder_that_the_text_does_not_have_is_told(tmp_path: Path) -> None:
    """The page would show Swedish in its place, and say so to nobody."""
    assert said(tmp_path, HEADER + 'msgid "Till %(names)s"\nmsgstr "To %(namn)s"\n') == [
        "locales/ar/site.po:4:1: %(namn)s finns inte i den svenska texten. Skriv namnet inom "
        "parentes som det står där."
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [('msgid "Hej"\nmsgstr "A\u200bB"\n', 5), ('msgid "Hej"\nmsgstr "\ufffd"\n', 5)],
)
def test_a_sign_that_nobody_sees_is_told(tmp_path: Path, text: str, line: int) -> None:
    """As in every file that somebody edits."""
    (problem,) = said(tmp_path, HEADER + text)
    assert problem.startswith(f"locales/ar/site.po:{line}:")


def test_windows_lines_and_letters_of_two_signs_are_read(tmp_path: Path) -> None:
    """The text is found: ö typed as o and two dots is ö."""
    text = (HEADER + 'msgid "Bro\u0308d"\nmsgstr "Bread"\n').replace("\n", "\r\n")
    assert said(tmp_path, text) == []
    assert read(tmp_path, "ar", "site").plain("Bröd") == "Bread"
