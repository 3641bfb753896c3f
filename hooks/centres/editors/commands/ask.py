"""`centres ask`: a letter that shows what we say of a centre, and asks what is right."""

from pathlib import Path

import yaml

from centres.data.directory import Directory
from centres.data.field_messages import suggestion
from centres.editors import write_entry
from centres.editors.context import CommandContext
from centres.editors.round import letter, records, rounds
from centres.editors.write_entry import ROUNDS_FILE
from centres.files import yaml_edit
from centres.i18n import N_

HELP = N_("skriv ett brev som frågar ett centrum, en stödlinje eller en kommun")


def run(context: CommandContext) -> int:
    """Print a letter for each record, or write its files into a folder; return 2 if there is none.

    The files are brev-ID.txt, brev-ID.html to print, and svar-ID.txt to fill in. Raises
    DataProblems.
    """
    directory = context.read().directory
    every = [centre.id for centre in directory.centres]
    names = list(context.options["id"] or ())
    if context.options["all"]:
        names = every
    elif context.options["missing"]:
        names = list(records.missing(directory))
    elif not names:
        context.tell(N_("Vem ska frågas? Skriv ett id, som taby, kommun:vara eller linje:bris."))
        return 2
    asked = {name: records.find(directory, name) for name in names}
    known = records.ids(directory)
    for name in (name for name, record in asked.items() if record is None):
        near = suggestion(name, known)
        message = N_("”%(name)s” finns inte. Skriv ett id, som taby, kommun:vara eller linje:bris.")
        context.tell(message, name=name)
        if near:
            context.tell(N_("Menade du %(name)s?"), name=near)
    if None in asked.values():
        return 2
    contact = contact_of(context.program)
    for record in asked.values():
        if record:
            _give(context, record, letter.write(record, contact, context.today))
    return _write_sent(context, directory, names) if context.options["sent"] else 0


def _write_sent(context: CommandContext, directory: Directory, names: list[str]) -> int:
    """Write that letters are sent; return 2 if one has been reminded enough."""
    before = text = yaml_edit.read(context.data / ROUNDS_FILE)
    for name in names:
        after = rounds.sent(text, directory.rounds, name, context.today)
        if after is None:
            message = N_("%(id)s är redan påmint två gånger. Ring i stället. Inget skrevs.")
            context.tell(message, id=name)
            return 2
        text = after
    if text != before:
        write_entry.read_with(context.data, {ROUNDS_FILE: text}, [context.today])
        write_entry.write(context.data, {ROUNDS_FILE: text})
    context.tell(N_("Skrev i data/rounds.yaml att de är frågade."))
    return 0


def contact_of(program: Path) -> str:
    """Return the address that mkdocs.yml says we are reached at; empty while there is none."""
    # Without MkDocs's own tags: only texts are read here.
    text = (program / "mkdocs.yml").read_text(encoding="utf-8")
    extra = yaml.load(text, Loader=yaml.BaseLoader)["extra"]  # noqa: S506 (makes texts only)
    return str(extra.get("contact", "")).strip()


def _give(context: CommandContext, asked: letter.Asked, made: letter.Letter) -> None:
    """Print the letter, or write its files."""
    if not context.options["to"]:
        context.write(made.text)
        return
    folder = Path(context.options["to"])
    folder.mkdir(parents=True, exist_ok=True)
    name = asked.id.replace(":", "-")
    for file, text in (
        (f"brev-{name}.txt", made.text),
        (f"brev-{name}.html", made.page),
        (f"svar-{name}.txt", made.answer),
    ):
        (folder / file).write_text(text, encoding="utf-8")
    context.tell(N_("Skrev brevet till %(id)s i %(folder)s."), id=asked.id, folder=folder)
