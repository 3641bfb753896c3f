"""One set of content for every generator: the repository with more languages and more prose.

The data is the real one, and all pages made from it. Each language has 25 prose pages of some 900
words: those that visitors have in Swedish, English or Arabic, and a few more, filled up with
sections of the others. A language that the site does not have speaks English, or Arabic if it is
written from right to left. The guide for municipalities is left out, but for its pages that are
made from data.
"""

import random
import re
import shutil
from pathlib import Path

import yaml
from babel import Locale

from bench.borrowed import copied
from bench.machine import ROOT
from centres.content import lix, prose
from centres.content.prose import Prose
from centres.data.model import Language
from centres.i18n import SOURCE

# Real languages that Material has words for, since static-i18n stops at any other.
CODES = (
    *("sv", "en", "ar", "fi", "fa", "pl", "uk", "ru", "es", "tr", "de", "fr"),
    *("da", "nb", "ro", "hu", "hr", "sr", "th", "el", "nl", "vi", "it", "pt"),
)
PAGES = 25
WORDS = 900
_ADVICE = "rad/"
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
_BESIDE = re.compile(r"\]\(\.\./(?=\w)")


def repository(target: Path, spoken: list[Language]) -> None:
    """Write what a build needs to `target`, for the languages `spoken`: the same bytes each time.

    Takes code, templates and data from this repository, and its prose to make the pages from.
    """
    copied(target, without=("content", "locales"))
    listed = [one.model_dump(exclude_none=True) for one in spoken]
    text = yaml.safe_dump(listed, allow_unicode=True)
    (target / "data/languages.yaml").write_text(text, encoding="utf-8")
    for code in (one.code for one in spoken):
        if code != SOURCE:
            shutil.copytree(ROOT / "locales" / _spoken(code), target / "locales" / code)
        for name, text in pages(code).items():
            file = target / "content" / code / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def languages(count: int) -> list[Language]:
    """The first `count` languages, Swedish first."""
    return [language(code) for code in CODES[:count]]


def language(code: str) -> Language:
    """A language as `data/languages.yaml` has it, named by Babel."""
    locale = Locale.parse(code)
    return Language(
        code=code,
        name=locale.get_display_name() or code,
        name_in_swedish=locale.get_display_name(SOURCE) or code,
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        status="source" if code == SOURCE else "unreviewed",
    )


def pages(code: str) -> dict[str, str]:
    """The prose pages of a language, as Markdown by the name of the file."""
    real, _ = prose.read(ROOT, [_spoken(code)])
    visitors = [page for page in real if page.matter.face == "visitor"]
    advice = [page for page in visitors if page.path.startswith(_ADVICE)]
    sections = [section for page in advice for section in _sections(page)]
    found = {
        f"{page.path.removesuffix('/') or 'index'}.md": _text(
            _matter(page), page.body, random.Random(code + page.path), sections
        )
        for page in visitors
    }
    for number in range(PAGES - len(found)):
        name = f"{_ADVICE}mer-{number + 1}.md"
        found[name] = _further(code, name, number, sections)
    return found


def _spoken(code: str) -> str:
    """The language of the site whose words stand in."""
    if code in (SOURCE, "en", "ar"):
        return code
    return "ar" if Locale.parse(code).text_direction == "rtl" else "en"


def _sections(page: Prose) -> list[str]:
    """The parts of a page below its headings, with links that lead right from any other page."""
    return [
        _BESIDE.sub(f"]({{{{ here }}}}{_ADVICE}", section)
        for section in _SECTION.split(page.body)[1:]
        if "<div" not in section
    ]


def _matter(page: Prose) -> dict[str, object]:
    return page.matter.model_dump(mode="json", exclude_defaults=True, exclude={"translated_from"})


def _further(code: str, name: str, number: int, sections: list[str]) -> str:
    """A page that has nothing but sections of others."""
    heading = sections[number].partition("\n")[0].removeprefix("## ")
    matter: dict[str, object] = {"title": heading, "reviewed": "2026-11-24"}
    if code == SOURCE:
        matter |= {"group": "process", "order": 100 + number}
    return _text(matter, f"# {heading}\n\n", random.Random(code + name), sections)


def _text(matter: dict[str, object], body: str, chance: random.Random, sections: list[str]) -> str:
    """A file: `body` and as many `sections`, in an order left to `chance`, as make up WORDS."""
    for section in chance.sample(sections, len(sections)):
        if lix.of_markdown(body).words >= WORDS:
            break
        if section not in body:
            body = f"{body.rstrip()}\n\n{section.strip()}\n"
    return f"---\n{yaml.safe_dump(matter, allow_unicode=True)}---\n{body}"
