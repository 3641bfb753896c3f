"""Compare what somebody types with terms: words that lead to a page, or that raise a card.

theme/assets/terms.js compares the same way in the browser; a test asks both the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Letters that fold to others without being marked versions of them.
_SAME = str.maketrans("øæłıىیکةگپ", "oaliييكهكب", "")
# Between two words of a term may stand so many others: "vill bara dö" has the term "vill dö".
GAP = 2
# A word with this sign at its end stands for every word that begins so.
ANY_END = "*"


def fold(text: str) -> str:
    """Return `text` as the search compares it: lower case, no marks, single blanks between words.

    What is neither a letter nor a digit counts as a blank, and similar letters are one.
    """
    plain = "".join(
        sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign)
    )
    letters = plain.lower().translate(_SAME).replace("ß", "s")
    return " ".join(re.findall(r"[^\W_]+", letters))


@dataclass(frozen=True)
class Term:
    """The folded words of a term, each without its `*`; `open_ended` says which of them had one."""

    words: tuple[str, ...]
    open_ended: tuple[bool, ...]

    @classmethod
    def of(cls, written: str) -> "Term":
        """Return the term that an editor has written, as "misshand*" or "slår mig"."""
        parts = [part for word in written.split() for part in _parts(word)]
        return cls(tuple(word for word, _ in parts), tuple(ends for _, ends in parts))

    def is_in(self, typed: Sequence[str], glued: Iterable[str] = ()) -> bool:
        """Return whether the term stands in the folded words of a text, in its order.

        `glued` are prefixes that the language writes as one with a word; a typed word counts with
        and without them.
        """
        return self._stands(typed, tuple(glued), 0, 0, len(typed))

    def _stands(
        self, typed: Sequence[str], glued: tuple[str, ...], at: int, first: int, last: int
    ) -> bool:
        """Return whether the words from `at` on stand in `typed`, the first before `last`."""
        if at == len(self.words):
            return True
        return any(
            self._matches(at, typed[place], glued)
            and self._stands(typed, glued, at + 1, place + 1, place + GAP + 2)
            for place in range(first, min(last, len(typed)))
        )

    def _matches(self, at: int, typed: str, glued: tuple[str, ...]) -> bool:
        word, ends = self.words[at], self.open_ended[at]
        forms = [typed, *(typed.removeprefix(prefix) for prefix in glued)]
        return any(form.startswith(word) if ends else form == word for form in forms)


def _parts(word: str) -> list[tuple[str, bool]]:
    """Return the folded words that a written word is made of, and whether each is open-ended.

    "Don't" is two; only the last has the end that the written word has.
    """
    words = fold(word).split()
    ends = word.endswith(ANY_END)
    return [(one, ends and at == len(words)) for at, one in enumerate(words, 1)]
