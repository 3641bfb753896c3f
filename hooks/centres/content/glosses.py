"""Hold prose in other languages to say what a Swedish service is where it is first named.

Whoever is new in Sweden knows neither 112 nor Bris. The words that say it are each language's own
(`glosses` in locales/<code>/words.yaml), and one of them stands in the paragraph of the first
mention on each page.
"""

import re
from collections.abc import Iterator, Mapping

from centres.content import marks
from centres.content.prose import Prose
from centres.data.model import Helpline, Language, WordList
from centres.files.problem import Problem
from centres.i18n import N_

_UNSAID = N_(
    "här nämns ”%(name)s” för första gången på sidan, och läsaren vet inte vad det är. Säg det i "
    "samma stycke, med något av orden: %(words)s."
)
_PARAGRAPH_ENDS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)")


def problems_in(
    pages: list[Prose],
    languages: Mapping[str, Language],
    lines: Mapping[str, Helpline],
    word_lists: Mapping[str, WordList],
) -> Iterator[Problem]:
    """Yield a Problem for each page and each of its language's `glosses` that it does not say.

    The guide is for people who know the services. `lines` are the helplines by their ids.
    """
    for page in pages:
        language = languages.get(page.language)
        if language is None or language.variant_of or page.matter.audience == "guide":
            continue
        for name, words in word_lists[page.language].glosses.items():
            if line := lines.get(name):
                yield from _unsaid(page, line, words)


def _unsaid(page: Prose, line: Helpline, words: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a Problem if the first paragraph that names `line` has none of `words`."""
    number = rf'\{{\{{ *number\("{re.escape(line.id)}"\) *\}}\}}'
    first = re.search(rf"{number}|(?<![\w#/^-]){re.escape(line.name)}(?!\w)", page.body)
    if not first:
        return
    starts = [end.end() for end in _PARAGRAPH_ENDS.finditer(page.body, 0, first.start())]
    paragraph = _PARAGRAPH_ENDS.split(page.body[max(starts, default=0) :], maxsplit=1)[0]
    said = marks.without(paragraph).casefold()
    if not any(word.casefold() in said for word in words):
        row = page.first_line + page.body.count("\n", 0, first.start())
        column = first.start() - page.body.rfind("\n", 0, first.start())
        values: dict[str, object] = {"name": line.id, "words": ", ".join(words)}
        yield Problem(page.name, row, column, "", "", _UNSAID, values)
