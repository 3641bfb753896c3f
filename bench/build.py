"""How fast the site is built, and how the time grows when the languages are doubled.

    make bench

Builds the real site with its real pipeline (all data, all prose, full-text indexing) in its own
languages, and then with each language once more under another code. The two builds take turns, so
that a machine that slows down slows both. Prints a Markdown table of medians.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil
import yaml

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
# Codes that stand in for further languages (BCP 47 keeps qaa-qtz for private use).
STAND_INS = ("qaa", "qab", "qac", "qad", "qae", "qaf")


@dataclass(frozen=True)
class Run:
    """One build: seconds of wall time, the largest memory in MB (children included), pages."""

    seconds: float
    megabytes: float
    pages: int


def languages() -> list[str]:
    """The codes of the site's languages; a variant, such as lättläst, has only some pages."""
    listed = yaml.safe_load((ROOT / "data/languages.yaml").read_text(encoding="utf-8"))
    return [one["code"] for one in listed if "variant_of" not in one]


def repository(target: Path, doubled: bool) -> None:
    """A copy of what a build needs; `doubled` adds a copy of every language."""
    for name in ("content", "data", "hooks", "locales", "templates", "theme"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)
    if not doubled:
        return
    listing = target / "data/languages.yaml"
    text = listing.read_text(encoding="utf-8")
    for code, stand_in in zip(languages(), STAND_INS, strict=False):
        # The source language has no catalogue, and its pages say what holds for all: its double
        # speaks English.
        spoken = "en" if code == "sv" else code
        # All but the guide, which is in two languages whatever the others are.
        shutil.copytree(
            target / "content" / spoken,
            target / "content" / stand_in,
            ignore=shutil.ignore_patterns("starta"),
        )
        shutil.copytree(target / "locales" / spoken, target / "locales" / stand_in)
        text += (
            f"\n- code: {stand_in}\n  name: {stand_in}\n  name_in_swedish: {stand_in}\n"
            "  direction: ltr\n  status: unreviewed\n"
        )
    listing.write_text(text, encoding="utf-8")


def build(folder: Path) -> Run:
    """One cold build of the repository in `folder`."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    largest = 0.0
    while process.poll() is None:
        largest = max(largest, memory(process.pid))
        time.sleep(0.02)
    if process.returncode:
        sys.exit(f"The build failed with exit status {process.returncode}.")
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    return Run(time.perf_counter() - start, largest / 1e6, pages)


def memory(pid: int) -> float:
    """Bytes in use by a process and its children just now."""
    try:
        process = psutil.Process(pid)
        family = [process, *process.children(recursive=True)]
        return float(sum(one.memory_info().rss for one in family))
    except psutil.NoSuchProcess:
        return 0.0


def row(name: str, runs: list[Run]) -> tuple[str, float]:
    """A row of the table, and the median time."""
    seconds = statistics.median(run.seconds for run in runs)
    megabytes = max(run.megabytes for run in runs)
    pages = runs[0].pages
    cells = (name, pages, f"{seconds:.2f}", f"{pages / seconds:.0f}", f"{megabytes:.0f}")
    return "| " + " | ".join(map(str, cells)) + " |", seconds


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        single, double = Path(folder, "single"), Path(folder, "double")
        repository(single, doubled=False)
        repository(double, doubled=True)
        build(single)  # warms the disk; not counted
        pairs = [(build(single), build(double)) for _ in range(RUNS)]
    count = len(languages())
    first, seconds = row(f"{count} languages", [pair[0] for pair in pairs])
    second, doubled = row(f"{2 * count} languages", [pair[1] for pair in pairs])
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},")
    print(f"medians of {RUNS} runs in turn, indexing included\n")
    print("| build | pages | seconds | pages/s | peak MB |\n|---|---|---|---|---|")
    print(f"{first}\n{second}")
    print(f"\nGrowth for twice the languages: {doubled / seconds:.2f}")


if __name__ == "__main__":
    main()
