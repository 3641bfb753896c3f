"""What stands beside a built site and its files: compressed copies, a list of sums, what it is of.

A host sends a copy as it is instead of compressing while somebody waits.
"""

import gzip
import hashlib
from collections.abc import Iterable
from pathlib import Path

import brotli

from centres.parallel import spread

# Files that a process compresses at a time.
_BATCH = 100
# Pagefind's own files are compressed already.
_TEXTS = frozenset({".css", ".html", ".js", ".json", ".txt", ".xml"})
# A copy that saves less than a packet (1,460 bytes of TCP) is not worth a file.
_SMALLEST = 1_460
_GZIP = 9
# Of brotli's 11 the last that is quick. Level 11 takes 35 times as long and saves 8 % more of pages
# that already fit in a host's first answer.
_BROTLI = 7


def compress(site: Path) -> int:
    """Write `.gz` and `.br` beside every text below `site`; returns how many texts there were."""
    texts = [path for path in _files(site) if path.suffix in _TEXTS]
    batches = (texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH))
    return sum(spread(lambda batch: sum(map(_compress, batch)), batches))


def _compress(path: Path) -> bool:
    text = path.read_bytes()
    if len(text) < _SMALLEST:
        return False
    # No time of the day, and so the same bytes every time.
    path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(text, _GZIP, mtime=0))
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(text, quality=_BROTLI))
    return True


def sums(site: Path, name: str, beside: dict[str, str]) -> str:
    """The SHA-256 of each file below `site`, which is called `name`, and of the texts `beside` it.

    In the format of `sha256sum --check`, from the folder that holds the site.
    """
    files = ((f"{name}/{path.relative_to(site).as_posix()}", path) for path in _files(site))
    lines = {file: hashlib.sha256(path.read_bytes()).hexdigest() for file, path in files}
    lines |= {file: hashlib.sha256(text.encode()).hexdigest() for file, text in beside.items()}
    return "".join(f"{digest}  {file}\n" for file, digest in sorted(lines.items()))


def _files(site: Path) -> Iterable[Path]:
    return sorted(path for path in site.rglob("*") if path.is_file())
