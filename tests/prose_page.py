"""Write the example with a page of prose, for a test to break, and check it."""

import textwrap
from pathlib import Path

import pytest

from centres import cli
from centres.data.directory import LINES_OF_PAGES
from helpers import TODAY, changed_data

PAGE = """\
    ---
    title: Att anmäla
    reviewed: 2026-11-22
    group: process
    order: 1
    helps: [kvinnofridslinjen]
    ---
    # Hur anmäler jag?

    Du är [målsägande](ord:malsagande).[^bilaga-2]

    ## Sedan

    Det står i lagen (13 kap. 1 §).[^bilaga-2]
    """


def write_page(root: Path, text: str = PAGE, name: str = "sv/rad/anmala.md") -> Path:
    """Write a page of prose to `root`, and the example's data if it has none; return `root`.

    Of the helplines there are those that pages from data lead to: no prose need name them.
    """
    if not (root / "data").exists():
        keep_lines(changed_data(root), *LINES_OF_PAGES)
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return root


def keep_lines(data: Path, *names: str) -> None:
    """Remove all helplines from the folder `data` but those with the ids `names`."""
    path = data / "helplines.yaml"
    first, *lines = path.read_text(encoding="utf-8").split("\n- id: ")
    kept = [line for line in lines if line.partition("\n")[0].strip('"') in names]
    path.write_text("\n- id: ".join([first, *kept]), encoding="utf-8")


def add_easy_swedish(root: Path) -> Path:
    """Add the variant sv-simple to the languages of an example; return `root`."""
    path = root / "data/languages.yaml"
    variant = "\n- code: sv-simple\n  name: Lättläst\n  name_in_swedish: lättläst svenska\n"
    variant += "  direction: ltr\n  variant_of: sv\n"
    path.write_text(path.read_text(encoding="utf-8") + variant, encoding="utf-8")
    return root


def check_changed(
    root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, count: int = -1
) -> tuple[list[str], list[str]]:
    """Return what `check_output` does, in Swedish and in English, where `new` stands for `old`.

    `count` is how many times at the most; -1 everywhere.
    """
    assert old in PAGE
    write_page(root, PAGE.replace(old, new, count))
    return check_output(root, capsys), check_output(root, capsys, "en")


def check_output(root: Path, capsys: pytest.CaptureFixture[str], language: str = "sv") -> list[str]:
    """Return the lines of `centres check`; none if no problem stops a build."""
    options = [f"--data={root / 'data'}", f"--today={TODAY}", "--format=text", f"--lang={language}"]
    status = cli.main(["check", *options])
    lines = capsys.readouterr().out.splitlines()
    return lines if status else []
