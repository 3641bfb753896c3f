"""`centres answer`: write what a centre has answered, and ask again about what is not clear."""

from datetime import date
from pathlib import Path

from pydantic_core import PydanticCustomError

from centres.data.directory import Directory
from centres.data.round import mail
from centres.data.round.lines import lines
from centres.data.round.reading import Reading, Told, Unread, read_answer, read_id
from centres.editors import new_centre, write_entry
from centres.editors.commands.ask import contact_of
from centres.editors.context import CommandContext
from centres.editors.prompt import Prompt
from centres.editors.round import letter, records, rounds, writing
from centres.editors.round.writing import Said
from centres.editors.write_entry import CENTRES_FILE, ROUNDS_FILE
from centres.files import yaml_edit
from centres.files.problem import visible
from centres.i18n import N_

HELP = N_("skriv in det som ett centrum har svarat")


def run(context: CommandContext) -> int:
    """Read the answer, write what changed, print what was understood and what was not.

    Returns 2 if the file cannot be read or is about no centre. Raises DataProblems, and NoAnswer if
    the source is new and nobody answers what it is.
    """
    directory = context.read().directory
    try:
        written = mail.read(Path(context.options["file"]))
    except PydanticCustomError as error:
        values = error.context or {}
        sentence = context.words.plain(values["sentence"], **values["values"])
        context.write(f"{visible(Path(context.options['file']).name)}: {sentence}")
        return 2
    name = context.options["id"] or read_id(written)
    places = {centre.id: place for place, centre in enumerate(directory.centres)}
    if name not in places:
        context.tell(
            N_("Vilket centrum gäller svaret? Filen har ingen rad med Id. Skriv --id taby.")
            if not name
            else N_("Svaret gäller inget centrum i data/centres.yaml. Skriv --id och dess id.")
        )
        return 2
    checked = context.options["checked"] or context.today
    if checked > context.today:
        context.tell(N_("--checked ligger framåt i tiden. Skriv dagen då centret svarade."))
        return 2
    centre = directory.centres[places[name]]
    shown, asked = lines(centre), records.find(directory, name)
    assert asked is not None  # noqa: S101 (for mypy: it is a centre)
    ours = letter.write(asked, contact_of(context.program), context.today)
    reading = read_answer(written, shown, f"{ours.text}\n{ours.answer}")
    said = _said(context, checked)
    reading = writing.sort_out(reading, centre, said)
    changed = _write(context, directory, name, reading, said)
    _tell(context, name, reading, changed)
    return 0


def _said(context: CommandContext, checked: date) -> Said:
    source = context.options["source"] or "centret"
    return Said(source, checked.isoformat(), context.options["verified"])


def _write(
    context: CommandContext, directory: Directory, name: str, reading: Reading, said: Said
) -> bool:
    """Write what is told; return whether anything is."""
    place = [centre.id for centre in directory.centres].index(name)
    before = yaml_edit.read(context.data / CENTRES_FILE)
    index = _index(before, name)
    after = writing.written(before, index, directory.centres[place], reading.told, said)
    rounds_before = yaml_edit.read(context.data / ROUNDS_FILE)
    day = date.fromisoformat(said.checked)
    by = context.options["by"]
    rounds_after = rounds.answered(rounds_before, directory.rounds, name, day, by)
    if after == before and rounds_after == rounds_before:
        return False
    prompt = Prompt(context.words, write=context.write)
    source = new_centre.ask_source(said.source, context.options, directory, prompt, context.today)
    texts = {**write_entry.with_source(context.data, source), CENTRES_FILE: after}
    if rounds_after != rounds_before:
        texts[ROUNDS_FILE] = rounds_after
    write_entry.read_with(context.data, texts, [context.today])
    write_entry.write(context.data, texts)
    return after != before


def _index(text: str, name: str) -> int:
    """Return the place of an entry in its file, in which some may lie ahead."""
    ids = [line[len("- id: ") :].strip() for line in text.splitlines() if line.startswith("- id: ")]
    return ids.index(name)


def _tell(context: CommandContext, name: str, reading: Reading, changed: bool) -> None:
    """Print what was understood, what was not, and a letter that asks about that."""
    for one in sorted(reading.told, key=lambda one: one.number):
        _tell_told(context, one)
    for rest in sorted(reading.unread, key=lambda one: one.number):
        key = rest.question.key if rest.question else ""
        sentence = context.words.plain(rest.message[0], **rest.message[1])
        place = context.words.plain(N_("rad %(line)s"), line=rest.number)
        context.write(visible(": ".join(filter(None, (place, key, sentence)))))
    context.tell(
        N_("%(id)s: svaret är inskrivet i data/centres.yaml.")
        if changed
        else N_("%(id)s: inget skrevs, för svaret ändrar och bekräftar inget."),
        id=name,
    )
    _ask_again(context, name, reading.unread)


def _tell_told(context: CommandContext, one: Told) -> None:
    fields = one.answer.fields if one.answer else {}
    values = ", ".join(
        f"{field}: {', '.join(value) if isinstance(value, list) else value}"
        for field, value in fields.items()
    )
    message = (
        N_("rad %(line)s: %(key)s: %(field)s blir %(values)s")
        if fields
        else N_("rad %(line)s: %(key)s: %(field)s är bekräftat")
    )
    field = one.question.field
    context.tell(message, line=one.number, key=one.question.key, field=field, values=values)


def _ask_again(context: CommandContext, name: str, unread: list[Unread]) -> None:
    """Print a second letter, with a line for each question that is left."""
    questions = list(dict.fromkeys(one.question for one in unread if one.question))
    questions = [one for one in questions if one.kind != "by hand"]
    if not questions:
        return
    context.tell(N_("Det här är kvar att fråga. Ett brev till, att kopiera:"))
    context.write("")
    context.write("\n".join(letter.again(name, questions)))
