"""What search engines are told of pages."""

import xml.etree.ElementTree as ET

import pytest

from centres.site import sitemap
from centres.site.sitemap import Listing

BOTH = {"sv": "om/", "en": "en/om/"}
LISTINGS = [Listing("sv", "om/", BOTH), Listing("en", "en/om/", BOTH)]


def test_every_page_names_itself_in_its_languages() -> None:
    """Swedish stands for languages that are not there, and an address is escaped."""
    listings = [Listing("sv", "", {}), Listing("sv", "om/", BOTH)]
    base = "https://stod.example/a&amp;b/"
    assert sitemap.files("https://stod.example/a&b/", listings) == {
        "sitemap.xml": '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"<url><loc>{base}</loc></url>\n"
        f"<url><loc>{base}om/</loc>"
        f'<xhtml:link rel="alternate" hreflang="sv" href="{base}om/"/>'
        f'<xhtml:link rel="alternate" hreflang="en" href="{base}en/om/"/>'
        f'<xhtml:link rel="alternate" hreflang="x-default" href="{base}om/"/>'
        "</url>\n"
        "</urlset>\n"
    }


@pytest.mark.parametrize(
    ("alternates", "named"),
    [({"en": "en/a/", "ar": "ar/a/"}, ["en", "ar"]), ({"en": "en/a/"}, []), ({}, [])],
    ids=["not in Swedish", "in one language", "a variant's"],
)
def test_a_page_that_swedish_lacks_has_no_default_and_one_alone_names_nothing(
    alternates: dict[str, str], named: list[str]
) -> None:
    """No other language can stand for the rest."""
    text = sitemap.files("/", [Listing("en", "en/a/", alternates)])["sitemap.xml"]
    links = ET.fromstring(text).iter("{http://www.w3.org/1999/xhtml}link")
    assert [link.attrib["hreflang"] for link in links] == named


def test_a_sitemap_that_grows_too_large_is_an_index_of_one_for_each_language() -> None:
    """Each page is in its language's file, with all its languages; nothing is listed twice."""
    (whole,) = sitemap.files("https://stod.example/", LISTINGS).values()
    assert list(sitemap.files("https://stod.example/", LISTINGS, len(whole))) == ["sitemap.xml"]
    parts = sitemap.files("https://stod.example/", LISTINGS, len(whole) - 1)
    assert parts.pop("sitemap.xml") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<sitemap><loc>https://stod.example/sitemap-sv.xml</loc></sitemap>\n"
        "<sitemap><loc>https://stod.example/sitemap-en.xml</loc></sitemap>\n"
        "</sitemapindex>\n"
    )
    assert parts == {
        f"sitemap-{one.language}.xml": sitemap.files("https://stod.example/", [one])["sitemap.xml"]
        for one in LISTINGS
    }


@pytest.mark.parametrize(
    ("site_url", "written"),
    [
        (
            "https://stod.example/",
            "User-agent: *\nDisallow:\n\nSitemap: https://stod.example/sitemap.xml\n",
        ),
        ("https://kommun.example/vald/", None),
        ("/", None),
    ],
    ids=["own host", "below a path", "no address"],
)
def test_robots_are_told_of_the_sitemap_where_they_ask_for_it(
    site_url: str, written: str | None
) -> None:
    """At the root of a host; nothing is kept from them."""
    assert sitemap.robots(site_url).get("robots.txt") == written
