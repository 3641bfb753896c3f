"""The words that raise a card with numbers above every answer."""

from pathlib import Path

import pytest

from centres import i18n
from centres.data.model import CrisisWords, Language
from centres.data.words import crisis
from helpers import ROOT

SWEDISH = Language(code="sv", name="Svenska", name_in_swedish="svenska", direction="ltr")
FILE = """\
suicide:
  words: [självmord*, vill dö, hänga mig]
  reviewed: [vill dö]
violence:
  words: [slår mig nu]
exceptions: [hänga med]
ordinary: [hänga med mig, hoppa av skolan]
"""


def read(root: Path, text: str) -> tuple[dict[str, CrisisWords], list[str]]:
    """Return the Swedish words of a file, and the lines that `centres check` prints of it."""
    path = root / "locales/sv/crisis.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    names = ["Dörby", "Hoppet", "Norra Dö", "Malmö"]
    words, problems = crisis.read(root, [SWEDISH], {}, names)
    messages = i18n.read(ROOT, "sv", "editor")
    return words, [problem.as_line(messages) for problem in problems]


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("jag vill bara dö", ["suicide"]),
        ("SJÄLVMORDSTANKAR", ["suicide"]),
        ("han slår mig nu och jag vill dö", ["suicide", "violence"]),
        ("hänga mig", ["suicide"]),
        ("får jag hänga med mig själv", []),
        ("hänga med er fast jag vill dö", ["suicide"]),
        ("hoppa av skolan", []),
        ("Dörby", []),
    ],
)
def test_a_card_comes_when_somebody_needs_it_and_not_for_ordinary_words(
    tmp_path: Path, typed: str, kinds: list[str]
) -> None:
    """An exception takes away its own words, and no others."""
    words, problems = read(tmp_path, FILE)
    assert problems == []
    assert crisis.raised(words["sv"], typed) == kinds


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("vill dö,", "vill dö, hop*,", "2:32: suicide.words[3]: ”hop*” visar ett kort när någon "
         "skriver orten ”Hoppet”. Skriv fler ord."),
        ("vill dö,", "vill dö, dör,", "2:32: suicide.words[3]: ”dör” visar ett kort när någon "
         "skriver orten ”Dörby”. Skriv fler ord."),
        ("hänga mig]", "vill dö]", "2:32: suicide.words[3]: ”vill dö” står två gånger. Ta bort "
         "den ena."),
        ("reviewed: [vill dö]", "reviewed: [dö]", "3:14: suicide.reviewed[1]: ”dö” är granskat, "
         "men står inte bland orden. Ta bort det, eller lägg till."),
        ("[hänga med]", "[vill dö]", "2:23: suicide.words[2]: ”vill dö” visar aldrig något kort, "
         "för ”vill dö” är ett undantag."),
        ("  words: [slår mig nu]", "  words: []", "5:10: violence.words: är tomt. Skriv ett "
         "värde, eller ta bort raden om fältet inte måste finnas."),
        ("[slår mig nu]", "[sl*r mig]", "5:11: violence.words[1]: * får bara stå sist i ett ord, "
         "som misshand*."),
        ("[slår mig nu]", "['…']", "5:11: violence.words[1]: ”…” har ingen bokstav eller siffra "
         "att söka på."),
        ("[slår mig nu]", "[slår\u200b mig]", "5:15: raden har ett tecken som inte syns "
         "(U+200B, ett mellanslag utan bredd). Skriv om raden för hand, utan att klistra in."),
        ("ordinary: [hänga med mig,", "ordinary: [vill dö,", "7:12: ordinary[1]: ”vill dö” ska "
         "inte visa något kort, men gör det. Skriv fler ord där uppe."),
        ("violence:", "våld:", "5:3: våld: fältet finns inte. Ta bort raden, eller välj ett fält: "
         "suicide, violence, exceptions, ordinary."),
    ],
)  # fmt: skip
def test_a_word_that_would_mislead_is_one_line(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """With the file, the line and the place, whatever is wrong."""
    _, problems = read(tmp_path, FILE.replace(old, new))
    assert problems[0] == f"locales/sv/crisis.yaml:{said}"


def test_a_language_without_the_file_is_told(tmp_path: Path) -> None:
    """Nobody in need is left without a card by oversight."""
    _, problems = crisis.read(tmp_path, [SWEDISH], {}, [])
    messages = i18n.read(ROOT, "sv", "editor")
    assert [problem.as_line(messages) for problem in problems] == [
        "locales/sv/crisis.yaml:1:1: filen finns inte eller går inte att läsa."
    ]
