"""Putting a site into service: whole or not at all, and while people are reading."""

import fcntl
import hashlib
import os
import random
import re
import resource
import shutil
import threading
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from pathlib import Path

import pytest

import nginx
from built import build, example, once
from centres.site.release import checksums, packing
from nginx import Nginx

STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)
PAGES = [
    "/",
    "/kommun/taby/",
    "/en/kommun/vara/",
    "/ar/",
    "/rad/",
    "/stodlinjer/",
    "/starta/kommun/",
]


@pytest.fixture(scope="session")
def first(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the site of the example."""
    return once(tmp_path_factory, "first", partial(packed, example_site)) / "packed"


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same site with another style, which every visitor's page holds, and pack it."""

    def make(folder: Path) -> None:
        root = example(folder / "repository")
        sheet = root / "theme/assets/visitor.css"
        text = sheet.read_text(encoding="utf-8")
        sheet.write_text(f"{text}\nhr {{ width: 47% }}", encoding="utf-8")
        build(folder / "site", root)
        packed(folder / "site", folder)

    return once(tmp_path_factory, "second", make) / "packed"


def packed(site: Path, folder: Path) -> None:
    """Pack a site into a folder."""
    packing.pack(site, folder / "packed")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Make a site of two pages and one file that is named by its content."""
    return made(tmp_path / "small", "first")


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Nginx]:
    """Start an nginx without a site."""
    (tmp_path / "nginx").mkdir()
    host = nginx.start(tmp_path / "nginx")
    yield host
    host.stop()


def made(folder: Path, text: str, headers: str = "") -> Path:
    """Pack a site whose page and one file say `text`, for nginx with `headers`.

    It has another page that is long enough for compressed copies.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    built = folder.with_name(f"{folder.name}-built")
    location = f"location / {{ alias $release/site/; include stod/files.conf; {headers} }}"
    for name, content in {
        "site/index.html": text,
        "site/lang/index.html": text * 2_000,
        f"site/assets/places.{digest}.js": text,
        "site.nginx.conf": location,
        "site.cdx.json": "{}",
    }.items():
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text(content)
    beside = {name: (built / name).read_text() for name in ("site.nginx.conf", "site.cdx.json")}
    (built / "site.sha256").write_text(checksums.checksums(built / "site", "site", beside))
    packing.pack(built / "site", folder)
    return folder


def as_old(folder: Path) -> Path:
    """Give all files of a built site one time, that of no release; return its folder."""
    for path in folder.rglob("*"):
        os.utime(path, (1_800_000_000, 1_800_000_000))
    return folder


def got(host: Nginx, path: str, known: str) -> tuple[str, bytes | None]:
    """Request a page as somebody who has a version of it; return the new tag and the content."""
    connection = HTTPConnection("127.0.0.1", host.port, timeout=10)
    connection.request("GET", path, headers={"Connection": "close", "If-None-Match": known})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.headers["ETag"], body if answer.status == 200 else None


def served(host: Nginx, path: str = "/") -> bytes | None:
    """Return what is served at a path, None if nothing is."""
    return got(host, path, "")[1]


def releases(host: Nginx) -> set[str]:
    """List the releases that are kept."""
    return {path.name for path in (host.folder / "stod-home/releases").iterdir()}


def digest_of_style(page: bytes) -> str:
    """Return the digest of a page's own style, as a policy says it; nothing if it has none."""
    style = STYLE.search(page)
    return b64encode(hashlib.sha256(style[1]).digest()).decode() if style else ""


def styles(release: Path) -> set[str]:
    """Return the digests of the styles of what is read in a packed site."""
    return {digest_of_style((release / f"site{page}index.html").read_bytes()) for page in PAGES}


@dataclass
class Readers:
    """People who read pages while a site is replaced: what they got, and what went wrong."""

    host: Nginx
    styles: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def read(self, chance: random.Random) -> None:
        """Open pages until it is done."""
        while not self.done.is_set():
            self.open(chance.choice(PAGES))

    def open(self, path: str) -> None:
        """Open a page on a new connection, and hold its policy against its style."""
        try:
            connection = HTTPConnection("127.0.0.1", self.host.port, timeout=10)
            connection.request("GET", path, headers={"Connection": "close"})
            answer = connection.getresponse()
            body = answer.read()
            connection.close()
        except OSError as error:
            self.wrong.append(f"{path}: {error}")
            return
        digest = digest_of_style(body)
        if answer.status != 200 or not digest:
            self.wrong.append(f"{path}: {answer.status}")
            return
        if f"'sha256-{digest}'" not in answer.headers["Content-Security-Policy"]:
            self.wrong.append(f"{path}: a policy of another release")
        self.styles[digest] = self.styles.get(digest, 0) + 1


def test_nobody_who_reads_while_releases_change_sees_a_mix(
    host: Nginx, first: Path, second: Path, chance: random.Random
) -> None:
    """Four readers, three changes: no request fails, and each page has its own release's policy."""
    assert host.release(first).returncode == 0
    readers = Readers(host)
    each = [random.Random(chance.random()) for _ in range(4)]
    threads = [threading.Thread(target=readers.read, args=(one,)) for one in each]
    for thread in threads:
        thread.start()
    try:
        for folder in (second, first, second):
            done = host.release(folder)
            assert done.returncode == 0, done.stderr
    finally:
        readers.done.set()
        for thread in threads:
            thread.join()
    assert readers.wrong == []
    assert styles(first).isdisjoint(styles(second))
    assert set(readers.styles) == styles(first) | styles(second)
    assert min(readers.styles.values()) > len(PAGES)


def test_a_page_that_is_open_since_before_still_gets_its_files(host: Nginx, tmp_path: Path) -> None:
    """A tab of the older release asks for a script that the newer one does not have."""
    host.release(made(tmp_path / "a", "first"))
    (script,) = (tmp_path / "a/site/assets").glob("*.js")
    host.release(made(tmp_path / "b", "second"))
    assert served(host) == b"second"
    assert served(host, f"/assets/{script.name}") == b"first"


def test_an_older_release_is_put_back_by_its_name(host: Nginx, tmp_path: Path) -> None:
    """From the machine's own copy: where it was built need not be there any more."""
    older = host.release(made(tmp_path / "a", "first")).stdout.strip()
    host.release(made(tmp_path / "b", "second"))
    shutil.rmtree(tmp_path / "a")
    done = host.release(host.folder / "stod-home/releases" / older)
    assert (done.returncode, done.stdout.strip()) == (0, older)
    assert served(host) == b"first"


def test_a_corrected_page_is_sent_although_it_is_as_long_as_the_wrong_one(
    host: Nginx, tmp_path: Path
) -> None:
    """By nginx versions are told apart by time and size, and builds may set all times alike."""
    host.release(as_old(made(tmp_path / "a", "08-123")))
    tag, _ = got(host, "/", "")
    host.release(as_old(made(tmp_path / "b", "08-321")))
    assert got(host, "/", tag)[1] == b"08-321"


def test_three_releases_are_kept(host: Nginx, tmp_path: Path) -> None:
    """The one that is served, and two to go back to."""
    names = [host.release(made(tmp_path / str(n), str(n))).stdout.strip() for n in range(5)]
    assert releases(host) == set(names[-3:])


def broken(folder: Path, fault: str) -> str:
    """Do something to a built site; returns what `release` should say of it."""
    if fault == "a changed page":
        (folder / "site/index.html").write_text("somebody else's")
        return f"{folder} is not what its site.sha256 says"
    if fault == "a missing page":
        (folder / "site/index.html").unlink()
        return f"{folder} is not what its site.sha256 says"
    if fault == "a page that nobody built":
        (folder / "site/extra.html").write_text("somebody else's")
        return f"{folder} holds files that its site.sha256 does not name"
    if fault == "no checksums":
        (folder / "site.sha256").unlink()
        return f"{folder} has no site.sha256"
    if fault == "half a file of checksums":
        text = (folder / "site.sha256").read_text()
        (folder / "site.sha256").write_text(text[: len(text) // 2])
        return f"{folder} is not what its site.sha256 says"
    if fault == "no copies":
        for copy in (folder / "site").rglob("*.[bg][rz]"):
            copy.unlink()
        lines = (folder / "site.sha256").read_text().splitlines(keepends=True)
        kept = [line for line in lines if not line.endswith((".br\n", ".gz\n"))]
        (folder / "site.sha256").write_text("".join(kept))
        return f"{folder} has no compressed copies: `make release` packs them"
    if fault == "changed headers":
        (folder / "site.nginx.conf").write_text("location / { return 200 'somebody else'; }")
        return f"{folder} is not what its site.sha256 says"
    assert fault == "headers that nginx does not know"
    shutil.rmtree(folder)
    made(folder, "new", "add_heeder X y;")
    return 'nginx refuses it: nginx: [emerg] unknown directive "add_heeder"'


@pytest.mark.parametrize(
    "fault",
    [
        "a changed page",
        "a missing page",
        "a page that nobody built",
        "no checksums",
        "half a file of checksums",
        "no copies",
        "changed headers",
        "headers that nginx does not know",
    ],
)
def test_a_release_that_is_not_whole_is_refused_in_one_line(
    host: Nginx, small: Path, tmp_path: Path, fault: str
) -> None:
    """And the site is served as before, also after a restart."""
    host.release(small)
    before = (host.folder / "stod-home/current.conf").read_text()
    expected = broken(made(tmp_path / "new", "new"), fault)
    done = host.release(tmp_path / "new")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"release: {expected}")
    assert line.endswith(". The site is served as before.")
    assert served(host) == b"first"
    assert (host.folder / "stod-home/current.conf").read_text() == before


def test_a_disk_that_is_full_leaves_what_was_served(
    host: Nginx, small: Path, tmp_path: Path
) -> None:
    """As a limit on the size of files, which the first page of the new release exceeds."""
    host.release(small)
    full = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (1_000, 1_000))
    done = host.release(made(tmp_path / "new", "new" * 1_000), preexec_fn=full)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"release: {tmp_path / 'new'} cannot be copied: cp: error ")
    assert line.endswith(": File too large. The site is served as before.")
    assert served(host) == b"first"
    assert host.release(tmp_path / "new").returncode == 0
    assert served(host) == b"new" * 1_000


def test_a_release_that_was_damaged_on_the_host_is_not_put_back(
    host: Nginx, tmp_path: Path
) -> None:
    """A disk forgets, and somebody may have been there."""
    older = host.release(made(tmp_path / "a", "first")).stdout.strip()
    host.release(made(tmp_path / "b", "second"))
    kept = host.folder / "stod-home/releases" / older
    (kept / "site/index.html").write_text("somebody else's")
    done = host.release(kept)
    assert done.returncode == 1
    assert f"{kept} has been changed since it was made" in done.stderr
    assert served(host) == b"second"


def test_two_releases_at_once_are_one(host: Nginx, small: Path, tmp_path: Path) -> None:
    """The second is told to wait."""
    host.release(small)
    with (host.folder / "stod-home/lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = host.release(made(tmp_path / "b", "second"))
    assert done.returncode == 1
    assert done.stderr == "release: another release is under way. The site is served as before.\n"
    assert served(host) == b"first"
