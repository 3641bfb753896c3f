"""Show each changed page as it was and as it will be: one HTML file with pictures and words.

The file holds its pictures, so that it opens by a double click, and in a browser from GitHub: no
folder beside it, no server, no script. Whoever drives a browser is `scripts/pictures.py`.
"""

import base64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from centres.content.prose import GUIDE
from centres.editors.proposal.page_diff import Comparison
from centres.i18n import N_, Words
from centres.site.site import Site

# Pages that have pictures at most: more than anybody looks through.
MOST = 20
_STYLE = Markup(
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:50rem;padding:0 1rem}"
    "figure{display:inline-block;margin:0 1rem 1rem 0;vertical-align:top;width:360px;"
    "max-width:100%}img{border:1px solid #767676;width:100%}"
)


@dataclass(frozen=True)
class Pictures:
    """A page before and after, as JPEG; None where there is no page."""

    address: str
    before: bytes | None
    after: bytes | None


def chosen(comparison: Comparison, site: Site) -> list[str]:
    """Return the addresses of the pages to take pictures of, those of visitors first.

    Prose of the guide is left out: MkDocs makes its frame.
    """
    made_elsewhere = {*site.guide_addresses}
    addresses = [one for one in comparison.addresses if one not in made_elsewhere]
    return sorted(addresses, key=lambda address: GUIDE in address)


def documents(site: Site, addresses: Iterable[str]) -> dict[str, str]:
    """Return the HTML of the pages of a site that are at some addresses, by address."""
    wanted = {*addresses}
    return {
        address: site.document(code, page)
        for code in site.editions
        for page in site.pages(code)
        if (address := site.address(code, page.path)) in wanted
    }


def html(
    report: Iterable[str], pictures: Iterable[Pictures], words: Words, left_out: int = 0
) -> str:
    """Return the file: the lines of the `report`, then the pictures of each page.

    `left_out` is how many more pages change. The language is that of `words`.
    """
    title = words.plain(N_("Det här ändras för besökarna"))
    body = [Markup("<h1>{}</h1>").format(title), *_paragraphs(report)]
    for one in pictures:
        body.append(Markup("<h2>/{}</h2>").format(one.address))
        sides = {N_("Före"): one.before, N_("Efter"): one.after}
        body += [_figure(words.plain(name), picture) for name, picture in sides.items() if picture]
    if left_out:
        body.append(_paragraph(words.plain(N_("Sidor till som ändras: %(n)s."), n=left_out)))
    head = Markup(
        '<!doctype html><html lang="{}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>{}</title><style>{}</style>'
    ).format(words.code, title, _STYLE)
    return "\n".join([head, *body, ""])


def _paragraphs(report: Iterable[str]) -> Iterator[Markup]:
    """Yield the lines of a report as HTML: those that begin with a dash are a list."""
    for is_list, lines in groupby(filter(None, report), lambda line: line.startswith("- ")):
        if is_list:
            items = (Markup("<li>{}</li>").format(line.removeprefix("- ")) for line in lines)
            yield Markup("<ul>{}</ul>").format(Markup("").join(items))
        else:
            yield from map(_paragraph, lines)


def _paragraph(text: str) -> Markup:
    return Markup("<p>{}</p>").format(text)


def _figure(name: str, picture: bytes) -> Markup:
    encoded = base64.b64encode(picture).decode()
    return Markup(
        '<figure><figcaption>{}</figcaption><img alt="" src="data:image/jpeg;base64,{}"></figure>'
    ).format(name, encoded)


def files_of(site: Site) -> Mapping[str, str]:
    """Return the files that pages of a site fetch, by address."""
    return {asset.address: asset.text for asset in site.assets.values()}
