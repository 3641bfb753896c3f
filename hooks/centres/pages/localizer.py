"""Names, ages and dates as one language writes them."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from feruca import collate
from markupsafe import Markup, escape

from centres.data.geography import alphabetical
from centres.data.model import Ages, Helpline, Language, Source, Word
from centres.i18n import N_, SOURCE_LANGUAGE, Words

T = TypeVar("T")


@dataclass(frozen=True)
class Localizer:
    """Formats names, ages and dates for pages in `language`. HTML that it returns is safe."""

    language: Language
    words: Words

    @property
    def is_swedish(self) -> bool:
        """Whether pages are in Swedish or a variant of it, such as lättläst."""
        return self.language.base_code == SOURCE_LANGUAGE

    def swedish(self, text: str) -> Markup:
        """Return a Swedish name or title, marked and isolated on a page in another language."""
        if self.is_swedish:
            return escape(text)
        return Markup('<bdi lang="sv">{}</bdi>').format(text)

    def name(self, text: str) -> Markup:
        """Return a Swedish name that a browser leaves as it is when it translates the page.

        Vara is a place, and in Swedish a verb: on Swedish pages the name is marked too.
        """
        if self.is_swedish:
            return Markup('<bdi translate="no">{}</bdi>').format(text)
        return Markup('<bdi lang="sv" translate="no">{}</bdi>').format(text)

    def swedish_beside(self, word: Word) -> Markup:
        """Return the Swedish word in brackets, as it stands on the letter; nothing in Swedish."""
        if self.is_swedish:
            return Markup()
        return Markup(" ({})").format(self.name(word.word))

    def in_order(self, items: Collection[T], said: Callable[[T], str]) -> list[T]:
        """Return `items` in alphabetical order of what the language says for each.

        Names that are Swedish in every language stay in Swedish order: `geography.alphabetical`.
        """
        if self.is_swedish:
            return sorted(items, key=lambda item: alphabetical(said(item)))
        words = collate(list(dict.fromkeys(map(said, items))), "default")
        return sorted(items, key=lambda item: words.index(said(item)))

    def names(self, names: Iterable[str]) -> Markup:
        """Return Swedish names as a list in a sentence: "Nacka och Värmdö"."""
        parts = [str(self.name(name)) for name in names]
        return Markup(self.words.listed(parts))  # noqa: S704 (Babel adds commas)

    def call(self, line: Helpline) -> Markup:
        """Return a link that calls a line that has a number."""
        number = Markup('<bdi dir="ltr" translate="no">{}</bdi>').format(line.number)
        return Markup('<a href="tel:{}">{}</a>').format(line.tel, number)

    def ages(self, ages: Ages) -> Markup:
        """Return the limits as sources have them: "mellan 10 och 20 år", "under 25 år"."""
        limits = {"lowest": ages.lowest, "under": ages.under, "up_to": ages.up_to}
        if ages.up_to is not None and ages.lowest is not None:
            return self.words.html(N_("mellan %(lowest)s och %(up_to)s år"), **limits)
        if ages.up_to is not None:
            return self.words.html(N_("till och med %(up_to)s år"), **limits)
        if ages.under is not None and ages.lowest is not None:
            return self.words.html(N_("från %(lowest)s år, men under %(under)s år"), **limits)
        if ages.under is not None:
            return self.words.html(N_("under %(under)s år"), **limits)
        return self.words.html(N_("från %(lowest)s år"), **limits)

    def date_of(self, source: Source) -> str:
        """Return the source's own date in words, as exact as the source is."""
        if source.latest is None:
            return self.words.plain(N_("utan datum"))
        if source.date.count("-") == 0:
            return source.date
        if source.date.count("-") == 1:
            return self.words.month(source.latest)
        return self.words.day(source.latest)
