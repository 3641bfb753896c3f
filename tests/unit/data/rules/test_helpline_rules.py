"""Rules about helplines: each breaks in one way, and says so in one line where it stands."""

from collections.abc import Callable, Iterator

import pytest

from centres.data.rules import helpline_rules
from centres.files import yaml_file
from centres.files.problem import Problem
from centres.files.yaml_file import TextFile
from centres.i18n import Words

LINES = """\
- id: bris
  channels:
    - {kind: sms, number: "116 111"}
    - {kind: call, number: "116 111", free: yes}
- id: kvinnofridslinjen
  channels:
    - {kind: call, number: "020-50 50 50", free: yes, not_on_bill: yes}
    - {kind: chat, url: https://kvinnofridslinjen.se/}
    - {kind: call, number: "116 016", free: not confirmed, not_on_bill: {value: yes, source: nck}}
"""
# What each rule is asked about the file above, which breaks none.
RULES: dict[str, Callable[[TextFile], Iterator[Problem]]] = {
    "needed": lambda file: helpline_rules.line_that_pages_need(file, ["bris"]),
    "promise": helpline_rules.promise_of_another_number,
    "led to": lambda file: helpline_rules.line_that_nothing_leads_to(
        file, {"bris", "kvinnofridslinjen"}
    ),
}
PROMISE = (
    "ett löfte hör till det nummer som källan nämner. Skriv källan som lovar det för 116 016: "
    "{value: yes, source: …}. Annars not confirmed."
)


def told(rule: str, text: str) -> list[str]:
    """Return the lines that a rule says of a file."""
    file = yaml_file.parse(text, "a.yaml")
    return [problem.as_line(Words("sv")) for problem in RULES[rule](file)]


@pytest.mark.parametrize("rule", RULES)
def test_lines_that_pages_lead_to_with_promises_of_their_own_break_no_rule(rule: str) -> None:
    """The first number's promises have the source of the entry; an unknown one promises nothing."""
    assert told(rule, LINES) == []


@pytest.mark.parametrize(
    ("rule", "old", "new", "said"),
    [
        (
            "needed",
            "id: bris",
            "id: barnlinjen",
            "1:1: posten ”bris” saknas, och sidorna behöver den. Lägg tillbaka den.",
        ),
        (
            "needed",
            'kind: call, number: "116 111"',
            "kind: web, url: https://www.bris.se/",
            "1:3: bris: posten behöver ett nummer att ringa: kind: call, under channels.",
        ),
        (
            "promise",
            "free: not confirmed",
            "free: yes",
            f"9:45: kvinnofridslinjen: channels[3].free: {PROMISE}",
        ),
        (
            "promise",
            ", source: nck",
            ", checked: 2026-11-20",
            f"9:73: kvinnofridslinjen: channels[3].not_on_bill: {PROMISE}",
        ),
        (
            "led to",
            "id: kvinnofridslinjen",
            "id: man",
            "5:7: man: id: ingen sida leder hit. Nämn den i helps på en sida i content/sv/rad/, "
            "eller ta bort posten.",
        ),
    ],
)
def test_a_mistake_is_one_line_where_it_stands(rule: str, old: str, new: str, said: str) -> None:
    """With what to do about it."""
    assert LINES.count(old) == 1
    assert told(rule, LINES.replace(old, new)) == [f"a.yaml:{said}"]


@pytest.mark.parametrize("entry", ["text", "[]", "{channels: text}", "{channels: [text, []]}"])
@pytest.mark.parametrize("rule", ["needed", "promise"])
def test_an_entry_of_another_shape_is_passed_over(rule: str, entry: str) -> None:
    """What shape it should have is told by the model."""
    assert told(rule, f"{LINES}- {entry}\n") == []
