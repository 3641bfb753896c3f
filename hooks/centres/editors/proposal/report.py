"""Tell what differs between two sites: lines of Markdown, the pages of visitors first."""

import re
from collections.abc import Callable, Iterator

from centres.editors.proposal.page_diff import Comparison
from centres.i18n import N_, Words
from centres.pages.directory import centre

# Pages that a heading names at most: a change of Bris's number is a change of nearly every page.
_MOST_NAMED = 12
# Lines of a new page's text that are shown at most.
_MOST_LINES = 40
# Words kept on either side of what changed in a long line, enough to recognise the sentence.
_WORDS_AROUND = 4


def lines(comparison: Comparison, words: Words, quote: Callable[[str], str] = str) -> Iterator[str]:
    """Yield the comparison as lines of Markdown, in the language of `words`, an `editor` catalogue.

    `quote` makes a text from a page safe to show where Markdown is read (`literal`).
    """
    yield from _pages_gone(comparison, words)
    for changes, addresses in comparison.changed.items():
        yield from (_heading(comparison, addresses, words), "")
        yield from (f"- {_sentence(old, new, words, quote)}" for old, new in changes)
        yield ""
    for address, text in comparison.new.items():
        yield from (words.plain(N_("Ny sida: %(page)s"), page=comparison.name(address)), "")
        yield from (f"- {quote(line)}" for line in text[:_MOST_LINES])
        if len(text) > _MOST_LINES:
            yield words.plain(N_("- … och %(n)s rader till"), n=len(text) - _MOST_LINES)
        yield from [""] * bool(text)
    for address in comparison.gone:
        page = comparison.name(address)
        yield from (words.plain(N_("Sidan försvinner: %(page)s"), page=page), "")
    yield from _only_counted(comparison, words)
    yield from _translations_to_make(comparison, words, quote)
    if comparison.recounted:
        message = N_("Tal, kartor eller grannar räknas om på %(n)s sidor.")
        yield words.plain(message, n=comparison.recounted)
    elif not (comparison.addresses or comparison.gone):
        yield words.plain(N_("Besökarna ser ingen skillnad."))
    if comparison.open_data:
        yield words.plain(N_("De öppna uppgifterna ändras: /data/centres.json"))


def _only_counted(comparison: Comparison, words: Words) -> Iterator[str]:
    """Yield a line for the pages in other languages, and one for those of the guide."""
    if comparison.alike:
        counts = [f"{name} ({len(pages)})" for name, pages in comparison.alike.items()]
        message = N_("Samma sak ändras på sidor på andra språk: %(counts)s.")
        yield from (words.plain(message, counts=words.listed(counts)), "")
    if comparison.in_guide:
        message = N_("Dessutom ändras sidor i handboken för kommuner: %(n)s.")
        yield from (words.plain(message, n=len(comparison.in_guide)), "")


def literal(text: str) -> str:
    """Return `text` as Markdown that shows it letter by letter: no picture, and nobody notified."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~@&])", r"\\\1", text)


def _pages_gone(comparison: Comparison, words: Words) -> Iterator[str]:
    """Yield what to do about each address that would lead nowhere."""
    for address in comparison.gone:
        message = (
            N_("%(page)s leder ingenstans. Lägg till centret i data/retired.yaml.")
            if re.match(rf"((?!rad/)[a-z-]+/)?{centre.FOLDER}", address)
            else N_(
                "%(page)s leder ingenstans, och någon kan ha sparat adressen. Behövs sidan inte "
                "längre: lägg tillbaka filen, ta bort group och order, och skriv vart besökaren "
                "ska i stället, som moved_to: rad/"
            )
        )
        yield from (words.plain(message, page=comparison.name(address)), "")


def _translations_to_make(
    comparison: Comparison, words: Words, quote: Callable[[str], str]
) -> Iterator[str]:
    for language, texts in comparison.untranslated.items():
        message = N_("Visas på svenska tills någon översätter till %(name)s:")
        yield words.plain(message, name=language)
        yield from ("", *(f"- ”{quote(text)}”" for text in texts), "")
    for name in comparison.outdated:
        message = N_("Översättningen är nu äldre än den svenska sidan: %(name)s")
        yield from (words.plain(message, name=name), "")


def _heading(comparison: Comparison, addresses: list[str], words: Words) -> str:
    names = [comparison.name(address) for address in addresses]
    if len(names) > _MOST_NAMED:
        rest = len(names) - _MOST_NAMED + 1
        names = [*names[: _MOST_NAMED - 1], words.plain(N_("%(n)s sidor till"), n=rest)]
    return words.listed(names) + ":"


def _sentence(old: str | None, new: str | None, words: Words, quote: Callable[[str], str]) -> str:
    """Return one change in words: what became what, what is new or what is gone."""
    if old and new:
        old, new = map(quote, _without_common_ends(old, new))
        return words.plain(N_("”%(old)s” blir ”%(new)s”"), old=old, new=new)
    if new:
        return words.plain(N_("nytt: ”%(new)s”"), new=quote(new))
    return words.plain(N_("borta: ”%(old)s”"), old=quote(old or ""))


def _without_common_ends(old: str, new: str) -> tuple[str, str]:
    """Return two lines without the words that both begin or end with, but for a few of them."""
    old_words, new_words = old.split(), new.split()
    shortest = min(len(old_words), len(new_words))
    start = 0
    while start < shortest and old_words[start] == new_words[start]:
        start += 1
    end = 0
    while end < shortest - start and old_words[-1 - end] == new_words[-1 - end]:
        end += 1
    start, end = max(0, start - _WORDS_AROUND), max(0, end - _WORDS_AROUND)
    return _cut(old_words, start, end), _cut(new_words, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    """Return `words` without the first `start` and the last `end`, and an ellipsis for each."""
    kept = words[start : len(words) - end]
    return " ".join([*(["…"] if start else []), *kept, *(["…"] if end else [])])
