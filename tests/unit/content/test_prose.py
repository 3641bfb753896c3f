"""Pages of prose as files: what an editor is told, and which translations are outdated."""

from pathlib import Path

import pytest

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
