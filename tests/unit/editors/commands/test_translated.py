"""`centres translated`: which pages it marks, and that it changes one line of each."""

from pathlib import Path

import pytest

from centres import cli
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


def pages_left(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return what `centres report` says of pages."""
    capsys.readouterr()
    assert run(root, "report") == 0
    lines = capsys.readouterr().out.splitlines()
    return [line.strip() for line in lines if line.startswith("  - `content/")]


def test_a_page_is_behind_until_somebody_says_that_it_is_not(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And again when the Swedish page changes; a page that is missing is said too."""
    outdated = "- `content/en/om/stod.md`: äldre än den svenska"
    missing = "- `content/ar/om/stod.md`: saknas"
    assert pages_left(root, capsys) == [outdated, missing]
    assert run(root, "translated", "content/en/om/stod.md") == 0
    assert pages_left(root, capsys) == [missing]
    page = root / "content/sv/om/stod.md"
    page.write_text(SWEDISH.replace("Ring oss.", "Mejla oss."), encoding="utf-8")
    assert pages_left(root, capsys) == [outdated, missing]
    assert run(root, "translated", "content/en/om/stod.md") == 0
    assert pages_left(root, capsys) == [missing]


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


def stamps(root: Path) -> list[str]:
    """Return the languages whose page has been marked as translated."""
    pages = sorted(root.glob("content/*/om/stod.md"))
    return [path.parts[-3] for path in pages if "translated_from: " in path.read_text("utf-8")]


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
    ("language", "printed"),
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
    root: Path, capsys: pytest.CaptureFixture[str], language: str, printed: list[str]
) -> None:
    """All that are wrong are told in one run, whatever stands between them."""
    wrong = ["content/en/rad/finns-inte.md", "content/xx/om/stod.md"]
    named = ["content/en/om/stod.md", wrong[0], "content/sv/om/stod.md", wrong[1]]
    assert run(root, "translated", *named, f"--lang={language}") == 2
    assert capsys.readouterr().out.splitlines() == printed
    assert stamps(root) == []


def test_the_source_alone_is_no_page_to_stamp(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Swedish one is what the others are compared with."""
    name = "content/sv/om/stod.md"
    assert run(root, "translated", name) == 2
    printed = f"{name} är källan och ändras inte.\n"
    assert capsys.readouterr().out == printed
    assert stamps(root) == []
