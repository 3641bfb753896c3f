"""`centres notice`: a notice for some days; and with `--end`, one that is taken back at once."""

from collections.abc import Iterator

from centres.data.directory import Directory
from centres.data.field_messages import UnknownName, suggestion
from centres.data.model.notice import written
from centres.editors import new_centre, new_notice, write_entry
from centres.editors.context import CommandContext
from centres.editors.prompt import Prompt
from centres.i18n import N_
from centres.pages import notices
from centres.pages.edition import Edition
from centres.site import load
from centres.site.load import Content

HELP = N_("skriv ett meddelande som gäller några dagar, eller ta tillbaka ett")
_NO_NOTICE = UnknownName(
    N_("meddelandet ”%(name)s” finns inte i data/notices.yaml. Menade du %(near)s?"),
    N_("meddelandet ”%(name)s” finns inte i data/notices.yaml."),
)


def run(context: CommandContext) -> int:
    """Write the entry, and its source if that is new; print what visitors will see.

    With `--end`, take back the notice of that id; return 2 if there is none, or it has ended.
    Raises DataProblems, and NoAnswer if something is missing and nobody answers.
    """
    content = context.read()
    if context.options["end"]:
        return _end(context, content.directory, context.options["end"])
    directory, prompt = content.directory, Prompt(context.words, write=context.write)
    entry = new_notice.ask_notice(
        context.options, directory, content.prepared, prompt, context.now()
    )
    source = new_centre.ask_source(
        entry["source"], context.options, directory, prompt, context.today
    )
    line, after = write_entry.add_notice(
        context.data, entry, source, content.prepared, context.today
    )
    for seen in _seen(context, content, after, entry["id"]):
        context.write(seen)
    message = N_("Skrev posten %(id)s i data/notices.yaml, från rad %(line)s.")
    context.tell(message, id=entry["id"], line=line)
    if source:
        context.tell(write_entry.SOURCE_ADDED, id=source.id)
    context.tell_problems(
        problem
        for problem in after.warnings
        if (problem.file, problem.entry) == ("data/notices.yaml", entry["id"])
    )
    context.tell(N_("Ta tillbaka det: centres notice --end %(id)s"), id=entry["id"])
    return 0


def _end(context: CommandContext, directory: Directory, name: str) -> int:
    """Take back the notice `name`: end it now, or remove it if it has not begun."""
    by_id = {notice.id: notice for notice in directory.notices}
    now = context.now()
    if name not in by_id:
        message, values = _NO_NOTICE.message(name, suggestion(name, by_id))
        context.tell(message, **values)
        return 2
    if by_id[name].ends <= now:
        message = N_("%(id)s slutade redan %(until)s. Inget skrevs.")
        context.tell(message, id=name, until=by_id[name].until)
        return 2
    if by_id[name].begins < now:
        write_entry.end_notice(context.data, name, now)
        context.tell(N_("%(id)s slutar gälla %(until)s, nu."), id=name, until=written(now))
    else:
        write_entry.remove_notice(context.data, name, context.today)
        context.tell(N_("%(id)s hade inte börjat gälla. Posten är borttagen."), id=name)
    context.tell(N_("Det försvinner från webbplatsen när ändringen är publicerad."))
    return 0


def _seen(context: CommandContext, content: Content, after: Directory, name: str) -> Iterator[str]:
    """Yield what visitors will see of the notice `name`: where, and in each language."""
    notice = next(one for one in after.notices if one.id == name)
    if notice.level == "national":
        yield context.words.plain(
            N_("Så här syns det på startsidan, och på alla kommuners, centrums och linjers sidor:")
        )
    else:
        pages = ", ".join(f"/{path}" for path in sorted(notices.paths(after, notice)))
        yield context.words.plain(N_("Så här syns det på %(pages)s:"), pages=pages)
    for language in after.languages:
        words = load.words(context.program, language.base_code)
        edition = Edition(after, language, words, content.prepared)
        shown = edition.notices.shown(notice)
        yield ""
        for said in shown.said:
            yield f"  {said.heading.striptags()}"
            yield f"  {said.text.striptags()}"
        yield f"  {shown.when.striptags()}"
        if shown.line:
            yield f"  {shown.line.name}: {shown.line.number}"
        if shown.host:
            yield f"  {shown.host}"
    yield ""
