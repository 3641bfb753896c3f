"""`centres translated`: that translated pages now say what their Swedish pages say."""

from centres.content import critical, prose
from centres.editors.context import CommandContext
from centres.i18n import N_, SOURCE_LANGUAGE

HELP = N_("skriv att sidor nu säger detsamma som de svenska")


def run(context: CommandContext) -> int:
    """Write into each page that was named that it says what the Swedish page says; print that.

    That is the fingerprint of the Swedish page, and the stamps of critical sentences.

    Nothing is written if one of the files is no page with a Swedish page behind it. The Swedish
    page itself is passed over: `content/*/om/index.md` names it among the others. Returns 2 if
    nothing was written. Raises DataProblems.
    """
    content = context.read()
    pages, propositions = content.pages, content.directory.propositions
    swedish = {page.path: page for page in pages if page.language == SOURCE_LANGUAGE}
    known = {page.name: page for page in pages if page.path in swedish}
    names = list(dict.fromkeys(context.options["page"]))
    unknown = (name for name in names if name not in known)
    if context.refuses(unknown, N_("%(name)s är ingen översatt sida.")):
        return 2
    for name in names:
        if known[name].language == SOURCE_LANGUAGE:
            context.tell(N_("%(name)s är källan och ändras inte."), name=name)
            continue
        path, fingerprint = context.root / name, swedish[known[name].path].fingerprint
        # Bytes, not text: line ends stay as they are.
        stamped = prose.stamped(path.read_bytes().decode("utf-8"), fingerprint)
        stamped = critical.stamped(stamped, propositions, of_source=False)
        path.write_bytes(stamped.encode("utf-8"))
        context.tell(N_("%(name)s räknas som översatt."), name=name)
    return 0 if any(known[name].language != SOURCE_LANGUAGE for name in names) else 2
