"""What prose may hold, and what somebody who edits it is told."""

from pathlib import Path

import pytest

from centres.content import lix, marks
from prose_page import PAGE, check_output, write_page


def test_a_page_that_names_only_what_there_is_stops_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page that the others below have one mistake in."""
    assert check_output(write_page(tmp_path), capsys) == []


@pytest.mark.parametrize(
    ("old", "new", "swedish", "english"),
    [
        (
            "(13 kap. 1 §).[^bilaga-2]",
            "(13 kap. 1 §).[^bilaga-3]",
            "content/sv/rad/anmala.md:14:34: källan ”bilaga-3” finns inte i data/sources.yaml. "
            "Menade du bilaga-2?",
            "content/sv/rad/anmala.md:14:34: the source “bilaga-3” is not in data/sources.yaml. "
            "Did you mean bilaga-2?",
        ),
        (
            "(13 kap. 1 §).[^bilaga-2]",
            "(13 kap. 1 §).[^brottsbalken]",
            "content/sv/rad/anmala.md:14:34: källan ”brottsbalken” finns inte i data/sources.yaml. "
            "Lägg till den där först.",
            "content/sv/rad/anmala.md:14:34: the source “brottsbalken” is not in "
            "data/sources.yaml. Add it there first.",
        ),
        (
            "(ord:malsagande)",
            "(ord:malsaegande)",
            "content/sv/rad/anmala.md:10:24: ordet ”malsaegande” finns inte i data/glossary.yaml. "
            "Menade du malsagande?",
            "content/sv/rad/anmala.md:10:24: the word “malsaegande” is not in "
            "data/glossary.yaml. Did you mean malsagande?",
        ),
        (
            "[kvinnofridslinjen]",
            "[kvinnofrid]",
            "content/sv/rad/anmala.md:1:1: helps: ”kvinnofrid” finns inte i data/helplines.yaml. "
            "Menade du kvinnofridslinjen?",
            "content/sv/rad/anmala.md:1:1: helps: “kvinnofrid” is not in "
            "data/helplines.yaml. Did you mean kvinnofridslinjen?",
        ),
        (
            "(ord:malsagande)",
            "(ord:\n    malsagande)",
            "content/sv/rad/anmala.md:10:18: skriv källor som [^lag-skola, 6 kap. 10 §], och ord "
            "som [ordet](ord:malsagande).",
            "content/sv/rad/anmala.md:10:18: write sources as [^lag-skola, 6 kap. 10 §], and "
            "words as [word](ord:malsagande).",
        ),
        (
            "(13 kap. 1 §).[^bilaga-2]",
            "(13 kap. 1 §).[^ bilaga-2]",
            "content/sv/rad/anmala.md:14:32: skriv källor som [^lag-skola, 6 kap. 10 §], och ord "
            "som [ordet](ord:malsagande).",
            "content/sv/rad/anmala.md:14:32: write sources as [^lag-skola, 6 kap. 10 §], and "
            "words as [word](ord:malsagande).",
        ),
        (
            "(13 kap. 1 §).[^bilaga-2]",
            "(13 kap. 1 §).[^bilaga-3,\n    1 §]",
            "content/sv/rad/anmala.md:14:34: källan ”bilaga-3” finns inte i data/sources.yaml. "
            "Menade du bilaga-2?",
            "content/sv/rad/anmala.md:14:34: the source “bilaga-3” is not in data/sources.yaml. "
            "Did you mean bilaga-2?",
        ),
        (
            "Det står i lagen",
            'Ring {{ number("briss") }}. Det står i lagen',
            "content/sv/rad/anmala.md:14:17: ”briss” har inget nummer i data/helplines.yaml. "
            "Menade du bris?",
            "content/sv/rad/anmala.md:14:17: “briss” has no number in data/helplines.yaml. "
            "Did you mean bris?",
        ),
        (
            "Det står i lagen",
            'Ring {{ number("sms-112") }}. Det står i lagen',
            "content/sv/rad/anmala.md:14:17: ”sms-112” har inget nummer i data/helplines.yaml. "
            "Skriv id för en linje som har det.",
            "content/sv/rad/anmala.md:14:17: “sms-112” has no number in data/helplines.yaml. "
            "Write the id of a line that has one.",
        ),
        (
            "## Sedan",
            "## **Sedan**",
            "content/sv/rad/anmala.md:12:1: en rubrik får bara vara text: ingen länk, källa eller "
            "fetstil.",
            "content/sv/rad/anmala.md:12:1: a heading may only be text: no link, source or bold "
            "type.",
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
            "group: process",
            "group: court",
            "content/sv/rad/anmala.md:4:8: group: ”court” är inget giltigt val. Välj ett av: "
            "first, process, kinds, people, decide, build, run, tools.",
            "content/sv/rad/anmala.md:4:8: group: “court” is not a valid choice. Choose one "
            "of: first, process, kinds, people, decide, build, run, tools.",
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
        "source",
        "unlike source",
        "word",
        "line",
        "word on two lines",
        "nearly a source",
        "source on two lines",
        "number",
        "line without one",
        "heading",
        "shown anyway",
        "nowhere",
        "group",
        "hard",
    ],
)
def test_a_mistake_in_prose_is_one_line_with_its_place(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    swedish: str,
    english: str,
) -> None:
    """In Swedish, and in English for whoever asks."""
    assert old in PAGE
    root = write_page(tmp_path, PAGE.replace(old, new))
    assert check_output(root, capsys) == [swedish]
    assert check_output(root, capsys, "en") == [english]


def test_what_holds_for_all_languages_stands_on_the_swedish_page_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A translation with a list of its own would show other lines."""
    root = write_page(write_page(tmp_path), PAGE, "en/rad/anmala.md")
    assert check_output(root, capsys) == [
        f"content/en/rad/anmala.md:1:1: {field} står på den svenska sidan, för alla språk. "
        "Ta bort den här."
        for field in ("group", "order", "helps")
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
    root = write_page(tmp_path)
    listed = root / "data/languages.yaml"
    variant = "\n- code: sv-simple\n  name: Lättläst\n  name_in_swedish: lättläst svenska\n"
    variant += "  direction: ltr\n  status: unreviewed\n  variant_of: sv\n"
    listed.write_text(listed.read_text(encoding="utf-8") + variant, encoding="utf-8")
    write_page(root, "---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n", "sv-simple/rad/a.md")
    assert check_output(root, capsys) == [
        "content/sv-simple/rad/a.md:1:1: sidan finns inte på svenska. Skriv den där först.",
        "content/sv-simple/rad/a.md:1:1: varianten behöver en startsida: "
        "content/sv-simple/index.md.",
    ]


def test_sources_are_gathered_with_the_headings_that_they_stand_under() -> None:
    """In the order in which a reader meets them, each once."""
    body = "# A\n\nEtt.[^b] Två.[^a, 1 §]\n\n## B\n\nTre.[^a, 2 §][^a, 2 §]\n\n### C\n\nFyra.[^c]\n"
    assert marks.cited(body) == {
        "b": {"A": []},
        "a": {"A": ["1 §"], "B": ["2 §"]},
        "c": {"C": []},
    }


def test_sources_are_not_shown_and_words_lead_to_the_glossary() -> None:
    """What stands beside comes from the data and is no Markdown; a paragraph keeps its sign."""
    body = "You are the [injured party](ord:malsagande) (1 §).[^lag]"
    shown = marks.shown(body, "../ordlista/", lambda name: f" <b>{name} [x](y)</b>")
    link = "[injured party](../ordlista/#malsagande) <b>malsagande &#91;x&#93;&#40;y&#41;</b>"
    assert shown == f"You are the {link} (1\u00a0§)."


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    """Eight words in two sentences, two of them longer than six letters: 8/2 + 100 * 2/8."""
    assert lix.lix("Det är en kort mening. Meningen därefter likaså.").value == 4 + 25
    assert lix.lix("Det är kort. Det är bra.").value == 3.0
    assert lix.lix("").value == 0.0


def test_lix_counts_what_is_read_and_not_how_it_is_written() -> None:
    """No addresses, sources or signs; headings and items end where they end."""
    body = (
        "# Rubrik här\n\nText [som länkar](https://example.org/förundersökningskungörelsen) ut.[^a]"
        "\n\n- **En** sak\n- två {{ figures.municipalities }}\n"
    )
    plain = "Rubrik här\nText som länkar ut.\nEn sak\ntvå 1"
    assert lix.of_markdown(body) == lix.lix(plain)


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
