"""`centres split`: a municipality leaves the centre that it shares, for one of its own."""

from centres.editors import new_centre
from centres.editors.changes import carry_out, questions
from centres.editors.changes.files import Told
from centres.editors.context import CommandContext
from centres.files.yaml_edit import Row
from centres.i18n import N_

HELP = N_("en kommun lämnar sitt centrum och får ett eget")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such municipality.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return carry_out.refusing(_split, context)


def _split(context: CommandContext) -> int:
    directory = carry_out.directory_of(context)
    name = questions.municipality(context, directory)
    prompt = questions.prompt_of(context)
    told, known = questions.told(context, (*questions.OF_CENTRE, *questions.TOLD), prompt, [name])
    centre = new_centre.centre_of(known, context.today)
    entry = {**centre.entry(), "municipalities": [_own(name, told)], "checked": told.checked}
    return carry_out.carry_out(
        context, directory, lambda files: files.split(name, entry, told), told, prompt
    )


def _own(name: str, told: Told) -> Row:
    return Row({"name": name, "from": told.day.isoformat(), **told.cited})
