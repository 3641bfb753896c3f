"""Serve a built site as a host of files does: compressed, with its headers, counting every byte."""

import gzip
import io
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LOCALHOST = "http://127.0.0.1:"


@dataclass(frozen=True)
class Served:
    """A site that is served: its address, and each piece sent, as (path requested, bytes)."""

    address: str
    sent: list[tuple[str, int]]

    def size(self, counts: Callable[[str], bool] = lambda _: True) -> int:
        """Return the bytes sent for paths that `counts` is true of, headers included."""
        return sum(size for path, size in self.sent if counts(path))


class _Meter(io.BufferedIOBase):
    """A stream that counts the bytes written: Chromium leaves out those of a worker's files."""

    def __init__(self, out: io.BufferedIOBase, note: Callable[[int], None]) -> None:
        self.out, self.note = out, note

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Count `data`, and write it."""
        self.note(len(data))
        return self.out.write(data)


class _Host(SimpleHTTPRequestHandler):
    """A host that keeps connections open, compresses text and sends the headers of `_headers`."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, sent: list[tuple[str, int]], directory: str) -> None:
        self.sent = sent
        super().__init__(*args, directory=directory)

    def setup(self) -> None:
        """Set up the connection, with a stream that counts."""
        super().setup()
        self.wfile = _Meter(self.wfile, lambda size: self.sent.append((self.path, size)))

    def send_head(self) -> io.BytesIO | None:
        """Send the headers of a response, and return its body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        media_type = self.guess_type(path)
        is_text = media_type.startswith("text/") or media_type.endswith(
            ("javascript", "json", "xml")
        )
        body = _compressed(path) if is_text else path.read_bytes()
        own_headers = headers(Path(self.directory), urlsplit(self.path).path)
        self.send_response(200)
        if "content-type" not in {name.lower() for name, _ in own_headers}:
            self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        for name, value in own_headers:
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@cache
def _compressed(path: Path) -> bytes:
    """Return a file as a host sends it, compressed at gzip's usual level."""
    return gzip.compress(path.read_bytes(), compresslevel=6)


def headers(folder: Path, path: str) -> list[tuple[str, str]]:
    """Return the names and values of the headers that `_headers` in `folder` has for `path`.

    A line that begins with "/" is a pattern of paths, and the indented lines below it are their
    headers. In a pattern "*" matches anything and ":name" one folder. All blocks whose pattern
    matches apply.
    """
    matching: list[tuple[str, str]] = []
    fits = False
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            fits = bool(_pattern(line.strip()).fullmatch(path))
        elif fits and line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            matching.append((name, value))
    return matching


@cache
def _pattern(paths: str) -> re.Pattern[str]:
    return re.compile(re.sub(r":\w+", "[^/]+", re.escape(paths).replace(r"\*", ".*")))


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve `folder`, which may be filled later, on this machine only."""
    sent: list[tuple[str, int]] = []
    handler = partial(_Host, sent=sent, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Served(f"{LOCALHOST}{server.server_port}/", sent)
    finally:
        server.shutdown()
        server.server_close()
