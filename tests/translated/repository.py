"""Write a language into a copy of the repository: its prose and its catalogues, from the Swedish.

The words are what a function makes of the Swedish ones. So languages that do not exist are made for
tests, and languages that do exist for the bench.
"""

from pathlib import Path

import yaml
from babel.messages.catalog import Catalog

from centres.content import prose
from centres.content.prose import Prose
from centres.data.model import Language
from centres.editors import po_files
from centres.i18n import SOURCE_LANGUAGE
from helpers import ROOT
from translated.texts import Change, changed_markdown, changed_message

# Fields of the front matter that only the Swedish page has, or that a translation has its own of.
_ONLY_IN_SWEDISH = {"group", "order", "helps", "translated_from", "title", "search"}


def write_languages(root: Path, languages: list[Language]) -> None:
    """Write `data/languages.yaml` below `root`, the source language first."""
    records = [language.model_dump(exclude_none=True) for language in languages]
    text = yaml.safe_dump(records, allow_unicode=True, sort_keys=False)
    (root / "data/languages.yaml").write_text(text, encoding="utf-8")


def write_prose(root: Path, code: str, change: Change, guide: bool = False) -> None:
    """Write every Swedish page of prose for visitors, with `guide` the guide's too, in `code`."""
    pages, _ = prose.read(root, [SOURCE_LANGUAGE])
    for page in pages:
        if guide or page.matter.audience == "visitor":
            file = root / page.name.replace(f"/{SOURCE_LANGUAGE}/", f"/{code}/", 1)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_translation(page, change), encoding="utf-8")


def write_catalogue(
    path: Path, gathered: Catalog, code: str, change: Change, of_data: bool = True
) -> None:
    """Write `path`: the catalogue that was `gathered`, with every message translated to `code`.

    Without `of_data`, those that stand only in the data are not.
    """
    catalogue = po_files.merged(path, code, gathered)
    for entry in catalogue:
        if not of_data and all(place.startswith("data/") for place, _ in entry.locations):
            continue
        if isinstance(entry.id, str) and entry.id:
            entry.string = changed_message(entry.id, change)
        elif entry.id:
            one, many = (changed_message(text, change) for text in entry.id)
            entry.string = (one, *[many] * (catalogue.num_plurals - 1))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(po_files.as_po(catalogue), encoding="utf-8")


def write_word_list(root: Path, code: str, change: Change) -> None:
    """Write the words that are compared with in `code`, from the Swedish ones."""
    file = Path("locales") / SOURCE_LANGUAGE / "words.yaml"
    lists: dict[str, list[str]] = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
    changed = {name: [change(word) for word in words] for name, words in lists.items()}
    text = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
    (root / "locales" / code / "words.yaml").write_text(text, encoding="utf-8")


def _translation(page: Prose, change: Change) -> str:
    """Return the file of a translated page."""
    matter = page.matter.model_dump(mode="json", exclude_defaults=True, exclude=_ONLY_IN_SWEDISH)
    matter["title"] = changed_message(page.matter.title, change)
    if page.matter.search:
        matter["search"] = [changed_message(word, change) for word in page.matter.search]
    matter["translated_from"] = page.fingerprint
    text = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{text}---\n{changed_markdown(page.body, change)}"
