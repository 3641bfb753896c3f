"""Measure a generator at one number of languages, alone and in turn with ours."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench import running
from bench.generator import Batches, Generator
from bench.pages import Page, words
from bench.running import BuildFailed
from centres.data.model import Language

# One page in so many is compared word by word.
_SAMPLE_STEP = 23
# A warm build that takes longer is not repeated.
_SLOW = 20  # seconds


@dataclass
class Measured:
    """The figures of a generator in a folder of its own; what is not measured yet is empty.

    `pages` is how many it makes, `megabytes` its memory at its largest, and `size` the bytes it
    writes. `warm` and `cold` are the seconds of its builds, and `ours` those of our cold builds in
    turn with its own. `failure` says why it could not be measured.
    """

    generator: Generator
    folder: Path
    languages: list[Language]
    pages: int = 0
    megabytes: float = 0
    size: int = 0
    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    failure: str = ""

    @property
    def seconds(self) -> float:
        """The median of its cold builds, in seconds."""
        return statistics.median(self.cold)

    @property
    def ratio(self) -> float:
        """How many times as long as ours it takes, by the medians of builds in turn."""
        return self.seconds / statistics.median(self.ours)

    def write_sources(self, pages: list[Page]) -> None:
        """Write the sources of `pages`, and build once to measure memory, pages and bytes.

        Raises BuildFailed.
        """
        self.folder.mkdir(parents=True)
        self.generator.write_sources(self.folder, pages, self.languages)
        self.megabytes = running.megabytes(self._batches)
        files = self.generator.site_files(self.folder)
        self.pages = sum(file.name == "index.html" for file in files)
        self.size = sum(file.stat().st_size for file in files)

    def build_warm(self, runs: int) -> None:
        """Time builds that find the output and caches of the last one. Raises BuildFailed."""
        for _ in range(runs):
            self.warm.append(running.seconds(self._batches))
            if self.warm[0] > _SLOW:
                break

    def build_cold(self) -> float:
        """Time a build from the sources alone; return its seconds. Raises BuildFailed."""
        self.generator.clean(self.folder)
        self.cold.append(running.seconds(self._batches))
        return self.cold[-1]

    def compare(self, ours: "Measured", pages: list[Page]) -> None:
        """Raise BuildFailed unless it has as many pages as ours, with the same words."""
        if self.pages != ours.pages:
            raise BuildFailed(f"{self.pages} pages, where ours has {ours.pages}")
        for page in pages[::_SAMPLE_STEP]:
            if self._words(page) != ours._words(page):
                raise BuildFailed(f"/{page.address} has other words")

    @property
    def _batches(self) -> Batches:
        return self.generator.batches(self.folder, self.languages)

    def _words(self, page: Page) -> list[str]:
        html = self.generator.file(self.folder, page).read_text(encoding="utf-8")
        return words(html, self.generator.element)


def in_turn(ours: Measured, peer: Measured, pages: list[Page], runs: int) -> None:
    """Measure all of `peer`, with a cold build of ours before each cold one of its own.

    A failure of the peer ends its part, and is kept in `peer.failure`. Raises BuildFailed if ours
    cannot be built.
    """
    with _failure_kept(peer):
        peer.write_sources(pages)
        peer.compare(ours, pages)
        peer.build_warm(runs)
    for _ in range(runs):
        if peer.failure:
            return
        peer.ours.append(ours.build_cold())
        with _failure_kept(peer):
            peer.build_cold()


@contextmanager
def _failure_kept(peer: Measured) -> Iterator[None]:
    try:
        yield
    except BuildFailed as error:
        peer.failure = str(error)
