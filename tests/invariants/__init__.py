"""What is true of every page of the site: functions over one parsed page.

Each is a function from a Page to the Faults on it, and its docstring says the rule and its reason.
A new one is found here by itself, is run over every page of every language by
tests/build/test_every_page.py, and must have a fault planted for it in tests/planted_faults.toml.
"""

from collections.abc import Callable, Iterable, Iterator
from inspect import getmembers, isfunction
from pathlib import Path
from types import ModuleType

from helpers import ROOT
from invariants import (
    calls,
    directory,
    guide,
    head,
    language,
    links,
    outsiders,
    privacy,
    prose,
    structure,
    text,
)
from invariants.page import Fault, Page
from invariants.site import Site, site

Invariant = Callable[[Page], Iterator[Fault]]
_MODULES = (
    structure,
    head,
    privacy,
    language,
    calls,
    links,
    text,
    directory,
    prose,
    guide,
    outsiders,
)
# As many faults of an invariant as are shown: one in a template stands on hundreds of pages.
_SHOWN = 10


def _of(module: ModuleType) -> Iterator[Invariant]:
    """Yield the invariants of a module: its functions that yield Faults."""
    for name, function in getmembers(module, isfunction):
        own = function.__module__ == module.__name__ and not name.startswith("_")
        if own and function.__annotations__["return"] == Iterator[Fault]:
            yield function


ALL: dict[str, Invariant] = {one.__name__: one for module in _MODULES for one in _of(module)}


def parse(
    folder: Path, address: str, url: str = "https://stod.example/", root: Path = ROOT
) -> Page:
    """Return a page of the site in `folder`, built for `url` of the repository at `root`."""
    here = site(folder, url, root)
    return Page(here, address, here.html(address))


def faults_of(page: Page) -> dict[str, list[Fault]]:
    """Return what is wrong with a page, by the name of the invariant that finds it."""
    found = {name: list(invariant(page)) for name, invariant in ALL.items()}
    return {name: faults for name, faults in found.items() if faults}


def faults(
    folder: Path,
    addresses: Iterable[str],
    url: str = "https://stod.example/",
    root: Path = ROOT,
) -> dict[str, list[Fault]]:
    """Return what is wrong with the pages at some addresses, by the name of the invariant."""
    found: dict[str, list[Fault]] = {}
    for address in addresses:
        for name, wrong in faults_of(parse(folder, address, url, root)).items():
            found.setdefault(name, []).extend(wrong)
    return found


def report(found: dict[str, list[Fault]]) -> str:
    """Return faults as text: under each invariant how many, and the first of each kind."""
    lines = []
    for name, wrong in sorted(found.items()):
        pages = len({fault.address for fault in wrong})
        reason = (ALL[name].__doc__ or "").splitlines()[0]
        lines.append(f"\n{name}: {len(wrong)} faults on {pages} pages. {reason}")
        lines += [f"    {fault}" for fault in sorted(wrong)[:_SHOWN]]
    return "\n".join(lines)


__all__ = [
    "ALL",
    "Fault",
    "Invariant",
    "Page",
    "Site",
    "faults",
    "faults_of",
    "parse",
    "report",
    "site",
]
