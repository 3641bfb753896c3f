"""Translate messages with gettext catalogues (PO files, read with Babel), and format dates.

Swedish is the source language: the Swedish text in a template or a data file is the message id. A
message without a translation falls back to Swedish, and `html` marks it as Swedish, so that it is
never presented as the other language.
"""

import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations
from markupsafe import Markup, escape

from centres.errors import CatalogueError

SOURCE_LANGUAGE = "sv"
_REVIEW = re.compile(r'^"X-Reviewed-(By|On|Text): (.*)\\n"$', re.MULTILINE)
T = TypeVar("T", str, Markup)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name)
    """Return `message` as it is: marks it for the catalogues, to be translated where it is used."""
    return message


@dataclass
class Words:
    """The messages of one language (BCP 47 `code`); `missing` collects those not translated."""

    code: str
    translations: NullTranslations = field(default_factory=NullTranslations)
    # The message ids that have a translation (of a plural, the singular's).
    known: frozenset[str] = frozenset()
    missing: set[str] = field(default_factory=set)
    # The domains whose translations somebody has reviewed as they are.
    reviewed: frozenset[str] = frozenset()
    # The locale (BCP 47) whose names of months stand in brackets beside the language's own.
    also_months: str = ""
    # `html` of messages without values, by message: most of a page, and the same on the next page.
    html_cache: dict[str, Markup] = field(default_factory=dict)

    @cached_property
    def locale(self) -> Locale | None:
        """Babel's locale; None where Babel does not know the language."""
        try:
            return Locale.parse(self.code, sep="-")
        except (ValueError, UnknownLocaleError):
            return None

    def are_reviewed(self, *domains: str) -> bool:
        """Return whether the words of all `domains` are reviewed, or are those of the source."""
        return self.code == SOURCE_LANGUAGE or self.reviewed.issuperset(domains)

    def plain(self, message: str, **values: object) -> str:
        """Return `message` in this language as plain text, its `%(name)s` filled from `values`."""
        text = self._lookup(message) or message
        return _filled(text, message, values)

    def html(self, message: str, **values: object) -> Markup:
        """Return `message` as HTML: values are escaped, and a fallback is marked as Swedish."""
        if not values and message in self.html_cache:
            return self.html_cache[message]
        translation = self._lookup(message)
        text = _filled(escape(translation or message), escape(message), values)
        text = text if translation else _in_swedish(text)
        if not values:
            self.html_cache[message] = text
        return text

    def plural(self, singular: str, plural: str, n: int, **values: object) -> Markup:
        """Return the plural form for `n` as HTML, like `html`; `%(n)s` is the number."""
        text = escape(self.translations.ungettext(singular, plural, n)) % {"n": n, **values}
        return text if self._lookup(singular) else _in_swedish(text)

    def day(self, when: date) -> str:
        """Return a date in words: "14 januari 2026"; in digits where nobody knows the words."""
        return self._date(when, "d MMMM y") or when.isoformat()

    def month(self, when: date) -> str:
        """Return a month in words: "september 2024"; in digits where nobody knows the words."""
        return self._date(when, "MMMM y") or f"{when:%Y-%m}"

    def day_of_year(self, when: date) -> str:
        """Return a day that comes back each year in words: "1 juni"; else in digits."""
        return self._date(when, "d MMMM") or f"{when:%m-%d}"

    def _date(self, when: date, pattern: str) -> str:
        """Return a date as a CLDR pattern with MMMM says; empty where nobody knows the words."""
        if not self.locale:
            return ""
        text = format_date(when, pattern, self.locale)
        if not self.also_months:
            return text
        own = format_date(when, "MMMM", self.locale)
        other = format_date(when, "MMMM", Locale.parse(self.also_months, sep="-"))
        return text.replace(own, f"{own} ({other})", 1)

    def language(self, code: str) -> Markup:
        """Return the name of a language (BCP 47) as HTML; its own where nobody knows the word."""
        if self.locale:
            return escape(self.locale.languages.get(code, code))
        own = Words(code).locale
        name = own.languages.get(code, code) if own else code
        return Markup('<bdi lang="{}" translate="no">{}</bdi>').format(code, name)

    def listed(self, items: Iterable[str]) -> str:
        """Return a list in a sentence: "Nacka och Värmdö"; without "och" where nobody knows it."""
        return format_list([*items], locale=self.locale) if self.locale else ", ".join(items)

    def _lookup(self, message: str) -> str | None:
        """Return the translation of `message`, or None, and then add it to `missing`."""
        if self.code == SOURCE_LANGUAGE or not message:
            return message
        if message not in self.known:
            self.missing.add(message)
            return None
        return str(self.translations.ugettext(message))


def _filled(text: T, message: T, values: dict[str, object]) -> T:
    """Fill `text` from `values`; if a translator has broken its placeholders, fill `message`."""
    if not values:
        return text
    try:
        return text % values
    except (KeyError, TypeError, ValueError):
        return message % values


def _in_swedish(text: Markup) -> Markup:
    return Markup('<span lang="sv" dir="ltr">{}</span>').format(text)


def read_catalogue(path: Path) -> Catalog:
    """Read the PO file at `path`. Raises CatalogueError if Babel cannot, or if it is not UTF-8.

    A letter that was typed as a letter and a mark is one, as in all files that people edit.
    """
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
        return read_po(io.StringIO(text), abort_invalid=True)
    except (ValueError, PoFileError) as error:  # UnicodeDecodeError is a ValueError
        raise CatalogueError(str(path)) from error


def review_fields(po: str) -> dict[str, str]:
    """Return what the header of the PO file with the text `po` says of a review.

    That is `by`, `on` and `text`, the fingerprint of what was reviewed; nothing without a review.
    """
    return {name.lower(): value for name, value in _REVIEW.findall(po)}


def fingerprint(catalogue: Catalog) -> str:
    """Return the first twelve hexadecimal digits of the SHA-256 of all that is translated."""
    entries = (entry for entry in catalogue if entry.id and entry.string and not entry.fuzzy)
    lines = sorted(f"{entry.id}\n{entry.string}\n" for entry in entries)
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:12]


def read(root: Path, code: str, *domains: str) -> Words:
    """Read the catalogues `locales/<code>/<domain>.po` below `root` that exist, as one.

    Fuzzy entries (of a Swedish text that has changed since) do not count as translations. Raises
    CatalogueError.
    """
    words = Words(code)
    for domain in domains if code != SOURCE_LANGUAGE else ():
        path = root / "locales" / code / f"{domain}.po"
        if path.exists():
            catalogue = read_catalogue(path)
            review = review_fields(path.read_text(encoding="utf-8"))
            holds = review.get("text") == fingerprint(catalogue)
            words = _with(words, catalogue, frozenset({domain} if holds else ()))
    return words


def _with(words: Words, catalogue: Catalog, reviewed: frozenset[str]) -> Words:
    """Return `words` with the translations of `catalogue`, whose domain is `reviewed`, added."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    translations = Translations(compiled)
    if isinstance(words.translations, Translations):
        translations.merge(words.translations)
    entries = (entry for entry in catalogue if entry.id and entry.string and not entry.fuzzy)
    ids = (entry.id if isinstance(entry.id, str) else entry.id[0] for entry in entries)
    known = words.known | frozenset(ids)
    return Words(words.code, translations, known, reviewed=words.reviewed | reviewed)
