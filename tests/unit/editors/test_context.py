"""What every command is given, and how it prints."""

from dataclasses import replace
from pathlib import Path

import pytest

from centres import i18n
from centres.editors.context import CommandContext
from centres.files.problem import Problem
from helpers import ROOT, TODAY

PROBLEMS = [
    Problem("data/b.yaml", 2, 1, "", "", "ska vara %(expected)s.", {"expected": "x"}),
    Problem("data/a.yaml", 9, 3, "", "", "är tomt."),
]


@pytest.fixture
def printed() -> list[str]:
    return []


@pytest.fixture
def context(printed: list[str]) -> CommandContext:
    words = i18n.read(ROOT, "en", "editor")
    data = Path("/repository/data")
    return CommandContext(data, ROOT, TODAY, words, {"format": "text"}, printed.append)


def test_content_and_catalogues_lie_beside_the_data(context: CommandContext) -> None:
    """Also of a data folder that is not the program's."""
    assert context.root == Path("/repository")


def test_a_message_is_printed_in_the_editors_language(
    context: CommandContext, printed: list[str]
) -> None:
    """With its values."""
    context.tell("%(name)s är ingen översatt sida.", name="x.md")
    assert printed == ["x.md is no translated page."]


def test_problems_are_printed_in_the_order_of_files_and_lines(
    context: CommandContext, printed: list[str]
) -> None:
    """A line each."""
    context.tell_problems(PROBLEMS)
    assert printed == ["data/a.yaml:9:3: är tomt.", "data/b.yaml:2:1: ska vara x."]


def test_problems_are_annotations_where_github_reads_them(
    context: CommandContext, printed: list[str]
) -> None:
    """In the same order."""
    replace(context, options={"format": "github"}).tell_problems(PROBLEMS)
    assert printed == [
        "::error file=data/a.yaml,line=9,col=3::är tomt.",
        "::error file=data/b.yaml,line=2,col=1::ska vara x.",
    ]
