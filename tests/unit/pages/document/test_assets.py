"""The files that pages fetch change their names with what is in them."""

from dataclasses import replace
from pathlib import Path

import pytest

from centres.data.directory import Directory
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


def test_a_script_has_its_fonts_where_it_is_read_and_nowhere_else(directory: Directory) -> None:
    """A page has only its own; the guide's pages share a sheet, with a rule for each language."""
    script = directory.scripts["Arab"]
    fonts = '{--fonts:"Geeza Pro","Noto Sans Arabic",sans-serif}'
    assert assets.fonts(":root", script) == f":root{fonts}"
    assert assets.fonts(":root", None) == ""
    assert assets.guide_fonts(directory) == ""
    in_arabic = [
        language.model_copy(update={"guide": "yes"}) if language.script else language
        for language in directory.languages
    ]
    with_guide = replace(directory, languages=in_arabic)
    assert assets.guide_fonts(with_guide) == f":lang(ar){fonts}"
