"""Where facts come from, said in one language: sources, their dates, and which of them are old."""

from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.model import Centre, Cited, Source
from centres.i18n import N_
from centres.pages.localizer import Localizer

# A fact from a source older than this many days is shown with its date: hours and promises change,
# and an old one may still be the best that there is.
OLD_DAYS = 2 * 365


@dataclass(frozen=True)
class FootSource:
    """A source at the foot of a page: under which of its headings it is named, and where in it."""

    citation: Markup
    headings: dict[Markup, list[str]]


class Citations:
    """Cites the sources of `directory` in the language of `localizer`. HTML is safe."""

    def __init__(self, directory: Directory, localizer: Localizer) -> None:
        self._directory = directory
        self._localizer = localizer
        # Hundreds of pages cite the same source: a citation is made once.
        self._made: dict[tuple[str, str], Markup] = {}

    def of(self, source: Source) -> Markup:
        """Return title (linked if the source is public), publisher and date of a source."""
        key = (source.id, source.date)
        if key not in self._made:
            self._made[key] = self._make(source)
        return self._made[key]

    def by_id(self, name: str) -> Markup:
        """Return the citation of the source with the id `name`. Raises KeyError."""
        return self.of(self._directory.sources[name])

    def if_own(self, fact: Cited) -> Markup | None:
        """Return the citation of a fact that has a source of its own, else None.

        The source of a fact without one is its entry's, which a page cites once.
        """
        return self.of(self._directory.source_of(fact)) if fact.source else None

    def of_contacts(self, centre: Centre) -> list[tuple[Markup, Markup]]:
        """Return the numbers and addresses that have a source of their own, each with it."""
        facts: list[tuple[str, Cited]] = [(phone.number, phone) for phone in centre.phones]
        facts += [(email.address, email) for email in centre.emails if email.published]
        return [
            (Markup("<bdi>{}</bdi>").format(contact), citation)
            for contact, fact in facts
            if (citation := self.if_own(fact))
        ]

    def is_old(self, source: Source) -> bool:
        """Return whether facts from `source` must be shown with its date."""
        if source.latest is None:
            return True
        return (self._directory.today - source.latest).days > OLD_DAYS

    def age_of(self, source: Source) -> Markup | None:
        """Return a sentence about a source that is old or undated, None about any other."""
        words = self._localizer.words
        if source.latest is None:
            return words.html(N_("Källan har inget datum. Något kan ha ändrats."))
        if not self.is_old(source):
            return None
        return words.html(
            N_("Uppgifterna är inte färska (%(date)s). Något kan ha ändrats."),
            date=self._localizer.date_of(source),
        )

    def date_if_old(self, fact: Cited) -> Markup | None:
        """Return the date of a fact whose own source is old or undated, else None."""
        source = self._directory.source_of(fact) if fact.source else None
        if source is None or not self.is_old(source):
            return None
        if source.latest is None:
            return self._localizer.words.html(N_("Uppgift utan datum."))
        date = self._localizer.date_of(source)
        return self._localizer.words.html(N_("Uppgift från %(date)s."), date=date)

    def _make(self, source: Source) -> Markup:
        title = self._localizer.swedish(source.title)
        if source.url:
            title = Markup('<a href="{}" rel="noreferrer">{}</a>').format(source.url, title)
        return self._localizer.words.html(
            N_("%(title)s, %(publisher)s, %(date)s"),
            title=title,
            publisher=self._localizer.name(source.publisher),
            date=self._localizer.date_of(source),
        )
