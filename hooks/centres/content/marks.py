"""Read the marks that prose has besides Markdown: sources, words of the glossary, numbers, centres.

- `[^lag-skola, 6 kap. 10 §]` after a sentence cites a source of data/sources.yaml, and a place in
  it. Neither is shown there, since notes and paragraphs of law stop a reader: the foot of the page
  lists its sources, with the headings that cite them. The guide, which is read at a desk, shows the
  source's number in that list.
- `[målsägande](ord:malsagande)` links to a word in data/glossary.yaml.
- `{{ number("bris") }}` is the number of a line in data/helplines.yaml.
- `{{ centre("taby") }}`, in the guide, is a centre of data/centres.yaml; so is `serves`.
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
# A heading may end with an address of its own within the page: {: #pengar }.
_HEADING = re.compile(r"^#+ +(?P<heading>.*?) *(?:\{: *#[\w-]+ *\} *)?$", re.MULTILINE)
_HEADING_OR_SOURCE = re.compile(f"{_HEADING.pattern}|{_CITED.pattern}", re.MULTILINE)
# The beginning of a source or a word, also of one that is written wrongly.
_BEGINNING = re.compile(r"\[\^|\]\(\s*ord:|\]:\s*ord:")
_MORE_THAN_TEXT = re.compile(r"[\[\]*_`<>{}#]")
# An HTML entity, or a character that Markdown would read as its own.
_SPECIAL = re.compile(r"&#?\w+;|[\\`*_{}\[\]()#!|~]")

_UNKNOWN_SOURCE = UnknownName(
    NO_SOURCE.suggesting,
    N_("källan ”%(name)s” finns inte i data/sources.yaml. Lägg till den där först."),
)
_UNKNOWN_WORD = UnknownName(
    N_("ordet ”%(name)s” finns inte i data/glossary.yaml. Menade du %(near)s?"),
    N_("ordet ”%(name)s” finns inte i data/glossary.yaml. Lägg till det där först."),
)
_UNKNOWN_LINE = UnknownName(
    N_("”%(name)s” har inget nummer i data/helplines.yaml. Menade du %(near)s?"),
    N_("”%(name)s” har inget nummer i data/helplines.yaml. Skriv id för en linje som har det."),
)
_UNKNOWN_CENTRE = UnknownName(
    N_("”%(name)s” finns inte i data/centres.yaml. Menade du %(near)s?"),
    N_("”%(name)s” finns inte i data/centres.yaml. Skriv id för ett centrum, eller ta bort det."),
)
_WRITE_IT_SO = N_(
    "skriv källor som [^lag-skola, 6 kap. 10 §], och ord som [ordet](ord:malsagande)."
)
_ONLY_TEXT = N_("en rubrik får bara vara text: ingen länk, källa eller fetstil.")


def unseen(_names: list[str]) -> str:
    """Return nothing: the `note` of pages that list their sources only at the foot."""
    return ""


def heading(body: str) -> str:
    """Return the text of the first heading in Markdown; an empty text if there is none."""
    first = _HEADING.search(body)
    return first["heading"] if first else ""


def cited(body: str) -> dict[str, dict[str, list[str]]]:
    """Return the places in each source that Markdown cites, by source and heading, in their order.

    A source may be cited without a place: {"lag-skola": {"Vad är ett brott?": ["6 kap. 10 §"]},
    "bilaga-2": {"Vad är ett brott?": []}}. The heading is empty before the first one.
    """
    sources: dict[str, dict[str, list[str]]] = {}
    current_heading = ""
    for match in _HEADING_OR_SOURCE.finditer(body):
        if match["name"] is None:
            current_heading = match["heading"]
            continue
        places = sources.setdefault(match["name"], {}).setdefault(current_heading, [])
        place = " ".join((match["place"] or "").split())
        if place and place not in places:
            places.append(place)
    return sources


def numbers(body: str) -> set[str]:
    """Return the ids of the helplines whose number Markdown shows."""
    return {match["name"] for match in _NUMBER.finditer(body)}


def without(body: str) -> str:
    """Return Markdown without marks of sources, and with words of the glossary as plain text."""
    return _WORD.sub(r"\g<text>", _CITED.sub("", body))


def literal(html: str) -> Markup:
    """Return HTML whose text Markdown leaves as it is: its special characters become entities.

    So a name in the data that holds an asterisk or a bracket stays text.
    """

    def entity(match: re.Match[str]) -> str:
        return match[0] if len(match[0]) > 1 else f"&#{ord(match[0])};"

    return Markup(_SPECIAL.sub(entity, html))  # noqa: S704 (it was HTML)


def shown(
    body: str,
    glossary: str,
    after_link: Callable[[str], str],
    note: Callable[[list[str]], str] = unseen,
) -> str:
    """Return Markdown with our marks of sources and words replaced by ordinary Markdown and HTML.

    `glossary` is the address of the glossary, relative to the page. `after_link` returns the HTML
    after the link to a word, from the word's id; `note` the HTML in the place of sources that stand
    together, from their ids. A paragraph sign is kept on one line with its number.
    """

    def link(word: re.Match[str]) -> str:
        return f"[{word['text']}]({glossary}#{word['name']}){literal(after_link(word['name']))}"

    noted = _CITED_TOGETHER.sub(lambda sources: note(list(cited(sources[0]))), body)
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
    """Yield a Problem for each name in a mark that has no record, and each mark written wrongly.

    `name` is the file, `first_line` the number of the line in it that `body` begins on. The others
    are the ids that there are: of sources, words, helplines that have a number, and centres.
    """

    def problem(at: int, message: str, **values: object) -> Problem:
        line = first_line + body.count("\n", 0, at)
        return Problem(name, line, at - body.rfind("\n", 0, at), "", "", message, values)

    for pattern, known, unknown_name in (
        (_CITED, sources, _UNKNOWN_SOURCE),
        (_WORD, words, _UNKNOWN_WORD),
        (_NUMBER, lines, _UNKNOWN_LINE),
        (_CENTRE, centres, _UNKNOWN_CENTRE),
    ):
        for mark in pattern.finditer(body):
            if mark["name"] not in known:
                near = suggestion(mark["name"], known)
                message, values = unknown_name.message(mark["name"], near)
                yield problem(mark.start("name"), message, **values)
    correct = {source.start() for source in _CITED.finditer(body)}
    correct |= {word.end("text") for word in _WORD.finditer(body)}
    for beginning in _BEGINNING.finditer(body):
        if beginning.start() not in correct:
            yield problem(beginning.start(), _WRITE_IT_SO)
    for title in _HEADING.finditer(body):
        if _MORE_THAN_TEXT.search(title["heading"]):
            yield problem(title.start(), _ONLY_TEXT)
