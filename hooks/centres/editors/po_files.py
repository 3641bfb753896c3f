"""Keep the catalogues up to date: gather the texts of each domain and merge them into its PO files.

The domain `site` holds what visitors read (templates, labels, texts in the data), `guide` what only
the guide for municipalities has, `easy` what only a variant that is easier to read has, `editor`
what editors are told. A merge changes no translation; a Swedish text that has been reworded is a
new text.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Any, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from centres.data.directory import Directory
from centres.data.field_types import NOT_CONFIRMED, Translatable
from centres.data.model import Language
from centres.editors import reviews
from centres.i18n import SOURCE_LANGUAGE, read_catalogue

# The calls that mark a message id, by gettext's own names, and which arguments are ids: `N_` in
# Python; `_` and `ngettext` in templates.
_MARKS: dict[str, Any] = {"_": None, "N_": None, "ngettext": (1, 2)}
_HEADER = """\
# The Swedish text is the source. Change translations here; "make translations" adds new words.
# Keep %(name)s as it is, and what stands between quotation marks that an editor types."""
_PACKAGE = "hooks/centres"
# Whom the words of a room of the package are for, and of the rooms inside it. All others are for
# editors.
_DOMAIN_OF_ROOM = {
    "pages": "site",
    "pages/guide": "guide",
    "site": "site",
}
# The folders of templates whose words are no other pages', by their domain.
_FOLDERS = {"guide": "templates/guide", "easy": "templates/easy"}
# How alike an old and a new wording have to be for the old translation to be a beginning of the
# new one, as difflib counts it: 0 to 1.
_LEAST_LIKENESS = 0.8
# One Swedish text; of a plural, the singular and the plural.
MessageIds: TypeAlias = str | tuple[str, ...]
# The domains in the order in which they are written; a data folder elsewhere has only the first.
DOMAINS = ("site", "guide", "easy", "editor")
# Lines of a PO file's header that change each time it is written.
_CHANGING = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Generated-By',
    '"Last-Translator',
    '"Language-Team',
    '"Report-Msgid-Bugs-To',
    '"Project-Id-Version',
)


def gather(root: Path, directory: Directory, domain: str) -> Catalog:
    """Return every text of `domain`, one of `DOMAINS`, in the repository at `root`, untranslated.

    A text that visitors' pages have is in no other catalogue of pages too: they are read together.
    """
    catalogue = Catalog(project="Stöd nära dig", charset="utf-8", locale=SOURCE_LANGUAGE)
    if domain == "site":
        messages = _site_messages(root, directory)
    elif domain in _FOLDERS:
        of_site = {str(ids) for _, ids in _site_messages(root, directory)}
        own = _messages_of_folder(root, domain)
        messages = ((file, ids) for file, ids in own if str(ids) not in of_site)
    else:
        messages = _package_messages(root, domain)
    for file, ids in messages:
        catalogue.add(ids, locations=[(file, 0)])
    return catalogue


def editor_languages(root: Path) -> list[str]:
    """Return the codes of the languages, besides Swedish, that editors can be spoken to in."""
    return sorted(path.parent.name for path in (root / "locales").glob("*/editor.po"))


def languages(root: Path, directory: Directory, domain: str) -> list[str]:
    """Return the codes of the languages that need a catalogue of `domain`."""
    if domain == "editor":
        return editor_languages(root)
    return [
        language.code
        for language in directory.languages
        if domain in domains_of_pages(language, directory)
    ]


def domains_of_pages(language: Language, directory: Directory) -> list[str]:
    """Return the domains of the catalogues that the pages in a language need.

    Swedish needs none. A variant has those of its base language, which needs `easy` for it alone.
    """
    if language.is_source or language.variant_of:
        return []
    needed = {
        "site": True,
        "guide": language.has_guide,
        "easy": any(one.variant_of == language.code for one in directory.languages),
    }
    return [domain for domain, is_needed in needed.items() if is_needed]


def translated_and_outdated(root: Path, domain: str, code: str) -> tuple[set[str], set[str]]:
    """Return the Swedish texts with a translation in `code`, and those with an outdated one.

    Raises CatalogueError if the PO file cannot be read.
    """
    path = root / "locales" / code / f"{domain}.po"
    if not path.exists():
        return set(), set()
    entries = [entry for entry in read_catalogue(path) if entry.string]
    outdated = set(ids(entry for entry in entries if entry.fuzzy))
    return set(ids(entries)) - outdated, outdated


def ids(entries: Iterable[Message]) -> list[str]:
    """Return the Swedish texts of catalogue entries; of a plural, the singular."""
    return [entry.id if isinstance(entry.id, str) else entry.id[0] for entry in entries if entry.id]


def update(root: Path, directory: Directory) -> Iterator[str]:
    """Merge new texts into every PO file; yield a line about each.

    Raises CatalogueError if one cannot be read.
    """
    # A data folder elsewhere has no program beside it, and so no messages to editors.
    for domain in DOMAINS if (root / "hooks").exists() else DOMAINS[:1]:
        gathered = gather(root, directory, domain)
        for code in languages(root, directory, domain):
            path = root / "locales" / code / f"{domain}.po"
            catalogue = merged(path, code, gathered)
            path.parent.mkdir(parents=True, exist_ok=True)
            review = reviews.kept(path, catalogue)
            path.write_text(reviews.with_review(as_po(catalogue), review), encoding="utf-8")
            missing = sum(1 for entry in catalogue if entry.id and not entry.string)
            yield f"{path.relative_to(root)}: {len(catalogue)} words, {missing} without translation"


def merged(path: Path, code: str, gathered: Catalog) -> Catalog:
    """Return the catalogue at `path` with exactly the texts of `gathered`.

    If there is none, it is a new one for the language `code`. Translations stay; that of a text
    that is no longer there goes, or is proposed for a reworded text. Raises CatalogueError.
    """
    if path.exists():
        catalogue = read_catalogue(path)
    else:
        catalogue = Catalog(locale=_locale(code), charset="utf-8", fuzzy=False)
    catalogue.header_comment = _HEADER
    ids_before = {entry.id for entry in catalogue if entry.id}
    catalogue.update(gathered, no_fuzzy_matching=True)
    _propose_old_translations(catalogue, ids_before)
    catalogue.obsolete.clear()
    return catalogue


def _locale(code: str) -> Locale | None:
    """Return Babel's locale, which knows plural forms; None for a language it does not know."""
    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _propose_old_translations(catalogue: Catalog, ids_before: set[Any]) -> None:
    """Give each Swedish text that was reworded the translation of its old wording, as fuzzy.

    A fuzzy entry is a beginning for the translator and is never published (`i18n.read`).
    """
    obsolete = {str(key): old for key, old in catalogue.obsolete.items() if isinstance(old.id, str)}
    for entry in catalogue:
        if entry.id in ids_before or not isinstance(entry.id, str) or entry.string:
            continue
        near = get_close_matches(entry.id, obsolete, n=1, cutoff=_LEAST_LIKENESS)
        if near and obsolete[near[0]].string:
            old = obsolete.pop(near[0])
            entry.string = old.string
            entry.flags.add("fuzzy")
            entry.previous_id = [str(old.id)]


def as_po(catalogue: Catalog) -> str:
    """Return the text of a PO file, without lines that always change: a diff shows only texts."""
    out = BytesIO()
    write_po(
        out, catalogue, width=100, include_lineno=False, sort_by_file=True, include_previous=True
    )
    lines = out.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not line.startswith(_CHANGING)) + "\n"


def _site_messages(root: Path, directory: Directory) -> Iterator[tuple[str, MessageIds]]:
    for path in sorted((root / "templates").rglob("*.html")):
        if not any(path.is_relative_to(root / folder) for folder in _FOLDERS.values()):
            yield from _in_file(root, path, "jinja2.ext:babel_extract")
    yield from _package_messages(root, "site")
    for name, text in _data_texts(directory):
        yield f"data/{name}.yaml", text


def texts_of(directory: Directory) -> list[str]:
    """Return every text in the data that is shown in all languages."""
    return [text for _, text in _data_texts(directory)]


def _data_texts(directory: Directory) -> Iterator[tuple[str, str]]:
    """Yield the name of the data file and the text, for each text that is translated."""
    files: list[tuple[str, Sequence[BaseModel]]] = [
        ("centres", directory.centres),
        ("glossary", directory.glossary),
        ("helplines", directory.helplines),
    ]
    for name, records in files:
        for record in records:
            yield from ((name, text) for text in translatable(record))


def _messages_of_folder(root: Path, domain: str) -> Iterator[tuple[str, MessageIds]]:
    """Yield the messages of a domain that has a folder of templates."""
    for path in sorted((root / _FOLDERS[domain]).glob("*.html")):
        yield from _in_file(root, path, "jinja2.ext:babel_extract")
    yield from _package_messages(root, domain)


def _package_messages(root: Path, domain: str) -> Iterator[tuple[str, MessageIds]]:
    """Yield the messages of every module whose room belongs to `domain`, each with its file."""
    package = root / _PACKAGE
    for path in sorted(package.rglob("*.py")):
        if _domain(path.parent.relative_to(package).as_posix()) == domain:
            yield from _in_file(root, path, "python")


def _domain(room: str) -> str:
    """Return the domain of a room, given as its path in the package: "pages/guide" or "."."""
    while room != ".":
        if room in _DOMAIN_OF_ROOM:
            return _DOMAIN_OF_ROOM[room]
        room = Path(room).parent.as_posix()
    return "editor"


def _in_file(root: Path, path: Path, method: str) -> Iterator[tuple[str, MessageIds]]:
    """Yield the messages in `path`, each with that path from `root`.

    `method` is the name of an extractor of Babel's.
    """
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    extracted = extract_from_file(method, path, keywords=_MARKS, options=options)
    for _line, message_ids, _comments, _context in extracted:
        yield path.relative_to(root).as_posix(), message_ids


def translatable(record: BaseModel) -> Iterator[str]:
    """Yield every text in a record that is shown in all languages."""
    for name, field in type(record).model_fields.items():
        yield from _texts(getattr(record, name), field)


def _texts(value: Any, field: FieldInfo) -> Iterator[str]:
    """Yield the texts to translate in the `value` of a field."""
    if isinstance(value, str):
        if value != NOT_CONFIRMED and _is_translatable(field):
            yield value
    elif isinstance(value, BaseModel):
        yield from translatable(value)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, field)


def _is_translatable(field: FieldInfo) -> bool:
    """Return whether a field is `Prose`; an optional one has the mark inside its annotation."""
    metadata = [*field.metadata]
    for part in getattr(field.annotation, "__args__", ()):
        metadata += getattr(part, "__metadata__", ())
    return any(isinstance(mark, Translatable) for mark in metadata)
