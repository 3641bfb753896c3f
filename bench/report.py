"""The page of results, docs/measured.md: each part of the bench writes a section of its own."""

import re

from bench import machine

PAGE = machine.ROOT / "docs/measured.md"
_HEAD = "# What it takes\n\nFigures, all written by `make bench`.\n"


def section(name: str, markdown: str) -> None:
    """Put `markdown` in the section called `name`, where it stands or else at the end.

    `markdown` begins with its own heading (`## `). What it was measured on is added below it. The
    other sections stay as they are, so that a part can be measured again.
    """
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else _HEAD
    PAGE.write_text(replaced(page, name, f"{markdown.strip()}\n\n{machine.described()}"), "utf-8")


def columns(heads: list[str]) -> str:
    """The first two lines of a table in Markdown, with what its columns are called."""
    return f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|"


def replaced(page: str, name: str, markdown: str) -> str:
    """The text of `page` with `markdown` between the marks of the section called `name`."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    said = f"{start}\n{markdown.strip()}\n{end}"
    old = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    if old.search(page):
        return old.sub(lambda _: said, page, count=1)
    return f"{page.rstrip()}\n\n{said}\n"
