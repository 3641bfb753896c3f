"""What search engines are told of pages."""

from centres.site import sitemap


def test_every_page_is_listed_and_the_guides_name_their_languages() -> None:
    """In one file; what is no language tag stands for the rest, and an address is escaped."""
    guide = {"sv": "starta/", "en": "en/starta/"}
    text = sitemap.xml("https://stod.example/a&b/", ["", "starta/"], {"starta/": guide})
    base = "https://stod.example/a&amp;b/"
    assert text == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"<url><loc>{base}</loc></url>\n"
        f"<url><loc>{base}starta/</loc>"
        f'<xhtml:link rel="alternate" hreflang="sv" href="{base}starta/"/>'
        f'<xhtml:link rel="alternate" hreflang="en" href="{base}en/starta/"/>'
        f'<xhtml:link rel="alternate" hreflang="x-default" href="{base}starta/"/>'
        "</url>\n"
        "</urlset>\n"
    )


def test_a_page_that_swedish_lacks_has_no_default() -> None:
    """No language can stand for the rest."""
    text = sitemap.xml("/", ["en/starta/"], {"en/starta/": {"en": "en/starta/"}})
    assert "x-default" not in text
    assert 'hreflang="en" href="/en/starta/"' in text
