"""Decide the HTTP headers of each file, once, for nginx and for the hosts that read `_headers`.

**Cache-Control.** A file whose name holds a hash of its content is cached for a year. Everything
else may be stored, and is revalidated each time it is shown. That was chosen between four needs:

- Somebody else looks through the phone. `no-store` would leave no copy, but the history still holds
  the address, so it would hide nothing from whoever can open the phone. The page on traces says
  that a copy may be there.
- A tab is restored without a network. With `no-store` it would be empty, and the number gone when
  it is needed. A stored copy can be shown.
- A national event. `CDN-Cache-Control` (RFC 9213) is for a CDN and no browser: it keeps pages for
  five minutes, and serves them for a day more if the host is down. `s-maxage` would forbid that.
- A release. Pages name their files by hash, so an old page never gets a new file; a corrected
  number is on the phone at the next look, and past a CDN in five minutes.

**HSTS** lasts two years, without `includeSubDomains`: the site may be a guest on a municipality's
host, whose other names are not ours to bind. The preload list asks for them, so it is left out too.

**Content-Language** is said by nginx, of every page. `_headers` has no pattern for it, and would
need rules for each language; a page says its language itself, in `<html lang>`.

**Cross-origin** pages may read the open data, since that is what it is for
(`Access-Control-Allow-Origin`). Nothing else of the site can be put into another site's page.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from centres.data.model import Language
from centres.pages.document.csp import Policy
from centres.pages.document.frame import NOT_FOUND

_OPEN_DATA = r"data/[^/]+\.(json|atom)"
_ANY_ORIGIN = {"Access-Control-Allow-Origin": "*"}
_IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable"}
_REVALIDATED = {"Cache-Control": "public, max-age=0, must-revalidate"}
# In seconds. Only nginx sends it: the hosts that read `_headers` are CDNs, and purge their caches
# at a release.
_CDN_CACHE = {
    "CDN-Cache-Control": "max-age=300, stale-while-revalidate=60, stale-if-error=86400",
}
# The features of a browser that a page could use (Permissions-Policy). None of ours does, and a
# script that got in should not either. clipboard-write is not here: the copy button needs it. Only
# names that Chromium knows, since it warns of others.
_DENIED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
# A hash of the content in a file's name: ours, Material's and Pagefind's. Such a file never
# changes. deploy/nginx/release looks for the same expression (a test compares them).
HASHED = re.compile(r"[._][0-9a-f]{7,}\.[^/]+$")
# Folders in which every file has a hash in its name. Each gets one rule, since hosts limit how many
# rules there may be (Cloudflare Pages: 100).
_HASHED_FOLDERS = ("pagefind/fragment/", "pagefind/index/")
# Where the index has one such file for each language, beside files that change.
_OF_LANGUAGES = "pagefind/"
# The headers that differ from file to file, and the variable of nginx that holds each. Those
# without `always` are not sent with an error: it would be cached for a year too.
_VARIABLES = {
    "Content-Language": "$site_language always",
    "Cache-Control": "$site_cache",
    "CDN-Cache-Control": "$site_cdn_cache",
    "Access-Control-Allow-Origin": "$site_readers",
}


@dataclass(frozen=True)
class Rule:
    """Headers of the file at `path` (from the site's root), or of a folder's if it ends in "/*".

    `of_language` if each language brings rules like it. `_headers` does without those.
    """

    path: str
    headers: Mapping[str, str]
    of_language: bool = False


def rules(files: list[str], languages: list[Language]) -> list[Rule]:
    """Return the headers that differ between the `files` of a site: language, cache, origins.

    `files` are paths from the site's root, sorted. No header is in two rules that match one path:
    hosts would send both values.
    """
    return [
        *_language_rules(files, languages),
        *_immutable_rules(files),
        *(
            Rule(file, _ANY_ORIGIN)
            for file in files
            if re.fullmatch(r"data/[^/]+\.(json|atom)", file)
        ),
    ]


def _language_rules(files: list[str], languages: list[Language]) -> Iterator[Rule]:
    """Yield the rules of all pages: the folders of each language, and the page of no address.

    The source language has no folder of its own, and so every folder that no other has.
    """
    folders = {file.partition("/")[0] + "/*" for file in files if file.endswith("/index.html")}
    without_language = sorted(folders - {f"{language.folder}*" for language in languages})
    for language in languages:
        paths = [f"{language.folder}*"] if language.folder else ["", *without_language]
        for path in paths:
            yield Rule(path, _page_headers(language.code), of_language=True)
    full = ", ".join(language.code for language in languages if not language.variant_of)
    yield Rule(NOT_FOUND, _page_headers(full), of_language=True)


def _page_headers(language: str) -> dict[str, str]:
    return {"Content-Language": language, **_REVALIDATED}


def _immutable_rules(files: list[str]) -> Iterator[Rule]:
    """Yield the rules of the files that have a hash in their names."""
    for folder in _HASHED_FOLDERS:
        yield Rule(f"{folder}*", _IMMUTABLE)
    for file in files:
        if HASHED.search(file) and not file.startswith(_HASHED_FOLDERS):
            yield Rule(file, _IMMUTABLE, of_language=file.startswith(_OF_LANGUAGES))


def headers_file(policy: Policy, rules: list[Rule], site_url: str) -> str:
    """Return a `_headers` file, as Netlify and Cloudflare Pages read it, for a site at `site_url`.

    `policy` is what the pages of the site need together. A file that no rule matches gets those
    hosts' own Cache-Control, which is that of our pages. Rules of languages are left out, since
    hosts limit how many there may be (docs/decisions/0054).
    """
    base = base_of(site_url)
    blocks: list[tuple[str, Mapping[str, str]]] = [("/*", _common_headers(policy))]
    blocks += [(base + rule.path, rule.headers) for rule in rules if not rule.of_language]
    return "\n".join(
        "\n".join([glob, *(f"  {name}: {value}" for name, value in headers.items()), ""])
        for glob, headers in blocks
    )


def _common_headers(policy: Policy) -> dict[str, str]:
    """Return the headers of every response, for a site whose pages together need `policy`."""
    return {
        "Strict-Transport-Security": "max-age=63072000",
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _DENIED),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def nginx(policy: Policy, rules: list[Rule], site_url: str) -> str:
    """Return the part of a `server` of nginx that serves the site at the path of `site_url`.

    `policy` is what the pages of the site need together. The variable `$release` is the folder that
    holds `site/`; `stod/files.conf` (in deploy/nginx) says how files are served.
    """
    base = base_of(site_url)
    common = _common_headers(policy)
    lines = [
        "# Made with the site: its headers change when a page's style or script does.",
        f"location {base} {{",
        "    alias $release/site/;",
        "    include stod/files.conf;",
        f"    error_page 403 404 =404 {base}{NOT_FOUND};",
        *(f'    add_header {name} "{value}" always;' for name, value in common.items()),
        *(f"    add_header {name} {variable};" for name, variable in _VARIABLES.items()),
        *(f"    {line}" for line in _set_variables({})),
        *(f"    {line}" for rule in rules for line in _location(base, rule, rules)),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _location(base: str, rule: Rule, rules: list[Rule]) -> list[str]:
    """Return the lines of a rule's `location`, with the headers of the wider rules that match it.

    nginx applies only the most specific location.
    """
    headers = dict(rule.headers)
    for wider in rules:
        folder = wider.path.removesuffix("*")
        if wider.path.endswith("*") and rule.path.startswith(folder):
            headers |= wider.headers
    # nginx serves a folder's address as its index.html, and looks for the location of that path.
    if rule.path.endswith("*"):
        location = base + rule.path.removesuffix("*")
    else:
        location = f"= {base}{rule.path or 'index.html'}"
    settings = (f"    {line}" for line in _set_variables(headers))
    return [f"location {location} {{", *settings, "}"]


def _set_variables(headers: Mapping[str, str]) -> list[str]:
    """Return the lines that set every variable, also to nothing.

    A variable that a location does not set keeps its value from an earlier one, and nginx passes
    through two when it answers a wrong address with the page for it.
    """
    headers = {**_REVALIDATED, **headers}
    if headers["Cache-Control"] == _REVALIDATED["Cache-Control"]:
        headers |= _CDN_CACHE
    return [
        f'set {variable.split()[0]} "{headers.get(name, "")}";'
        for name, variable in _VARIABLES.items()
    ]


def base_of(site_url: str) -> str:
    """Return the path of the site's root: "/", or "/vald/"."""
    return urlsplit(site_url).path or "/"
