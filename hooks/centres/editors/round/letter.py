"""The letter that asks: what we show, how to answer, and what becomes of it.

As plain text for a mail, as a page to print, and the lines alone as a file to fill in. Its words
are in `letter.toml`.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import fill
from typing import Any

from markupsafe import Markup, escape

from centres.data.round.lines import UNKNOWN, Line
from centres.data.round.mailto import first_line, mailto
from centres.data.round.questions import Question

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("letter.toml").read_text("utf-8"))
# Characters of a line of running text in a mail (RFC 3676, 4.2). The lines to answer are whole.
_WIDTH = 72
_PAGE = Markup(
    '<!doctype html>\n<html lang="sv">\n<meta charset="utf-8">\n<title>{title}</title>\n<style>\n'
    "body {{ font: 11pt/1.4 sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em }}\n"
    "h1 {{ font-size: 1.4em }} h2 {{ font-size: 1.1em; break-after: avoid }}\n"
    "dt {{ font-weight: bold; margin-top: .7em; break-after: avoid }}\n"
    "dd {{ margin: 0; break-inside: avoid }}\n"
    ".write {{ border-bottom: 1px solid; min-height: 1.6em }} .choices {{ color: #444 }}\n"
    "</style>\n<h1>{title}</h1>\n{body}\n</html>\n"
)


@dataclass(frozen=True)
class Asked:
    """What a letter is about: `id` as it is typed (taby, kommun:vara), `lines` what we show.

    `sources` are the titles of the sources that we have it from; `public` whether whoever answers
    is an authority, whose letters are public records.
    """

    id: str
    name: str
    lines: list[Line]
    sources: list[str]
    public: bool


@dataclass(frozen=True)
class Letter:
    """A letter in its three forms, and a link that begins an answer (empty if none can be made)."""

    text: str
    page: str
    answer: str
    link: str


def write(asked: Asked, contact: str, day: date) -> Letter:
    """Return the letter about `asked`; `contact` is our address, empty while there is none."""
    link = mailto(contact, asked.id, asked.lines)
    return Letter(
        "\n".join(_text(asked, contact, link, day)),
        _page(asked, contact, link, day),
        "\n".join([first_line(asked.id), *(line.text for line in asked.lines), ""]),
        link,
    )


def choices(line: Line) -> str:
    """Return what may be answered, as it stands in brackets after a line."""
    return f"{line.question.label} {' / '.join(line.question.answers)}".rstrip()


def _text(asked: Asked, contact: str, link: str, day: date) -> Iterator[str]:
    yield _subject(asked)
    yield ""
    yield _WORDS["hello"]
    for paragraph in _about(asked, day):
        yield from ("", fill(paragraph, _WIDTH))
    yield from ("", _WORDS["answering"].upper(), "")
    yield from _points(_WORDS["how"])
    yield from ("", fill(_reply(contact), _WIDTH), *([link] if link else []))
    yield from ("", first_line(asked.id))
    for heading, lines in _groups(asked):
        yield from ("", heading.upper(), "")
        for before, line in zip([None, *lines], lines, strict=False):
            again = before is not None and before.question == line.question
            yield line.text if again else f"{line.text}   [{choices(line)}]"
    yield from ("", _WORDS["afterwards"].upper(), "")
    yield from _points(_what(asked))
    yield ""


def _points(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield fill(text, _WIDTH, initial_indent="- ", subsequent_indent="  ")


def _page(asked: Asked, contact: str, link: str, day: date) -> str:
    body: list[Markup] = []

    def add(pattern: str, *values: object) -> None:
        # The patterns stand below; every value is escaped.
        body.append(Markup(pattern).format(*values))  # noqa: S704

    add("<p>{}</p>", _WORDS["hello"])
    for paragraph in _about(asked, day):
        add("<p>{}</p>", paragraph)
    add("<h2>{}</h2><ul>", _WORDS["answering"])
    for text in _WORDS["how"]:
        add("<li>{}</li>", text)
    add("</ul><p>{}</p>", _reply(contact))
    if link:
        add('<p><a href="{}">{}</a></p>', link, contact)
    add("<p>{}</p>", first_line(asked.id))
    for heading, lines in _groups(asked):
        add("<h2>{}</h2><dl>", heading)
        for line in lines:
            add("<dt>{}</dt><dd>{}</dd>", line.text, choices(line))
            add('<dd class="write"></dd>')
        add("</dl>")
    add("<h2>{}</h2><ul>", _WORDS["afterwards"])
    for text in _what(asked):
        add("<li>{}</li>", text)
    add("</ul>")
    return str(_PAGE.format(title=escape(_subject(asked)), body=Markup("\n").join(body)))


def _subject(asked: Asked) -> str:
    return str(_WORDS["subject"] % {"name": asked.name})


def _about(asked: Asked, day: date) -> Iterator[str]:
    yield _WORDS["about"] % {"name": asked.name, "day": day.isoformat()}
    if asked.sources:
        yield _WORDS["from"] % {"sources": "; ".join(asked.sources)}


def _reply(contact: str) -> str:
    if not contact:
        return str(_WORDS["without_contact"])
    return str(_WORDS["with_contact"] % {"contact": contact})


def _what(asked: Asked) -> list[str]:
    return [*_WORDS["what"], *([_WORDS["public"]] if asked.public else [])]


def _groups(asked: Asked) -> list[tuple[str, list[Line]]]:
    """Return the lines under two headings: those that are wanted most, and the rest."""
    groups = [
        (_WORDS["wanted"], [line for line in asked.lines if line.question.wanted]),
        (_WORDS["rest"], [line for line in asked.lines if not line.question.wanted]),
    ]
    return [group for group in groups if group[1]]


def again(name: str, questions: Iterable[Question]) -> Iterator[str]:
    """Yield the lines of a second letter, about what an answer left unclear."""
    yield _WORDS["hello"]
    yield ""
    yield fill(_WORDS["again"], _WIDTH)
    yield ""
    yield first_line(name)
    for question in questions:
        yield f"{question.key}: {UNKNOWN}   [{choices(Line(question, UNKNOWN))}]"
