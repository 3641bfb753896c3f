"""The site served as it is meant to be: by Debian's nginx, with the files of deploy/nginx."""

import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helpers import ROOT, comes

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
# What the server of the site includes; and what a host does that has a site and a log of its own.
OWN = "include stod/server.conf;"
ANOTHERS = """access_log {folder}/logs/another.log combined;
        error_log {folder}/logs/anothers-errors.log info;
        include {folder}/stod-home/current.conf;"""


@dataclass(frozen=True)
class Nginx:
    """An nginx of a test's own, in a folder that it has made, at a port of this machine."""

    folder: Path
    port: int
    # Where the site stands on it: "/", or "/vald/".
    base: str = "/"

    @property
    def address(self) -> str:
        """Where the site is: "http://127.0.0.1:1234/"."""
        return f"http://127.0.0.1:{self.port}{self.base}"

    @property
    def command(self) -> str:
        """nginx with this configuration."""
        return f"{PROGRAM} -c {self.folder}/nginx.conf -e {self.folder}/logs/main.log"

    def release(self, folder: Path, **options: Any) -> subprocess.CompletedProcess[str]:
        """Run deploy/nginx/release for the site in `folder`, with `options` of subprocess.run."""
        before = self.workers()
        done = subprocess.run(
            [DEPLOY / "release", folder],
            env={**os.environ, "STOD": str(self.folder / "stod-home"), "STOD_NGINX": self.command},
            capture_output=True,
            text=True,
            check=False,
            # What a shell does when a file may not grow: the write fails, nobody is ended.
            restore_signals=False,
            **options,
        )
        if done.returncode == 0:
            self._wait_until_gone(before)
        return done

    def reload(self) -> None:
        """Read the configuration anew."""
        before = self.workers()
        subprocess.run([*self.command.split(), "-s", "reload"], check=True, capture_output=True)
        self._wait_until_gone(before)

    def _wait_until_gone(self, workers: set[str]) -> None:
        """Until then some connections are answered by those who know the old configuration."""
        assert comes(lambda: not self.workers() & workers), "An old worker does not end."

    def workers(self) -> set[str]:
        """The processes that answer, by their numbers."""
        file = self.folder / "nginx.pid"
        pid = file.read_text().strip() if file.exists() else ""
        return set(Path(f"/proc/{pid}/task/{pid}/children").read_text().split()) if pid else set()

    def visits(self) -> list[str]:
        """The log of what was asked for, a line each."""
        # Workers write what they hold when they are told to open the file anew.
        subprocess.run([*self.command.split(), "-s", "reopen"], check=True, capture_output=True)
        time.sleep(0.2)
        return (self.folder / "logs/stod.log").read_text("utf-8").splitlines()

    def stop(self) -> None:
        """Finish what is asked for, and end."""
        pid = int((self.folder / "nginx.pid").read_text())
        subprocess.run([*self.command.split(), "-s", "quit"], check=True, capture_output=True)
        assert comes(lambda: not Path(f"/proc/{pid}").exists()), "nginx does not end."


def free_port() -> int:
    """A port of this machine at which nobody answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def start(folder: Path, base: str = "/", server: str = OWN) -> Nginx:
    """An nginx without a site, in an empty folder."""
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
    # Workers that begin later would answer without a site, after the first release.
    assert comes(lambda: len(nginx.workers()) >= WORKERS), "nginx does not begin."
    return nginx


def served(site: Path, folder: Path, site_url: str, server: str = OWN) -> Nginx:
    """An nginx in an empty folder, with the site that was built at `site` for `site_url`."""
    nginx = start(folder, urlsplit(site_url).path, server)
    done = nginx.release(as_built(site, folder / "built"))
    assert done.returncode == 0, done.stderr
    return nginx


def as_built(site: Path, folder: Path) -> Path:
    """A folder with a copy of a built site, as the build leaves it for a host."""
    shutil.copytree(site, folder / "site")
    for kind in ("nginx.conf", "cdx.json", "sha256"):
        shutil.copy(site.with_name(f"{site.name}.{kind}"), folder / f"site.{kind}")
    return folder
