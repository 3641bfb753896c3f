"""List the kinds of pages, which of them a test visits, and the screens that it sees them on."""

from playwright.sync_api import ViewportSize

from helpers import LANGUAGES, VARIANTS
from translated.pseudo import PSEUDO

PHONE: ViewportSize = {"width": 360, "height": 740}
# How wide the smallest phones are, in px; and a window enlarged four times, as WCAG 1.4.10 asks.
SMALL_PHONES = (360, 320)
# A page of advice that every variant of the source language has.
ADVICE = "rad/polisanmalan/"
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
GUIDE = {
    "begin": "starta/",
    "models": "starta/modeller/",
    "coverage": "starta/tackning/",
    "self-check": "starta/sjalvkoll/",
    "checklist": "starta/checklista/",
    "its sources": "starta/kallor/",
    "whole": "starta/hela/",
    "choose": "starta/kommun/",
    "with a centre": "starta/kommun/taby/",
    "without": "starta/kommun/vara/",
    "on an island": "starta/kommun/gotland/",
    "open data": "data/",
    "correction": "redigera/taby/",
}
# The pages that only some languages have, and the one that no language has.
IN_VARIANTS = ("", ADVICE, "kommuner/", "kommun/taby/", "kommun/vara/", "kommun/gnosjo/")
EASY = [f"{language.folder}{path}" for language in VARIANTS.values() for path in IN_VARIANTS]
NOT_FOUND = "404.html"


def is_materials(path: str) -> bool:
    """Tell whether Material makes a page: the guide's prose, but not its municipalities' pages."""
    return "data/" in path or ("starta/" in path and "starta/kommun/" not in path)


def is_for_visitors(path: str) -> bool:
    """Tell whether a page is for somebody who needs help, and so has a way out."""
    return not any(folder in path for folder in ("data/", "starta/", "redigera/"))


# The languages that show a layout: the source language, the first that is written from the other
# side, and two that do not exist, with longer words. So a further language costs no more visits.
SOURCE, *OTHERS = LANGUAGES.values()
TURNED = [language for language in OTHERS if language.direction != SOURCE.direction]
SHOWING = [language.folder for language in (SOURCE, *TURNED[:1])]
PSEUDO_FOLDERS = [language.folder for language, _ in PSEUDO]
# The pages to visit, of the site and of the one in languages that do not exist.
VISITED = [
    *(folder + path for folder in SHOWING for path in KINDS.values()),
    *GUIDE.values(),
    *EASY,
    NOT_FOUND,
]
VISITED_IN_PSEUDO = [folder + path for folder in PSEUDO_FOLDERS for path in KINDS.values()]
