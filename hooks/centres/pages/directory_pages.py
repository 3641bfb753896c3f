"""Which pages exist in a language, and what each of them shows.

A page here is plain values; `render` makes HTML of it. Prose is Markdown in content/ instead.
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from markupsafe import Markup

from centres.data.directory import BASE_SOURCE, FRESH_DAYS, Directory
from centres.data.field_types import BY_FACT
from centres.data.geography import Municipality, alphabetical, slug
from centres.data.model import Centre, Helpline, Retired, Source
from centres.i18n import SOURCE_LANGUAGE
from centres.pages import freshness, map_shapes
from centres.pages.labels import GROUP, RUN_BY
from centres.pages.localizer import Speaker
from centres.pages.page import Indexed, Page, Shelf

GLOSSARY = "rad/ordlista/"


def pages(speaker: Speaker, shelves: list[Shelf]) -> Iterator[Page]:
    """Every page made from data, in one language. `shelves` are what there is to read in it."""
    yield _home(speaker, shelves)
    yield _reading(speaker, shelves)
    yield _glossary(speaker)
    yield _alphabetical(speaker)
    yield _county_by_county(speaker)
    yield _centres(speaker)
    yield _map(speaker)
    yield _helplines(speaker)
    yield _search(speaker)
    yield _sources(speaker)
    yield _report(speaker)
    for centre in speaker.directory.centres:
        yield _centre(speaker, centre)
    for retired in speaker.directory.retired:
        yield _retired(speaker, retired)
    for municipality in speaker.directory.municipalities:
        yield _municipality(speaker, municipality)


def _home(speaker: Speaker, shelves: list[Shelf]) -> Page:
    first = [page for shelf in shelves if shelf.group == "first" for page in shelf.readings]
    values: dict[str, object] = {"reading": first, "centre": None}
    return Page("", "home.html", speaker.words.plain("Stöd nära dig"), values)


def _reading(speaker: Speaker, shelves: list[Shelf]) -> Page:
    title = speaker.words.plain("Bra att veta")
    return Page("rad/", "reading.html", title, {"shelves": shelves})


def _glossary(speaker: Speaker) -> Page:
    """Every word with what it means; the Swedish word stands beside, as on the letter."""
    directory = speaker.directory
    words = sorted(directory.glossary, key=lambda one: alphabetical(one.word))
    entries = [
        {
            "id": word.id,
            "word": speaker.words.html(word.word),
            # A word that nobody has translated is the Swedish one already.
            "swedish": speaker.swedish_beside(word) if word.word in speaker.words.known else "",
            "meaning": speaker.words.html(word.meaning),
        }
        for word in words
    ]
    names = dict.fromkeys(word.source for word in words)
    title = speaker.words.plain("Ord i breven du får")
    content = Markup("").join(
        Markup("<h2>{word}{swedish}</h2><p>{meaning}</p>").format(**one) for one in entries
    )
    values: dict[str, object] = {
        "entries": entries,
        "title_here": "",
        "sources": [(speaker.cited(directory.sources[name]), {}) for name in names],
    }
    return Page(GLOSSARY, "glossary.html", title, values, Indexed(title, content))


def _alphabetical(speaker: Speaker) -> Page:
    found = groupby(speaker.directory.municipalities, key=lambda one: one.name[0])
    groups = [
        _group(letter, list(those), f"bokstav-{index}")
        for index, (letter, those) in enumerate(found)
    ]
    title = speaker.words.plain("Alla kommuner, A till Ö")
    return _list(speaker, "kommuner/", title, groups, by_county=False)


def _county_by_county(speaker: Speaker) -> Page:
    groups = by_county(speaker.directory.municipalities)
    title = speaker.words.plain("Alla kommuner, län för län")
    return _list(speaker, "kommuner/lan/", title, groups, by_county=True)


def by_county(municipalities: list[Municipality]) -> list[dict[str, object]]:
    """Municipalities by county, both in alphabetical order."""
    counties: dict[str, list[Municipality]] = {}
    for municipality in municipalities:
        counties.setdefault(municipality.county, []).append(municipality)
    return [_group(name, counties[name], slug(name)) for name in sorted(counties, key=alphabetical)]


def _group(name: str, municipalities: list[Municipality], anchor: str) -> dict[str, object]:
    return {"name": name, "municipalities": municipalities, "anchor": anchor}


def _list(
    speaker: Speaker, path: str, title: str, groups: list[dict[str, object]], by_county: bool
) -> Page:
    values = {
        "title_here": title,
        "groups": groups,
        "by_county": by_county,
        "served": speaker.directory.centre_of,
    }
    return Page(path, "municipalities.html", title, values)


def _centres(speaker: Speaker) -> Page:
    directory = speaker.directory
    rows = [
        (centre, ", ".join(one.name for one in directory.served_by[centre.id]))
        for centre in directory.centres
    ]
    rows.sort(key=lambda row: alphabetical(row[1]))
    title = speaker.words.plain("Alla stödcentrum")
    values: dict[str, object] = {
        "centres": rows,
        "figures": directory.figures,
        "source": speaker.cited(directory.sources[BASE_SOURCE]),
    }
    return Page("stodcentrum/", "centres.html", title, values)


def _map(speaker: Speaker) -> Page:
    """Where there are centres, drawn, and as a list for whoever cannot see or hit the map."""
    directory = speaker.directory
    served = [one for one in directory.municipalities if one.code in directory.centre_of]
    values: dict[str, object] = {
        "country": map_shapes.country(directory, served_only=True),
        "county": map_shapes.county(directory, served_only=True),
        "names": {
            "own": speaker.words.html("har ett stödcentrum"),
            "shared": speaker.words.html("delar ett stödcentrum"),
        },
        "groups": by_county(served),
        "source": speaker.cited(directory.sources[BASE_SOURCE]),
    }
    return Page("kommuner/karta/", "map.html", speaker.words.plain("Karta"), values)


def _helplines(speaker: Speaker) -> Page:
    lines = speaker.directory.helplines

    def order(line: Helpline) -> int:
        return list(GROUP).index(line.group)

    groups = [
        (GROUP[group], [speaker.helpline(line) for line in those])
        for group, those in groupby(sorted(lines, key=order), key=lambda line: line.group)
    ]
    title = speaker.words.plain("Nationella stödlinjer")
    content = Markup("").join(
        Markup("<h2>{}</h2><p>{}</p>").format(line.name, speaker.words.html(line.for_whom))
        for line in lines
    )
    indexed = Indexed(title, content)
    return Page("stodlinjer/", "helplines.html", title, {"groups": groups}, indexed)


def _search(speaker: Speaker) -> Page:
    return Page("sok/", "search.html", speaker.words.plain("Sök"), {})


def _sources(speaker: Speaker) -> Page:
    title = speaker.words.plain("Källor till uppgifterna")
    directory = speaker.directory
    asked_anew = {one.id for one in directory.sources.values() if one.date == BY_FACT}
    sources = sorted(
        # What each fact has its own day for is said beside the fact.
        (one for one in directory.sources.values() if one.id in directory.cited - asked_anew),
        key=lambda one: (alphabetical(one.publisher), one.id),
    )
    cited = [speaker.cited(source) for source in sources]
    return Page("om/kallor/", "sources.html", title, {"sources": cited})


def _report(speaker: Speaker) -> Page:
    standings = [
        {
            "centre": one.centre,
            "state": one.state,
            "lists": one.lists,
            "date": speaker.words.day(one.centre.checked),
        }
        for one in freshness.standings(speaker.directory)
    ]
    values: dict[str, object] = {
        "standings": standings,
        "figures": speaker.directory.figures,
        "day": speaker.words.day(speaker.directory.today),
    }
    title = speaker.words.plain("Hur färska är uppgifterna?")
    return Page("om/farskhet/", "report.html", title, values)


def _centre(speaker: Speaker, centre: Centre) -> Page:
    served = speaker.directory.served_by[centre.id]
    names = speaker.names(one.name for one in served)
    values = {
        **_about(speaker, centre),
        "facts": speaker.centre_facts(centre),
        "run_by": RUN_BY[centre.run_by.kind],
        "run_by_source": speaker.cited_if_own(centre.run_by),
        "page_source": speaker.cited_if_own(centre.web_page) if centre.web_page else None,
        "names": names,
    }
    places = ", ".join(one.name for one in served)
    content = Markup("<p>{}</p><p>{}</p>").format(speaker.swedish(centre.name), names)
    # Several centres are just called Stödcentrum: what is found says where.
    indexed = Indexed(f"{centre.name}, {places}", content, title_language=SOURCE_LANGUAGE)
    return Page(f"stodcentrum/{centre.id}/", "centre.html", places, values, indexed)


def _retired(speaker: Speaker, retired: Retired) -> Page:
    """What stands at an address that somebody may have saved: where to go instead."""
    places = ", ".join(sorted(retired.municipalities, key=alphabetical))
    path = f"stodcentrum/{retired.id}/"
    if retired.moved_to != "none":
        leads_to = f"stodcentrum/{retired.moved_to}/"
        values: dict[str, object] = {"leads_to": leads_to}
        return Page(path, "moved.html", places, values, leads_to=leads_to)
    values = {
        "retired": retired,
        "served": [
            one for one in speaker.directory.municipalities if one.name in retired.municipalities
        ],
        "centre": None,
        "closed": speaker.words.day(retired.date),
        "source": speaker.cited(speaker.directory.source_of(retired)),
    }
    return Page(path, "closed.html", places, values)


def _municipality(speaker: Speaker, municipality: Municipality) -> Page:
    centre = speaker.directory.centre_of.get(municipality.code)
    values = {**_about(speaker, centre, municipality), "municipality": municipality}
    if centre:
        served = speaker.directory.served_by[centre.id]
        values |= {"served": served, "names": speaker.names(one.name for one in served)}
    return Page(f"kommun/{municipality.slug}/", "municipality.html", municipality.name, values)


def known_from(
    directory: Directory, centre: Centre | None, municipality: Municipality | None
) -> tuple[Source, date | None]:
    """Where it comes from that there is a centre, or none, and what day that is from.

    The review says who had one then; of a centre that has closed since, what we know it from.
    """
    if centre:
        return directory.source_of(centre), centre.checked
    name = municipality.name if municipality else ""
    closed = [one for one in directory.retired if name in one.municipalities]
    if closed:
        latest = max(closed, key=lambda one: one.date)
        return directory.source_of(latest), latest.checked
    source = directory.sources[BASE_SOURCE]
    return source, source.latest


def _about(
    speaker: Speaker, centre: Centre | None, municipality: Municipality | None = None
) -> dict[str, object]:
    """What the pages of a centre and of a municipality both show."""
    directory = speaker.directory
    source, as_of = known_from(directory, centre, municipality)
    values: dict[str, object] = {
        "centre": centre,
        "source": speaker.cited(source),
        "checked": speaker.words.day(centre.checked) if centre else None,
        "stale": as_of is not None and (directory.today - as_of).days > FRESH_DAYS,
        "fresh_days": FRESH_DAYS,
        "older": None,
    }
    if centre:
        dated = speaker.directory.is_dated(centre.ages, centre)
        values |= {
            "age_is_dated": dated,
            "ages": speaker.ages(centre.ages) if centre.ages.known else None,
            "age_source": speaker.cited_if_own(centre.ages),
            "older": centre.ages.limit if dated else None,
            "asked": speaker.current(centre),
            "contact_sources": speaker.contact_sources(centre),
        }
    return values
