"""Marks of our own in Markdown: sources, words of the glossary, numbers and centres."""

from pathlib import Path

import pytest

from centres.content import marks
from prose_page import check_changed, check_output, write_page


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
            "(ord:malsagande)",
            "(ord:\n    malsagande)",
            "content/sv/rad/anmala.md:10:18: skriv källor som [^lag-skola, 6 kap. 10 §], ord som "
            "[ordet](ord:malsagande), och viktiga meningar som [Meningen.](viktig:radera-inte).",
            "content/sv/rad/anmala.md:10:18: write sources as [^lag-skola, 6 kap. 10 §], words "
            "as [word](ord:malsagande), and critical sentences as [The "
            "sentence.](viktig:radera-inte).",
        ),
        (
            "(13 kap. 1 §).[^bilaga-2]",
            "(13 kap. 1 §).[^ bilaga-2]",
            "content/sv/rad/anmala.md:14:32: skriv källor som [^lag-skola, 6 kap. 10 §], ord som "
            "[ordet](ord:malsagande), och viktiga meningar som [Meningen.](viktig:radera-inte).",
            "content/sv/rad/anmala.md:14:32: write sources as [^lag-skola, 6 kap. 10 §], words "
            "as [word](ord:malsagande), and critical sentences as [The "
            "sentence.](viktig:radera-inte).",
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
    ],
    ids=[
        "source",
        "unlike source",
        "word",
        "word on two lines",
        "nearly a source",
        "source on two lines",
        "number",
        "line without one",
        "heading",
    ],
)
def test_a_mistake_in_a_mark_is_one_line_with_its_place(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    swedish: str,
    english: str,
) -> None:
    """In Swedish, and in English for whoever asks."""
    assert check_changed(tmp_path, capsys, old, new) == ([swedish], [english])


def test_sources_are_gathered_with_the_headings_that_they_stand_under() -> None:
    """In the order in which a reader meets them, each once; a heading without its address."""
    body = (
        "# A\n\nEtt.[^b] Två.[^a, 1 §]\n\n## B {: #b }\n\nTre.[^a, 2 §][^a, 2 §]\n\n"
        "### C\n\nFyra.[^c]\n"
    )
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


def test_a_body_names_the_lines_whose_numbers_it_shows() -> None:
    """Each once; another mark names none."""
    body = '{{ number("bris") }}, {{ number("112") }}, {{number("bris")}} {{ centre("taby") }} bris'
    assert marks.numbers(body) == {"bris", "112"}
