"""How records are said on a page in one language: names, ages, dates, sources and answers."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.lists import format_list
from markupsafe import Markup, escape

from centres import vocabulary
from centres.directory import Directory
from centres.model import Ages, Centre, Fact, Helpline, Language, Source
from centres.words import Words

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
        if self.language.status == "source":
            return escape(text)
        return Markup('<bdi lang="sv">{}</bdi>').format(text)

    def names(self, names: Iterable[str]) -> Markup:
        """Swedish names as a list in a sentence: "Nacka och Värmdö"."""
        parts = [str(self.swedish(name)) for name in names]
        return Markup(format_list(parts, locale=self.words.locale))

    def ages(self, ages: Ages) -> Markup:
        """The limits in figures, as the source says them: "10–20"."""
        if ages.up_to is None:
            return self.words.html("under %(age)s", age=ages.under)
        text = f"{ages.lowest}–{ages.up_to}" if ages.lowest else str(ages.up_to)
        return Markup('<bdi dir="ltr">{}</bdi>').format(text)

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
        """Title, publisher and date of a source."""
        name = self.swedish(f"{source.title}, {source.publisher}")
        return Markup("{}, {}").format(name, self.date_of(source))

    def is_old(self, source: Source) -> bool:
        """Whether a fact from `source` must be shown with its date."""
        if source.latest is None:
            return True
        return (self.directory.today - source.latest).days > OLD_DAYS

    def centre_facts(self, centre: Centre) -> list[dict[str, object]]:
        """The questions about a centre with their answers, for a definition list."""
        return [{"label": label, **self._answer(fact)} for label, fact in vocabulary.facts(centre)]

    def _answer(self, fact: Fact[str]) -> dict[str, object]:
        """What to say, and what stands behind it if that is not the entry's own source.

        A source without a date is not shown as current: the answer is to ask, the rest a remark.
        """
        said = self.words.html(vocabulary.ANSWER.get(fact.value, fact.value))
        if fact.source is None:
            return {"answer": said, "remark": None}
        source = self.directory.sources[fact.source]
        if source.latest is not None:
            return {"answer": said, "remark": self.cited(source)}
        remark = Markup("{}: {}").format(self.cited(source), said)
        return {"answer": self.words.html(vocabulary.ASK), "remark": remark}

    def helpline(self, line: Helpline) -> dict[str, object]:
        """A line with what is known about it; what is old carries its date."""
        source = self.directory.sources[line.source]
        return {
            "helpline": line,
            "address": (line.url or "").removeprefix("https://").rstrip("/"),
            "facts": list(self._helpline_facts(line)),
            "source": self.cited(source),
            "old": self.date_of(source) if self.is_old(source) else None,
        }

    def _helpline_facts(self, line: Helpline) -> Iterable[dict[str, object]]:
        if line.open.known:
            said = self.words.html("Öppet: %(when)s.", when=self.words.html(line.open.value))
            yield {"said": said, "date": self._date_if_old(line.open)}
        elif line.number:
            yield {"said": self.words.html("Öppettiderna är inte bekräftade."), "date": None}
        for name in ("free", "anonymous", "not_on_bill"):
            fact: Fact[str] = getattr(line, name)
            said_word = vocabulary.HELPLINE_FACTS.get((name, fact.value))
            if said_word:
                yield {"said": self.words.html(said_word), "date": self._date_if_old(fact)}
        if line.note:
            yield {"said": self.words.html(line.note.value), "date": self._date_if_old(line.note)}

    def _date_if_old(self, fact: Fact[str]) -> str | None:
        """The date of a fact that has a source of its own; the line's own is said once for all."""
        source = self.directory.sources[fact.source] if fact.source else None
        return self.date_of(source) if source and self.is_old(source) else None
