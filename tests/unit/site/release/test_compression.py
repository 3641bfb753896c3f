"""The compressed copies that a host sends."""

import gzip
from pathlib import Path

import brotli

from centres.site.release import compression

LONG = "Du kan ringa ändå. " * 100


def site(folder: Path) -> Path:
    """Write a page, two short or unknown files and a folder that is named like a page."""
    (folder / "kommun").mkdir(parents=True)
    (folder / "kommun/index.html").write_text(LONG, encoding="utf-8")
    (folder / "kort.html").write_text("Kort.", encoding="utf-8")
    (folder / "pagefind.pf_meta").write_text(LONG, encoding="utf-8")
    (folder / "namn.html").mkdir()
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, with its bytes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_text_gets_two_copies_that_say_the_same(tmp_path: Path) -> None:
    """Unless it fits in a packet already, or Pagefind has compressed it."""
    assert compression.compress(site(tmp_path)) == 1
    made = files(tmp_path)
    assert sorted(made) == [
        "kommun/index.html",
        "kommun/index.html.br",
        "kommun/index.html.gz",
        "kort.html",
        "pagefind.pf_meta",
    ]
    assert gzip.decompress(made["kommun/index.html.gz"]).decode() == LONG
    assert brotli.decompress(made["kommun/index.html.br"]).decode() == LONG


def test_one_text_gives_the_same_bytes_on_any_day(tmp_path: Path) -> None:
    """A file of gzip has room for a time, bytes 4 to 7 (RFC 1952), which stays empty."""
    compression.compress(site(tmp_path / "a"))
    compression.compress(site(tmp_path / "b"))
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert files(tmp_path / "a")["kommun/index.html.gz"][4:8] == bytes(4)
