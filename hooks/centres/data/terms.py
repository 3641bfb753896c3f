"""Compare what somebody types with terms: words that lead to a page, or that raise a card.

theme/assets/terms.js compares the same way in the browser; a test asks both the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Letters that fold to others without being marked versions of them.
_SAME = str.maketrans("øæłıىیکةگپ", "oaliييكهكب", "ـ")
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
    digits = re.sub(r"[٠-٩۰-۹]", lambda sign: str(int(sign[0])), letters)
    return " ".join(re.findall(r"[^\W_]+", digits))


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

    def places_in(self, typed: Sequence[str], glued: Iterable[str] = ()) -> list[int] | None:
        """Return which of the folded words of a text are the term's, in its order; None if none.

        `glued` are prefixes that the language writes as one with a word; a typed word counts with
        and without them.
        """
        return self._places(typed, tuple(glued), 0, 0, len(typed))

    def is_in(self, typed: Sequence[str], glued: Iterable[str] = ()) -> bool:
        """Return whether the term stands in the folded words of a text: see `places_in`."""
        return self.places_in(typed, glued) is not None

    def _places(
        self, typed: Sequence[str], glued: tuple[str, ...], at: int, first: int, last: int
    ) -> list[int] | None:
        """Return where the words from `at` on stand in `typed`, the first of them before `last`."""
        if at == len(self.words):
            return []
        for place in range(first, min(last, len(typed))):
            if self._matches(at, typed[place], glued):
                rest = self._places(typed, glued, at + 1, place + 1, place + GAP + 2)
                if rest is not None:
                    return [place, *rest]
        return None

    def _matches(self, at: int, typed: str, glued: tuple[str, ...]) -> bool:
        word, ends = self.words[at], self.open_ended[at]
        stripped = (typed.removeprefix(one) for one in glued if len(typed) > len(one) + 1)
        return any(form.startswith(word) if ends else form == word for form in (typed, *stripped))


def _parts(word: str) -> list[tuple[str, bool]]:
    """Return the folded words that a written word is made of, and whether each is open-ended.

    "Don't" is two; only the last has the end that the written word has.
    """
    words = fold(word).split()
    ends = word.endswith(ANY_END)
    return [(one, ends and at == len(words)) for at, one in enumerate(words, 1)]
