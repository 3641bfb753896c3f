"""A phone, and one address of each kind of page, below each language's folder."""

from playwright.sync_api import ViewportSize

from helpers import FOLDERS

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
# The guide for municipalities, in Swedish and English: Material's pages, and our own.
GUIDE = [
    f"{folder}starta/{path}"
    for folder in ("", "en/")
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
    """Whether a page is Material's: the guide's prose is, its pages for municipalities are ours."""
    return "data/" in path or ("starta/" in path and "starta/kommun/" not in path)


# Where lättläst has its pages.
EASY = ["sv-simple/", "sv-simple/rad/polisanmalan/"]
VISITOR = [folder + path for folder in FOLDERS.values() for path in KINDS.values()] + EASY
EVERY = [*VISITOR, *GUIDE, "data/", "en/data/", "404.html"]
