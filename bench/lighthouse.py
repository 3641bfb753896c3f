"""Lighthouse's marks for our pages, and for the same words on stock Material and minimal Hugo.

    make bench

Lighthouse comes from npm (`bench/npm`) and runs as it comes: a phone, its own slow network and slow
processor, in Debian's Chromium. Of ours it marks one page of each kind, of the others the start
page and a centre's. Medians of runs in turn. An audit that a run failed is named.

What it marks is served as in `bench/visit.py`. Our pages' own addresses lead to where they are
served, as they do where the site is published. Lighthouse asks for no HTTPS on this machine.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import phone, report, sites
from bench.borrowed import NODE, QUIET
from bench.machine import ROOT
from bench.serving import served

RUNS = 3
TRIES = 3
LIGHTHOUSE = ROOT / "bench/npm/node_modules/lighthouse"
MARKS = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
COMPARED = {name: sites.PAGES[name] for name in ("start", "centre")}
# Less than this is what Lighthouse shows as not passed.
PASSED = 0.9

INTRODUCTION = """\
Marks of 100 for a phone. LCP: when the largest thing on the first screen was painted; CLS: how much
the page moved; TBT: how long scripts kept it from answering. Failed: audits that took from a mark
in any run."""


@dataclass(frozen=True)
class Audit:
    """One run of Lighthouse on one page.

    `marks` are of 100, in the order of `MARKS`; `paint` is when the largest thing on the first
    screen was painted, `blocked` how long scripts kept the page from answering, both milliseconds;
    `shift` is how much the page moved, and `size` the bytes it took.
    """

    marks: tuple[float, ...]
    paint: float
    shift: float
    blocked: float
    size: float
    failed: frozenset[str]
    warnings: frozenset[str]

    @classmethod
    def read(cls, said: dict[str, Any]) -> "Audit":
        """What is kept of Lighthouse's report, which is a megabyte."""
        audits, categories = said["audits"], [said["categories"][name] for name in MARKS]
        counted = {one["id"] for each in categories for one in each["auditRefs"] if one["weight"]}
        return cls(
            tuple(100 * each["score"] for each in categories),
            audits["largest-contentful-paint"]["numericValue"],
            audits["cumulative-layout-shift"]["numericValue"],
            audits["total-blocking-time"]["numericValue"],
            audits["total-byte-weight"]["numericValue"],
            frozenset(
                name
                for name in counted
                if audits[name]["score"] is not None and audits[name]["score"] < PASSED
            ),
            frozenset(" ".join(warning.split()) for warning in said["runWarnings"]),
        )


def audit(address: str) -> Audit:
    """Run Lighthouse on a page; again, if Chromium has lost its own trace of the visit."""
    for _ in range(TRIES):
        done = _lighthouse(address)
        if not done.returncode:
            return Audit.read(json.loads(done.stdout))
    sys.exit(f"Lighthouse could not mark {address}.\n{done.stderr}")


def _lighthouse(address: str) -> subprocess.CompletedProcess[str]:
    flags = ["--headless=new", *QUIET, f"--host-resolver-rules='{phone.NOBODY_ELSE}'"]
    return subprocess.run(
        [
            *(NODE, str(LIGHTHOUSE / "cli/index.js"), address),
            *("--output=json", "--quiet", "--no-enable-error-reporting"),
            "--disable-full-page-screenshot",
            f"--only-categories={','.join(MARKS)}",
            f"--chrome-flags={' '.join(flags)}",
        ],
        env={**os.environ, "CHROME_PATH": phone.chromium()},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def pages_served() -> Iterator[dict[tuple[str, str], str]]:
    """The addresses of all pages to be marked, by site and kind of page."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folders = {site: Path(name, site) for site in ("ours", "stock", "Hugo")}
        at = {site: stack.enter_context(served(folder)) for site, folder in folders.items()}
        ours = folders["ours"]
        sites.build_ours(ours, SITE_URL=at["ours"].address)
        sites.build_stock(folders["stock"], ours, COMPARED.items())
        sites.build_hugo(folders["Hugo"], ours, COMPARED.items())
        yield {
            (site, kind): at[site].address + path
            for site in folders
            for kind, path in (sites.PAGES if site == "ours" else COMPARED).items()
        }


def row(site: str, kind: str, audits: list[Audit]) -> str:
    """A row of the table."""
    marks = [statistics.median(each) for each in zip(*(one.marks for one in audits), strict=True)]
    failed = sorted(frozenset().union(*(one.failed for one in audits)))
    cells = [
        *(site, kind),
        *(f"{mark:.0f}" for mark in marks),
        f"{statistics.median(one.paint for one in audits):.0f}",
        f"{statistics.median(one.shift for one in audits):.3f}",
        f"{statistics.median(one.blocked for one in audits):.0f}",
        f"{statistics.median(one.size for one in audits) / 1000:.1f}",
        ", ".join(failed) or "none",
    ]
    return f"| {' | '.join(cells)} |"


def said(audits: dict[tuple[str, str], list[Audit]]) -> str:
    """The section of results, as Markdown."""
    lighthouse = json.loads((LIGHTHOUSE / "package.json").read_text(encoding="utf-8"))["version"]
    with phone.browser() as browser:
        chromium = browser.version
    warnings = frozenset().union(*(one.warnings for those in audits.values() for one in those))
    heads = ["site", "page", *MARKS.values(), "LCP ms", "CLS", "TBT ms", "kB", "failed"]
    return "\n".join(
        [
            "## Lighthouse",
            "",
            INTRODUCTION,
            "",
            f"Medians of {RUNS} runs in turn, Lighthouse {lighthouse}, Chromium {chromium}.",
            "",
            report.columns(heads),
            *(row(site, kind, those) for (site, kind), those in audits.items()),
            *(f"\nLighthouse warns: {warning}" for warning in sorted(warnings)),
        ]
    )


def main() -> None:
    """Mark, and write the section."""
    with pages_served() as pages:
        rounds = [[audit(address) for address in pages.values()] for _ in range(RUNS)]
    each = zip(*rounds, strict=True)
    report.section("lighthouse", said(dict(zip(pages, map(list, each), strict=True))))


if __name__ == "__main__":
    main()
