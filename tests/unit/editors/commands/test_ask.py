"""`centres ask`: the letter, the page to print, and who has been asked."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from centres import cli
from centres.data.round.lines import lines
from centres.data.round.mailto import MOST, mailto
from centres.data.round.questions import OF_CENTRE
from centres.editors.round import letter, records
from centres.files import yaml_edit
from helpers import DIRECTORY, TODAY, changed_data


def run(data: Path, *typed: str, today: date = TODAY) -> int:
    return cli.main(["ask", *typed, f"--data={data}", f"--today={today}", "--format=text"])


def test_a_letter_shows_each_question_once_the_most_wanted_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """While nobody can be written to, it says so, and has no link."""
    assert run(changed_data(tmp_path), "boras") == 0
    text = capsys.readouterr().out
    keys = [line.partition(":")[0] for line in text.splitlines() if "   [" in line]
    assert keys == [question.key for question in OF_CENTRE]
    assert "Katalogen har ingen egen e-postadress än." in text.replace("\n", " ")
    assert "mailto:" not in text
    assert "tryckfrihetsförordningen 2 kap. 4 och 9 §§" in text.replace("\n", " ")


def test_a_link_begins_an_answer_and_is_never_too_long() -> None:
    """RFC 6068: line breaks are %0D%0A. What is wanted most is in it."""
    assert mailto("", "taby", []) == ""
    for centre in DIRECTORY.centres:
        link = mailto("katalogen@exempel.se", centre.id, lines(centre))
        assert len(link) < MOST
        body = unquote(link.partition("&body=")[2]).split("\r\n")
        assert body[0] == f"Id: {centre.id}"
        assert [line.partition(":")[0] for line in body[1:5]] == [
            question.key for question in OF_CENTRE[:4]
        ]


@pytest.mark.parametrize("name", ["kommun:vara", "linje:bris", "taby"])
def test_every_kind_of_record_can_be_asked(name: str) -> None:
    asked = records.find(DIRECTORY, name)
    assert asked is not None
    made = letter.write(asked, "katalogen@exempel.se", TODAY)
    assert f"\nId: {name}\n" in made.text
    assert "katalogen@exempel.se" in made.text
    assert made.answer.startswith(f"Id: {name}\n")


def test_the_page_to_print_asks_the_same_and_lets_nothing_in() -> None:
    """What stands in the data is text there, whatever it is."""
    asked = records.find(DIRECTORY, "taby")
    assert asked is not None
    hostile = letter.Asked("x", "<script>x</script>", asked.lines, ["<b>"], public=True)
    page = letter.write(hostile, "", TODAY).page
    tags: set[str] = set()

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            tags.add(tag)

    Tags().feed(page)
    assert tags == {"html", "meta", "title", "style", "h1", "h2", "p", "ul", "li", "dl", "dt", "dd"}
    assert all(line.question.label in page for line in asked.lines)


def test_files_are_written_into_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "brev"
    assert run(changed_data(tmp_path), "boras", f"--to={folder}") == 0
    assert sorted(path.name for path in folder.iterdir()) == [
        "brev-boras.html",
        "brev-boras.txt",
        "svar-boras.txt",
    ]


def test_an_unknown_record_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(changed_data(tmp_path), "borås") == 2
    assert capsys.readouterr().out.splitlines() == [
        "”borås” finns inte. Skriv ett id, som taby, kommun:vara eller linje:bris.",
        "Menade du boras?",
    ]


def test_who_was_asked_reminded_and_answered_is_written_and_never_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twice reminded, somebody calls instead. An answer is counted with its day and its role."""
    data = changed_data(tmp_path)
    days = [date(2026, 11, 22), date(2026, 12, 13), date(2027, 1, 3), date(2027, 1, 24)]
    assert [run(data, "boras", "--sent", today=day) for day in days] == [0, 0, 0, 2]
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "boras är redan påmint två gånger. Ring i stället. Inget skrevs."
    file = tmp_path / "svar.txt"
    file.write_text("Id: boras\nAnonym: ja\n/ Anna Exempelsson\n", encoding="utf-8")
    typed = ["answer", str(file), f"--data={data}", "--today=2027-01-05", "--source=centret"]
    assert cli.main(typed) == 0
    assert yaml_edit.read(data / "rounds.yaml").endswith(
        "\n- id: boras\n  asked: 2026-11-22\n  reminded: [2026-12-13, 2027-01-03]\n"
        "  answered: 2027-01-05\n  by: centre\n"
    )
    capsys.readouterr()
    assert cli.main(["report", f"--data={data}", "--today=2027-01-05"]) == 0
    assert (
        "1 av 1 centrum har svarat sedan de frågades senast."
        in capsys.readouterr().out.splitlines()
    )
