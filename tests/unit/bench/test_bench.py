"""What `make bench` compares: the same content each time, and the same words for everybody."""

import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import markdown
import pytest

from bench import content, pages, report
from bench.generator import Batches, Command, Generator
from bench.measuring import Measured, in_turn
from bench.pages import Page
from centres.content import lix
from centres.data.model import Language
from centres.pages.document.settings import Settings
from centres.site import load
from centres.site.site import Site
from helpers import LATEST, ROOT

WRITE = "from bench import content; from pathlib import Path; import sys; "
WRITE += "content.write(Path(sys.argv[1]), content.languages(5))"
# With numbers to call; with lines that begin with #31#; lists; words with their meanings; with a
# table, and HTML to copy.
PAGES = (
    "kommun/taby/",
    "stodcentrum/boras/",
    "kommuner/lan/",
    "rad/ordlista/",
    "starta/kommun/taby/",
)


def written(folder: Path, seed: str) -> dict[str, bytes]:
    """All files of the content, written by a Python that orders its sets by `seed`."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", WRITE, folder], cwd=ROOT, env=environment, check=True)
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {str(file.relative_to(folder)): file.read_bytes() for file in files}


@cache
def ours() -> Site:
    """Our site in Swedish."""
    settings = Settings("https://stod.example/", "https://a.example/")
    return load.load(ROOT, LATEST, settings, only=frozenset({"sv"}))


def test_the_content_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    """Else figures of two days, or of two machines, could not be compared."""
    first = written(tmp_path / "first", "1")
    assert first == written(tmp_path / "second", "2")
    pages_of = Counter(name.split("/")[1] for name in first if name.startswith("content/"))
    assert set(pages_of) == {language.code for language in content.languages(5)}
    assert [pages_of[code] for code in content.OWN] == [content.PAGES] * len(content.OWN)


@pytest.mark.parametrize("code", content.OWN)
def test_each_prose_page_has_some_900_words(code: str) -> None:
    texts = content.pages(code).values()
    lengths = [lix.of_markdown(text.partition("\n---\n")[2]).words for text in texts]
    assert min(lengths) >= content.WORDS
    assert max(lengths) < content.WORDS * 1.5


@pytest.mark.parametrize("address", PAGES)
def test_peers_are_given_the_words_of_our_pages(address: str) -> None:
    html = ours().at(address) or ""
    read = markdown.markdown(pages.to_markdown(html), extensions=["tables", "fenced_code"])
    assert len(pages.words(html)) > 200
    assert pages.words(read) == pages.words(html)


def measured(folder: Path, says: str, program: str = "true") -> Measured:
    """Return a generator that writes a page with the text `says`, and then runs a program."""

    def lay(target: Path, _: list[Page], __: list[Language]) -> None:
        page = target / "site/kommun/taby/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<main><p>{says}</p></main>", encoding="utf-8")

    def batches(target: Path, _: list[Language]) -> Batches:
        return [[Command(target, (program,))]]

    return Measured(Generator(program, lay, batches), folder, content.languages(1))


@pytest.mark.parametrize(
    ("says", "program", "failed"),
    [
        ("Ring 112.", "true", ""),
        ("Ring 113.", "true", "/kommun/taby/ has other words"),
        ("Ring 112.", "false", "false: exit status 1"),
    ],
)
def test_a_peer_that_does_not_do_the_same_work_is_told(
    tmp_path: Path, says: str, program: str, failed: str
) -> None:
    """It has no figures, and the bench goes on with the next."""
    ours = measured(tmp_path / "ours", "Ring 112.")
    ours.write_sources([])
    peer = measured(tmp_path / "peer", says, program)
    page = Page("kommun/taby/", "sv", "Täby", "Ring 112.", indexed=False)
    in_turn(ours, peer, [page], runs=1)
    assert peer.failure == failed
    assert len(peer.cold) == len(peer.ours) == (not failed)


def test_a_part_measured_again_takes_its_old_place() -> None:
    page = "# What it takes\n"
    for name, said in (("build", "slow"), ("serve", "quick"), ("build", "faster")):
        page = report.replace_section(page, name, said)
    assert page == (
        "# What it takes\n\n"
        "<!-- build -->\nfaster\n<!-- end of build -->\n\n"
        "<!-- serve -->\nquick\n<!-- end of serve -->\n"
    )
