"""`centres merge`: a centre becomes part of another, which takes over all that it is for."""

from centres.data.record_rules import NO_CENTRE
from centres.editors.changes import carry_out, questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("ett centrum går upp i ett annat")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return carry_out.refusing(_merge, context)


def _merge(context: CommandContext) -> int:
    directory = carry_out.directory_of(context, context.options["id"])
    known = carry_out.ids(directory)
    name = questions.which(context, "id", questions.WHICH_CENTRE, known, NO_CENTRE)
    others = [one for one in known if one != name]
    into = questions.which(context, "into", questions.WHICH_SUCCESSOR, others, NO_CENTRE)
    prompt = questions.prompt_of(context)
    told, _ = questions.told(context, questions.TOLD, prompt)
    return carry_out.carry_out(
        context, directory, lambda files: files.merge(name, into, told), told, prompt
    )
