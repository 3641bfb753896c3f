"""What people write, and where it leads: the tables in tests/queries/, whole, in a real browser.

They were written by people who had not seen our words, from what victims, relatives and teachers
say. Siblings: theme/assets/answers.js, theme/assets/topics.js, theme/assets/terms.js,
theme/assets/guesses.js.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.asking import Answer, asker, raising, rows
from browser.fields import SUICIDE
from centres.data.words import crisis, lists
from helpers import DIRECTORY, LANGUAGES, ROOT, print_at_the_end

Ask = Callable[[str, list[str]], list[Answer]]
# Of how many rows of a table the right answer is among the first three.
RIGHT, RIGHT_PLACES = 0.97, 0.98
LEAST = {"sv": 200, "en": 100, "ar": 100}
LEAST_ORDINARY = 25
# The choices of the list of lines are that list.
CHOICE = "stodlinjer/#l"


@pytest.fixture(scope="module")
def ask(browser: Browser, address: str, site: Path) -> Iterator[Ask]:
    """Answers to a list of texts, from the module that the site serves."""
    page = browser.new_page()
    yield asker(page, address, site)
    page.close()


def led_to(answer: Answer) -> list[str]:
    """Return the paths of the first three answers: of a page, and of a line with its id."""
    paths = []
    for item in answer.items[:3]:
        page, _, anchor = item.path.partition("#")
        is_line = page == "stodlinjer/" and anchor and not item.path.startswith(CHOICE)
        paths.append(item.path if is_line else page)
    return paths


def faults(row: dict[str, str], answer: Answer) -> list[str]:
    """Return what is wrong with an answer: no card, one too many, or no right page."""
    leads = row["leads"].split(" | ")
    cards = [lead.removeprefix("card:") for lead in leads if lead.startswith("card:")]
    pages = [lead for lead in leads if not lead.startswith(("card:", "-card"))]
    found = [f"no card {kind}" for kind in cards if kind not in answer.cards]
    if "-card" in leads:
        found += [f"false card {kind}" for kind in answer.cards]
    if pages and not set(pages) & set(led_to(answer)) and not (cards and not found):
        found.append("another page")
    return found


def faults_of(table: list[dict[str, str]], answers: list[Answer]) -> dict[str, str]:
    """Return by its text what is wrong with each answer that is wrong."""
    found = {row["typed"]: faults(row, one) for row, one in zip(table, answers, strict=True)}
    return {typed: ", ".join(wrong) for typed, wrong in found.items() if wrong}


@pytest.mark.parametrize("code", LEAST)
def test_what_people_write_leads_to_the_page_that_answers_it(
    ask: Ask, code: str, request: pytest.FixtureRequest
) -> None:
    """In 97 of 100 texts that ask for something; nobody who needs a card is without."""
    table = [row for row in rows(f"queries/{code}.csv") if row["kind"] != "ordinary"]
    assert len(table) >= LEAST[code]
    wrong = faults_of(table, ask(code, [row["typed"] for row in table]))
    right = 1 - len(wrong) / len(table)
    said = f"{code}: {len(table) - len(wrong)} of {len(table)} ({right:.1%})"
    print_at_the_end(request.config, f"texts that lead right, {code}", [said])
    assert [typed for typed, why in wrong.items() if "no card" in why] == []
    assert right >= RIGHT, wrong


@pytest.mark.parametrize("code", LEAST)
def test_what_people_write_of_ordinary_life_raises_no_card(ask: Ask, code: str) -> None:
    """Though a word of it may lead to a page: "döda tid" to that for who has lost somebody."""
    table = [row for row in rows(f"queries/{code}.csv") if row["kind"] == "ordinary"]
    assert len(table) >= LEAST_ORDINARY
    assert faults_of(table, ask(code, [row["typed"] for row in table])) == {}


@pytest.mark.parametrize("code", LEAST)
def test_the_browser_and_the_check_agree_on_what_raises_a_card(ask: Ask, code: str) -> None:
    """The words are checked by one, and compared by the other as somebody types."""
    words, _ = lists.read(ROOT, list(LANGUAGES.values()))
    own, problems = crisis.read(ROOT, list(LANGUAGES.values()), words, [])
    assert problems == []
    texts = [row["typed"] for row in rows(f"queries/{code}.csv")]
    texts += [*own[code].suicide.words, *own[code].violence.words, *own[code].ordinary]
    raised = [one.cards for one in ask(code, texts)]
    assert raised == [crisis.raised(own[code], text, words[code].glued) for text in texts]


def test_a_place_leads_to_its_municipality_and_a_real_name_to_no_other_alone(
    ask: Ask, request: pytest.FixtureRequest
) -> None:
    """Suburbs, islands, squares, postcodes, other letters, slips, sentences, no place at all."""
    table = rows("queries/places.csv")
    assert len(table) >= 400
    answers = ask("sv", [row["typed"] for row in table])
    kinds = {row["typed"]: _place(row, one) for row, one in zip(table, answers, strict=True)}
    count = Counter(kinds.values())
    right = count["right"] / len(table)
    print_at_the_end(request.config, "places that lead right", [f"{dict(count)} ({right:.1%})"])
    wrong = {typed: kind for typed, kind in kinds.items() if kind != "right"}
    assert right >= RIGHT_PLACES, wrong
    others = [typed for typed, kind in kinds.items() if "others" in kind]
    assert len(others) <= 3, others
    assert count["others, guessed"] == 0, wrong


def _place(row: dict[str, str], answer: Answer) -> str:
    """Return how a place is answered: right, in part, others (said or guessed), or unknown."""
    wanted = row["municipalities"].split(" | ") if row["municipalities"] else []
    if wanted == ["abroad"]:
        first = [item.path.partition("#")[0] for item in answer.items[:3]]
        return "right" if "rad/besok/" in first else "unknown"
    shown = answer.items[: max(3, len(wanted) + 2)]
    names = {
        f"county:{item.name}" if item.kind == "county" else item.municipality for item in shown
    }
    others = "others, guessed" if answer.guessed else "others"
    if not wanted:
        return others if names - {""} else "right"
    met = names.intersection(wanted)
    if met == set(wanted):
        return "right"
    return "in part" if met else others if answer.items else "unknown"


@pytest.mark.parametrize("code", LEAST)
def test_while_fewer_than_three_letters_stand_there_only_places_are_offered(
    ask: Ask, code: str
) -> None:
    """And no card is raised: two letters say nothing of what has happened."""
    names = [municipality.name for municipality in DIRECTORY.municipalities]
    answers = ask(code, sorted({name[:length] for name in names for length in (1, 2)}))
    assert {item.kind for one in answers for item in one.items} <= {"place", "county"}
    assert [one for one in answers if one.cards] == []


@pytest.mark.parametrize("code", LEAST)
def test_no_place_typed_letter_by_letter_raises_a_card(
    browser: Browser, address: str, site: Path, code: str
) -> None:
    """Every beginning of every name that the field knows, also as a slip of the hand."""
    names = [one.name for one in DIRECTORY.municipalities]
    names += [one.name for one in DIRECTORY.places]
    texts = sorted({name[:end] for name in names for end in range(1, len(name) + 1)})
    page = browser.new_page()
    crisis_text = SUICIDE[code]
    assert raising(page, address, site, code, [*texts, crisis_text]) == [crisis_text]
    page.close()


@pytest.mark.parametrize("code", LEAST)
def test_no_municipality_typed_letter_by_letter_is_lost(ask: Ask, code: str) -> None:
    """Every beginning of three letters or more; at the end its own name stands first."""
    names = [municipality.name for municipality in DIRECTORY.municipalities]
    texts = sorted({name[:end] for name in names for end in range(3, len(name) + 1)})
    answers = dict(zip(texts, ask(code, texts), strict=True))
    firsts = {name: answers[name].items[0].name for name in names}
    habo = {"Habo", "Håbo"}
    lost = {
        name: first for name, first in firsts.items() if first != name and {name, first} != habo
    }
    assert lost == {}
