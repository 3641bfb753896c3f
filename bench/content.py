"""Write one set of content for every generator: the repository, more languages and more prose.

The data is the real one, and so are all pages made from it. Each language has 30 prose pages of
some 900 words: those that visitors have in Swedish, English or Arabic, and a few more, filled up
with sections of the others. A language that the site does not have gets the Swedish pages and
catalogues in words of its own (`words`). Of the guide for municipalities only the pages made from
data are there.
"""

import random
import re
import shutil
from pathlib import Path

import yaml
from babel import Locale
from babel.core import get_global

from bench import words
from bench.from_tests import DIRECTORY, copied, repository
from bench.machine import ROOT
from centres.content import lix, prose
from centres.content.prose import Prose
from centres.data.model import Language
from centres.i18n import SOURCE_LANGUAGE

# Languages that people in Sweden read, and the scripts of the world: Latin, Arabic, Cyrillic,
# Greek, Ethiopic, Thai and Han. Material has words for the first half, since static-i18n, which is
# measured with it, stops at any other.
CODES = (
    *("sv", "en", "ar", "fi", "fa", "pl", "uk", "ru", "es", "th", "el", "zh"),
    *("tr", "ur", "de", "fr", "ro", "sr", "so", "am", "ti", "ckb", "ps", "vi"),
)
# The languages whose words are real.
OWN = (SOURCE_LANGUAGE, "en", "ar")
PAGES = 30
WORDS = 900
_ADVICE = "rad/"
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
_SIBLING_LINK = re.compile(r"\]\(\.\./(?=\w)")


def write(target: Path, chosen: list[Language]) -> None:
    """Write what a build reads to `target`, in the `chosen` languages: the same bytes each time.

    Code, templates and data are those of this repository, and the pages are made from its prose.
    """
    copied(target, without=("content", "locales"))
    repository.write_languages(target, chosen)
    gathered = repository.gather(DIRECTORY)
    for code in (language.code for language in chosen):
        if code in OWN:
            _write_own(target, code)
        else:
            repository.write_language(target, language(code), words.change(code), gathered)


def _write_own(target: Path, code: str) -> None:
    """Write a language of the site: its catalogues, and its pages filled up."""
    shutil.copytree(ROOT / "locales" / code, target / "locales" / code)
    for name, text in pages(code).items():
        file = target / "content" / code / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def languages(count: int) -> list[Language]:
    """Return the first `count` of the bench's languages, Swedish first."""
    return [language(code) for code in CODES[:count]]


def language(code: str) -> Language:
    """Return a language of `data/languages.yaml`, or one with the names that Babel has for it."""
    if code in OWN:
        return next(one for one in DIRECTORY.languages if one.code == code)
    locale = Locale.parse(code)
    script = str(get_global("likely_subtags")[code]).split("_")[1]  # "fa_Arab_IR"
    return Language(
        code=code,
        name=locale.get_display_name() or code,
        name_in_swedish=locale.get_display_name(SOURCE_LANGUAGE) or code,
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        script=script if script in DIRECTORY.scripts else None,
    )


def pages(code: str) -> dict[str, str]:
    """Return the prose pages of one of `OWN`: file name -> Markdown with front matter."""
    real, _ = prose.read(ROOT, [code])
    visitors = [page for page in real if page.matter.audience == "visitor"]
    advice = [page for page in visitors if page.path.startswith(_ADVICE)]
    sections = [section for page in advice for section in _sections(page)]
    files = {
        f"{page.path.removesuffix('/') or 'index'}.md": _text(
            _matter(page), page.body, random.Random(code + page.path), sections
        )
        for page in visitors
    }
    for number in range(PAGES - len(files)):
        name = f"{_ADVICE}mer-{number + 1}.md"
        files[name] = _further(code, name, number, sections)
    return files


def _sections(page: Prose) -> list[str]:
    """Return the sections of a page, each with its heading and links that work on any page."""
    return [
        _SIBLING_LINK.sub(f"]({{{{ here }}}}{_ADVICE}", section)
        for section in _SECTION.split(page.body)[1:]
        if "<div" not in section
    ]


def _matter(page: Prose) -> dict[str, object]:
    return page.matter.model_dump(mode="json", exclude_defaults=True, exclude={"translated_from"})


def _further(code: str, name: str, number: int, sections: list[str]) -> str:
    """Return a page that has nothing but sections of others."""
    heading = sections[number].partition("\n")[0].removeprefix("## ")
    matter: dict[str, object] = {"title": heading, "reviewed": "2026-11-24"}
    if code == SOURCE_LANGUAGE:
        matter |= {"group": "process", "order": 100 + number}
    return _text(matter, f"# {heading}\n\n", random.Random(code + name), sections)


def _text(matter: dict[str, object], body: str, chance: random.Random, sections: list[str]) -> str:
    """Return a file: `body`, and as many `sections` in random order as make up WORDS."""
    for section in chance.sample(sections, len(sections)):
        if lix.of_markdown(body).words >= WORDS:
            break
        if section not in body:
            body = f"{body.rstrip()}\n\n{section.strip()}\n"
    return f"---\n{yaml.safe_dump(matter, allow_unicode=True)}---\n{body}"
