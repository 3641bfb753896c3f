"""Hold the sentences that must mean the same in every language to what data/critical.yaml says.

A page marks such a sentence: `[Visa numret för 112.](viktig:visa-numret-for-112 1f2e3d)`. The six
digits at the end, its stamp, are written by commands, and say what somebody has compared: on a
Swedish page the sentence with its proposition (`centres critical`), on a translation the sentence
with the Swedish one (`centres translated`). So a Swedish sentence may be reworded and keep its
translations, and a new proposition makes every translation of it outdated: then the page shows that
sentence in Swedish, with a notice.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from centres.content import marks, prose
from centres.content.prose import PageToTranslate, Prose
from centres.data.directory import Directory
from centres.data.model import Language, Proposition, WordList
from centres.files.problem import Problem
from centres.i18n import N_, SOURCE_LANGUAGE

FILE = "data/critical.yaml"
Propositions = Mapping[str, Proposition]

_SAY_WHICH = N_(
    "den viktiga meningen ”%(name)s” har ändrats, eller det som data/critical.yaml säger om den. "
    "Betyder de samma sak? Kör: centres critical %(file)s. Betyder meningen något annat nu? Ändra "
    "data/critical.yaml först. Då visas meningen på svenska tills den är översatt igen."
)
_NOT_MARKED = N_(
    "den svenska sidan har den viktiga meningen ”%(name)s”. Märk den här också: "
    "[Meningen.](viktig:%(name)s). Kör sedan: centres translated %(file)s."
)
_NOT_IN_SWEDISH = N_("den svenska sidan har inte den viktiga meningen ”%(name)s”. Ta bort märket.")
_LOST_WORD = N_(
    "den viktiga meningen ”%(name)s” ska säga ”%(lost)s”, men har inget av orden för det i "
    "%(words)s. Skriv om den, eller lägg till ordet där."
)
_LOST_NUMBER = N_("den viktiga meningen ”%(name)s” ska ha talet %(lost)s.")
_ON_NO_PAGE = N_(
    "ingen svensk sida har den viktiga meningen ”%(name)s”. Märk den på sin sida, eller ta bort "
    "posten."
)


def stamped(text: str, propositions: Propositions, of_source: bool) -> str:
    """Return the `text` of a page's file with each critical sentence stamped.

    `of_source` is whether the page is Swedish. A sentence that no proposition is for stays.
    """

    def stamp(sentence: re.Match[str]) -> str:
        proposition = propositions.get(sentence["name"])
        if not proposition:
            return sentence[0]
        stamp = _stamp(sentence["text"], proposition, of_source)
        return f"[{sentence['text']}](viktig:{proposition.id} {stamp})"

    return marks.CRITICAL.sub(stamp, text)


def pages_to_translate(
    pages: list[Prose], languages: list[Language], propositions: Propositions
) -> Iterator[PageToTranslate]:
    """Yield each translation that is missing or outdated, also by a critical sentence alone."""
    found = {page.name: page for page in prose.pages_to_translate(pages, languages)}
    yield from found.values()
    swedish = {page.path: page.name for page in pages if page.language == SOURCE_LANGUAGE}
    codes = {language.code for language in languages}
    for page in pages:
        if page.language in codes and page.name not in found and _outdated(page, propositions):
            audience = page.matter.audience
            yield PageToTranslate(
                page.language, page.path, page.name, swedish[page.path], audience, missing=False
            )


def with_fallbacks(
    page: Prose,
    swedish: Prose,
    propositions: Propositions,
    outdated_says: str,
    missing_says: str | None,
) -> str:
    """Return the Markdown of a translated page; what is outdated or missing of it is Swedish.

    Only its critical sentences fall back. `outdated_says` is the notice beside one that is
    outdated, `missing_says` the one above those that are missing, in the language of the page; None
    for a variant, which may lack any.
    """
    originals = _by_name(swedish)
    outdated = _outdated(page, propositions)

    def shown(sentence: re.Match[str]) -> str:
        name = sentence["name"]
        if name not in outdated or name not in originals:
            return sentence[0]
        return f"{_in_swedish(originals[name])} <i>{outdated_says}</i>"

    body = marks.CRITICAL.sub(shown, page.body)
    missing = [text for name, text in originals.items() if name not in _by_name(page)]
    if not (missing and missing_says) or page.matter.translated_from == swedish.fingerprint:
        return body
    items = "".join(f"- {_in_swedish(text)}\n" for text in missing)
    heading, line_end, rest = body.lstrip().partition("\n")
    return f"{heading}{line_end}\n{missing_says}\n\n{items}\n{rest}"


def problems_in(
    pages: list[Prose], directory: Directory, word_lists: Mapping[str, WordList]
) -> Iterator[Problem]:
    """Yield a Problem for each critical sentence that nobody has compared, or that lost something.

    And for each proposition that stands on no Swedish page. A page that is behind its Swedish one
    may lack sentences, and so may a variant.
    """
    by_address = prose.by_address(pages)
    used: set[str] = set()
    for page in pages:
        language = directory.by_language.get(page.language)
        swedish = by_address.get((SOURCE_LANGUAGE, page.path))
        if language is None or swedish is None:
            continue
        if page is swedish:
            used |= _by_name(page).keys()
            yield from _not_compared(page, directory.propositions)
        else:
            yield from _differences(page, swedish, language)
        words = word_lists.get(language.base_code)
        if words and words.critical:
            yield from _losses(page, directory, words, language.base_code)
    # Nothing is on a page where there is no prose, as where only data are checked.
    for name in directory.propositions if pages else ():
        if name not in used:
            yield Problem.of_file(FILE, _ON_NO_PAGE, name=name)


def _by_name(page: Prose) -> dict[str, str]:
    """Return the critical sentences of a page, by their ids."""
    return {found["name"]: found["text"] for found in marks.CRITICAL.finditer(page.body)}


def _stamp(text: str, proposition: Proposition, of_source: bool) -> str:
    """Return the stamp of a sentence; of a translated one it is the proposition's fingerprint."""
    if not of_source:
        return proposition.fingerprint
    compared = f"{' '.join(text.split())}\n{proposition.fingerprint}"
    return hashlib.sha256(compared.encode()).hexdigest()[:6]


def _outdated(page: Prose, propositions: Propositions) -> set[str]:
    """Return the ids of the sentences of a translation that are of an earlier proposition."""
    return {
        found["name"]
        for found in marks.CRITICAL.finditer(page.body)
        if page.language != SOURCE_LANGUAGE
        and found["name"] in propositions
        and found["stamp"] != propositions[found["name"]].fingerprint
    }


def _in_swedish(text: str) -> str:
    return f'<span class="behind" lang="{SOURCE_LANGUAGE}" dir="ltr">{text}</span>'


def _problem(page: Prose, at: int, message: str, **values: object) -> Problem:
    """Return a Problem at a place in the body of a page."""
    line = page.first_line + page.body.count("\n", 0, at)
    column = at - page.body.rfind("\n", 0, at)
    return Problem(page.name, line, column, "", "", message, values)


def _not_compared(page: Prose, propositions: Propositions) -> Iterator[Problem]:
    for found in marks.CRITICAL.finditer(page.body):
        proposition = propositions.get(found["name"])
        if proposition and found["stamp"] != _stamp(found["text"], proposition, of_source=True):
            values = {"name": found["name"], "file": page.name}
            yield _problem(page, found.start(), _SAY_WHICH, **values)


def _differences(page: Prose, swedish: Prose, language: Language) -> Iterator[Problem]:
    """Yield a Problem for each sentence that only one of a translation and its source marks."""
    own, originals = _by_name(page), _by_name(swedish)
    is_behind = page.matter.translated_from != swedish.fingerprint
    for name in originals if not (is_behind or language.variant_of) else ():
        if name not in own:
            yield Problem.of_file(page.name, _NOT_MARKED, name=name, file=page.name)
    for found in marks.CRITICAL.finditer(page.body):
        if found["name"] not in originals and not is_behind:
            yield _problem(page, found.start(), _NOT_IN_SWEDISH, name=found["name"])


def _losses(page: Prose, directory: Directory, words: WordList, code: str) -> Iterator[Problem]:
    """Yield a Problem for each thing that a sentence is to say and has no word or number for.

    `words` are those of the language with the code `code`. An outdated sentence is not shown.
    """
    outdated = _outdated(page, directory.propositions)
    numbers = {name: line.number or "" for name, line in directory.lines.items()}
    for found in marks.CRITICAL.finditer(page.body):
        proposition = directory.propositions.get(found["name"])
        if proposition is None or found["name"] in outdated:
            continue
        text = marks.as_text(found["text"], numbers).casefold()
        values: dict[str, object] = {"name": proposition.id, "words": f"locales/{code}/words.yaml"}
        for said in proposition.said:
            if not _one_stands_in(text, words.critical.get(said, ())):
                yield _problem(page, found.start(), _LOST_WORD, lost=said, **values)
        time = (proposition.time.split()[0],) if proposition.time else ()
        for number in (*proposition.numbers, *time):
            if not _one_stands_in(text, (number, *words.numbers.get(number, ()))):
                yield _problem(page, found.start(), _LOST_NUMBER, lost=number, **values)


def _one_stands_in(text: str, words: Iterable[str]) -> bool:
    """Return whether `text` has one of `words`, and not only as a part of a longer one."""
    return any(re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) for word in words)
