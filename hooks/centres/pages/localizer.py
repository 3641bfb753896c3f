"""How records are said on a page in one language: names, ages, dates, sources and answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from babel.lists import format_list
from markupsafe import Markup, escape

from centres.data.directory import BRIS, BROTTSOFFERJOUREN, ON_CALL, SOS, Directory
from centres.data.field_types import NOT_CONFIRMED
from centres.data.model import Ages, Centre, Cited, Fact, Helpline, Language, Source, Word
from centres.i18n import SOURCE_LANGUAGE, Words
from centres.pages import labels

# A fact about a helpline older than this is shown with its date (design: OLD with its date).
OLD_DAYS = 2 * 365


@dataclass(frozen=True)
class Speaker:
    """One language's way of saying what the directory knows. All results are safe HTML."""

    directory: Directory
    language: Language
    words: Words

    def swedish(self, text: str) -> Markup:
        """A Swedish name or title, marked and isolated where the page is in another language."""
        if self.language.base_code == SOURCE_LANGUAGE:
            return escape(text)
        return Markup(f'<bdi lang="sv">{escape(text)}</bdi>')  # noqa: S704 (escaped)

    def swedish_beside(self, word: Word) -> Markup:
        """The Swedish word in brackets, on a page in another language: it stands on the letter."""
        if self.language.base_code == SOURCE_LANGUAGE:
            return Markup()
        return Markup(" ({})").format(self.swedish(word.word))

    def call(self, name: str) -> Markup:
        """A link that calls the line with the id `name`, which has a number: prose is checked."""
        line = self.directory.lines[name]
        return Markup('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>').format(line.tel, line.number)

    def names(self, names: Iterable[str]) -> Markup:
        """Swedish names as a list in a sentence: "Nacka och Värmdö"."""
        parts = [str(self.swedish(name)) for name in names]
        return Markup(format_list(parts, locale=self.words.locale))  # noqa: S704 (Babel adds commas)

    def ages(self, ages: Ages) -> Markup:
        """The limits as the source says them: "under 25 år", "från 10 till och med 20 år"."""
        limits = {"lowest": ages.lowest, "under": ages.under, "up_to": ages.up_to}
        if ages.up_to is not None and ages.lowest is not None:
            return self.words.html("från %(lowest)s till och med %(up_to)s år", **limits)
        if ages.up_to is not None:
            return self.words.html("till och med %(up_to)s år", **limits)
        if ages.under is not None and ages.lowest is not None:
            return self.words.html("från %(lowest)s år, men under %(under)s år", **limits)
        if ages.under is not None:
            return self.words.html("under %(under)s år", **limits)
        return self.words.html("från %(lowest)s år", **limits)

    def date_of(self, source: Source) -> str:
        """The source's own date in words, as exact as the source is."""
        if source.latest is None:
            return self.words.plain("utan datum")
        if source.date.count("-") == 0:
            return source.date
        if source.date.count("-") == 1:
            return self.words.month(source.latest)
        return self.words.day(source.latest)

    def cited(self, source: Source) -> Markup:
        """Title (linked where the source is public), publisher and date of a source.

        Many facts have the same source, so it is said once.
        """
        key = (source.id, source.date)
        if key not in self._cited:
            self._cited[key] = self._cited_anew(source)
        return self._cited[key]

    @cached_property
    def _cited(self) -> dict[tuple[str, str], Markup]:
        return {}

    def _cited_anew(self, source: Source) -> Markup:
        title = self.swedish(source.title)
        if source.url:
            title = Markup('<a href="{}" rel="noreferrer">{}</a>').format(source.url, title)
        return self.words.html(
            "%(title)s, %(publisher)s, %(date)s",
            title=title,
            publisher=self.swedish(source.publisher),
            date=self.date_of(source),
        )

    def cited_if_own(self, fact: Cited) -> Markup | None:
        """The source of a fact that has one of its own; the entry's is said once for all."""
        return self.cited(self.directory.source_of(fact)) if fact.source else None

    def contact_sources(self, centre: Centre) -> list[tuple[Markup, Markup]]:
        """Numbers and addresses that have a source of their own, each with it."""
        facts: list[tuple[str, Cited]] = [(phone.number, phone) for phone in centre.phones]
        facts += [(email.address, email) for email in centre.emails if email.published]
        return [
            (Markup("<bdi>{}</bdi>").format(said), cited)
            for said, fact in facts
            if (cited := self.cited_if_own(fact))
        ]

    def is_old(self, source: Source) -> bool:
        """Whether a fact from `source` must be shown with its date."""
        if source.latest is None:
            return True
        return (self.directory.today - source.latest).days > OLD_DAYS

    def centre_facts(self, centre: Centre) -> list[dict[str, object]]:
        """The questions about a centre with their answers, for a definition list."""
        return [{"label": label, **self._answer(fact)} for label, fact in labels.facts(centre)]

    def _answer(self, fact: Fact[str]) -> dict[str, object]:
        """What to say, and what stands behind it if that is not the entry's own source.

        A source without a date is not shown as current: the answer is to ask, the rest a remark.
        """
        said = self.words.html(labels.ANSWER.get(fact.value, fact.value))
        if fact.note:
            said = Markup("{} {}").format(said, self.words.html(fact.note))
        cited = self.cited_if_own(fact)
        if fact.source and self.directory.source_of(fact).latest is None:
            remark = self.words.html(
                "%(publisher)s, utan datum: %(said)s",
                publisher=self.swedish(self.directory.sources[fact.source].publisher),
                said=said,
            )
            return {"answer": self.words.html(labels.ASK), "remark": remark}
        return {"answer": said, "remark": cited}

    def current(self, centre: Centre) -> dict[str, str]:
        """What may be said as true of a centre before somebody calls, or not confirmed."""
        facts = {
            "anonymity": centre.anonymity,
            "free_of_charge": centre.free_of_charge,
            "close_relationships": centre.close_relationships,
            "opening_hours": centre.opening_hours,
        }
        return {
            name: fact.value if self.directory.is_dated(fact, centre) else NOT_CONFIRMED
            for name, fact in facts.items()
        }

    @cached_property
    def lines(self) -> dict[str, dict[str, object]]:
        """The pair that always stands together, 112, and whom it connects to at night."""
        names = {"bris": BRIS, "boj": BROTTSOFFERJOUREN, "sos": SOS, "on_call": ON_CALL}
        return {key: self.helpline(self.directory.lines[one]) for key, one in names.items()}

    def helpline(self, line: Helpline) -> dict[str, object]:
        """A line with what is known about it; what is old carries its date."""
        source = self.directory.sources[line.source]
        return {
            "helpline": line,
            "address": (line.url or "").removeprefix("https://").rstrip("/"),
            "facts": list(self._helpline_facts(line)),
            "source": self.cited(source),
            "age": self._age_of(source),
        }

    def _age_of(self, source: Source) -> Markup | None:
        """A word about a source that is not fresh, None if it is."""
        if source.latest is None:
            return self.words.html("Källan har inget datum. Något kan ha ändrats.")
        if not self.is_old(source):
            return None
        return self.words.html(
            "Uppgifterna är inte färska (%(date)s). Något kan ha ändrats.",
            date=self.date_of(source),
        )

    def _helpline_facts(self, line: Helpline) -> Iterable[dict[str, object]]:
        if line.open.known:
            said = self.words.html("Öppet: %(when)s.", when=self.words.html(line.open.value))
            yield {"said": said, "date": self._date_if_old(line.open)}
        elif line.number:
            yield {"said": self.words.html("Öppettiderna är inte bekräftade."), "date": None}
        for name in ("free", "anonymous", "not_on_bill"):
            fact: Fact[str] = getattr(line, name)
            said_word = labels.HELPLINE_FACTS.get((name, fact.value))
            if said_word:
                yield {"said": self.words.html(said_word), "date": self._date_if_old(fact)}
        if line.note:
            yield {"said": self.words.html(line.note.value), "date": self._date_if_old(line.note)}

    def _date_if_old(self, fact: Fact[str]) -> Markup | None:
        """How old a fact from a source of its own is; the line's source is said once for all."""
        source = self.directory.source_of(fact) if fact.source else None
        if source is None or not self.is_old(source):
            return None
        if source.latest is None:
            return self.words.html("Uppgift utan datum.")
        return self.words.html("Uppgift från %(date)s.", date=self.date_of(source))
