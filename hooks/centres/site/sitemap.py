"""Tell search engines of every page, and of the same page in the other languages.

The languages stand here and not in the pages' heads: no visitor needs them, and Material's script
would fetch a file for each one in a head.
"""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from centres.i18n import SOURCE_LANGUAGE

NAME = "sitemap.xml"
# Bytes of a file. Search engines read at most 50 MB (sitemaps.org), and 50,000 addresses.
MOST = 10_000_000
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


class Listing(NamedTuple):
    """A page to list, by its address from the site's root.

    `alternates` are the addresses of the page in every language that it has, by language code.
    """

    language: str
    address: str
    alternates: dict[str, str]


def files(site_url: str, listings: Iterable[Listing], most: int = MOST) -> dict[str, str]:
    """Return the files of the sitemap of a site at `site_url` (which ends with a slash), by name.

    It is one file, or, if that would have more than `most` bytes, an index with a file for each
    language. Either way search engines ask for `NAME`.
    """
    entries: dict[str, list[str]] = {}
    for listing in listings:
        entries.setdefault(listing.language, []).append(_entry(site_url, listing))
    whole = _urlset(entry for of_language in entries.values() for entry in of_language)
    if len(whole.encode()) <= most:
        return {NAME: whole}
    parts = {f"sitemap-{code}.xml": _urlset(entries[code]) for code in entries}
    locations = "".join(
        f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>\n" for name in parts
    )
    index = f"{_DECLARATION}<sitemapindex {_NAMESPACE}>\n{locations}</sitemapindex>\n"
    return {NAME: index, **parts}


def robots(site_url: str) -> dict[str, str]:
    """Return robots.txt, by name, which tells where the sitemap is.

    Robots ask for it at the root of a host only, so a site below a path has none.
    """
    at = urlsplit(site_url)
    if not at.netloc or at.path != "/":
        return {}
    return {"robots.txt": f"User-agent: *\nDisallow:\n\nSitemap: {site_url}{NAME}\n"}


def _urlset(entries: Iterable[str]) -> str:
    xhtml = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
    return f"{_DECLARATION}<urlset {_NAMESPACE} {xhtml}>\n{''.join(entries)}</urlset>\n"


def _entry(site_url: str, listing: Listing) -> str:
    """Return the `url` element of a page; a page in one language has no alternates to name."""
    languages = listing.alternates if len(listing.alternates) > 1 else {}
    if SOURCE_LANGUAGE in languages:
        languages = {**languages, "x-default": languages[SOURCE_LANGUAGE]}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(site_url + other)}"/>'
        for code, other in languages.items()
    )
    return f"<url><loc>{escape(site_url + listing.address)}</loc>{links}</url>\n"
