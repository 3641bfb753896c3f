"""`centres diff`: what visitors will see changed since a revision."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from centres.editors.context import CommandContext
from centres.editors.proposal import git_snapshot, page_diff, report
from centres.editors.proposal.page_diff import Comparison
from centres.files.problem import DataProblems, visible
from centres.i18n import N_
from centres.site.site import Site

HELP = N_("visa vad besökarna får se ändrat")


class Compared(NamedTuple):
    """The site before and after, and what differs between them."""

    before: Site
    after: Site
    comparison: Comparison


def run(context: CommandContext) -> int:
    """Print the report; return 1 if an address would lead nowhere.

    Raises DataProblems, PageError, and HistoryError if there is no such revision.
    """
    found = compared(context, context.options["revision"])
    if found is None:
        context.tell(N_("Den äldre versionen följer inte dagens regler."))
        return 0
    quote = report.literal if context.for_github else str
    lines = report.lines(found.comparison, context.words, quote)
    context.write("\n".join(map(visible, lines)))
    return 1 if found.comparison.gone else 0


def compared(context: CommandContext, revision: str) -> Compared | None:
    """Return the site as it was at a revision and as it is now, and what differs.

    None if what was there then breaks today's rules: what mends a broken file, or tightens a rule,
    must not be stopped by that. Raises what `run` raises.
    """
    after = _site(context)
    with TemporaryDirectory() as folder:
        git_snapshot.extract(context.root, revision, Path(folder))
        try:
            before = _site(replace(context, data=Path(folder, "data")))
        except DataProblems:
            return None
        return Compared(before, after, page_diff.compare(before, after, context.words.code))


def _site(context: CommandContext) -> Site:
    """Return the site in every language. Raises DataProblems."""
    content = context.read()
    return context.site(content, content.directory.languages)
