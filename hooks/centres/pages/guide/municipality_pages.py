"""The guide's pages made from data: one for each municipality, and the list that leads to them."""

from collections.abc import Iterator

from markupsafe import Markup

from centres.content.prose import GUIDE_LANGUAGES
from centres.data import coverage
from centres.data.directory import Directory
from centres.data.geography import Municipality
from centres.data.model import Centre
from centres.pages.directory_pages import by_county, known_from
from centres.pages.guide.book import CHOOSE
from centres.pages.guide.tables import MODEL
from centres.pages.guide.website_text import own_text
from centres.pages.localizer import Speaker
from centres.pages.page import Page


def addresses(directory: Directory) -> set[str]:
    """Where the pages are, without the language's folder."""
    return {CHOOSE, *(_path(one) for one in directory.municipalities)}


def pages(speakers: dict[str, Speaker], code: str, site_url: str) -> Iterator[Page]:
    """The pages in the language `code`; none in a language that the guide lacks.

    `speakers` say things in each language that is built, `site_url` is where the site is.
    """
    if code not in GUIDE_LANGUAGES:
        return
    spoken = [speakers[one] for one in GUIDE_LANGUAGES if one in speakers]
    yield _choose(speakers[code])
    for municipality in speakers[code].directory.municipalities:
        yield _municipality(speakers[code], municipality, spoken, site_url)


def _path(municipality: Municipality) -> str:
    return f"{CHOOSE}{municipality.slug}/"


def _choose(speaker: Speaker) -> Page:
    directory = speaker.directory
    title = speaker.words.plain("Välj er kommun")
    values: dict[str, object] = {
        "title_here": title,
        "groups": by_county(directory.municipalities),
        "shares": {one.name: one for one in coverage.by_county(directory)},
        "served": directory.centre_of,
    }
    return Page(CHOOSE, "guide/choose.html", title, values, face="guide")


def _municipality(
    speaker: Speaker, municipality: Municipality, spoken: list[Speaker], site_url: str
) -> Page:
    directory, words = speaker.directory, speaker.words
    centre = directory.centre_of.get(municipality.code)
    source, day = known_from(directory, centre, municipality)

    def address(one: Speaker) -> str:
        """The page that residents see, in the language of `one`."""
        return f"{site_url}{one.language.folder}kommun/{municipality.slug}/"

    values: dict[str, object] = {
        "municipality": municipality,
        "centre": centre,
        "model": words.html(MODEL[coverage.model(centre)]) if centre else None,
        "served": directory.served_by[centre.id] if centre else [],
        "share": coverage.of_county(directory, municipality.county),
        "neighbours": _neighbours(speaker, municipality),
        **_what_if(directory, municipality, centre),
        "all": len(directory.municipalities),
        "source": speaker.cited(source),
        "page_link": Markup('<a href="{0}">{0}</a>').format(address(speaker)),
        "texts": [
            own_text(one, municipality, address(one), one.words.day(day) if day else "")
            for one in spoken
        ],
    }
    title = words.plain("%(name)s, för kommunen", name=municipality.name)
    return Page(_path(municipality), "guide/municipality.html", title, values, face="guide")


def _neighbours(speaker: Speaker, municipality: Municipality) -> list[dict[str, object]]:
    """The municipalities beside it, those that have access first, with how their centre is run."""
    directory = speaker.directory
    rows: list[dict[str, object]] = []
    for one in coverage.neighbours(directory, municipality):
        centre = directory.centre_of.get(one.code)
        model = speaker.words.html(MODEL[coverage.model(centre)]) if centre else None
        rows.append({"municipality": one, "centre": centre, "model": model})
    return sorted(rows, key=lambda row: row["centre"] is None)


def _what_if(
    directory: Directory, municipality: Municipality, centre: Centre | None
) -> dict[str, object]:
    """Centres to join, and what would change: by joining one, or by starting one.

    `near` are neighbours' centres, or else the nearest; a municipality that has access may be
    joined by its neighbours instead.
    """
    lacking = coverage.without(directory, municipality)
    if centre:
        join = coverage.what_if(directory, lacking) if lacking else None
        return {"near": [], "alone": None, "together": None, "could_join": join}
    together = coverage.ordered([municipality, *lacking])
    return {
        "near": coverage.near(directory, municipality),
        "alone": coverage.what_if(directory, [municipality]),
        "together": coverage.what_if(directory, together) if lacking else None,
        "could_join": None,
    }
