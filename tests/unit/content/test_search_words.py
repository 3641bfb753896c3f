"""The words by which people find pages."""

from pathlib import Path

import pytest

from prose_page import PAGE, check_output, write_page

WITH_WORDS = PAGE.replace("helps:", "search: [polisen, anmäl*]\n    helps:")
OTHER = """\
    ---
    title: Ersättning
    reviewed: 2026-11-22
    group: process
    order: 2
    search: [pengar]
    ---
    # Kan jag få pengar?

    Du kan få ersättning.[^bilaga-2]
    """
FILE = "locales/sv/search.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the example with two pages of advice, and words for a page made from data and a line."""
    write_page(tmp_path, WITH_WORDS)
    write_page(tmp_path, OTHER, "sv/rad/pengar.md")
    return words(tmp_path, "search:\n  stodlinjer/: [jour]\n  stodlinjer/#bris: [barnlinjen]\n")


def words(root: Path, text: str) -> Path:
    """Write the language's own file; return `root`."""
    (root / FILE).write_text(text, encoding="utf-8")
    return root


def test_pages_and_lines_are_found_by_words_of_their_own(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is wrong with these."""
    assert check_output(root, capsys) == []


def test_a_page_without_words_is_one_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever writes what has happened would not find it."""
    write_page(root, PAGE)
    assert check_output(root, capsys) == [
        "content/sv/rad/anmala.md:1:1: search: saknas. Skriv det som någon kan skriva om det som "
        "sidan svarar på."
    ]


def test_a_language_that_has_not_begun_need_have_none(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its pages are found by their titles and headings."""
    write_page(root, PAGE)
    (root / FILE).unlink()
    assert check_output(root, capsys) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("search:\n  stodlinjer/#brist: [jour]\n",
         f"{FILE}:2:22: search.stodlinjer/#brist: ”stodlinjer/#brist” är ingen sida och ingen "
         "linje. Skriv stodlinjer/# och linjens id."),
        ("search:\n  stodlinjer/: [POLISEN]\n",
         f"{FILE}:2:1: search: ”POLISEN” leder också till rad/anmala/. Skriv fler ord, ta bort den "
         f"ena, eller skriv ordet under shared i {FILE}."),
        ("shared: [pengar]\n",
         f"{FILE}:1:10: shared[1]: ”pengar” leder inte till flera sidor. Ta bort det."),
        ("serch: {}\n",
         f"{FILE}:1:8: serch: fältet finns inte. Menade du search?"),
    ],
)  # fmt: skip
def test_words_that_lead_nowhere_or_to_two_pages_are_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    """However they are written."""
    assert check_output(words(root, text), capsys) == [said]


def test_a_word_on_two_pages_is_told_with_its_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second of them, and where the first leads."""
    write_page(root, OTHER.replace("[pengar]", "[pengar,\n      polisen]"), "sv/rad/pengar.md")
    assert check_output(root, capsys) == [
        "content/sv/rad/pengar.md:7:1: search: ”polisen” leder också till rad/anmala/. Skriv fler "
        f"ord, ta bort den ena, eller skriv ordet under shared i {FILE}."
    ]


def test_a_word_may_lead_to_two_pages_on_purpose(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody has said so."""
    write_page(root, OTHER.replace("[pengar]", "[pengar, Polisen]"), "sv/rad/pengar.md")
    assert check_output(words(root, "shared: [polisen]\n"), capsys) == []
