"""What may be attributed to Bilaga 2, and what it does not say: on two entries of our own."""

import pytest

from centres.data import bilaga_2
from centres.data.bilaga_2 import Report
from centres.files import yaml_file
from centres.files.yaml_file import TextFile
from centres.i18n import Words

# Täby and Danderyd share a contact, and with it a centre; Gnosjö has a centre and no contact.
REPORT = Report(
    "bilaga-2",
    "2026-01-14",
    {
        "Täby": {"0855557238", "stod@taby.se"},
        "Danderyd": {"0855557238", "stod@taby.se"},
        "Borås": {"033355198"},
        "Gnosjö": set(),
    },
)
CENTRES = """\
- id: gnosjo
  municipalities: [Gnosjö]
  phones: []
  emails: []
  web_page: none
  source: bilaga-2
  checked: 2026-01-14

- id: taby
  municipalities: [Täby, Danderyd]
  phones:
    - number: "08-555 572 38"
      kind: not confirmed
  emails:
    - address: Stod@taby.se
      kind: centre
    - address: withheld
      kind: named person
  web_page: {title: Stöd, url: not confirmed}
  receives:
    victims: yes
    relatives: not confirmed
  services:
    support_talks: yes
  anonymity: not confirmed
  source: bilaga-2
  checked: 2026-01-14
"""
FIELD = (
    "står inte i bilaga-2. Skriv varifrån du vet det, på egna rader under: source: centret, och "
    "checked: med dagen."
)
FACT = "står inte i bilaga-2. Skriv varifrån du vet det, så här:"


def changed(old: str = "", new: str = "") -> TextFile:
    """Return the two entries with one thing changed in them."""
    assert CENTRES.count(old) == 1 or not old
    return yaml_file.parse(CENTRES.replace(old, new) if old else CENTRES, "a.yaml")


def lines(file: TextFile) -> list[str]:
    return [problem.as_line(Words("sv")) for problem in bilaga_2.problems_in(file, REPORT)]


def test_what_the_report_says_is_its_own() -> None:
    """However a number's blanks and an address's capitals are written; what is withheld, too."""
    assert lines(changed()) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"08-555 572 38"',
            '"08-555 572 40"',
            f"a.yaml:12:15: taby: phones[1].number: ”08-555 572 40” {FIELD}",
        ),
        (
            "kind: not confirmed",
            "kind: direct",
            f"a.yaml:13:13: taby: phones[1].kind: ”direct” {FIELD}",
        ),
        (
            "Stod@",
            "stodcentrum@",
            f"a.yaml:15:16: taby: emails[1].address: ”stodcentrum@taby.se” {FIELD}",
        ),
        (
            "url: not confirmed",
            "url: https://taby.se/",
            f"a.yaml:19:32: taby: web_page.url: ”https://taby.se/” {FIELD}",
        ),
        (
            "relatives: not confirmed",
            "relatives: yes",
            f"a.yaml:22:16: taby: receives.relatives: ”yes” {FACT} "
            '{value: "yes", source: centret, checked: med dagen}.',
        ),
        (
            "anonymity: not confirmed",
            "anonymity: {value: no, note: Fråga.}",
            f"a.yaml:25:14: taby: anonymity: ”no” {FACT} "
            '{value: "no", source: centret, checked: med dagen}.',
        ),
        (
            "[Täby, Danderyd]",
            "[Täby, Danderyd, Borås]",
            "a.yaml:10:36: taby: municipalities[3]: Borås hör inte till det här centret enligt "
            "bilaga-2. Skriv varifrån du vet det, så här: {name: Borås, source: centret, checked: "
            "med dagen}.",
        ),
        (
            "[Täby, Danderyd]",
            "[Täby, Danderyd, Lund]",
            "a.yaml:10:36: taby: municipalities[3]: Lund hör inte till det här centret enligt "
            "bilaga-2. Skriv varifrån du vet det, så här: {name: Lund, source: centret, checked: "
            "med dagen}.",
        ),
        (
            "yes\n  anonymity: not confirmed\n  source: bilaga-2\n  checked: 2026-01-14",
            "yes\n  anonymity: not confirmed\n  source: bilaga-2\n  checked: 2026-01-15",
            "a.yaml:27:12: taby: checked: bilaga-2 är från 2026-01-14. Har någon bekräftat "
            "uppgifterna skriver du source: centret på raden ovanför.",
        ),
    ],
    ids=[
        "a number",
        "who answers",
        "an address",
        "a web address",
        "an answer",
        "an answer with a note",
        "another centre's municipality",
        "a municipality without a centre",
        "a later day",
    ],
)
def test_what_the_report_does_not_say_needs_another_source(old: str, new: str, said: str) -> None:
    """One line, where it stands, with the words to write."""
    assert lines(changed(old, new)) == [said]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"08-555 572 38"', '"08-1 23"\n      source: centret'),
        ("url: not confirmed", "url: https://taby.se/, source: centret"),
        ("anonymity: not confirmed", "anonymity: {value: yes, source: centret}"),
        (
            "yes\n  anonymity: not confirmed\n  source: bilaga-2",
            "yes\n  anonymity: yes\n  interpreters: yes\n  source: centret",
        ),
    ],
    ids=["a number", "a web address", "an answer", "the entry"],
)
def test_what_has_a_source_of_its_own_is_nobodys_business_here(old: str, new: str) -> None:
    """Confirming the entry gives all of it another source."""
    text = CENTRES.replace(old, new)
    if "interpreters" in new:
        text = text.replace("08-555 572 38", "08-555 572 40").replace(", Danderyd", ", Lund")
    assert text != CENTRES
    assert lines(yaml_file.parse(text, "a.yaml")) == []


def test_a_municipality_that_had_a_centre_is_not_forgotten() -> None:
    """It has one, or stands among those that have closed: Borås is in neither file."""
    closed = yaml_file.parse("- id: boras\n  municipalities: [Borås]\n", "closed.yaml")
    none = yaml_file.parse("", "closed.yaml")
    assert list(bilaga_2.forgotten(changed(), closed, REPORT)) == []
    assert [one.as_line(Words("sv")) for one in bilaga_2.forgotten(changed(), none, REPORT)] == [
        "a.yaml:1:1: Borås har ett centrum enligt bilaga-2, men står inte längre hos något. Lägg "
        "tillbaka kommunen. Har den lämnat centret skriver du {name: Borås, to: sista dagen, "
        "source: …, checked: …}. Har centret stängt lägger du till det i data/retired.yaml."
    ]
