"""Write a language into a copy of the repository: its prose and its catalogues, from the Swedish.

The words are what a function makes of the Swedish ones. So languages that do not exist are made for
tests, and languages that do exist for the bench.
"""

import shutil
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog

from centres.content import critical, prose
from centres.content.prose import ONLY_IN_SOURCE, Prose
from centres.data import terms
from centres.data.directory import Directory
from centres.data.model import Language
from centres.editors import po_files
from centres.i18n import SOURCE_LANGUAGE
from helpers import DIRECTORY, ROOT
from translated.texts import Change, changed_markdown, changed_message

# Fields of the front matter that only the Swedish page has, or that a translation has its own of.
_ONLY_IN_SWEDISH = {*ONLY_IN_SOURCE, "translated_from", "title", "search"}


def write_languages(root: Path, languages: list[Language]) -> None:
    """Write `data/languages.yaml` below `root`, the source language first."""
    records = [language.model_dump(exclude_none=True) for language in languages]
    path = root / "data/languages.yaml"
    schema = path.read_text(encoding="utf-8").partition("\n")[0]
    text = yaml.safe_dump(records, allow_unicode=True, sort_keys=False)
    path.write_text(f"{schema}\n{text}", encoding="utf-8")


def gather(directory: Directory) -> dict[str, Catalog]:
    """Return what pages say of `directory` and by themselves: untranslated, by domain."""
    return {domain: po_files.gather(ROOT, directory, domain) for domain in ("site", "guide")}


def write_language(
    root: Path,
    language: Language,
    change: Change,
    gathered: dict[str, Catalog],
    of_data: bool = True,
) -> None:
    """Write below `root` all that a language has: prose, catalogues and the words to compare with.

    Prose is made of the Swedish below `root`. Without `of_data` no text of the data is translated.
    """
    for page in prose.read(root, [SOURCE_LANGUAGE])[0]:
        if language.has_guide or page.matter.audience == "visitor":
            file = root / page.name.replace(f"/{SOURCE_LANGUAGE}/", f"/{language.code}/", 1)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_translation(page, change), encoding="utf-8")
    folder = root / "locales" / language.code
    folder.mkdir(parents=True, exist_ok=True)
    for domain in ("site", "guide") if language.has_guide else ("site",):
        path = folder / f"{domain}.po"
        # Of its own: a catalogue keeps the entries that it is updated with, and shares them.
        catalogue = po_files.merged(path, language.code, deepcopy(gathered[domain]))
        _translate(catalogue, change, of_data)
        path.write_text(po_files.as_po(catalogue), encoding="utf-8")
    _write_word_list(folder / "words.yaml", change)
    # What somebody types in a field is no text of a page: as many words as in Swedish will do.
    shutil.copy(ROOT / "locales" / SOURCE_LANGUAGE / "crisis.yaml", folder)


def _translate(catalogue: Catalog, change: Change, of_data: bool) -> None:
    for entry in catalogue:
        if not of_data and all(place.startswith("data/") for place, _ in entry.locations):
            continue
        if isinstance(entry.id, str) and entry.id:
            entry.string = changed_message(entry.id, change)
        elif entry.id:
            one, many = (changed_message(text, change) for text in entry.id)
            entry.string = (one, *[many] * (catalogue.num_plurals - 1))


def _write_word_list(path: Path, change: Change) -> None:
    """Write the words that are compared with, from the Swedish ones.

    Each stands twice in its word, so that no title, whose words make no sense, happens to have it.
    Critical sentences and names are not held to words that make no sense.
    """
    swedish = ROOT / "locales" / SOURCE_LANGUAGE / "words.yaml"
    lists: dict[str, Any] = yaml.safe_load(swedish.read_text(encoding="utf-8"))
    lists.pop("critical")
    changed = {name: [change(word) * 2 for word in words] for name, words in lists.items()}
    path.write_text(yaml.safe_dump(changed, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _translation(page: Prose, change: Change) -> str:
    """Return the file of a translated page."""
    matter = page.matter.model_dump(mode="json", exclude_defaults=True, exclude=_ONLY_IN_SWEDISH)
    matter["title"] = changed_message(page.matter.title, change)
    if page.matter.search:
        words = [word.replace(terms.ANY_END, "") for word in page.matter.search]
        matter["search"] = [changed_message(word, change) for word in words]
    matter["translated_from"] = page.fingerprint
    text = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=1000)
    propositions = DIRECTORY.propositions
    body = critical.stamped(changed_markdown(page.body, change), propositions, of_source=False)
    return f"---\n{text}---\n{body}"
