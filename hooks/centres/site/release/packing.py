"""Pack a built site for a host that compresses nothing itself: with compressed copies, and sums."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import brotli
import deflate

from centres.errors import ReleaseError
from centres.parallel import spread
from centres.site.release import checksums, swap

# Files that a process packs at a time.
_BATCH = 100
# Pagefind's own files are compressed already.
_TEXTS = frozenset({".css", ".html", ".js", ".json", ".txt", ".xml"})
# Bytes. A shorter text fits in one TCP packet (1,460 bytes), and a copy of it would save none.
_SMALLEST = 1_460
# By libdeflate, in half the time that zlib takes for more bytes. Level 10 takes six times as long
# and saves 2 %.
_GZIP_LEVEL = 8
# Level 11, the highest, takes 35 times as long and saves 8 % of pages that already fit in a host's
# first round trip.
_BROTLI_LEVEL = 6
# How far back brotli looks, as a power of two: no farther than the text is long, within these. What
# it clears for each text grows with it.
_WINDOWS = range(16, 23)


def pack(site: Path, packed: Path) -> int:
    """Write to the folder `packed` what a host needs of the built `site`; return its files.

    That is the site with a `.gz` and a `.br` beside each text, what the build has left beside the
    site, and the checksums of all. An older folder is replaced in one step. Raises ReleaseError if
    the site is not as it was built, and OSError if something cannot be read or written.
    """
    sums = f"{site.name}.sha256"
    listed = checksums.read(site.with_name(sums).read_text(encoding="utf-8"))
    swap.recover(packed)
    target = swap.building_folder(packed)
    shutil.rmtree(target, ignore_errors=True)
    try:
        digests = _write(site.parent, target, listed)
        (target / sums).write_text(checksums.text(digests), encoding="utf-8")
        swap.replace(packed, {})
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return len(digests)


def _write(source: Path, target: Path, listed: dict[str, str]) -> dict[str, str]:
    """Write the files that are `listed`, and their copies; return the checksums of all by path."""
    files = sorted(listed)
    for folder in {(target / file).parent for file in files}:
        folder.mkdir(parents=True, exist_ok=True)
    batches = [files[start : start + _BATCH] for start in range(0, len(files), _BATCH)]
    digests: dict[str, str] = {}
    for part in spread(partial(_write_batch, source, target), batches):
        digests |= part
    for file, digest in listed.items():
        if digests[file] != digest:
            raise ReleaseError(f"{source / file} is not as it was built")
    return digests


def _write_batch(source: Path, target: Path, files: list[str]) -> dict[str, str]:
    digests = {}
    for file in files:
        content = (source / file).read_bytes()
        for name, form in [(file, content), *_copies(file, content)]:
            (target / name).write_bytes(form)
            digests[name] = checksums.of(form)
    return digests


def _copies(file: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each compressed copy of a file; none if it needs none."""
    path = Path(file)
    is_beside_the_site = path.parent == Path()
    if is_beside_the_site or path.suffix not in _TEXTS or len(content) < _SMALLEST:
        return
    # Without the time of day, which gzip has room for: the same text gives the same bytes.
    yield f"{file}.gz", bytes(deflate.gzip_compress(content, _GZIP_LEVEL))
    window = min(max(len(content).bit_length(), _WINDOWS.start), _WINDOWS.stop - 1)
    yield f"{file}.br", brotli.compress(content, quality=_BROTLI_LEVEL, lgwin=window)
