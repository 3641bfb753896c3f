"""Rules about notices that stop nothing, and those that need the texts that languages have."""

from datetime import date
from pathlib import Path

import pytest

from centres import i18n
from centres.data import loader
from centres.data.model import Prepared, Wording
from centres.data.rules import notice_rules
from helpers import ROOT, TODAY, changed_data

NOTICE = """\
- id: 2026-11-22-boras
  level: local
  municipalities: [Borås]
  from: 2026-11-22 08:00
  until: 2026-11-24 24:00
  heading: Det finns någon att prata med
  text: Kommunen har öppet i kväll.
  languages: {en: {heading: There is someone to talk to, text: The municipality is open.}}
  line: bris
  source: kommunens-webbplats
  checked: 2026-11-22
"""
NATIONAL = """\
- id: 2026-11-22-bris
  level: national
  from: 2026-11-22T08:00
  until: 2026-11-24T24:00
  prepared: line-down
  about: bris
  line: brottsofferjouren
  source: centret
  checked: 2026-11-22
"""
PREPARED = Prepared(
    texts={"line-down": Wording(heading="%(about)s svarar inte", text="Ring någon annan.")}
)


def data_with(folder: Path, notices: str) -> Path:
    """Return the example's data folder, with these notices in it."""
    data = changed_data(folder)
    (data / "notices.yaml").write_text(notices, encoding="utf-8")
    return data


def told(data: Path, today: date) -> list[str]:
    """Return what is said of notices, and stops nothing."""
    words = i18n.read(ROOT, "sv", "editor")
    warnings = loader.load(data, today).warnings
    return [one.sentence(words) for one in warnings if one.file == "data/notices.yaml"]


UNTRANSLATED = (
    "2026-11-22-boras: text: varning: texten finns inte på arabiska. Där visas den på de språk som "
    "finns. Det går bra, men en översättning hjälper."
)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (
            date(2026, 11, 22),
            "slutar 2026-11-24 24:00. Gäller det längre skriver du en ny post till dess.",
        ),
        (
            date(2026, 11, 25),
            "slutade 2026-11-24 24:00, och visas inte längre. Gäller det fortfarande skriver du en "
            "ny post med ett nytt id.",
        ),
        (
            date(2027, 11, 25),
            "slutade 2026-11-24 24:00, för mer än ett år sedan. Posten kan tas bort.",
        ),
    ],
)
def test_an_editor_is_told_when_a_notice_ends(tmp_path: Path, today: date, said: str) -> None:
    """Within three days of its end, when it has ended, and when it can go."""
    lines = told(data_with(tmp_path, NOTICE), today)
    assert f"2026-11-22-boras: until: påminnelse: {said}" in lines
    assert (UNTRANSLATED in lines) == (today == TODAY)


def test_nothing_is_told_of_a_notice_that_ends_later(tmp_path: Path) -> None:
    """Four days before, there is nothing to do."""
    data = data_with(tmp_path, NOTICE.replace("2026-11-24 24:00", "2026-11-27 12:00"))
    assert told(data, TODAY) == [UNTRANSLATED]


def problems(data: Path, prepared: dict[str, Prepared]) -> list[str]:
    directory = loader.load(data, TODAY)
    words = i18n.read(ROOT, "sv", "editor")
    found = loader.problems_of_prepared_texts(data, directory, prepared)
    return [problem.as_line(words) for problem in found]


def test_a_national_notice_is_refused_until_its_text_is_in_every_language(tmp_path: Path) -> None:
    """It stands on every page; a local one may be read in another language."""
    data = data_with(tmp_path, NATIONAL)
    assert problems(data, dict.fromkeys(("sv", "en", "ar"), PREPARED)) == []
    assert problems(data, dict.fromkeys(("sv", "en"), PREPARED)) == [
        "data/notices.yaml:5:13: 2026-11-22-bris: prepared: den färdiga texten ”line-down” saknas "
        "på ar. En nationell text måste finnas på alla språk: skriv den i locales/ar/notices.yaml."
    ]
    local = NATIONAL.replace("national", "local\n  municipalities: [Borås]")
    (data / "notices.yaml").write_text(local, encoding="utf-8")
    assert problems(data, {"sv": PREPARED}) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("line-down", "line-dwn", "finns inte. Menade du line-down?"),
        ("line-down", "strike", "finns inte. De som finns står i locales/sv/notices.yaml."),
        ("  about: bris\n", "", "texten nämner en linje. Skriv about, och linjens id."),
    ],
)
def test_a_prepared_text_is_named_as_it_is_called(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """And a text with a line's name in it is told which line."""
    data = data_with(tmp_path, NATIONAL.replace(old, new, 1))
    (line,) = problems(data, dict.fromkeys(("sv", "en", "ar"), PREPARED))
    assert line.startswith("data/notices.yaml:5:13: 2026-11-22-bris: prepared: ")
    assert line.endswith(said)


def test_a_language_that_lacks_prepared_texts_is_told_of_beforehand(tmp_path: Path) -> None:
    """On the day that something happens it is too late."""
    languages = loader.load(changed_data(tmp_path), TODAY).languages
    (warning,) = notice_rules.texts_not_prepared(languages, {"sv": PREPARED, "en": PREPARED})
    assert warning.as_line(i18n.read(ROOT, "sv", "editor")) == (
        "locales/ar/notices.yaml:1:1: varning: färdiga texter till meddelanden saknas: line-down. "
        "Utan dem går inget nationellt meddelande att visa."
    )
