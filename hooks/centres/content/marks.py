"""Read the marks that prose has besides Markdown: sources, words of the glossary, numbers, centres.

- `[^lag-skola, 6 kap. 10 §]` after a sentence cites a source of data/sources.yaml, and a place in
  it. Neither is shown there, since notes and paragraphs of law stop a reader: the foot of the page
  lists its sources, with the headings that cite them. The guide, which is read at a desk, shows the
  source's number in that list.
- `[målsägande](ord:malsagande)` links to a word in data/glossary.yaml.
- `[Visa numret för 112.](viktig:visa-numret-for-112)` marks a sentence of data/critical.yaml, which
  `critical` holds to what it must say. Nothing of the mark is shown.
- `{{ number("bris") }}` is the number of a line in data/helplines.yaml.
- `{{ centre("taby") }}`, in the guide, is a centre of data/centres.yaml; so is `serves`.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from centres.data.field_messages import UnknownName, suggestion
from centres.data.record_rules import NO_SOURCE
from centres.files.problem import Problem
from centres.i18n import N_

_CITED = re.compile(r"\[\^(?P<name>[^\[\]\s,]+)(?:,\s*(?P<place>[^\[\]]+))?\]")
_CITED_TOGETHER = re.compile(f"(?:{_CITED.pattern})+")
_WORD = re.compile(r"\[(?P<text>[^\[\]]+)\]\(ord:(?P<name>[^)\s]+)\)")
# A sentence that must not change its meaning, its id, and the stamp that commands write.
CRITICAL = re.compile(
    r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])++)\]\(viktig:(?P<name>[^)\s]+)(?: (?P<stamp>\w+))?\)"
)
_CENTRE = re.compile(r"\{\{ *(?:centre|serves)\( *([\"'])(?P<name>.*?)\1 *\) *\}\}")
_NUMBER = re.compile(r"\{\{ *number\(\"(?P<name>[^\"]*)\"\) *\}\}")
# A heading may end with an address of its own within the page: {: #pengar }.
_HEADING = re.compile(
    r"^(?P<rank>#+) +(?P<heading>.*?) *(?:\{: *#(?P<id>[\w-]+) *\} *)?$", re.MULTILINE
)
_HEADING_OR_SOURCE = re.compile(f"{_HEADING.pattern}|{_CITED.pattern}", re.MULTILINE)
# The beginning of a source or a word, also of one that is written wrongly.
_BEGINNING = re.compile(r"\[\^|\]\(\s*(?:ord|viktig):|\]:\s*(?:ord|viktig):")
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
_UNKNOWN_PROPOSITION = UnknownName(
    N_("meningen ”%(name)s” finns inte i data/critical.yaml. Menade du %(near)s?"),
    N_("meningen ”%(name)s” finns inte i data/critical.yaml. Lägg till den där först."),
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
    "skriv källor som [^lag-skola, 6 kap. 10 §], ord som [ordet](ord:malsagande), och viktiga "
    "meningar som [Meningen.](viktig:radera-inte)."
)
_ONLY_TEXT = N_("en rubrik får bara vara text: ingen länk, källa eller fetstil.")


def unseen(_names: list[str]) -> str:
    """Return nothing: the `note` of pages that list their sources only at the foot."""
    return ""


def heading(body: str) -> str:
    """Return the text of the first heading in Markdown; an empty text if there is none."""
    first = _HEADING.search(body)
    return first["heading"] if first else ""


def sections(body: str) -> list[tuple[str, str]]:
    """Return the headings below the first of a page, each with its own id; else an empty one."""
    found = [match for match in _HEADING.finditer(body) if len(match["rank"]) > 1]
    return [(match["heading"], match["id"] or "") for match in found]


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
    """Return Markdown without our marks; of words and of critical sentences the text is left."""
    return _WORD.sub(r"\g<text>", without_critical(_CITED.sub("", body)))


def without_critical(body: str) -> str:
    """Return Markdown with critical sentences as the plain text that they are."""
    return CRITICAL.sub(r"\g<text>", body)


def propositions(body: str) -> str:
    """Return Markdown with the id of each critical sentence in its place, whatever its wording."""
    return CRITICAL.sub(r"[\g<name>]", body)


def as_text(body: str, numbers: Mapping[str, str]) -> str:
    """Return Markdown without our marks; `numbers` are those to call, by the ids of helplines."""
    return _NUMBER.sub(lambda number: numbers.get(number["name"], ""), without(body))


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

    unmarked = without_critical(body)
    noted = _CITED_TOGETHER.sub(lambda sources: note(list(cited(sources[0]))), unmarked)
    return re.sub(r"(?<=\w) (?=§)", "\N{NO-BREAK SPACE}", _WORD.sub(link, noted))


class Known(NamedTuple):
    """The ids that marks may name: of helplines those that have a number, and of all else all."""

    sources: Collection[str]
    words: Collection[str]
    lines: Collection[str]
    centres: Collection[str]
    propositions: Collection[str]


def problems_in(body: str, name: str, first_line: int, known: Known) -> Iterator[Problem]:
    """Yield a Problem for each name in a mark that is not `known`, and each mark written wrongly.

    `name` is the file, `first_line` the number of the line in it that `body` begins on.
    """

    def problem(at: int, message: str, **values: object) -> Problem:
        line = first_line + body.count("\n", 0, at)
        return Problem(name, line, at - body.rfind("\n", 0, at), "", "", message, values)

    for pattern, names, unknown_name in (
        (_CITED, known.sources, _UNKNOWN_SOURCE),
        (_WORD, known.words, _UNKNOWN_WORD),
        (_NUMBER, known.lines, _UNKNOWN_LINE),
        (_CENTRE, known.centres, _UNKNOWN_CENTRE),
        (CRITICAL, known.propositions, _UNKNOWN_PROPOSITION),
    ):
        for mark in pattern.finditer(body):
            if mark["name"] not in names:
                near = suggestion(mark["name"], names)
                message, values = unknown_name.message(mark["name"], near)
                yield problem(mark.start("name"), message, **values)
    correct = {source.start() for source in _CITED.finditer(body)}
    for pattern in (_WORD, CRITICAL):
        correct |= {text.end("text") for text in pattern.finditer(body)}
    for beginning in _BEGINNING.finditer(body):
        if beginning.start() not in correct:
            yield problem(beginning.start(), _WRITE_IT_SO)
    for title in _HEADING.finditer(body):
        if _MORE_THAN_TEXT.search(title["heading"]):
            yield problem(title.start(), _ONLY_TEXT)
