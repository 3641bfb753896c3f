"""Where facts come from, said in one language: sources and their dates."""

from dataclasses import dataclass

from markupsafe import Markup

from centres.data.directory import Directory
from centres.data.model import Cited, Source
from centres.i18n import N_, SOURCE_LANGUAGE
from centres.pages import labels
from centres.pages.localizer import Localizer


@dataclass(frozen=True)
class FootSource:
    """A source at the foot of a page: under which of its headings it is named, and where in it.

    `read` says in a sentence when somebody read it, and as what.
    """

    citation: Markup
    headings: dict[Markup, list[str]]
    read: Markup


class Citations:
    """Cites the sources of `directory` in the language of `localizer`. HTML is safe."""

    def __init__(self, directory: Directory, localizer: Localizer) -> None:
        self._directory = directory
        self._localizer = localizer
        # Hundreds of pages cite the same source: a citation is made once.
        self._made: dict[tuple[str, str], Markup] = {}

    def of(self, source: Source) -> Markup:
        """Return title (linked if the source is public), publisher and date of a source.

        And its language, unless that is Swedish or the page's.
        """
        key = (source.id, source.date)
        if key not in self._made:
            self._made[key] = self._make(source)
        return self._made[key]

    def by_id(self, name: str) -> Markup:
        """Return the citation of the source with the id `name`. Raises KeyError."""
        return self.of(self._directory.sources[name])

    def at_foot(self, name: str, headings: dict[Markup, list[str]]) -> FootSource:
        """Return the source with the id `name` for the foot of a page. Raises KeyError.

        `headings` are the places in it by the headings of the page that it stands behind.
        """
        source = self._directory.sources[name]
        words = self._localizer.words
        read = words.html(labels.READ_AS[source.read_as], day=words.day(source.retrieved))
        return FootSource(self.of(source), headings, read)

    def if_own(self, fact: Cited) -> Markup | None:
        """Return the citation of a fact that has a source of its own, else None.

        The source of a fact without one is its entry's, which a page cites once.
        """
        return self.of(self._directory.source_of(fact)) if fact.source else None

    def date_of(self, source: Source) -> str:
        """Return the source's own date in words."""
        return self._localizer.date_of(source)

    def without_date(self, source: Source) -> Markup:
        """Return who has published a source, linked if it is public; else what it is, too."""
        publisher = self._localizer.name(source.publisher)
        if source.url:
            return Markup('<a href="{}" rel="noreferrer">{}</a>').format(source.url, publisher)
        title = self._localizer.swedish(source.title)
        return labels.in_row(self._localizer.words, [title, publisher])

    def _make(self, source: Source) -> Markup:
        words = self._localizer.words
        title = self._localizer.swedish(source.title)
        if source.url:
            title = Markup('<a href="{}" rel="noreferrer">{}</a>').format(source.url, title)
        values = {
            "title": title,
            "publisher": self._localizer.name(source.publisher),
            "date": self._localizer.date_of(source),
        }
        if source.language in (SOURCE_LANGUAGE, self._localizer.language.base_code):
            return words.html(N_("%(title)s, %(publisher)s, %(date)s"), **values)
        language = words.language(source.language)
        message = N_("%(title)s, %(publisher)s, på %(language)s, %(date)s")
        return words.html(message, language=language, **values)
