"""Read the table of bad input (bad_input.toml), and check the data of each case."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

from helpers import ROOT, changed_data, problems

TABLE = ROOT / "tests/bad_input.toml"


def cases() -> list[dict[str, Any]]:
    """Return the cases of the table, in its order."""
    return list(tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"])


def folder(target: Path, case: dict[str, Any]) -> Path:
    """Write the example below `target` with the mistake of `case` in it; return its data folder."""
    file = case.get("file", "centres.yaml")
    if "old" in case:
        return changed_data(target, (case["old"], case["new"]), file=file)
    data = changed_data(target)
    text = case["text"] * case.get("times", 1)
    (data / file).write_bytes(text.encode(case.get("encoding", "utf-8")))
    return data


def check_output(target: Path, case: dict[str, Any], language: str = "sv") -> list[str]:
    """Return the lines that `centres check` prints of the example with the mistake of `case`."""
    data = folder(target, case)
    try:
        return problems(data, language)
    finally:
        shutil.rmtree(data)
