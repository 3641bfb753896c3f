"""Words in every language: gettext catalogues (PO) read with Babel, and dates.

Swedish is the source: the text in a template or a data file is the message id. A word without a
translation is shown in Swedish and marked as Swedish, never as if it were in the other language.
"""

import io
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations
from markupsafe import Markup, escape

from centres.errors import CatalogueError

SOURCE_LANGUAGE = "sv"
T = TypeVar("T", str, Markup)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name)
    """Mark a Swedish text for the catalogues; it is translated when it is said."""
    return message


@dataclass
class Words:
    """The words of one language; `missing` collects what was asked for and not found."""

    code: str
    translations: NullTranslations = field(default_factory=NullTranslations)
    # The message ids that have a translation (of a plural, the singular's).
    known: frozenset[str] = frozenset()
    missing: set[str] = field(default_factory=set)
    # `html` of messages without values, by message: most of a page, and the same on the next page.
    html_cache: dict[str, Markup] = field(default_factory=dict)

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale; Swedish dates and lists where Babel does not know the language."""
        try:
            return Locale.parse(self.code, sep="-")
        except (ValueError, UnknownLocaleError):
            return Locale.parse(SOURCE_LANGUAGE)

    def plain(self, message: str, **values: object) -> str:
        """`message` in this language as plain text, with `%(name)s` filled in."""
        text = self._lookup(message) or message
        return _filled(text, message, values)

    def html(self, message: str, **values: object) -> Markup:
        """`message` as HTML: values are escaped, and Swedish standing in is marked as Swedish."""
        if not values and message in self.html_cache:
            return self.html_cache[message]
        translation = self._lookup(message)
        text = _filled(escape(translation or message), escape(message), values)
        text = text if translation else _in_swedish(text)
        if not values:
            self.html_cache[message] = text
        return text

    def plural(self, one: str, many: str, n: int, **values: object) -> Markup:
        """The form of the language for `n`; `%(n)s` is the number."""
        said = escape(self.translations.ungettext(one, many, n)) % {"n": n, **values}
        return said if self._lookup(one) else _in_swedish(said)

    def day(self, when: date) -> str:
        """A date in words: "14 januari 2026"."""
        return format_date(when, "d MMMM y", locale=self.locale)

    def month(self, when: date) -> str:
        """A month in words: "september 2024"."""
        return format_date(when, "MMMM y", locale=self.locale)

    def _lookup(self, message: str) -> str | None:
        if self.code == SOURCE_LANGUAGE or not message:
            return message
        if message not in self.known:
            self.missing.add(message)
            return None
        return str(self.translations.ugettext(message))


def _filled(text: T, message: T, values: dict[str, object]) -> T:
    """`text` with its values; the Swedish `message`, where a translator has broken their names."""
    if not values:
        return text
    try:
        return text % values
    except (KeyError, TypeError, ValueError):
        return message % values


def _in_swedish(said: Markup) -> Markup:
    return Markup('<span lang="sv" dir="ltr">{}</span>').format(said)


def read_catalogue(path: Path) -> Catalog:
    """The PO file at `path`. Raises CatalogueError if it is not one, or not in UTF-8."""
    try:
        with path.open("rb") as file:
            return read_po(file)
    except (ValueError, PoFileError) as error:  # UnicodeDecodeError is a ValueError
        raise CatalogueError(str(path)) from error


def read(root: Path, code: str, *domains: str) -> Words:
    """The catalogues `locales/<code>/<domain>.po` below `root`, as one; those that there are.

    Fuzzy entries (a guess that nobody has looked at) do not count as translations. Raises
    CatalogueError.
    """
    paths = [root / "locales" / code / f"{domain}.po" for domain in domains]
    found = Words(code)
    for path in paths if code != SOURCE_LANGUAGE else ():
        if path.exists():
            found = _with(found, read_catalogue(path))
    return found


def _with(words: Words, catalogue: Catalog) -> Words:
    """`words` and what is translated in `catalogue` besides."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    translations = Translations(compiled)
    if isinstance(words.translations, Translations):
        translations.merge(words.translations)
    translated = [one for one in catalogue if one.id and one.string and not one.fuzzy]
    ids = (one.id if isinstance(one.id, str) else one.id[0] for one in translated)
    return Words(words.code, translations, words.known | frozenset(ids))
