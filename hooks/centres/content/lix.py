"""How hard a Swedish text is to read: LIX, as Swedish schools and authorities count it.

Source: C. H. Björnsson, Läsbarhet (1968): words a sentence, and long words in a hundred.
"""

import re
from dataclasses import dataclass

from centres.content import marks

# The most that a page may have, and a page in lättläst.
MOST, MOST_EASY = 40, 25
# A single sentence has no readability: a text of fewer words is not judged.
FEWEST_WORDS = 100
_LONG = 6
_WORD = re.compile(r"[^\W_]+(?:[-:’'.][^\W_]+)*")
# A block of Markdown begins after an empty line, or with a mark of its own.
_MARK = re.compile(r"^\s*(?:#+|>|[-*]|\d+\.)\s+")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:#+|>|[-*]|\d+\.)\s)")
# A sentence ends with its mark, and a heading or an item of a list where it ends.
_END = re.compile(r"[.!?:]+[”\")\]]*(?=\s|$)|\n")


@dataclass(frozen=True)
class Lix:
    """What was counted of a text."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> float:
        """The index: below 25 for children, 25 to 30 simple, 30 to 40 ordinary, above 40 hard."""
        if not self.words:
            return 0.0
        return self.words / self.sentences + 100 * self.long_words / self.words


def lix(text: str) -> Lix:
    """The count of a plain text, where each line is a paragraph, a heading or an item."""
    sentences = [found for part in _END.split(text) if (found := _WORD.findall(part))]
    words = [word for found in sentences for word in found]
    return Lix(len(words), len(sentences), sum(len(word) > _LONG for word in words))


def of_markdown(body: str) -> Lix:
    """The count of what a reader sees of Markdown: no addresses, tags or marks of lists."""
    text = re.sub(r"\{\{[^{}\n]*\}\}", "1", marks.without(body))
    text = re.sub(r"\]\([^()]*\)|<[^<>]+>|\[|\*", "", text)
    blocks = (_MARK.sub("", block) for block in _BLOCK.split(text))
    return lix("\n".join(" ".join(block.split()) for block in blocks))
