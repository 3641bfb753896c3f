"""`centres check`: every problem in data and prose; what is old; what translators have left."""

from collections.abc import Iterator

from centres.editors import translation_status
from centres.editors.context import CommandContext
from centres.errors import PageError
from centres.files.problem import DataProblems, Problem
from centres.i18n import N_
from centres.site.load import Content

HELP = N_("kontrollera alla uppgifter")


def run(context: CommandContext) -> int:
    """Print the warnings and the number of centres. Raises DataProblems if anything is wrong."""
    content = context.read()
    problems = list(_unfillable_pages(context, content))
    if problems:
        raise DataProblems(problems)
    directory = content.directory
    statuses = translation_status.statuses(context.root, directory, content.pages)
    context.tell_problems([*directory.warnings, *translation_status.warnings(statuses)])
    context.tell(N_("Inga fel. %(centres)s centrum, %(served)s kommuner."), **directory.figures)
    return 0


def _unfillable_pages(context: CommandContext, content: Content) -> Iterator[Problem]:
    """Yield a Problem for each page with a `{{ … }}` that cannot be filled in.

    It names a figure that does not exist, lacks a brace, or calls what prose may not call.
    """
    site = context.site(content, content.directory.languages)
    for page in content.pages:
        edition = site.editions.get(page.language)
        if edition is None:
            continue
        try:
            site.prose_pages.fill(edition, page.path, page.body)
        except PageError as error:
            message = N_("det som står mellan {{ och }} går inte att fylla i: %(why)s")
            yield Problem.of_file(page.name, message, why=error)
