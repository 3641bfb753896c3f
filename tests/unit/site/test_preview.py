"""Pages that are made when somebody asks for them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from centres.site import load, preview, writer
from centres.site.preview import Application, Preview
from helpers import ROOT, SETTINGS, TODAY
from prose_page import write_page

HTML = "text/html; charset=utf-8"
ABOUT = "---\ntitle: Om\nreviewed: 2026-11-22\n---\n# Om sidan\n\n{{ figures.centres }} centrum\n"


def files(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as MkDocs's own application does, with a file below the target."""
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [f"file {environ['PATH_INFO']}".encode()]


def get(application: Application, path: str) -> tuple[str, str, str]:
    """Return status, type and text of an answer."""
    started: list[tuple[str, list[tuple[str, str]]]] = []
    body = application({"PATH_INFO": path}, lambda *answer: started.append(answer))
    ((status, headers),) = started
    return status, dict(headers)["Content-Type"], b"".join(body).decode()


def preview_of(root: Path) -> Preview:
    """Return a preview of a repository as it is now."""
    return Preview(load.load(root, TODAY, SETTINGS, design=ROOT), root / "target")


@pytest.mark.parametrize("base", ["/", "/vald/"])
def test_our_pages_are_made_and_all_else_is_left_to_mkdocs(tmp_path: Path, base: str) -> None:
    """Below the path that the site will be published at."""
    shown = preview_of(write_page(tmp_path, ABOUT, "sv/om/index.md"))
    application = preview.application(lambda: shown, base, files)
    status, kind, text = get(application, f"{base}om/")
    assert (status, kind) == ("200 OK", HTML)
    assert "10 centrum" in text
    for path in (f"{base}assets/map.js", f"{base}starta/", "/elsewhere/om/"):
        assert get(application, path) == ("200 OK", "text/plain", f"file {path}")


def test_the_newest_data_is_shown_at_the_next_look(tmp_path: Path) -> None:
    """MkDocs makes a new preview after each change of a file."""
    shown = [preview_of(write_page(tmp_path, ABOUT, "sv/om/index.md"))]
    application = preview.application(lambda: shown[-1], "/", files)
    assert "Om sidan" in get(application, "/om/")[2]
    write_page(tmp_path, ABOUT.replace("Om sidan", "Om oss"), "sv/om/index.md")
    assert "Om sidan" in get(application, "/om/")[2]
    shown.append(preview_of(tmp_path))
    assert "Om oss" in get(application, "/om/")[2]


def test_a_page_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    """In the browser, where the editor is looking; the other pages are there."""
    page = ABOUT.replace("figures.centres", "figures.towns")
    shown = preview_of(write_page(tmp_path, page, "sv/om/index.md"))
    application = preview.application(lambda: shown, "/", files)
    assert get(application, "/om/") == (
        "500 Internal Server Error",
        "text/plain; charset=utf-8",
        "content/sv/om/index.md: 'dict object' has no attribute 'towns'",
    )
    assert get(application, "/kommun/taby/")[:2] == ("200 OK", HTML)


def test_the_index_is_made_once_when_somebody_begins_to_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes seconds: an editor who only reads pages never waits for it."""
    indexed: list[Path] = []
    monkeypatch.setattr(writer, "index", lambda site, target: indexed.append(target))
    shown = preview_of(write_page(tmp_path, ABOUT, "sv/om/index.md"))
    application = preview.application(lambda: shown, "/", files)
    get(application, "/om/")
    assert indexed == []
    for _ in range(2):
        answer = get(application, "/pagefind/pagefind.js")
        assert answer == ("200 OK", "text/plain", "file /pagefind/pagefind.js")
    assert indexed == [tmp_path / "target"]
