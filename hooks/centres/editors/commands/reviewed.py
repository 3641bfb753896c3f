"""`centres reviewed`: that somebody has reviewed pages or catalogues as they are now."""

from centres.content.prose import Prose
from centres.editors import po_files, reviews
from centres.editors.context import CommandContext
from centres.i18n import N_, SOURCE_LANGUAGE, fingerprint, read_catalogue

HELP = N_("skriv att någon har granskat sidor eller kataloger")


def run(context: CommandContext) -> int:
    """Write who, the day and the text's fingerprint into each file that was named; print them.

    Nothing is written if one of the files is no translated page and no catalogue. Returns 2 then.
    Raises DataProblems, and CatalogueError if a catalogue cannot be read.
    """
    content = context.read()
    pages = {page.name: page for page in content.pages if page.language != SOURCE_LANGUAGE}
    catalogues = {
        f"locales/{code}/{domain}.po"
        for domain in po_files.DOMAINS
        for code in po_files.languages(context.root, content.directory, domain)
    }
    names = list(dict.fromkeys(context.options["file"]))
    unknown = (
        name
        for name in names
        if name not in pages and not (name in catalogues and (context.root / name).exists())
    )
    if context.refuses(unknown, N_("%(name)s är ingen översatt sida eller katalog.")):
        return 2
    for name in names:
        _write(context, name, pages.get(name))
        message = N_("%(name)s är granskad %(today)s av %(by)s.")
        context.tell(message, name=name, today=context.today, by=context.options["by"])
    return 0


def _write(context: CommandContext, name: str, page: Prose | None) -> None:
    """Write the review into the file: a page, or a catalogue where `page` is None."""
    path = context.root / name
    text = page.fingerprint if page else fingerprint(read_catalogue(path))
    review = {"by": context.options["by"], "on": str(context.today), "text": text}
    write = reviews.with_page_review if page else reviews.with_review
    # Bytes, not text: line ends stay as they are.
    path.write_bytes(write(path.read_bytes().decode("utf-8"), review).encode("utf-8"))
