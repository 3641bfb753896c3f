"""Links in prose to other pages of the site: each leads to a page that there will be."""

import re
from collections.abc import Collection, Iterator, Mapping, Set
from urllib.parse import urljoin

from centres.content.library import Library
from centres.content.prose import Prose
from centres.data.field_messages import suggestion
from centres.files.problem import Problem
from centres.i18n import N_

# A link in Markdown to an address of our own: no scheme, no place on the same page, no hole to fill
# in, no file.
_LINK = re.compile(r"\]\((?P<address>(?![a-z]+:|#|//)[^)\s{}\\]*/)(?P<place>#[^)\s]*)?\)")
_NOWHERE = N_("länken %(link)s leder ingenstans: sidan /%(page)s finns inte.")
_NEAR = N_("länken %(link)s leder ingenstans: sidan /%(page)s finns inte. Menade du /%(near)s?")
_NO_SUCCESSOR = N_(
    "moved_to: sidan /%(page)s finns inte. Skriv adressen till en sida som finns, som rad/."
)
_GUIDE = N_("moved_to: bara en sida för besökare kan leda till en annan. Ta bort den.")


def problems_in(
    pages: list[Prose], library: Library, made: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Yield a Problem for each link in `pages` that leads to no page, and each such `moved_to`.

    `made` are the paths of the pages made from data, by the code of each language.
    """
    folders = {language.code: language.folder for language in library.languages}
    there = {folders[code] + path for code, path in library.addresses if code in folders}
    there |= {folders[code] + path for code, paths in made.items() for path in paths}
    for page in pages:
        if page.language in folders:
            yield from _links(page, folders[page.language], there)
            yield from _successor(page, folders[page.language], there)


def _links(page: Prose, folder: str, there: Set[str]) -> Iterator[Problem]:
    for found in _LINK.finditer(page.body):
        # As a browser does: no way leads out of the site's root.
        address = urljoin(f"/{folder}{page.path}", found["address"]).removeprefix("/")
        if address not in there:
            line = page.first_line + page.body.count("\n", 0, found.start())
            column = found.start() - page.body.rfind("\n", 0, found.start()) + 2
            values = {"link": found["address"], "page": address}
            near = suggestion(address, sorted(there))
            message = _NEAR if near else _NOWHERE
            yield Problem(page.name, line, column, "", "", message, values | {"near": near})


def _successor(page: Prose, folder: str, there: Set[str]) -> Iterator[Problem]:
    moved_to = page.matter.moved_to
    if moved_to is None:
        return
    if page.matter.audience == "guide":
        yield Problem.of_file(page.name, _GUIDE)
    elif moved_to == page.path or folder + moved_to not in there:
        yield Problem.of_file(page.name, _NO_SUCCESSOR, page=moved_to)
