"""The oldest browsers have what visitors' pages use in scripts and styles, as they are published.

Pagefind's own files and Material's are not ours: without the first, places still answer, and the
second is for people at work. Siblings: tests/oldest_browsers.toml, tests/oldest_browsers.mjs.
"""

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import invariants
from built import SITE_URL
from helpers import ROOT
from node import NODE

KNOWN = tomllib.loads((ROOT / "tests/oldest_browsers.toml").read_text("utf-8"))
INLINE = {
    "css": re.compile(r"<style>(.*?)</style>", re.S),
    "script": re.compile(r"<script>(.*?)</script>", re.S),
}
# The last year of JavaScript whose readers cannot read all that we write.
TOO_OLD = 2019

# What is written, and what of it is too new for some of the oldest browsers.
PLANTED: list[tuple[str, str, set[str]]] = [
    ("css", "a { inset: 0 }", {"css.properties.inset"}),
    ("css", "a { top: 0; inset-inline: 0 }", {"css.properties.inset-inline"}),
    ("css", "a { padding-block: 1px }", {"css.properties.padding-block"}),
    ("css", "a { padding-block-end: 1px }", set()),
    ("css", "a:has(b) { top: 0 }", {"css.selectors.has"}),
    ("css", "@media print { :is(a, b) { top: 0 } }", {"css.selectors.is"}),
    ("css", "a { display: flex; gap: 1px }", {"css.properties.gap.flex_context"}),
    ("css", ".a { display: flex } .a { gap: 1px }", {"css.properties.gap.flex_context"}),
    ("css", "a { display: grid; gap: 1px }", set()),
    ("css", "a { columns: 2; column-gap: 1px }", set()),
    ("css", "a { width: calc-size(auto, size) }", {"css.types.calc-size"}),
    ("css", "a { width: min(1px, 2px) }", set()),
    ("css", "a { color: light-dark(red, blue) }", {"css.types.light-dark"}),
    ("css", "a { color: red; color: light-dark(red, blue) }", set()),
    ("css", "a { overflow: clip }", {"css.properties.overflow.clip"}),
    ("css", "a { overflow: hidden; overflow: clip }", set()),
    ("css", "a { nonsense: 1 }", {"css.properties.nonsense"}),
    ("css", "a { user-select: none }", {"css.properties.user-select"}),
    ("css", "a { -webkit-user-select: none; user-select: none }", set()),
    ("css", "@container (width > 1px) { a { top: 0 } }", {"css.at-rules.container"}),
    (
        "css",
        "@media (prefers-contrast: more) { a { top: 0 } }",
        {"css.at-rules.media.prefers-contrast"},
    ),
    ("css", "@media (hover: hover) { a { top: 0 } }", set()),
    ("script", "a?.b ?? c", set()),
    ("script", "a ??= b", {"ECMAScript 2020: Unexpected token (1:4)"}),
    ("script", "60_000", {"ECMAScript 2020: Identifier directly after number (1:2)"}),
    ("script", "(class { a = 1 })", {"ECMAScript 2020: Unexpected token (1:11)"}),
    ("script", "/(?<=a)b/.test(c)", {"javascript.regular_expressions.lookbehind_assertion"}),
    ("script", "/\\p{L}/u.test(c)", set()),
    ("script", "f(1n)", {"javascript.builtins.BigInt"}),
    ("script", "a.replaceAll('b', 'c')", {".replaceAll"}),
    ("script", "a.replaceChildren()", {".replaceChildren"}),
    ("script", "a.append(b, ...c)", set()),
    ("script", "[1].at(-1)", {".at"}),
    ("script", "Promise.any([])", {".any"}),
    ("script", "Promise.allSettled([])", set()),
    ("script", "Object.hasOwn(a, b)", {".hasOwn"}),
    ("script", "structuredClone(a)", {"structuredClone"}),
    ("script", "new WeakRef(a)", {"WeakRef"}),
    ("script", "new URL(a)", set()),
    ("module", "export * as a from './b.js'", {"javascript.statements.export.namespace"}),
    ("module", "export const a = import('./b.js')", set()),
]


def lacking(files: list[dict[str, str]], ecmascript: int = 2020) -> list[dict[str, Any]]:
    """Return what the oldest browsers lack of style sheets and scripts, with where it stands."""
    done = subprocess.run(
        [NODE, "tests/oldest_browsers.mjs"],
        cwd=ROOT,
        input=json.dumps({"browsers": KNOWN["browsers"], "files": files, "ecmascript": ecmascript}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def published(site: Path) -> list[dict[str, str]]:
    """Return what visitors' pages hold and fetch: each text once, named after where it is."""

    def texts() -> Iterator[tuple[str, str, str]]:
        whole = invariants.site(site, SITE_URL)
        for address in whole.addresses:
            page = invariants.parse(site, address, SITE_URL)
            if page.is_guide:
                continue
            html = page.html
            for kind, pattern in INLINE.items():
                for text in pattern.findall(html):
                    yield kind, text, address
        for path in site.glob("assets/*.????????.js"):
            if re.match("(places|search|selfcheck)", path.name):
                yield "module", path.read_text("utf-8"), f"assets/{path.name}"

    once = {(kind, text): name for kind, text, name in texts()}
    return [{"name": name, "kind": kind, "text": text} for (kind, text), name in once.items()]


def test_the_oldest_browsers_have_what_pages_use(published: list[dict[str, str]]) -> None:
    """What they lack is mended, or stands in the list with what happens there instead."""
    assert {one["kind"] for one in published} == {"css", "script", "module"}
    found = lacking(published)
    new = [one for one in found if one["feature"] not in KNOWN["allowed"]]
    assert new == [], "\n".join(
        f"{one['name']}: {one['feature']}, in {one['excerpt']}: not in {', '.join(one['browsers'])}"
        for one in new
    )
    stale = set(KNOWN["allowed"]) - {one["feature"] for one in found}
    assert not stale, f"tests/oldest_browsers.toml allows what nothing uses: {stale}"


def test_an_older_browser_runs_nothing_rather_than_a_half(published: list[dict[str, str]]) -> None:
    """It cannot read the page's own script, which alone shows what needs one."""
    scripts = [one for one in published if one["kind"] == "script"]
    refused = {one["name"] for one in lacking(scripts, TOO_OLD) if "ECMAScript" in one["feature"]}
    assert {one["name"] for one in scripts} == refused, "An old browser runs the others."


@pytest.fixture(scope="module")
def found_in_planted() -> list[set[str]]:
    """Return what the checker finds in each of PLANTED."""
    files = [
        {"name": str(at), "kind": kind, "text": text} for at, (kind, text, _) in enumerate(PLANTED)
    ]
    found = lacking(files)
    return [{one["feature"] for one in found if one["name"] == file["name"]} for file in files]


@pytest.mark.parametrize("at", range(len(PLANTED)), ids=[text for _, text, _ in PLANTED])
def test_the_checker_finds_what_is_too_new(found_in_planted: list[set[str]], at: int) -> None:
    """And lets pass what has a fallback before it, or is old enough."""
    assert found_in_planted[at] == PLANTED[at][2]
