"""How much nginx serves on this machine, what a visit weighs, and what a million would take.

    make bench PARTS=load

The site is released as docs/operations.md says, and asked by wrk over loopback, for a bounded time
and by a bounded number of connections. wrk runs on the same cores, and takes its part of them: the
machine alone would serve more. The network takes no part: what it must carry is counted from the
bytes.
"""

import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from bench import report
from bench.borrowed import SITE_URL, mkdocs, nginx

RUNS = 3
SECONDS = 10
CONNECTIONS = 64
THREADS = 1
SCRIPT = Path(__file__).with_name("load.lua")
VISITS_AN_HOUR = 1_000_000
# Somebody opens the start page, writes a place in the field, and reads what there is.
VISIT = ("", "assets/places.*js", "assets/places.*json", "kommun/vara/")
# What a page of `CDN-Cache-Control` may be kept, in seconds.
KEPT = 300


@dataclass(frozen=True)
class Load:
    """What wrk did in one run, or in the median of some; times in milliseconds."""

    rate: float
    p50: float
    p99: float
    # Of an answer, with its head.
    size: float

    @classmethod
    def median(cls, runs: list["Load"]) -> "Load":
        """The median of each figure."""
        figures = zip(*((one.rate, one.p50, one.p99, one.size) for one in runs), strict=True)
        return cls(*map(statistics.median, figures))


def built(folder: Path) -> Path:
    """The site, built for its address, as the build leaves it for a host."""
    done = mkdocs(folder / "site", SITE_URL=SITE_URL)
    if done.returncode:
        sys.exit(f"The build failed with exit status {done.returncode}.\n{done.stderr}")
    return folder / "site"


def with_tls(host: nginx.Nginx) -> str:
    """Have nginx answer over TLS too, with a certificate of its own; returns where."""
    key, certificate = host.folder / "key.pem", host.folder / "certificate.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-nodes", "-days", "1", "-subj", "/CN=localhost"),
            *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-keyout", key, "-out", certificate),
        ],
        check=True,
        capture_output=True,
    )
    port = nginx.free_port()
    config = host.folder / "nginx.conf"
    text = config.read_text(encoding="utf-8")
    said = f"listen 127.0.0.1:{port} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};"
    config.write_text(text.replace("listen ", f"{said}\n        listen ", 1), encoding="utf-8")
    host.reload()
    return f"https://127.0.0.1:{port}{host.base}"


def asked(address: str, paths: list[str], *headers: str) -> Load:
    """What wrk gets from `address` for `paths` in turn, with further `headers`."""
    command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(SCRIPT)]
    for header in headers:
        command += ["-H", header]
    done = subprocess.run([*command, address, "--", *paths], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"wrk failed: {done.stderr or done.stdout}")
    said = json.loads(done.stdout.splitlines()[-1])
    if said["failed"] or not said["requests"]:
        sys.exit(f"{said['failed']} of {said['requests']} requests to {address} failed.")
    rate, size = said["requests"] / said["seconds"], said["bytes"] / said["requests"]
    return Load(rate, said["p50"], said["p99"], size)


def weight(address: str) -> int:
    """The bytes of an answer to a browser, with its head."""
    request = Request(address, headers={"Accept-Encoding": "gzip, deflate, br"})
    with urlopen(request, timeout=10) as answer:
        head = f"HTTP/1.1 {answer.status} {answer.reason}\r\n{answer.headers}"
        return len(head.encode()) + len(answer.read())


def paths_of(site: Path, base: str, patterns: tuple[str, ...]) -> list[str]:
    """The addresses on a host of pages, or of files by their patterns."""
    found = []
    for pattern in patterns:
        page = pattern.endswith("/") or not pattern
        files = [pattern] if page else [str(one.relative_to(site)) for one in site.glob(pattern)]
        if len(files) != 1:
            sys.exit(f"{pattern} is not one file: {files}")
        found += [base + one for one in files]
    return found


def measured(host: nginx.Nginx, site: Path) -> tuple[dict[str, Load], list[int]]:
    """What nginx serves of each kind, and the bytes of each answer of a visit."""
    tls = with_tls(host)
    pages = [
        f"{host.base}{path.parent.relative_to(site)}/" for path in site.glob("kommun/*/*.html")
    ]
    visit = paths_of(site, host.base, VISIT)
    kinds = {
        "the pages of all municipalities": (host.address, pages, ()),
        "the requests of a visit": (host.address, visit, ()),
        "the same over TLS": (tls, visit, ()),
        "a page over TLS, each on a new connection": (tls, pages, ("Connection: close",)),
    }
    rounds = [
        {name: asked(address, paths, *headers) for name, (address, paths, headers) in kinds.items()}
        for _ in range(RUNS)
    ]
    root = host.address.removesuffix(host.base)
    loads = {name: Load.median([one[name] for one in rounds]) for name in kinds}
    return loads, [weight(root + path) for path in visit]


def said(loads: dict[str, Load], weights: list[int], files: int) -> str:
    """The section of results, as Markdown."""
    rows = [
        f"| {name} | {one.rate:,.0f} | {one.p50:.1f} | {one.p99:.1f} | {one.size / 1000:.1f} |"
        for name, one in loads.items()
    ]
    first = loads["a page over TLS, each on a new connection"].rate
    further = loads["the same over TLS"].rate
    visits = VISITS_AN_HOUR / 3600
    # The machine's seconds for a second of visits: a connection, and what follows on it.
    busy = visits * (1 / first + (len(weights) - 1) / further)
    bits = visits * sum(weights) * 8 / 1e6
    return "\n".join(
        [
            "## Serving",
            "",
            "| nginx serves | requests/s | ms, median | ms, 99th percentile | kB each |",
            "|---|---|---|---|---|",
            *rows,
            "",
            f"Medians of {RUNS} runs of {SECONDS} s by wrk, {CONNECTIONS} connections, on the same",
            "cores as nginx, over loopback. No request failed. Bytes are of brotli, with heads.",
            "",
            "A visit: the start page, a place written in its field, and the page of a municipality",
            f"without a centre. {len(weights)} requests, {sum(weights) / 1000:.1f} kB. For "
            f"{VISITS_AN_HOUR:,} visits an hour that is",
            "",
            f"- {visits:,.0f} visits and {visits * len(weights):,.0f} requests a second, "
            f"{bits:,.0f} Mbit/s;",
            f"- {busy:.0%} of this machine, of which wrk's work is a part: one connection over TLS "
            "for each visit;",
            f"- behind a CDN that keeps each file {KEPT} s, at most {files / KEPT:.1f} requests a "
            "second from each of its",
            f"  places that asks for itself, if every one of the {files:,} files is wanted there.",
        ]
    )


def main() -> None:
    """Measure, and write the section."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("built", "nginx"):
            (folder / part).mkdir()
        site = built(folder / "built")
        host = nginx.served(site, folder / "nginx", SITE_URL)
        try:
            results = measured(host, site)
        finally:
            host.stop()
        files = sum(1 for path in site.rglob("*.*") if path.suffix not in {".gz", ".br"})
    report.section("load", said(*results, files))


if __name__ == "__main__":
    main()
