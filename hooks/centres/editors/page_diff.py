"""What visitors will see changed, page by page and in words: never a comparison of YAML.

Both sides are rendered with today's templates, and what is compared is the text of the pages. So
nothing that is visible can be left out, and nothing is said that no page shows.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from babel.lists import format_list

from centres.content import prose
from centres.data.geography import alphabetical
from centres.editors import po_files
from centres.editors.visible_text import DERIVED, lines
from centres.i18n import N_, SOURCE_LANGUAGE, Words
from centres.site import load, open_data
from centres.site.site import Site

# What stood on a page and what will; None where there was or will be nothing.
Change = tuple[str | None, str | None]
# Longer lists of pages are cut: a change of Bris's number is a change of nearly every page.
_NAMED = 12
# How much of two lines must be the same for one to have become the other.
_LIKE = 0.5
# A question on a page, as `seen` puts it before its answer.
_QUESTION = re.compile(r"[^:?]{3,100}[:?] ")
# Words around what changed in a long line, enough to recognise the sentence.
_AROUND = 4


@dataclass
class Comparison:
    """Addresses and titles of pages, grouped by what changes on them.

    `texts` are new Swedish texts in the data, by the name of each language that lacks them.
    """

    changed: dict[tuple[Change, ...], list[str]] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    # Files of translated pages that are older than their Swedish page, and were not before.
    behind: list[str] = field(default_factory=list)
    open_data: bool = False
    # How many pages differ only in what follows from the others: counts, maps, neighbours.
    recounted: int = 0
    # What a page is called: a municipality's name, for the others their address.
    names: dict[str, str] = field(default_factory=dict)


def compare(before: Site, after: Site, code: str) -> Comparison:
    """The two sites' pages in the language `code`."""
    old, new = dict(_pages(before, code)), dict(_pages(after, code))
    found = Comparison()
    for municipality in (*before.directory.municipalities, *after.directory.municipalities):
        folder = after.editions[code].language.folder
        found.names[f"{folder}kommun/{municipality.slug}/"] = municipality.name
    for address in sorted({**old, **new}, key=lambda one: _order(found, one)):
        if address not in old:
            found.new.append(address)
        elif address not in new:
            found.gone.append(address)
        elif old[address] != new[address]:
            changes = tuple(_changes(lines(old[address]), lines(new[address])))
            if changes:
                found.changed.setdefault(changes, []).append(address)
            elif DERIVED in new[address]:
                found.recounted += 1
    found.behind = sorted(_behind(after) - _behind(before))
    found.texts = dict(_untranslated(before, after))
    found.open_data = open_data.files(before.directory) != open_data.files(after.directory)
    return found


def said(found: Comparison, words: Words, quoted: Callable[[str], str] = str) -> Iterator[str]:
    """The comparison as lines of Markdown, in the language of `words` (an `editor` catalogue).

    `quoted` makes a text from a page safe to show where Markdown is read (`literal`).
    """
    for address in found.gone:
        message = (
            N_("%(page)s leder ingenstans. Lägg till centret i data/retired.yaml.")
            if re.match(r"((?!rad/)[a-z-]+/)?stodcentrum/", address)
            else N_("%(page)s leder ingenstans. Lägg tillbaka filen: någon kan ha sparat adressen.")
        )
        yield from (words.plain(message, page=_name(found, address)), "")
    for changes, addresses in found.changed.items():
        yield from (_heading(found, addresses, words), "")
        yield from (f"- {_sentence(old, new, words, quoted)}" for old, new in changes)
        yield ""
    for message, addresses in (
        (N_("Ny sida: %(page)s"), found.new),
        (N_("Sidan försvinner: %(page)s"), found.gone),
    ):
        for address in addresses:
            yield from (words.plain(message, page=_name(found, address)), "")
    for language, texts in found.texts.items():
        yield words.plain(
            N_("Visas på svenska tills någon översätter till %(name)s:"), name=language
        )
        yield from ("", *(f"- ”{quoted(text)}”" for text in texts), "")
    for name in found.behind:
        message = N_("Översättningen är nu äldre än den svenska sidan: %(name)s")
        yield from (words.plain(message, name=name), "")
    if found.recounted:
        message = N_("Tal, kartor eller grannar räknas om på %(n)s sidor.")
        yield words.plain(message, n=found.recounted)
    elif not (found.changed or found.new or found.gone):
        yield words.plain(N_("Besökarna ser ingen skillnad."))
    if found.open_data:
        yield words.plain(N_("De öppna uppgifterna ändras: /data/centres.json"))


def literal(text: str) -> str:
    """`text` as Markdown that shows it letter by letter: no picture, and nobody is called."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~@&])", r"\\\1", text)


def _pages(site: Site, code: str) -> Iterator[tuple[str, str]]:
    """Address and HTML of every page in one language and its variants, prose included."""
    languages = [language.code for language in site.languages if language.base_code == code]
    for language in sorted(languages):
        for page in site.pages(language):
            yield site.address(language, page.path), site.document(language, page)
        for path in site.library.paths(language, "guide"):
            html = site.prose_pages.html(site.editions[language], path)
            foot = site.surroundings(language, path, html).foot
            yield site.address(language, path), f"{html}{foot}"


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    for kind, start, end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield from _pairs(old[start:end], new[new_start:new_end])


def _pairs(old: list[str], new: list[str]) -> Iterator[Change]:
    """Lines that took each other's place: each with the one that it is most like, if any is."""
    for line in old:
        likeness, place = max(
            ((_likeness(line, other), -place) for place, other in enumerate(new)), default=(0.0, 0)
        )
        if likeness < _LIKE:
            yield line, None
            continue
        yield from ((None, one) for one in new[:-place])
        yield line, new[-place]
        new = new[1 - place :]
    yield from ((None, line) for line in new)


def _likeness(one: str, other: str) -> float:
    """From 0 to 1; answers to one question are alike, and sentences with the same beginning."""
    asked = _QUESTION.match(one)
    if (asked and other.startswith(asked[0])) or one.split()[:3] == other.split()[:3]:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _order(found: Comparison, address: str) -> tuple[bool, str]:
    """Municipalities first, as a Swedish reader expects them: they are where most people come."""
    return address not in found.names, alphabetical(_name(found, address))


def _name(found: Comparison, address: str) -> str:
    return found.names.get(address, f"/{address}")


def _heading(found: Comparison, addresses: list[str], words: Words) -> str:
    names = [_name(found, address) for address in addresses]
    if len(names) > _NAMED:
        rest = len(names) - _NAMED + 1
        names = [*names[: _NAMED - 1], words.plain(N_("%(n)s sidor till"), n=rest)]
    return format_list(names, locale=words.locale) + ":"


def _sentence(old: str | None, new: str | None, words: Words, quoted: Callable[[str], str]) -> str:
    if old and new:
        old, new = map(quoted, _where_they_differ(old, new))
        return words.plain(N_("”%(old)s” blir ”%(new)s”"), old=old, new=new)
    if new:
        return words.plain(N_("nytt: ”%(new)s”"), new=quoted(new))
    return words.plain(N_("borta: ”%(old)s”"), old=quoted(old or ""))


def _where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Two lines without the words that are the same at both ends, but for a few around."""
    ours, theirs = old.split(), new.split()
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    start, end = max(0, start - _AROUND), max(0, end - _AROUND)
    return _cut(ours, start, end), _cut(theirs, start, end)


def _cut(parts: list[str], start: int, end: int) -> str:
    kept = parts[start : len(parts) - end]
    return " ".join([*(["…"] if start else []), *kept, *(["…"] if end else [])])


def _behind(site: Site) -> set[str]:
    late = prose.behind(list(site.library.pages.values()), site.directory.languages)
    return {one.name for one in late}


def _untranslated(before: Site, after: Site) -> Iterator[tuple[str, list[str]]]:
    """New texts in the data that a language has no words for, by the language's Swedish name."""
    known = set(po_files.texts_of(before.directory))
    fresh = [text for text in po_files.texts_of(after.directory) if text not in known]
    for language in after.directory.languages:
        if language.base_code == SOURCE_LANGUAGE:
            continue
        words = load.words(after.root, language.code)
        missing = [text for text in fresh if text not in words.known]
        if missing:
            yield language.name_in_swedish, missing
