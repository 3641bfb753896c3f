"""The guide's own words for what the data knows, in Swedish."""

from centres.content.prose import GuideGroup
from centres.data import coverage
from centres.data.model import Centre
from centres.i18n import N_
from centres.pages.labels import RUN_BY
from centres.pages.map_shapes import Access

# The headings of the menu, by the `group` of a page's front matter.
CHAPTERS: dict[GuideGroup, str] = {
    "decide": N_("Besluta"),
    "build": N_("Bygga upp"),
    "run": N_("Driva"),
    "tools": N_("Verktyg"),
}
MODEL: dict[coverage.Model, str] = {
    "own": N_("En kommun, för sina egna invånare"),
    "joined": N_("En kommun driver centret, andra är anslutna"),
    "together": N_("Flera kommuner driver centret tillsammans"),
    "association": RUN_BY["victim support association"],
}


def model_name(centre: Centre) -> str:
    """Return how a centre is run, in Swedish."""
    return MODEL[coverage.model(centre)]


# SKR's main groups of municipalities, 2023.
GROUP = {
    "A": N_("Storstäder och storstadsnära kommuner"),
    "B": N_("Större städer och kommuner nära större stad"),
    "C": N_("Mindre städer, tätorter och landsbygdskommuner"),
}
ACCESS: dict[Access, str] = {
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
# The script of the self-check has no words of its own.
SELF_CHECK = {
    "count": N_("Ja: %(yes)s. Delvis: %(partly)s. Nej: %(no)s. Vet inte: %(unknown)s."),
    "left": N_("Frågor kvar: %(left)s."),
    "file": N_("sjalvkoll.txt"),
    "note": N_("Anteckning"),
    "unanswered": N_("inget svar"),
}
