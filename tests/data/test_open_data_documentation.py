"""The page about the open data and the schema say the same."""

import re
from collections.abc import Iterator

from centres.site import open_data
from helpers import ROOT


def fields(schema: object) -> Iterator[str]:
    """Every name of a field anywhere in a JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from fields(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from fields(part)


def test_every_field_of_the_file_is_explained() -> None:
    """By its own name, as code, in every language that has the page."""
    pages = sorted((ROOT / "content").glob("*/data/index.md"))
    assert len(pages) >= 2
    every = set(fields(open_data.schema()))
    assert [
        f"{path.relative_to(ROOT)} does not explain {name}"
        for path in pages
        for text in [" ".join(re.findall(r"`([^`]+)`", path.read_text(encoding="utf-8")))]
        for name in sorted(every - set(re.findall(r"\w+", text)))
    ] == []
