"""`centres publishable`: a line for each thing that is not decided, with what to do."""

from pathlib import Path

import pytest

from centres.editors.commands import publishable
from centres.editors.context import CommandContext
from centres.i18n import Words
from helpers import TODAY

OWNED = "* @org/maintainers\n/data/ @org/editors # all of it\n"


def run(root: Path, publisher: str, contact: str, owners: str) -> tuple[int, list[str]]:
    """Return the status and the lines for a repository with those settings."""
    (root / ".github").mkdir()
    (root / ".github/CODEOWNERS").write_text(owners, encoding="utf-8")
    extra = f'extra:\n  publisher: "{publisher}"\n  contact: "{contact}"\n'
    text = f'site_url: !ENV [SITE_URL, "https://stodcentrum.example/"]\n{extra}'
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    lines: list[str] = []
    context = CommandContext(root / "data", root, TODAY, Words("sv"), {}, lines.append)
    return publishable.run(context), lines


def test_all_that_is_missing_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody publishes, finds the next thing, and publishes again."""
    monkeypatch.delenv("SITE_URL", raising=False)
    status, lines = run(tmp_path, "", "", "# /data/ @OWNER/editors\n")
    assert status == 1
    assert [line.partition(" ")[0] for line in lines] == [
        "SITE_URL",
        "mkdocs.yml:",
        "mkdocs.yml:",
        ".github/CODEOWNERS:",
        ".github/CODEOWNERS:",
        ".github/CODEOWNERS:",
    ]


@pytest.mark.parametrize(
    ("address", "is_decided"),
    [
        ("https://stod.kommun.se/", True),
        ("https://kommun.se/stod/", True),
        ("https://stodcentrum.example/", False),
        ("https://stod.kommun.se", False),
        ("http://stod.kommun.se/", False),
    ],
)
def test_an_address_is_one_where_something_can_be_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str, is_decided: bool
) -> None:
    """The name that is there before somebody has decided can never exist."""
    monkeypatch.setenv("SITE_URL", address)
    status, lines = run(tmp_path, "Kommunen", "fel@kommun.se", OWNED)
    assert (status == 0) == is_decided
    assert (lines == ["Inget saknas: webbplatsen kan publiceras."]) == is_decided


def test_a_file_whose_last_rule_names_nobody_has_no_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is how GitHub reads the file."""
    monkeypatch.setenv("SITE_URL", "https://stod.kommun.se/")
    status, lines = run(tmp_path, "Kommunen", "fel@kommun.se", f"{OWNED}/data/notices.yaml\n")
    assert status == 1
    assert lines == [
        ".github/CODEOWNERS: /data/notices.yaml har ingen ägare. Skriv vem som ska läsa varje "
        "ändring innan den syns, som filens första rader säger."
    ]
