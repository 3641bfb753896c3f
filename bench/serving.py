"""Serves a built site as a host of files does: compressed, with its headers, every byte counted."""

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

HERE = "http://127.0.0.1:"


@dataclass(frozen=True)
class Served:
    """A site that is served: its address, and each piece sent, as (path asked for, bytes)."""

    address: str
    sent: list[tuple[str, int]]

    def size(self, counts: Callable[[str], bool] = lambda _: True) -> int:
        """The bytes sent for paths that count, heads included."""
        return sum(size for path, size in self.sent if counts(path))


class _Meter(io.BufferedIOBase):
    """Passes on what is written, and notes how much. (Chromium does not count a worker's files.)"""

    def __init__(self, out: io.BufferedIOBase, note: Callable[[int], None]) -> None:
        self.out, self.note = out, note

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Pass on."""
        self.note(len(data))
        return self.out.write(data)


class _Host(SimpleHTTPRequestHandler):
    """A host that keeps connections, compresses text and does what `_headers` says."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, sent: list[tuple[str, int]], directory: str) -> None:
        self.sent = sent
        super().__init__(*args, directory=directory)

    def setup(self) -> None:
        """Count from the first byte."""
        super().setup()
        self.wfile = _Meter(self.wfile, lambda size: self.sent.append((self.path, size)))

    def send_head(self) -> io.BytesIO | None:
        """Send the head of an answer; its body is what is returned."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        kind = self.guess_type(path)
        is_text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        body = _compressed(path) if is_text else path.read_bytes()
        asked = headers(Path(self.directory), urlsplit(self.path).path)
        self.send_response(200)
        if "content-type" not in {name.lower() for name, _ in asked}:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        for name, value in asked:
            self.send_header(name, value)
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@cache
def _compressed(path: Path) -> bytes:
    """A file as a host sends it, at gzip's usual level."""
    return gzip.compress(path.read_bytes(), compresslevel=6)


def headers(folder: Path, path: str) -> list[tuple[str, str]]:
    """What `_headers` in `folder` asks to be sent with `path`: names and values.

    A line that begins with "/" says which paths the lines below it, each indented, are for; in it,
    "*" stands for anything and ":name" for one folder. Every block that a path fits holds for it.
    """
    said: list[tuple[str, str]] = []
    fits = False
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            fits = bool(_pattern(line.strip()).fullmatch(path))
        elif fits and line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            said.append((name, value))
    return said


@cache
def _pattern(paths: str) -> re.Pattern[str]:
    return re.compile(re.sub(r":\w+", "[^/]+", re.escape(paths).replace(r"\*", ".*")))


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve what is in `folder`, or will be when somebody asks, on this machine only."""
    sent: list[tuple[str, int]] = []
    handler = partial(_Host, sent=sent, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Served(f"{HERE}{server.server_port}/", sent)
    finally:
        server.shutdown()
        server.server_close()
