"""`centres rename`: a centre gets another name, at once or from a day on."""

from centres.data.record_rules import NO_CENTRE
from centres.editors import change, change_questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("ett centrum byter namn")


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return change.refusing(_rename, context)


def _rename(context: CommandContext) -> int:
    directory = change.directory_of(context)
    centre = change_questions.which(
        context, "id", change_questions.WHICH_CENTRE, change.ids(directory), NO_CENTRE
    )
    prompt = change_questions.prompt_of(context)
    told, known = change_questions.told(
        context, (*change_questions.NAME, *change_questions.TOLD), prompt
    )
    name, name_is = known["name"], known["name_is"]
    return change.carry_out(
        context, directory, lambda files: files.rename(centre, name, name_is, told), told, prompt
    )
