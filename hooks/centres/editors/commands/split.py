"""`centres split`: a municipality leaves the centre that it shares, for one of its own."""

from centres.editors import change, change_questions, new_centre
from centres.editors.change_files import Told
from centres.editors.context import CommandContext
from centres.files.yaml_edit import Row
from centres.i18n import N_

HELP = N_("en kommun lämnar sitt centrum och får ett eget")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such municipality.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return change.refusing(_split, context)


def _split(context: CommandContext) -> int:
    directory = change.directory_of(context)
    name = change_questions.municipality(context, directory)
    prompt = change_questions.prompt_of(context)
    told, known = change_questions.told(
        context, (*change_questions.OF_CENTRE, *change_questions.TOLD), prompt, [name]
    )
    centre = new_centre.centre_of(known, context.today)
    entry = {**centre.entry(), "municipalities": [_own(name, told)], "checked": told.checked}
    return change.carry_out(
        context, directory, lambda files: files.split(name, entry, told), told, prompt
    )


def _own(name: str, told: Told) -> Row:
    return Row({"name": name, "from": told.day.isoformat(), **told.cited})
