"""The page for wrong addresses: one page in all languages, the source language first."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from centres.data.directory import BRIS, BROTTSOFFERJOUREN, KVINNOFRIDSLINJEN, SOS
from centres.data.model import Helpline, Language
from centres.i18n import N_
from centres.pages.document.frame import NOT_FOUND
from centres.pages.edition import Edition
from centres.pages.page import Page


@dataclass(frozen=True)
class Ways:
    """What the page says in one language, and what its links are called."""

    language: Language
    heading: Markup
    text: Markup
    home: Markup
    municipalities: Markup
    helplines: Markup


@dataclass(frozen=True)
class NotFoundPage:
    """Numbers to call, whose names are the same in all languages; and the ways on, in each."""

    template: ClassVar[str] = "not_found.html"
    lines: list[Helpline]
    languages: list[Ways]


def not_found_page(editions: list[Edition]) -> Page:
    """Return the page, in the languages of `editions`."""
    languages = [
        Ways(
            language=edition.language,
            heading=edition.words.html(N_("Sidan finns inte")),
            text=edition.words.html(N_("Den kan ha flyttat. Börja om här:")),
            home=edition.words.html(N_("Startsidan")),
            municipalities=edition.words.html(N_("Alla kommuner")),
            helplines=edition.words.html(N_("Stödlinjer")),
        )
        for edition in editions
    ]
    every = editions[0].directory.lines
    lines = [every[name] for name in (SOS, BRIS, BROTTSOFFERJOUREN, KVINNOFRIDSLINJEN)]
    return Page(NOT_FOUND, "Sidan finns inte", NotFoundPage(lines, languages))
