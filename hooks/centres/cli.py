"""The `centres` command, for editors and maintainers.

Exit status: 0 clean, 1 problems in the data, 2 wrong usage.
"""

import argparse
from datetime import date
from pathlib import Path

from centres import catalogues, loading, words
from centres.problems import DataProblems

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None); returns the exit status."""
    options = _parser().parse_args(arguments)
    spoken = words.read(ROOT, "editor", options.lang)
    try:
        found = loading.load(options.data, options.today)
    except DataProblems as error:
        print("\n".join(problem.said(spoken) for problem in error.problems))
        return 1
    if options.command == "translations":
        print("\n".join(catalogues.update(ROOT, found)))
    else:
        for warning in found.warnings:
            print(warning.said(spoken))
        print(spoken.plain("Inga fel. %(centres)s centrum, %(served)s kommuner.", **found.figures))
    return 0


def _folder(written: str) -> Path:
    path = Path(written)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{written} is not a folder")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="centres", description=__doc__)
    parser.add_argument("command", choices=["check", "translations"])
    parser.add_argument("--data", type=_folder, default=ROOT / "data", help="the data folder")
    parser.add_argument("--lang", choices=["sv", "en"], default="sv", help="language of messages")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), help="the day to check against"
    )
    return parser
