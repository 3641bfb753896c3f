"""What every command is given, and the ways in which it answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from centres import clock
from centres.data.model import Language
from centres.files.problem import Problem
from centres.i18n import N_, Words
from centres.pages.document.settings import Settings
from centres.site import load
from centres.site.load import Content
from centres.site.site import Site

# No command shows where the site is published or where its way out leads.
_SETTINGS = Settings(site_url="/", exit_url="https://example.org/")


@dataclass(frozen=True)
class CommandContext:
    """What a command works on: a data folder, a day, and the options that were typed.

    `data` is the data folder; `program` the repository whose templates and messages are used,
    also for a data folder elsewhere. `words` is an `editor` catalogue. `options` holds every option
    and argument by its name in the parser. `write` prints a line.
    """

    data: Path
    program: Path
    today: date
    words: Words
    options: Mapping[str, Any]
    write: Callable[[str], object] = print

    @property
    def root(self) -> Path:
        """The folder around the data, where content/ and locales/ are, if they exist."""
        return self.data.parent

    @property
    def for_github(self) -> bool:
        """Whether what is printed is read by GitHub, in a workflow."""
        return bool(self.options["format"] == "github")

    def now(self) -> datetime:
        """Return the time in Sweden, on the day that it is said to be."""
        return datetime.combine(self.today, clock.now().time())

    def read(self) -> Content:
        """Return the data and the prose. Raises DataProblems."""
        return load.read(self.root, self.data, self.today)

    def site(self, content: Content, languages: list[Language]) -> Site:
        """Return the site of `content` in `languages` with the program's templates."""
        return load.assemble(self.root, content, _SETTINGS, languages, self.program)

    def tell(self, message: str, **values: object) -> None:
        """Print a message in the editor's language, its `%(name)s` filled from `values`."""
        self.write(self.words.plain(message, **values))

    def refuses(self, names: Iterable[str], message: str) -> bool:
        """Print `message` for each of the files' `names`, and that nothing is written, if any.

        Returns whether there are any.
        """
        unknown = list(names)
        for name in unknown:
            self.tell(message, name=name)
        if unknown:
            self.tell(N_("Inget skrevs."))
        return bool(unknown)

    def tell_problems(self, problems: Iterable[Problem]) -> None:
        """Print a line for each problem, sorted by place; on GitHub as annotations."""
        for problem in sorted(problems):
            annotation = problem.as_annotation if self.for_github else problem.as_line
            self.write(annotation(self.words))
