"""What full-text search finds: compounds by their parts, and every language by its own words."""

import json
import re
from pathlib import Path

import pytest
from markupsafe import Markup

from centres.errors import SearchError
from centres.pages.page import Indexed
from centres.site import full_text
from centres.site.full_text import Compounds, Document

COMPOUNDS = Compounds((("anmälan", "anmälan"), ("flicka", "flick")))
PAGE = Indexed("Polisanmälan", Markup("<p>En <b>flickgrupp</b>.</p>"), also=("anmäla",))


def test_a_word_is_found_inside_longer_words_by_its_stem() -> None:
    """Not where it stands by itself, which is found anyway."""
    assert COMPOUNDS.inside("Polisanmälan för en flickgrupp") == ["anmälan", "flicka"]
    assert COMPOUNDS.inside("Anmälan om flickan, anmälansdag") == []


def test_compounds_are_a_word_and_its_stem_on_a_line(tmp_path: Path) -> None:
    """Comments and empty lines are left out."""
    file = tmp_path / "compounds.txt"
    file.write_text("# Ord\n\nanmälan\nflicka flick\n", encoding="utf-8")
    assert Compounds.read(file) == COMPOUNDS


@pytest.mark.parametrize(("content", "reason"), [(None, "No such file"), (b"\xe5", "utf-8")])
def test_a_file_of_compounds_that_cannot_be_read_is_named(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    """Missing, or in another encoding."""
    file = tmp_path / "compounds.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SearchError) as error:
        Compounds.read(file)
    assert str(error.value).startswith(f"{file}: ")
    assert reason in str(error.value)


def test_pagefind_reads_a_page_with_the_parts_of_its_compounds() -> None:
    """As metadata, which no excerpt shows; a title's own language is told to who reads it aloud."""
    assert Document("rad/a/", "sv", PAGE).html(COMPOUNDS) == (
        '<!doctype html><html lang="sv"><head><title></title>'
        '<meta data-pagefind-meta="title[content]" content="Polisanmälan">'
        '<meta data-pagefind-meta="title_language[content]" content="sv">'
        '<meta data-pagefind-meta="title_parts[content]" content="anmälan anmäla">'
        '<meta data-pagefind-meta="parts[content]" content="flicka">'
        "</head><body data-pagefind-body><p>En <b>flickgrupp</b>. ¶</p></body></html>"
    )


def test_the_end_of_each_block_is_marked_and_what_is_isolated_is_plain() -> None:
    """An excerpt begins where a block does; a heading is told with the number that it holds."""
    content = Markup('<h2 id="a">Ring <bdi dir="ltr">112</bdi></h2><ul><li>Ett\n</li></ul>')
    html = Document("a/", "sv", Indexed("A", content)).html(COMPOUNDS)
    assert '<h2 id="a">Ring 112 ¶</h2><ul><li>Ett ¶</li></ul></body>' in html


def test_other_languages_have_no_swedish_compounds() -> None:
    """And data stays text."""
    indexed = Indexed('"><script>', Markup("flickgrupp"), title_language="sv")
    html = Document("en/rad/a/", "en", indexed).html(COMPOUNDS)
    assert 'title[content]" content="&#34;&gt;&lt;script&gt;">' in html
    assert 'title_language[content]" content="sv">' in html
    assert 'title_parts[content]" content="">' in html
    assert '"parts[content]" content="">' in html


def test_every_language_gets_an_index_of_its_own(tmp_path: Path) -> None:
    """By Pagefind itself, in two parts whose files end up in one folder."""
    documents = [
        Document(f"{code}/{name}/", code, Indexed(name, Markup("<p>Ord</p>")))
        for code in ("sv", "en", "ar")
        for name in ("a", "b")
    ]
    entries = [
        *full_text.index(documents[:2], COMPOUNDS, tmp_path),
        *full_text.index(documents[2:], COMPOUNDS, tmp_path),
        *full_text.index([], COMPOUNDS, tmp_path),
    ]
    assert full_text.write_entry(entries, tmp_path) == 6
    assert [path.name for path in tmp_path.iterdir()] == ["pagefind"]
    entry = json.loads((tmp_path / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))
    assert {code: index["page_count"] for code, index in entry["languages"].items()} == {
        "ar": 2,
        "en": 2,
        "sv": 2,
    }
    names = {path.name for path in (tmp_path / "pagefind").iterdir()}
    assert {"pagefind.js", "wasm.sv.pagefind", "fragment", "index"} < names
    assert not [name for name in names if "ui" in name or "worker" in name]
    for code in ("sv", "en", "ar"):
        # In one part, whatever is searched for; all that is fetched is told at once.
        (part,) = tmp_path.glob(f"pagefind/index/{code}_*")
        ahead = (tmp_path / f"pagefind/ahead.{code}.js").read_text(encoding="utf-8")
        files = re.findall(r'load", "([^"?]+)', ahead)
        assert f"index/{part.name}" in files
        assert f"wasm.{code}.pagefind" in files
        assert [name for name in files if not (tmp_path / "pagefind" / name).is_file()] == []


def test_a_language_without_an_index_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pagefind would answer from another language's."""

    def forget_somali(_: Path, target: Path) -> None:
        target.mkdir()
        (target / "pagefind-entry.json").write_text('{"languages": {"sv": {}}}', encoding="utf-8")

    monkeypatch.setattr(full_text, "_run_pagefind", forget_somali)
    documents = [Document("a/", code, PAGE) for code in ("sv", "so")]
    with pytest.raises(SearchError) as error:
        full_text.index(documents, COMPOUNDS, tmp_path)
    assert str(error.value) == "indexed ['sv'], but the site has ['so', 'sv']"


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("#!/bin/sh\necho 'Out of memory' >&2\nexit 1\n", "Out of memory"),
        (None, "Could not find any of "),
    ],
)
def test_a_failure_of_pagefind_is_told_in_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None, told: str
) -> None:
    """As in half an installation: the search would find nothing, and say so."""
    monkeypatch.setattr("pagefind_bin.this_dir", tmp_path)
    if program:
        (tmp_path / "pagefind").write_text(program, encoding="utf-8")
        (tmp_path / "pagefind").chmod(0o755)
    with pytest.raises(SearchError, match=f"^{told}"):
        full_text.index([Document("a/", "sv", PAGE)], COMPOUNDS, tmp_path)
