"""`centres leave`: a municipality leaves the centre that it has."""

from centres.editors.changes import carry_out, questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("en kommun lämnar sitt centrum")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such municipality.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return carry_out.refusing(_leave, context)


def _leave(context: CommandContext) -> int:
    directory = carry_out.directory_of(context)
    name = questions.municipality(context, directory)
    prompt = questions.prompt_of(context)
    told, _ = questions.told(context, questions.TOLD, prompt)
    return carry_out.carry_out(
        context, directory, lambda files: files.leave(name, told), told, prompt
    )
