"""Critical sentences: what nobody may change without saying so, in any language."""

from pathlib import Path

import pytest

from centres import cli
from centres.pages.prose_pages import ProsePage
from centres.site import load
from helpers import ROOT, SETTINGS, TODAY
from prose_page import PAGE, check_output, write_page

PROPOSITION = """
- id: radera-inte
  who: du
  says: Radera inte meddelandena, på 10 dagar.
  modality: must
  limits: [not]
  numbers: ["112"]
  time: 10 days
"""
SWEDISH, ENGLISH = "content/sv/rad/anmala.md", "content/en/rad/anmala.md"
SENTENCE = 'Du måste spara dem i 10 dagar. Ring inte {{ number("112") }} om dem.'
NUMBER = '{{ number("112") }}'
TRANSLATED = f"You must keep them for 10 days. Do not call {NUMBER} (emergency number) about them."


@pytest.fixture
def root(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Make the example with one critical sentence, compared and translated."""
    write_page(tmp_path, page(SENTENCE))
    (tmp_path / "data/critical.yaml").write_text(PROPOSITION, encoding="utf-8")
    assert run(tmp_path, "critical", SWEDISH) == 0
    english = page(TRANSLATED, extra="")
    write_page(tmp_path, english, "en/rad/anmala.md")
    assert run(tmp_path, "translated", ENGLISH) == 0
    capsys.readouterr()
    return tmp_path


def page(sentence: str, extra: str = "group: process\n    order: 1\n") -> str:
    text = PAGE.replace("Det står i lagen", f"[{sentence}](viktig:radera-inte) Det står")
    old = "    group: process\n    order: 1\n    helps: [kvinnofridslinjen]\n"
    assert old in text
    return text.replace(old, f"    {extra}" if extra else "")


def run(root: Path, *typed: str) -> int:
    return cli.main([*typed, f"--data={root / 'data'}", f"--today={TODAY}", "--format=text"])


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def shown(root: Path, code: str = "en") -> str:
    """Return the HTML of the page in a language; the example has no words of its own."""
    site = load.load(root, TODAY, SETTINGS, frozenset({"sv", "en"}), design=ROOT)
    values = site.prose_pages.page(site.editions[code], "rad/anmala/").values
    assert isinstance(values, ProsePage)
    return values.html


def outdated(root: Path, capsys: pytest.CaptureFixture[str]) -> bool:
    """Return whether `centres report` says that the English page is behind."""
    capsys.readouterr()
    assert run(root, "report") == 0
    return f"`{ENGLISH}`: äldre än den svenska" in capsys.readouterr().out


def test_a_sentence_that_says_what_its_proposition_says_shows_nothing_of_its_mark(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In neither language; and nobody has anything left to do."""
    assert check_output(root, capsys) == []
    assert not outdated(root, capsys)
    for code, sentence in (("sv", "Du måste spara dem"), ("en", "You must keep them")):
        assert sentence in shown(root, code)
        assert "viktig" not in shown(root, code)


def test_a_reworded_sentence_stops_until_the_editor_says_which_and_keeps_its_translation(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command says that it means the same; the page is not behind by that."""
    change(root, SWEDISH, "Du måste spara dem", "Spara dem, det måste du,")
    assert check_output(root, capsys) == [
        f"{SWEDISH}:13:1: den viktiga meningen ”radera-inte” har ändrats, eller det som "
        "data/critical.yaml säger om den. Betyder de samma sak? Kör: centres critical "
        f"{SWEDISH}. Betyder meningen något annat nu? Ändra data/critical.yaml först. Då visas "
        "meningen på svenska tills den är översatt igen."
    ]
    assert run(root, "critical", SWEDISH) == 0
    assert capsys.readouterr().out == f"{SWEDISH} säger det som data/critical.yaml säger.\n"
    assert check_output(root, capsys) == []
    assert not outdated(root, capsys)
    assert "You must keep them" in shown(root)


def test_a_new_proposition_shows_its_sentence_in_swedish_until_it_is_translated_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only that sentence, with a notice; the rest of the page stays in its language."""
    change(root, "data/critical.yaml", "time: 10 days", "time: 20 days")
    change(root, SWEDISH, "10 dagar", "20 dagar")
    assert len(check_output(root, capsys)) == 1
    assert run(root, "critical", SWEDISH) == 0
    assert check_output(root, capsys) == []
    assert outdated(root, capsys)
    assert "You must keep them" not in shown(root)
    assert (
        '<span class="behind" translate="no" lang="sv" dir="ltr">Du måste spara dem i 20 dagar.'
        in shown(root)
    )
    assert "(Det här har ändrats, och är inte översatt än.)" in shown(root)
    change(root, ENGLISH, "for 10 days", "for 20 days")
    assert run(root, "translated", ENGLISH) == 0
    assert check_output(root, capsys) == []
    assert not outdated(root, capsys)
    assert "You must keep them for 20 days." in shown(root)


def test_a_sentence_that_is_new_stands_in_swedish_at_the_top_of_a_page_that_is_behind(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The translation has no such sentence that could be replaced."""
    record = PROPOSITION.replace("radera-inte", "ta-hjalp").replace("must", "is")
    record = record.partition("  limits")[0]
    change(root, "data/critical.yaml", PROPOSITION, PROPOSITION + record)
    change(
        root, SWEDISH, "# Hur anmäler jag?", "# Hur anmäler jag?\n\n[Ta hjälp.](viktig:ta-hjalp)"
    )
    assert run(root, "critical", SWEDISH) == 0
    assert check_output(root, capsys) == []
    assert outdated(root, capsys)
    top = shown(root).partition("<h2")[0]
    assert "Det här är viktigt, och är inte översatt än:" in top
    assert '<span class="behind" translate="no" lang="sv" dir="ltr">Ta hjälp.</span>' in top
    assert "You must keep them" in shown(root)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            ENGLISH,
            "Do not call",
            "Call",
            "”radera-inte” ska säga ”not”, men har inget av orden för det i "
            "locales/en/words.yaml. Skriv om den, eller lägg till ordet där.",
        ),
        (
            ENGLISH,
            "You must keep",
            "You keep",
            "”radera-inte” ska säga ”must”, men har inget av orden för det i "
            "locales/en/words.yaml. Skriv om den, eller lägg till ordet där.",
        ),
        (
            ENGLISH,
            "10 days",
            "10 weeks",
            "”radera-inte” ska säga ”days”, men har inget av orden för det i "
            "locales/en/words.yaml. Skriv om den, eller lägg till ordet där.",
        ),
        (ENGLISH, "10 days", "100 days", "”radera-inte” ska ha talet 10."),
        (ENGLISH, NUMBER, "the police", "”radera-inte” ska ha talet 112."),
    ],
)
def test_a_translation_that_loses_a_word_or_a_number_is_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, told: str
) -> None:
    """A negation, a modality, a unit of time, a number, and the number of a line."""
    change(root, name, old, new)
    assert check_output(root, capsys) == [f"{name}:12:1: den viktiga meningen {told}"]


def test_a_number_may_be_a_word_that_the_language_has_for_it(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As some languages have one for two months."""
    change(root, ENGLISH, "10 days", "ten days")
    told = f"{ENGLISH}:12:1: den viktiga meningen ”radera-inte” ska ha talet 10."
    assert check_output(root, capsys) == [told]
    with (root / "locales/en/words.yaml").open("a", encoding="utf-8") as words:
        words.write('numbers:\n  "10": [ten]\n')
    assert check_output(root, capsys) == []


def test_a_swedish_sentence_is_held_to_its_proposition_too(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever says that it means the same is told what it has lost."""
    change(root, SWEDISH, "Ring inte", "Ring")
    assert run(root, "critical", SWEDISH) == 0
    capsys.readouterr()
    assert check_output(root, capsys) == [
        f"{SWEDISH}:13:1: den viktiga meningen ”radera-inte” ska säga ”not”, men har inget av "
        "orden för det i locales/sv/words.yaml. Skriv om den, eller lägg till ordet där."
    ]


def test_a_mark_that_only_one_language_has_is_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the translation is otherwise of the Swedish text as it is."""
    marked = (root / ENGLISH).read_text(encoding="utf-8")
    start, end = marked.index("[You must"), marked.index(") Det står")
    change(root, ENGLISH, marked[start : end + 1], TRANSLATED)
    assert check_output(root, capsys) == [
        f"{ENGLISH}:1:1: den svenska sidan har den viktiga meningen ”radera-inte”. Märk den här "
        f"också: [Meningen.](viktig:radera-inte). Kör sedan: centres translated {ENGLISH}."
    ]


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("](viktig:radera-int ", "meningen ”radera-int” finns inte i data/critical.yaml. "
         "Menade du radera-inte?"),
        ("](viktig:spring ", "meningen ”spring” finns inte i data/critical.yaml. Lägg till den "
         "där först."),
    ],
)  # fmt: skip
def test_a_mark_that_nothing_is_known_of_is_told_and_so_is_the_entry_that_no_page_has(
    root: Path, capsys: pytest.CaptureFixture[str], new: str, told: str
) -> None:
    """A slip in the id is both."""
    change(root, SWEDISH, "](viktig:radera-inte ", new)
    lines = check_output(root, capsys)
    assert [line.partition(": ")[2] for line in lines if line.startswith(SWEDISH)] == [told]
    assert (
        "data/critical.yaml:1:1: ingen svensk sida har den viktiga meningen ”radera-inte”. Märk "
        "den på sin sida, eller ta bort posten."
    ) in lines


def test_only_a_swedish_page_is_compared_with_its_propositions(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A translation is compared with the Swedish page, by another command."""
    before = (root / ENGLISH).read_bytes()
    assert run(root, "critical", ENGLISH, SWEDISH) == 2
    assert capsys.readouterr().out.splitlines() == [
        f"{ENGLISH} är ingen svensk sida.",
        "Inget skrevs.",
    ]
    assert (root / ENGLISH).read_bytes() == before
