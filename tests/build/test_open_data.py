"""The open data as it is published; tests/unit/site/test_open_data.py has what it holds."""

from pathlib import Path

from centres.site import open_data
from helpers import DIRECTORY


def test_the_published_files_are_those_of_the_directory(site: Path) -> None:
    """The data and its schema, byte for byte."""
    for address, text in open_data.files(DIRECTORY).items():
        assert (site / address).read_text(encoding="utf-8") == text, address
