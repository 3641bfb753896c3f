"""Measure how much nginx serves here, the bytes of a visit, and what a million visits would take.

    make bench PARTS=load

The site is released as docs/operations.md says, and wrk requests it over loopback, for a bounded
time and over a bounded number of connections. wrk runs on the same cores and takes its part of
them: the machine alone would serve more. No network is measured: what one must carry is computed
from the bytes.
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
from bench.from_tests import SITE_URL, mkdocs, nginx
from centres.site.release import packing

RUNS = 3
SECONDS = 10
CONNECTIONS = 64
THREADS = 1
SCRIPT = Path(__file__).with_name("load.lua")
VISITS_AN_HOUR = 1_000_000
# The requests of a visit: the start page, what its place field loads, and a municipality's page.
VISIT = ("", "assets/places.*js", "assets/places.*json", "kommun/vara/")
# How long a CDN may keep a page, by the site's `CDN-Cache-Control`.
MAX_AGE = 300  # seconds


@dataclass(frozen=True)
class Load:
    """The figures of one run of wrk, or the medians of several.

    `rate` is responses a second, `p50` and `p99` are percentiles of the response time in
    milliseconds, and `size` is the mean bytes of a response, headers included.
    """

    rate: float
    p50: float
    p99: float
    size: float

    @classmethod
    def median(cls, runs: list["Load"]) -> "Load":
        """Return the median of each figure."""
        figures = zip(*((run.rate, run.p50, run.p99, run.size) for run in runs), strict=True)
        return cls(*map(statistics.median, figures))


def build(folder: Path) -> Path:
    """Build the site for its address into `folder`; return where it is. Exit if the build fails."""
    process = mkdocs(folder / "site", SITE_URL=SITE_URL)
    if process.returncode:
        sys.exit(f"The build failed with exit status {process.returncode}.\n{process.stderr}")
    return folder / "site"


def with_tls(host: nginx.Nginx) -> str:
    """Have nginx serve TLS too, with a self-signed certificate; return the address."""
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
    tls = f"listen 127.0.0.1:{port} ssl; ssl_certificate {certificate}; ssl_certificate_key {key};"
    config.write_text(text.replace("listen ", f"{tls}\n        listen ", 1), encoding="utf-8")
    host.reload()
    return f"https://127.0.0.1:{port}{host.base}"


def run_wrk(address: str, paths: list[str], *headers: str) -> Load:
    """Request `paths` in turn from the host at `address`, with further `headers`.

    Exits if wrk, or any request, fails.
    """
    command = ["wrk", f"-t{THREADS}", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(SCRIPT)]
    for header in headers:
        command += ["-H", header]
    process = subprocess.run([*command, address, "--", *paths], capture_output=True, text=True)
    if process.returncode:
        sys.exit(f"wrk failed: {process.stderr or process.stdout}")
    result = json.loads(process.stdout.splitlines()[-1])
    if result["failed"] or not result["requests"]:
        sys.exit(f"{result['failed']} of {result['requests']} requests to {address} failed.")
    rate, size = result["requests"] / result["seconds"], result["bytes"] / result["requests"]
    return Load(rate, result["p50"], result["p99"], size)


def response_size(address: str) -> int:
    """Return the bytes of a response to a browser, headers included."""
    request = Request(address, headers={"Accept-Encoding": "gzip, deflate, br"})
    with urlopen(request, timeout=10) as response:
        head = f"HTTP/1.1 {response.status} {response.reason}\r\n{response.headers}"
        return len(head.encode()) + len(response.read())


def paths_of(site: Path, base: str, patterns: tuple[str, ...]) -> list[str]:
    """Return the paths on a host of pages, and of files given by a pattern that only one fits."""
    paths = []
    for pattern in patterns:
        page = pattern.endswith("/") or not pattern
        files = [pattern] if page else [str(file.relative_to(site)) for file in site.glob(pattern)]
        if len(files) != 1:
            sys.exit(f"{pattern} is not one file: {files}")
        paths.append(base + files[0])
    return paths


def measure(host: nginx.Nginx, site: Path) -> tuple[dict[str, Load], list[int]]:
    """Return the load of each kind of request, and the bytes of each response of a visit."""
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
        {
            name: run_wrk(address, paths, *headers)
            for name, (address, paths, headers) in kinds.items()
        }
        for _ in range(RUNS)
    ]
    root = host.address.removesuffix(host.base)
    loads = {
        name: Load.median([loads_of_round[name] for loads_of_round in rounds]) for name in kinds
    }
    return loads, [response_size(root + path) for path in visit]


def section(loads: dict[str, Load], sizes: list[int], files: int) -> str:
    """Return the section of results, as Markdown.

    `sizes` are the bytes of each response of a visit, `files` is how many the site has.
    """
    rows = [
        f"| {name} | {load.rate:,.0f} | {load.p50:.1f} | {load.p99:.1f} | {load.size / 1000:.1f} |"
        for name, load in loads.items()
    ]
    first = loads["a page over TLS, each on a new connection"].rate
    further = loads["the same over TLS"].rate
    visits = VISITS_AN_HOUR / 3600
    # Seconds of the machine for each second of visits: a new connection for each visit's first
    # request, and the others over the same one.
    busy = visits * (1 / first + (len(sizes) - 1) / further)
    refreshes = files / MAX_AGE
    megabits = visits * sum(sizes) * 8 / 1e6
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
            f"without a centre. {len(sizes)} requests, {sum(sizes) / 1000:.1f} kB. For "
            f"{VISITS_AN_HOUR:,} visits an hour that is",
            "",
            f"- {visits:,.0f} visits and {visits * len(sizes):,.0f} requests a second, "
            f"{megabits:,.0f} Mbit/s;",
            f"- {busy:.0%} of this machine, of which wrk's work is a part: one connection over TLS "
            "for each visit;",
            f"- behind a CDN that keeps each file {MAX_AGE} s, at most {refreshes:.1f} requests a "
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
        site = build(folder / "built")
        packing.pack(site, folder / "packed")
        with nginx.serving(folder / "packed", folder / "nginx", SITE_URL) as host:
            results = measure(host, site)
        files = sum(1 for path in site.rglob("*.*") if path.suffix not in {".gz", ".br"})
    report.write("load", section(*results, files))


if __name__ == "__main__":
    main()
