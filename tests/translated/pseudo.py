"""Make languages that do not exist, for tests to find what no translator could translate.

Both are longer than the Swedish by two fifths, as a translation may be, and have brackets around
every message and every paragraph. Where a letter of the Swedish alphabet is left, the text came
from no catalogue; where brackets stand inside a sentence, it was glued together.

- `qps-ploc` has Latin letters with accents.
- `qps-plocm` is written from right to left, in letters of Arabic. Others turn Latin letters around
  by invisible marks (Android, Firefox), which prose may not hold here, and which no real language
  needs: digits, brackets and Latin names go where they go only beside letters of their own
  direction.
"""

import re
import shutil
from pathlib import Path

import pytest

from built import SITE_URL, build, copied, once
from centres.data import loader
from centres.data.model import Language
from centres.i18n import SOURCE_LANGUAGE
from helpers import LATEST, ROOT
from translated import facts, repository
from translated.texts import KEPT, Change

ACCENTED = Language(
    code="qps-ploc",
    name="⟦Ƥşḗḗŭŭḓǿǿ⟧",
    name_in_swedish="pseudosvenska",
    direction="ltr",
    guide="yes",
)
MIRRORED = Language(
    code="qps-plocm",
    name="⟦ذسععضضدوو⟧",
    name_in_swedish="spegelvänd pseudosvenska",
    direction="rtl",
)
# The page that the mirrored one lacks, one with a critical sentence that is outdated, and one that
# is behind and has none.
BEHIND, OUTDATED, UNMARKED = "rad/medling", "rad/natet", "rad/van"
OPENS, CLOSES = "⟦", "⟧"
# How much longer than the Swedish a text becomes, at least, its brackets counted.
GROWTH = 1.4
# None of the accented letters stands in the Swedish texts.
_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜabcdefghijklmnopqrstuvwxyzåäöéü"
_ACCENTED = "ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐǺǞȪḔǛȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑǻǟȫḕǜ"
_ARABIC = "ابشدعفغهيجكلمنوذقرستضثظخىزصحطعضابشدعفغهيجكلمنوذقرستضثظخىزصحطعض"
_VOWEL = re.compile(r"[aeiouyåäö]", re.IGNORECASE)
# What a short text is filled up with, before the sign that ends it.
_MORE = " mera"
_END = re.compile(r"[.:?!…]?$")


def accented(text: str) -> str:
    """Return `text` in `qps-ploc`."""
    return _bracketed(text).translate(str.maketrans(_PLAIN, _ACCENTED))


def mirrored(text: str) -> str:
    """Return `text` in `qps-plocm`."""
    return _bracketed(text).translate(str.maketrans(_PLAIN, _ARABIC))


# Both, each with what makes its words.
PSEUDO: tuple[tuple[Language, Change], ...] = ((ACCENTED, accented), (MIRRORED, mirrored))


def site(factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site in Swedish and both, built once for all processes of a run."""

    def make(folder: Path) -> None:
        build(folder / "site", write(folder / "repository"), SITE_URL=SITE_URL, SITE_UNPACKED="1")

    return once(factory, "pseudo", make) / "site"


def write(root: Path) -> Path:
    """Write the repository to `root`, in Swedish and both; return `root`.

    The mirrored one is translated by somebody who is behind: it lacks the page `BEHIND`, every text
    of the data, and critical sentences of two pages. They are shown in Swedish, and have to be
    marked as that.
    The data are the real ones, with a record of every fact that they lack (`facts`).
    """
    copied(root, without=("content", "locales"))
    for folder in ("content", "locales"):
        shutil.copytree(ROOT / folder / SOURCE_LANGUAGE, root / folder / SOURCE_LANGUAGE)
    facts.add(root, loader.load(root / "data", LATEST))
    directory = loader.load(root / "data", LATEST)
    repository.write_languages(root, [directory.languages[0], *(one for one, _ in PSEUDO)])
    gathered = repository.gather(directory)
    for language, change in PSEUDO:
        is_whole = language != MIRRORED
        repository.write_language(root, language, change, gathered, of_data=is_whole)
    own = root / "content" / MIRRORED.code
    (own / f"{BEHIND}.md").unlink()
    _change(own / f"{OUTDATED}.md", r"(\(viktig:radera-inte) \w+", r"\1 000000")
    _change(own / f"{UNMARKED}.md", r"\]\(viktig:[^)]*\)", "]")
    _change(own / f"{UNMARKED}.md", r"(?<=translated_from: )\w+", "000000000000")
    return root


def _change(path: Path, pattern: str, new: str) -> None:
    """Change every match of a pattern in a file that has one."""
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def _bracketed(text: str) -> str:
    """Return `text` with every vowel written twice, filled up to its length, and in brackets."""
    longer = _VOWEL.sub(r"\g<0>\g<0>", text)
    least = GROWTH * len(KEPT.sub("", text)) - len(OPENS + CLOSES)
    while len(KEPT.sub("", longer)) < least:
        longer = _END.sub(rf"{_MORE}\g<0>", longer, count=1)
    return f"{OPENS}{longer}{CLOSES}"
