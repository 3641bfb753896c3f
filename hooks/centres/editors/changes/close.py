"""`centres close`: a centre closes, and none takes over."""

from centres.data.record_rules import NO_CENTRE
from centres.editors.changes import carry_out, questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("ett centrum stänger")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return carry_out.refusing(_close, context)


def _close(context: CommandContext) -> int:
    directory = carry_out.directory_of(context, context.options["id"])
    # One that has closed by its day, too: its entry is still to be removed.
    known = sorted({*carry_out.ids(directory), *(one.id for one in directory.retired)})
    name = questions.which(context, "id", questions.WHICH_CENTRE, known, NO_CENTRE)
    prompt = questions.prompt_of(context)
    told, _ = questions.told(context, questions.TOLD, prompt)
    return carry_out.carry_out(
        context, directory, lambda files: files.close(name, told), told, prompt
    )
