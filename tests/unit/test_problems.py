"""What an editor is told: one clear line for each mistake, all in one run."""

from pathlib import Path

import pytest

from centres import loading, words
from helpers import ROOT, TODAY, changed_data, line_of, problems

BORAS = "  name: Stödcentrum i Borås\n"
BOTKYRKA_PHONES = '  phones:\n    - number: "08-530 610 50"\n      kind: not confirmed\n'
BORAS_SOURCE = "  source: bilaga-2\n  checked: 2026-01-14\n\n- id: botkyrka"


def test_four_mistakes_in_one_file_are_four_lines(tmp_path: Path) -> None:
    """A key twice, a number without quotes, a misspelt municipality and a missing source."""
    data = changed_data(
        tmp_path,
        (BORAS, BORAS + "  name: Borås stödcentrum\n"),
        (BOTKYRKA_PHONES, "  phones: 08-123\n"),
        ("[Eskilstuna]", "[Eskilstnua]"),
        (BORAS_SOURCE, BORAS_SOURCE.replace("  source: bilaga-2\n", "")),
    )
    twice = line_of(data, "name: Borås stödcentrum")
    boras, phones = line_of(data, "- id: boras"), line_of(data, "phones: 08-123")
    municipality = line_of(data, "Eskilstnua")
    assert problems(data) == [
        f"data/centres.yaml:{boras}:3: boras: source: "
        "fältet saknas. Skriv id för en källa som står i data/sources.yaml.",
        f"data/centres.yaml:{twice}:3: boras: name: står två gånger i samma post, "
        f"första gången på rad {twice - 1}. Ta bort den ena.",
        f"data/centres.yaml:{phones}:11: botkyrka: phones: ska vara en lista men är ”08-123”. "
        "Skriv varje sak på en egen rad som börjar med streck, och nummer inom citattecken, "
        'som: - number: "08-123 45 67".',
        f"data/centres.yaml:{municipality}:20: eskilstuna: municipalities[1]: "
        "”Eskilstnua” är ingen av Sveriges kommuner. Menade du Eskilstuna?",
    ]


def test_the_same_mistake_is_said_in_english_on_request(tmp_path: Path) -> None:
    """For maintainers; editors get Swedish."""
    data = changed_data(tmp_path, ("[Eskilstuna]", "[Eskilstnua]"))
    line = line_of(data, "Eskilstnua")
    (said,) = problems(data, "en")
    assert said.startswith(f"data/centres.yaml:{line}:20: eskilstuna: municipalities[1]: ")
    assert said.endswith("Did you mean Eskilstuna?")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- id: boras", "- id: Borås",
         "”Borås” får bara ha små bokstäver a–z, siffror och bindestreck."),
        ("- id: lund", "- id: lerum", "finns redan, på rad %d. Varje post behöver ett eget."),
        ("anonymity: not confirmed", "anonymity: maybe",
         "”maybe” är inget giltigt val. Välj ett av: yes, no, not confirmed."),
        ("  anonymity: not", "  anonymitet: not", "fältet finns inte. Menade du anonymity?"),
        ('number: "033-35 51 98"', 'number: "033-3"',
         "”033-3” är inget svenskt telefonnummer. Skriv hela numret inom citattecken, "
         'som "08-123 45 67".'),
        ("stodcentrum@uppsala.se", "stodcentrum@ uppsala.se",
         "”stodcentrum@ uppsala.se” är ingen e-postadress. "
         "Ta bort mellanslag och kontrollera @ och punkter."),
        ("[Lund]", "[Lund, Borås]",
         "Borås står redan på rad %d. En kommun hör till ett centrum."),
        ("source: stockholm-iop-2024", "source: stockholm-iop-2042",
         "källan ”stockholm-iop-2042” finns inte i data/sources.yaml. "
         "Menade du stockholm-iop-2024?"),
        ("under: 25", "under: tjugofem", "ska vara ett helt tal, som 21, men är ”tjugofem”."),
        ("under: 25", "under: 25, up_to: 24",
         "har både under och up_to. Behåll den som källan säger."),
        ("checked: 2026-01-14", "checked: 14/1 2026",
         "ska vara ett datum, som 2026-01-14, men är ”14/1 2026”."),
        ("checked: 2026-01-14", "checked: 2027-01-14",
         "2027-01-14 har inte varit än. Skriv en dag som har varit."),
        ("kind: switchboard\n      ask_for: Stödcentrum\n", "kind: switchboard\n",
         "en växel behöver ask_for: vad man ska be växeln om."),
        ("address: withheld", "address: namn.namnsson@nynashamn.se",
         "adressen hör till en person och får inte visas. Skriv withheld."),
        ("[Borås]", "[]", "är tomt. Är uppgiften okänd skriver du not confirmed."),
        ("run_by: {kind: municipality, name: Borås Stad}", "run_by: Borås Stad",
         "ska vara flera fält under varandra men är ”Borås Stad”. Jämför med en annan post."),
        ("url: not confirmed", "url: www.boras.se",
         "”www.boras.se” är ingen webbadress. Den ska börja med https:// och sakna mellanslag."),
        ("name: Stödcentrum i Borås", "name: [a, b]",
         "ska vara en text på en rad. Ta bort lista eller underfält."),
    ],
    ids=lambda value: value[:30],
)  # fmt: skip
def test_a_mistake_is_said_with_what_to_do(tmp_path: Path, old: str, new: str, said: str) -> None:
    """One mistake, at least one line, and among the lines this whole sentence."""
    data = changed_data(tmp_path, (old, new))
    if "%d" in said:
        key = "- id: lerum" if "lerum" in new else "[Borås]"
        said %= line_of(data, key)
    assert any(line.endswith(": " + said) for line in problems(data)), problems(data)


def test_an_entry_in_the_wrong_place_is_told_where_it_belongs(tmp_path: Path) -> None:
    """Sorted entries keep two additions apart; only the misplaced one is named."""
    data = changed_data(tmp_path, ("- id: boras", "- id: kalmar"))
    line = line_of(data, "- id: kalmar")
    assert problems(data) == [
        f"data/centres.yaml:{line}:7: kalmar: id: "
        "posten står inte i bokstavsordning. Flytta den till efter jonkoping."
    ]


def test_a_broken_list_of_sources_does_not_blame_every_centre(tmp_path: Path) -> None:
    """One mistake, not thirty."""
    data = changed_data(tmp_path)
    (data / "sources.yaml").write_text("- id: [\n", encoding="utf-8")
    assert len([line for line in problems(data) if "centres.yaml" in line]) == 0


def test_a_line_that_every_page_shows_cannot_be_taken_away(tmp_path: Path) -> None:
    """Bris and Brottsofferjouren stand together on every municipality's page."""
    data = changed_data(tmp_path, ("- id: bris\n", "- id: barnlinjen\n"), file="helplines.yaml")
    assert problems(data) == [
        "data/helplines.yaml:6:1: posten ”bris” saknas, och sidorna behöver den. Lägg tillbaka den."
    ]


NOT_YAML = "& och * går inte att använda här. Skriv ut värdet, eller använd citattecken."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "filen ska vara en lista. Börja varje post med - id: längst till vänster."),
        ("id: boras\n", "filen ska vara en lista. Börja varje post med - id: längst till vänster."),
        ("- &a [*a]\n", NOT_YAML),
        ("- {id: a, note: *b}\n", NOT_YAML),
        ("[" * 100_000, "för många klamrar eller indrag i varandra. Jämför med en annan post."),
        ("- {[a]: b}\n", "ett fält måste ha ett namn. Jämför med en annan post."),
        ("- \n", "ska vara flera fält under varandra men är ””. Jämför med en annan post."),
    ],
    ids=lambda value: value[:12],
)
def test_a_file_that_no_editor_should_write_is_said_and_not_a_crash(
    tmp_path: Path, text: str, said: str
) -> None:
    """Among the lines is the one that tells what to do."""
    data = changed_data(tmp_path)
    (data / "centres.yaml").write_text(text, encoding="utf-8")
    assert any(line.endswith(said) for line in problems(data)), problems(data)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("sources.yaml", "date: 2026-01-14", "date: 2026-02-31",
         "ska vara 2026-01-14, 2024-09, 2022 eller undated, men är ”2026-02-31”."),
        ("sources.yaml", "retrieved: 2026-11-22", "retrieved: 2027-11-22",
         "2027-11-22 har inte varit än. Skriv en dag som har varit."),
        ("languages.yaml", "code: ar", "code: en",
         "finns redan, på rad 11. Varje post behöver ett eget."),
        ("languages.yaml", "  status: source", "  status: reviewed",
         "ska vara source: bara det första språket är källspråk."),
        ("languages.yaml", "code: sv", "code: fi", "det första språket ska vara sv, källspråket."),
        ("helplines.yaml", '  short_number: "116 111"\n', "",
         "posten behöver ett nummer: phone eller short_number."),
        ("helplines.yaml", 'phone: "020-50 50 50"', 'phone: "020-50 50 50"\n  short_number: "112"',
         "har både phone och short_number. Behåll det nummer som man ringer."),
        ("municipalities.csv", "code,name", "kod,name", "kolumnen saknas i filens rubrikrad."),
        ("places.csv", "language,code,source\n", "language,code,source\nAla,sv,9999,override\n",
         "orten ligger i kommun 9999, som inte finns."),
        ("places.csv", "language,code,source\n", "language,code,source\nAla\n",
         "raden har inte lika många värden som rubrikraden. Kontrollera komman."),
        ("centres.yaml", 'number: "020-520 530"\n      kind: not confirmed',
         'number: "020-520 530"\n      kind: direct\n      hidden_number: recommended',
         "#31# ska inte användas på det här numret. Ta bort hidden_number."),
        ("centres.yaml", "ages: young", "ages: 21",
         "ska vara all, young eller en gräns, som {under: 25} eller {up_to: 21}."),
        ("centres.yaml", "name: Stödcentrum i Borås", 'name: "Stöd\\u202ecentrum"',
         "har ett osynligt tecken. Skriv om raden för hand."),
    ],
    ids=lambda value: value[:30],
)  # fmt: skip
def test_a_mistake_in_any_file_is_one_line(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    """Whichever file an editor changes."""
    data = changed_data(tmp_path, (old, new), file=file)
    assert [line for line in problems(data) if line.endswith(said)], problems(data)
    assert all(line.startswith("data/") for line in problems(data))


@pytest.mark.parametrize("name", ["municipalities.csv", "places.csv", "helplines.yaml"])
def test_a_missing_file_is_said_by_its_name(tmp_path: Path, name: str) -> None:
    """And blames no other file."""
    data = changed_data(tmp_path)
    (data / name).unlink()
    assert problems(data) == [f"data/{name}:1:1: filen finns inte eller går inte att läsa."]


def test_facts_that_nobody_has_checked_for_long_are_warnings_and_stop_nothing(
    tmp_path: Path,
) -> None:
    """Checked on 14 January 2026, said in November."""
    found = loading.load(changed_data(tmp_path), TODAY)
    said = [warning.said(words.read(ROOT, "editor", "sv")) for warning in found.warnings]
    assert len(said) == len(found.centres)
    assert said[0].endswith(
        "boras: checked: varning: är 312 dagar gammalt. Fråga centret och skriv dagens datum."
    )


def test_a_place_in_no_municipality_is_said_with_its_own_line(tmp_path: Path) -> None:
    """A thousand places: the line is what helps."""
    header = "name,language,code,source\n"
    data = changed_data(tmp_path, (header, header + "Ala,sv,9999,override\n"), file="places.csv")
    lines = (data / "places.csv").read_text(encoding="utf-8").splitlines()
    number = lines.index("Ala,sv,9999,override") + 1
    assert problems(data) == [
        f"data/places.csv:{number}:1: Ala: code: orten ligger i kommun 9999, som inte finns."
    ]
