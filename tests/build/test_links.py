"""Every link inside the site leads somewhere."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, SoupStrainer

LINKED = SoupStrainer(lambda name, attributes: "href" in attributes or "id" in attributes)


def test_every_link_leads_to_a_file_and_every_fragment_to_an_element(site: Path) -> None:
    """All pages, all languages."""
    broken: list[str] = []
    anchors: dict[Path, set[str]] = {}
    wanted: list[tuple[Path, Path, str]] = []
    for path in site.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser", parse_only=LINKED)
        anchors[path] = {one["id"] for one in page.find_all(id=True)}
        for link in page.find_all("a", href=True):
            parts = urlsplit(link["href"])
            if parts.scheme or parts.netloc:
                continue
            start = site if parts.path.startswith("/") else path.parent
            target = Path(*(start / unquote(parts.path).lstrip("/")).resolve().parts)
            target = path.resolve() if not parts.path else target
            target = target / "index.html" if target.is_dir() else target
            wanted.append((path, target, parts.fragment))
    for path, target, fragment in wanted:
        if not target.exists():
            broken.append(f"{path.relative_to(site)} -> {target}")
        elif fragment and fragment not in {
            i for p, ids in anchors.items() if p.resolve() == target for i in ids
        }:
            broken.append(f"{path.relative_to(site)} -> {target.name}#{fragment}")
    assert broken == []


def test_the_sitemap_lists_every_page_once(site: Path) -> None:
    """The page for wrong addresses excepted."""
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    listed = [part.split("</loc>")[0] for part in text.split("<loc>")[1:]]
    pages = [
        "https://stod.example/" + path.parent.relative_to(site).as_posix().removeprefix(".") + "/"
        for path in site.rglob("index.html")
    ]
    assert sorted(listed) == sorted(page.replace("example//", "example/") for page in pages)
