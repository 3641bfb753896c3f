"""Pages of prose as files: what an editor is told, and which translations are outdated."""

from pathlib import Path

import pytest

from centres.content import prose
from centres.content.prose import PageToTranslate, Prose
from centres.data.model import Language
from prose_page import PAGE, check_changed, check_output, write_page

NO_PAGE = (
    "i content/ finns bara sidor, som slutar på .md, med namn av a–z, siffror och bindestreck. Byt "
    "namn, eller ta bort filen."
)
ELSEWHERE = "är en länk till något annat. Lägg själva filen här."
FIELDS = (
    "title, reviewed, audience, hide, search, group, order, helps, first, silent, moved_to, "
    "translated_from, review"
)


def languages(*codes: str) -> list[Language]:
    """Return languages by their codes: Swedish is the source, and sv-simple a variant of it."""
    return [
        Language.model_validate(
            {
                "code": code,
                "name": code,
                "name_in_swedish": code,
                "direction": "ltr",
                "guide": "yes" if code in ("sv", "en") else "no",
                **({"variant_of": "sv"} if code.startswith("sv-") else {}),
            }
        )
        for code in codes
    ]


def pages(root: Path, *codes: str) -> list[Prose]:
    """Return the pages in `codes`, which all can be read."""
    result, problems = prose.read(root, list(codes))
    assert problems == []
    return result


@pytest.mark.parametrize(
    ("old", "new", "swedish", "english"),
    [
        (
            "group: process",
            "group: court",
            "content/sv/rad/anmala.md:4:8: group: ”court” är inget giltigt val. Välj ett av: "
            "first, process, kinds, people, decide, build, run, tools.",
            "content/sv/rad/anmala.md:4:8: group: “court” is not a valid choice. Choose one "
            "of: first, process, kinds, people, decide, build, run, tools.",
        ),
        (
            "group: process",
            "face: visitor",
            "content/sv/rad/anmala.md:4:7: face: fältet finns inte. Ta bort raden, eller välj ett "
            f"fält: {FIELDS}.",
            "content/sv/rad/anmala.md:4:7: face: there is no such field. Remove the line, or "
            f"choose a field: {FIELDS}.",
        ),
        (
            "group: process",
            "gruop: process",
            "content/sv/rad/anmala.md:4:8: gruop: fältet finns inte. Menade du group?",
            "content/sv/rad/anmala.md:4:8: gruop: there is no such field. Did you mean group?",
        ),
        (
            "---\n    title",
            "title",
            "content/sv/rad/anmala.md:1:1: sidan ska börja med ---, title:, reviewed: och ---. "
            "Jämför med en annan sida.",
            "content/sv/rad/anmala.md:1:1: the page must begin with ---, title:, reviewed: and "
            "---. Compare with another page.",
        ),
    ],
    ids=["choice", "old name", "misspelt", "no front matter"],
)
def test_a_mistake_in_front_matter_is_one_line_with_its_place(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    swedish: str,
    english: str,
) -> None:
    """Also a field that used to have another name: the answer lists those that there are."""
    assert check_changed(tmp_path, capsys, old, new, 1) == ([swedish], [english])


def test_a_page_is_at_the_address_of_its_file_without_the_language(tmp_path: Path) -> None:
    """A file that is called index is at the address of its folder."""
    for name in ("index.md", "om/index.md", "rad/anmala.md", "rad/lindex.md"):
        write_page(tmp_path, name=f"en/{name}")
    assert {page.name: (page.language, page.path) for page in pages(tmp_path, "en")} == {
        "content/en/index.md": ("en", ""),
        "content/en/om/index.md": ("en", "om/"),
        "content/en/rad/anmala.md": ("en", "rad/anmala/"),
        "content/en/rad/lindex.md": ("en", "rad/lindex/"),
    }


def test_the_body_of_a_page_knows_its_first_line(tmp_path: Path) -> None:
    """An editor is told the line of the file, also of a file that was written on Windows."""
    (page,) = pages(write_page(tmp_path), "sv")
    assert (page.first_line, page.body.splitlines()[0]) == (8, "# Hur anmäler jag?")
    file = tmp_path / page.name
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (windows,) = pages(tmp_path, "sv")
    assert (windows.first_line, windows.fingerprint) == (8, page.fingerprint)


def test_a_file_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    """All that is wrong is told in one run, and each page is there or its problem is."""
    write_page(write_page(tmp_path), "# A\n", "sv/rad/b.md")
    result, problems = prose.read(tmp_path, ["sv"])
    assert [page.name for page in result] == ["content/sv/rad/anmala.md"]
    assert [problem.file for problem in problems] == ["content/sv/rad/b.md"]


def test_a_file_that_is_no_page_is_not_published_beside_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """MkDocs copies what it does not know, and follows links out of the repository."""
    root = write_page(tmp_path)
    (root / "secret").mkdir()
    (root / "secret/key.md").write_text("---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n", "utf-8")
    content = root / "content"
    (content / "sv/a.html").write_text("<script src=a.js></script>", encoding="utf-8")
    (content / "sv/.a.swp").write_text("an editor's own", encoding="utf-8")
    (content / 'sv/"><b>.md').write_text("---\ntitle: A\nreviewed: 2026-11-22\n---\n# A\n", "utf-8")
    (content / "a.js").write_text("alert(1)", encoding="utf-8")
    (content / "en").symlink_to(root / "secret")
    (content / "sv/key.md").symlink_to(root / "secret/key.md")
    assert check_output(root, capsys) == [
        f"content/a.js:1:1: {NO_PAGE}",
        f"content/en:1:1: {ELSEWHERE}",
        f'content/sv/"><b>.md:1:1: {NO_PAGE}',
        f"content/sv/a.html:1:1: {NO_PAGE}",
        f"content/sv/key.md:1:1: {ELSEWHERE}",
    ]


def test_a_translation_is_to_be_made_where_it_is_missing_or_outdated(tmp_path: Path) -> None:
    """Once the Swedish text changes; a variant lacks nothing, and Arabic has no guide."""
    write_page(tmp_path, name="sv/rad/anmala.md")
    write_page(tmp_path, PAGE.replace("group", "audience: guide\n    group"), "sv/starta/a.md")
    (advice, _) = pages(tmp_path, "sv")
    stamp = f"translated_from: {advice.fingerprint}"
    write_page(tmp_path, PAGE.replace("order: 1", stamp), "en/rad/anmala.md")
    write_page(tmp_path, PAGE.replace("order: 1", stamp), "sv-simple/rad/anmala.md")
    codes = ("sv", "sv-simple", "en", "ar")

    def to_translate() -> list[PageToTranslate]:
        return list(prose.pages_to_translate(pages(tmp_path, *codes), languages(*codes)))

    def page(code: str, path: str, audience: str, missing: bool) -> PageToTranslate:
        file = f"{path.strip('/')}.md"
        own, swedish = f"content/{code}/{file}", f"content/sv/{file}"
        return PageToTranslate(code, path, own, swedish, audience, missing)

    arabic = page("ar", "rad/anmala/", "visitor", missing=True)
    guide = page("en", "starta/a/", "guide", missing=True)
    assert to_translate() == [guide, arabic]
    write_page(tmp_path, PAGE.replace("målsägande", "vittne"), "sv/rad/anmala.md")
    assert to_translate() == [
        page("sv-simple", "rad/anmala/", "visitor", missing=False),
        page("en", "rad/anmala/", "visitor", missing=False),
        guide,
        arabic,
    ]


def test_only_title_and_text_make_a_translation_outdated(tmp_path: Path) -> None:
    """Not the day of a review, nor what only a list shows."""

    def fingerprint(old: str, new: str) -> str:
        assert old in PAGE
        (page,) = pages(write_page(tmp_path, PAGE.replace(old, new)), "sv")
        return page.fingerprint

    same = fingerprint("title", "title")
    assert fingerprint("2026-11-22", "2026-11-23") == same
    assert fingerprint("group: process", "group: first\n    search: [polis]") == same
    assert fingerprint("title: Att anmäla", "title: Anmäla") != same
    assert fingerprint("Det står", "Så står det") != same


def test_a_stamp_changes_one_line_of_a_page() -> None:
    """It is put in once, and changed after that; line breaks stay as they are."""
    page = "---\r\ntitle: A\r\nreviewed: 2026-11-22\r\nsearch: []\r\n---\r\n# A\r\n"
    stamped = prose.stamped(page, "0123456789ab")
    assert stamped == page.replace("22\r\n", "22\r\ntranslated_from: 0123456789ab\r\n")
    assert prose.stamped(stamped, "ba9876543210") == stamped.replace("0123456789ab", "ba9876543210")
