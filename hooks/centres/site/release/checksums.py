"""List the checksums of a built site, by which a host can tell that it got all of it, unchanged."""

import hashlib
from pathlib import Path


def checksums(site: Path, name: str, sidecars: dict[str, str]) -> str:
    """Return the SHA-256 of each file below `site` and of each sidecar, sorted by path.

    `name` is what the folder of the site will be called, and `sidecars` are the texts of the files
    that will stand beside it, by name. The format is that of `sha256sum --check`, run in the folder
    that holds them all.
    """
    contents = {f"{name}/{path.relative_to(site).as_posix()}": path for path in site.rglob("*")}
    digests = {
        file: hashlib.sha256(path.read_bytes()).hexdigest()
        for file, path in contents.items()
        if path.is_file()
    }
    digests |= {file: hashlib.sha256(text.encode()).hexdigest() for file, text in sidecars.items()}
    return "".join(f"{digest}  {file}\n" for file, digest in sorted(digests.items()))
