"""Rules about pages of prose: what an editor is told of a page that can be read."""

from pathlib import Path

import pytest

from prose_page import PAGE, add_easy_swedish, check_changed, check_output, write_page


@pytest.mark.parametrize(
    ("old", "new", "swedish", "english"),
    [
        (
            "[kvinnofridslinjen]",
            "[kvinnofrid]",
            "content/sv/rad/anmala.md:1:1: helps: ”kvinnofrid” finns inte i data/helplines.yaml. "
            "Menade du kvinnofridslinjen?",
            "content/sv/rad/anmala.md:1:1: helps: “kvinnofrid” is not in "
            "data/helplines.yaml. Did you mean kvinnofridslinjen?",
        ),
        (
            "[kvinnofridslinjen]",
            "[bris]",
            "content/sv/rad/anmala.md:1:1: helps: ”bris” kommer med ändå. Ta bort den.",
            "content/sv/rad/anmala.md:1:1: helps: “bris” is shown anyway. Remove it.",
        ),
        (
            "    group: process\n    order: 1\n    helps: [kvinnofridslinjen]\n",
            "",
            "content/sv/rad/anmala.md:1:1: sidor här behöver group och order, så att någon hittar "
            "dem. group: first, process, kinds, people.",
            "content/sv/rad/anmala.md:1:1: pages here need group and order, so that somebody "
            "finds them. group: first, process, kinds, people.",
        ),
        (
            "Det står i lagen (13 kap. 1 §).",
            "Polismyndigheten genomför förundersökningar med åklagarmyndigheten. " * 20,
            "content/sv/rad/anmala.md:1:1: sidan är svår att läsa: LIX 81.3, högst 40. "
            "Dela långa meningar och byt långa ord.",
            "content/sv/rad/anmala.md:1:1: the page is hard to read: LIX 81.3, at most 40. "
            "Divide long sentences and change long words.",
        ),
    ],
    ids=[
        "line",
        "shown anyway",
        "nowhere",
        "hard",
    ],
)
def test_a_page_that_breaks_a_rule_is_one_line_that_says_what_to_do(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    swedish: str,
    english: str,
) -> None:
    """In Swedish, and in English for whoever asks."""
    assert check_changed(tmp_path, capsys, old, new) == ([swedish], [english])


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        (
            "sv/rad/a.md",
            "order: 1",
            "order: 1\n    audience: guide",
            "sidor under rad/ är för besökare. Ta bort audience.",
        ),
        (
            "sv/starta/a.md",
            "group: process",
            "group: decide",
            "sidor under starta/ är för kommuner. Skriv audience: guide.",
        ),
        (
            "sv/starta/a.md",
            "group: process",
            "group: process\n    audience: guide",
            "sidor här behöver group och order, så att någon hittar dem. group: decide, build, "
            "run, tools.",
        ),
        (
            "sv/om/a.md",
            "order: 1",
            "order: 1",
            "bara sidor under rad/ och starta/ har group. Ta bort den.",
        ),
        (
            "ar/starta/a.md",
            "group: process\n    order: 1\n    helps: [kvinnofridslinjen]",
            "audience: guide",
            "handboken finns inte på det här språket. Ta bort filen, eller skriv guide: yes för "
            "språket i data/languages.yaml.",
        ),
        (
            "sv/rad/a.md",
            "[kvinnofridslinjen]",
            "[kvinnofridslinjen, kvinnofridslinjen]",
            "helps: ”kvinnofridslinjen” kommer med ändå. Ta bort den.",
        ),
        (
            "sv/rad/anmala.md",
            "helps: [kvinnofridslinjen]",
            "helps: [kvinnofridslinjen]\n    first: man",
            "first: ”man” ska stå i helps också.",
        ),
    ],
    ids=["audience", "guide", "chapter", "no list", "language", "twice", "first"],
)
def test_a_page_in_another_folder_than_its_front_matter_says_is_told_what_fits_there(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    old: str,
    new: str,
    problem: str,
) -> None:
    """The folder decides for whom a page is, and in which list it stands."""
    assert old in PAGE
    root = write_page(tmp_path, PAGE.replace(old, new), name)
    assert check_output(root, capsys) == [f"content/{name}:1:1: {problem}"]


def test_what_holds_for_all_languages_stands_on_the_swedish_page_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A translation with a list of its own would show other lines."""
    own = PAGE.replace("helps:", "first: kvinnofridslinjen\n    silent: true\n    helps:")
    root = write_page(write_page(tmp_path), own, "en/rad/anmala.md")
    assert check_output(root, capsys) == [
        f"content/en/rad/anmala.md:1:1: {field} står på den svenska sidan, för alla språk. "
        "Ta bort den här."
        for field in ("group", "order", "helps", "first", "silent")
    ]


def test_a_page_cannot_take_the_address_of_a_page_made_from_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One of the two would be written over the other; and a page needs a name."""
    root = write_page(tmp_path, PAGE.replace("# Hur anmäler jag?\n", ""), "sv/rad/ordlista.md")
    write_page(root, PAGE.replace("# Hur", "Hur").replace("## Sedan", "Sedan"), "sv/rad/b.md")
    assert check_output(root, capsys) == [
        "content/sv/rad/b.md:1:1: sidan har ingen rubrik. Börja den med # och ett mellanslag.",
        "content/sv/rad/ordlista.md:1:1: adressen har redan en sida som görs av uppgifterna. "
        "Byt namn på filen.",
        "content/sv/rad/ordlista.md:1:1: sidan har ingen rubrik. Börja den med # och ett "
        "mellanslag.",
    ]


def test_a_variant_has_a_start_page_and_no_page_that_swedish_has_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its links to the other languages would lead nowhere."""
    root = add_easy_swedish(write_page(tmp_path))
    write_page(root, "---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n", "sv-simple/rad/a.md")
    assert check_output(root, capsys) == [
        "content/sv-simple/rad/a.md:1:1: sidan finns inte på svenska. Skriv den där först.",
        "content/sv-simple/rad/a.md:1:1: varianten behöver en startsida: "
        "content/sv-simple/index.md.",
    ]


def test_easy_swedish_is_held_to_a_stricter_limit_and_other_languages_to_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """LIX counts Swedish: a text that is ordinary there is hard for who reads lättläst."""
    page = "---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n\n"
    ordinary = "Polisen börjar undersöka det som har hänt dig och andra. " * 20
    root = add_easy_swedish(write_page(tmp_path, page + ordinary, "sv/om/a.md"))
    write_page(root, page + ordinary, "sv-simple/om/a.md")
    write_page(root, page, "sv-simple/index.md")
    write_page(root, page + "Investigations require considerable patience. " * 25, "en/om/a.md")
    assert check_output(root, capsys) == [
        "content/sv-simple/om/a.md:1:1: sidan är svår att läsa: LIX 29.5, högst 25. Dela långa "
        "meningar och byt långa ord."
    ]


def test_two_files_with_one_address_and_a_day_to_come_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One of the two would vanish without a word; nobody has read a page tomorrow."""
    root = write_page(write_page(tmp_path), PAGE.replace("2026-11-22", "2026-11-23"), "sv/rad/b.md")
    write_page(root, PAGE, "sv/rad/b/index.md")
    assert check_output(root, capsys) == [
        "content/sv/rad/b.md:1:1: 2026-11-23 har inte varit än. Skriv en dag som har varit, eller "
        "vänta med ändringen.",
        "content/sv/rad/b.md:1:1: har samma adress som content/sv/rad/b/index.md. Ta bort den ena.",
    ]
