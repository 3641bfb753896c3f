"""Change one value, or insert one entry, in an editor's YAML file, and no byte elsewhere.

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


def read(path: Path) -> str:
    """Return the text of `path` as it is: line ends and byte order mark included."""
    return path.read_bytes().decode("utf-8")


def write(path: Path, text: str) -> None:
    """Replace the file at `path` in one step, so that no reader and no crash meets half of it."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(text.encode("utf-8"))
    new.replace(path)


def replaced(text: str, location: Location, value: str) -> str:
    """Return the YAML `text` with `value` in place of the value at `location`: `(3, "checked")`.

    Raises KeyError if nothing stands there.
    """
    node = _root(text)
    for step in location:
        node = dict(_children(node))[step]
    # As in brackets: in a record on one line, a comma or a bracket needs quotation marks too.
    written = yaml.dump([value], Dumper=_Writer, allow_unicode=True, width=_WIDEST).strip()[1:-1]
    return text[: node.start_mark.index] + written + text[node.end_mark.index :]


def inserted(text: str, entry: dict[str, Any]) -> str:
    """Return the YAML `text`, a list sorted by id, with `entry` inserted where its id belongs."""
    written = yaml.dump([entry], Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_WIDEST)
    newline = "\r\n" if "\r\n" in text else "\n"
    written = written.replace("\n", newline)
    following = [node for node in _entries(text) if _id_of(node) > entry["id"]]
    if following:
        start = _start_of(text, following[0])
        return text[:start] + written + newline + text[start:]
    complete = text if text.endswith("\n") else text + newline
    return complete + newline + written


def removed(text: str, index: int) -> str:
    """Return the YAML `text`, a list, without the entry at `index` and its comment."""
    entries = _entries(text)
    start = _start_of(text, entries[index])
    if index + 1 < len(entries):
        return text[:start] + text[_start_of(text, entries[index + 1]) :]
    return text[:start].rstrip("\r\n") + ("\r\n" if "\r\n" in text else "\n")


def _entries(text: str) -> list[yaml.Node]:
    """Return the entries of a list; none if there are only comments."""
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


@lru_cache(maxsize=1)
def _root(text: str) -> yaml.Node:
    """Return the root node of `text`. Keeps the last one: 50 kB take some 0.2 s."""
    # PyYAML's own reader: libyaml is faster, but does not count positions in Python's characters.
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert node is not None  # noqa: S101 (for mypy: only checked files are changed)
    return node


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
    """Put a list of plain texts, or an empty one, on one line."""
    flow = all(isinstance(item, str) for item in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


_Writer.add_representer(Quoted, _quoted)
_Writer.add_representer(Row, _row)
_Writer.add_representer(list, _list)
