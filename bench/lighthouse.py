"""Take Lighthouse's scores of our pages, and of the same words on stock Material and minimal Hugo.

    make bench PARTS=lighthouse

Lighthouse comes from npm (`bench/npm`) and runs with its defaults: a phone, its own slow network
and slow processor, in Debian's Chromium. Of ours it scores one page of each kind, of the others the
start page and a centre's. Medians of runs in turn. An audit that failed in any run is named.

The sites are served as in `bench/visit.py`. Our site is built for the address that it is served at,
so that its absolute links lead there. Lighthouse asks for no HTTPS on this machine.
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
from bench.from_tests import NODE, QUIET
from bench.machine import ROOT
from bench.serving import served

RUNS = 3
TRIES = 3
LIGHTHOUSE = ROOT / "bench/npm/node_modules/lighthouse"
CATEGORIES = {
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

    `scores` are of 100, in the order of `CATEGORIES`. `paint` (largest contentful paint) and
    `blocked` (total blocking time) are milliseconds, `shift` is cumulative layout shift, and `size`
    the bytes of the page and all that it loads. `failed` are the names of audits.
    """

    scores: tuple[float, ...]
    paint: float
    shift: float
    blocked: float
    size: float
    failed: frozenset[str]
    warnings: frozenset[str]

    @classmethod
    def read(cls, results: dict[str, Any]) -> "Audit":
        """Take what the bench shows from Lighthouse's report, which is a megabyte of JSON."""
        audits = results["audits"]
        categories = [results["categories"][name] for name in CATEGORIES]
        counted = {
            reference["id"]
            for category in categories
            for reference in category["auditRefs"]
            if reference["weight"]
        }
        return cls(
            tuple(100 * category["score"] for category in categories),
            audits["largest-contentful-paint"]["numericValue"],
            audits["cumulative-layout-shift"]["numericValue"],
            audits["total-blocking-time"]["numericValue"],
            audits["total-byte-weight"]["numericValue"],
            frozenset(
                name
                for name in counted
                if audits[name]["score"] is not None and audits[name]["score"] < PASSED
            ),
            frozenset(" ".join(warning.split()) for warning in results["runWarnings"]),
        )


def audit(address: str) -> Audit:
    """Run Lighthouse on a page; up to three times, since Chromium at times loses its own trace."""
    for _ in range(TRIES):
        process = _lighthouse(address)
        if not process.returncode:
            return Audit.read(json.loads(process.stdout))
    sys.exit(f"Lighthouse could not score {address}.\n{process.stderr}")


def _lighthouse(address: str) -> subprocess.CompletedProcess[str]:
    flags = ["--headless=new", *QUIET, f"--host-resolver-rules='{phone.LOCAL_ONLY}'"]
    return subprocess.run(
        [
            *(NODE, str(LIGHTHOUSE / "cli/index.js"), address),
            *("--output=json", "--quiet", "--no-enable-error-reporting"),
            "--disable-full-page-screenshot",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={' '.join(flags)}",
        ],
        env={**os.environ, "CHROME_PATH": phone.chromium()},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def pages_served() -> Iterator[dict[tuple[str, str], str]]:
    """Build and serve the three sites; yield the addresses to score, by site and kind of page."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folders = {site: Path(name, site) for site in ("ours", "stock", "Hugo")}
        hosts = {site: stack.enter_context(served(folder)) for site, folder in folders.items()}
        ours = folders["ours"]
        sites.build_ours(ours, SITE_URL=hosts["ours"].address)
        sites.build_stock(folders["stock"], ours, COMPARED.items())
        sites.build_hugo(folders["Hugo"], ours, COMPARED.items())
        yield {
            (site, kind): hosts[site].address + path
            for site in folders
            for kind, path in (sites.PAGES if site == "ours" else COMPARED).items()
        }


def row(site: str, kind: str, audits: list[Audit]) -> str:
    """Return a row of the table: medians of the runs on one page."""
    scores = zip(*(run.scores for run in audits), strict=True)
    failed = sorted(frozenset().union(*(run.failed for run in audits)))
    cells = [
        *(site, kind),
        *(f"{statistics.median(score):.0f}" for score in scores),
        f"{statistics.median(run.paint for run in audits):.0f}",
        f"{statistics.median(run.shift for run in audits):.3f}",
        f"{statistics.median(run.blocked for run in audits):.0f}",
        f"{statistics.median(run.size for run in audits) / 1000:.1f}",
        ", ".join(failed) or "none",
    ]
    return f"| {' | '.join(cells)} |"


def section(audits: dict[tuple[str, str], list[Audit]]) -> str:
    """Return the section of results, as Markdown."""
    lighthouse = json.loads((LIGHTHOUSE / "package.json").read_text(encoding="utf-8"))["version"]
    with phone.browser() as browser:
        chromium = browser.version
    warnings = frozenset().union(*(run.warnings for runs in audits.values() for run in runs))
    columns = ["site", "page", *CATEGORIES.values(), "LCP ms", "CLS", "TBT ms", "kB", "failed"]
    return "\n".join(
        [
            "## Lighthouse",
            "",
            INTRODUCTION,
            "",
            f"Medians of {RUNS} runs in turn, Lighthouse {lighthouse}, Chromium {chromium}.",
            "",
            report.table_head(columns),
            *(row(site, kind, runs) for (site, kind), runs in audits.items()),
            *(f"\nLighthouse warns: {warning}" for warning in sorted(warnings)),
        ]
    )


def main() -> None:
    """Score the pages, and write the section."""
    with pages_served() as pages:
        rounds = [[audit(address) for address in pages.values()] for _ in range(RUNS)]
    runs_of_each = map(list, zip(*rounds, strict=True))
    report.write("lighthouse", section(dict(zip(pages, runs_of_each, strict=True))))


if __name__ == "__main__":
    main()
