"""Check pages of prose against rules, with the data: each rule is a function that yields Problems.

The rules are about pages that could be read: `prose.read` returns the problems of those that could
not. Rules about one record of the data are in `data.record_rules`.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import get_args

from centres.content import allowlist, lix, marks
from centres.content.prose import (
    ADVICE,
    FOLDER,
    GUIDE,
    ONLY_IN_SOURCE,
    AdviceGroup,
    GuideGroup,
    Prose,
)
from centres.data import phones
from centres.data.directory import BRIS, BROTTSOFFERJOUREN, SOS, Directory
from centres.data.field_messages import ENOUGH, UnknownName, suggestion
from centres.data.record_rules import NOT_YET
from centres.files.problem import Problem
from centres.i18n import N_, SOURCE_LANGUAGE

# The folders whose pages are listed by group: the groups, and the audience of those pages.
_LISTED: dict[str, tuple[tuple[str, ...], str]] = {
    ADVICE: (get_args(AdviceGroup), "visitor"),
    GUIDE: (get_args(GuideGroup), "guide"),
}
_OTHER_AUDIENCE = {
    "visitor": N_("sidor under rad/ är för besökare. Ta bort audience."),
    "guide": N_("sidor under starta/ är för kommuner. Skriv audience: guide."),
}
_UNKNOWN_LINE = UnknownName(
    N_("helps: ”%(name)s” finns inte i data/helplines.yaml. Menade du %(near)s?"),
    N_("helps: ”%(name)s” finns inte i data/helplines.yaml. Skriv en linjes id."),
)


def problems_in(pages: list[Prose], directory: Directory, made: set[str]) -> Iterator[Problem]:
    """Yield every Problem in `pages`; `made` are the paths of the pages made from data."""
    variants = {language.code for language in directory.languages if language.variant_of}
    guide_languages = {one.code for one in directory.languages if one.has_guide}
    numbers = [name for name, line in directory.lines.items() if line.number]
    centres = [centre.id for centre in directory.centres]
    ids = (directory.sources, directory.meanings, numbers, centres, directory.propositions)
    known = marks.Known(*ids)
    for page in pages:
        text = (page.body, page.name, page.first_line)
        yield from islice(marks.problems_in(*text, known), ENOUGH)
        yield from islice(allowlist.problems_in(*text), ENOUGH)
        yield from islice(_typed_numbers(page), ENOUGH)
        yield from _heading_and_day(page, directory.today)
        yield from _lines(page, list(directory.lines))
        yield from _place(page, guide_languages)
        if page.language not in variants:
            yield from _taken_address(page, made)
        if page.language in (SOURCE_LANGUAGE, *variants):
            is_easy = page.language in variants
            yield from _readability(page, lix.MOST_EASY if is_easy else lix.MOST)
    yield from _shared_addresses(pages)
    for code in sorted(variants):
        yield from _variant(code, pages)


def lines_named(pages: list[Prose]) -> set[str]:
    """Return the ids of the helplines that Swedish pages lead to, by `helps` or by their number."""
    swedish = [page for page in pages if page.language == SOURCE_LANGUAGE]
    return {name for page in swedish for name in (*page.matter.helps, *marks.numbers(page.body))}


def _heading_and_day(page: Prose, today: date) -> Iterator[Problem]:
    """Yield a Problem if the page does not begin with a heading, or was reviewed after `today`."""
    if not page.body.lstrip().startswith(f"# {page.heading}\n"):
        message = N_("sidan har ingen rubrik. Börja den med # och ett mellanslag.")
        yield Problem.of_file(page.name, message)
    review = page.matter.review
    for day in (page.matter.reviewed, review.on if review else today):
        if day > today:
            yield Problem.of_file(page.name, NOT_YET, date=day)


def _typed_numbers(page: Prose) -> Iterator[Problem]:
    """Yield a Problem for each telephone number that is typed instead of named by its line's id.

    A typed one is not corrected with the data, cannot be dialled, and turns round in Arabic.
    """
    for at, number in phones.in_text(page.body):
        message = N_(
            "numret ”%(value)s” är skrivet för hand. Skriv linjens nummer som "
            '{{ number("bris") }}, med linjens id från data/helplines.yaml.'
        )
        line = page.first_line + page.body.count("\n", 0, at)
        column = at - page.body.rfind("\n", 0, at)
        yield Problem(page.name, line, column, "", "", message, {"value": number})


def _taken_address(page: Prose, made: set[str]) -> Iterator[Problem]:
    """Yield a Problem if a page made from data has the address: one would overwrite the other."""
    if page.path in made:
        message = N_("adressen har redan en sida som görs av uppgifterna. Byt namn på filen.")
        yield Problem.of_file(page.name, message)


def _shared_addresses(pages: list[Prose]) -> Iterator[Problem]:
    """Yield a Problem for each page whose address an earlier page has, as a.md and a/index.md."""
    first: dict[tuple[str, str], str] = {}
    for page in pages:
        other = first.setdefault((page.language, page.path), page.name)
        if other != page.name:
            message = N_("har samma adress som %(other)s. Ta bort den ena.")
            yield Problem.of_file(page.name, message, other=other)


def _variant(code: str, pages: list[Prose]) -> Iterator[Problem]:
    """Yield a Problem if a variant has no start page, and for each page that Swedish lacks.

    Links to a variant lead to its start page, also from its pages made from data; those on its own
    pages of prose, to the same page in Swedish.
    """
    swedish = {page.path for page in pages if page.language == SOURCE_LANGUAGE}
    own = [page for page in pages if page.language == code]
    if not any(page.path == "" for page in own):
        message = N_("varianten behöver en startsida: %(name)s.")
        file = own[0].name if own else "data/languages.yaml"
        yield Problem.of_file(file, message, name=f"{FOLDER}/{code}/index.md")
    for page in own:
        if page.path not in swedish | {""}:
            yield Problem.of_file(
                page.name, N_("sidan finns inte på svenska. Skriv den där först.")
            )


def _lines(page: Prose, lines: list[str]) -> Iterator[Problem]:
    """Yield a Problem for each of `helps` that is no helpline, or is shown without being named."""
    for position, name in enumerate(page.matter.helps):
        if name in (BRIS, BROTTSOFFERJOUREN, SOS) or name in page.matter.helps[:position]:
            message = N_("helps: ”%(name)s” kommer med ändå. Ta bort den.")
            yield Problem.of_file(page.name, message, name=name)
        elif name not in lines:
            message, values = _UNKNOWN_LINE.message(name, suggestion(name, lines))
            yield Problem.of_file(page.name, message, **values)
    if page.matter.first and page.matter.first not in page.matter.helps:
        message = N_("first: ”%(name)s” ska stå i helps också.")
        yield Problem.of_file(page.name, message, name=page.matter.first)


def _place(page: Prose, guide_languages: set[str]) -> Iterator[Problem]:
    """Yield the Problems of where a page is listed and for whom it is.

    The Swedish page decides that for all languages, and the folder decides the audience.
    """
    matter = page.matter
    groups, audience = next(
        (listed for folder, listed in _LISTED.items() if page.path.startswith(folder)), ((), None)
    )
    if page.language != SOURCE_LANGUAGE:
        for field in ONLY_IN_SOURCE:
            if getattr(matter, field):
                message = N_(
                    "%(field)s står på den svenska sidan, för alla språk. Ta bort den här."
                )
                yield Problem.of_file(page.name, message, field=field)
    elif matter.review:
        message = N_("review: källtexten granskas inte som en översättning. Ta bort den.")
        yield Problem.of_file(page.name, message)
    elif groups and matter.group not in groups:
        message = N_(
            "sidor här behöver group och order, så att någon hittar dem. group: %(groups)s."
        )
        yield Problem.of_file(page.name, message, groups=", ".join(groups))
    elif matter.group and not groups:
        message = N_("bara sidor under rad/ och starta/ har group. Ta bort den.")
        yield Problem.of_file(page.name, message)
    if audience == "guide" and page.language not in guide_languages:
        message = N_(
            "handboken finns inte på det här språket. Ta bort filen, eller skriv guide: yes för "
            "språket i data/languages.yaml."
        )
        yield Problem.of_file(page.name, message)
    if audience and matter.audience != audience:
        yield Problem.of_file(page.name, _OTHER_AUDIENCE[audience])


def _readability(page: Prose, most: int) -> Iterator[Problem]:
    """Yield a Problem if the text has a LIX above `most`; a short text is not judged."""
    result = lix.of_markdown(page.body)
    if result.words >= lix.FEWEST_WORDS and result.value > most:
        message = N_(
            "sidan är svår att läsa: LIX %(lix)s, högst %(most)s. Dela långa meningar och byt "
            "långa ord."
        )
        yield Problem.of_file(page.name, message, lix=round(result.value, 1), most=most)
