"""`centres join`: a municipality has a centre from a day on."""

from centres.data.record_rules import NO_CENTRE
from centres.editors.changes import carry_out, questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("en kommun går med i ett centrum")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such municipality or centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return carry_out.refusing(_join, context)


def _join(context: CommandContext) -> int:
    directory = carry_out.directory_of(context)
    name = questions.municipality(context, directory)
    known = carry_out.ids(directory)
    centre = questions.which(context, "id", questions.WHICH_CENTRE, known, NO_CENTRE)
    prompt = questions.prompt_of(context)
    told, _ = questions.told(context, questions.JOINED, prompt)
    return carry_out.carry_out(
        context, directory, lambda files: files.join(name, centre, told), told, prompt
    )
