"""One problem in the data: where it stands, what is wrong and what to do about it."""

import dataclasses
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from centres.i18n import N_, Words

# Longer than any value that is right; what is wrong is recognised by its beginning.
_LONGEST_SHOWN = 60
# The values of a message that are what the editor wrote.
_FROM_FILE = ("value", "name")


class Severity(StrEnum):
    """An error stops the build; a warning or a notice is only said.

    The values are GitHub's names for an annotation's kind.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_KIND = {Severity.ERROR: "", Severity.WARNING: N_("varning"), Severity.NOTICE: N_("påminnelse")}


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

    @classmethod
    def of_file(cls, name: str, message: str, /, **values: object) -> "Problem":
        """A problem of a file as a whole, said at its start."""
        return cls(name, 1, 1, "", "", message, values)

    def as_line(self, words: Words) -> str:
        """The problem on one line, in the language of `words` (an `editor` catalogue)."""
        where = visible(f"{self.file}:{self.line}:{self.column}")
        return f"{where}: {self.sentence(words)}"

    def as_annotation(self, words: Words) -> str:
        """The same as a workflow command: GitHub shows it on the line in the pull request.

        Source: GitHub Docs, "Workflow commands for GitHub Actions", setting a message.
        """
        where = f"file={_property(visible(self.file))},line={self.line},col={self.column}"
        return f"::{self.severity} {where}::{_data(self.sentence(words))}"

    def sentence(self, words: Words) -> str:
        """Entry, field, what is wrong and what to do, without the place in the file."""
        values = {
            name: _short(value) if name in _FROM_FILE else value
            for name, value in self.values.items()
        }
        kind = words.plain(_KIND[self.severity])
        what = words.plain(self.message, **values)
        parts = (_short(self.entry), _short(self.field), kind, what)
        return visible(": ".join(part for part in parts if part))


class DataProblems(Exception):
    """The data cannot be used; carries every problem found in one run, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problems in the data")


def visible(text: str) -> str:
    """`text` on one line, with what nobody can see written as its code: "[U+202E]".

    What stands in a file is shown to people in a terminal and to GitHub as a command; neither may
    be steered by it.
    """
    return "".join(f"[{code_point(one)}]" if _hidden(one) else one for one in text)


def code_point(character: str) -> str:
    """A character that may be invisible, as people look it up: "U+202E"."""
    return f"U+{ord(character):04X}"


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def _short(value: object) -> str:
    """What stands in the file, short enough for one line."""
    text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _data(text: str) -> str:
    """Text as a workflow command takes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
