"""Write the page of results, docs/measured.md: each part of the bench has a section of its own."""

import re

from bench import machine

PAGE = machine.ROOT / "docs/measured.md"
_HEAD = "# What it takes\n\nFigures, all written by `make bench`.\n"


def write(name: str, markdown: str) -> None:
    """Write `markdown` as the section called `name`: in the place of the old one, or at the end.

    `markdown` begins with its own heading (`## `). A line on the machine and the commit is added
    below it. Other sections stay as they are, so that one part can be measured again.
    """
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else _HEAD
    section = f"{markdown.strip()}\n\n{machine.description()}"
    PAGE.write_text(replace_section(page, name, section), "utf-8")


def table_head(columns: list[str]) -> str:
    """Return the first two lines of a Markdown table, from the names of its columns."""
    return f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|"


def replace_section(page: str, name: str, markdown: str) -> str:
    """Return `page` with `markdown` between the comments that mark the section called `name`."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    section = f"{start}\n{markdown.strip()}\n{end}"
    old = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    if old.search(page):
        return old.sub(lambda _: section, page, count=1)
    return f"{page.rstrip()}\n\n{section}\n"
