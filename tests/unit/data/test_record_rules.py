"""Rules about records together: each breaks in one way, and says so in one line."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from centres import cli, i18n
from centres.data import record_rules
from centres.data.directory import AGEING_DAYS, FRESH_DAYS
from centres.data.rules import language_rules
from centres.files import yaml_file
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import TextFile
from centres.i18n import Words
from helpers import ROOT, TODAY, changed_data

ASK = "Fråga centret. Stämmer allt skriver du source: centret, och dagen."

CENTRES = """\
- id: boras
  municipalities: [Borås]
  phones:
    - number: "033-35 51 98"
      source: centret
  source: bilaga-2
  checked: 2026-01-14

- id: taby
  municipalities: [Täby, Danderyd]
  anonymity: {value: yes, source: taby-2026}
  source: bilaga-2
  checked: 2026-01-14
"""
SOURCES = """\
- {id: bilaga-2, date: 2026-01-14}
- {id: centret, date: checked}
- {id: taby-2026, date: 2026-11-20}
"""
SOURCE_IDS = ["bilaga-2", "centret", "taby-2026"]
NAMES = ["Borås", "Danderyd", "Lund", "Täby"]


def parsed(text: str, name: str = "a.yaml") -> TextFile:
    return yaml_file.parse(text, name)


def lines(problems: Iterator[Problem]) -> list[str]:
    return [problem.as_line(Words("sv")) for problem in problems]


def needs(file: TextFile) -> Iterator[Problem]:
    return record_rules.entry_that_pages_need(file, ["bris", "112"])


# What each rule is asked about a file, and the file that breaks none.
RULES: dict[str, tuple[Callable[[TextFile], Iterator[Problem]], str]] = {
    "used_twice": (lambda file: record_rules.used_twice(file, "id"), CENTRES),
    "source_language": (
        language_rules.source_language,
        "- {code: sv}\n- {code: en}\n",
    ),
    "variant": (
        language_rules.unknown_language,
        "- {code: sv}\n- {code: en}\n- {code: sv-simple, variant_of: sv}\n",
    ),
    "script": (
        lambda file: language_rules.unknown_script(file, parsed("- code: Arab\n")),
        "- {code: sv}\n- {code: ar, script: Arab}\n",
    ),
    "out_of_order": (record_rules.entries_out_of_order, "- id: a\n- id: c\n- id: d\n- id: f\n"),
    "municipality": (lambda file: record_rules.unknown_municipality(file, NAMES), CENTRES),
    "source": (lambda file: record_rules.unknown_source(file, SOURCE_IDS), CENTRES),
    "day": (
        lambda file: record_rules.day_that_is_missing(file, parsed(SOURCES)),
        CENTRES.replace("source: centret", "source: centret\n      checked: 2026-11-20"),
    ),
    "needed": (needs, '- {id: bris}\n- {id: "112"}\n'),
    "future": (lambda file: record_rules.day_in_the_future(file, "checked", TODAY), CENTRES),
    "unused": (
        lambda file: record_rules.unused_source(file, record_rules.cited([parsed(CENTRES)])),
        SOURCES,
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_file_without_mistakes_breaks_no_rule(rule: str) -> None:
    """Nor does an empty one: that it is empty is told by itself."""
    problems_in, text = RULES[rule]
    assert lines(problems_in(parsed(text))) == []
    assert lines(problems_in(parsed(""))) == []


@pytest.mark.parametrize(
    ("rule", "old", "new", "said"),
    [
        (
            "used_twice",
            "id: taby",
            "id: boras",
            "9:7: boras: id: finns redan, på rad 1. Varje post behöver ett eget.",
        ),
        (
            "source_language",
            "code: sv",
            "code: se",
            "1:10: se: code: det första språket ska vara sv, källspråket.",
        ),
        (
            "variant",
            "variant_of: sv",
            "variant_of: se",
            "3:33: sv-simple: variant_of: språket ”se” finns inte i filen, eller är självt en "
            "variant.",
        ),
        (
            "variant",
            "variant_of: sv",
            "variant_of: sv-simple",
            "3:33: sv-simple: variant_of: språket ”sv-simple” finns inte i filen, eller är självt "
            "en variant.",
        ),
        (
            "script",
            "script: Arab",
            "script: Arabisk",
            "2:22: ar: script: skriften ”Arabisk” finns inte i data/scripts.yaml.",
        ),
        (
            "out_of_order",
            "- id: d",
            "- id: b",
            "3:7: b: id: posten står inte i bokstavsordning. Flytta den till efter a.",
        ),
        (
            "out_of_order",
            "- id: c",
            "- id: e",
            "3:7: d: id: posten står inte i bokstavsordning. Flytta den till efter a.",
        ),
        (
            "out_of_order",
            "- id: c",
            "- id: g",
            "2:7: g: id: posten står inte i bokstavsordning. Flytta den till efter f.",
        ),
        (
            "out_of_order",
            "- id: f",
            "- id: 1",
            "4:7: 1: id: posten står inte i bokstavsordning. Flytta den först i filen.",
        ),
        (
            "out_of_order",
            "- id: c\n- id: d",
            "- id: g\n- id: 1",
            "3:7: 1: id: posten står inte i bokstavsordning. Flytta den först i filen.",
        ),
        (
            "municipality",
            "[Borås]",
            "[Borås kommun]",
            "2:20: boras: municipalities[1]: ”Borås kommun” är ingen av Sveriges kommuner. "
            "Menade du Borås?",
        ),
        (
            "municipality",
            "[Borås]",
            "[Lunds Kommun]",
            "2:20: boras: municipalities[1]: ”Lunds Kommun” är ingen av Sveriges kommuner. "
            "Menade du Lund?",
        ),
        (
            "municipality",
            "Danderyd]",
            "Ankeborg]",
            "10:26: taby: municipalities[2]: ”Ankeborg” är ingen av Sveriges kommuner. Skriv "
            "namnet utan ”kommun”.",
        ),
        (
            "source",
            "source: centret",
            "source: centrat",
            "5:15: boras: phones[1].source: källan ”centrat” finns inte i data/sources.yaml. "
            "Menade du centret?",
        ),
        (
            "source",
            "source: taby-2026",
            "source: egen",
            "11:35: taby: anonymity.source: källan ”egen” finns inte i data/sources.yaml. Skriv "
            "centret eller kommunens-webbplats, eller lägg till den där först.",
        ),
        (
            "day",
            "\n      checked: 2026-11-20",
            "",
            "5:15: boras: phones[1].source: källan ”centret” behöver en dag. Skriv checked och "
            "dagens datum bredvid.",
        ),
        (
            "needed",
            '"112"',
            "sos",
            "1:1: posten ”112” saknas, och sidorna behöver den. Lägg tillbaka den.",
        ),
        (
            "future",
            "anonymity: {value: yes",
            "anonymity: {checked: 2026-11-23, value: yes",
            "11:24: taby: anonymity.checked: 2026-11-23 har inte varit än. Skriv en dag som har "
            "varit, eller vänta med ändringen.",
        ),
        (
            "unused",
            "taby-2026",
            "taby-2025",
            "3:8: taby-2025: id: påminnelse: ingen uppgift hänvisar till källan. Ta bort den, om "
            "den inte behövs.",
        ),
    ],
)
def test_a_mistake_is_one_line_where_it_stands(rule: str, old: str, new: str, said: str) -> None:
    """With what to do about it."""
    problems_in, text = RULES[rule]
    assert text.count(old) == 1
    assert lines(problems_in(parsed(text.replace(old, new)))) == [f"a.yaml:{said}"]


@pytest.mark.parametrize("entry", ["text", "[]", "{id: []}", "{municipalities: [[]], checked: {}}"])
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in ("needed", "unused")])
def test_an_entry_of_another_shape_is_passed_over(rule: str, entry: str) -> None:
    """What shape it should have is told by the model."""
    problems_in, text = RULES[rule]
    assert lines(problems_in(parsed(f"{text}- {entry}\n"))) == []


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("out_of_order", "id: c", "id: Ö"),
        ("future", "anonymity: {value: yes", "anonymity: {checked: 2027, value: yes"),
        ("unused", "id: centret", "id: kommunens-webbplats"),
    ],
    ids=[
        "an id that is wrong in itself",
        "a year without a day",
        "a source that is there to be asked",
    ],
)
def test_what_another_rule_says_or_nobody_needs_is_not_said(rule: str, old: str, new: str) -> None:
    """An id in capitals, for one, is told as that, and not as out of order."""
    problems_in, text = RULES[rule]
    assert text.count(old) == 1
    assert lines(problems_in(parsed(text.replace(old, new)))) == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-05-14", []),
        (
            "2026-05-15",
            ["påminnelse: är 121 dagar gammalt, och bör bekräftas före dag 180."],
        ),
        ("2026-07-13", ["påminnelse: är 180 dagar gammalt, och bör bekräftas före dag 180."]),
        ("2026-07-14", [f"varning: är 181 dagar gammalt. {ASK}"]),
    ],
)
def test_facts_that_nobody_has_checked_for_long_are_said_and_stop_nothing(
    day: str, said: list[str]
) -> None:
    """Checked on 14 January 2026; soon after four months, and already after six."""
    file = yaml_file.read(ROOT / "tests/example/centres.yaml", "data/centres.yaml")
    found = list(
        record_rules.facts_that_age(file, date.fromisoformat(day), AGEING_DAYS, FRESH_DAYS)
    )
    swedish = i18n.read(ROOT, "sv", "editor")
    boras = [one.sentence(swedish) for one in found if one.entry == "boras"]
    assert boras == [f"boras: checked: {one}" for one in said]
    assert all(one.severity is not Severity.ERROR for one in found)


def test_what_is_old_is_said_by_the_command_and_its_status_is_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On GitHub as warnings, which stop no pull request."""
    data = changed_data(tmp_path)
    options = ["check", f"--data={data}", f"--today={TODAY}"]
    assert cli.main([*options, "--format=text"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        f"data/centres.yaml:33:12: boras: checked: varning: är 312 dagar gammalt. {ASK}"
    )
    assert lines[-1] == "Inga fel. 10 centrum, 14 kommuner."
    assert cli.main([*options, "--format=github"]) == 0
    assert capsys.readouterr().out.startswith("::warning file=data/centres.yaml,line=33,col=12::")
