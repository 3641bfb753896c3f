"""Read a YAML file as text, with a position for every key and value.

YAML's own types would change what an editor wrote: `no` becomes false, `0114` becomes 76 and `9:30`
becomes 570. Here every scalar stays the text that stands in the file.
"""

import dataclasses
from pathlib import Path
from typing import TypeAlias

import yaml

from centres.problems import Problem
from centres.words import N_

Text: TypeAlias = "str | list[Text] | dict[str, Text]"
Location: TypeAlias = tuple[str | int, ...]

# A record is four deep at most; beyond this it is a mistake.
_DEEPEST = 20
# libyaml reads the same language about ten times faster; some platforms have no wheel with it.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclasses.dataclass
class TextFile:
    """What a file says (`content`), where each part stands (`marks`), and what was wrong with it.

    `marks` maps a path such as `(0, "phones", 1, "number")` to `(line, column)`, both from 1. The
    path of a key in a mapping leads to its value; `()` is the start of the file.
    """

    name: str
    content: Text = ""
    marks: dict[Location, tuple[int, int]] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    def mark(self, location: Location) -> tuple[int, int]:
        """The position of `location`, or of the nearest thing around it that stands in the file."""
        while location not in self.marks and location:
            location = location[:-1]
        return self.marks.get(location, (1, 1))

    def problem(self, location: Location, message: str, **values: object) -> Problem:
        """A problem at `location`, with the entry and field named as an editor would name them."""
        line, column = self.mark(location)
        return Problem(
            self.name, line, column, self._entry(location), _field(location[1:]), message, values
        )

    def _entry(self, location: Location) -> str:
        """The id of the entry that `location` is in, or its number in the file, or nothing."""
        if not location or not isinstance(self.content, list):
            return ""
        entry = self.content[int(location[0])]
        name = entry.get("id") or entry.get("code") if isinstance(entry, dict) else None
        return name if isinstance(name, str) and name else f"#{int(location[0]) + 1}"


def _field(location: Location) -> str:
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in location)
    return "".join(steps).removeprefix(".")


def read(path: Path, name: str) -> TextFile:
    """Read `path`, named `name` in messages. Never raises on bad content: see `problems`."""
    file = TextFile(name)
    try:
        text = path.read_text(encoding="utf-8-sig")
        if refused := _beyond_us(text, name):
            file.problems.append(refused)
            return file
        node = yaml.compose(text, Loader=_Loader)
    except UnicodeDecodeError:
        file.problems.append(file.problem((), "filen är inte sparad som UTF-8. Spara om den."))
    except OSError:
        file.problems.append(file.problem((), "filen finns inte eller går inte att läsa."))
    except yaml.MarkedYAMLError as error:
        file.problems.append(_syntax(name, error))
    except yaml.YAMLError:
        file.problems.append(file.problem((), "filen har tecken som inte är tillåtna i YAML."))
    else:
        if node is not None:
            file.content = _text(node, (), file)
    return file


def _beyond_us(text: str, name: str) -> Problem | None:
    """The first thing in a file that is YAML but not for editors: an alias, or a bottomless list.

    Events are read one by one, so that neither can exhaust this program before it is refused.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = N_(
                "& och * går inte att använda här. Skriv ut värdet, eller använd citattecken."
            )
            return Problem(name, line, column, "", "", message)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            message = N_("för många klamrar eller indrag i varandra. Jämför med en annan post.")
            return Problem(name, line, column, "", "", message)
    return None


def _syntax(name: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message = N_(
        "går inte att läsa som YAML från den här raden. Jämför indrag, kolon och citattecken med "
        "posten ovanför."
    )
    return Problem(name, line, column, "", "", message)


def _text(node: yaml.Node, location: Location, file: TextFile) -> Text:
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
    return str(node.value)


def _peek(node: yaml.Node) -> Text:
    """Just the plain texts of an entry, enough to name it."""
    if not isinstance(node, yaml.MappingNode):
        return ""
    return {
        str(key.value): str(value.value)
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }


def _mapping(node: yaml.MappingNode, location: Location, file: TextFile) -> dict[str, Text]:
    values: dict[str, Text] = {}
    first: dict[str, int] = {}
    for key, value in node.value:
        line, column = key.start_mark.line + 1, key.start_mark.column + 1
        if not isinstance(key, yaml.ScalarNode):
            message = N_("ett fält måste ha ett namn. Jämför med en annan post.")
            problem = file.problem(location, message)
            file.problems.append(_at(problem, line, column))
            continue
        name = str(key.value)
        if name in first:
            problem = file.problem(
                (*location, name),
                "står två gånger i samma post, första gången på rad %(first)s. Ta bort den ena.",
                first=first[name],
            )
            file.problems.append(_at(problem, line, column))
            continue
        first[name] = line
        values[name] = _text(value, (*location, name), file)
    return values


def _at(problem: Problem, line: int, column: int) -> Problem:
    return dataclasses.replace(problem, line=line, column=column)
