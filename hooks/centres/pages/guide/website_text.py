"""A text for a municipality's own website, made of what the directory knows.

92 of 290 municipalities had no information for victims on theirs (Brottsoffermyndigheten, 2025).
The text is plain paragraphs with links, without a script and without anything from this site but
its address, so that it can be pasted anywhere and still be true when this site is gone.
"""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from centres.data.directory import BRIS, BROTTSOFFERJOUREN, SOS
from centres.data.geography import Municipality
from centres.data.model import Centre, Helpline, Language, Phone
from centres.i18n import N_
from centres.pages.edition import Edition


@dataclass(frozen=True)
class WebsiteText:
    """A heading and paragraphs in one language, as HTML and as plain text."""

    language: Language
    heading: str
    paragraphs: list[Markup]

    @property
    def html(self) -> str:
        """What to paste where a page is edited as HTML."""
        parts = [Markup("<h2>{}</h2>").format(self.heading)]
        parts += [Markup("<p>{}</p>").format(paragraph) for paragraph in self.paragraphs]
        # The page that it is pasted into is from left to right.
        direction = ' dir="rtl"' if self.language.direction == "rtl" else ""
        start = f'<section lang="{self.language.code}"{direction}>'
        return "\n".join([start, *parts, "</section>"])

    @property
    def plain(self) -> str:
        """What to paste anywhere else."""
        paragraphs = (paragraph.striptags() for paragraph in self.paragraphs)
        return "\n\n".join([self.heading, *paragraphs])


@dataclass(frozen=True)
class TextMaker:
    """Makes the texts of an edition, one for each municipality."""

    edition: Edition

    def text(self, municipality: Municipality, address: str, day: str) -> WebsiteText:
        """Return the text for the website of `municipality`.

        `address` is its page on this site, `day` the day of the facts in words.
        """
        words = self.edition.words
        centre = self.edition.directory.centre_of.get(municipality.code)
        link = Markup('<a href="{0}">{0}</a>').format(address)
        paragraphs = [
            words.html(N_("Du kan få stöd. Du behöver inte ha polisanmält.")),
            *(_centre(self.edition, centre, municipality) if centre else []),
            *self._for_everybody,
            words.html(N_("Mer, och på fler språk: %(link)s"), link=link),
            words.html(N_("Uppgifterna är från %(day)s."), day=day),
        ]
        heading = words.plain(N_("Har du blivit utsatt för brott?"))
        return WebsiteText(self.edition.language, heading, paragraphs)

    @cached_property
    def _for_everybody(self) -> list[Markup]:
        """The paragraphs that are the same in all municipalities."""
        words, lines = self.edition.words, self.edition.directory.lines
        social_services = words.html(
            N_(
                "Socialtjänsten i kommunen ska erbjuda dig stöd. Ring kommunens växel och be att "
                "få tala med socialtjänsten: [skriv numret här]."
            )
        )
        return [
            social_services,
            *(_line(self.edition, lines[name]) for name in (BRIS, BROTTSOFFERJOUREN)),
            words.html(N_("Ring %(number)s om du är i fara."), number=_call(lines[SOS])),
        ]


def _centre(edition: Edition, centre: Centre, municipality: Municipality) -> list[Markup]:
    """Return paragraphs on whom a centre is for, and on the ways that surely reach it."""
    words = edition.words
    names = {
        "centre": edition.localizer.swedish(centre.name),
        "place": edition.localizer.swedish(municipality.name),
    }
    if centre.ages.group == "all":
        audience = words.html(N_("%(centre)s är till för alla åldrar i %(place)s."), **names)
    elif centre.ages.known and edition.directory.is_dated(centre.ages, centre):
        ages = edition.localizer.ages(centre.ages)
        audience = words.html(
            N_("%(centre)s är till för dig i %(place)s, %(ages)s."), ages=ages, **names
        )
    else:
        audience = words.html(N_("%(centre)s är till för barn och unga i %(place)s."), **names)
    ways = [_phone(edition, phone) for phone in centre.phones]
    ways += [
        words.html(
            N_("Mejla %(address)s."),
            address=Markup('<a href="mailto:{0}">{0}</a>').format(email.address),
        )
        for email in centre.emails
        if email.published and email.kind == "centre" and email.status == "as printed"
    ]
    return [audience, Markup(" ").join(ways)] if ways else [audience]


def _phone(edition: Edition, phone: Phone) -> Markup:
    if phone.ask_for:
        values = {"number": _call(phone), "what": edition.localizer.swedish(phone.ask_for)}
        return edition.words.html(N_("Ring %(number)s och be om %(what)s."), **values)
    return edition.words.html(N_("Ring %(number)s."), number=_call(phone))


def _call(line: Phone | Helpline) -> Markup:
    return Markup('<a href="tel:{}">{}</a>').format(line.tel, line.number)


def _line(edition: Edition, line: Helpline) -> Markup:
    return Markup("{}, {}. {}").format(line.name, _call(line), edition.words.html(line.for_whom))
