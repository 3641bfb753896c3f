"""What our prose may hold besides Markdown: the source of a sentence, and words of the glossary.

`[^lag-skola, 6 kap. 10 §]` after a sentence names its source, a post in data/sources.yaml, and
where in it. Neither is shown where it stands, since notes and paragraphs of law stop a reader; the
foot of the page lists the sources with the headings they belong to. `[målsägande](ord:malsagande)`
leads to a word in data/glossary.yaml.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from centres.messages import suggestion
from centres.problems import Problem
from centres.rules import NO_SOURCE
from centres.words import N_

_CITED = re.compile(r"\[\^([^\]\s,]*)(?:, *([^\]]*))?\]")
_WORD = re.compile(r"\[([^\]]+)\]\(ord:([^)\s]*)\)")
_SIGN = re.compile(r"[\\`*_{}\[\]()#!|~]")
_HEADING = re.compile(r"#+ +(.*?) *$")

_NO_SOURCE = (
    NO_SOURCE[0],
    N_("källan ”%(name)s” finns inte i data/sources.yaml. Lägg till den där först."),
)
_NO_WORD = (
    N_("ordet ”%(name)s” finns inte i data/glossary.yaml. Menade du %(near)s?"),
    N_("ordet ”%(name)s” finns inte i data/glossary.yaml. Lägg till det där först."),
)


def heading(body: str) -> str:
    """The text of the first heading in Markdown; empty if there is none."""
    return next((found[1] for line in body.splitlines() if (found := _HEADING.match(line))), "")


def cited(body: str) -> dict[str, dict[str, list[str]]]:
    """The sources that Markdown names, in order: under which headings, and where in the source.

    The places may be none: {"lag-skola": {"Vad är ett brott?": ["6 kap. 10 §"]}}.
    """
    found: dict[str, dict[str, list[str]]] = {}
    under = ""
    for line in body.splitlines():
        if start := _HEADING.match(line):
            under = start[1]
        for name, place in _CITED.findall(line):
            places = found.setdefault(name, {}).setdefault(under, [])
            if place and place not in places:
                places.append(place)
    return found


def linked(body: str) -> list[str]:
    """The ids of the glossary's words that Markdown links to, in order, as often as it does."""
    return [name for _, name in _WORD.findall(body)]


def without(body: str) -> str:
    """Markdown with neither sources nor the addresses of words: what is left to be read."""
    return _WORD.sub(r"\1", _CITED.sub("", body))


def shown(body: str, glossary: str, beside: Callable[[str], str]) -> str:
    """Markdown as any reader of Markdown knows it.

    `glossary` is the address of the glossary, seen from the page; `beside` gives what stands after
    the link to a word, by the word's id, as HTML.
    """

    def link(found: re.Match[str]) -> str:
        # What comes from the data is no Markdown.
        after = _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", beside(found[2]))
        return f"[{found[1]}]({glossary}#{found[2]}){after}"

    # The number of a paragraph of law stays on the line of its sign.
    return re.sub(r"(?<=\w) (?=§)", "\N{NO-BREAK SPACE}", _WORD.sub(link, _CITED.sub("", body)))


def unknown(
    body: str, name: str, first_line: int, sources: Iterable[str], words: Iterable[str]
) -> Iterator[Problem]:
    """What Markdown names and nobody has defined.

    `name` is the file, `first_line` the number of the line in it that `body` begins on.
    """
    for pattern, group, known, said in (
        (_CITED, 1, set(sources), _NO_SOURCE),
        (_WORD, 2, set(words), _NO_WORD),
    ):
        for number, line in enumerate(body.splitlines(), first_line):
            for found in pattern.finditer(line):
                if found[group] not in known:
                    near = suggestion(found[group], known)
                    values = {"name": found[group], "near": near}
                    column = found.start(group) + 1
                    yield Problem(name, number, column, "", "", said[not near], values)
