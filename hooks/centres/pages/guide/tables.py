"""What prose of the guide may ask for by name: maps, tables, figures and real centres.

All of it is counted from the directory, so that no page says what is no longer true.
"""

from collections.abc import Callable

from markupsafe import Markup

from centres.content import marks
from centres.content.prose import Prose
from centres.data import coverage
from centres.data.directory import BASE_SOURCE
from centres.data.geography import alphabetical
from centres.data.model import Centre
from centres.errors import RenderError
from centres.i18n import N_
from centres.pages import map_shapes
from centres.pages.guide.book import CHOOSE, Chapter
from centres.pages.labels import RUN_BY
from centres.pages.localizer import Speaker

# Renders a template of templates/ for a page of prose: its name without ".html", and its values.
Part = Callable[..., Markup]

MODEL: dict[coverage.Model, str] = {
    "own": N_("En kommun, för sina egna invånare"),
    "joined": N_("En kommun driver centret, andra är anslutna"),
    "together": N_("Flera kommuner driver centret tillsammans"),
    "association": RUN_BY["victim support association"],
}
# SKR's main groups of municipalities, 2023.
GROUP = {
    "A": N_("Storstäder och storstadsnära kommuner"),
    "B": N_("Större städer och kommuner nära större stad"),
    "C": N_("Mindre städer, tätorter och landsbygdskommuner"),
}
ACCESS: dict[map_shapes.Access, str] = {
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
# What the first column of a table is called.
_COUNTY, _GROUP = N_("Län"), N_("Kommunernas huvudgrupp")
_MODEL, _AGE = N_("Hur det drivs"), N_("Ålder")
# The script of the self-check has no words of its own.
_SAID = {
    "count": N_("Ja: %(yes)s. Delvis: %(partly)s. Nej: %(no)s. Vet inte: %(unknown)s."),
    "left": N_("Frågor kvar: %(left)s."),
    "file": N_("sjalvkoll.txt"),
    "note": N_("Anteckning"),
    "unanswered": N_("inget svar"),
}


def parts(
    speaker: Speaker, render: Part, here: str, root: str, these: list[Chapter]
) -> dict[str, Callable[..., Markup]]:
    """What may stand in prose, by name: `{{ coverage_map() }}`, `{{ centre("taby") }}`.

    `here` is the way from the page to the start page of its language, `root` to the site's root;
    `these` are the guide's chapters. Raises RenderError, when called, for a centre that is not
    there.
    """

    def part(name: str, make: Callable[[], dict[str, object]]) -> Callable[[], Markup]:
        return lambda: render(f"guide/{name}", here=here, **make())

    def centre(name: str) -> Centre:
        for one in speaker.directory.centres:
            if one.id == name:
                return one
        raise RenderError(f"data/centres.yaml: {name}?")

    served_by = speaker.directory.served_by
    return {
        # In the middle of a line of Markdown, so that no sign in a name is read as its own.
        "centre": lambda name: marks.literal(
            render("guide/centre", here=here, centre=centre(name))
        ),
        "serves": lambda name: speaker.names(one.name for one in served_by[centre(name).id]),
        "models": part("centres", lambda: _table(speaker, _MODEL, _models(speaker))),
        "coverage_map": part("coverage_map", lambda: _maps(speaker, here)),
        "coverage_counties": part("shares", lambda: _table(speaker, _COUNTY, _counties(speaker))),
        "coverage_groups": part("shares", lambda: _table(speaker, _GROUP, _groups(speaker))),
        "coverage_sharing": part("sharing", lambda: {"rows": _sharing(speaker)}),
        "coverage_ages": part("centres", lambda: _table(speaker, _AGE, _ages(speaker))),
        "coverage_all": part("all", lambda: {"rows": _every(speaker)}),
        "guide_sources": part("sources", lambda: {"sources": _sources(speaker, these)}),
        "answer": lambda number: render("guide/answer", number=number, answers=ANSWERS),
        "result": part("result", lambda: _result(speaker, root)),
    }


def _maps(speaker: Speaker, here: str) -> dict[str, object]:
    directory = speaker.directory
    return {
        "country": map_shapes.country(directory),
        "county": map_shapes.county(directory),
        "names": {kind: speaker.words.html(name) for kind, name in ACCESS.items()},
        "to": f"{here}{CHOOSE}",
        "day": speaker.date_of(directory.sources[BASE_SOURCE]),
    }


def _table(speaker: Speaker, what: str, rows: list[dict[str, object]]) -> dict[str, object]:
    return {"what": speaker.words.html(what), "rows": rows}


def _counties(speaker: Speaker) -> list[dict[str, object]]:
    """Most first: whoever is compared wants to see with whom."""
    shares = sorted(coverage.by_county(speaker.directory), key=lambda one: -one.percent)
    return [{"name": speaker.swedish(one.name), "share": one} for one in shares]


def _groups(speaker: Speaker) -> list[dict[str, object]]:
    shares = coverage.by_group(speaker.directory)
    return [{"name": speaker.words.html(GROUP[one.name]), "share": one} for one in shares]


def _models(speaker: Speaker) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for kind, name in MODEL.items():
        those = [one for one in speaker.directory.centres if coverage.model(one) == kind]
        count = sum(len(one.municipalities) for one in those)
        if those:
            said = speaker.words.html(
                "%(centres)s centrum, %(municipalities)s kommuner",
                centres=len(those),
                municipalities=count,
            )
            rows.append({"name": speaker.words.html(name), "count": said, "centres": those})
    return rows


def _sharing(speaker: Speaker) -> list[dict[str, object]]:
    shared = [one for one in speaker.directory.centres if one.shared]
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
    rows = [
        (speaker.ages(one.ages), [one])
        for one in sorted(known, key=lambda one: one.ages.limit or 0)
    ]
    rows.append((speaker.words.html("Alla åldrar"), every))
    rows.append((speaker.words.html("Unga, gränsen är inte bekräftad"), rest))
    return [{"name": said, "count": len(those), "centres": those} for said, those in rows if those]


def _every(speaker: Speaker) -> list[dict[str, object]]:
    directory = speaker.directory
    return [
        {
            "municipality": one,
            "access": speaker.words.html(ACCESS[map_shapes.access(directory, one)]),
            "centre": directory.centre_of.get(one.code),
        }
        for one in directory.municipalities
    ]


def _sources(speaker: Speaker, these: list[Chapter]) -> list[tuple[Markup, list[Prose]]]:
    """Every source of the guide in the order of their publishers, and the pages that name it."""
    used: dict[str, list[Prose]] = {}
    for chapter in these:
        for page in chapter.pages:
            for name in marks.cited(page.body):
                used.setdefault(name, []).append(page)
    sources = speaker.directory.sources
    names = sorted(used, key=lambda name: (alphabetical(sources[name].publisher), name))
    return [(speaker.cited(sources[name]), used[name]) for name in names]


def _result(speaker: Speaker, root: str) -> dict[str, object]:
    said = {key: speaker.words.plain(text) for key, text in _SAID.items()}
    return {"said": said, "root": root}
