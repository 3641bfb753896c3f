"""Stand in for where the way out leads: browsers ask this proxy for all hosts but this machine.

No test depends on a network, and what browsers ask their makers for is refused.
"""

import ssl
import subprocess
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "www.smhi.se"
PAGE = b"<!doctype html><title>Outside</title><h1>Outside</h1>"


@dataclass(frozen=True)
class Request:
    """What a browser asked the host for: "https://www.smhi.se/", and with which headers."""

    url: str
    headers: dict[str, str]


@dataclass
class Outside:
    """The proxy, at `port` of this machine, and what it was asked for since `asked` was emptied."""

    port: int = 0
    asked: list[Request] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The proxy's host and port, as browsers are told it."""
        return f"127.0.0.1:{self.port}"


def certificate(folder: Path) -> ssl.SSLContext:
    """Make a certificate that nobody vouches for, in `folder`, for every host."""
    file = folder / "outside.pem"
    command = "openssl req -x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1"
    subprocess.run(
        [*command.split(), "-subj", "/CN=outside", "-keyout", file, "-out", file],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def start(folder: Path) -> tuple[Outside, ThreadingHTTPServer]:
    """Start the proxy, with its certificate in `folder`. The server is for `shutdown`."""
    outside = Outside()
    context = certificate(folder)

    class Handler(BaseHTTPRequestHandler):
        """Answer for the host that the browser believes it has reached."""

        protocol_version = "HTTP/1.1"

        def do_CONNECT(self) -> None:
            """Become the host, and refuse to be another."""
            if self.path != f"{HOST}:443":
                return self.send_error(502)
            self.send_response(200)
            self.end_headers()
            self.connection = context.wrap_socket(self.connection, server_side=True)
            self.rfile = self.connection.makefile("rb")
            self.wfile = self.connection.makefile("wb", buffering=0)

        def do_GET(self) -> None:
            """Note what was asked for; the same page answers for every address of the host."""
            if "://" in self.path:
                return self.send_error(502)
            outside.asked.append(Request(f"https://{HOST}{self.path}", dict(self.headers.items())))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE)

        def finish(self) -> None:
            """Close the encrypted connection too: the server closes only the one it accepted."""
            super().finish()
            self.connection.close()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    outside.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return outside, server
