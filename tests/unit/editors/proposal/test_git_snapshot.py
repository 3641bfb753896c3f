"""The data folder as it was at a revision, for today's program to read."""

import subprocess
from pathlib import Path

import pytest

from centres.data import loader
from centres.data.model import MunicipalContact
from centres.editors.proposal import git_snapshot
from centres.errors import HistoryError
from helpers import TODAY, changed_data


def git(root: Path, *typed: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", "-C", root, *identity, *typed], check=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Commit the example and a page, and then change and add files without committing them."""
    root = tmp_path / "root"
    data = changed_data(root)
    (data / "retired.yaml").unlink()
    (root / "content/sv").mkdir(parents=True)
    (root / "content/sv/index.md").write_text("# Förr\n", encoding="utf-8")
    (root / "README.md").write_text("x\n", encoding="utf-8")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "x")
    (root / "content/sv/index.md").write_text("# Nu\n", encoding="utf-8")
    return root


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "target"
    folder.mkdir()
    return folder


def test_what_editors_change_is_as_it_was_and_nothing_else_is_there(
    root: Path, target: Path
) -> None:
    """Not the program; of locales/ the example has each language's words."""
    git_snapshot.extract(root, "HEAD", target)
    assert (target / "content/sv/index.md").read_text(encoding="utf-8") == "# Förr\n"
    assert sorted(path.name for path in target.iterdir()) == ["content", "data", "locales"]


def test_a_data_file_that_did_not_exist_then_is_empty(root: Path, target: Path) -> None:
    """Otherwise no revision before the file could be read."""
    git_snapshot.extract(root, "HEAD", target)
    assert (target / "data/retired.yaml").read_text(encoding="utf-8") == "[]\n"
    assert len(loader.load(target / "data", TODAY).centres) == 10


@pytest.mark.parametrize(
    "name",
    [
        "data/municipalities.csv",
        "data/map.csv",
        "data/languages.yaml",
        "data/scripts.yaml",
        "locales/en/words.yaml",
    ],
)
def test_files_that_no_editor_writes_are_todays(root: Path, target: Path, name: str) -> None:
    """The program knows their columns and fields of today only."""
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("today\n")
    git_snapshot.extract(root, "HEAD", target)
    assert (target / name).read_bytes() == (root / name).read_bytes()


@pytest.mark.parametrize(
    ("revision", "message"),
    [("nosuch", "fatal: Not a valid object name nosuch"), ("--output=x", "fatal: Not a valid")],
)
def test_a_revision_that_git_does_not_know_is_told_in_gits_words(
    root: Path, target: Path, revision: str, message: str
) -> None:
    """And is never taken for an option."""
    with pytest.raises(HistoryError, match=message):
        git_snapshot.extract(root, revision, target)
    assert list(target.iterdir()) == []
    assert not (root / "x").exists()


def test_a_revision_without_a_data_folder_is_told_as_such(root: Path, target: Path) -> None:
    """The history may begin before the directory."""
    git(root, "rm", "-rqf", "data", "content")
    git(root, "commit", "-qm", "x")
    with pytest.raises(HistoryError, match="HEAD: data/"):
        git_snapshot.extract(root, "HEAD", target)


def test_a_machine_without_git_is_told_so(
    root: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the name of what is missing."""
    monkeypatch.setenv("PATH", str(target))
    with pytest.raises(HistoryError, match=r"^git$"):
        git_snapshot.extract(root, "HEAD", target)


def test_municipalities_own_contacts_are_unknown_before_there_was_a_file_of_them(
    root: Path, target: Path
) -> None:
    """Each has a row; today's would name sources that were not in the list then."""
    git(root, "rm", "-qf", "data/municipal_contacts.csv")
    git(root, "commit", "-qm", "x")
    git_snapshot.extract(root, "HEAD", target)
    contacts = loader.load(target / "data", TODAY).contacts
    assert len(contacts) == 19
    assert set(contacts.values()) == {MunicipalContact()}
