"""Which headers the files of a site get, whatever languages it has."""

import re

import pytest

from centres.data.model import Language
from centres.pages.document.csp import Policy
from centres.site import host_headers
from helpers import ROOT

LASTING = "public, max-age=31536000, immutable"


# Search pages in Swedish and Somali, whose code begins that page's name; and files.
FILES = [
    "404.html",
    "assets/places.0123abcd.js",
    "assets/visitor.js",
    "index.html",
    "kommun/taby/index.html",
    "kommuner/index.html",
    "pagefind/pagefind.so_0123abcd.pf_meta",
    "pagefind/pagefind.sv_0123abcd.pf_meta",
    "so/index.html",
    "so/sok/index.html",
    "sok/index.html",
]


@pytest.fixture
def rules() -> list[host_headers.Rule]:
    """Return the rules of headers for those files."""
    shared = {"name": "x", "name_in_swedish": "x", "direction": "ltr"}
    return host_headers.rules(
        FILES,
        [Language.model_validate({"code": code, **shared}) for code in ("sv", "so")],
    )


def test_nginx_says_the_language_of_every_page(rules: list[host_headers.Rule]) -> None:
    """A folder's name may begin another's: the slash at its end keeps them apart."""
    text = host_headers.nginx(Policy(), rules, "https://stod.example/vald/")
    found = re.findall(r'location (.+) \{\n.*set \$site_language "(.+)";', text)
    assert found == [
        ("= /vald/index.html", "sv"),
        ("/vald/kommun/", "sv"),
        ("/vald/kommuner/", "sv"),
        ("/vald/sok/", "sv"),
        ("/vald/so/", "so"),
        ("= /vald/404.html", "sv, so"),
    ]


@pytest.mark.parametrize("base", ["/", "/vald/"])
def test_a_language_adds_no_rule_to_the_file_of_headers(
    rules: list[host_headers.Rule], base: str
) -> None:
    """Hosts limit how many they read, and leave out the rest without a word."""
    text = host_headers.headers_file(Policy(), rules, f"https://stod.example{base}")
    assert re.findall("^/.*", text, re.MULTILINE) == [
        "/*",
        f"{base}pagefind/fragment/*",
        f"{base}pagefind/index/*",
        f"{base}assets/places.0123abcd.js",
    ]


def test_a_file_is_kept_for_ever_only_if_its_name_holds_its_content(
    rules: list[host_headers.Rule],
) -> None:
    """Without a hash, a corrected file would not reach who has the old one."""
    kept = [rule.path for rule in rules if rule.headers.get("Cache-Control") == LASTING]
    assert kept == [
        "pagefind/fragment/*",
        "pagefind/index/*",
        "assets/places.0123abcd.js",
        "pagefind/pagefind.so_0123abcd.pf_meta",
        "pagefind/pagefind.sv_0123abcd.pf_meta",
    ]


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
