"""Where what is said of a line comes from: by source, with dates, and what nobody confirms last."""

from pathlib import Path

import pytest

from centres.data import loader
from centres.i18n import Words
from centres.pages.edition import Edition
from centres.pages.evidence import Evidence
from helpers import TODAY, changed_data


def rows(evidence: list[Evidence]) -> list[tuple[str, str, str]]:
    """Return the facts of each row, with ";" for a new line, its date and its source."""
    return [
        (
            row.facts.replace("<br>", "; ").striptags(),
            row.date,
            row.source.striptags() if row.source else "",
        )
        for row in evidence
    ]


def about(edition: Edition, name: str) -> list[tuple[str, str, str]]:
    """Return the rows about the line with the id `name`."""
    return rows(edition.line_card(edition.directory.lines[name]).evidence)


def test_the_facts_of_a_line_stand_by_their_sources_and_what_nobody_has_confirmed_last(
    swedish: Edition,
) -> None:
    """Each says of which number it is: the sources promise nothing of the shorter one."""
    assert about(swedish, "kvinnofridslinjen") == [
        (
            "020-50 50 50: gratis att ringa; du kan vara anonym",
            "16 april 2024",
            "Nationellt centrum för kvinnofrid",
        ),
        (
            "020-50 50 50: dygnet runt; 116 016: dygnet runt; "
            "kvinnofridslinjen.se: måndag och torsdag 15–21, tisdag 8–13, fredag 9–16, söndag "
            "11–17",
            "4 juni 2026",
            "Stodlinjer.se, privat webbplats",
        ),
        (
            "020-50 50 50: syns inte på telefonräkningen; tolk finns",
            "utan datum",
            "Nationellt centrum för kvinnofrid",
        ),
        ("116 016", "april 2025", "Regeringen"),
        (
            "116 016: om det är gratis; 116 016: om det syns på telefonräkningen; vilka språk de "
            "svarar på",
            "",
            "",
        ),
    ]


def test_a_line_with_one_number_needs_not_say_of_which_a_fact_is(swedish: Edition) -> None:
    """And a source without an address says what it is, not only who has made it."""
    assert about(swedish, "brottsofferjouren") == [
        (
            "116 006; fraga@boj.se; du kan vara anonym",
            "15 september 2020",
            "Brottsofferjouren Sverige",
        ),
        (
            "måndag och tisdag 9–19, onsdag till fredag 9–17, lördag och söndag 9–12 och 13–16. "
            "1 juni–31 juli: vardagar 9–19; brottsofferjouren.se: vardagar "
            "9–16, lördag och söndag 9–12 och 13–16",
            "4 juni 2026",
            "Stodlinjer.se, privat webbplats",
        ),
        (
            "gratis att ringa",
            "7 december 2007",
            "PTS beslut 07-12807 om nummer i serien 116, Post- och telestyrelsen",
        ),
        ("om det syns på telefonräkningen; om det finns tolk; vilka språk de svarar på", "", ""),
    ]


def test_what_is_written_of_a_line_has_a_source_too_and_is_named_once(tmp_path: Path) -> None:
    """Its note, and for how long it has money, from one source."""
    note = "funded_to: 2025-12\n  note: Lämna ett meddelande."
    data = changed_data(tmp_path, ("funded_to: 2025-12", note), file="helplines.yaml")
    directory = loader.load(data, TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    assert about(edition, "ratt-att-valja") == [
        (
            "020-57 70 70; alla dagar 7–21; gratis att ringa; du kan vara anonym; det som står om "
            "linjen",
            "3 juni 2024",
            "Nationellt centrum för kvinnofrid",
        ),
        ("om det syns på telefonräkningen; om det finns tolk; vilka språk de svarar på", "", ""),
    ]


def test_what_is_written_of_a_promise_stands_with_it(tmp_path: Path) -> None:
    """Whoever needs an interpreter asks which languages there are."""
    promise = "interpreter: {value: yes, source: nck-kvinnofridslinjen"
    note = (f"{promise}}}", f"{promise}, note: För de flesta språk.}}")
    directory = loader.load(changed_data(tmp_path, note, file="helplines.yaml"), TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    assert about(edition, "kvinnofridslinjen")[2] == (
        "020-50 50 50: syns inte på telefonräkningen; tolk finns. För de flesta språk.",
        "utan datum",
        "Nationellt centrum för kvinnofrid",
    )


def test_what_everybody_knows_of_a_line_leaves_no_row_without_a_source(tmp_path: Path) -> None:
    """A row that says nothing would only worry."""
    text = changed_data(tmp_path) / "helplines.yaml"
    start, middle, end = text.read_text(encoding="utf-8").partition("- id: jag-vill-veta\n")
    for name in ("anonymous", "interpreter"):
        end = end.replace(f"  {name}: not confirmed", f"  {name}: no", 1)
    end = end.replace("  languages: not confirmed", "  languages: [sv, swl]", 1)
    text.write_text(start + middle + end, encoding="utf-8")
    directory = loader.load(text.parent, TODAY)
    edition = Edition(directory, directory.languages[0], Words("sv"))
    assert about(edition, "jag-vill-veta") == [
        (
            "jagvillveta.se; du kan inte vara anonym; ingen tolk; svarar på svenska och svenskt "
            "teckenspråk",
            "2024",
            "Brottsoffermyndigheten",
        )
    ]


@pytest.mark.parametrize(
    ("code", "dates"),
    [
        ("sv", ["15 september 2020", "4 juni 2026", "7 december 2007"]),
        ("en", ["15 September 2020", "4 June 2026", "7 December 2007"]),
        ("ar", ["15 سبتمبر (أيلول) 2020", "4 يونيو (حزيران) 2026", "7 ديسمبر (كانون الأول) 2007"]),
    ],
)
def test_every_source_has_its_date_in_every_language(
    editions: dict[str, Edition], code: str, dates: list[str]
) -> None:
    """And who has published it is marked as Swedish where the page is not."""
    card = editions[code].line_card(editions[code].directory.lines["brottsofferjouren"])
    assert [row.date for row in card.evidence] == [*dates, ""]
    marked = ["<bdi lang" in row.source for row in card.evidence if row.source]
    assert marked == [code != "sv"] * 3


def test_each_fact_of_each_line_has_a_source_or_is_said_to_have_none(swedish: Edition) -> None:
    """At most one row has none, and it is the last."""
    for line in swedish.directory.helplines:
        evidence = swedish.line_card(line).evidence
        assert all(row.source and row.date for row in evidence[:-1]), line.id
        assert evidence[0].source, line.id
