"""Compress the texts of a built site, so that a host need not do it while somebody waits."""

import gzip
from pathlib import Path

import brotli

from centres.parallel import spread

# Files that a process compresses at a time.
_BATCH = 100
# Pagefind's own files are compressed already.
_TEXTS = frozenset({".css", ".html", ".js", ".json", ".txt", ".xml"})
# Bytes. A shorter text fits in one TCP packet (1,460 bytes), and a copy of it would save none.
_SMALLEST = 1_460
_GZIP_LEVEL = 9
# The last level of brotli that is quick. Level 11, the highest, takes 35 times as long and saves
# 8 % more of pages that already fit in a host's first round trip.
_BROTLI_LEVEL = 7


def compress(site: Path) -> int:
    """Write `.gz` and `.br` copies beside the texts below `site`; return how many have copies."""
    files = sorted(path for path in site.rglob("*") if path.suffix in _TEXTS and path.is_file())
    batches = (files[start : start + _BATCH] for start in range(0, len(files), _BATCH))
    return sum(spread(lambda batch: sum(map(_compress, batch)), batches))


def _compress(file: Path) -> bool:
    """Write the copies of a file; return False, and write none, if it is too short for them."""
    text = file.read_bytes()
    if len(text) < _SMALLEST:
        return False
    # gzip would store the time of day: without it the same text gives the same bytes.
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(text, _GZIP_LEVEL, mtime=0))
    file.with_name(f"{file.name}.br").write_bytes(brotli.compress(text, quality=_BROTLI_LEVEL))
    return True
