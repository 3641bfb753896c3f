"""Files as they are saved by people and programs: read whole, or refused with a line."""

import re
import unicodedata
from pathlib import Path

import pytest

from centres.files import text_file
from centres.files.text_file import INVISIBLE, LARGEST
from centres.i18n import Words

# Format characters of Unicode that are drawn: signs that stand above or around Arabic digits.
DRAWN = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u0890\u0891\u08e2")


def read(tmp_path: Path, raw: bytes) -> tuple[str, list[str]]:
    """Return the text of a file that holds `raw`, and its problems as lines."""
    path = tmp_path / "file"
    path.write_bytes(raw)
    text, problems = text_file.read(path, "a.yaml")
    return text, [problem.as_line(Words("sv")) for problem in problems]


def test_a_text_is_read_as_it_is_but_for_its_byte_order_mark(tmp_path: Path) -> None:
    """Windows' line ends are the editor's own business."""
    raw = "\ufeff- name: Håbo\r\n\tnote: عربي\r\n".replace("\t", "  ").encode()
    assert read(tmp_path, raw) == ("- name: Håbo\r\n  note: عربي\r\n", [])


def test_a_letter_typed_as_two_characters_is_one(tmp_path: Path) -> None:
    """Some programs write å as a and a ring: it looks the same, and no comparison finds it.

    Places in messages count letters as an editor shows them.
    """
    raw = "- name: Bora\u030as\n- A\u030a: \u200b\n".encode()
    assert read(tmp_path, raw) == (
        "- name: Borås\n- Å: \u200b\n",
        [
            "a.yaml:2:6: raden har ett tecken som inte syns (U+200B, ett mellanslag utan "
            "bredd). Skriv om raden för hand, utan att klistra in."
        ],
    )


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    """So a wrong --data says which file it looked for."""
    _, (problem,) = text_file.read(tmp_path / "none", "a.yaml")
    assert problem.as_line(Words("sv")) == "a.yaml:1:1: filen finns inte eller går inte att läsa."


def test_the_largest_file_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    """By one byte."""
    assert read(tmp_path, b"x" * LARGEST) == ("x" * LARGEST, [])
    assert read(tmp_path, b"x" * (LARGEST + 1)) == (
        "",
        ["a.yaml:1:1: filen är större än 500 kB. Något har klistrats in av misstag. Ta bort det."],
    )


def test_another_encoding_is_one_problem(tmp_path: Path) -> None:
    """A spreadsheet may have saved it."""
    assert read(tmp_path, "Täby".encode("latin-1")) == (
        "",
        ["a.yaml:1:1: filen är inte sparad som UTF-8. Spara om den."],
    )


def test_each_kind_of_unreadable_character_is_one_problem_at_its_place(tmp_path: Path) -> None:
    """The first of each: who has pasted one has often pasted many."""
    text = "- a: b\n- c: f\ufffdr\n- d: \u200be\n- f: \u200bg\n- h:\n \ti: \ufffd\n"
    _, lines = read(tmp_path, text.encode())
    assert lines == [
        "a.yaml:2:7: ett tecken har gått förlorat (�), oftast å, ä eller ö. Skriv om ordet.",
        "a.yaml:3:6: raden har ett tecken som inte syns (U+200B, ett mellanslag utan "
        "bredd). Skriv om raden för hand, utan att klistra in.",
        "a.yaml:6:2: raden börjar med en tabb. Byt den mot mellanslag, som på raden ovanför.",
    ]


@pytest.mark.parametrize(
    "mark",
    [
        *("<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| 1a2b3c4", "<<<<<<<", "||||||| "),
        *("%%%%%%% Changes", "+++++++ Contents", "++<<<<<<< HEAD", "+=======", "@@ -1,3 +1,4 @@"),
    ],
)
def test_a_failed_merge_is_the_only_problem(tmp_path: Path, mark: str) -> None:
    """What else is wrong may be the other version's."""
    _, lines = read(tmp_path, f"- a: b\n{mark}\n\tc: \ufffd\n".encode())
    assert lines == [
        f"a.yaml:2:1: här möts två versioner av filen ({mark.split(' ')[0]}). Behåll den rätta och "
        "ta bort raderna som delar dem: <<<<<<<, |||||||, ======= och >>>>>>>."
    ]


def test_a_line_of_signs_that_is_no_merge_is_read(tmp_path: Path) -> None:
    """A line under a heading, a comment, and signs that go on."""
    text = "# ========\n========\n>>>>>>>>>\na ======= b\n"
    assert read(tmp_path, text.encode()) == (text, [])


def test_a_translator_may_keep_words_together_and_scripts_in_order(tmp_path: Path) -> None:
    """Blanks that do not break, and marks of direction, which a text of the data may not have."""
    path = tmp_path / "site.po"
    path.write_text("a\xa0b\u202fc\u200fd", encoding="utf-8")
    assert text_file.read(path, "site.po", of_translators=True)[1] == []
    assert len(text_file.read(path, "site.po")[1]) == 1


def test_what_unicode_calls_invisible_is_invisible_to_us() -> None:
    """Controls, format characters, private ones and separators of lines, but those that show."""
    invisible = re.compile(f"[{INVISIBLE}]")
    characters = map(chr, range(0x10000))
    unseen = [
        one for one in characters if unicodedata.category(one) in ("Cc", "Cf", "Co", "Zl", "Zp")
    ]
    assert {one for one in unseen if not invisible.match(one)} == DRAWN


def test_letters_that_draw_nothing_are_invisible() -> None:
    """To Unicode they are letters or marks: fillers, inherent vowels, variation selectors."""
    drawn = re.sub(
        f"[{INVISIBLE}]", "", "\u115f\u1160\u17b4\u17b5\u180b\u180f\u3164\ufe00\ufe0f\uffa0\ufffc"
    )
    assert drawn == ""


def test_letters_of_the_sites_languages_are_visible() -> None:
    """Swedish, Sami, Arabic and Persian, with what stands between and above their letters."""
    assert not re.search(f"[{INVISIBLE}]", "Åäöéü Čáŋđŧž عَرَبِي۝ فارسی گچپژ « » ’ ” – …")


def test_persian_words_may_be_kept_from_joining(tmp_path: Path) -> None:
    """No text in Persian does without; between other letters the same sign only hides."""
    text = "- title: می\u200cشود کتاب\u200cها\n- name: Stöd\u200ccentrum می\u200c\n"
    assert read(tmp_path, text.encode())[1] == [
        "a.yaml:2:13: raden har ett tecken som inte syns (U+200C). Skriv om raden för hand, utan "
        "att klistra in."
    ]
