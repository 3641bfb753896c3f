"""A language is data: an invented one is added with the documented files alone."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup

from centres import cli
from centres.editors import po_files
from centres.site import load
from helpers import DIRECTORY, ROOT, SETTINGS, TODAY, changed_data

# A code and a script that no language will ever have (ISO 639-2 and 15924, for local use).
CODE, SCRIPT = "qaa", "Qaaa"
GUIDE = (ROOT / "docs/adding-a-language.md").read_text(encoding="utf-8")
# The last column of its table: the files of a language.
DOCUMENTED = {
    path.replace("<code>", CODE)
    for row in re.findall(r"^\|.*\|(.*)\|$", GUIDE, re.MULTILINE)
    for path in re.findall(r"`([^`]*)`", row)
}
ENTRY = f"""
- code: {CODE}
  name: Påhittiska
  name_in_swedish: påhittiska
  direction: rtl
  script: {SCRIPT}
  guide: yes
"""
FONT = f"\n- code: {SCRIPT}\n  name: påhittad skrift\n  fonts: [Tengwar Sans]\n"
WORDS = "telling: [illdåd]\nbefore_place: [hemma i]\n"
CRISIS = "suicide: {words: [påhittdöd]}\nviolence: {words: [påhittslag nu]}\n"
SEARCH = "search: {stodlinjer/: [påhittlinje]}\n"
PAGE = "---\ntitle: Om\nreviewed: 2026-11-22\nsearch: [påhitt]\n---\n# Om påhitt\n\nEn sida.\n"


def append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def translate(path: Path) -> None:
    """Give each text of a catalogue a translation: the same text within brackets."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    for entry in catalogue:
        if isinstance(entry.id, tuple):
            entry.string = tuple(f"[{entry.id[1]}]" for _ in range(catalogue.num_plurals))
        elif entry.id:
            entry.string = f"[{entry.id}]"
    path.write_text(po_files.as_po(catalogue), encoding="utf-8")


def files(root: Path) -> dict[str, bytes]:
    """Return what an editor has below `root`, by path."""
    paths = [path for name in ("content", "data", "locales") for path in (root / name).rglob("*.*")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make the example, with its catalogues and a page of prose in three languages."""
    changed_data(tmp_path)
    shutil.copytree(ROOT / "tests/example_content", tmp_path / "content")
    for name in ("hooks", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    assert run(tmp_path, "translations") == 0
    return tmp_path


def run(root: Path, *typed: str) -> int:
    return cli.main([*typed, f"--data={root / 'data'}", f"--today={TODAY}", "--format=text"])


def test_an_invented_language_needs_the_documented_files_and_gets_whole_pages(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read from the right, in a script of its own, with the guide: nothing is left in Swedish."""
    before = files(root)
    append(root / "data/languages.yaml", ENTRY)
    append(root / "data/scripts.yaml", FONT)
    append(root / f"locales/{CODE}/words.yaml", WORDS)
    append(root / f"locales/{CODE}/crisis.yaml", CRISIS)
    append(root / f"locales/{CODE}/search.yaml", SEARCH)
    assert run(root, "translations") == 0
    for domain in ("site", "guide"):
        translate(root / f"locales/{CODE}/{domain}.po")
    page = f"content/{CODE}/om/index.md"
    append(root / page, PAGE)
    assert run(root, "translated", page) == 0
    changed = {name for name, text in files(root).items() if before.get(name) != text}
    assert changed == {name for name in DOCUMENTED if not name.endswith("/")} | {page}
    assert page.startswith(tuple(name for name in DOCUMENTED if name.endswith("/")))
    capsys.readouterr()
    assert run(root, "check") == 0
    assert (
        "- påhittiska: texter: 0 saknas, 0 gamla. Sidor: 0 saknas, 0 gamla. Granskade sidor och "
        "kataloger: 0 av 3, och 0 har ändrats sedan de granskades."
    ) in capsys.readouterr().out.splitlines()
    site = load.load(root, TODAY, SETTINGS, design=ROOT)
    for address in ("", "kommun/taby/", "om/", "starta/kommun/taby/"):
        document = site.at(f"{CODE}/{address}") or ""
        assert f'<html lang="{CODE}" dir="rtl"' in document, address
        assert '--fonts:"Tengwar Sans",sans-serif' in document, address
        html = BeautifulSoup(document, "html.parser")
        (notice,) = html.select(".unreviewed")
        assert "Översättningen till påhittiska är inte granskad." in notice.get_text(), address
        swedish = html.select(':not(.unreviewed) > span[lang="sv"]')
        assert [one.get_text() for one in swedish] == [], address
    assert "Tengwar" not in (site.at("kommun/taby/") or "")
    assert ">Påhittiska</a>" in (site.at("kommun/taby/") or "")
    first, more = (site.assets[f"{kind}.{CODE}.json"].text for kind in ("answers", "more"))
    assert '"cards":{"suicide":"pahittdod","violence":"pahittslag nu"}' in first
    assert re.search(r'"before":"[^"]*\bhemma\b', more)
    assert "pahittlinje" in more


VARIANT = """
- code: qab
  name: Lätt engelska
  name_in_swedish: lätt engelska
  direction: ltr
  variant_of: en
"""


def test_an_invented_variant_needs_a_start_page_and_the_words_that_it_alone_has(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its places are then whole, in a catalogue of its base; no other language translates them."""
    before = files(root)
    append(root / "data/languages.yaml", VARIANT)
    capsys.readouterr()
    assert run(root, "check") == 1
    missing = "data/languages.yaml:1:1: varianten behöver en startsida: content/qab/index.md."
    assert missing in capsys.readouterr().out.splitlines()
    append(root / "content/qab/index.md", PAGE)
    assert run(root, "translations") == 0
    made = {"data/languages.yaml", "content/qab/index.md", "locales/en/easy.po"}
    assert {name for name, text in files(root).items() if before.get(name) != text} == made
    capsys.readouterr()
    assert run(root, "check") == 0
    untranslated = capsys.readouterr().out
    for domain in ("site", "guide", "easy"):
        translate(root / f"locales/en/{domain}.po")
    assert run(root, "check") == 0
    assert "- engelska: texter: 0 saknas" in capsys.readouterr().out
    assert "- engelska: texter: 0 saknas" not in untranslated
    site = load.load(root, TODAY, SETTINGS, design=ROOT)
    for address in ("kommuner/", "kommun/taby/", "kommun/vara/"):
        html = BeautifulSoup(site.at(f"qab/{address}") or "", "html.parser")
        assert html.select("html[lang=qab]"), address
        swedish = html.select(':not(.unreviewed) > span[lang="sv"]')
        assert [one.get_text() for one in swedish] == [], address
        assert bool(html.select(".quote")) == ("Hej! Jag behöver tolk på engelska." in html.text)
    assert 'href="../../../qab/kommun/taby/"' in (site.at("en/kommun/taby/") or "")


def test_a_page_says_that_nobody_has_reviewed_it_by_its_own_state(root: Path) -> None:
    """Prose by its page and the catalogue, and a page made from data by the catalogue."""

    def unreviewed() -> list[str]:
        site = load.load(root, TODAY, SETTINGS, design=ROOT)
        addresses = ("en/om/", "en/kommun/taby/", "en/starta/kommun/taby/", "ar/om/", "om/")
        return [one for one in addresses if 'class="unreviewed"' in (site.at(one) or "")]

    everything = ["en/om/", "en/kommun/taby/", "en/starta/kommun/taby/", "ar/om/"]
    for name, left in (
        (None, everything),
        ("content/en/om/index.md", everything),
        ("locales/en/site.po", ["en/starta/kommun/taby/", "ar/om/"]),
        ("locales/en/guide.po", ["ar/om/"]),
    ):
        if name:
            assert run(root, "reviewed", name, "--by=translator") == 0
        assert unreviewed() == left, name
    page = root / "content/en/om/index.md"
    page.write_text(page.read_text("utf-8").replace("# ", "# So: "), encoding="utf-8")
    assert unreviewed() == ["en/om/", "ar/om/"]


def quoted(path: Path) -> Iterator[str]:
    """Yield the texts within quotation marks of a file, but not the docstrings of a module."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from (one or other for one, other in re.findall(r"\"([^\"]*)\"|'([^'\n]*)'", text))
        return
    tree = ast.parse(text)
    said = {
        id(part.value)
        for part in ast.walk(tree)
        if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
    }
    for part in ast.walk(tree):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and id(part) not in said:
            yield part.value


# Codes of Turkish and Thai that are elements of HTML too.
OF_HTML = {"tr", "th"}


def test_no_code_style_or_template_names_a_language() -> None:
    """Neither its code, its Swedish name nor a rule for it; Swedish is the source of all texts."""
    others = [language for language in DIRECTORY.languages if not language.is_source]
    named = re.compile("|".join(one.name_in_swedish for one in others))
    found = []
    for folder in ("hooks", "templates", "theme"):
        for path in sorted((ROOT / folder).rglob("*.*")):
            if path.suffix not in (".py", ".html", ".js", ".css"):
                continue
            name = path.relative_to(ROOT).as_posix()
            if path.suffix != ".py" and ":lang(" in path.read_text(encoding="utf-8"):
                found.append(f"{name}: :lang(")
            for text in quoted(path):
                if text in {one.code for one in others} - OF_HTML or named.search(text):
                    found.append(f"{name}: {text}")
    assert found == []
