"""Ask the search field's own module, without a finger: what it answers to many texts at once."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from built import asset
from helpers import ROOT

_ASK = """async ([script, late, lists, texts]) => {
    const { answer, loadAll } = await import(script);
    const all = await loadAll(lists, late);
    const shown = ({ kind, path, name, place }) => ({
        kind,
        path,
        name: place?.name ?? name ?? "",
        municipality: place?.municipality.name ?? "",
    });
    return texts.map((text) => {
        const { cards, items, guessed } = answer(all, text);
        return { cards: cards.map(({ kind }) => kind), items: items.map(shown), guessed };
    });
}"""


@dataclass(frozen=True)
class Item:
    """An answer: its kind ("place", "topic" or "county"), and its path from the language's folder.

    `name` is a place's, and `municipality` the one that it lies in.
    """

    kind: str
    path: str
    name: str
    municipality: str

    @property
    def label(self) -> str:
        """The name, with the municipality where that is another."""
        own = self.name == self.municipality or not self.municipality
        return self.name if own else f"{self.name}, {self.municipality}"


@dataclass(frozen=True)
class Answer:
    """What a text is answered with: the kinds of the cards, and items, which may be guesses."""

    cards: list[str]
    items: list[Item]
    guessed: bool


def asker(page: Page, address: str, site: Path) -> Callable[[str, list[str]], list[Answer]]:
    """Return what asks in a language (its code) for a list of texts; `page` has no field itself."""
    page.goto(f"{address}om/")

    def url(name: str) -> str:
        return address + asset(site, name).relative_to(site).as_posix()

    def ask(code: str, texts: list[str]) -> list[Answer]:
        lists = " ".join(map(url, (f"answers.{code}.json", f"more.{code}.json", "places.json")))
        page.goto(f"{address}om/")  # the module keeps the lists of one language
        found = page.evaluate(_ASK, [url("finder.js"), url("late.js"), lists, texts])
        return [
            Answer(one["cards"], [Item(**item) for item in one["items"]], one["guessed"])
            for one in found
        ]

    return ask


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table below tests/ by column, without its comment lines."""
    lines = (ROOT / "tests" / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
