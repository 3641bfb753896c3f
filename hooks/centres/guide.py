"""The guide for municipalities: its pages in order, and what is counted for it.

Its prose is Markdown in content/<language>/starta/; this module fills in what the data knows, and
makes a page for each municipality. It is for people at work in Sweden: Swedish and English.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from centres import coverage, mapping, markup
from centres.directory import BASE_SOURCE, Directory
from centres.geography import Municipality, alphabetical
from centres.model import Centre
from centres.owntext import own_text
from centres.pages import Page
from centres.prose import GUIDE_LANGUAGES, Prose
from centres.speech import Speaker
from centres.words import N_

# The address of the guide, and of its pages that are made in another way than by an author.
GUIDE = "starta/"
CHOOSE, WHOLE, SOURCES = f"{GUIDE}kommun/", f"{GUIDE}hela/", f"{GUIDE}kallor/"

# The headings of the menu, by the `group` of a page's front matter.
CHAPTERS = {
    "decide": N_("Besluta"),
    "build": N_("Bygga upp"),
    "run": N_("Driva"),
    "tools": N_("Verktyg"),
}
MODEL: dict[coverage.Model, str] = {
    "own": N_("En kommun, för sina egna invånare"),
    "joined": N_("En kommun driver centret, andra är anslutna"),
    "together": N_("Flera kommuner driver centret tillsammans"),
    "association": N_("En brottsofferjour, enligt avtal med kommunen"),
}
GROUP = {
    "A": N_("Storstäder och storstadsnära kommuner"),
    "B": N_("Större städer och kommuner nära större stad"),
    "C": N_("Mindre städer, tätorter och landsbygdskommuner"),
}
ACCESS: dict[mapping.Access, str] = {
    "own": N_("Eget stödcentrum"),
    "shared": N_("Delar ett stödcentrum"),
    "none": N_("Inget stödcentrum"),
}
# What may be answered to each of the ten measures.
ANSWERS = {
    "yes": N_("Ja"),
    "partly": N_("Delvis"),
    "no": N_("Nej"),
    "unknown": N_("Vet inte"),
}
_COUNTY, _GROUP = N_("Län"), N_("Kommunernas huvudgrupp")
# Where a page of prose asks for the text of all the others.
_EVERY_TEXT = "{{ whole_guide() }}"
# Renders a template of templates/ for a page of prose: its name without ".html", and its values.
Part = Callable[..., Markup]


@dataclass(frozen=True)
class Chapter:
    """Pages of the guide under one heading, which is in Swedish."""

    heading: str
    pages: list[Prose]


def is_guide(path: str) -> bool:
    """Whether a page belongs to the guide, by its address without the language's folder."""
    return path.startswith(GUIDE)


def chapters(texts: dict[tuple[str, str], Prose], code: str) -> list[Chapter]:
    """The guide's prose in a language, in the order that the Swedish pages say."""
    swedish = sorted(
        (page for (spoken, path), page in texts.items() if spoken == "sv" and is_guide(path)),
        key=lambda one: one.matter.order,
    )
    return [
        Chapter(
            heading,
            [
                texts[code, page.path]
                for page in swedish
                if page.matter.group == group and (code, page.path) in texts
            ],
        )
        for group, heading in CHAPTERS.items()
    ]


def whole(body: str, these: list[Chapter]) -> str:
    """The page that holds the whole guide: `body` with every other page's text in its place.

    First a list of them. Headings move down one step, and what leads to a page of the guide leads
    to its chapter here.
    """
    if _EVERY_TEXT not in body:
        return body
    every = [page for chapter in these for page in chapter.pages]
    kept = [page for page in every if page.path not in (WHOLE, SOURCES)]
    contents = "\n".join(f"1. [{page.heading}](#{anchor(page)})" for page in kept)
    text = "\n\n".join([contents, *map(_as_chapter, kept)])
    for page in kept:
        text = text.replace(f"({{{{ here }}}}{page.path})", f"(#{anchor(page)})")
    return body.replace(_EVERY_TEXT, text)


def notes(body: str) -> Callable[[list[str]], str]:
    """What stands in the text where it names sources: their numbers in the list below it."""
    numbers = {name: number for number, name in enumerate(markup.cited(body), 1)}

    def note(names: list[str]) -> str:
        links = (f'<a href="#kalla-{n}">{n}</a>' for n in map(numbers.__getitem__, names))
        return f'<sup class="note">{", ".join(links)}</sup>'

    return note


def anchor(page: Prose) -> str:
    """Where a page begins in the whole guide."""
    return page.path.removeprefix(GUIDE).strip("/") or "oversikt"


def pages(speakers: dict[str, Speaker], code: str, site_url: str) -> Iterator[Page]:
    """The pages made from data, in the language `code`; none in a language the guide lacks.

    `speakers` say things in each language that is built, `site_url` is where the site is.
    """
    if code not in GUIDE_LANGUAGES:
        return
    speaker = speakers[code]
    spoken = [speakers[one] for one in GUIDE_LANGUAGES if one in speakers]
    yield _choose(speaker)
    for municipality in speaker.directory.municipalities:
        yield _municipality(speaker, municipality, spoken, site_url)


def parts(
    speaker: Speaker, render: Part, here: str, these: list[Chapter]
) -> dict[str, Callable[..., Markup]]:
    """What prose of the guide may ask for by name: `{{ coverage_map() }}`, `{{ centre("taby") }}`.

    `here` is the way from the page to the start page of its language, `these` the guide's chapters.
    """
    directory, words = speaker.directory, speaker.words
    centres = {one.id: one for one in directory.centres}
    names = {kind: words.html(name) for kind, name in ACCESS.items()}

    def part(name: str, make: Callable[[], dict[str, object]]) -> Callable[[], Markup]:
        return lambda: render(f"guide/{name}", here=here, names=names, **make())

    return {
        "centre": lambda name: _linked(speaker, centres[name], here),
        "serves": lambda name: speaker.names(one.name for one in directory.served_by[name]),
        "models": part("models", lambda: {"models": _models(speaker)}),
        "coverage_map": part("coverage_map", lambda: _maps(speaker, here)),
        "coverage_counties": part(
            "shares", lambda: {"what": _COUNTY, "shares": _counties(speaker)}
        ),
        "coverage_groups": part("shares", lambda: {"what": _GROUP, "shares": _groups(speaker)}),
        "coverage_sharing": part("sharing", lambda: {"rows": _sharing(speaker)}),
        "coverage_ages": part("ages", lambda: {"rows": _ages(speaker)}),
        "coverage_all": part("all", lambda: {"rows": _every(speaker)}),
        "guide_sources": part("sources", lambda: {"sources": _sources(speaker, these)}),
        "answer": lambda number: render("guide/answer", number=number, answers=ANSWERS),
        "result": part("result", lambda: _result(speaker, here)),
    }


def menu(these: list[Chapter], path: str) -> dict[str, object]:
    """What the menu and the foot of the page at `path` need: chapters, and what is beside it."""
    order = [page for chapter in these for page in chapter.pages]
    place = next((at for at, page in enumerate(order) if page.path == path), None)
    if place is None:
        return {"chapters": [], "before": None, "after": None}
    return {
        "chapters": these,
        "path": path,
        "choose": CHOOSE,
        "choose_after": f"{GUIDE}tackning/",
        "before": order[place - 1] if place else None,
        "after": order[place + 1] if place + 1 < len(order) else None,
    }


def _as_chapter(page: Prose) -> str:
    lines = re.sub(r"^(#+ )", r"#\1", page.body.strip(), flags=re.MULTILINE)
    first, _, rest = lines.partition("\n")
    return f"{first} {{: #{anchor(page)} .chapter }}\n{rest}"


def _linked(speaker: Speaker, centre: Centre, here: str) -> Markup:
    """A centre by name; many are called the same, so whoever runs it is said too."""
    name = markup.literal(speaker.swedish(centre.name))
    runs = centre.run_by.name
    by = Markup(" ({})").format(markup.literal(speaker.swedish(runs))) if runs else ""
    return Markup('<a href="{}stodcentrum/{}/">{}</a>{}').format(here, centre.id, name, by)


def _maps(speaker: Speaker, here: str) -> dict[str, object]:
    directory = speaker.directory
    return {
        "maps": [mapping.country(directory), mapping.county(directory)],
        "to": f"{here}{CHOOSE}",
        "day": speaker.date_of(directory.sources[BASE_SOURCE]),
    }


def _result(speaker: Speaker, here: str) -> dict[str, object]:
    """What the script says, since it has no words of its own; `here` may be in a folder."""
    said = {
        "count": N_("Ja: %(yes)s. Delvis: %(partly)s. Nej: %(no)s. Vet inte: %(unknown)s."),
        "left": N_("Frågor kvar: %(left)s."),
        "file": N_("sjalvkoll.txt"),
        "note": N_("Anteckning"),
        "unanswered": N_("inget svar"),
    }
    folder = speaker.language.folder
    return {
        "said": {key: speaker.words.plain(text) for key, text in said.items()},
        "script": f"{here.removesuffix(folder)}assets/selfcheck.js",
    }


def _sources(speaker: Speaker, these: list[Chapter]) -> list[tuple[Markup, list[Prose]]]:
    """Every source of the guide in the order of their publishers, and the pages that name it."""
    used: dict[str, list[Prose]] = {}
    for chapter in these:
        for page in chapter.pages:
            for name in markup.cited(page.body):
                used.setdefault(name, []).append(page)
    sources = speaker.directory.sources
    names = sorted(used, key=lambda name: (alphabetical(sources[name].publisher), name))
    return [(speaker.cited(sources[name]), used[name]) for name in names]


def _counties(speaker: Speaker) -> list[dict[str, object]]:
    """Most first: whoever is compared wants to see with whom."""
    shares = sorted(coverage.by_county(speaker.directory), key=lambda one: -one.percent)
    return [{"name": speaker.swedish(one.name), "share": one} for one in shares]


def _groups(speaker: Speaker) -> list[dict[str, object]]:
    shares = coverage.by_group(speaker.directory)
    return [{"name": speaker.words.html(GROUP[one.name]), "share": one} for one in shares]


def _models(speaker: Speaker) -> list[dict[str, object]]:
    centres = speaker.directory.centres
    rows: list[dict[str, object]] = []
    for kind, name in MODEL.items():
        those = [one for one in centres if coverage.model(one) == kind]
        if those:
            rows.append(
                {
                    "name": speaker.words.html(name),
                    "centres": those,
                    "municipalities": sum(len(one.municipalities) for one in those),
                }
            )
    return rows


def _sharing(speaker: Speaker) -> list[dict[str, object]]:
    shared = [one for one in speaker.directory.centres if len(one.municipalities) > 1]
    shared.sort(key=lambda one: -len(one.municipalities))
    return [
        {
            "centre": one,
            "model": speaker.words.html(MODEL[coverage.model(one)]),
            "municipalities": speaker.directory.served_by[one.id],
        }
        for one in shared
    ]


def _ages(speaker: Speaker) -> list[dict[str, object]]:
    directory = speaker.directory
    known = [one for one in directory.centres if coverage.has_upper_limit(directory, one)]
    every = [one for one in directory.centres if one.ages.group == "all"]
    rest = [one for one in directory.centres if one not in known and one not in every]
    rows: list[dict[str, object]] = [
        {"said": speaker.ages(one.ages), "centres": [one]}
        for one in sorted(known, key=lambda one: one.ages.limit or 0)
    ]
    rows.append({"said": speaker.words.html("Alla åldrar"), "centres": every})
    rows.append({"said": speaker.words.html("Unga, gränsen är inte bekräftad"), "centres": rest})
    return [row for row in rows if row["centres"]]


def _every(speaker: Speaker) -> list[dict[str, object]]:
    return [
        {
            "municipality": one,
            "group": one.group,
            "access": mapping.access(speaker.directory, one),
            "centre": speaker.directory.centre_of.get(one.code),
        }
        for one in speaker.directory.municipalities
    ]


def _choose(speaker: Speaker) -> Page:
    title = speaker.words.plain("Välj er kommun")
    counties: dict[str, list[Municipality]] = {}
    for one in speaker.directory.municipalities:
        counties.setdefault(one.county, []).append(one)
    shares = coverage.by_county(speaker.directory)
    groups = [{"share": share, "municipalities": counties[share.name]} for share in shares]
    values: dict[str, object] = {
        "title_here": title,
        "groups": groups,
        "served": speaker.directory.centre_of,
    }
    return Page(CHOOSE, "guide/choose.html", title, values, face="guide")


def _municipality(
    speaker: Speaker, municipality: Municipality, spoken: list[Speaker], site_url: str
) -> Page:
    directory = speaker.directory
    centre = directory.centre_of.get(municipality.code)
    source = directory.source_of(centre) if centre else directory.sources[BASE_SOURCE]
    values: dict[str, object] = {
        "municipality": municipality,
        "centre": centre,
        "model": speaker.words.html(MODEL[coverage.model(centre)]) if centre else None,
        "served": directory.served_by[centre.id] if centre else [],
        "share": coverage.of_county(directory, municipality.county),
        "neighbours": _neighbours(speaker, municipality),
        **_what_if(directory, municipality, centre),
        "all": len(directory.municipalities),
        "source": speaker.cited(source),
        "page_link": Markup('<a href="{0}">{0}</a>').format(
            f"{site_url}{speaker.language.folder}kommun/{municipality.slug}/"
        ),
        "language_names": {one.language.code: one.language.name for one in spoken},
        "texts": [
            own_text(
                one,
                municipality,
                f"{site_url}{one.language.folder}kommun/{municipality.slug}/",
                one.words.day(centre.checked) if centre else one.date_of(source),
            )
            for one in spoken
        ],
    }
    path = f"{CHOOSE}{municipality.slug}/"
    return Page(path, "guide/municipality.html", municipality.name, values, face="guide")


def _neighbours(speaker: Speaker, municipality: Municipality) -> list[dict[str, object]]:
    directory = speaker.directory
    beside = [one for one in directory.municipalities if one.code in municipality.neighbours]
    rows: list[dict[str, object]] = []
    for one in beside:
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
