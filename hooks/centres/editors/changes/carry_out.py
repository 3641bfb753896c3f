"""Carry out something that happens to a centre: check it, show what visitors see, write it.

Nothing is written before the whole data folder has been checked with the change in it, today and on
the day when it takes effect. All files are written, or none.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy
from datetime import date
from typing import Literal

from centres.data import record_rules
from centres.data.directory import Directory
from centres.data.record_rules import served_of
from centres.editors import new_centre, write_entry
from centres.editors.changes import files as change_files
from centres.editors.changes.files import Files, Told
from centres.editors.changes.questions import Refused
from centres.editors.context import CommandContext
from centres.editors.prompt import NoAnswer, Prompt
from centres.editors.proposal import page_diff
from centres.editors.proposal.report import lines as report_lines
from centres.editors.write_entry import CENTRES_FILE, RETIRED_FILE
from centres.files import yaml_edit, yaml_file
from centres.files.problem import DataProblems, visible
from centres.i18n import N_, SOURCE_LANGUAGE
from centres.pages.directory import centre as centre_pages
from centres.pages.directory.municipality import municipality_path
from centres.site.load import Content
from centres.site.site import Site

# Changes that are shown of a page: enough to recognise what happens to it.
_MOST_CHANGES = 8
# Makes the change in the files.
Edit = Callable[[Files], None]


def directory_of(context: CommandContext, centre: str = "") -> Directory:
    """Return the directory, also where a crash has left `centre` closed but not gone.

    Then it is read as if the centre were open. Raises DataProblems.
    """
    try:
        return context.read().directory
    except DataProblems:
        files = files_of(context)
        if not files.closed(centre):
            raise
        texts = {RETIRED_FILE: yaml_edit.removed(files.retired, centre)}
        try:
            return write_entry.read_with(context.data, texts, [context.today])[0]
        except DataProblems:
            pass
        raise


def ids(directory: Directory) -> list[str]:
    """Return the ids of the centres that there are, or are to be."""
    return [centre.id for centre in (*directory.centres, *directory.ahead.opening)]


def files_of(context: CommandContext) -> Files:
    """Return the texts of the files as they are."""
    centres, retired = (yaml_edit.read(context.data / one) for one in (CENTRES_FILE, RETIRED_FILE))
    return Files(centres, retired, context.today)


def carry_out(
    context: CommandContext,
    directory: Directory,
    edit: Edit,
    told: Told,
    prompt: Prompt | None,
) -> int:
    """Make the change, show it, and write it if nobody says no; return the exit status.

    Raises DataProblems, and NoAnswer.
    """
    before = files_of(context)
    after = copy(before)
    edit(after)
    texts = change_files.in_order(before, after)
    if not texts:
        context.tell(N_("Det står redan så. Inget skrevs."))
        return 0
    asking = prompt or Prompt(context.words, write=context.write)
    source = new_centre.ask_source(told.source, context.options, directory, asking, context.today)
    # A source that nothing cites yet is no mistake; a fact without its source is.
    every = {**write_entry.with_source(context.data, source), **texts}
    days = [context.today, *([told.first] if told.first and told.first > context.today else [])]
    then = write_entry.read_with(context.data, every, days)
    _show(context, directory, days, then, _named(before, after))
    if prompt and _declined(prompt):
        raise NoAnswer(context.words.plain(N_("svaret var no")))
    write_entry.write(context.data, every)
    names = context.words.listed(f"data/{name}" for name in every)
    context.tell(N_("Skrev %(files)s."), files=names)
    if source:
        context.tell(write_entry.SOURCE_ADDED, id=source.id)
    return 0


def _declined(prompt: Prompt) -> bool:
    answer = prompt.ask(N_("Ska det skrivas? yes eller no"), Literal["yes", "no"], default="yes")
    return answer == "no"


def _named(before: Files, after: Files) -> set[str]:
    """Return the municipalities and the centres in the lines that differ between the files."""
    named: set[str] = set()
    for old, new in ((before.centres, after.centres), (before.retired, after.retired)):
        entries = [
            {record_rules.text_of(entry, "id"): entry for _, entry in record_rules.entries(file)}
            for file in (yaml_file.parse(old, ""), yaml_file.parse(new, ""))
        ]
        for name in {*entries[0], *entries[1]}:
            if entries[0].get(name) != entries[1].get(name):
                named |= {name, *(one for each in entries for one in served_of(each.get(name, {})))}
    return named


def refusing(run: Callable[[CommandContext], int], context: CommandContext) -> int:
    """Run a command; print what it refuses, and return 2 then."""
    try:
        return run(context)
    except Refused as error:
        context.tell(error.message, **error.values)
        context.tell(N_("Inget skrevs."))
        return 2


def _show(
    context: CommandContext,
    directory: Directory,
    days: list[date],
    then: list[Directory],
    names: Collection[str],
) -> None:
    """Print what visitors see changed today, and on the day when it takes effect.

    `names` are the municipalities and centres that something happens to.
    """
    try:
        now = [directory, *write_entry.read_with(context.data, {}, days[1:])]
        content = context.read()
    except DataProblems:
        # Half of it is written already: what visitors see of that is no page to compare with.
        return
    for day, old, new in zip(days, now, then, strict=True):
        context.tell(N_("Det här ser besökarna %(date)s:"), date=context.words.day(day))
        context.write("")
        before, after = (_site(context, content, one) for one in (old, new))
        paths = _paths(old, new, names)
        comparison = page_diff.compare(before, after, SOURCE_LANGUAGE, paths)
        for line in _shortened(report_lines(comparison, context.words), context):
            context.write(visible(line))


def _shortened(lines: Iterable[str], context: CommandContext) -> Iterator[str]:
    """Yield the lines of a report, of each list the first: a page that is another has dozens."""
    more = 0
    for line in [*lines, ""]:
        more = more + 1 if line.startswith("- ") else 0
        if more <= _MOST_CHANGES:
            yield line
        elif more == _MOST_CHANGES + 1:
            yield context.words.plain(N_("- … och mer på samma sida"))


def _site(context: CommandContext, content: Content, directory: Directory) -> Site:
    """Return the site with another directory, in the language of the data and its variants."""
    languages = [one for one in directory.languages if one.base_code == SOURCE_LANGUAGE]
    return context.site(content._replace(directory=directory), languages)


def _paths(old: Directory, new: Directory, names: Collection[str]) -> set[str]:
    """Return the pages of municipalities and centres in `names`, and of all whom these serve."""
    centres = [centre for both in (old, new) for centre in both.centres if centre.id in names]
    served = {name for centre in centres for name in centre.municipalities} | set(names)
    paths = {municipality_path(one) for one in old.municipalities if one.name in served}
    return paths | {f"{centre_pages.FOLDER}{name}/" for name in names}
