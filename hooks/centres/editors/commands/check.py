"""`centres check`: every problem in data and prose; what is old; what is left to translate."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from centres.content import history
from centres.editors import changed_facts, reviews, translation_status
from centres.editors.context import CommandContext
from centres.editors.proposal import git_snapshot
from centres.errors import HistoryError, PageError
from centres.files.problem import DataProblems, Problem, Severity
from centres.i18n import N_
from centres.site.load import Content
from centres.site.site import Site

# A centre that prose names: {{ centre("taby") }}.
_NAMED_CENTRE = re.compile(r"""\{\{\s*\w+\(["']([a-z0-9-]+)["']\)""")

HELP = N_("kontrollera alla uppgifter")


def run(context: CommandContext) -> int:
    """Print the warnings and the number of centres. Raises DataProblems if anything is wrong."""
    content = context.read()
    site = context.site(content, content.directory.languages)
    problems = [
        *_unfillable_pages(site, content),
        *_telling_titles(site, content),
        *reviews.problems_in_catalogues(context.root, context.today),
        *changed_facts.problems_in(context.data, context.options["since"], context.today),
    ]
    if problems:
        raise DataProblems(problems)
    directory = content.directory
    statuses = translation_status.statuses(context.root, directory, content.pages)
    warnings = [*directory.warnings, *_closing_centres_in_prose(content)]
    _tell_warnings(context, [*directory.questions, *warnings])
    # Not as annotations: GitHub shows ten warnings, and these would hide those of the data.
    for line in translation_status.count_lines(statuses, context.words):
        context.write(line)
    context.tell(N_("Inga fel. %(centres)s centrum, %(served)s kommuner."), **directory.figures)
    return 0


def _tell_warnings(context: CommandContext, warnings: Iterable[Problem]) -> None:
    """Print the warnings: on GitHub those of the entries that were changed, and how many others.

    GitHub shows ten of a step, and those of other entries would stand before an editor's own.
    """
    warnings = list(warnings)
    changed = _changed(context) if context.for_github else None
    if changed is None:
        context.tell_problems(warnings)
        return
    own = [one for one in warnings if (one.file, one.entry) in changed]
    context.tell_problems(own)
    if others := len(warnings) - len(own):
        context.tell(
            N_("Varningar om annat än det du har ändrat: %(n)s. Se: make report."), n=others
        )


def _changed(context: CommandContext) -> set[tuple[str, str]] | None:
    """Return the entries that were changed, each by file and id; None if git does not know."""
    try:
        return git_snapshot.changed_entries(context.root, context.options["since"])
    except HistoryError:
        return None


def _unfillable_pages(site: Site, content: Content) -> Iterator[Problem]:
    """Yield a Problem for each page with a `{{ … }}` that cannot be filled in.

    It names a figure that does not exist, lacks a brace, or calls what prose may not call.
    """
    for page in content.pages:
        edition = site.editions.get(page.language)
        if edition is None:
            continue
        try:
            site.prose_pages.fill(edition, page.path, page.body)
        except PageError as error:
            message = N_("det som står mellan {{ och }} går inte att fylla i: %(why)s")
            yield Problem.of_file(page.name, message, why=error)


def _closing_centres_in_prose(content: Content) -> Iterator[Problem]:
    """Yield a notice for each page that names a centre which has closed, or will.

    The page is made all the same, but what it says of the centre is no longer so.
    """
    directory = content.directory
    days = {one.id: one.date for one in directory.retired}
    for name, steps in directory.ahead.of_centre.items():
        days |= {name: step.day} if (step := steps[-1]).kind == "closes" else {}
    for page in content.pages:
        named = set(_NAMED_CENTRE.findall(page.body))
        for name in sorted(named & set(days)):
            message = N_("sidan nämner centret %(name)s. Det stänger %(date)s: stämmer texten då?")
            problem = Problem.of_file(page.name, message, name=name, date=days[name])
            yield replace(problem, severity=Severity.NOTICE)


def _telling_titles(site: Site, content: Content) -> Iterator[Problem]:
    """Yield a Problem for each page made from data that tells in the history what has happened.

    Its title is translated in the language's catalogue. That of the start page is the site's name,
    which ends all the others.
    """
    for edition in site.full_editions:
        code = edition.language.code
        words = history.telling(edition.language, content.word_lists)
        shown = {
            text.casefold(): text
            for page in site.from_data(code)
            if page.audience == "visitor"
            for text in (page.title, page.path)
        }
        for text, original in shown.items():
            for word in (word for word in words if word in text):
                file = f"locales/{code}/{'words.yaml' if edition.language.is_source else 'site.po'}"
                yield Problem.of_file(file, history.TITLE, name=original, word=word)
