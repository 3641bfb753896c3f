"""What translators have left: nothing is lost, nothing old is published, and nobody is stopped."""

import re
from pathlib import Path

import pytest

from centres import cli
from centres.content import prose
from helpers import TODAY, changed_data

SWEDISH = "---\ntitle: Stöd\nreviewed: 2026-11-22\n---\n# Stöd\n\nRing oss.\n"
ENGLISH = "---\ntitle: Support\nreviewed: 2026-11-22\n---\n# Support\n\nCall us.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the example with one page, in Swedish and English."""
    changed_data(tmp_path)
    for code, text in (("sv", SWEDISH), ("en", ENGLISH)):
        path = tmp_path / f"content/{code}/om/stod.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def run(root: Path, *typed: str) -> int:
    return cli.main([*typed, f"--data={root / 'data'}", f"--today={TODAY}", "--format=text"])


def about_pages(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what `centres check` says about prose; its status is 0."""
    capsys.readouterr()
    assert run(root, "check") == 0
    return [one for one in capsys.readouterr().out.splitlines() if one.startswith("content/")]


def test_a_page_is_behind_until_somebody_says_that_it_is_not(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And again when the Swedish page changes; a page that is missing is said too."""
    outdated = (
        "content/en/om/stod.md:1:1: varning: "
        "den svenska sidan har ändrats sedan den här översattes."
    )
    missing = "content/ar/om/stod.md:1:1: varning: sidan är inte översatt, och visas på svenska."
    assert about_pages(root, capsys) == [missing, outdated]
    assert run(root, "translated", "content/en/om/stod.md") == 0
    assert about_pages(root, capsys) == [missing]
    page = root / "content/sv/om/stod.md"
    page.write_text(SWEDISH.replace("Ring oss.", "Mejla oss."), encoding="utf-8")
    assert about_pages(root, capsys) == [missing, outdated]
    assert run(root, "translated", "content/en/om/stod.md") == 0
    assert about_pages(root, capsys) == [missing]


def test_only_one_line_is_written_into_a_translated_page(root: Path) -> None:
    """Written anew the second time, not added; line ends stay."""
    path = root / "content/en/om/stod.md"
    path.write_bytes(ENGLISH.replace("\n", "\r\n").encode())
    for swedish in (SWEDISH, SWEDISH.replace("Ring", "Mejla")):
        (root / "content/sv/om/stod.md").write_text(swedish, encoding="utf-8")
        assert run(root, "translated", "content/en/om/stod.md") == 0
        lines = path.read_bytes().decode().split("\r\n")
        (stamp,) = [line for line in lines if line.startswith("translated_from: ")]
        assert lines.index(stamp) == 3
        lines.remove(stamp)
        assert "\n".join(lines) == ENGLISH


def test_line_ends_and_the_day_of_reading_do_not_make_a_translation_old() -> None:
    """The title and the text do."""
    matter = prose.FrontMatter.model_validate({"title": "Stöd", "reviewed": "2026-11-22"})
    later = prose.FrontMatter.model_validate({"title": "Stöd", "reviewed": "2026-11-23"})
    renamed = prose.FrontMatter.model_validate({"title": "Hjälp", "reviewed": "2026-11-22"})
    page = prose.Prose("sv", "om/stod/", "stod.md", matter, "# Stöd\n\nRing.\n")
    same = prose.Prose("sv", "om/stod/", "stod.md", later, "# Stöd\r\n\r\nRing.\r\n\r\n")
    other = prose.Prose("sv", "om/stod/", "stod.md", renamed, page.body)
    assert page.fingerprint == same.fingerprint
    assert page.fingerprint != other.fingerprint


def stamps(root: Path) -> list[str]:
    """Return the languages whose page has been marked as translated."""
    pages = sorted(root.glob("content/*/om/stod.md"))
    return [one.parts[-3] for one in pages if "translated_from: " in one.read_text("utf-8")]


def test_a_page_in_all_languages_is_stamped_in_all_but_the_source(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a shell writes out content/*/om/stod.md, where languages stand before and after sv."""
    (root / "content/ar/om").mkdir(parents=True)
    (root / "content/ar/om/stod.md").write_text(ENGLISH, encoding="utf-8")
    named = [f"content/{code}/om/stod.md" for code in ("ar", "sv", "en")]
    assert run(root, "translated", *named) == 0
    assert capsys.readouterr().out.splitlines() == [
        "content/ar/om/stod.md räknas som översatt.",
        "content/sv/om/stod.md är källan och ändras inte.",
        "content/en/om/stod.md räknas som översatt.",
    ]
    assert stamps(root) == ["ar", "en"]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", ["content/en/rad/finns-inte.md är ingen översatt sida.",
                "content/xx/om/stod.md är ingen översatt sida.",
                "Inget skrevs."]),
        ("en", ["content/en/rad/finns-inte.md is no translated page.",
                "content/xx/om/stod.md is no translated page.",
                "Nothing was written."]),
    ],
)  # fmt: skip
def test_no_page_is_stamped_when_one_of_those_named_is_no_translated_page(
    root: Path, capsys: pytest.CaptureFixture[str], language: str, told: list[str]
) -> None:
    """All that are wrong are told in one run, whatever stands between them."""
    wrong = ["content/en/rad/finns-inte.md", "content/xx/om/stod.md"]
    named = ["content/en/om/stod.md", wrong[0], "content/sv/om/stod.md", wrong[1]]
    assert run(root, "translated", *named, f"--lang={language}") == 2
    assert capsys.readouterr().out.splitlines() == told
    assert stamps(root) == []


def test_the_source_alone_is_no_page_to_stamp(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Swedish one is what the others are compared with."""
    name = "content/sv/om/stod.md"
    assert run(root, "translated", name) == 2
    told = f"{name} är källan och ändras inte.\n"
    assert capsys.readouterr().out == told
    assert stamps(root) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Stöd\n", "content/sv/om/stod.md:1:1: sidan ska börja med ---, title:, reviewed: och "
         "---. Jämför med en annan sida."),
        (SWEDISH.replace("reviewed: 2026-11-22\n", ""),
         "content/sv/om/stod.md:2:1: reviewed: fältet saknas. Jämför med en annan post, och skriv "
         "not confirmed om ingen vet."),
        (SWEDISH.replace("2026-11-22", "i går"), "content/sv/om/stod.md:3:11: reviewed: ska vara "
         "ett datum, som 2026-01-14, men är ”i går”."),
        (SWEDISH.replace("reviewed", "reviewd"),
         "content/sv/om/stod.md:3:10: reviewd: fältet finns inte. Menade du reviewed?"),
        (SWEDISH.replace("title: Stöd", "title: Stöd: hjälp"),
         "content/sv/om/stod.md:2:12: det finns ett kolon för mycket, eller fel indrag. Sätt "
         "citattecken om texten om ett kolon hör till den, och börja raden lika långt in som "
         "raden ovanför."),
    ],
    ids=["no front matter", "no day", "no date", "a misspelt field", "a colon"],
)  # fmt: skip
def test_a_mistake_in_a_page_is_said_with_its_line(
    root: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    """With those of the data, in one run."""
    (root / "content/sv/om/stod.md").write_text(text, encoding="utf-8")
    assert run(root, "check") == 1
    assert capsys.readouterr().out.splitlines() == [said]


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Ring numret nedan om du behöver stöd i natt."
msgstr "Call the number below if you need support tonight."

msgid "Hej!"
msgstr "Hello!"
"""


@pytest.mark.parametrize("command", ["check", "report"])
def test_a_catalogue_that_cannot_be_read_is_told_and_not_a_crash(
    root: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """Some program has saved it in another encoding."""
    path = root / "locales/en/site.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(PO.replace("Hello", "H\u00e9").encode("latin-1"))
    assert run(root, command) == 1
    assert capsys.readouterr().out == f"Det går inte att läsa eller skriva {path}.\n"


@pytest.mark.parametrize(
    "hole",
    ["{{ figures.centers }}", "{{ figures(1) }}", "{{ here.__class__ }}", "{{ coverage_map() }}"],
)
def test_a_hole_in_a_page_that_cannot_be_filled_is_told_with_the_page(
    root: Path, capsys: pytest.CaptureFixture[str], hole: str
) -> None:
    """Names and shapes that a rule lets through: a figure, a call, a class, a part of the guide."""
    path = root / "content/sv/om/stod.md"
    path.write_text(SWEDISH + f"\n{hole}\n", encoding="utf-8")
    assert run(root, "check") == 1
    (line,) = capsys.readouterr().out.splitlines()
    told = (
        r"1:1: det som står mellan \{\{ och \}\} går inte att|9:1: ”\{\{.* är inget som en sida kan"
    )
    assert re.match(rf"content/sv/om/stod\.md:({told})", line)
