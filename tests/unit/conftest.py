"""The example's data are parsed once, however many tests change one of their files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from centres.files import text_file, yaml_file
from centres.files.yaml_file import TextFile
from helpers import ROOT


@pytest.fixture(scope="session", autouse=True)
def example_parsed_once() -> Iterator[None]:
    """Keep what the reader of YAML returns of the example's files, for whoever reads the same."""
    read = yaml_file.read
    paths = sorted((ROOT / "tests/example").glob("*.yaml"))
    names = {path: f"data/{path.name}" for path in paths}
    kept = {(name, path.read_bytes()): read(path, name) for path, name in names.items()}

    def read_once(path: Path, name: str) -> TextFile:
        if name not in names.values() or not path.is_file():
            return read(path, name)
        with path.open("rb") as file:
            start = file.read(text_file.LARGEST)
        return kept.get((name, start)) or read(path, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_file, "read", read_once)
        yield
