"""`centres diff`: what visitors will see changed, and never YAML."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from centres import cli
from helpers import ROOT, TODAY, changed_data, copy_locales

BORAS_NUMBER = '    - number: "033-35 51 98"\n'
CORRECTED = '    - number: "033-35 51 99"\n      source: centret\n      checked: 2026-11-22\n'
BORAS_DAY = "  source: bilaga-2\n  checked: 2026-01-14\n\n- id: botkyrka"
NEW = ["new", "--municipality=Vara", "--phone=0512-310 00", "--source=boras-webb-2026"]
SOURCE = """- id: boras-webb-2026
  title: Stödcentrum - Borås Stad
  publisher: Borås Stad
  date: 2026-11-20
  url: https://www.boras.se/stodcentrum
  retrieved: 2026-11-20

"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Commit the example to a repository."""
    data = changed_data(tmp_path)
    change(
        data,
        "sources.yaml",
        ("- id: bris-sms-2023\n", f"{SOURCE}- id: bris-sms-2023\n"),
    )
    copy_locales(tmp_path)
    subprocess.run(["git", "-C", tmp_path, "init", "-q"], check=True)
    commit(tmp_path)
    return data


def commit(root: Path) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", "-C", root, *identity, *command], check=True)


def change(data: Path, file: str, *changes: tuple[str, str]) -> None:
    text = (data / file).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (data / file).write_text(text, encoding="utf-8")


def diff(data: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str]]:
    """Return the exit status of `centres diff`, and what it prints."""
    status = cli.main(["diff", f"--data={data}", f"--today={TODAY}", *options])
    return status, capsys.readouterr().out.splitlines()


def test_nothing_changed_is_said(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that somebody who forgot to save sees it."""
    assert diff(data, capsys) == (0, ["Besökarna ser ingen skillnad."])


def test_a_new_number_is_said_with_every_page_that_shows_it(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To press, and to dial without showing one's own."""
    change(data, "centres.yaml", (BORAS_NUMBER, CORRECTED))
    assert diff(data, capsys) == (
        0,
        [
            "Borås och /stodcentrum/boras/:",
            "",
            "- ”Ring 033-35 51 98” blir ”Ring 033-35 51 99”",
            "- ”#31#033355198” blir ”#31#033355199”",
            "- nytt: ”033-35 51 99: 22 november 2026, Uppgift från centret, Centret”",
            "- ”033-35 51 98, stodcentrum@boras.se, Tar emot dig …” blir ”stodcentrum@boras.se, "
            "Tar emot dig …”",
            "",
            "Samma sak ändras på sidor på andra språk: engelska (3) och arabiska (2).",
            "",
            "Dessutom ändras sidor i handboken för kommuner: 1.",
            "",
            "Tal, kartor eller grannar räknas om på 1 sidor.",
            "De öppna uppgifterna ändras: /data/centres.json",
        ],
    )


def test_a_fact_with_a_source_of_its_own_is_said_as_the_page_says_it(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question becomes an answer: on the card, and in the fold with its day and its source."""
    change(
        data,
        "centres.yaml",
        (
            "opening_hours: not confirmed",
            "opening_hours: {weekly: [Mo-Fr 09:00-16:00], source: boras-webb-2026, "
            "checked: 2026-11-20}",
        ),
    )
    status, lines = diff(data, capsys)
    assert status == 0
    in_fold = [
        "- nytt: ”Öppettider: vardagar 9–16: 20 november 2026, Borås Stad "
        "(https://www.boras.se/stodcentrum)”",
        "- ”… anonym?, Är det gratis?, Öppettider, Går det att komma …” blir ”… anonym?, Är det "
        "gratis?, Går det att komma …”",
    ]
    assert lines == [
        "Borås:",
        "",
        "- borta: ”Oftast dagtid”",
        "- nytt: ”Vardagar 9–16”",
        *in_fold,
        "",
        "/om/farskhet/:",
        "",
        "- ”… Är det gratis? · Öppettider · Går det att komma …” blir ”… Är det gratis? · Går det "
        "att komma …”",
        "",
        "/om/kallor/:",
        "",
        "- nytt: ”Stödcentrum - Borås Stad (https://www.boras.se/stodcentrum), Borås Stad, 20 "
        "november 2026”",
        "",
        "/stodcentrum/boras/:",
        "",
        "- borta: ”Oftast dagtid”",
        "- nytt: ”Vardagar 9–16”",
        "- ”Öppettider: Fråga centret” blir ”Öppettider: vardagar 9–16 (Stödcentrum - Borås Stad "
        "(https://www.boras.se/stodcentrum), Borås Stad, 20 november 2026)”",
        *in_fold,
        "",
        "Samma sak ändras på sidor på andra språk: engelska (4) och arabiska (4).",
        "",
        "De öppna uppgifterna ändras: /data/centres.json",
    ]


def test_a_confirmation_is_said_with_its_day_and_source(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was too old is not any more."""
    confirmed = BORAS_DAY.replace("bilaga-2", "boras-webb-2026").replace("01-14", "11-20")
    change(data, "centres.yaml", (BORAS_DAY, confirmed))
    status, lines = diff(data, capsys)
    assert status == 0
    assert lines[:3] == [
        "Borås och /stodcentrum/boras/:",
        "",
        "- ”… brott: Ja, Stödsamtal: Ja: 14 januari 2026, Stödcentrum för brottsutsatta – en "
        "nationell granskning, med kontaktuppgifter i bilaga 2, Brottsoffermyndigheten” blir ”… "
        "brott: Ja, Stödsamtal: Ja: 20 november 2026, Borås Stad "
        "(https://www.boras.se/stodcentrum)”",
    ]


def test_a_new_centre_is_said_on_its_municipalitys_page_and_on_the_lists(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From what there is instead, to the centre."""
    assert cli.main([*NEW, f"--data={data}", f"--today={TODAY}"]) == 0
    capsys.readouterr()
    status, lines = diff(data, capsys)
    assert status == 0
    assert lines[0] == "Vara:"
    assert "- borta: ”Här finns inget stödcentrum. Du kan få hjälp ändå.”" in lines
    assert "- nytt: ”Ring 0512-310 00”" in lines
    assert "/kommuner/ och /kommuner/lan/:" in lines
    assert "- ”Vara” blir ”Vara •”" in lines
    assert "- nytt: ”Vara Stödcentrum i Vara”" in lines
    assert len(lines) < 90
    recounted = re.fullmatch(r"Tal, kartor eller grannar räknas om på (\d+) sidor\.", lines[-2])
    assert recounted
    assert int(recounted[1]) == 9
    assert "Ny sida: /stodcentrum/vara/" in lines
    assert sum(line.startswith("Dessutom ändras sidor i handboken") for line in lines) == 1
    assert lines[-1] == "De öppna uppgifterna ändras: /data/centres.json"


def without_boras(data: Path) -> None:
    """Cut Borås out of the example's centres.yaml."""
    text = (data / "centres.yaml").read_text(encoding="utf-8")
    start, end = text.index("- id: boras\n"), text.index("- id: botkyrka\n")
    (data / "centres.yaml").write_text(text[:start] + text[end:], encoding="utf-8")


def test_a_centre_that_closes_keeps_its_page_with_what_there_is_instead(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same address says that it has closed, since when and how we know."""
    without_boras(data)
    change(
        data,
        "retired.yaml",
        (
            "#   checked: 2026-05-17\n",
            "\n- id: boras\n  name: Stödcentrum i Borås\n  moved_to: none\n"
            "  municipalities: [Borås]\n  date: 2026-11-20\n  source: boras-webb-2026\n"
            "  checked: 2026-11-20\n",
        ),
    )
    status, lines = diff(data, capsys)
    assert status == 0
    assert lines[0] == "Borås:"
    assert "- nytt: ”Här finns inget stödcentrum. Du kan få hjälp ändå.”" in lines
    assert "- borta: ”Ring 033-35 51 98”" in lines
    assert "/stodcentrum/boras/:" in lines
    assert "- nytt: ”Stödcentrumet har stängt. Du kan få stöd ändå.”" in lines
    assert not any("försvinner" in line for line in lines)


def test_an_address_that_would_lead_nowhere_is_said_and_is_no_success(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody may have saved it, or printed it."""
    assert cli.main([*NEW, f"--data={data}", f"--today={TODAY}"]) == 0
    commit(data.parent)
    text = (data / "centres.yaml").read_text(encoding="utf-8")
    (data / "centres.yaml").write_text(text[: text.index("- id: vara\n")], encoding="utf-8")
    capsys.readouterr()
    status, lines = diff(data, capsys)
    assert status == 1
    assert lines[:3] == [
        "/stodcentrum/vara/ leder ingenstans. Lägg till centret i data/retired.yaml.",
        "",
        "Vara:",
    ]
    assert "Sidan försvinner: /stodcentrum/vara/" in lines


def test_what_changes_in_easy_swedish_is_said_too_and_so_is_a_page_that_vanishes(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A variant belongs to its language; and a page of prose has no place in retired.yaml."""
    root = data.parent
    shutil.copytree(ROOT / "tests/example_content", root / "content")
    with (data / "languages.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "\n- code: sv-simple\n  name: Lättläst\n  name_in_swedish: lättläst svenska\n"
            "  direction: ltr\n  variant_of: sv\n"
        )
    matter = "---\ntitle: Start\nreviewed: 2026-11-22\n---\n"
    for name, text in (("index", "# Hej\n\nDu kan ringa.\n"), ("om/index", "# Om\n\nText.\n")):
        page = root / f"content/sv-simple/{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(matter + text, encoding="utf-8")
    commit(root)
    (root / "content/sv-simple/om/index.md").unlink()
    start = root / "content/sv-simple/index.md"
    start.write_text(f"{matter}# Hej\n\nDu får ringa.\n", encoding="utf-8")
    status, lines = diff(data, capsys)
    assert status == 1
    assert lines[:6] == [
        "/sv-simple/om/ leder ingenstans, och någon kan ha sparat adressen. Behövs sidan inte "
        "längre: lägg tillbaka filen, ta bort group och order, och skriv vart besökaren ska i "
        "stället, som moved_to: rad/",
        "",
        "/sv-simple/:",
        "",
        "- ”Du kan ringa.” blir ”Du får ringa.”",
        "",
    ]


def test_a_change_of_a_swedish_page_is_said_with_the_translations_that_are_now_behind(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The other languages show what they showed: somebody has to look at them."""
    root = data.parent
    shutil.copytree(ROOT / "tests/example_content", root / "content")
    for code in ("en", "ar"):
        typed = ["translated", f"content/{code}/om/index.md", f"--data={data}", f"--today={TODAY}"]
        assert cli.main(typed) == 0
    commit(root)
    page = root / "content/sv/om/index.md"
    page.write_text(page.read_text("utf-8").replace("En sida", "Sidan"), encoding="utf-8")
    capsys.readouterr()
    assert diff(data, capsys) == (
        0,
        [
            "/om/:",
            "",
            "- ”En sida som dokumentationens exempel översätter.” blir "
            "”Sidan som dokumentationens exempel översätter.”",
            "",
            "Översättningen är nu äldre än den svenska sidan: content/ar/om/index.md",
            "",
            "Översättningen är nu äldre än den svenska sidan: content/en/om/index.md",
            "",
        ],
    )


def test_a_change_of_nearly_every_page_names_the_first_and_counts_the_rest(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody would read 30 names."""
    change(data, "helplines.yaml", ("what_for: Prata om vad som helst", "what_for: Prata om allt"))
    status, lines = diff(data, capsys)
    assert status == 0
    assert lines[0] == (
        "Ale, Alingsås, Borås, Botkyrka, Danderyd, Eskilstuna, Gnosjö, Göteborg, Kungälv, Lund, "
        "Malmö och 20 sidor till:"
    )


def test_a_promise_that_is_withdrawn_is_said_of_the_number_that_it_was_about(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In its button, and in the fold as a question."""
    promise = "not_on_bill: {value: yes, source: nck-kvinnofridslinjen}"
    change(data, "helplines.yaml", (promise, "not_on_bill: not confirmed"))
    status, lines = diff(data, capsys)
    assert status == 0
    assert lines[0].startswith("Ale, Alingsås, Borås, ")
    assert (
        "- ”Ring 020-50 50 50 Gratis. Syns inte på räkningen, men i telefonen” blir ”Ring 020-50 "
        "50 50 Gratis”"
    ) in lines
    assert (
        "- ”116 016: om det …” blir ”020-50 50 50: om det syns på telefonräkningen, 116 016: om "
        "det …”"
    ) in lines


def test_words_that_nobody_has_translated_yet_are_said_with_the_languages_that_show_swedish(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A note in a button, on every page that has the button."""
    change(data, "helplines.yaml", ("note: Kan synas på räkningen", "note: Samma linje"))
    status, (pages, *lines) = diff(data, capsys)
    assert status == 0
    assert pages == "Ale, Alingsås, Mark, Upplands Väsby, Vara, / och /stodlinjer/:"
    assert lines == [
        "",
        "- ”Ring 116 016 Kan synas på räkningen” blir ”Ring 116 016 Samma linje”",
        "",
        "Samma sak ändras på sidor på andra språk: engelska (7) och arabiska (7).",
        "",
        "Visas på svenska tills någon översätter till engelska:",
        "",
        "- ”Samma linje”",
        "",
        "Visas på svenska tills någon översätter till arabiska:",
        "",
        "- ”Samma linje”",
        "",
    ]


def test_visitors_pages_are_compared_in_english_on_request(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What English readers see, said to a maintainer."""
    change(data, "centres.yaml", (BORAS_NUMBER, CORRECTED))
    status, lines = diff(data, capsys, "--lang=en")
    assert status == 0
    assert lines[0] == "Borås and /en/stodcentrum/boras/:"
    assert lines[2] == "- “Call 033-35 51 98” becomes “Call 033-35 51 99”"


def test_a_word_and_a_page_that_only_another_language_has_changed_are_told(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The Swedish pages are as they were, and a translator sees the own text all the same."""
    root = data.parent
    shutil.copytree(ROOT / "tests/example_content", root / "content")
    commit(root)
    change(root / "locales/en", "site.po", ('msgstr "Call"', 'msgstr "Ring them"'))
    page = root / "content/ar/om/index.md"
    (title,) = re.findall("^# (.*)$", page.read_text("utf-8"), re.MULTILINE)
    change(root / "content/ar/om", "index.md", (f"# {title}", f"# {title} {title}"))
    status, lines = diff(data, capsys)
    assert status == 0
    assert any("Ring them" in line for line in lines)
    assert "/ar/om/:" in lines
    assert f"- ”{title}” blir ”{title} {title}”" in lines
    assert not any("Samma sak" in line or "ingen skillnad" in line for line in lines)


def test_a_new_page_is_told_with_its_text_and_no_translation_that_is_not_there(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its own lines, without the frame; the other languages show the Swedish page."""
    root = data.parent
    shutil.copytree(ROOT / "tests/example_content", root / "content")
    commit(root)
    matter = "---\ntitle: Just nu\nreviewed: 2026-11-22\nsearch: [just nu]\n---\n"
    page = root / "content/sv/om/just-nu.md"
    page.write_text(f"{matter}# Det som gäller just nu\n\nDu kan ringa.\n", encoding="utf-8")
    status, lines = diff(data, capsys)
    assert status == 0
    place = lines.index("Ny sida: /om/just-nu/")
    text = lines[place + 1 : lines.index("", place + 2)]
    assert {"- Det som gäller just nu", "- Du kan ringa."} <= {*text}
    assert not any("äldre än den svenska" in line for line in lines)


def test_a_revision_that_does_not_exist_is_wrong_usage(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line; and an option is never taken for a revision."""
    for revision in ("nosuch", "--output=x"):
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(data)
            status = cli.main(["diff", f"--data={data}", f"--today={TODAY}", "--", revision])
        lines = capsys.readouterr().out.splitlines()
        assert status == 2
        assert lines[0].startswith("Versionen finns inte i historiken: ")
        assert not (data / "x").exists()


def test_an_older_revision_with_mistakes_stops_nobody_who_mends_them(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to compare with, and that is said."""
    whole = (data / "centres.yaml").read_text(encoding="utf-8")
    change(data, "centres.yaml", ("anonymity: not confirmed", "anonymity: ja"))
    commit(data.parent)
    (data / "centres.yaml").write_text(whole, encoding="utf-8")
    assert diff(data, capsys) == (0, ["Den äldre versionen följer inte dagens regler."])
