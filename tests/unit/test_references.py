"""What the code cites is there in a clone: no script and no document that nobody else has."""

import re
import subprocess

from helpers import ROOT

SCRIPT = re.compile(r"(?<![\w/.-])scripts/([\w-]+(?:\.\w+)?)")
DESIGN = re.compile(r"(?<!\w)\(design[,:) ]")


def texts() -> dict[str, str]:
    """Every file of the repository that is text, by its name."""
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "-co", "--exclude-standard"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = {}
    for name in filter(None, listed.stdout.split("\0")):
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b"\0"
        if b"\0" not in content:
            found[name] = content.decode("utf-8")
    return found


def test_every_script_that_is_named_exists() -> None:
    """Somebody who reads its name looks for it."""
    named = {
        f"{name}: scripts/{found}"
        for name, text in texts().items()
        for found in SCRIPT.findall(text)
        if not (ROOT / "scripts" / found).exists()
    }
    assert named == set()


def test_no_reason_is_a_reference_to_a_design_that_is_not_in_the_repository() -> None:
    """The reason itself stands there, or a page of docs/ that has it."""
    assert [name for name, text in texts().items() if DESIGN.search(text)] == []
