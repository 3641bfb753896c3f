"""Follow the links of a built site."""

import re
from collections.abc import Collection
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"')


def target_of(href: str, page: Path, site: Path, base: str) -> Path | None:
    """Return the file that a link on `page` leads to, None if it leaves the site.

    `base` is the path of the site on its host.
    """
    parts = urlsplit(unescape(href))
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page
    start = site if parts.path.startswith("/") else page.parent
    target = (start / unquote(parts.path).removeprefix(base)).resolve()
    return target / "index.html" if target.is_dir() else target


def broken_links(site: Path, base: str = "/") -> list[str]:
    """List the links that lead to no file, or to no element in it, as "page -> link".

    `base` is the path of the site on its host.
    """
    site = site.resolve()
    texts = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    ids = {path: set(ID.findall(text)) for path, text in texts.items()}
    broken = []
    for page, text in texts.items():
        for href in HREF.findall(text):
            target = target_of(href, page, site, base)
            fragment = urlsplit(href).fragment
            if target and not (target.exists() and (not fragment or fragment in ids[target])):
                broken.append(f"{page.relative_to(site)} -> {href}")
    return broken


def unreached(site: Path, base: str, start: Path, within: Collection[Path]) -> list[str]:
    """List the pages of `within` that no chain of links between them leads to from `start`.

    `base` is the path of the site on its host.
    """
    left = set(within) - {start}
    waiting = [start]
    while waiting:
        page = waiting.pop()
        links = HREF.findall(page.read_text(encoding="utf-8"))
        found = left.intersection(target_of(href, page, site, base) for href in links)
        left -= found
        waiting += found
    return sorted(page.relative_to(site).as_posix() for page in left)
