"""How long the site takes to build, next to its peers with the same pages.

    make bench PARTS=build

The pages are those that our own pipeline makes of one set of content (`content`), with everything
it does: the data checked, the prose, the full-text index. Peers get what these pages say, as
Markdown (`pages`), and have to build as many pages with the same words.

First comes a build that is not timed: for memory, and to see that the pages are right. Then some
again, with the output and the caches that are there and nothing changed. Then cold ones, with
nothing there but the sources, ours and the peer's in turn: a machine that slows down slows both.
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

# static-i18n is cubic in languages: with 24 of them a build takes more than ten minutes.
_ALL = (
    PACKED,
    peers.HUGO,
    peers.ELEVENTY,
    peers.ONE_BY_ONE,
    peers.ZENSICAL,
    peers.STATIC_I18N,
)
_FEW = (PACKED, peers.HUGO, peers.ELEVENTY)

_HEAD = """\
## Building, next to peers

| | languages | pages | seconds cold | again | pages/s | peak MB | MB written | × ours | growth |
|---|---|---|---|---|---|---|---|---|---|
"""
_FOOT = """
Medians of {runs} cold builds, each in turn with one of ours: that gives *× ours*, which is below 1
for who is faster. *Again* has the output and the caches of the last build, and nothing changed;
what takes more than 20 seconds is done again once. *Growth* is from the fewer languages to the
more. Memory is that of all processes together, at most, in a build that is not timed.

All build the same pages with the same words, which the bench checks: those that ours makes of the
real data and of {prose} generated prose pages a language. (The guide's pages for municipalities, in
Swedish and English, are among them.) Ours also checks all data and prose before it builds.

*Packed for a host* is what `make site` leaves: besides, a gzip and a brotli copy of every text, the
sums of all files, and the bill of materials. No peer does that.

*One build a language* means two at a time. MkDocs and Zensical have a search of their own, which
indexes all pages. Eleventy and Hugo have none: Pagefind indexes for them what it does for ours, the
prose and the centres, and what it takes is counted. static-i18n is measured at the fewer languages
only, since its time grows as their cube.
"""


@dataclass(frozen=True)
class Plan:
    """How many timed builds, and with whom at which number of languages."""

    runs: int
    peers: dict[int, tuple[Generator, ...]]


WHOLE = Plan(3, {24: _FEW, 12: _ALL})
QUICK = Plan(1, {4: _FEW, 2: _ALL})


def compared(plan: Plan, folder: Path) -> dict[int, list[Measured]]:
    """What is measured in `folder`, ours first, by the number of languages.

    Raises BuildFailed if ours does.
    """
    found: dict[int, list[Measured]] = {}
    those: list[pages.Page] = []
    # The most languages come first: the pages of fewer are among theirs.
    for count, rivals in sorted(plan.peers.items(), reverse=True):
        languages = content.languages(count)
        ours = Measured(OURS, folder / f"{count}" / "ours", languages)
        ours.lay(those)
        if not those:
            those = pages.read(ours.folder / "site")
        codes = {one.code for one in languages}
        here = [page for page in those if page.language in codes]
        ours.build_again(plan.runs)
        found[count] = [ours]
        for place, rival in enumerate(rivals):
            peer = Measured(rival, folder / f"{count}" / f"{place}", languages)
            in_turn(ours, peer, here, plan.runs)
            print(_row(peer), file=sys.stderr, flush=True)
            found[count].append(peer)
            shutil.rmtree(peer.folder, ignore_errors=True)
        while len(ours.cold) < plan.runs:  # nobody to take turns with
            ours.build_cold()
    return found


def table(found: dict[int, list[Measured]], runs: int) -> str:
    """The section of results."""
    least = min(found)
    fewer = {one.generator.name: one.seconds for one in found[least] if not one.failed}
    rows = [
        _row(one, fewer.get(one.generator.name) if count > least else None)
        for count, those in sorted(found.items())
        for one in those
    ]
    return _HEAD + "\n".join(rows) + "\n" + _FOOT.format(runs=runs, prose=content.PAGES)


def _row(one: Measured, fewer: float | None = None) -> str:
    """A generator's row; `fewer` are the seconds that it takes for fewer languages."""
    count = len(one.languages)
    if one.failed:
        said = one.failed.replace("|", " ")
        return f"| {one.generator.name} | {count} | fails: {said} |"
    cells = (
        one.generator.name,
        count,
        one.pages,
        f"{one.seconds:.1f}",
        f"{statistics.median(one.again):.1f}",
        f"{one.pages / one.seconds:.0f}",
        f"{one.megabytes:.0f}",
        f"{one.size / 1e6:.0f}",
        f"{one.ratio:.1f}" if one.ours else "1",
        f"{one.seconds / fewer:.2f}" if fewer else "",
    )
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Measure, and write the section; with --quick print it, of few languages and one build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="few languages, one build of each")
    plan = QUICK if parser.parse_args().quick else WHOLE
    with tempfile.TemporaryDirectory() as folder:
        try:
            text = table(compared(plan, Path(folder)), plan.runs)
        except BuildFailed as error:
            sys.exit(f"Ours cannot be built: {error}")
    if plan is QUICK:
        print(text)
    else:
        report.section("build", text)


if __name__ == "__main__":
    main()
