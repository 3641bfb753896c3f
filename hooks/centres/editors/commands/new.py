"""`centres new`: the entry of a new centre, with all that nobody knows written as not confirmed."""

from centres.editors import new_centre, write_entry
from centres.editors.context import CommandContext
from centres.editors.prompt import Prompt
from centres.i18n import N_

HELP = N_("lägg till ett centrum")


def run(context: CommandContext) -> int:
    """Write the entry, and its source if that is new; print where.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    directory = context.read().directory
    prompt = Prompt(context.words, write=context.write)
    centre = new_centre.ask_centre(context.options, directory, prompt, context.today)
    source = new_centre.ask_source(centre.source, context.options, directory, prompt, context.today)
    line = write_entry.add_centre(context.data, centre, source, context.today)
    message = N_("Skrev posten %(id)s i data/centres.yaml, från rad %(line)s.")
    context.tell(message, id=centre.id, line=line)
    if source:
        context.tell(write_entry.SOURCE_ADDED, id=source.id)
    context.tell(N_("Se vad besökarna får se: make diff"))
    return 0
