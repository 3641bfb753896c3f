"""Read a YAML file as text, with a position for every key and value.

YAML's own types would change what an editor wrote: `no` becomes false, `0114` becomes 76 and `9:30`
becomes 570. Here every scalar stays the text that stands in the file.
"""

import dataclasses
import re
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from centres.files import text_file
from centres.files.problem import Problem
from centres.i18n import N_

Text: TypeAlias = "str | list[Text] | dict[str, Text]"
Location: TypeAlias = tuple[str | int, ...]

# So many fields of an entry that stand there again are another entry's.
_FIELDS_OF_ANOTHER = 3
# Lists and mappings inside each other. A record has four at most; more than this is a mistake.
_MOST_LEVELS = 20
# YAML events of a file: keys, values, starts and ends of lists. 28 centres have some 3,800.
_MOST_EVENTS = 40_000

_UNREADABLE = N_(
    "går inte att läsa från den här raden. Jämför indrag, kolon och citattecken med posten ovanför."
)
_WITHOUT_ID = N_(
    "här börjar en ny post utan id. Skriv raden som saknas före den: - id: och postens id, längst "
    "till vänster."
)
_ONE_LINE = N_("är på flera rader. Skriv hela texten på en rad.")
# A part of libyaml's or PyYAML's message about a mistake that editors make, and our own message.
_SYNTAX = {
    "mapping values are not allowed": N_(
        "det finns ett kolon för mycket, eller fel indrag. Sätt citattecken om texten om ett kolon "
        "hör till den, och börja raden lika långt in som raden ovanför."
    ),
    "found unexpected end of stream": N_(
        "ett citattecken öppnas men stängs aldrig. Sätt ett till där texten slutar."
    ),
    "did not find expected ',' or": N_(
        "[ eller { öppnas men stängs inte, eller så saknas ett komma. Jämför med en annan post."
    ),
    "did not find expected key": N_(
        "raden hör inte ihop med raden ovanför. Börja den lika långt in som den."
    ),
    "did not find expected '-' indicator": N_(
        "raden är fel indragen. Börja den lika långt in som raden ovanför. Hör den till ett nummer "
        "ska den stå rakt under number. En ny post börjar med - id: längst till vänster."
    ),
    "could not find expected ':'": N_(
        "raden är inget fält. Har en text klistrats in, som en hälsning ur ett mejl, tar du bort "
        "den. Annars saknas ett kolon efter fältets namn, eller ett mellanslag efter kolonet."
    ),
    "block sequence entries are not allowed": N_(
        "ett streck står mitt på raden. Börja listan på nästa rad, eller sätt citattecken om "
        "värdet."
    ),
    "unknown escape": N_(
        "ett omvänt snedstreck betyder något inom citattecken. Skriv två i rad, eller ta bort det."
    ),
    "cannot start any token": N_(
        "värdet börjar med ett tecken som har en egen betydelse. Sätt citattecken om det."
    ),
}
_COMMENT = re.compile(r"\s+#")
# libyaml reads the same language about ten times faster; some platforms have no wheel with it.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclasses.dataclass
class TextFile:
    """A file as text: its `content`, the place of each part (`marks`), and its `problems`.

    `marks` maps a location such as `(0, "phones", 1, "number")` to the `(line, column)` of the
    value there, both from 1; `()` is the start of the file. `lines` are the file's lines without
    their ends.
    """

    name: str
    content: Text = ""
    marks: dict[Location, tuple[int, int]] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    lines: list[str] = dataclasses.field(default_factory=list, repr=False)

    def at(self, location: Location) -> Text:
        """Return the part of the content at `location`; an empty text if there is none."""
        part: Text = self.content
        for step in location:
            if isinstance(part, dict):
                part = part.get(str(step), "")
            elif isinstance(part, list) and isinstance(step, int):
                part = part[step]
            else:
                return ""
        return part

    def mark(self, location: Location) -> tuple[int, int]:
        """Return the line and column of `location`, or of the nearest part that contains it."""
        while location not in self.marks and location:
            location = location[:-1]
        return self.marks.get(location, (1, 1))

    def problem(self, location: Location, message: str, **values: object) -> Problem:
        """Return a Problem at `location`, with the entry's id and the field's path."""
        line, column = self.mark(location)
        within = location[1:] if isinstance(self.content, list) else location
        entry = self._entry(location)
        return Problem(self.name, line, column, entry, _field(within), message, values)

    def _entry(self, location: Location) -> str:
        """Return the id (or code) of the entry at `location`, else its number in the file: "#3"."""
        if not location or not isinstance(self.content, list):
            return ""
        entry = self.content[int(location[0])]
        name = entry.get("id") or entry.get("code") if isinstance(entry, dict) else None
        return name if isinstance(name, str) and name else f"#{int(location[0]) + 1}"


def _field(location: Location) -> str:
    """Return `location` as a path for an editor, indices from 1: "phones[2].number"."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(steps).removeprefix(".")


def read(path: Path, name: str) -> TextFile:
    """Read the file at `path`; `name` stands for it in messages. Never raises: see `problems`."""
    text, problems = text_file.read(path, name)
    return TextFile(name, problems=problems) if problems else parse(text, name)


def parse(text: str, name: str) -> TextFile:
    """Read `text`; `name` stands for its file in messages. Never raises: see `problems`."""
    file = TextFile(name, lines=text.split("\n"))
    try:
        if problem := _refused(text, name):
            file.problems.append(problem)
            return file
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        file.problems.append(_syntax(name, error))
    except yaml.YAMLError:
        file.problems.append(Problem.of_file(name, _UNREADABLE))
    else:
        if node is not None:
            file.content = _text(node, (), file)
    return file


def _refused(text: str, name: str) -> Problem | None:
    """Return a Problem for the first part of `text` that is YAML but not allowed here, or too much.

    Counts events before any tree is built of them, so that neither an alias nor a list without an
    end can exhaust memory.
    """
    depth = starts = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        starts += isinstance(event, yaml.DocumentStartEvent)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        message = _refusal(event, count, depth, starts)
        if message:
            return _problem_at(name, event.start_mark, message)
    return None


def _refusal(event: yaml.Event, count: int, depth: int, starts: int) -> str:
    """Return why `event` is refused, or an empty text. The numbers count up to and with it."""
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        return N_("& och * går inte att använda här. Skriv ut värdet, eller använd citattecken.")
    if getattr(event, "tag", None):
        return N_("! går inte att använda här. Ta bort det, eller sätt citattecken om värdet.")
    style = event.style if isinstance(event, yaml.ScalarEvent) else ""
    if style in ("|", ">"):
        return _ONE_LINE
    if style in ("'", '"') and _spans_lines(event):
        return N_(
            "ett citattecken öppnas men stängs inte på samma rad. Sätt ett till där texten slutar."
        )
    if depth > _MOST_LEVELS:
        return N_("för många klamrar eller indrag i varandra. Jämför med en annan post.")
    if starts > 1:
        return N_("--- börjar en ny fil. Ta bort raden: allt ska stå i samma lista.")
    if count > _MOST_EVENTS:
        return N_("filen har fler uppgifter än vi kan läsa. Har något klistrats in flera gånger?")
    return ""


def _spans_lines(part: yaml.Event | yaml.Node) -> bool:
    start, end = part.start_mark, part.end_mark
    return bool(start and end and start.line != end.line)


def _syntax(name: str, error: yaml.MarkedYAMLError) -> Problem:
    messages = (say for part, say in _SYNTAX.items() if part in (error.problem or ""))
    # A bracket or a quotation mark that is never closed is reported at the end of the file; the
    # editor has to look where it was opened.
    unclosed = any(part in (error.context or "") for part in ("quoted", "flow", "simple key"))
    mark = error.context_mark if unclosed else error.problem_mark
    return _problem_at(name, mark or error.problem_mark, next(messages, _UNREADABLE))


def _problem_at(name: str, mark: Any, message: str) -> Problem:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Problem(name, line, column, "", "", message)


def _text(node: yaml.Node, location: Location, file: TextFile) -> Text:
    """Return `node` as text, and put its marks and problems, and those inside it, in `file`."""
    file.marks[location] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        # The list is in place before its entries are read, so that a problem can name its entry.
        entries: list[Text] = []
        if location == ():
            file.content = entries
        for index, child in enumerate(node.value):
            entries.append(_peek(child))
            entries[index] = _text(child, (*location, index), file)
        return entries
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, location, file)
    if not isinstance(node, yaml.ScalarNode):
        return ""  # YAML has no fourth kind
    if not node.style and _spans_lines(node):
        file.problems.append(file.problem(location, _ONE_LINE))
    if not node.style and (comment := _COMMENT.match(_rest_of_line(node, file))):
        message = N_(
            "det som står efter # räknas inte. Sätt citattecken om hela texten, eller flytta "
            "anmärkningen till en egen rad."
        )
        line, column = node.end_mark.line + 1, node.end_mark.column + comment.end()
        file.problems.append(_at(file.problem(location, message), line, column))
    return str(node.value)


def _rest_of_line(node: yaml.ScalarNode, file: TextFile) -> str:
    """Return what follows a value on its line: a comment there may be half a text, "Ring #31#"."""
    mark = node.end_mark
    return file.lines[mark.line][mark.column :] if mark.line < len(file.lines) else ""


def _peek(node: yaml.Node) -> Text:
    """Return the plain texts of an entry, which are enough to name it in a Problem."""
    if not isinstance(node, yaml.MappingNode):
        return ""
    return {
        str(key.value): str(value.value)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }


def _mapping(node: yaml.MappingNode, location: Location, file: TextFile) -> dict[str, Text]:
    values: dict[str, Text] = {}
    first_lines: dict[str, int] = {}
    names = [str(key.value) for key, _ in node.value]
    for place, (key, value) in enumerate(node.value):
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            message = N_("ett fält måste ha ett namn. Jämför med en annan post.")
            file.problems.append(_at(file.problem(location, message), line, column))
            continue
        name = str(key.value)
        if name in first_lines:
            again = sum(other in first_lines for other in names[place:])
            another = "id" in first_lines and len(location) == 1 and again >= _FIELDS_OF_ANOTHER
            problem = _repeated(file, (*location, name), first_lines[name], line)
            if another and name != "id":
                problem = file.problem((*location, name), _WITHOUT_ID)
            file.problems.append(_at(problem, line, column))
            if another or name == "id":
                break  # the rest belongs to another entry
            continue
        first_lines[name] = line
        values[name] = _text(value, (*location, name), file)
    return values


def _repeated(file: TextFile, location: Location, first: int, second: int) -> Problem:
    """Return a Problem about a field that stands twice in a record, on the lines given."""
    if location[-1] == "id":
        message = N_("står två gånger. Är det en ny post? Börja den med - id: längst till vänster.")
        return file.problem(location, message)
    if location[-1] in ("source", "checked") and len(location) <= 2:
        message = N_(
            "står två gånger i samma post, på rad %(first)s och %(second)s. Hör den första "
            "till ett nummer flyttar du in den rakt under number. Den sista gäller hela "
            "posten."
        )
        return file.problem(location, message, first=first, second=second)
    message = N_("står två gånger i samma post, första gången på rad %(first)s. Ta bort den ena.")
    return file.problem(location, message, first=first)


def _at(problem: Problem, line: int, column: int) -> Problem:
    return dataclasses.replace(problem, line=line, column=column)
