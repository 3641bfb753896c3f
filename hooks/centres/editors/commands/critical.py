"""`centres critical`: that critical sentences on Swedish pages say what data/critical.yaml says."""

from centres.content import critical, prose
from centres.data import loader
from centres.editors.context import CommandContext
from centres.i18n import N_, SOURCE_LANGUAGE

HELP = N_("skriv att en svensk sidas viktiga meningar säger sitt")
NOT_SWEDISH = N_("%(name)s är ingen svensk sida.")


def run(context: CommandContext) -> int:
    """Stamp each critical sentence of the Swedish pages that were named; print what was done.

    Nothing is written if one of the files is no Swedish page. Returns 2 then. Raises DataProblems
    with what is wrong in the data; sentences that wait to be stamped are not.
    """
    pages, _ = prose.read(context.root, [SOURCE_LANGUAGE])
    known = {page.name for page in pages}
    names = list(dict.fromkeys(context.options["page"]))
    if context.refuses((name for name in names if name not in known), NOT_SWEDISH):
        return 2
    propositions = loader.load(context.data, context.today).propositions
    for name in names:
        path = context.root / name
        # Bytes, not text: line ends stay as they are.
        text = path.read_bytes().decode("utf-8")
        stamped = critical.stamped(text, propositions, of_source=True)
        path.write_bytes(stamped.encode("utf-8"))
        message = N_("%(name)s säger det som data/critical.yaml säger.")
        context.tell(message, name=name)
    return 0
