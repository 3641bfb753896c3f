"""The command line: what it accepts, what it prints of a failure, and its exit status."""

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from subprocess import PIPE, Popen
from types import SimpleNamespace

import pytest

from centres import cli
from centres.editors.context import CommandContext
from centres.editors.prompt import NoAnswer
from centres.errors import CatalogueError, HistoryError, PageError
from centres.files.problem import DataProblems, Problem
from helpers import TODAY, changed_data

HELP = """\
usage: centres [-h] kommando ...

Kontrollera och ändra uppgifterna om stödcentrumen.

positional arguments:
  kommando
    check       kontrollera alla uppgifter
    diff        visa vad besökarna får se ändrat
    new         lägg till ett centrum
    checked     skriv att ett centrum har bekräftats i dag
    join        en kommun går med i ett centrum
    leave       en kommun lämnar sitt centrum
    split       en kommun lämnar sitt centrum och får ett eget
    merge       ett centrum går upp i ett annat
    rename      ett centrum byter namn
    close       ett centrum stänger
    reopen      ett centrum som har stängt öppnar igen
    notice      skriv ett meddelande som gäller några dagar, eller ta tillbaka ett
    ask         skriv ett brev som frågar ett centrum, en stödlinje eller en kommun
    answer      skriv in det som ett centrum har svarat
    report      visa vad som är gammalt, obekräftat eller saknas
    publishable
                visa vad som måste vara bestämt innan webbplatsen publiceras
    translations
                lägg till nya texter i locales/
    critical    skriv att en svensk sidas viktiga meningar säger sitt
    translated  skriv att sidor nu säger detsamma som de svenska
    reviewed    skriv att någon har granskat sidor eller kataloger
    fields      gör om scheman och fältguiden ur modellen

options:
  -h, --help    show this help message and exit
"""
TWO_PROBLEMS = [
    Problem("data/b.yaml", 2, 1, "", "", "är tomt."),
    Problem("data/a.yaml", 9, 3, "", "", "är tomt."),
]


@pytest.fixture(autouse=True)
def _wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argparse breaks lines at the width of the terminal."""
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def replace(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that puts `run` in the place of a command's."""

    def put(name: str, run: Callable[[CommandContext], int]) -> None:
        monkeypatch.setitem(cli.COMMANDS, name, SimpleNamespace(HELP="", run=run))

    return put


def usage_error(capsys: pytest.CaptureFixture[str], *typed: str) -> str:
    """Return the last line of what is printed of wrong usage, whose exit status is 2."""
    with pytest.raises(SystemExit) as ended:
        cli.main([*typed])
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err.splitlines()[-1]


def test_help_lists_every_command_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    """In the order in which an editor meets them."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == HELP


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_help_in_english(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Below how it is written; none of it is left in Swedish."""
    texts = {}
    for language in ("sv", "en"):
        with pytest.raises(SystemExit) as ended:
            cli.main([name, "--help", f"--lang={language}"])
        assert ended.value.code == 0
        texts[language] = capsys.readouterr().out
    assert texts["en"].startswith(f"usage: centres {name} ")
    assert texts["en"].splitlines()[-1] != texts["sv"].splitlines()[-1]
    assert "language of messages" in texts["en"]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ([], "centres: error: the following arguments are required: kommando"),
        (["nosuch"], "centres: error: argument kommando: invalid choice: 'nosuch'"),
        (["check", "--data=/nosuch"], "centres check: error: argument --data: /nosuch is not a"),
        (["check", "--lang=de"], "centres check: error: argument --lang: invalid choice: 'de'"),
        (["check", "--today=i dag"], "centres check: error: argument --today: invalid"),
        (["check", "--format=html"], "centres check: error: argument --format: invalid choice"),
        (["check", "extra"], "centres: error: unrecognized arguments: extra"),
        (["diff", "a", "b"], "centres: error: unrecognized arguments: b"),
        (["new", "--name-is=officiell"], "centres new: error: argument --name-is: invalid choice"),
        (["critical"], "centres critical: error: the following arguments are required: page"),
        (["translated"], "centres translated: error: the following arguments are required: page"),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_on_one_line_and_its_status_is_2(
    capsys: pytest.CaptureFixture[str], typed: list[str], error: str
) -> None:
    """And no command is run."""
    assert usage_error(capsys, *typed).startswith(error)


@pytest.mark.parametrize(
    ("raised", "status", "printed"),
    [
        (DataProblems(TWO_PROBLEMS), 1, "data/a.yaml:9:3: är tomt.\ndata/b.yaml:2:1: är tomt.\n"),
        (PageError("start.html: x"), 1, "En sida går inte att göra: start.html: x\n"),
        (CatalogueError("en/site.po"), 1, "Det går inte att läsa eller skriva en/site.po.\n"),
        (PermissionError(13, "denied", "data"), 1, "Det går inte att läsa eller skriva data.\n"),
        (HistoryError("nosuch"), 2, "Versionen finns inte i historiken: nosuch\n"),
        (NoAnswer("Vad heter centret?"), 2, "Inget skrevs. Svar saknas: Vad heter centret?\n"),
        (KeyboardInterrupt(), 2, "Inget skrevs. Svar saknas: Ctrl-C\n"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_what_stops_a_command_is_told_in_words_and_by_its_status(
    capsys: pytest.CaptureFixture[str],
    replace: Callable[..., None],
    raised: BaseException,
    status: int,
    printed: str,
) -> None:
    """Never by a traceback: 1 for what is wrong in the files, 2 for what was typed."""

    def run(context: CommandContext) -> int:
        raise raised

    replace("report", run)
    assert cli.main(["report"]) == status
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == (printed, "")


@pytest.mark.parametrize("name", ["new", "checked"])
def test_problems_of_what_would_be_written_come_after_that_nothing_was(
    capsys: pytest.CaptureFixture[str], replace: Callable[..., None], name: str
) -> None:
    """Otherwise an editor would look for the entry in the file."""

    def run(context: CommandContext) -> int:
        raise DataProblems(TWO_PROBLEMS[:1])

    replace(name, run)
    assert cli.main([name, "--lang=en"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "Nothing was written, since the file would then have mistakes:",
        "data/b.yaml:2:1: är tomt.",
    ]


def test_a_command_is_given_the_folder_the_day_and_every_option_by_its_name(
    tmp_path: Path, replace: Callable[..., None]
) -> None:
    """Those that were not typed too; its status is the command's."""
    given: list[CommandContext] = []

    def run(context: CommandContext) -> int:
        given.append(context)
        return 7

    data = changed_data(tmp_path)
    replace("checked", run)
    typed = ["checked", "boras", "--source=centret", f"--data={data}", f"--today={TODAY}"]
    assert cli.main([*typed, "--lang=en"]) == 7
    (context,) = given
    assert (context.data, context.root, context.today) == (data, tmp_path, TODAY)
    assert context.words.code == "en"
    names = ("id", "source", "source_title", "format")
    assert [context.options[name] for name in names] == ["boras", "centret", None, "text"]


def test_the_language_is_that_of_the_environment_unless_it_is_typed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In messages about wrong usage too."""
    monkeypatch.setenv("CENTRES_LANG", "en")
    assert usage_error(capsys).endswith("required: command")
    assert usage_error(capsys, "--lang=sv").endswith("required: kommando")


@pytest.mark.parametrize("command", ["check", "report", "translations"])
def test_a_catalogue_that_cannot_be_read_is_told_and_not_a_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """Some program has saved it in another encoding."""
    data = changed_data(tmp_path)
    path = tmp_path / "locales/en/site.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes('msgid "Hej!"\nmsgstr "Hé!"\n'.encode("latin-1"))
    assert cli.main([command, f"--data={data}", f"--today={TODAY}"]) == 1
    said = "locales/en/site.po:1:1: filen är inte sparad som UTF-8. Spara om den.\n"
    assert capsys.readouterr().out == said


def test_whoever_reads_only_the_first_lines_gets_no_traceback() -> None:
    """As `centres check | head`."""
    command = [sys.executable, "-m", "centres", "check", f"--today={TODAY + timedelta(days=400)}"]
    with Popen(command, stdout=PIPE, stderr=PIPE, text=True) as checking:
        assert checking.stdout
        checking.stdout.close()
        assert checking.stderr
        assert checking.stderr.read() == ""
    assert checking.returncode == 1
