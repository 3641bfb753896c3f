"""Which headers the files of a site get, whatever languages it has."""

from pathlib import Path

import pytest

from centres.data.model import Language
from centres.pages.document.csp import Policy
from centres.site import host_headers
from helpers import ROOT
from netlify import HeadersFile

LASTING = "public, max-age=31536000, immutable"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write search pages in Swedish and Somali, whose code begins that page's name; and files."""
    for name in (
        "index.html",
        "404.html",
        "sok/index.html",
        "so/index.html",
        "so/sok/index.html",
        "kommun/taby/index.html",
        "kommuner/index.html",
        "assets/places.0123abcd.js",
        "assets/visitor.js",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


@pytest.fixture
def rules(site: Path) -> list[host_headers.Rule]:
    """Return the rules of headers for those files."""
    shared = {"name": "x", "name_in_swedish": "x", "direction": "ltr"}
    return host_headers.rules(
        site,
        [Language.model_validate({"code": code, **shared}) for code in ("sv", "so")],
    )


@pytest.mark.parametrize("base", ["/", "/vald/"])
def test_a_folder_whose_name_begins_another_keeps_its_headers_to_itself(
    rules: list[host_headers.Rule], base: str
) -> None:
    """Netlify would let /so/* hold for /sok/ too, and send both languages."""
    text = host_headers.headers_file(Policy(), rules, f"https://stod.example{base}")
    read = HeadersFile(text)
    languages = {
        address: read.sent(base + address).get("Content-Language")
        for address in ("", "sok/", "so/", "so/sok/", "kommun/taby/", "kommuner/", "404.html")
    }
    assert languages == {
        "": "sv",
        "sok/": "sv",
        "so/": "so",
        "so/sok/": "so",
        "kommun/taby/": "sv",
        "kommuner/": "sv",
        "404.html": "sv, so",
    }


def test_a_file_is_kept_for_ever_only_if_its_name_holds_its_content(
    rules: list[host_headers.Rule],
) -> None:
    """Without a hash, a corrected file would not reach who has the old one."""
    kept = [rule.path for rule in rules if rule.headers.get("Cache-Control") == LASTING]
    assert kept == ["pagefind/fragment/*", "pagefind/index/*", "assets/places.0123abcd.js"]


def test_nginx_says_in_each_location_all_that_differs(rules: list[host_headers.Rule]) -> None:
    """What another location has set before the page for wrong addresses is found would stay."""
    text = host_headers.nginx(Policy(), rules, "https://stod.example/vald/")
    locations = text.split("location ")[2:]
    variables = ("$site_language", "$site_cache", "$site_cdn_cache", "$site_readers")
    assert len(locations) == len(rules)
    assert all(f"set {name} " in one for one in locations for name in variables)
    assert all(one.startswith(("/vald/", "= /vald/")) for one in locations)


def test_a_release_carries_over_the_files_that_hosts_keep_for_ever() -> None:
    """The script knows them by the expression that the headers are made with."""
    script = (ROOT / "deploy/nginx/release").read_text(encoding="utf-8")
    assert f"grep -E '^site/.*{host_headers.HASHED.pattern}'" in script
