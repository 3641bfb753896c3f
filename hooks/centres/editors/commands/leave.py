"""`centres leave`: a municipality leaves the centre that it has."""

from centres.editors import change, change_questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("en kommun lämnar sitt centrum")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such municipality.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return change.refusing(_leave, context)


def _leave(context: CommandContext) -> int:
    directory = change.directory_of(context)
    name = change_questions.municipality(context, directory)
    prompt = change_questions.prompt_of(context)
    told, _ = change_questions.told(context, change_questions.TOLD, prompt)
    return change.carry_out(context, directory, lambda files: files.leave(name, told), told, prompt)
