"""`centres rename`: a centre gets another name, at once or from a day on."""

from centres.data.record_rules import NO_CENTRE
from centres.editors.changes import carry_out, questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("ett centrum byter namn")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return carry_out.refusing(_rename, context)


def _rename(context: CommandContext) -> int:
    directory = carry_out.directory_of(context)
    centre = questions.which(
        context, "id", questions.WHICH_CENTRE, carry_out.ids(directory), NO_CENTRE
    )
    prompt = questions.prompt_of(context)
    told, known = questions.told(context, (*questions.NAME, *questions.TOLD), prompt)
    name, name_is = known["name"], known["name_is"]
    return carry_out.carry_out(
        context, directory, lambda files: files.rename(centre, name, name_is, told), told, prompt
    )
