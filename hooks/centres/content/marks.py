"""What our prose may hold besides Markdown: sources, words of the glossary, and numbers to call.

`[^lag-skola, 6 kap. 10 §]` after a sentence names its source, a post in data/sources.yaml, and
where in it. Neither is shown where it stands, since notes and paragraphs of law stop a reader; the
foot of the page lists the sources with the headings they belong to. In the guide, which is read at
a desk, a number stands there. `[målsägande](ord:malsagande)`
leads to a word in data/glossary.yaml, `{{ number("bris") }}` is a line of data/helplines.yaml, and
`{{ centre("taby") }}` in the guide a centre of data/centres.yaml.
"""

import re
from collections.abc import Callable, Collection, Iterator

from markupsafe import Markup

from centres.data.field_messages import UnknownName, suggestion
from centres.data.record_rules import NO_SOURCE
from centres.files.problem import Problem
from centres.i18n import N_

_CITED = re.compile(r"\[\^(?P<name>[^\[\]\s,]+)(?:,\s*(?P<place>[^\[\]]+))?\]")
_CITED_TOGETHER = re.compile(f"(?:{_CITED.pattern})+")
_WORD = re.compile(r"\[(?P<text>[^\[\]]+)\]\(ord:(?P<name>[^)\s]+)\)")
_CENTRE = re.compile(r"\{\{ *(?:centre|serves)\( *([\"'])(?P<name>.*?)\1 *\) *\}\}")
_NUMBER = re.compile(r"\{\{ *number\(\"(?P<name>[^\"]*)\"\) *\}\}")
_HEADING = re.compile(r"^#+ +(?P<heading>.*?) *$", re.MULTILINE)
_HEADING_OR_SOURCE = re.compile(f"{_HEADING.pattern}|{_CITED.pattern}", re.MULTILINE)
# What somebody meant for one of the two first, and wrote in another way.
_NEARLY = re.compile(r"\[\^|\]\(\s*ord:|\]:\s*ord:")
_MORE_THAN_TEXT = re.compile(r"[\[\]*_`<>{}#]")
# An entity, or a sign that Markdown would read as its own.
_SIGN = re.compile(r"&#?\w+;|[\\`*_{}\[\]()#!|~]")

_NO_SOURCE = UnknownName(
    NO_SOURCE.suggesting,
    N_("källan ”%(name)s” finns inte i data/sources.yaml. Lägg till den där först."),
)
_NO_WORD = UnknownName(
    N_("ordet ”%(name)s” finns inte i data/glossary.yaml. Menade du %(near)s?"),
    N_("ordet ”%(name)s” finns inte i data/glossary.yaml. Lägg till det där först."),
)
NO_LINE = UnknownName(
    N_("”%(name)s” har inget nummer i data/helplines.yaml. Menade du %(near)s?"),
    N_("”%(name)s” har inget nummer i data/helplines.yaml. Skriv id för en linje som har det."),
)
_NO_CENTRE = UnknownName(
    N_("”%(name)s” finns inte i data/centres.yaml. Menade du %(near)s?"),
    N_("”%(name)s” finns inte i data/centres.yaml. Skriv id för ett centrum, eller ta bort det."),
)
_WRITE_IT_SO = N_(
    "skriv källor som [^lag-skola, 6 kap. 10 §], och ord som [ordet](ord:malsagande)."
)
_ONLY_TEXT = N_("en rubrik får bara vara text: ingen länk, källa eller fetstil.")


def unseen(_names: list[str]) -> str:
    """What stands where sources are named on pages that show them at their foot alone: nothing."""
    return ""


def heading(body: str) -> str:
    """The text of the first heading in Markdown; empty if there is none."""
    found = _HEADING.search(body)
    return found["heading"] if found else ""


def cited(body: str) -> dict[str, dict[str, list[str]]]:
    """The sources that Markdown names, in order: under which headings, and where in the source.

    The places may be none: {"lag-skola": {"Vad är ett brott?": ["6 kap. 10 §"]}}.
    """
    found: dict[str, dict[str, list[str]]] = {}
    under = ""
    for part in _HEADING_OR_SOURCE.finditer(body):
        if part["name"] is None:
            under = part["heading"]
            continue
        places = found.setdefault(part["name"], {}).setdefault(under, [])
        place = " ".join((part["place"] or "").split())
        if place and place not in places:
            places.append(place)
    return found


def without(body: str) -> str:
    """Markdown with neither sources nor the addresses of words: what is left to be read."""
    return _WORD.sub(r"\g<text>", _CITED.sub("", body))


def literal(html: str) -> Markup:
    """HTML that can stand in a line of Markdown, which reads none of its signs: data is text."""

    def kept(sign: re.Match[str]) -> str:
        return sign[0] if len(sign[0]) > 1 else f"&#{ord(sign[0])};"

    return Markup(_SIGN.sub(kept, html))  # noqa: S704 (it was HTML)


def shown(
    body: str,
    glossary: str,
    beside: Callable[[str], str],
    note: Callable[[list[str]], str] = unseen,
) -> str:
    """Markdown as any reader of Markdown knows it.

    `glossary` is the address of the glossary, seen from the page; `beside` gives what stands after
    the link to a word, by the word's id, as HTML. `note` gives what stands where sources are named,
    by their ids, as HTML: nothing, if it is not said.
    """

    def link(found: re.Match[str]) -> str:
        return f"[{found['text']}]({glossary}#{found['name']}){literal(beside(found['name']))}"

    # The number of a paragraph of law stays on the line of its sign.
    noted = _CITED_TOGETHER.sub(lambda found: note(list(cited(found[0]))), body)
    return re.sub(r"(?<=\w) (?=§)", "\N{NO-BREAK SPACE}", _WORD.sub(link, noted))


def problems_in(
    body: str,
    name: str,
    first_line: int,
    sources: Collection[str],
    words: Collection[str],
    lines: Collection[str],
    centres: Collection[str],
) -> Iterator[Problem]:
    """What Markdown names and nobody has defined, and what is nearly one of our marks.

    `name` is the file, `first_line` the number of the line in it that `body` begins on; `lines` are
    the ids of those that have a number.
    """

    def problem(at: int, message: str, **values: object) -> Problem:
        line = first_line + body.count("\n", 0, at)
        return Problem(name, line, at - body.rfind("\n", 0, at), "", "", message, values)

    for pattern, known, unknown_name in (
        (_CITED, sources, _NO_SOURCE),
        (_WORD, words, _NO_WORD),
        (_NUMBER, lines, NO_LINE),
        (_CENTRE, centres, _NO_CENTRE),
    ):
        for found in pattern.finditer(body):
            if found["name"] not in known:
                near = suggestion(found["name"], known)
                message, values = unknown_name.message(found["name"], near)
                yield problem(found.start("name"), message, **values)
    ours = [found.start() for found in _CITED.finditer(body)]
    ours += [found.start() + len(found["text"]) + 1 for found in _WORD.finditer(body)]
    for found in _NEARLY.finditer(body):
        if found.start() not in ours:
            yield problem(found.start(), _WRITE_IT_SO)
    for found in _HEADING.finditer(body):
        if _MORE_THAN_TEXT.search(found["heading"]):
            yield problem(found.start(), _ONLY_TEXT)
