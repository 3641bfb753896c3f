"""A build that cannot succeed leaves the last good site as it was.

They build the small example. Each kind of bad data is in tests/unit: all come here in one way.
"""

import re
from html import escape
from pathlib import Path

import pytest

from built import example, mkdocs
from links import broken_links


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Make a small copy of the repository that a test may break, with yesterday's site."""
    example(tmp_path)
    (tmp_path / "site/kommun").mkdir(parents=True)
    (tmp_path / "site/kommun/old.html").write_text("yesterday")
    return tmp_path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def untouched(repository: Path) -> bool:
    """Whether yesterday's site is whole and nothing half-made lies beside it."""
    files = [path.relative_to(repository).as_posix() for path in repository.glob("site*/**/*.html")]
    return files == ["site/kommun/old.html"]


def test_four_mistakes_are_four_lines_and_yesterdays_site_is_whole(repository: Path) -> None:
    """A key twice, a number without quotes, a misspelt municipality, a missing source."""
    centres = repository / "data/centres.yaml"
    replace(
        centres, "  name: Stödcentrum i Borås\n", "  name: Borås\n  name: Stödcentrum i Borås\n"
    )
    replace(
        centres,
        '  phones:\n    - number: "08-530 610 50"\n      kind: not confirmed\n',
        "  phones: 08-123\n",
    )
    replace(centres, "[Eskilstuna]", "[Eskilstnua]")
    replace(centres, "  source: bilaga-2\n", "")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    lines = [line for line in done.stderr.splitlines() if "data/centres.yaml:" in line]
    assert done.returncode == 1
    assert len(lines) == 4, done.stderr
    assert all(
        text in done.stderr
        for text in (
            "två gånger",
            "ska vara en lista",
            "Menade du Eskilstuna?",
            "source: fältet saknas",
        )
    )
    assert "Traceback" not in done.stderr
    assert untouched(repository)


def test_a_page_without_its_front_matter_is_told_with_its_line(repository: Path) -> None:
    """Prose is checked with the data, before anything is written."""
    page = repository / "content/en/om/index.md"
    page.write_text(page.read_text(encoding="utf-8").replace("reviewed: ", "reviewed: i "))
    done = mkdocs(repository / "site", repository)
    assert done.returncode == 1
    assert "content/en/om/index.md:3:11: reviewed: ska vara ett datum" in done.stderr
    assert untouched(repository)


def test_front_matter_is_read_as_text_and_not_as_yaml_would(repository: Path) -> None:
    """A day in quotation marks is a day, and a page called On is not called True."""
    page = repository / "content/sv/om/integritet.md"
    text = page.read_text(encoding="utf-8")
    changed = re.sub(r"^reviewed: (\S+)$", r'reviewed: "\1"', text, flags=re.MULTILINE)
    changed = re.sub(r"^title: .*$", "title: on", changed, flags=re.MULTILINE)
    page.write_text(changed, encoding="utf-8")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 0, done.stderr
    made = (repository / "site/om/integritet/index.html").read_text(encoding="utf-8")
    assert "<title>on – Stöd nära dig</title>" in made


def test_a_template_that_asks_for_a_field_that_does_not_exist_stops_the_build(
    repository: Path,
) -> None:
    """Strict templates; the message names template and page."""
    replace(repository / "templates/centre.html", "centre.name", "centre.nam")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 1
    assert "templates/centre.html, /stodcentrum/boras/: " in done.stderr
    assert untouched(repository)


@pytest.mark.parametrize("href", ["tel:#31#0855557238", "tel:%2331%230855557238", "tel:*31*08"])
def test_a_call_that_phones_do_not_dial_as_meant_stops_the_build(
    repository: Path, href: str
) -> None:
    """It would show the number of somebody who believed it hidden."""
    replace(repository / "templates/parts/channels.html", "tel:{{ phone.tel }}", href)
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 1
    assert f'a call that phones do not dial as meant: href="{href}"'[:70] in done.stderr
    assert untouched(repository)


def test_a_bare_hidden_number_code_stops_the_build(repository: Path) -> None:
    """#31# without a number is another command."""
    replace(
        repository / "templates/parts/urgent.html", '<p class="now"', '<p>#31#</p><p class="now"'
    )
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 1
    assert "a call that phones do not dial as meant: #31#" in done.stderr
    assert untouched(repository)


def test_a_word_without_translation_is_shown_in_swedish_and_marked(repository: Path) -> None:
    """Never as if it were in the other language."""
    replace(repository / "templates/home.html", "Prata med någon direkt", "Prata nu")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv ar")
    assert done.returncode == 0, done.stderr
    page = (repository / "site/ar/index.html").read_text(encoding="utf-8")
    assert '<span lang="sv" dir="ltr">Prata nu</span>' in page
    assert re.search(r"not translated to ar: [1-9]\d* words", done.stderr)


def test_an_editors_text_is_never_read_as_html(repository: Path) -> None:
    """Autoescape: a < in the data is a < on the page."""
    replace(repository / "data/centres.yaml", "name: Stödcentrum i Borås", "name: 'Borås <b>x</b>'")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 0, done.stderr
    page = (repository / "site/kommun/boras/index.html").read_text(encoding="utf-8")
    assert "Borås &lt;b&gt;x&lt;/b&gt;" in page
    assert "<b>x</b>" not in page


def test_the_guide_is_held_to_the_same_rule_about_calls(repository: Path) -> None:
    """Whoever writes Markdown may not know what phones do with #."""
    guide = repository / "content/sv/data/index.md"
    guide.write_text(guide.read_text(encoding="utf-8") + "\n[x](tel:%2331%230855557238)\n")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 1
    assert "content/sv/data/index.md: /data/: a call that phones do not dial" in done.stderr
    assert untouched(repository)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("om/index.md", "| a |\n|--:|\n| b |\n", "/om/: prose may not bring <th style>"),
        (
            "data/index.md",
            "<div>\n",
            "/data/: prose leaves an element open, or changes what is around it",
        ),
    ],
    ids=["visitor", "guide"],
)
def test_html_that_no_rule_about_prose_foresaw_stops_the_build(
    repository: Path, name: str, text: str, told: str
) -> None:
    """In both faces; what a rule knows is told with its line, before anything is written."""
    page = repository / "content/sv" / name
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}", encoding="utf-8")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 1
    assert f"content/sv/{name}: {told}" in done.stderr
    assert untouched(repository)


def test_a_title_is_text_in_the_guide_too(repository: Path) -> None:
    """Material's templates escape nothing by themselves, and its page's policy is read from it."""
    page = repository / "content/sv/data/index.md"
    title = "</title><script>alert(1)</script>"
    changed = re.sub(r"^title: .*$", f'title: "{title}"', page.read_text("utf-8"), flags=re.M)
    page.write_text(changed, encoding="utf-8")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 0, done.stderr
    made = (repository / "site/data/index.html").read_text(encoding="utf-8")
    assert f"<title>{escape(title)} – Stöd nära dig</title>" in made
    assert title not in made


def test_prose_that_names_a_figure_that_does_not_exist_says_which_file(repository: Path) -> None:
    """And leaves the old site."""
    page = repository / "content/sv/om/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ figures.centers }}\n")
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 1
    assert "content/sv/om/index.md: " in done.stderr
    assert untouched(repository)


def test_a_language_that_does_not_exist_is_not_built_in_silence(repository: Path) -> None:
    """SITE_LANGUAGES is typed by hand."""
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv fr")
    assert done.returncode == 1
    assert "no such language: fr" in done.stderr
    assert untouched(repository)


def test_easy_swedish_is_not_built_without_the_swedish_that_it_leads_to(repository: Path) -> None:
    """Most of its links lead there."""
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="en sv-simple")
    assert done.returncode == 1
    assert "sv-simple needs sv" in done.stderr
    assert untouched(repository)


def test_one_language_alone_can_be_built_for_speed(repository: Path) -> None:
    """With no links to the others."""
    done = mkdocs(repository / "site", repository, SITE_LANGUAGES="sv")
    assert done.returncode == 0, done.stderr
    assert not (repository / "site/ar").exists()
    assert 'lang="ar"' not in (repository / "site/index.html").read_text(encoding="utf-8")
    assert broken_links(repository / "site") == []
