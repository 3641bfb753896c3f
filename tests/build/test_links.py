"""Every link inside the site leads somewhere."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from built import SITE_URL

HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"')


def target_of(href: str, page: Path, site: Path, base: str) -> Path | None:
    """The file that a link on `page` leads to, None if it leaves the site, which is at `base`."""
    parts = urlsplit(unescape(href))
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page
    start = site if parts.path.startswith("/") else page.parent
    target = (start / unquote(parts.path).removeprefix(base)).resolve()
    return target / "index.html" if target.is_dir() else target


def broken_links(site: Path, base: str = "/") -> list[str]:
    """Every link that leads to no file, or to no element of it; the site stands at `base`."""
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


def test_every_link_leads_to_a_file_and_every_fragment_to_an_element(site: Path) -> None:
    """All pages, all languages."""
    assert broken_links(site, urlsplit(SITE_URL).path) == []


def test_the_sitemap_lists_every_page_once(site: Path) -> None:
    """The page for wrong addresses excepted."""
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    folders = [path.parent.relative_to(site) for path in site.rglob("index.html")]
    addresses = ["" if str(folder) == "." else f"{folder.as_posix()}/" for folder in folders]
    listed = re.findall(rf"<loc>{re.escape(SITE_URL)}([^<]*)</loc>", text)
    assert sorted(listed) == sorted(addresses)
