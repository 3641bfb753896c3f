"""A phone, and one address of each kind of page, below each language's folder."""

from helpers import FOLDERS

PHONE = {"width": 360, "height": 740}
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
# Where lättläst has its pages.
EASY = ["sv-simple/", "sv-simple/rad/polisanmalan/"]
VISITOR = [folder + path for folder in FOLDERS.values() for path in KINDS.values()] + EASY
EVERY = [*VISITOR, "data/", "en/data/", "404.html"]
