"""Data and prose read together: all that is wrong in one run, and the languages that are chosen."""

from pathlib import Path

import pytest

from centres import i18n
from centres.data.directory import LINES_OF_PAGES
from centres.errors import PageError
from centres.files.problem import DataProblems
from centres.site import load
from helpers import ROOT, SETTINGS, TODAY, changed_data, line_of
from prose_page import PAGE, add_easy_swedish, keep_lines, write_page


def problems(root: Path) -> list[str]:
    """Return the lines about all that is wrong in a repository."""
    with pytest.raises(DataProblems) as error:
        load.read(root, root / "data", TODAY)
    words = i18n.read(ROOT, "sv", "editor")
    return [problem.as_line(words) for problem in error.value.problems]


def test_what_is_wrong_in_data_and_prose_is_told_together(tmp_path: Path) -> None:
    """A page that cannot be read, and a record; rules that need both wait until both can be."""
    root = write_page(write_page(tmp_path), "# A\n", "sv/om/a.md")
    centres = root / "data/centres.yaml"
    text = centres.read_text(encoding="utf-8")
    centres.write_text(text.replace("[Lund]", "[Lnud]"), encoding="utf-8")
    prose, data = problems(root)
    assert prose == (
        "content/sv/om/a.md:1:1: sidan ska börja med ---, title:, reviewed: och ---. Jämför med en "
        "annan sida."
    )
    assert data.startswith("data/centres.yaml:")
    assert "”Lnud”" in data


@pytest.mark.parametrize("name", ["kommun/taby.md", "starta/kommun/taby.md", "stodlinjer.md"])
def test_prose_cannot_take_the_address_of_a_page_made_from_data(tmp_path: Path, name: str) -> None:
    """Visitors' pages and the guide's."""
    text = "---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n"
    if name.startswith("starta/"):
        text = text.replace("---\n#", "audience: guide\ngroup: decide\n---\n#")
    assert problems(write_page(tmp_path, text, f"sv/{name}")) == [
        f"content/sv/{name}:1:1: adressen har redan en sida som görs av uppgifterna. Byt namn på "
        "filen."
    ]


def test_a_source_that_only_prose_cites_is_used(tmp_path: Path) -> None:
    """Nobody is asked to remove it."""
    root = write_page(tmp_path)
    sources = root / "data/sources.yaml"
    source = "\n- id: zz\n  title: A\n  publisher: B\n  date: 2026-01-14\n"
    source += "  retrieved: 2026-11-22\n"
    sources.write_text(sources.read_text(encoding="utf-8") + source, encoding="utf-8")

    def warned() -> list[str]:
        directory = load.read(root, root / "data", TODAY).directory
        return [problem.entry for problem in directory.warnings if problem.entry == "zz"]

    assert warned() == ["zz"]
    write_page(root, PAGE.replace("(13 kap. 1 §).[^bilaga-2]", "(13 kap. 1 §).[^zz]"))
    assert warned() == []


def test_a_line_that_no_page_leads_to_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    """By `helps` or by its number, on a Swedish page: one that is only in a list helps nobody."""
    lines = [*LINES_OF_PAGES, "polisen"]
    data = changed_data(tmp_path)
    keep_lines(data, *lines)
    root = write_page(tmp_path)
    line = line_of(data, "- id: polisen", "helplines.yaml")
    assert problems(root) == [
        f"data/helplines.yaml:{line}:7: polisen: id: ingen sida leder hit. Nämn den i helps på en "
        "sida i content/sv/rad/, eller ta bort posten."
    ]
    write_page(
        root, PAGE.replace("Det står i lagen", 'Ring {{ number("polisen") }}. Det står i lagen')
    )
    assert set(load.read(root, data, TODAY).directory.lines) == set(lines)


@pytest.mark.parametrize(
    ("only", "languages"),
    [
        (set(), ["sv", "en", "ar", "sv-simple"]),
        ({"sv"}, ["sv"]),
        ({"ar", "sv"}, ["sv", "ar"]),
        ({"sv", "sv-simple"}, ["sv", "sv-simple"]),
    ],
)
def test_a_site_has_the_languages_that_are_asked_for_in_the_order_of_the_data(
    tmp_path: Path, only: set[str], languages: list[str]
) -> None:
    """All of them if nobody asks; no page leads to another."""
    root = add_easy_swedish(write_page(tmp_path))
    write_page(root, "---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n", "sv-simple/index.md")
    site = load.load(root, TODAY, SETTINGS, frozenset(only), design=ROOT)
    assert list(site.editions) == languages
    assert [link.language.code for link in site.links("")] == languages


@pytest.mark.parametrize(
    ("only", "reason"),
    [({"sv", "fr", "de"}, "no such language: de, fr"), ({"sv-simple"}, "sv-simple needs sv")],
)
def test_a_language_that_cannot_be_made_is_told(
    tmp_path: Path, only: set[str], reason: str
) -> None:
    """SITE_LANGUAGES is typed by hand; most links of easy Swedish lead to Swedish."""
    root = add_easy_swedish(write_page(tmp_path))
    write_page(root, "---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n", "sv-simple/index.md")
    with pytest.raises(PageError) as error:
        load.load(root, TODAY, SETTINGS, frozenset(only), design=ROOT)
    assert str(error.value) == reason
