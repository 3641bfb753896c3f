"""What nginx sends, read back; and that the hosts that read `_headers` send the same."""

import gzip
import re
import subprocess
from collections.abc import Iterable, Iterator
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from helpers import LANGUAGES, ROOT
from links import HREF
from netlify import HeadersFile
from nginx import Nginx, free_port

PAGE = "text/html; charset=utf-8"
FRESH = "public, max-age=0, must-revalidate"
LASTING = "public, max-age=31536000, immutable"
# A file of every kind: its pattern in the site, type, language and keeping.
KINDS = {
    "start": ("index.html", PAGE, "sv", FRESH),
    "visitor's page": ("kommun/taby/index.html", PAGE, "sv", FRESH),
    "page in English": ("en/kommun/taby/index.html", PAGE, "en", FRESH),
    "page in Arabic": ("ar/rad/index.html", PAGE, "ar", FRESH),
    "page in easy Swedish": ("sv-simple/index.html", PAGE, "sv-simple", FRESH),
    "guide": ("starta/index.html", PAGE, "sv", FRESH),
    "open data": ("data/centres.json", "application/json; charset=utf-8", "sv", FRESH),
    "sitemap": ("sitemap.xml", "text/xml; charset=utf-8", None, FRESH),
    "Material's style": (
        "assets/stylesheets/main.*.css",
        "text/css; charset=utf-8",
        None,
        LASTING,
    ),
    "Material's script": (
        "assets/javascripts/bundle.*.js",
        "text/javascript; charset=utf-8",
        None,
        LASTING,
    ),
    "search": ("pagefind/pagefind.js", "text/javascript; charset=utf-8", None, FRESH),
    "search's engine": ("pagefind/wasm.sv.pagefind", "application/octet-stream", None, FRESH),
    "search's index": ("pagefind/index/sv_*", "application/octet-stream", None, LASTING),
    "search's start": ("pagefind/pagefind.sv_*", "application/octet-stream", None, LASTING),
    "search's answers": ("pagefind/fragment/en_*", "application/octet-stream", None, LASTING),
}
# Of the network and of the file's size and age: another test looks at some.
CHANGING = {"Date", "Connection", "Content-Length", "ETag", "Last-Modified", "Accept-Ranges"}


def asked(
    host: Nginx, path: str, method: str = "GET", **headers: str
) -> tuple[int, Message, bytes]:
    """Request an address of the site, or of the host if it begins with a slash.

    Returns status, headers and body; `_` in a header's name is a dash.
    """
    path = path if path.startswith("/") else host.base + path
    connection = HTTPConnection("127.0.0.1", host.port, timeout=10)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers={"Connection": "close", **sent})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def heads(host: Nginx, paths: Iterable[str]) -> Iterator[tuple[str, int, Message]]:
    """Request the headers of addresses as `asked` does, by one connection.

    Yields each address, its status and its headers.
    """
    connection = HTTPConnection("127.0.0.1", host.port, timeout=10)
    for path in paths:
        connection.request("HEAD", path if path.startswith("/") else host.base + path)
        answer = connection.getresponse()
        answer.read()
        yield path, answer.status, answer.headers
    connection.close()


def said(headers: Message) -> dict[str, str]:
    """Headers that do not change from day to day, but for the Content Security Policy."""
    assert len(headers.keys()) == len(set(headers.keys())), headers
    left_out = {*CHANGING, "Content-Security-Policy"}
    return {name: value for name, value in headers.items() if name not in left_out}


def everywhere(headers: Message) -> dict[str, str]:
    """Return the headers of every response; another test reads the list of what is denied."""
    return {
        "Server": "nginx",
        "Strict-Transport-Security": "max-age=63072000",
        "Permissions-Policy": headers["Permissions-Policy"],
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def address(file: str) -> str:
    """Where a file of the site is asked for."""
    return file.removesuffix("index.html")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_file_has_its_headers_and_no_others(
    host: Nginx, site: Path, kind: str
) -> None:
    """Type, language, keeping, and what holds for all."""
    pattern, content_type, language, keeping = KINDS[kind]
    file = sorted(site.glob(pattern))[0].relative_to(site).as_posix()
    status, headers, body = asked(host, address(file))
    expected = {**everywhere(headers), "Content-Type": content_type, "Cache-Control": keeping}
    if language:
        expected["Content-Language"] = language
    if keeping == FRESH:
        expected["CDN-Cache-Control"] = (
            "max-age=300, stale-while-revalidate=60, stale-if-error=86400"
        )
    if not content_type.startswith("application/octet-stream"):
        expected["Vary"] = "Accept-Encoding"
    if kind == "open data":
        expected["Access-Control-Allow-Origin"] = "*"
    assert status == 200
    assert said(headers) == expected
    assert body == (site / file).read_bytes()


@pytest.mark.parametrize("path", ["kommun/taby/", "sok/", "starta/", "en/data/", "404.html"])
def test_the_policy_sent_allows_what_the_page_needs_and_nobody_to_frame_it(
    host: Nginx, path: str
) -> None:
    """The header holds all pages' needs, since a browser obeys both the header and the page."""
    _, headers, body = asked(host, path)
    sent = headers["Content-Security-Policy"]
    (own,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', body.decode())
    hashes = set(re.findall(r"'sha256-[^']+'|'wasm-unsafe-eval'", own))
    assert hashes
    assert hashes <= set(sent.replace(";", "").split())
    assert sent.endswith("; frame-ancestors 'none'")
    assert "unsafe-inline" not in sent


def test_pages_may_ask_the_phone_for_nothing(host: Nginx) -> None:
    """Camera, position and the rest are denied to our pages too; copying a number is not."""
    _, headers, _ = asked(host, "")
    denied = headers["Permissions-Policy"].split(", ")
    assert {"camera=()", "geolocation=()", "microphone=()", "payment=()", "usb=()"} < set(denied)
    assert all(one.endswith("=()") for one in denied)
    assert "clipboard-write=()" not in denied


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("identity", None)],
)
@pytest.mark.parametrize("file", ["kommun/taby/index.html", "data/centres.json", "404.html"])
def test_a_browser_gets_the_smallest_form_it_can_read(
    host: Nginx, site: Path, tmp_path: Path, file: str, accepted: str, chosen: str | None
) -> None:
    """The same bytes after decoding; caches in between are told that the forms differ."""
    status, headers, body = asked(host, address(file), Accept_Encoding=accepted)
    assert (status, headers["Content-Encoding"]) == (200, chosen)
    assert headers["Vary"] == "Accept-Encoding"
    if chosen == "gzip":
        body = gzip.decompress(body)
    elif chosen == "br":
        (tmp_path / "body.br").write_bytes(body)
        body = subprocess.run(
            ["brotli", "--decompress", "--stdout", tmp_path / "body.br"],
            check=True,
            capture_output=True,
        ).stdout
    assert body == (site / file).read_bytes()


@pytest.mark.parametrize(
    "path", ["finns/inte/", "kommun/taby/x", "assets/", "assets/x.0123abcd.js", "x" * 300]
)
def test_a_wrong_address_is_answered_with_404_and_help_in_every_language(
    host: Nginx, path: str
) -> None:
    """And is not kept, not even where a file by such a name would be kept for a year."""
    status, headers, body = asked(host, path)
    page = LexborHTMLParser(body)
    assert status == 404
    assert said(headers) == {
        **everywhere(headers),
        "Content-Type": PAGE,
        "Content-Language": ", ".join(LANGUAGES),
        "Vary": "Accept-Encoding",
    }
    languages = {part.attributes.get("lang") for part in page.css("main [lang]")}
    assert languages >= set(LANGUAGES)


def test_a_page_that_has_not_changed_is_not_sent_again(host: Nginx) -> None:
    """304, with the headers that a browser must not forget."""
    _, first, _ = asked(host, "kommun/taby/")
    status, headers, body = asked(host, "kommun/taby/", If_None_Match=first["ETag"])
    assert (status, body) == (304, b"")
    assert headers["Cache-Control"] == FRESH
    assert headers["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_an_address_without_its_last_slash_leads_on_without_naming_a_host(host: Nginx) -> None:
    """What nginx believes to be its own name may be wrong, and http."""
    status, headers, _ = asked(host, "en/kommun/taby")
    assert (status, headers["Location"]) == (301, f"{host.base}en/kommun/taby/")


def test_nothing_can_be_sent(host: Nginx) -> None:
    """There is nothing to receive it."""
    assert asked(host, "kommun/taby/", "POST")[0] == 405
    assert asked(host, "kommun/taby/", "PUT")[0] == 405


def test_hosts_that_read_a_file_of_headers_send_what_nginx_sends(host: Nginx, site: Path) -> None:
    """Every file of the site, and no header twice: such hosts would join the values.

    But the language of a page, which the page says itself; and they ask anew whether the start of a
    language's index is the same.
    """
    read = HeadersFile((site / "_headers").read_text(encoding="utf-8"))
    names = {name for _, headers in read.rules for name in headers}
    # Netlify's and Cloudflare's own words for what no rule speaks of.
    theirs = {"Cache-Control": FRESH}
    assert "Content-Language" not in names
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.*"))
    for file, _, sent in heads(host, map(address, files)):
        ours = {name: value for name, value in sent.items() if name in names}
        if file.endswith(".pf_meta"):
            assert ours["Cache-Control"] == LASTING
            ours |= theirs
        assert theirs | read.sent(host.base + file) == ours, file


def test_the_file_of_headers_is_one_that_hosts_take(site: Path) -> None:
    """Cloudflare Pages reads 100 rules, and 2,000 characters a line; no language adds any."""
    text = (site / "_headers").read_text(encoding="utf-8")
    rules = HeadersFile(text).rules
    assert len(rules) <= 30
    assert max(map(len, text.splitlines())) <= 2_000
    folders = {f"/{code}/" for code in LANGUAGES}
    assert [code for code in folders if any(rule.fullmatch(code) for rule, _ in rules[1:])] == []


def test_the_log_tells_nothing_of_who_read_what(host: Nginx) -> None:
    """Not the address, the browser, the page or the minute; nor when something goes wrong."""
    own = {"User_Agent": "Jolla-47", "Referer": "https://sok.example/hjalp", "Cookie": "a=47b"}
    own |= {"X_Forwarded_For": "198.51.100.47", "Forwarded": "for=198.51.100.47"}
    before = len(host.visits())
    (release,) = (host.folder / "stod-home/releases").iterdir()
    loop = release / "site/loop.html"
    loop.symlink_to(loop)
    for path in ("kommun/taby/?ort=vaxholm", "pagefind/pagefind.js", "finns/inte/"):
        asked(host, path, **own)
    for path in ("y" * 300, "loop.html"):
        assert asked(host, path, **own)[0] == 404
    assert asked(host, "rad/", "POST", **own)[0] == 405
    assert asked(host, "/../../x", **own)[0] == 400
    loop.unlink()
    assert [re.sub(r"^\d{4}-\d\d-\d\dT\d\d ", "", line) for line in host.visits()[before:]] == [
        "200 10-100kB page",
        "200 10-100kB part",
        "404 10-100kB page",
        "404 10-100kB page",
        "404 10-100kB page",
        "405 <1kB page",
        "400 <1kB part",
    ]
    for log in (host.folder / "logs").iterdir():
        written = log.read_text(encoding="utf-8")
        found = re.search(r"127\.0|198\.51|Jolla|hjalp|47b|vaxholm|taby|pagefind|yyy|loop", written)
        assert not found, found


def test_below_a_path_of_another_host_every_link_leads_somewhere(guest: Nginx) -> None:
    """All links, style sheets, scripts and pictures of all pages, asked for under /vald/."""
    release = next((guest.folder / "stod-home/releases").iterdir()) / "site"
    source = re.compile(r'<(?:link|script|img)\b[^>]*\b(?:href|src)="([^"]*)"')
    home = "https://stod.example/vald/"
    found: dict[str, str] = {}
    for page in release.rglob("*.html"):
        here = urljoin(home, page.relative_to(release).as_posix().removesuffix("index.html"))
        text = page.read_text(encoding="utf-8")
        for href in HREF.findall(text) + source.findall(text):
            url = urljoin(here, href.replace("&amp;", "&"))
            if url.startswith("https://stod.example/"):
                found.setdefault(urlsplit(url).path, here)
    assert len(found) > len(list(release.rglob("index.html")))
    assert [f"{one} on {found[one]}" for one in found if not one.startswith("/vald/")] == []
    wrong = [path for path, status, _ in heads(guest, found) if status != 200]
    assert [f"{one} on {found[one]}" for one in wrong] == []


def test_a_guest_says_nothing_for_the_rest_of_the_host(guest: Nginx) -> None:
    """Headers and the page for wrong addresses are its own, and its folder's alone."""
    assert asked(guest, "en/")[1]["Content-Language"] == "en"
    status, headers, body = asked(guest, "finns/inte/")
    assert (status, headers["Content-Language"]) == (404, "sv, en, ar")  # the example's
    assert b'href="/vald/' in body
    assert asked(guest, "kommun/taby")[1]["Location"] == "/vald/kommun/taby/"
    assert "Content-Security-Policy" not in asked(guest, "/")[1]


def test_a_guest_is_not_in_the_hosts_log(guest: Nginx) -> None:
    """The host logs addresses, as most do, but none of those who read its guest, or fail to."""
    for path in ("kommun/taby/", "finns/inte/", "y" * 300):
        asked(guest, path, User_Agent="Jolla-47")
    asked(guest, "/its/own", User_Agent="Jolla-48")
    assert len(guest.visits()) >= 3
    written = {log.name: log.read_text("utf-8") for log in (guest.folder / "logs").iterdir()}
    assert "127.0.0.1 - - " in written["another.log"]
    assert "Jolla-48" in written["another.log"]
    assert not re.search("/vald|Jolla-47", "".join(written.values()))


def test_the_pieces_for_a_host_of_its_own_fit_together(host: Nginx, tmp_path: Path) -> None:
    """deploy/nginx/site.conf with a certificate filled in: nginx takes it."""
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"),
            *("-subj", "/CN=stod.example", "-keyout", tmp_path / "key.pem"),
            *("-out", tmp_path / "fullchain.pem"),
        ],
        check=True,
        capture_output=True,
    )
    site = (ROOT / "deploy/nginx/site.conf").read_text(encoding="utf-8")
    main = (host.folder / "nginx.conf").read_text(encoding="utf-8")
    start, end = main.index("    include stod/log-format.conf"), main.rindex("}")
    filled = site.replace("/etc/ssl/stod", str(tmp_path))
    # nginx tries them, and only root may have those below 1024.
    for port in ("443", "80"):
        filled = re.sub(rf"(listen (?:\[::\]:)?){port}\b", rf"\g<1>{free_port()}", filled)
    whole = host.folder / "whole.conf"
    whole.write_text(main[:start] + filled + main[end:], encoding="utf-8")
    command = [*host.command.split(), "-c", str(whole), "-t"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr
