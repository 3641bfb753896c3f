"""Measure how hard a Swedish text is to read: LIX, as Swedish schools and authorities count it.

Source: C. H. Björnsson, Läsbarhet (1968): the mean number of words in a sentence, plus the
percentage of words that are longer than six letters.
"""

import re
from dataclasses import dataclass

from centres.content import marks

# The highest value of a page, and of a page in lättläst, that the check accepts.
MOST, MOST_EASY = 40, 25
# A text of fewer words is not judged: one long word would decide its value.
FEWEST_WORDS = 100
# Björnsson's limit: a word of more letters is long.
_LONG = 6
_WORD = re.compile(r"[^\W_]+(?:[-:’'.][^\W_]+)*")
# A block of Markdown begins after an empty line, or with the mark of a heading, a quotation or an
# item of a list.
_MARK = re.compile(r"^\s*(?:#+|>|[-*]|\d+\.)\s+")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:#+|>|[-*]|\d+\.)\s)")
# A sentence ends at its mark; a heading or an item, which may have none, at the end of its line.
_END = re.compile(r"[.!?:]+[”\")\]]*(?=\s|$)|\n")


@dataclass(frozen=True)
class Lix:
    """The three counts of a text that its index is made of."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> float:
        """The index: below 25 for children, 25 to 30 simple, 30 to 40 ordinary, above 40 hard.

        An empty text has 0.
        """
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words


def lix(text: str) -> Lix:
    """Count a plain `text` in which each line is a paragraph, a heading or an item."""
    sentences = [words for part in _END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    return Lix(len(words), len(sentences), sum(len(word) > _LONG for word in words))


def of_markdown(body: str) -> Lix:
    """Count the text that a reader sees of Markdown: no addresses, tags or marks of lists.

    A value that the data fills in counts as one short word.
    """
    text = re.sub(r"\{\{[^{}\n]*\}\}", "1", marks.without(body))
    text = re.sub(r"\]\([^()]*\)|<[^<>]+>|\{:[^{}\n]*\}|\[|\*", "", text)
    blocks = (_MARK.sub("", block) for block in _BLOCK.split(text))
    return lix("\n".join(" ".join(block.split()) for block in blocks))
