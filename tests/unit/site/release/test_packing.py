"""What a host gets: the site as it was built, with compressed copies and the sums of all."""

import gzip
import subprocess
import sys
from pathlib import Path

import brotli
import pytest

from centres.site.release import checksums
from helpers import ROOT

LONG = "Du kan ringa ändå. " * 100
BUILT = {
    "site/index.html": "Kort.",
    "site/kommun/index.html": LONG,
    "site/pagefind.pf_meta": LONG,
    "site.cdx.json": LONG,
    "site.nginx.conf": "location / {}",
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Write a site as a build leaves it: short and long texts, and a file of Pagefind's."""
    for name, text in BUILT.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    sums = checksums.text({name: checksums.of(text.encode()) for name, text in BUILT.items()})
    (tmp_path / "site.sha256").write_text(sums, encoding="utf-8")
    return tmp_path


def pack(folder: Path) -> subprocess.CompletedProcess[str]:
    """Pack the site in a folder, as `make release` does."""
    return subprocess.run(
        [sys.executable, "-m", "centres.site.release", "site", "packed"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT / "hooks")},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, with its bytes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_a_text_gets_two_copies_that_say_the_same(built: Path) -> None:
    """Unless it fits in a packet already, Pagefind has compressed it, or no browser asks for it."""
    before = files(built)
    done = pack(built)
    assert (done.returncode, done.stdout, done.stderr) == (0, "packed: 7 files\n", "")
    packed = files(built / "packed")
    copies = {"site/kommun/index.html.br", "site/kommun/index.html.gz"}
    assert packed.keys() == before.keys() | copies
    assert {name: packed[name] for name in BUILT} == {name: before[name] for name in BUILT}
    assert gzip.decompress(packed["site/kommun/index.html.gz"]).decode() == LONG
    assert brotli.decompress(packed["site/kommun/index.html.br"]).decode() == LONG
    assert checksums.read(packed["site.sha256"].decode()) == {
        name: checksums.of(content) for name, content in packed.items() if name != "site.sha256"
    }
    assert {name: files(built)[name] for name in before} == before


def test_one_text_gives_the_same_bytes_on_any_day(built: Path) -> None:
    """A file of gzip has room for a time, bytes 4 to 7 (RFC 1952), which stays empty."""
    pack(built)
    first = files(built / "packed")
    pack(built)
    assert files(built / "packed") == first
    assert first["site/kommun/index.html.gz"][4:8] == bytes(4)


@pytest.mark.parametrize("text", ["Du kan ringa 114 14.", None])
def test_a_site_that_is_not_as_it_was_built_is_not_packed(built: Path, text: str | None) -> None:
    """Who changes a page afterwards, or loses one, is told which; the last packed site stays."""
    pack(built)
    before = files(built / "packed")
    page = built / "site/kommun/index.html"
    page.unlink()
    if text:
        page.write_text(text, encoding="utf-8")
    done = pack(built)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("packed is as it was: ")
    assert str(page) in line
    assert files(built / "packed") == before
    assert sorted(path.name for path in built.glob("packed*")) == ["packed"]
