"""What a host sends with each file: said once, for nginx and for the hosts that read `_headers`.

**Caching.** A file whose name holds a hash of its content is kept for a year. Everything else is
kept, and asked about each time it is shown. That was chosen between four needs:

- Somebody else looks through the phone. `no-store` would leave no copy, but the history still holds
  the address, so it would hide nothing from whoever can open the phone. The page on traces says
  that a copy may be there.
- A tab that is restored without a network. With `no-store` it would be empty: the number is gone
  when it is needed. A copy can be shown.
- A national event. `CDN-Cache-Control` (RFC 9213) speaks to a CDN and to no browser: pages are kept
  there for five minutes, and for a day if the host is down. `s-maxage` would forbid the latter.
- A release. Pages name their files by hash, so an old page never meets a new file; a corrected
  number is on the phone at the next look, and past a CDN in five minutes.

**HSTS** lasts two years, without `includeSubDomains`: the site may be a guest on a municipality's
host, whose other names are not ours to bind. The preload list asks for them, so it is left out too.

**Other sites** may read the open data from their own pages, since the data say so
(`Access-Control-Allow-Origin`). Nothing else of the site can be put into another's page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from centres.data.model import Language
from centres.pages.document.csp import Policy
from centres.pages.document.frame import NOT_FOUND

_OPEN = {"Access-Control-Allow-Origin": "*"}
_LASTING = {"Cache-Control": "public, max-age=31536000, immutable"}
_FRESH = {"Cache-Control": "public, max-age=0, must-revalidate"}
# Only nginx sends it: the hosts that read `_headers` are CDNs, and empty themselves at a release.
_AT_A_CDN = {
    "CDN-Cache-Control": "max-age=300, stale-while-revalidate=60, stale-if-error=86400",
}
# What a page could ask a phone for. None of ours does, and a script that got in should not either.
# Writing to the clipboard is left to the copy button. Chromium complains of names it does not know.
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
# A hash of the content in a file's name: ours, Material's and Pagefind's. What it names never
# changes. deploy/nginx/release asks for the same.
HASHED = re.compile(r"[._][0-9a-f]{7,}\.[^/]+$")
# Folders in which every file is named so. Hosts do not take a rule for each of their files.
_HASHED_FOLDERS = ("pagefind/fragment/", "pagefind/index/")
# The headers that differ from file to file, as variables of nginx. Those of a file's keeping are
# not sent with an error, which would be kept for a year too.
_DIFFERING = {
    "Content-Language": "$site_language always",
    "Cache-Control": "$site_cache",
    "CDN-Cache-Control": "$site_cdn_cache",
    "Access-Control-Allow-Origin": "$site_readers",
}


@dataclass(frozen=True)
class Rule:
    """Headers for the file at a path from the site's root, or with a last `/*`, for a folder's."""

    path: str
    headers: Mapping[str, str]


def everywhere(policy: Policy) -> dict[str, str]:
    """The headers of every answer, for a site whose pages together need `policy`."""
    return {
        "Strict-Transport-Security": "max-age=63072000",
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _DENIED),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def rules(site: Path, languages: list[Language]) -> list[Rule]:
    """What differs between the files of a built site: language, keeping, and who may read.

    No header is said by two rules that one path fits: hosts would send both values.
    """
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.*"))
    tops = {one.partition("/")[0] + "/*" for one in files if one.endswith("/index.html")}
    source = ["", *sorted(tops - {f"{one.folder}*" for one in languages})]
    lasting = [one for one in files if HASHED.search(one)]
    whole = ", ".join(one.code for one in languages if not one.variant_of)
    return [
        *(
            Rule(path, _page(one.code))
            for one in languages
            for path in ([f"{one.folder}*"] if one.folder else source)
        ),
        Rule(NOT_FOUND, _page(whole)),
        *(Rule(f"{folder}*", _LASTING) for folder in _HASHED_FOLDERS),
        *(Rule(one, _LASTING) for one in lasting if not one.startswith(_HASHED_FOLDERS)),
        *(Rule(one, _OPEN) for one in files if re.fullmatch(r"data/[^/]+\.json", one)),
    ]


def _page(language: str) -> dict[str, str]:
    return {"Content-Language": language, **_FRESH}


def headers_file(policy: Policy, found: list[Rule], site_url: str) -> str:
    """A `_headers` file, as Netlify and Cloudflare Pages read it, for a site at `site_url`.

    What no rule speaks of is kept as those hosts keep everything, which is as pages are.
    """
    base = base_of(site_url)
    said: list[tuple[str, Mapping[str, str]]] = [("/*", everywhere(policy))]
    said += [(base + glob, one.headers) for one in found for glob in _globs(one, found)]
    return "\n".join(
        "\n".join([glob, *(f"  {name}: {value}" for name, value in headers.items()), ""])
        for glob, headers in said
    )


def _globs(rule: Rule, found: list[Rule]) -> list[str]:
    """How a rule's path is written; Netlify reads `/kommun/*` as `/kommun*`, `/kommuner/` too."""
    folder = rule.path.removesuffix("*")
    name = folder.rstrip("/")
    longer = any(one.path.startswith(name) and not one.path.startswith(folder) for one in found)
    if rule.path.endswith("*") and longer:
        return [folder, f"{folder}:page/*"]
    return [rule.path]


def nginx(policy: Policy, found: list[Rule], site_url: str) -> str:
    """What nginx serves at the path of `site_url`, and the headers it sends: a part of a `server`.

    `$release` is the folder that holds `site/`; `stod/files.conf` says how files are served.
    """
    base = base_of(site_url)
    lines = [
        "# Made with the site: its headers change when a page's style or script does.",
        f"location {base} {{",
        "    alias $release/site/;",
        "    include stod/files.conf;",
        f"    error_page 403 404 =404 {base}{NOT_FOUND};",
        *(f'    add_header {name} "{said}" always;' for name, said in everywhere(policy).items()),
        *(f"    add_header {name} {variable};" for name, variable in _DIFFERING.items()),
        *(f"    {line}" for line in _set({})),
        *(f"    {line}" for one in found for line in _location(base, one, found)),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _location(base: str, rule: Rule, found: list[Rule]) -> list[str]:
    """The files of a rule, with what wider rules say too: nginx obeys one location only."""
    headers = dict(rule.headers)
    for wider in found:
        folder = wider.path.removesuffix("*")
        if wider.path.endswith("*") and rule.path.startswith(folder):
            headers |= wider.headers
    # A folder's address is served as the file in it, which is looked up anew.
    if rule.path.endswith("*"):
        where = base + rule.path.removesuffix("*")
    else:
        where = f"= {base}{rule.path or 'index.html'}"
    return [f"location {where} {{", *(f"    {line}" for line in _set(headers)), "}"]


def _set(headers: Mapping[str, str]) -> list[str]:
    """All that differs, said anew: what nginx has set before it looks for the 404 page stays."""
    headers = {**_FRESH, **headers}
    if headers["Cache-Control"] == _FRESH["Cache-Control"]:
        headers |= _AT_A_CDN
    said = {variable.split()[0]: headers.get(name, "") for name, variable in _DIFFERING.items()}
    return [f'set {variable} "{value}";' for variable, value in said.items()]


def base_of(site_url: str) -> str:
    """The path that a site stands at: "/", or "/vald/"."""
    return urlsplit(site_url).path or "/"
