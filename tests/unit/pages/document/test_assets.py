"""The files that pages fetch change their names with what is in them."""

from dataclasses import replace
from pathlib import Path

import pytest

from centres.data.directory import Directory
from centres.pages.document import assets
from centres.site import host_headers

MODULES = ("terms", "places", "topics", "answers", "shown", "slips", "letters", "guesses")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with a small file of each that the site publishes."""
    for name in ("tokens.css", "field.css", "guide.css", "selfcheck.js"):
        (tmp_path / name).write_text("/* so */\n")
    for name in (*MODULES, "whereabouts", "fulltext"):
        (tmp_path / f"{name}.js").write_text(f"export const {name} = 1;\n")
    for name in ("finder", "search"):
        (tmp_path / f"{name}.js").write_text('import { terms } from "./terms.js";\nuse(terms);\n')
    return tmp_path


def test_a_new_place_gives_a_new_name_to_the_list_that_has_it(folder: Path) -> None:
    """Or a page of today would fetch a list that a browser has kept."""
    before = assets.published(folder, {"places.json": "[]", "answers.sv.json": "{}"})
    after = assets.published(folder, {"places.json": '["Lund"]', "answers.sv.json": "{}"})
    renamed = {name for name, one in after.items() if one.address != before[name].address}
    assert renamed == {"places.json"}
    assert all(host_headers.HASHED.search(one.address) for one in after.values())


def test_the_same_files_have_the_same_names(folder: Path) -> None:
    """A build without a change leaves what browsers have kept as it is."""
    assert assets.published(folder, {}) == assets.published(folder, {})


def test_the_modules_of_a_script_are_one_file_that_imports_nothing(folder: Path) -> None:
    """A field that is touched waits for the network once."""
    text = assets.published(folder, {})["finder.js"].text
    assert "import" not in text
    assert text.index("const terms") < text.index("use(terms)")


def test_a_module_that_stands_before_what_it_imports_is_refused(folder: Path) -> None:
    """It would name what is not there yet."""
    (folder / "places.js").write_text('import { topics } from "./topics.js";\n')
    with pytest.raises(ValueError, match=r"places.js: \['topics.js'\]"):
        assets.published(folder, {})


def test_two_modules_of_a_script_cannot_give_a_name_to_two_things(folder: Path) -> None:
    """In one file they would be one, also if they come out of an array."""
    (folder / "topics.js").write_text("const topics = 1;\nconst [a, terms] = [1, 2];\n")
    with pytest.raises(ValueError, match=r"topics.js: \['terms'\]"):
        assets.published(folder, {})


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


def test_both_faces_are_shown_in_the_colours_that_the_page_has_in_them() -> None:
    """Whatever the device asks for; no colour is written twice."""
    css = (
        ":root{--paper:#fff;--ink:#000}a{color:var(--ink)}"
        "@media (prefers-color-scheme:dark){:root{--paper:#111;--ink:#eee}}"
        "@media print{:root{--paper:#fff;--ink:#000}}"
    )
    assert assets.faces(css) == (
        ".light{--paper:#fff;--ink:#000}.dark{--paper:#111;--ink:#eee}"
        ".light{color-scheme:light}.dark{color-scheme:dark}"
    )


def test_what_is_pressed_and_what_has_the_focus_is_shown_by_the_rules_that_browsers_follow() -> (
    None
):
    """Of several selectors those alone that have the state."""
    css = ".call:active,.call{top:0}.bar :focus-visible{left:0}a:hover{right:0}"
    assert assets.states(css) == (
        ".pressed .call{top:0}.focused .bar :is(a,button,summary,input){left:0}"
    )


def test_parts_that_are_shown_look_as_if_they_stood_in_main_themselves() -> None:
    """Some rules are for what stands there directly."""
    css = ":root{--paper:#fff}main>details{top:0}@media x{:root{--paper:#111}}"
    assert ":is(main,.face)>details{top:0}" in assets.shown(css)
