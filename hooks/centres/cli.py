"""The `centres` command, for editors and maintainers: parse, run a command, return its status.

Exit status: 0 clean, 1 problems in the data, 2 wrong usage. What each command does is in
`editors/commands/`.
"""

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import Protocol

from centres import clock, i18n
from centres.data.model import REVIEWERS
from centres.data.model.round import ROLES
from centres.editors import new_centre, new_notice, po_files
from centres.editors.changes import (
    close,
    join,
    leave,
    merge,
    questions,
    rename,
    reopen,
    split,
)
from centres.editors.commands import (
    answer,
    ask,
    check,
    checked,
    critical,
    diff,
    fields,
    new,
    notice,
    publishable,
    report,
    reviewed,
    translated,
    translations,
)
from centres.editors.context import CommandContext
from centres.editors.new_centre import Question
from centres.editors.prompt import NoAnswer
from centres.errors import CatalogueError, HistoryError, PageError
from centres.files.problem import DataProblems
from centres.i18n import N_, Words


class Command(Protocol):
    """A module of `editors.commands`; `HELP` is a message id."""

    HELP: str

    def run(self, context: CommandContext) -> int:
        """Do the command, print the result and return the exit status."""


ROOT = Path(__file__).resolve().parents[2]
COMMANDS: dict[str, Command] = {
    "check": check,
    "diff": diff,
    "new": new,
    "checked": checked,
    "join": join,
    "leave": leave,
    "split": split,
    "merge": merge,
    "rename": rename,
    "close": close,
    "reopen": reopen,
    "notice": notice,
    "ask": ask,
    "answer": answer,
    "report": report,
    "publishable": publishable,
    "translations": translations,
    "critical": critical,
    "translated": translated,
    "reviewed": reviewed,
    "fields": fields,
}
# The commands that write an entry, and only if the data has no problem with it.
_CHANGES = ("join", "leave", "split", "merge", "rename", "close", "reopen")
_WRITE_ENTRIES = ("new", "checked", "notice", "ask", "answer", *_CHANGES)


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None); return the exit status."""
    words = i18n.read(ROOT, _language(arguments), "editor")
    options = parser(words).parse_args(arguments)
    context = CommandContext(options.data.resolve(), ROOT, options.today, words, vars(options))
    try:
        return COMMANDS[options.command].run(context)
    except DataProblems as error:
        if options.command in _WRITE_ENTRIES:
            context.tell(N_("Inget skrevs, eftersom filen då skulle ha fel:"))
        context.tell_problems(error.problems)
        return 1
    except (NoAnswer, KeyboardInterrupt) as error:
        question = str(error) or "Ctrl-C"
        context.tell(N_("Inget skrevs. Svar saknas: %(question)s"), question=question)
        return 2
    except HistoryError as error:
        context.tell(N_("Versionen finns inte i historiken: %(why)s"), why=error)
        return 2
    except PageError as error:
        context.tell(N_("En sida går inte att göra: %(why)s"), why=error)
        return 1
    except BrokenPipeError:
        # Whoever reads has read enough (`| head`). Nothing may be written at the end either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (CatalogueError, OSError) as error:
        file = error.filename if isinstance(error, OSError) else error
        context.tell(N_("Det går inte att läsa eller skriva %(file)s."), file=file)
        return 1


def parser(words: Words) -> argparse.ArgumentParser:
    """Return the parser of the command line, with help in the language of `words`."""
    common = _common_options(words)
    parser = argparse.ArgumentParser(
        prog="centres",
        description=words.plain(N_("Kontrollera och ändra uppgifterna om stödcentrumen.")),
    )
    metavar = words.plain(N_("kommando"))
    subparsers = parser.add_subparsers(required=True, dest="command", metavar=metavar)
    command = {}
    for name, module in COMMANDS.items():
        text = words.plain(module.HELP)
        command[name] = subparsers.add_parser(name, parents=[common], help=text, description=text)
    compared = words.plain(N_("jämför med den här versionen (git)"))
    command["diff"].add_argument("revision", nargs="?", default="HEAD", help=compared)
    command["check"].add_argument("--since", default="HEAD", help=compared)
    _add_questions(
        command["new"], (*new_centre.CENTRE_QUESTIONS, *new_centre.SOURCE_QUESTIONS), words
    )
    confirmed = words.plain(N_("centrets id, som boras"))
    command["checked"].add_argument("id", nargs="?", help=confirmed)
    asked = (new_centre.SOURCE_ID, *new_centre.SOURCE_QUESTIONS)
    _add_questions(command["checked"], asked, words)
    _add_notice(command["notice"], words)
    _add_round(command, words)
    _add_changes(command, words)
    page = words.plain(N_("sidans fil, som content/en/om/index.md"))
    command["translated"].add_argument("page", nargs="+", help=page)
    swedish = words.plain(N_("sidans fil, som content/sv/rad/anonym.md"))
    command["critical"].add_argument("page", nargs="+", help=swedish)
    file = words.plain(N_("sidans eller katalogens fil, som locales/en/site.po"))
    command["reviewed"].add_argument("file", nargs="+", help=file)
    role = words.plain(N_("vem som har granskat: en roll, aldrig ett namn"))
    command["reviewed"].add_argument("--by", required=True, choices=REVIEWERS, help=role)
    return parser


def _add_notice(notice: argparse.ArgumentParser, words: Words) -> None:
    """Add what the command about notices is told."""
    _add_questions(notice, (*new_notice.QUESTIONS, *new_centre.SOURCE_QUESTIONS), words)
    translation = words.plain(N_("rubrik och text på ett annat språk, efter språkets kod"))
    names = tuple(map(words.plain, (N_("språk"), N_("rubrik"), N_("text"))))
    notice.add_argument("--translation", nargs=3, action="append", metavar=names, help=translation)
    taken_back = words.plain(N_("ta tillbaka meddelandet med det här id:t"))
    notice.add_argument("--end", metavar="ID", help=taken_back)


def _add_round(command: dict[str, argparse.ArgumentParser], words: Words) -> None:
    """Add what the commands of the round are told."""
    who = words.plain(N_("vem: ett centrums id, kommun:vara eller linje:bris"))
    command["ask"].add_argument("id", nargs="*", help=who)
    command["ask"].add_argument("--all", action="store_true", help=words.plain(N_("alla centrum")))
    wanted = words.plain(N_("de centrum där något av det viktigaste saknas"))
    command["ask"].add_argument("--missing", action="store_true", help=wanted)
    folder = words.plain(N_("skriv breven som filer i den här mappen"))
    command["ask"].add_argument("--to", metavar=words.plain(N_("mapp")), help=folder)
    sent = words.plain(N_("skriv i data/rounds.yaml att brevet är skickat i dag"))
    command["ask"].add_argument("--sent", action="store_true", help=sent)
    answered = command["answer"]
    by = words.plain(N_("vilken funktion som svarade, aldrig en person"))
    answered.add_argument("--by", choices=ROLES, default=ROLES[0], help=by)
    answered.add_argument("file", type=_file, help=words.plain(N_("filen med svaret")))
    answered.add_argument("--id", help=words.plain(N_("centrets id, om svaret inte säger det")))
    day = words.plain(N_("dagen då centret svarade, som 2026-12-03"))
    answered.add_argument("--checked", type=date.fromisoformat, help=day)
    verified = words.plain(
        N_("domain: skickat från kommunens domän. callback: uppringt genom en annan källas växel")
    )
    answered.add_argument("--verified", choices=("domain", "callback"), help=verified)
    _add_questions(answered, (new_centre.SOURCE_ID, *new_centre.SOURCE_QUESTIONS), words)


def _add_changes(command: dict[str, argparse.ArgumentParser], words: Words) -> None:
    """Add what each command about something that happens to a centre is told."""
    for name in ("join", "leave", "split"):
        command[name].add_argument(
            "municipality", nargs="?", help=words.plain(questions.WHICH_MUNICIPALITY)
        )
    for name in ("join", "merge", "rename", "close", "reopen"):
        centre = words.plain(questions.WHICH_CENTRE)
        command[name].add_argument("id", nargs="?", help=centre)
    successor = words.plain(questions.WHICH_SUCCESSOR)
    command["merge"].add_argument("into", nargs="?", help=successor)
    of_reopened = tuple(one for one in questions.OF_CENTRE if one.option not in ("id", "name"))
    further = {
        "split": questions.OF_CENTRE,
        "rename": questions.NAME,
        "reopen": of_reopened,
        "join": questions.JOINED,
    }
    for name in _CHANGES:
        asked = further.get(name, ())
        if name != "join":
            asked = (*asked, *questions.TOLD)
        _add_questions(command[name], (*asked, *new_centre.SOURCE_QUESTIONS), words)


def _language(arguments: list[str] | None) -> str:
    """Return the code of the language of messages: the parser's own messages need it already."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--lang", default=os.environ.get("CENTRES_LANG", i18n.SOURCE_LANGUAGE))
    code: str = parser.parse_known_args(arguments)[0].lang
    return code


def _common_options(words: Words) -> argparse.ArgumentParser:
    """Return a parser of the options that every command has."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data", type=_folder, default=ROOT / "data", help=words.plain(N_("datamappen"))
    )
    common.add_argument(
        "--lang",
        choices=[i18n.SOURCE_LANGUAGE, *po_files.editor_languages(ROOT)],
        default=i18n.SOURCE_LANGUAGE,
        help=words.plain(N_("meddelandenas språk")),
    )
    common.add_argument(
        "--today",
        type=date.fromisoformat,
        default=clock.today(),
        help=words.plain(N_("vilken dag det är, som 2026-11-24")),
    )
    common.add_argument(
        "--format",
        choices=["text", "github"],
        default="github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
        help=words.plain(N_("github: som anmärkningar på raderna i en pull request")),
    )
    return common


def _add_questions(
    parser: argparse.ArgumentParser, questions: tuple[Question, ...], words: Words
) -> None:
    """Add an option for each question; the question is its help."""
    for question in questions:
        parser.add_argument(
            f"--{question.option}",
            help=words.plain(question.text),
            choices=question.choices,
            action="append" if question.many else "store",
        )


def _file(written: str) -> Path:
    path = Path(written)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{written} is not a file")
    return path


def _folder(written: str) -> Path:
    path = Path(written)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{written} is not a folder")
    return path
