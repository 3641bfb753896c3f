"""`centres diff`: what visitors will see changed since a revision."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from centres.editors import git_snapshot, page_diff
from centres.editors.context import CommandContext
from centres.files.problem import DataProblems, visible
from centres.i18n import N_
from centres.site.site import Site

HELP = N_("visa vad besökarna får se ändrat")


def run(context: CommandContext) -> int:
    """Print the report; return 1 if an address would lead nowhere.

    Raises DataProblems, PageError, and HistoryError if there is no such revision.
    """
    code = context.words.code
    after = _site(context)
    with TemporaryDirectory() as folder:
        git_snapshot.extract(context.root, context.options["revision"], Path(folder))
        try:
            before = _site(replace(context, data=Path(folder, "data")))
        except DataProblems:
            # What mends a broken file, or tightens a rule, must not be stopped by what was there.
            context.tell(N_("Den äldre versionen följer inte dagens regler."))
            return 0
        comparison = page_diff.compare(before, after, code)
    quote = page_diff.literal if context.for_github else str
    lines = page_diff.report_lines(comparison, context.words, quote)
    context.write("\n".join(map(visible, lines)))
    return 1 if comparison.gone else 0


def _site(context: CommandContext) -> Site:
    """Return the site in every language. Raises DataProblems."""
    content = context.read()
    return context.site(content, content.directory.languages)
