"""Make the sitemap: the address of every page, and the other languages of the guide's pages.

Visitors' pages name their other languages in their heads. The guide's do it here, since Material's
script fetches a file for each one that stands in a head.
"""

from xml.sax.saxutils import escape

from centres.i18n import SOURCE_LANGUAGE


def xml(site_url: str, addresses: list[str], guide: dict[str, dict[str, str]]) -> str:
    """Return the text of sitemap.xml for a site at `site_url` (which ends with a slash).

    `addresses` are those of all pages, from the site's root. `guide` maps the address of each page
    of the guide to its addresses in all its languages, by language code.
    """
    entries = "".join(_entry(site_url, page, guide.get(page, {})) for page in addresses)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}</urlset>\n"
    )


def _entry(site_url: str, address: str, languages: dict[str, str]) -> str:
    """Return the `url` element of a page; `languages` are its addresses by language code."""
    if SOURCE_LANGUAGE in languages:
        languages = {**languages, "x-default": languages[SOURCE_LANGUAGE]}
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(site_url + other)}"/>'
        for code, other in languages.items()
    )
    return f"<url><loc>{escape(site_url + address)}</loc>{links}</url>\n"
