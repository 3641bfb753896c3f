"""`centres reviewed`: who has reviewed a page or a catalogue, and when; never a name."""

from pathlib import Path

import pytest

from centres import cli, i18n
from centres.content import prose
from centres.data import loader
from centres.editors import po_files
from helpers import TODAY, changed_data

PAGE = "---\ntitle: Support\nreviewed: 2026-11-22\n---\n# Support\n\nCall us.\n"
PO = """\
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Fara just nu"
msgstr "danger now"

msgid "Borta"
msgstr "Gone"
"""
FILES = ("content/en/om/stod.md", "locales/en/site.po")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the example with a page in Swedish and English, and a catalogue."""
    changed_data(tmp_path)
    for name, text in (("content/sv/om/stod.md", PAGE), *zip(FILES, (PAGE, PO), strict=True)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def reviewed(root: Path, *typed: str) -> int:
    options = [f"--data={root / 'data'}", f"--today={TODAY}", "--format=text"]
    return cli.main(["reviewed", *typed, *options])


def is_reviewed(root: Path) -> tuple[bool, bool]:
    """Return whether a review of the page holds, and one of the catalogue."""
    (page,), _ = prose.read(root, ["en"])
    return page.is_reviewed, i18n.read(root, "en", "site").are_reviewed("site")


def test_who_and_when_is_written_into_the_page_and_the_catalogue(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing else of them changes; written anew the second time, not added."""
    assert is_reviewed(root) == (False, False)
    for role in ("native-speaker", "translator"):
        assert reviewed(root, *FILES, f"--by={role}") == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        f"{name} är granskad 2026-11-22 av translator." for name in FILES
    ]
    page, catalogue = ((root / name).read_text(encoding="utf-8") for name in FILES)
    (line,) = [line for line in page.splitlines() if line.startswith("review: ")]
    assert line.startswith("review: {by: translator, on: 2026-11-22, text: ")
    assert page.replace(f"{line}\n", "") == PAGE
    fields = [line for line in catalogue.splitlines() if line.startswith('"X-')]
    assert fields[:2] == [
        '"X-Reviewed-By: translator\\n"',
        '"X-Reviewed-On: 2026-11-22\\n"',
    ]
    assert len(fields) == 3
    assert "\n".join(line for line in catalogue.splitlines() if line not in fields) + "\n" == PO
    assert is_reviewed(root) == (True, True)


def test_a_changed_text_is_reviewed_no_longer(root: Path) -> None:
    """One word is enough: nobody knows whether it is the one that matters."""
    assert reviewed(root, *FILES, "--by=agency") == 0
    page, catalogue = (root / name for name in FILES)
    page.write_text(page.read_text("utf-8").replace("title: Support", "title: Help"), "utf-8")
    assert is_reviewed(root) == (False, True)
    catalogue.write_text(catalogue.read_text("utf-8").replace("danger now", "danger then"), "utf-8")
    assert is_reviewed(root) == (False, False)


def test_a_merge_of_new_words_keeps_the_review_of_the_old(root: Path) -> None:
    """It takes texts away and translates none; a review that did not hold still does not."""
    assert reviewed(root, *FILES, "--by=agency") == 0
    directory = loader.load(root / "data", TODAY)
    list(po_files.update(root, directory))
    catalogue = root / FILES[1]
    text = catalogue.read_text(encoding="utf-8")
    assert "danger now" in text
    assert "Gone" not in text
    assert is_reviewed(root) == (True, True)
    catalogue.write_text(text.replace("danger now", "danger then"), encoding="utf-8")
    list(po_files.update(root, directory))
    assert "X-Reviewed-By: agency" in catalogue.read_text(encoding="utf-8")
    assert is_reviewed(root) == (True, False)


@pytest.mark.parametrize("name", ["content/sv/om/stod.md", "locales/fi/site.po", "README.md"])
def test_nothing_is_written_when_a_file_is_no_translation(
    root: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The source needs no review of its translation."""
    assert reviewed(root, *FILES, name, "--by=agency") == 2
    assert capsys.readouterr().out.splitlines() == [
        f"{name} är ingen översatt sida eller katalog.",
        "Inget skrevs.",
    ]
    assert is_reviewed(root) == (False, False)


def test_a_name_is_no_role(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is published stays, and so does the history of a repository."""
    with pytest.raises(SystemExit):
        reviewed(root, *FILES, "--by=Anna Andersson")
    assert "native-speaker" in capsys.readouterr().err
    assert is_reviewed(root) == (False, False)
