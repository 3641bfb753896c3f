"""The table of bad input (bad_input.toml), and what is said of each case."""

import shutil
import tomllib
from pathlib import Path
from typing import Any

from helpers import ROOT, changed_data, problems

TABLE = ROOT / "tests/bad_input.toml"


def cases() -> list[dict[str, Any]]:
    """Every case of the table, in its order."""
    return list(tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"])


def folder(target: Path, case: dict[str, Any]) -> Path:
    """A data folder below `target` with the mistake of `case` in it."""
    file = case.get("file", "centres.yaml")
    if "old" in case:
        return changed_data(target, (case["old"], case["new"]), file=file)
    data = changed_data(target)
    text = case["text"] * case.get("times", 1)
    (data / file).write_bytes(text.encode(case.get("encoding", "utf-8")))
    return data


def said(target: Path, case: dict[str, Any], language: str = "sv") -> list[str]:
    """What `centres check` prints of it."""
    data = folder(target, case)
    try:
        return problems(data, language)
    finally:
        shutil.rmtree(data)
