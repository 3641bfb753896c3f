"""Serve the site as it is published: by Debian's nginx, with the files of deploy/nginx."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helpers import ROOT, eventually

DEPLOY = ROOT / "deploy/nginx"
PROGRAM = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
WORKERS = 2
MAIN = """
include /etc/nginx/modules-enabled/*.conf;
{user}
worker_processes {workers};
pid {folder}/nginx.pid;
error_log {folder}/logs/main.log notice;
events {{}}
http {{
    client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi;
    proxy_temp_path {folder}/proxy;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    include stod/log-format.conf;
    server {{
        listen 127.0.0.1:{port};
        {site}
    }}
}}
"""
# The server's configuration: of a host for our site only, and of a host that has a site and a log
# of its own.
OWN = "include stod/server.conf;"
ANOTHERS = """access_log {folder}/logs/another.log combined;
        error_log {folder}/logs/anothers-errors.log info;
        include {folder}/stod-home/current.conf;"""


@dataclass(frozen=True)
class Nginx:
    """An nginx of a test's own, with its files in `folder`, at a port of this machine.

    `base` is the path of the site on it: "/", or "/vald/".
    """

    folder: Path
    port: int
    base: str = "/"

    @property
    def address(self) -> str:
        """The URL of the site: "http://127.0.0.1:1234/"."""
        return f"http://127.0.0.1:{self.port}{self.base}"

    @property
    def command(self) -> str:
        """The shell command of nginx with this configuration."""
        return f"{PROGRAM} -c {self.folder}/nginx.conf -e {self.folder}/logs/main.log"

    def release(self, folder: Path, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run deploy/nginx/release for the site in `folder`, with `options` of subprocess.run."""
        before = self.workers()
        process = subprocess.run(
            [DEPLOY / "release", folder],
            env={**os.environ, "STOD": str(self.folder / "stod-home"), "STOD_NGINX": self.command},
            capture_output=True,
            text=True,
            check=False,
            # SIGXFSZ stays ignored, as Python has it: at a file size limit the write fails, and the
            # signal does not kill the process.
            restore_signals=False,
            **options,
        )
        if process.returncode == 0:
            self._wait_until_gone(before)
        return process

    def reload(self) -> None:
        """Reload the configuration, and wait until the old workers have ended."""
        before = self.workers()
        subprocess.run([*self.command.split(), "-s", "reload"], check=True, capture_output=True)
        self._wait_until_gone(before)

    def _wait_until_gone(self, workers: set[str]) -> None:
        """Wait for old workers: until they end, some responses follow the old configuration."""
        assert eventually(lambda: not self.workers() & workers), "An old worker does not end."

    def workers(self) -> set[str]:
        """Return the process ids of the workers; none if nginx does not run."""
        file = self.folder / "nginx.pid"
        pid = file.read_text().strip() if file.exists() else ""
        return set(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()) if pid else set()

    def visits(self) -> list[str]:
        """Return the lines of the access log."""
        # Workers flush their buffers when they are told to reopen the file.
        subprocess.run([*self.command.split(), "-s", "reopen"], check=True, capture_output=True)
        time.sleep(0.2)
        return (self.folder / "logs/stod.log").read_text("utf-8").splitlines()

    def stop(self) -> None:
        """Stop nginx after the requests that it has begun, and wait until it has ended."""
        pid = int((self.folder / "nginx.pid").read_text())
        subprocess.run([*self.command.split(), "-s", "quit"], check=True, capture_output=True)
        assert eventually(lambda: not Path(f"/proc/{pid}").exists()), "nginx does not end."


def free_port() -> int:
    """Return a port of this machine that no program listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, base: str = "/", server: str = OWN) -> Nginx:
    """Start an nginx without a site, with its files in the empty `folder`."""
    assert PROGRAM, "nginx is missing: `make test` installs it."
    nginx = Nginx(folder, free_port(), base)
    home = folder / "stod-home"
    for path in (folder / "stod", folder / "logs", home):
        path.mkdir()
    for piece in DEPLOY.glob("*.conf"):
        text = piece.read_text("utf-8")
        text = text.replace("/srv/stod", str(home)).replace("/var/log/nginx", f"{folder}/logs")
        (folder / "stod" / piece.name).write_text(text, "utf-8")
    # Only root may change the user, and must: the worker could not read a test's folder.
    user = "user root;" if os.geteuid() == 0 else ""
    site = server.format(folder=folder)
    main = MAIN.format(folder=folder, workers=WORKERS, port=nginx.port, user=user, site=site)
    (folder / "nginx.conf").write_text(main, "utf-8")
    (home / "current.conf").touch()
    subprocess.run(nginx.command.split(), check=True, capture_output=True)
    # A worker that starts late would still answer without a site after the first release.
    assert eventually(lambda: len(nginx.workers()) >= WORKERS), "nginx does not start."
    return nginx


@contextmanager
def serving(packed: Path, folder: Path, site_url: str, server: str = OWN) -> Iterator[Nginx]:
    """Serve the site for `site_url` that `packed` holds, by an nginx in the empty `folder`."""
    nginx = start(folder, urlsplit(site_url).path, server)
    release = nginx.release(packed)
    try:
        assert release.returncode == 0, release.stderr
        yield nginx
    finally:
        nginx.stop()
