"""The documentation says what is so: its sessions are run, and its links and commands exist."""

import fnmatch
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from centres import cli
from centres.data import loader
from helpers import ROOT, TODAY, changed_data, copy_locales

WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
WITH_SESSIONS = [path for path in WRITTEN if "```console" in path.read_text(encoding="utf-8")]
# <!-- I data/centres.yaml: «a» blir «b» --> changes a file before the next session.
CHANGE = re.compile(r"<!-- I (?P<file>\S+): «(?P<old>.*?)» blir «(?P<new>.*?)» -->", re.DOTALL)
SESSION = re.compile(r"```console\n(?P<text>.*?)```", re.DOTALL)
STEP = re.compile(f"{CHANGE.pattern}|{SESSION.pattern}", re.DOTALL)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Commit the example's data and a page of prose to a repository."""
    changed_data(tmp_path)
    copy_locales(tmp_path)
    shutil.copytree(ROOT / "tests/example_content", tmp_path / "content")
    for name in ("templates", "hooks", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run(["git", "-C", tmp_path, *identity, *command], check=True)
    return tmp_path


def commands(session: str) -> Iterator[tuple[list[str], str, list[str]]]:
    """Each command of a session, what is typed to it (after >), and what it prints."""
    for part in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        first, *rest = part.splitlines()
        typed = "".join(f"{line[2:]}\n" for line in rest if line.startswith("> ") or line == ">")
        said = [line for line in rest if not line.startswith(">")]
        yield re.findall(r'"[^"]*"|\S+', first), typed, said


def run(root: Path, command: list[str], typed: str, patch: pytest.MonkeyPatch) -> str:
    """Run a command of the documentation; return what it prints."""
    assert command[0] == "centres", f"only centres is run here: {command}"
    patch.setattr("sys.stdin", io.StringIO(typed))
    patch.setenv("COLUMNS", "100")
    out = io.StringIO()
    patch.setattr("sys.stdout", out)
    options = [f"--data={root / 'data'}", f"--today={TODAY}", "--format=text"]
    try:
        cli.main([command[1], *options, *(part.strip('"') for part in command[2:])])
    finally:
        patch.undo()
    return out.getvalue()


def fits(said: list[str], printed: list[str]) -> bool:
    """Whether the lines are those; `...` stands for any lines, and within one for any text."""
    if not said:
        return not printed
    if said[0] == "...":
        return any(fits(said[1:], printed[at:]) for at in range(len(printed) + 1))
    pattern = said[0].replace("[", "[[]").replace("...", "*").replace("?", "[?]")
    return (
        bool(printed) and fnmatch.fnmatchcase(printed[0], pattern) and fits(said[1:], printed[1:])
    )


@pytest.mark.parametrize("path", WITH_SESSIONS, ids=lambda path: path.name)
def test_a_session_in_the_documentation_is_as_really_printed(
    root: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the top of the page to its end, in one repository."""
    ran = 0
    for step in STEP.finditer(path.read_text(encoding="utf-8")):
        if step["file"]:
            file = root / step["file"]
            text = file.read_text(encoding="utf-8")
            assert step["old"] in text, step[0]
            file.write_text(text.replace(step["old"], step["new"], 1), encoding="utf-8")
            continue
        for command, typed, said in commands(step["text"]):
            printed = run(root, command, typed, monkeypatch)
            assert fits(said, printed.splitlines()), f"$ {' '.join(command)}\n{printed}"
            ran += 1
    assert ran >= 8


def test_every_command_has_a_session_in_swedish_and_in_english() -> None:
    """Nobody has to guess what it looks like."""
    assert len(cli.COMMANDS) >= 8
    # What is said of this one changes with what has been decided; docs/operations.md describes it.
    for_editors = {*cli.COMMANDS} - {"publishable"}
    for name in ("docs/redigera.md", "docs/editing.md"):
        shown = re.findall(r"^\$ centres (\w+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
        assert for_editors - set(shown) == set(), name


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_file_and_heading_that_is_linked_exists(path: Path) -> None:
    """As GitHub makes addresses of headings; what leads to its own pages is left alone."""
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?:|ord:|viktig:|\{\{|\.\./\.\./", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), target
        headings = re.findall(r"^#+ (.+)$", file.read_text("utf-8"), re.MULTILINE) if anchor else []
        slugs = [re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings]
        assert not anchor or anchor in slugs, target


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_make_target_that_is_named_exists(path: Path) -> None:
    """A command that is not there is worse than none."""
    targets = re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"`(?:\w+=\S+ )?make ([a-z0-9-]+)", path.read_text(encoding="utf-8"))
    assert set(named) <= set(targets)


def test_every_test_that_the_threats_name_exists() -> None:
    """And each attacker is held off by something that is tested."""
    parts = (ROOT / "docs/threats.md").read_text(encoding="utf-8").split("\n## ")[1:]
    assert len(parts) == 6
    for part in parts:
        named = re.findall(r"`([\w/]+/\w+\.py)::(\w+)`", part)
        assert named, part.partition("\n")[0]
        for file, name in named:
            written = (ROOT / "tests" / file).read_text(encoding="utf-8")
            assert f"\ndef {name}(" in written, name
        assert len(named) == part.count("::")


def test_contributing_fits_on_one_screen() -> None:
    """Longer, and nobody reads it."""
    assert len((ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()) <= 66
    assert (ROOT / "CONTRIBUTING.md").stat().st_size < 4_000


DECISIONS = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
DOCUMENTS = [*WRITTEN, *sorted((ROOT / "docs/decisions").glob("*.md"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_path_that_a_document_names_exists(path: Path) -> None:
    """Files move; whoever reads a path opens it. One with < or * in it stands for several."""
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"`((?:hooks|templates|theme|tests|scripts|requirements)/[^`\s:<*]+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_row_of_where_do_i_leads_to_a_file_that_exists() -> None:
    """Some ten questions that a maintainer asks, each with the file that has the answer."""
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("## Where do I")[2]
    rows = re.findall(r"^\| (?!Where|---)(.+?) \| (.+) \|$", text, re.MULTILINE)
    assert len(rows) >= 10
    for question, answer in rows:
        paths = [name for name in re.findall(r"`([^`]+)`", answer) if re.search(r"[/.]", name)]
        links = re.findall(r"\]\(([^)#]+)", answer)
        assert paths or links, question
        missing = [name for name in paths if not (ROOT / name).exists()]
        missing += [name for name in links if not (ROOT / "docs" / name).exists()]
        assert missing == [], question
        # What is named in a file or a folder stands there.
        files = [path for name in paths for path in [ROOT / name, *(ROOT / name).rglob("*.py")]]
        texts = "".join(path.read_text(encoding="utf-8") for path in files if path.is_file())
        names = [name for name in re.findall(r"`(\w+)`", answer) if name not in texts]
        assert names == [], question


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name[:4])
def test_a_decision_is_in_the_index_with_its_title_and_has_a_date_and_a_status(path: Path) -> None:
    """The number is its name for ever, in the file's name and in its heading."""
    number = path.name[:4]
    text = path.read_text(encoding="utf-8")
    head = re.match(
        rf"# {number}\. (?P<title>.+)\n\n- Date: (?P<date>\d{{4}}-\d\d-\d\d)\b.*\n"
        r"- Status: (?:accepted|superseded by \d{4})\n",
        text,
    )
    assert head, "a decision begins with its number and title, its date and its status"
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == [
        "Context",
        "Decision",
        "Consequences",
    ]
    index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    assert f"| {number} | [{head['title']}]({path.name}) | {head['date']} |\n" in index
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        assert (path.parent / target).exists(), target


def test_decisions_are_numbered_from_one_without_a_gap_and_the_index_has_no_others() -> None:
    """A number that is missing would have been somebody's reason."""
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    assert len(re.findall(r"^\| \d{4} ", index, re.MULTILINE)) == len(DECISIONS)


def test_a_decision_that_a_file_cites_exists() -> None:
    """By its number: docs/decisions/0007."""
    listed = subprocess.run(
        ["git", "-C", ROOT, "grep", "-hoIE", "docs/decisions/[0-9]{4}"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    cited = {line.rpartition("/")[2] for line in listed.stdout.split()}
    assert cited <= {path.name[:4] for path in DECISIONS}


def test_the_entry_that_says_how_a_full_answer_is_written_is_read_without_a_problem(
    root: Path,
) -> None:
    """In place of the same fields of the example's entry, with what it must not change."""
    written = (ROOT / "docs/redigera.md").read_text(encoding="utf-8")
    (block,) = [one for one in re.findall(r"```yaml\n(.*?)```", written, re.DOTALL) if "sms" in one]
    path = root / "data/centres.yaml"
    entries = path.read_text(encoding="utf-8")
    start, end = entries.index("- id: boras"), entries.index("- id: botkyrka")
    entry = entries[start:end]
    for field in re.split(r"^(?=  \w)", block, flags=re.MULTILINE)[1:]:
        name = field.split(":")[0]
        old = re.search(rf"^{name}:.*\n(?:    .*\n)*", entry, re.MULTILINE)
        entry = entry.replace(old[0], field) if old else entry.replace("  ages:", f"{field}  ages:")
    path.write_text(entries[:start] + entry + entries[end:], encoding="utf-8")
    centre = loader.load(root / "data", TODAY).centres[0]
    assert [phone.for_whom for phone in centre.phones] == [None, "Du som är under 18 år"]
    assert [way.kind for way in centre.channels] == ["sms", "social"]
    assert (centre.opening_hours.by_agreement, centre.drop_in.value) == ("yes", "yes")
    assert centre.anonymity.note == "Du kan vara anonym i upp till fem samtal."
