"""A problem in a file that somebody edits: where it is, what is wrong and what to do about it."""

import dataclasses
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from centres.i18n import N_, Words

# Characters of a value that a message quotes: more than a correct value has, and enough to find a
# wrong one by its beginning.
_LONGEST_SHOWN = 60
# The values of a message that quote the file; they are shortened.
_FROM_FILE = ("value", "name", "code", "codes")


# Signs that editors paste without seeing them, in words, by their codes.
_IN_WORDS = {
    "U+00A0": N_("ett mellanslag som inte bryter raden"),
    "U+00AD": N_("ett mjukt bindestreck"),
    "U+200B": N_("ett mellanslag utan bredd"),
    "U+200E": N_("ett tecken för läsriktning"),
    "U+200F": N_("ett tecken för läsriktning"),
    "U+202F": N_("ett smalt mellanslag som inte bryter raden"),
    "U+2011": N_("ett bindestreck som inte bryter raden"),
    "U+2013": N_("ett tankstreck"),
    "U+2014": N_("ett långt tankstreck"),
    "U+2212": N_("ett minustecken"),
    "U+FEFF": N_("ett tecken från början av en fil"),
}


class Severity(StrEnum):
    """How serious a problem is: an error stops the build; a warning or a notice is only printed.

    The values are GitHub's names for the three levels of an annotation.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


_LABEL = {Severity.ERROR: "", Severity.WARNING: N_("varning"), Severity.NOTICE: N_("påminnelse")}


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """A message to an editor and the place it is about.

    `message` is the Swedish message id, and `values` what fills its `%(name)s`, so that it can be
    printed in Swedish or English. `line` and `column` count from 1; so do the indices of `field`, a
    path such as `phones[2].number`. Problems sort by place.
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
        """Return a Problem about the file `name` as a whole, placed at its start."""
        return cls(name, 1, 1, "", "", message, values)

    def as_line(self, words: Words) -> str:
        """Return the problem on one line, in the language of `words` (an `editor` catalogue)."""
        place = visible(f"{self.file}:{self.line}:{self.column}")
        return f"{place}: {self.sentence(words)}"

    def as_annotation(self, words: Words) -> str:
        """Return the problem as a workflow command, which GitHub shows on the line concerned.

        Source: GitHub Docs, "Workflow commands for GitHub Actions", setting a message.
        """
        place = f"file={_property(visible(self.file))},line={self.line},col={self.column}"
        return f"::{self.severity} {place}::{_data(self.sentence(words))}"

    def sentence(self, words: Words) -> str:
        """Return entry, field, severity and message, without the place in the file."""
        values = {
            name: _short(value) if name in _FROM_FILE else value
            for name, value in self.values.items()
        }
        if sign := _IN_WORDS.get(str(values.get("code"))):
            values["code"] = f"{values['code']}, {words.plain(sign)}"
        label = words.plain(_LABEL[self.severity])
        message = words.plain(self.message, **values)
        parts = (_short(self.entry), _short(self.field), label, message)
        return visible(": ".join(part for part in parts if part))


class DataProblems(Exception):
    """The data cannot be used; `problems` are all problems of one run, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__(f"{len(self.problems)} problems in the data")


def visible(text: str) -> str:
    """Return `text` with line breaks and invisible characters written as codes: "[U+202E]".

    Messages quote the file, in a terminal and in a command to GitHub; the quoted text must not be
    able to control either.
    """
    return "".join(
        f"[{code_point(character)}]" if _hidden(character) else character for character in text
    )


def code_point(character: str) -> str:
    """Return the code of `character` in Unicode's own notation: "U+202E"."""
    return f"U+{ord(character):04X}"


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def _short(value: object) -> str:
    """Return `value` as text of at most `_LONGEST_SHOWN` characters."""
    text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _data(text: str) -> str:
    """Escape `text` as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape `text` as a parameter of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
