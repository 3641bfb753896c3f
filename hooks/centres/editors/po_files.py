"""Keep the catalogues current: gather every word of the site and merge it into each PO file.

`site` holds what visitors read (templates, vocabularies, texts in the data), `guide` what only the
guide for municipalities says, `editor` what editors are told. Reviewed translations are never
touched; a changed Swedish text is a new word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from centres.content.prose import GUIDE_LANGUAGES
from centres.data.directory import Directory
from centres.data.field_types import NOT_CONFIRMED, Translatable
from centres.i18n import SOURCE_LANGUAGE, read_catalogue

# The calls that mark a message id, by gettext's own names, and which arguments are ids: `N_` in
# Python; `_` and `ngettext` in templates.
_MARKS: dict[str, Any] = {"_": None, "N_": None, "ngettext": (1, 2)}
_HEADER = """\
# The Swedish text is the source. Change translations here; "make translations" adds new words.
# Keep %(name)s as it is, and what stands between quotation marks that an editor types."""
_PACKAGE = "hooks/centres"
# Who reads the words of a room of the package: a room's domain holds for the rooms inside it, and
# what is in no room is for editors.
_DOMAIN_OF_ROOM = {
    "content": "editor",
    "data": "editor",
    "editors": "editor",
    "files": "editor",
    "pages": "site",
    "pages/guide": "guide",
    "site": "site",
}
_GUIDE_TEMPLATES = "templates/guide"
EDITOR_LANGUAGES = ("en",)
# The domains in the order in which they are written; a data folder elsewhere has only the first.
DOMAINS = ("site", "guide", "editor")
# Lines of a PO file's header that change by themselves.
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
    """Every word of `domain`, one of `DOMAINS`, in the repository at `root`, untranslated.

    A word that visitors' pages have already is not the guide's too.
    """
    catalogue = Catalog(project="Stöd nära dig", charset="utf-8", locale=SOURCE_LANGUAGE)
    if domain == "site":
        found = _site_words(root, directory)
    elif domain == "guide":
        known = {str(word) for _, word in _site_words(root, directory)}
        found = (one for one in _guide_words(root) if str(one[1]) not in known)
    else:
        found = _package_words(root, domain)
    for place, word in found:
        catalogue.add(word, locations=[(place, 0)])
    return catalogue


def languages(directory: Directory, domain: str) -> list[str]:
    """The languages that need a catalogue of `domain`."""
    if domain == "editor":
        return list(EDITOR_LANGUAGES)
    if domain == "guide":
        return [code for code in GUIDE_LANGUAGES if code != SOURCE_LANGUAGE]
    return [one.code for one in directory.languages if one.base_code != SOURCE_LANGUAGE]


def known(root: Path, domain: str, code: str) -> tuple[set[str], set[str]]:
    """The Swedish texts that `code` has words for, and those whose words are of an older text."""
    path = root / "locales" / code / f"{domain}.po"
    if not path.exists():
        return set(), set()
    entries = [one for one in read_catalogue(path) if one.string]
    fuzzy = set(ids(one for one in entries if one.fuzzy))
    return set(ids(entries)) - fuzzy, fuzzy


def ids(entries: Iterable[Message]) -> list[str]:
    """The Swedish texts of entries; of a plural, the singular."""
    return [one.id if isinstance(one.id, str) else one.id[0] for one in entries if one.id]


def update(root: Path, directory: Directory) -> Iterator[str]:
    """Merge new words into every PO file; yields a line about each."""
    # A data folder elsewhere has no program beside it, and so no words for editors.
    for domain in DOMAINS if (root / "hooks").exists() else DOMAINS[:1]:
        words = gather(root, directory, domain)
        for code in languages(directory, domain):
            path = root / "locales" / code / f"{domain}.po"
            catalogue = merged(path, code, words)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(as_po(catalogue), encoding="utf-8")
            missing = sum(1 for word in catalogue if word.id and not word.string)
            yield f"{path.relative_to(root)}: {len(catalogue)} words, {missing} without translation"


def merged(path: Path, code: str, words: Catalog) -> Catalog:
    """The catalogue at `path` (a new one for the language `code` if there is none) with `words`.

    Translations stay; a text that is no longer there goes, or becomes the beginning of a new one.
    """
    if path.exists():
        catalogue = read_catalogue(path)
    else:
        catalogue = Catalog(locale=_locale(code), charset="utf-8", fuzzy=False)
    catalogue.header_comment = _HEADER
    before = {one.id for one in catalogue if one.id}
    catalogue.update(words, no_fuzzy_matching=True)
    _keep_what_has_changed(catalogue, before)
    catalogue.obsolete.clear()
    return catalogue


def _locale(code: str) -> Locale | None:
    """Babel's locale, for the language's plural forms; None for a language it does not know."""
    try:
        return Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError):
        return None


def _keep_what_has_changed(catalogue: Catalog, before: set[Any]) -> None:
    """Give a Swedish text that somebody has reworded its old translation, marked as outdated.

    A fuzzy entry is a beginning for the translator and is never published (`words.read`).
    """
    gone = {str(key): old for key, old in catalogue.obsolete.items() if isinstance(old.id, str)}
    for entry in catalogue:
        if entry.id in before or not isinstance(entry.id, str) or entry.string:
            continue
        near = get_close_matches(entry.id, gone, n=1, cutoff=0.8)
        if near and gone[near[0]].string:
            old = gone.pop(near[0])
            entry.string = old.string
            entry.flags.add("fuzzy")
            entry.previous_id = [str(old.id)]


def as_po(catalogue: Catalog) -> str:
    """PO without the lines that change by themselves, so that a diff shows words only."""
    out = BytesIO()
    write_po(
        out, catalogue, width=100, include_lineno=False, sort_by_file=True, include_previous=True
    )
    lines = out.getvalue().decode().splitlines()
    return "\n".join(line for line in lines if not line.startswith(_CHANGING)) + "\n"


def _site_words(root: Path, directory: Directory) -> Iterator[tuple[str, Any]]:
    for path in sorted((root / "templates").rglob("*.html")):
        if not path.is_relative_to(root / _GUIDE_TEMPLATES):
            yield from _in_file(root, path, "jinja2.ext:babel_extract")
    yield from _package_words(root, "site")
    for name, text in _data_words(directory):
        yield f"data/{name}.yaml", text


def texts_of(directory: Directory) -> list[str]:
    """Every text in the data that is shown in all languages."""
    return [text for _, text in _data_words(directory)]


def _data_words(directory: Directory) -> Iterator[tuple[str, str]]:
    every: list[tuple[str, Sequence[BaseModel]]] = [
        ("centres", directory.centres),
        ("glossary", directory.glossary),
        ("helplines", directory.helplines),
    ]
    for name, records in every:
        for record in records:
            yield from ((name, text) for text in translatable(record))


def _guide_words(root: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted((root / _GUIDE_TEMPLATES).glob("*.html")):
        yield from _in_file(root, path, "jinja2.ext:babel_extract")
    yield from _package_words(root, "guide")


def _package_words(root: Path, domain: str) -> Iterator[tuple[str, Any]]:
    """Yield the words of every module whose room belongs to `domain`, with the module's path."""
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


def _in_file(root: Path, path: Path, method: str | Callable[..., Any]) -> Iterator[tuple[str, Any]]:
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    found = extract_from_file(method, path, keywords=_MARKS, options=options)
    for _line, word, _comments, _context in found:
        yield path.relative_to(root).as_posix(), word


def translatable(record: BaseModel) -> Iterator[str]:
    """Every text in a record that is shown in all languages."""
    for name, field in type(record).model_fields.items():
        yield from _texts(getattr(record, name), field)


def _texts(value: Any, field: FieldInfo) -> Iterator[str]:
    if isinstance(value, str):
        if value != NOT_CONFIRMED and _is_translatable(field):
            yield value
    elif isinstance(value, BaseModel):
        yield from translatable(value)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, field)


def _is_translatable(field: FieldInfo) -> bool:
    """Whether a field is `Prose`; optional fields hide the mark inside their annotation."""
    marks = [*field.metadata]
    for part in getattr(field.annotation, "__args__", ()):
        marks += getattr(part, "__metadata__", ())
    return any(isinstance(mark, Translatable) for mark in marks)
