"""Lay this repository in a folder, with 24 languages, for the tests to be run there.

    make test-languages

What the site has stays as it is: Swedish, English, Arabic and lättläst. The other languages of the
bench (`content.CODES`) get every page and message of visitors in words of their own (`words`). The
folder is a repository of its own with one commit, whose `make` installs what it needs.
"""

import argparse
import shutil
import subprocess
from pathlib import Path

from bench import content, words
from bench.from_tests import DIRECTORY, repository
from bench.machine import ROOT


def write(folder: Path, count: int) -> None:
    """Write the repository as it is now to `folder`, in `count` languages and their variants.

    What was installed there before stays.
    """
    if (folder / ".git").exists():
        _git(folder, "rm", "-r", "--force", "--quiet", ".")
        shutil.rmtree(folder / ".git")
    for name in _git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    there = list(DIRECTORY.languages)
    more = [one for one in content.languages(count) if one.code not in {own.code for own in there}]
    repository.write_languages(folder, there + more)
    gathered = repository.gather(DIRECTORY)
    for language in more:
        repository.write_language(folder, language, words.change(language.code), gathered)
    _commit(folder)


def _commit(folder: Path) -> None:
    """Make `folder` a repository: tests compare with its last commit, and build as of its day."""
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    who = ("-c", "user.name=Bench", "-c", "user.email=bench@stod.example")
    _git(folder, *who, "commit", "--quiet", "--message", "Lay more languages")


def _git(folder: Path, *arguments: str) -> list[str]:
    """Run git in `folder`; return what it prints, of which each part ends with a NUL."""
    command = ["git", "-C", str(folder), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.split("\0")[:-1]


def main() -> None:
    """Write the folder that the command names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", type=int, default=24)
    options = parser.parse_args()
    write(options.folder, options.languages)


if __name__ == "__main__":
    main()
