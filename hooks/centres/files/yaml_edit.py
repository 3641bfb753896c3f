"""Change a value, a list or an entry in an editor's YAML file, and no byte elsewhere.

PyYAML loses comments, blank lines and quotation marks when it dumps a file that it has read. So a
file is never dumped: the new text is put in at the position that PyYAML reports.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from centres.files.yaml_file import Location


class Quoted(str):
    """A text that is always written in quotation marks, such as a telephone number."""


class Row(dict[str, Any]):
    """A record that is written on one line: `{kind: municipality, name: Borås Stad}`."""


class _OnOneLine(list[Any]):
    """A list that is written within brackets, whatever is in it."""


def read(path: Path) -> str:
    """Return the text of `path` as it is: line ends and byte order mark included."""
    return path.read_bytes().decode("utf-8")


def write(path: Path, text: str) -> None:
    """Replace the file at `path` in one step, so that no reader and no crash meets half of it."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(text.encode("utf-8"))
    new.replace(path)


def write_all(texts: dict[Path, str]) -> None:
    """Replace several files, in their order, once all of them are on the disk.

    Where the disk is full, nothing has changed; a crash between two replacements leaves some whole
    old files and some whole new ones.
    """
    made = {path: path.with_name(f"{path.name}.new") for path in texts}
    try:
        for path, text in texts.items():
            made[path].write_bytes(text.encode("utf-8"))
    except BaseException:
        for new in made.values():
            new.unlink(missing_ok=True)
        raise
    for path, new in made.items():
        new.replace(path)


def replaced(text: str, location: Location, value: Any) -> str:
    """Return the YAML `text` with `value` in place of the value at `location`: `(3, "checked")`.

    Raises KeyError if nothing stands there.
    """
    node = _at(text, location)
    return text[: node.start_mark.index] + _one_line(value) + text[_end(node) :]


def with_part(text: str, location: Location, field: str, value: Any) -> str:
    """Return the YAML `text` with a field in the mapping at `location`, however that is written.

    One of that name is replaced; another stands last.
    """
    node = _at(text, location)
    fields = dict(_children(node))
    if field in fields:
        return replaced(text, (*location, field), value)
    written = f"{field}: {_one_line(value)}"
    if node.flow_style:
        end = node.end_mark.index - 1
        return f"{text[:end].rstrip().rstrip(',')}, {written}{text[end:]}"
    end = _end(node)
    return f"{text[:end]}{_newline(text)}{' ' * node.start_mark.column}{written}{text[end:]}"


def value_at(text: str, location: Location) -> Any:
    """Return what stands at `location`, as texts and lists of texts. Raises KeyError."""
    node = _at(text, location)
    if isinstance(node, yaml.SequenceNode):
        return [value_at(text, (*location, place)) for place in range(len(node.value))]
    return node.value


def is_mapping(text: str, location: Location) -> bool:
    """Return whether a mapping stands at `location`. Raises KeyError if nothing does."""
    return isinstance(_at(text, location), yaml.MappingNode)


def appended(text: str, location: Location, value: Any) -> str:
    """Return the YAML `text` with `value` as the last item of the list at `location`.

    It is written as the others are: within the brackets, or on a line of its own.
    """
    node = _at(text, location)
    if node.flow_style:
        end = node.end_mark.index - 1
        kept = text[node.start_mark.index : end].rstrip().rstrip(",")
        between = ", " if node.value else ""
        return text[: node.start_mark.index] + kept + between + _one_line(value) + text[end:]
    indent = " " * node.start_mark.column
    end = _end(node)
    return f"{text[:end]}{_newline(text)}{indent}- {_one_line(value)}{text[end:]}"


def with_field(text: str, index: int, after: str, field: str, value: Any) -> str:
    """Return the YAML `text` with a field in the entry at `index`, below the field `after`.

    One of that name is replaced.
    """
    fields = dict(_children(_at(text, (index,))))
    if field in fields:
        return replaced(text, (index, field), value)
    end = _end(fields[after])
    indent = " " * _at(text, (index,)).start_mark.column
    return f"{text[:end]}{_newline(text)}{indent}{field}: {_one_line(value)}{text[end:]}"


def without_field(text: str, index: int, field: str) -> str:
    """Return the YAML `text` without a field of the entry at `index`, if it has it.

    The field is not the first, and is written on lines of its own.
    """
    node = _at(text, (index,))
    for key, value in node.value:
        if key.value == field:
            start = text.rfind("\n", 0, key.start_mark.index)
            return text[:start] + text[value.end_mark.index :]
    return text


def removed(text: str, name: str) -> str:
    """Return the YAML `text`, a list of entries, without the entry whose id is `name`.

    The comment lines just above it go with it, and the blank line that parts it from the next.
    """
    nodes = _entries(text)
    place = next(index for index, node in enumerate(nodes) if _id_of(node) == name)
    start = _start_of(text, nodes[place])
    if place + 1 < len(nodes):
        return text[:start] + text[_start_of(text, nodes[place + 1]) :]
    return text[:start].rstrip("\r\n") + _newline(text)


def inserted(text: str, entry: dict[str, Any]) -> str:
    """Return the YAML `text`, a list sorted by id, with `entry` inserted where its id belongs."""
    written = yaml.dump([entry], Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_WIDEST)
    newline = _newline(text)
    written = written.replace("\n", newline)
    following = [node for node in _entries(text) if _id_of(node) > entry["id"]]
    if following:
        start = _start_of(text, following[0])
        return text[:start] + written + newline + text[start:]
    complete = text if text.endswith("\n") else text + newline
    return complete + newline + written


@lru_cache(maxsize=1)
def _root(text: str) -> yaml.Node:
    """Return the root node of `text`. Keeps the last one: 50 kB take some 0.2 s."""
    # PyYAML's own reader: libyaml is faster, but does not count positions in Python's characters.
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert node is not None  # noqa: S101 (for mypy: only checked files are changed)
    return node


def _entries(text: str) -> list[yaml.Node]:
    """Return the nodes of the entries: none where the file has nothing but comments."""
    node = yaml.compose(text, Loader=yaml.BaseLoader) if _is_empty(text) else _root(text)
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _is_empty(text: str) -> bool:
    return all(not line.strip() or line.startswith("#") for line in text.splitlines())


def _at(text: str, location: Location) -> Any:
    """Return the node at `location`. Raises KeyError."""
    node = _root(text)
    for step in location:
        node = dict(_children(node))[step]
    return node


def _end(node: Any) -> int:
    """Return the index where a node ends: PyYAML says of a block where the next part begins."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
    return int(node.end_mark.index)


def _one_line(value: Any) -> str:
    """Return `value` as it stands within brackets.

    In a record on one line, a comma or a bracket needs quotation marks too.
    """
    listed = _OnOneLine([value])
    return yaml.dump(listed, Dumper=_Writer, allow_unicode=True, width=_WIDEST).strip()[1:-1]


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _id_of(node: yaml.Node) -> str:
    return str(dict(_children(node))["id"].value)


def _start_of(text: str, node: yaml.Node) -> int:
    """Return the index of an entry's first line, the comment lines just above it included."""
    start = text.rfind("\n", 0, node.start_mark.index) + 1
    while start > 0:
        previous = text.rfind("\n", 0, start - 1) + 1
        if not text[previous:start].startswith("#"):
            break
        start = previous
    return start


# Characters of a line before PyYAML folds it. Never reached: the check wants a value on one line.
_WIDEST = 10_000


class _Writer(yaml.SafeDumper):
    """Dumps as editors write: lists indented, quotation marks only where they are needed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


# `yes` and 2026-01-14 are plain text to `yaml_file`, and need no quotation marks.
_Writer.yaml_implicit_resolvers = {}


def _quoted(writer: yaml.SafeDumper, text: Quoted) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style='"')


def _row(writer: yaml.SafeDumper, record: Row) -> yaml.Node:
    return writer.represent_mapping("tag:yaml.org,2002:map", record.items(), flow_style=True)


def _list(writer: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    """Put a list of plain texts and of rows, or an empty one, on one line."""
    flow = isinstance(items, _OnOneLine) or all(isinstance(item, (str, Row)) for item in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


_Writer.add_representer(Quoted, _quoted)
_Writer.add_representer(Row, _row)
_Writer.add_representer(list, _list)
_Writer.add_representer(_OnOneLine, _list)
