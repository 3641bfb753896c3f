"""Pages of prose as files: what an editor is told, and which translations are outdated."""

from pathlib import Path

import pytest

from centres.content import prose
from prose_page import PAGE, check_output, write_page


def test_a_field_that_does_not_exist_is_answered_with_those_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever copies an old page still writes `face`, which is now `audience`."""
    root = write_page(tmp_path, PAGE.replace("group: process", "face: visitor"))
    place = "content/sv/rad/anmala.md:4:7: face: "
    fields = "title, reviewed, audience, hide, search, group, order, helps, translated_from."
    assert check_output(root, capsys) == [
        f"{place}fältet finns inte. Ta bort raden, eller välj ett fält: {fields}"
    ]
    assert check_output(root, capsys, "en") == [
        f"{place}there is no such field. Remove the line, or choose a field: {fields}"
    ]


def test_line_ends_and_the_day_of_reading_do_not_make_a_translation_old() -> None:
    """The title and the text do."""
    matter = prose.FrontMatter.model_validate({"title": "Stöd", "reviewed": "2026-11-22"})
    later = prose.FrontMatter.model_validate({"title": "Stöd", "reviewed": "2026-11-23"})
    renamed = prose.FrontMatter.model_validate({"title": "Hjälp", "reviewed": "2026-11-22"})
    page = prose.Prose("sv", "om/stod/", "stod.md", matter, "# Stöd\n\nRing.\n")
    same = prose.Prose("sv", "om/stod/", "stod.md", later, "# Stöd\r\n\r\nRing.\r\n\r\n")
    other = prose.Prose("sv", "om/stod/", "stod.md", renamed, page.body)
    assert page.fingerprint == same.fingerprint
    assert page.fingerprint != other.fingerprint
