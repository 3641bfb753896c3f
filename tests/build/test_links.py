"""Every link inside the site leads somewhere."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from built import SITE_URL
from links import broken_links


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
