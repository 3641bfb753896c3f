"""A generator measured at one number of languages, alone and in turn with ours."""

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
_EVERY = 23
# A build that takes longer, in seconds, is done again once only.
_SLOW = 20


@dataclass
class Measured:
    """The figures of a generator in a folder of its own; what is not measured yet is empty.

    `ours` are our cold builds in turn with its own.
    """

    generator: Generator
    folder: Path
    languages: list[Language]
    pages: int = 0
    megabytes: float = 0
    size: int = 0
    again: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    failed: str = ""

    @property
    def seconds(self) -> float:
        """The median of its cold builds."""
        return statistics.median(self.cold)

    @property
    def ratio(self) -> float:
        """How many times as long as ours it takes, by the medians of builds in turn."""
        return self.seconds / statistics.median(self.ours)

    def lay(self, pages: list[Page]) -> None:
        """Write the sources, and build once to see how much that takes and gives.

        Raises BuildFailed.
        """
        self.folder.mkdir(parents=True)
        self.generator.lay(self.folder, pages, self.languages)
        self.megabytes = running.megabytes(self._batches)
        files = self.generator.written(self.folder)
        self.pages = sum(file.name == "index.html" for file in files)
        self.size = sum(file.stat().st_size for file in files)

    def build_again(self, runs: int) -> None:
        """Measure builds with all there that the last one left. Raises BuildFailed."""
        for _ in range(runs):
            self.again.append(running.seconds(self._batches))
            if self.again[0] > _SLOW:
                break

    def build_cold(self) -> float:
        """Measure a build with nothing there but the sources. Raises BuildFailed."""
        self.generator.forget(self.folder)
        self.cold.append(running.seconds(self._batches))
        return self.cold[-1]

    def compare(self, ours: "Measured", pages: list[Page]) -> None:
        """See that it has as many pages as ours, with the same words. Raises BuildFailed."""
        if self.pages != ours.pages:
            raise BuildFailed(f"{self.pages} pages, where ours has {ours.pages}")
        for page in pages[::_EVERY]:
            if self._words(page) != ours._words(page):
                raise BuildFailed(f"/{page.address} has other words")

    @property
    def _batches(self) -> Batches:
        return self.generator.batches(self.folder, self.languages)

    def _words(self, page: Page) -> list[str]:
        html = self.generator.file(self.folder, page).read_text(encoding="utf-8")
        return words(html, self.generator.element)


def in_turn(ours: Measured, peer: Measured, pages: list[Page], runs: int) -> None:
    """Measure all of `peer`, and our cold builds beside its own.

    What fails in it is noted there. Raises BuildFailed if ours does.
    """
    with _noted(peer):
        peer.lay(pages)
        peer.compare(ours, pages)
        peer.build_again(runs)
    for _ in range(runs):
        if peer.failed:
            return
        peer.ours.append(ours.build_cold())
        with _noted(peer):
            peer.build_cold()


@contextmanager
def _noted(peer: Measured) -> Iterator[None]:
    try:
        yield
    except BuildFailed as error:
        peer.failed = str(error)
