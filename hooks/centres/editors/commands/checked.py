"""`centres checked`: that somebody has confirmed an entry today."""

from centres.data import record_rules
from centres.data.field_messages import suggestion
from centres.data.field_types import Slug
from centres.editors import new_centre, write_entry
from centres.editors.context import CommandContext
from centres.editors.prompt import Prompt
from centres.i18n import N_

HELP = N_("skriv att ett centrum har bekräftats i dag")


def run(context: CommandContext) -> int:
    """Write the day and the source of the confirmation; return 2 if there is no such centre.

    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    directory = context.read().directory
    known = [centre.id for centre in directory.centres]
    prompt = Prompt(context.words, write=context.write)
    name = context.options["id"] or prompt.ask(
        N_("Vilket centrum? Skriv dess id, som boras."), Slug
    )
    if name not in known:
        message, values = record_rules.NO_CENTRE.message(name, suggestion(name, known))
        context.tell(message, **values)
        return 2
    source_id = new_centre.answers((new_centre.SOURCE_ID,), context.options, prompt)["source"]
    source = new_centre.ask_source(source_id, context.options, directory, prompt, context.today)
    unchanged = write_entry.confirm(context.data, directory, name, source_id, source, context.today)
    message = N_("%(id)s: bekräftat %(day)s, enligt %(source)s.")
    context.tell(message, id=name, day=context.today, source=source_id)
    if source:
        context.tell(write_entry.SOURCE_ADDED, id=source.id)
    if unchanged:
        message = N_("Har en egen källa och ändrades inte: %(fields)s.")
        context.tell(message, fields=", ".join(unchanged))
    return 0
