"""How the house is built: what may know what."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs import config

from centres.content.markdown import EXTENSIONS
from helpers import ROOT

SCRIPTS = sorted((ROOT / "theme/assets").glob("*.js"))
PACKAGE = sorted((ROOT / "hooks/centres").rglob("*.py"))


def test_no_module_reads_the_clock_but_one() -> None:
    """The day is an argument; only the command and the build ask what day it is."""
    asks = re.compile(r"date\.today\(|datetime\.now\(|time\.time\(")
    asking = [path.name for path in PACKAGE if asks.search(path.read_text(encoding="utf-8"))]
    assert asking == ["clock.py"]


def test_every_tier_is_run_by_make_test(pytestconfig: pytest.Config) -> None:
    """By default pytest leaves out folders named "build", and says nothing."""
    tests = (path.relative_to(ROOT) for path in (ROOT / "tests").rglob("test_*.py"))
    tiers = {ROOT / "tests" / path.parts[1] for path in tests}
    assert {ROOT / path for path in pytestconfig.getini("testpaths")} == tiers
    assert "build" not in pytestconfig.getini("norecursedirs")


def test_every_module_and_function_of_the_package_is_small_enough_to_see_whole() -> None:
    """At most 300 lines and 40, and at most 16 files in a room."""
    large = []
    for path in PACKAGE:
        text = path.read_text(encoding="utf-8")
        large += [path.name] if text.count("\n") > 300 else []
        for part in ast.walk(ast.parse(text)):
            if isinstance(part, ast.FunctionDef) and part.end_lineno:
                lines = part.end_lineno - part.lineno + 1
                large += [f"{path.name}: {part.name}"] if lines > 40 else []
    rooms = Counter(path.parent.name for path in PACKAGE)
    assert large + [room for room, files in rooms.items() if files > 16] == []


def test_no_test_passes_by_returning_early() -> None:
    """One that has nothing to look at says so: it skips with a reason, and is counted."""
    assert [
        f"{path.relative_to(ROOT)}:{part.lineno}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for test in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
        for part in parts(test)
        if isinstance(part, ast.Return)
    ] == []


def parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a function, but for those of functions within it."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield child
            yield from parts(child)


def siblings(path: Path) -> set[str]:
    """Return the files that the first comment of a part of a page names as its siblings."""
    start = path.read_text(encoding="utf-8")[:1_000]
    (named,) = re.findall(r"Siblings: ([^#\"]*?)\.(?=\s)", start)[:1] or [""]
    return set(re.findall(r"[\w./-]+\.\w+", named))


def test_every_script_names_its_test_and_its_template_and_they_name_it() -> None:
    """Whoever changes one of them finds the others. A part of a script may have no template."""
    parts = {f"theme/assets/{path.name}": siblings(path) for path in SCRIPTS}
    for script, named in parts.items():
        folders = {name.partition("/")[0] for name in named}
        assert "tests" in folders <= {"templates", "tests"}, script
        for name in named:
            assert script in siblings(ROOT / name), f"{name} does not name {script}"


def test_no_script_has_a_template_within_a_template() -> None:
    """What makes scripts small would take the blanks out of the inner one."""
    nested = re.compile(r"\$\{[^}]*`")
    assert [path.name for path in SCRIPTS if nested.search(path.read_text("utf-8"))] == []


def test_every_sibling_that_is_named_exists() -> None:
    """In templates, scripts and browser tests."""
    files = [*SCRIPTS, *(ROOT / "templates").rglob("*.html"), *(ROOT / "tests").rglob("test_*.py")]
    named = {name for path in files for name in siblings(path)}
    assert len(named) > 10
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_the_guides_markdown_is_read_as_visitors_is() -> None:
    """MkDocs adds fenced_code, whatever mkdocs.yml says."""
    listed = config.load_config(str(ROOT / "mkdocs.yml"))["markdown_extensions"]
    assert sorted(listed) == sorted(EXTENSIONS)
