"""The page that shows maintainers every part of visitors' pages: in both faces, from both sides.

It is made of the same templates, with what the directory holds. It stands in no list: not in the
sitemap, not in the search, and no visitor's page leads to it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from markupsafe import Markup, escape

from centres.data.directory import BASE_SOURCE, BRIS, Directory
from centres.data.geography import Municipality
from centres.data.model import Centre, Helpline, Notice
from centres.pages.citations import FootSource
from centres.pages.directory.centre_card import CentreCard, centre_card
from centres.pages.directory.coming import Coming
from centres.pages.directory.lists import MapPage, map_values
from centres.pages.directory.municipality import MunicipalityPage, municipality_values
from centres.pages.document.frame import Framer
from centres.pages.edition import Edition
from centres.pages.helplines import LineCard
from centres.pages.notices import ShownNotice
from centres.pages.page import Link, Page

PATH = "om/utseende/"
TITLE = "Utseende"
# What names an element of its page. A part that is shown again has other names.
_NAMED = re.compile(
    r'( (?:id|for|data-copies|aria-(?:controls|describedby|labelledby))="|url\(#)([^")]+)'
)

# How a centre is reached, one way after another.
_REACHED: tuple[Callable[[Centre], bool], ...] = (
    lambda centre: any(phone.with_hidden_number for phone in centre.phones),
    lambda centre: any(phone.kind == "switchboard" for phone in centre.phones),
    lambda centre: not centre.phones,
    lambda centre: centre.run_by.kind == "victim support association",
)


@dataclass(frozen=True)
class Parts:
    """What the parts are shown with: a municipality with a centre, and one without.

    `coming` is each kind of thing that may be decided. `cards` are centres that are reached in
    other ways than that of `served`; `lines` have together every kind of channel. `served_codes`
    are of the municipalities that have a centre. `notices` are examples, with a line and with a
    link.
    """

    template: ClassVar[str] = "look_parts.html"
    served: MunicipalityPage
    unserved: MunicipalityPage
    coming: list[Coming]
    cards: list[CentreCard]
    lines: list[LineCard]
    sources: list[FootSource]
    municipalities: list[Municipality]
    served_codes: set[str]
    map: MapPage
    notices: list[ShownNotice]


@dataclass(frozen=True)
class Face:
    """All parts in one face, "light" or "dark", in the language `code`, written in `direction`."""

    name: str
    code: str
    direction: str
    parts: Markup


@dataclass(frozen=True)
class LookPage:
    """Every part in each of its faces."""

    template: ClassVar[str] = "look.html"
    faces: list[Face]


def look_page(framer: Framer, editions: list[Edition], links: list[Link]) -> Page:
    """Return the page; `editions` have every page made from data, the source language first.

    `links` lead to the languages of the start page. Where no language is written from the right,
    the source language is shown turned.
    """
    source = editions[0]
    turned = next((one for one in editions if one.language.direction == "rtl"), source)
    faces = []
    for direction, edition in (("ltr", source), ("rtl", turned)):
        html = _shown(framer, source, edition, links)
        for name in ("light", "dark"):
            own = apart(html, f"{name}-{direction}")
            faces.append(Face(name, edition.language.code, direction, own))
    return Page(PATH, TITLE, LookPage(faces), audience="guide")


def apart(html: Markup, suffix: str) -> Markup:
    """Return `html` with `suffix` on the name of each element, so that a page may hold it again."""
    return Markup(_NAMED.sub(rf"\1\2-{suffix}", str(html)))  # noqa: S704 (from a template)


def parts(edition: Edition) -> Parts:
    """Return what to show the parts with, in the language of `edition`."""
    directory = edition.directory
    places = directory.municipalities
    centres = {centre.id: centre for centre in directory.centres}
    best, *others = dict.fromkeys(
        next(filter(fits, directory.centres), directory.centres[0]).id for fits in _REACHED
    )
    served = directory.served_by[best][0]
    lacking = [place for place in places if place.code not in directory.centre_of]
    reached = [place for place in lacking if place.code in directory.contacts] or lacking
    return Parts(
        served=municipality_values(edition, served),
        unserved=municipality_values(edition, reached[0]),
        coming=_coming(edition, centres[best], served),
        cards=[centre_card(edition, centres[name]) for name in others],
        lines=[edition.line_card(line) for line in _lines(directory.helplines)],
        sources=[edition.citations.at_foot(BASE_SOURCE, {escape(TITLE): ["Bilaga 2"]})],
        municipalities=[served, *places[:5]],
        served_codes=set(directory.centre_of),
        map=map_values(edition),
        notices=[edition.notices.shown(notice) for notice in _notices(directory)],
    )


def _coming(edition: Edition, centre: Centre, place: Municipality) -> list[Coming]:
    """Return each kind of thing that may be decided, on the day of the build."""
    day, name = edition.words.day(edition.directory.today), edition.localizer.name(centre.name)
    kinds = ("since", "gets", "instead", "none", "renamed", "joins", "leaves", "closes", "opens")
    named = [Coming(kind, day, name, centre.id, (place,)) for kind in kinds]
    return [*named, Coming("closes", day, places=(place,))]


def _shown(framer: Framer, source: Edition, edition: Edition, links: list[Link]) -> Markup:
    """Return all parts in the language of `edition`, for the page in that of `source`."""
    language = edition.language
    root = framer.root_url(source.language, PATH)
    frame = replace(
        framer.frame(edition, PATH, []),
        root_url=root,
        language_url=root + language.folder,
        data_url=root + language.data_folder,
        languages=framer.selector.html(language, "", links, root),
    )
    names = {**framer.names(edition, frame), "page": parts(edition)}
    return framer.templates.render(Parts.template, names, PATH)


def _notices(directory: Directory) -> list[Notice]:
    """Return two notices that have never been: one with a line to call, one with a page to read."""
    texts = {"heading": "Centret har stängt i veckan", "text": "Du kan få hjälp av andra. " * 8}
    others = [one.code for one in directory.languages if one.needs_notices]
    known: dict[str, Any] = {
        "id": "exempel",
        "level": "service",
        "from": f"{directory.today} 08:00",
        "until": f"{directory.today} 24:00",
        "languages": dict.fromkeys(others, texts),
        "source": BASE_SOURCE,
        "checked": f"{directory.today}",
        **texts,
    }
    ways = ({"line": BRIS}, {"link": "https://www.example.org/"})
    return [Notice.model_validate({**known, **way}) for way in ways]


def _lines(helplines: list[Helpline]) -> Iterator[Helpline]:
    """Yield lines that have together every kind of channel, and each only once."""
    shown: set[str] = set()
    for line in helplines:
        kinds = {channel.kind for channel in line.channels}
        if kinds - shown:
            yield line
        shown |= kinds
