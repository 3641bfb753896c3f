"""`centres join`: a municipality has a centre from a day on."""

from centres.data.record_rules import NO_CENTRE
from centres.editors import change, change_questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("ett centrum blir till för en kommun till")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such municipality or centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return change.refusing(_join, context)


def _join(context: CommandContext) -> int:
    directory = change.directory_of(context)
    name = change_questions.municipality(context, directory)
    known = change.ids(directory)
    centre = change_questions.which(context, "id", change_questions.WHICH_CENTRE, known, NO_CENTRE)
    prompt = change_questions.prompt_of(context)
    told, _ = change_questions.told(context, change_questions.JOINED, prompt)
    return change.carry_out(
        context, directory, lambda files: files.join(name, centre, told), told, prompt
    )
