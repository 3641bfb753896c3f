"""The files of a folder."""

from pathlib import Path

from centres.files.folder import files_below


def test_every_file_is_listed_by_its_path_from_the_folder(tmp_path: Path) -> None:
    """Sorted, without the folders, whatever they are called."""
    for name in ("om/index.html", "index.html", "_headers", "om.html/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "namn.html").mkdir()
    assert files_below(tmp_path) == ["_headers", "index.html", "om.html/x", "om/index.html"]
