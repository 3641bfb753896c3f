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


# Asks for cards alone, which is fast enough for every name.
_CARDS = """async ([script, list, texts]) => {
    const { topicsOf, raised } = await import(script);
    const topics = topicsOf(await (await fetch(list)).json());
    return texts.filter((text) => raised(topics, text).length);
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


def raising(page: Page, address: str, site: Path, code: str, texts: list[str]) -> list[str]:
    """Return those of the texts that raise a card in a language (its code)."""
    page.goto(f"{address}om/")
    urls = [asset(site, name) for name in ("finder.js", f"answers.{code}.json")]
    paths = [address + one.relative_to(site).as_posix() for one in urls]
    found: list[str] = page.evaluate(_CARDS, [*paths, texts])
    return found


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
