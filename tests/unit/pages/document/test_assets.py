"""The files that pages fetch change their names with what is in them."""

from pathlib import Path

import pytest

from centres.pages.document import assets
from centres.site import host_headers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a small file of each that the site publishes."""
    for name in ("tokens.css", "guide.css", "selfcheck.js"):
        (tmp_path / name).write_text("/* so */\n")
    (tmp_path / "places.js").write_text('export const load = () => fetch("places.json");\n')
    (tmp_path / "search.js").write_text('import { load } from "./places.js";\nload();\n')
    return tmp_path


def test_a_new_place_gives_a_new_name_to_all_that_leads_to_it(folder: Path) -> None:
    """Or a page of today would fetch a script that a browser has kept, and yesterday's list."""
    before = assets.published(folder, "[]")
    after = assets.published(folder, '["Lund"]')
    renamed = {name for name, one in after.items() if one.address != before[name].address}
    assert renamed == {"places.json", "places.js", "search.js"}
    places = after["places.json"].address.removeprefix("assets/")
    script = after["places.js"].address.removeprefix("assets/")
    assert f'fetch("{places}")' in after["places.js"].text
    assert f'from "./{script}"' in after["search.js"].text
    assert all(host_headers.HASHED.search(one.address) for one in after.values())


def test_the_same_files_have_the_same_names(folder: Path) -> None:
    """A build without a change leaves what browsers have kept as it is."""
    assert assets.published(folder, "[]") == assets.published(folder, "[]")
