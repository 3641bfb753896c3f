"""One problem in the data: where it stands, what is wrong and what to do about it."""

import dataclasses
from collections.abc import Iterable
from enum import StrEnum

from centres.words import Words


class Severity(StrEnum):
    """An error stops the build; a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """A sentence for an editor, kept as a template so that it can be said in Swedish or English.

    `line` and `column` count from 1; `field` is a path such as `phones[2].number`, also from 1.
    """

    file: str
    line: int
    column: int
    entry: str
    field: str
    message: str
    values: dict[str, object] = dataclasses.field(default_factory=dict, compare=False)
    severity: Severity = dataclasses.field(default=Severity.ERROR, compare=False)

    def said(self, words: Words) -> str:
        """The problem on one line, in the language of `words` (an `editor` catalogue)."""
        where = f"{self.file}:{self.line}:{self.column}"
        what = words.plain(self.message, **self.values)
        kind = words.plain("varning") if self.severity is Severity.WARNING else ""
        return ": ".join(part for part in (where, self.entry, self.field, kind, what) if part)


class DataProblems(Exception):
    """The data cannot be used; carries every problem found in one run, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problems in the data")
