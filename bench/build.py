"""Measure how long the site takes to build, next to its peers with the same pages.

    make bench PARTS=build

The pages are those that our own pipeline makes of one set of content (`content`), with everything
it does: the data checked, the prose, the full-text index. Peers get the words of these pages as
Markdown (`pages`), and have to build as many pages with the same words.

The first build is not timed: it measures memory and checks that the pages are right. Then come warm
builds, with the output and the caches of the last one and nothing changed. Then cold builds, from
the sources alone, ours and the peer's in turn: a machine that slows down slows both.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench import content, pages, peers, report
from bench.generator import OURS, PACKED, Generator
from bench.measuring import Measured, in_turn
from bench.running import BuildFailed

_FEW = (PACKED, peers.HUGO, peers.ELEVENTY)
_ALL = (*_FEW, peers.ONE_BY_ONE, peers.ZENSICAL)
# static-i18n takes time as the cube of the languages: four minutes with 12 of them.
_FEWEST = (*_FEW, peers.STATIC_I18N)

_HEAD = """\
## Building, next to peers

| | languages | pages | seconds cold | again | pages/s | peak MB | MB written | × ours | growth |
|---|---|---|---|---|---|---|---|---|---|
"""
_FOOT = """
Medians of {runs} cold builds, each in turn with one of ours: that gives *× ours*, which is below 1
for who is faster. *Again* has the output and the caches of the last build, and nothing changed;
what takes more than 20 seconds is done again once. *Growth* is from the next fewer languages.
Memory is that of all processes together, at most, in a build that is not timed.

All build the same pages with the same words, which the bench checks: those that ours makes of the
real data and of {prose} generated prose pages a language. (The guide's pages for municipalities, in
Swedish and English, are among them.) Ours also checks all data and prose before it builds.

Ours also writes the sums of all files, the bill of materials and nginx's configuration. *Packed for
a host* is with the step of releasing, `make release`, which adds a gzip and a brotli copy of every
text. No peer does that.

*One build a language* means two at a time. MkDocs and Zensical have a search of their own, which
indexes all pages. Eleventy and Hugo have none: Pagefind indexes for them what it does for ours, the
prose and the centres, and what it takes is counted. static-i18n is measured at the fewest languages
only, since its time grows as their cube.
"""


@dataclass(frozen=True)
class Plan:
    """How many timed builds, and with whom at which number of languages."""

    runs: int
    peers: dict[int, tuple[Generator, ...]]


WHOLE = Plan(3, {24: _FEW, 12: _ALL, 4: _FEWEST})
QUICK = Plan(1, {4: _FEW, 2: (*_ALL, peers.STATIC_I18N)})


def measure(plan: Plan, folder: Path) -> dict[int, list[Measured]]:
    """Build in `folder` as `plan` says; return the figures by the number of languages, ours first.

    Raises BuildFailed if ours cannot be built.
    """
    figures: dict[int, list[Measured]] = {}
    all_pages: list[pages.Page] = []
    # The most languages come first: the pages of fewer are among theirs.
    for count, rivals in sorted(plan.peers.items(), reverse=True):
        languages = content.languages(count)
        ours = Measured(OURS, folder / f"{count}" / "ours", languages)
        ours.write_sources(all_pages)
        if not all_pages:
            all_pages = pages.read(ours.folder / "site")
        codes = {language.code for language in languages}
        peer_pages = [page for page in all_pages if page.language in codes]
        ours.build_warm(plan.runs)
        figures[count] = [ours]
        for number, rival in enumerate(rivals):
            peer = Measured(rival, folder / f"{count}" / f"{number}", languages)
            in_turn(ours, peer, peer_pages, plan.runs)
            print(_row(peer), file=sys.stderr, flush=True)
            figures[count].append(peer)
            shutil.rmtree(peer.folder, ignore_errors=True)
        while len(ours.cold) < plan.runs:  # nobody to take turns with
            ours.build_cold()
    return figures


def table(figures: dict[int, list[Measured]], runs: int) -> str:
    """Return the section of results, as Markdown."""
    rows: list[str] = []
    fewer: dict[str, float] = {}
    for _, measured in sorted(figures.items()):
        rows += [_row(one, fewer.get(one.generator.name)) for one in measured]
        fewer = {one.generator.name: one.seconds for one in measured if not one.failure}
    return _HEAD + "\n".join(rows) + "\n" + _FOOT.format(runs=runs, prose=content.PAGES)


def _row(measured: Measured, fewer: float | None = None) -> str:
    """Return a generator's row; `fewer` are the seconds that it takes for fewer languages."""
    name, count = measured.generator.name, len(measured.languages)
    if measured.failure:
        return f"| {name} | {count} | fails: {measured.failure.replace('|', ' ')} |"
    cells = (
        name,
        count,
        measured.pages,
        f"{measured.seconds:.1f}",
        f"{statistics.median(measured.warm):.1f}",
        f"{measured.pages / measured.seconds:.0f}",
        f"{measured.megabytes:.0f}",
        f"{measured.size / 1e6:.0f}",
        f"{measured.ratio:.1f}" if measured.ours else "1",
        f"{measured.seconds / fewer:.2f}" if fewer else "",
    )
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Measure and write the section; with --quick print it, of few languages and one build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few languages, one build of each")
    plan = QUICK if parser.parse_args().quick else WHOLE
    with tempfile.TemporaryDirectory() as folder:
        try:
            text = table(measure(plan, Path(folder)), plan.runs)
        except BuildFailed as error:
            sys.exit(f"Ours cannot be built: {error}")
    if plan is QUICK:
        print(text)
    else:
        report.write("build", text)


if __name__ == "__main__":
    main()
