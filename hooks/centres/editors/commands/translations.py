"""`centres translations`: new texts for translators, and which pages are outdated."""

from centres.editors import po_files, translation_status
from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("lägg till nya texter i locales/")


def run(context: CommandContext) -> int:
    """Write the catalogues; print a line for each, and what is not translated.

    Raises DataProblems, and CatalogueError if a catalogue cannot be read.
    """
    directory, pages, *_ = context.read()
    context.write("\n".join(po_files.update(context.root, directory)))
    statuses = translation_status.statuses(context.root, directory, pages)
    for line in translation_status.count_lines(statuses, context.words):
        context.write(line)
    return 0
