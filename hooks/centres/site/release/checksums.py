"""List the checksums of a built site, by which a host can tell that it got all of it, unchanged."""

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from centres.files.folder import files_below
from centres.parallel import spread

# Files that a process reads at a time.
_BATCH = 500


def checksums(site: Path, name: str, sidecars: Mapping[str, str]) -> str:
    """Return the SHA-256 of each file below `site` and of each sidecar, as `text` writes them.

    `name` is what the folder of the site will be called, and `sidecars` are the texts of the files
    that will stand beside it, by name.
    """
    files = files_below(site)
    batches = [files[start : start + _BATCH] for start in range(0, len(files), _BATCH)]
    digests = {file: of(sidecar.encode()) for file, sidecar in sidecars.items()}
    for batch, found in zip(batches, spread(partial(_of_files, site), batches), strict=True):
        digests |= {f"{name}/{file}": digest for file, digest in zip(batch, found, strict=True)}
    return text(digests)


def of(content: bytes) -> str:
    """Return the SHA-256 of `content`, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def text(digests: Mapping[str, str]) -> str:
    """Return a list of checksums, given by path, sorted.

    The format is that of `sha256sum --check`, run in the folder that holds the files.
    """
    return "".join(f"{digest}  {file}\n" for file, digest in sorted(digests.items()))


def read(written: str) -> dict[str, str]:
    """Return the checksums that `text` has `written`, by path."""
    lines = (line.split("  ", 1) for line in written.splitlines())
    return {file: digest for digest, file in lines}


def _of_files(site: Path, files: list[str]) -> list[str]:
    return [of((site / file).read_bytes()) for file in files]
