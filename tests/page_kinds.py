"""List one address of each kind of page, below each language's folder; and a phone's screen."""

from playwright.sync_api import ViewportSize

from helpers import FOLDERS, GUIDE_LANGUAGES

PHONE: ViewportSize = {"width": 360, "height": 740}
KINDS = {
    "start": "",
    "served": "kommun/taby/",
    "not served": "kommun/vara/",
    "switchboard": "kommun/kungalv/",
    "no contact": "kommun/gnosjo/",
    "centre": "stodcentrum/malmo/",
    "all centres": "stodcentrum/",
    "municipalities": "kommuner/",
    "counties": "kommuner/lan/",
    "map": "kommuner/karta/",
    "helplines": "stodlinjer/",
    "search": "sok/",
    "about": "om/",
    "sources": "om/kallor/",
    "freshness": "om/farskhet/",
    "accessibility": "om/tillganglighet/",
    "traces": "om/integritet/",
    "errors": "om/ratta-uppgifter/",
    "reading": "rad/",
    "glossary": "rad/ordlista/",
    "advice": "rad/rattegang/",
    "lines": "rad/nara-relation/",
    "to hand over": "rad/mota-nagon/",
    "calling": "rad/ring-utan-att-visa-ditt-nummer/",
}
# The guide for municipalities, in its languages: pages of Material, and of our templates.
GUIDE = [
    f"{folder}starta/{path}"
    for folder in (FOLDERS[code] for code in GUIDE_LANGUAGES)
    for path in (
        "",
        "modeller/",
        "tackning/",
        "sjalvkoll/",
        "checklista/",
        "kallor/",
        "hela/",
        "kommun/",
        "kommun/taby/",
        "kommun/vara/",
        "kommun/gotland/",
    )
]


def is_materials(path: str) -> bool:
    """Tell whether Material makes a page: the guide's prose, but not its municipalities' pages."""
    return "data/" in path or ("starta/" in path and "starta/kommun/" not in path)


# The pages of lättläst.
EASY = ["sv-simple/", "sv-simple/rad/polisanmalan/"]
VISITOR = [folder + path for folder in FOLDERS.values() for path in KINDS.values()] + EASY
EVERY = [*VISITOR, *GUIDE, "data/", "en/data/", "404.html"]
