"""Change one thing in an editor's YAML file and not a byte elsewhere.

PyYAML forgets remarks, blanks and quotation marks when it writes a file anew, so nothing is written
anew: a value is replaced where it stands, and an entry is put in between two others.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from centres.files.yaml_file import Location


class Quoted(str):
    """A text that is always written in quotation marks, as a number to call."""


class Row(dict[str, Any]):
    """A record that is written on one line: `{kind: municipality, name: Borås Stad}`."""


def read(path: Path) -> str:
    """The file as it is: line ends and byte order mark included."""
    return path.read_bytes().decode("utf-8")


def write(path: Path, text: str) -> None:
    """Put `text` in the file's place in one step, so that nobody finds half of it."""
    beside = path.with_name(f"{path.name}.new")
    beside.write_bytes(text.encode("utf-8"))
    beside.replace(path)


def replaced(text: str, location: Location, value: str) -> str:
    """`text` with another value at `location`, such as `(3, "checked")`.

    Raises KeyError if nothing stands there.
    """
    node = _root(text)
    for step in location:
        node = dict(_children(node))[step]
    written = yaml.dump(value, Dumper=_Writer, allow_unicode=True, width=_WIDEST).splitlines()[0]
    return text[: node.start_mark.index] + written + text[node.end_mark.index :]


def inserted(text: str, entry: dict[str, Any]) -> str:
    """`text`, a list sorted by id, with `entry` in its place."""
    written = yaml.dump([entry], Dumper=_Writer, sort_keys=False, allow_unicode=True, width=_WIDEST)
    newline = "\r\n" if "\r\n" in text else "\n"
    written = written.replace("\n", newline)
    after = [node for node in _root(text).value if _id_of(node) > entry["id"]]
    if after:
        start = _start_of(text, after[0])
        return text[:start] + written + newline + text[start:]
    ended = text if text.endswith("\n") else text + newline
    return ended + newline + written


def _root(text: str) -> yaml.Node:
    # libyaml counts its marks in another unit than Python's; the slower reader counts characters.
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert node is not None  # noqa: S101 (for mypy: only files that have been checked are changed)
    return node


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _id_of(node: yaml.Node) -> str:
    return str(dict(_children(node))["id"].value)


def _start_of(text: str, node: yaml.Node) -> int:
    """Where an entry's first line begins, the remarks just above it included."""
    start = text.rfind("\n", 0, node.start_mark.index) + 1
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].startswith("#"):
            break
        start = above
    return start


# No line of ours is folded: an editor expects a value on one line.
_WIDEST = 10_000


class _Writer(yaml.SafeDumper):
    """Writes as editors do: lists indented, quotation marks only where they are needed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


# For us `yes` and 2026-01-14 are texts, as they are when we read them.
_Writer.yaml_implicit_resolvers = {}


def _quoted(writer: yaml.SafeDumper, text: Quoted) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style='"')


def _row(writer: yaml.SafeDumper, record: Row) -> yaml.Node:
    return writer.represent_mapping("tag:yaml.org,2002:map", record.items(), flow_style=True)


def _list(writer: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    """A list of plain texts, or an empty one, stands on one line."""
    flow = all(isinstance(item, str) for item in items)
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=flow)


_Writer.add_representer(Quoted, _quoted)
_Writer.add_representer(Row, _row)
_Writer.add_representer(list, _list)
