"""`centres reopen`: a centre that has closed, or is to close, is open again from a day on."""

from centres.data.field_messages import UnknownName
from centres.editors import new_centre
from centres.editors.changes import carry_out, questions
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("ett centrum som har stängt öppnar igen")
_NOT_CLOSED = UnknownName(
    N_("centret ”%(name)s” finns inte i data/retired.yaml. Menade du %(near)s?"),
    N_("centret ”%(name)s” finns inte i data/retired.yaml."),
)


def run(context: CommandContext) -> int:
    """Write it; return 2 if there is no such closed centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    return carry_out.refusing(_reopen, context)


def _reopen(context: CommandContext) -> int:
    directory = carry_out.directory_of(context)
    files = carry_out.files_of(context)
    name = questions.which(context, "id", questions.WHICH_CENTRE, files.closed_ids(), _NOT_CLOSED)
    closed = files.closed(name)
    prompt = questions.prompt_of(context)
    if files.entry(name):
        told, _ = questions.told(context, questions.TOLD, prompt)
        entry = None
    else:
        # Its entry is gone: what was known of it may not be so any more, and is asked for.
        preset = {"id": name, "name": closed["name"]}
        told, known = questions.told(
            context,
            (*questions.OF_CENTRE, *questions.TOLD),
            prompt,
            closed["municipalities"],
            preset,
        )
        entry = new_centre.centre_of(known, context.today).entry() | {"checked": told.checked}
    return carry_out.carry_out(
        context, directory, lambda files: files.reopen(name, entry, told), told, prompt
    )
