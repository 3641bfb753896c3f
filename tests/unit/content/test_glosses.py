"""What a Swedish service is, said where a page in another language first names it."""

from pathlib import Path

import pytest

from prose_page import PAGE, check_output, write_page

NAME = "en/rad/anmala.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the example with a page in Swedish; `named` writes the English one."""
    return write_page(tmp_path)


def named(root: Path, text: str) -> None:
    page = PAGE.replace("    group: process\n    order: 1\n    helps: [kvinnofridslinjen]\n", "")
    write_page(root, page.replace("Det står i lagen", text), NAME)


@pytest.mark.parametrize(
    "text",
    [
        "Bris, the children’s helpline.\n\n    Call Bris. Det står",
        'Call {{ number("bris") }} (for children). Call Bris. Det står',
        "- Call the children’s helpline, Bris.\n    - Call Bris.\n\n    Det står",
    ],
)
def test_a_service_is_said_to_be_what_it_is_once(
    root: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    """In the paragraph or item that first names it, by its name or by its number."""
    named(root, text)
    assert check_output(root, capsys) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Call Bris.\n\n    Bris is for children. Det står", "11:6"),
        ("- Call a helpline for children.\n    - Call Bris.\n\n    Det står", "12:8"),
        ('Call {{ number("bris") }}. Det står', "11:6"),
    ],
)
def test_a_service_that_nobody_new_here_knows_is_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], text: str, place: str
) -> None:
    """A later paragraph, or the item before, is no place to say it."""
    named(root, text)
    assert check_output(root, capsys) == [
        f"content/{NAME}:{place}: här nämns ”bris” för första gången på sidan, och läsaren vet "
        "inte vad det är. Säg det i samma stycke, med något av orden: child."
    ]


def test_on_a_swedish_page_everybody_knows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The Swedish word list has no such words."""
    write_page(root, PAGE.replace("Det står i lagen", "Ring Bris. Det står"))
    assert check_output(root, capsys) == []
