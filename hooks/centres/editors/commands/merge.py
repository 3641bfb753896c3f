"""`centres merge`: a centre becomes part of another, which takes over all that it is for."""

from centres.data.record_rules import NO_CENTRE
from centres.editors import change, change_questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("ett centrum går upp i ett annat")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return change.refusing(_merge, context)


def _merge(context: CommandContext) -> int:
    directory = change.directory_of(context, context.options["id"])
    known = change.ids(directory)
    name = change_questions.which(context, "id", change_questions.WHICH_CENTRE, known, NO_CENTRE)
    others = [one for one in known if one != name]
    into = change_questions.which(
        context, "into", change_questions.WHICH_SUCCESSOR, others, NO_CENTRE
    )
    prompt = change_questions.prompt_of(context)
    told, _ = change_questions.told(context, change_questions.TOLD, prompt)
    return change.carry_out(
        context, directory, lambda files: files.merge(name, into, told), told, prompt
    )
