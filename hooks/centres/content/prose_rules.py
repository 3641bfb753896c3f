"""Rules about pages of prose: each is a small function from pages to problems.

They look at pages that can be read (`prose` tells what cannot), with the data beside them.
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
    GUIDE_LANGUAGES,
    AdviceGroup,
    GuideGroup,
    Prose,
)
from centres.data.directory import BRIS, BROTTSOFFERJOUREN, SOS, Directory
from centres.data.field_messages import ENOUGH, UnknownName, suggestion
from centres.data.record_rules import NOT_YET
from centres.files.problem import Problem
from centres.i18n import N_, SOURCE_LANGUAGE

# The folders whose pages stand in a list: their groups, and whom they are for.
SHELVES: dict[str, tuple[tuple[str, ...], str]] = {
    ADVICE: (get_args(AdviceGroup), "visitor"),
    GUIDE: (get_args(GuideGroup), "guide"),
}
_OTHER_AUDIENCE = {
    "visitor": N_("sidor under rad/ är för besökare. Ta bort audience."),
    "guide": N_("sidor under starta/ är för kommuner. Skriv audience: guide."),
}
_NO_LINE = UnknownName(
    N_("helps: ”%(name)s” finns inte i data/helplines.yaml. Menade du %(near)s?"),
    N_("helps: ”%(name)s” finns inte i data/helplines.yaml. Skriv en linjes id."),
)


def problems_in(pages: list[Prose], directory: Directory, made: set[str]) -> Iterator[Problem]:
    """What is wrong in pages that can be read; `made` are the addresses of pages made from data."""
    variants = {one.code for one in directory.languages if one.variant_of}
    numbers = [name for name, line in directory.lines.items() if line.number]
    centres = [one.id for one in directory.centres]
    known = (directory.sources, directory.meanings, numbers, centres)
    for page in pages:
        text = (page.body, page.name, page.first_line)
        yield from islice(marks.problems_in(*text, *known), ENOUGH)
        yield from islice(allowlist.problems_in(*text), ENOUGH)
        yield from _of_page(page, directory.today)
        yield from _unknown_lines(page, list(directory.lines))
        yield from _out_of_place(page)
        if page.language not in variants:
            yield from _taken(page, made)
        if page.language in (SOURCE_LANGUAGE, *variants):
            easy = page.language in variants
            yield from _too_hard(page, lix.MOST_EASY if easy else lix.MOST)
    yield from _same_address(pages)
    for code in sorted(variants):
        yield from _of_variant(code, pages)


def _of_page(page: Prose, today: date) -> Iterator[Problem]:
    """A page has a name, and nobody has read it tomorrow."""
    if not page.body.lstrip().startswith(f"# {page.heading}\n"):
        message = N_("sidan har ingen rubrik. Börja den med # och ett mellanslag.")
        yield Problem.of_file(page.name, message)
    if page.matter.reviewed > today:
        yield Problem.of_file(page.name, NOT_YET, date=page.matter.reviewed)


def _taken(page: Prose, made: set[str]) -> Iterator[Problem]:
    """A page made from data would be written over it."""
    if page.path in made:
        message = N_("adressen har redan en sida som görs av uppgifterna. Byt namn på filen.")
        yield Problem.of_file(page.name, message)


def _same_address(pages: list[Prose]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for page in pages:
        other = first.setdefault((page.language, page.path), page.name)
        if other != page.name:
            message = N_("har samma adress som %(other)s. Ta bort den ena.")
            yield Problem.of_file(page.name, message, other=other)


def _of_variant(code: str, pages: list[Prose]) -> Iterator[Problem]:
    """A variant is found by its start page, and each of its pages beside the Swedish one."""
    swedish = {page.path for page in pages if page.language == SOURCE_LANGUAGE}
    own = [page for page in pages if page.language == code]
    if own and not any(page.path == "" for page in own):
        message = N_("varianten behöver en startsida: %(name)s.")
        yield Problem.of_file(own[0].name, message, name=f"{FOLDER}/{code}/index.md")
    for page in own:
        if page.path not in swedish | {""}:
            yield Problem.of_file(
                page.name, N_("sidan finns inte på svenska. Skriv den där först.")
            )


def _unknown_lines(page: Prose, lines: list[str]) -> Iterator[Problem]:
    for place, name in enumerate(page.matter.helps):
        if name in (BRIS, BROTTSOFFERJOUREN, SOS) or name in page.matter.helps[:place]:
            message = N_("helps: ”%(name)s” kommer med ändå. Ta bort den.")
            yield Problem.of_file(page.name, message, name=name)
        elif name not in lines:
            message, values = _NO_LINE.message(name, suggestion(name, lines))
            yield Problem.of_file(page.name, message, **values)


def _out_of_place(page: Prose) -> Iterator[Problem]:
    """Where a page stands and who helps is the same in every language; a shelf has one kind."""
    matter = page.matter
    groups, audience = next(
        (shelf for folder, shelf in SHELVES.items() if page.path.startswith(folder)), ((), None)
    )
    if page.language != SOURCE_LANGUAGE:
        for field in ("group", "order", "helps"):
            if getattr(matter, field):
                message = N_(
                    "%(field)s står på den svenska sidan, för alla språk. Ta bort den här."
                )
                yield Problem.of_file(page.name, message, field=field)
    elif groups and matter.group not in groups:
        message = N_(
            "sidor här behöver group och order, så att någon hittar dem. group: %(groups)s."
        )
        yield Problem.of_file(page.name, message, groups=", ".join(groups))
    elif matter.group and not groups:
        message = N_("bara sidor under rad/ och starta/ har group. Ta bort den.")
        yield Problem.of_file(page.name, message)
    if audience == "guide" and page.language not in GUIDE_LANGUAGES:
        message = N_("handboken finns bara på svenska och engelska. Ta bort filen.")
        yield Problem.of_file(page.name, message)
    if audience and matter.audience != audience:
        yield Problem.of_file(page.name, _OTHER_AUDIENCE[audience])


def _too_hard(page: Prose, most: int) -> Iterator[Problem]:
    found = lix.of_markdown(page.body)
    if found.words >= lix.FEWEST_WORDS and found.value > most:
        message = N_(
            "sidan är svår att läsa: LIX %(lix)s, högst %(most)s. Dela långa meningar och byt "
            "långa ord."
        )
        yield Problem.of_file(page.name, message, lix=round(found.value, 1), most=most)
