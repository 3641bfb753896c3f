"""What an editor sees of a change, before anything is published: `mkdocs serve`."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from built import example
from helpers import PATIENCE, eventually
from nginx import free_port

WORD = "Den som är åtalad för ett brott"


@dataclass
class Served:
    """A preview of the repository at `root`, at `address`, and what it has said."""

    root: Path
    address: str
    said: Path

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of an answer."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def shows(self, path: str, text: str) -> bool:
        """Whether a page comes to show a text, sooner or later."""
        return eventually(lambda: text in self.get(path)[1])

    def says(self, text: str) -> bool:
        """Whether a text comes to stand where the editor looks for what is wrong."""
        return eventually(lambda: text in self.said.read_text(encoding="utf-8"))

    def change(self, name: str, old: str, new: str) -> None:
        """Change a file of the repository as an editor would."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """Start a preview."""
    root = example(tmp_path / "repository")
    address = f"127.0.0.1:{free_port()}"
    said = tmp_path / "said"
    with said.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=output,
            stderr=output,
        )
        found = Served(root, f"http://{address}/", said)
        assert found.says("Serving on"), said.read_text(encoding="utf-8")
        yield found
        process.terminate()
        process.wait()


def test_a_preview_shows_a_change_and_keeps_the_last_page_after_a_mistake(served: Served) -> None:
    """Our pages are made when they are asked for; Material's, files and the index are there too."""
    assert WORD in served.get("rad/ordlista/")[1]
    served.change("data/glossary.yaml", WORD, "Någon som leder utredningen")
    assert served.shows("rad/ordlista/", "Någon som leder utredningen")
    assert 'class="guide-header"' in served.get("starta/")[1]
    assert served.get("nej/")[0] == 404
    assert '"sv"' in served.get("pagefind/pagefind-entry.json")[1]
    served.change("data/glossary.yaml", "  word: ", "  wrod: ")
    assert served.says("data/glossary.yaml:")
    status, page = served.get("rad/ordlista/")
    assert (status, "Någon som leder utredningen" in page) == (200, True)


def test_a_page_that_cannot_be_made_says_why(served: Served) -> None:
    """In the browser, where the editor is looking."""
    served.change("content/sv/om/index.md", "En sida", "{{ figures.towns }}")
    assert served.shows("om/", "content/sv/om/index.md: ")
    assert served.get("om/")[0] == 500
    assert served.get("om/kallor/")[0] == 200
