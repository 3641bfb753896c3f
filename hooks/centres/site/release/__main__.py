"""Pack a built site: `python -m centres.site.release SITE PACKED`, both folders."""

import sys
from pathlib import Path

from centres.errors import ReleaseError
from centres.site.release.packing import pack


def main(site: str, packed: str) -> None:
    """Pack, and say how many files there are, or end with what is wrong in one line."""
    try:
        count = pack(Path(site).resolve(), Path(packed).resolve())
    except (ReleaseError, OSError) as error:
        sys.exit(f"{packed} is as it was: {error}")
    print(f"{packed}: {count} files")


if __name__ == "__main__":
    main(*sys.argv[1:])
