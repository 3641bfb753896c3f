"""A new site in the old one's place, whatever the file system can do."""

from pathlib import Path

import pytest

from centres.site.release import swap

SIDECARS = {"site.sha256": "new sums", "site.nginx.conf": "new headers"}
NEW = {"site/index.html": "new", "site.sha256": "new sums", "site.nginx.conf": "new headers"}


def files(folder: Path) -> dict[str, str]:
    """Return the text of every file below a folder."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in found}


def write_site(folder: Path, text: str) -> None:
    """Write a site of one page."""
    folder.mkdir()
    (folder / "index.html").write_text(text)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of yesterday's site, with today's built beside it."""
    write_site(tmp_path / "site", "old")
    (tmp_path / "site.sha256").write_text("old sums")
    write_site(swap.building_folder(tmp_path / "site"), "new")
    return tmp_path / "site"


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a system that cannot exchange two folders in one step."""
    monkeypatch.setattr("sys.platform", "darwin")


def test_the_new_site_takes_the_old_ones_place_and_nothing_is_left(site: Path) -> None:
    """With the files that stand beside it."""
    swap.replace(site, SIDECARS)
    assert files(site.parent) == NEW


@pytest.mark.usefixtures("without_exchange")
def test_two_renames_do_the_same_where_one_step_cannot(site: Path) -> None:
    """Also where an earlier build has left its old site behind."""
    write_site(site.with_name("site.old"), "older")
    swap.replace(site, SIDECARS)
    assert files(site.parent) == NEW


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    """Nothing is there to change places with."""
    write_site(swap.building_folder(tmp_path / "site"), "new")
    swap.replace(tmp_path / "site", SIDECARS)
    assert files(tmp_path) == NEW


@pytest.mark.usefixtures("without_exchange")
def test_a_build_that_dies_between_two_renames_loses_no_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next build puts the old site back before it does anything else."""
    rename = Path.rename

    def die(path: Path, target: Path) -> Path:
        if path == swap.building_folder(site):
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", die)
    with pytest.raises(KeyboardInterrupt):
        swap.replace(site, SIDECARS)
    assert not site.exists()
    monkeypatch.undo()
    swap.recover(site)
    assert files(site) == {"index.html": "old"}


def test_what_is_whole_needs_no_recovery(site: Path) -> None:
    """An old site that lies beside the newer one stays there."""
    write_site(site.with_name("site.old"), "older")
    swap.recover(site)
    assert files(site) == {"index.html": "old"}
    assert files(site.with_name("site.old")) == {"index.html": "older"}


def test_a_file_that_cannot_be_written_leaves_the_old_site_in_its_place(site: Path) -> None:
    """As when a disk is full: what stands beside the site is written before anything moves."""
    site.with_name("site.nginx.conf.new").mkdir()
    with pytest.raises(OSError, match="Is a directory"):
        swap.replace(site, SIDECARS)
    assert files(site) == {"index.html": "old"}
    assert site.with_name("site.sha256").read_text() == "old sums"
    assert not site.with_name("site.sha256.new").exists()
