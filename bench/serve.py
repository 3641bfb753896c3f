"""Measure how long an editor waits for a changed value in the preview.

    make bench PARTS=serve

`mkdocs serve` runs on a copy of the repository. A telephone number is changed in
data/centres.yaml, and the page of a municipality that the centre serves is requested until it shows
the new number: with all languages, and with Swedish alone.
"""

import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench import report
from bench.from_tests import copied
from centres.data import loader
from centres.data.geography import slug

RUNS = 5
LANGUAGES = {"all languages": "", "Swedish alone": "sv"}
_HEAD = f"""\
## Preview

A telephone number is changed in `data/centres.yaml` under `mkdocs serve`: seconds until the page of
a municipality shows it, in {RUNS} changes. MkDocs looks for changes twice a second.

| | median | least | most |
|---|---|---|---|
"""
_TIMEOUT = 120  # seconds to wait for a page
_POLLING_INTERVAL = 0.02  # seconds
# Between changes nothing is requested, as when an editor looks at the preview.
_READING_TIME = 2  # seconds


class Editor:
    """Somebody who corrects the first number of data/centres.yaml in a copy of the repository.

    The number is marked as confirmed today, since a check would refuse one that differs from
    Bilaga 2 otherwise.
    """

    def __init__(self, folder: Path) -> None:
        centres = loader.load(folder / "data", date.today()).centres
        centre = next(centre for centre in centres if centre.phones)
        self._data = folder / "data/centres.yaml"
        self._number = centre.phones[0].number
        self._page = f"kommun/{slug(centre.municipalities[0])}/"
        written = f'"{self._number}"'
        confirmed = f"{written}\n      source: centret\n      checked: {date.today()}"
        self._replace(written, confirmed)

    def wait(self, address: str) -> None:
        """Wait until the preview at `address` shows the number. Raises TimeoutError."""
        digits = re.sub(r"\D", "", self._number)
        start = time.perf_counter()
        while digits not in _html(address + self._page):
            if time.perf_counter() - start > _TIMEOUT:
                raise TimeoutError(f"{self._page} does not show {self._number}")
            time.sleep(_POLLING_INTERVAL)

    def change(self, ending: int, address: str) -> float:
        """Change the number's last two digits; return the seconds until it is shown."""
        time.sleep(_READING_TIME)
        old, self._number = self._number, f"{self._number[:-2]}{ending}"
        start = time.perf_counter()
        self._replace(old, self._number)
        self.wait(address)
        return time.perf_counter() - start

    def _replace(self, old: str, new: str) -> None:
        text = self._data.read_text(encoding="utf-8")
        self._data.write_text(text.replace(old, new, 1), encoding="utf-8")


def _html(url: str) -> str:
    """Return the HTML at `url`, or "" while the server does not answer."""
    with suppress(URLError, ConnectionError), urlopen(url, timeout=_TIMEOUT) as response:
        return str(response.read().decode())
    return ""


@contextmanager
def preview(folder: Path, only: str) -> Iterator[str]:
    """Serve a preview of the repository in `folder`; yield its address.

    `only` are the codes of its languages as SITE_LANGUAGES takes them, "" for all.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", host],
        cwd=folder,
        env={
            **os.environ,
            "NO_MKDOCS_2_WARNING": "1",
            "SITE_LANGUAGES": only,
            "SITE_URL": f"http://{host}/",
        },
    )
    try:
        yield f"http://{host}/"
    finally:
        server.terminate()
        server.wait()


def measure(only: str) -> list[float]:
    """Return the seconds of each change, with the languages `only`, "" for all."""
    with tempfile.TemporaryDirectory() as name:
        folder = copied(Path(name))
        editor = Editor(folder)
        with preview(folder, only) as address:
            editor.wait(address)
            return [editor.change(ending, address) for ending in range(10, 10 + RUNS)]


def main() -> None:
    """Measure, and write the section."""
    rows = []
    for name, only in LANGUAGES.items():
        seconds = measure(only)
        cells = (name, statistics.median(seconds), min(seconds), max(seconds))
        rows.append("| {} | {:.1f} | {:.1f} | {:.1f} |".format(*cells))
    report.write("serve", _HEAD + "\n".join(rows))


if __name__ == "__main__":
    main()
