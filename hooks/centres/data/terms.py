"""Compare what somebody types with terms: words that lead to a page, or that raise a card.

theme/assets/terms.js compares the same way in the browser; a test asks both the same.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

# Letters that fold to others without being marked versions of them.
_SAME = str.maketrans("øæłıىیکةگپ", "oaliييكهكب")
# What is written in a word, not between two: "don't" is as "dont", and «مـالمو» as «مالمو».
_WITHIN = re.compile("['\u2019\u2018\u02bc`\u00b4\u0640]")
# A letter that somebody cries out, as in "hjäääälp".
_CRIED = re.compile(r"([^\W\d_])\1{2,}")
# Between two words of a term may stand so many others: "vill bara dö" has the term "vill dö".
GAP = 2
# A word with this sign at its end stands for every word that begins so.
ANY_END = "*"
# Of words with this sign between them one stands there: "ska/vill slå mig".
OR = "/"
# After a term with this sign at its end no other word follows: "orkar inte mer."
NOTHING_MORE = "."
# Letters of the shorter word from which a slip is believed: a letter twice or once, or two that
# changed places; one that is missing or too much; another one.
_DOUBLED, _MISSING, _OTHER = 3, 6, 6
# In a term of one word it needs as many letters.
_ALONE = 7
# Letters from which a word may be several that were written as one, and up to which it is tried.
_JOINED, _LONGEST = 6, 40


def fold(text: str) -> str:
    """Return `text` as the search compares it: lower case, no marks, single blanks between words.

    An apostrophe counts as nothing, and what is neither a letter nor a digit as a blank; similar
    letters are one, and so are three or more of the same.
    """
    text = _WITHIN.sub("", text)
    plain = "".join(
        sign for sign in unicodedata.normalize("NFD", text) if unicodedata.category(sign)[0] != "M"
    )
    letters = _CRIED.sub(r"\1", plain.lower()).translate(_SAME).replace("ß", "s")
    digits = re.sub(r"[٠-٩۰-۹]", lambda sign: str(int(sign[0])), letters)
    return " ".join(re.findall(r"[^\W_]+", digits))


@dataclass(frozen=True)
class Word:
    """A folded word of a term; `open_ended` if it stands for every word that begins so."""

    text: str
    open_ended: bool

    @classmethod
    def all_of(cls, written: str) -> "list[Word]":
        """Return what a word as an editor has written it is made of: "p-piller" is two words.

        Only the last of them has the `*` of the whole.
        """
        texts = fold(written).split()
        ends = written.rstrip(NOTHING_MORE).endswith(ANY_END)
        return [cls(text, ends and at == len(texts)) for at, text in enumerate(texts, 1)]

    def __str__(self) -> str:
        return self.text + ANY_END * self.open_ended

    def matches(self, typed: str, *, slips: bool) -> bool:
        """Return whether a folded word is this one, or with `slips` this one but for a slip."""
        if typed.startswith(self.text) if self.open_ended else typed == self.text:
            return True
        if not slips or typed[:1] != self.text[0]:
            return False
        if not self.open_ended:
            return is_slip(typed, self.text)
        lengths = range(len(self.text) - 1, len(self.text) + 2)
        return any(is_slip(typed[:length], self.text) for length in lengths)


@dataclass(frozen=True)
class Term:
    """The words of a term: of each place in it those that may stand there.

    After one that `ends_text` no other word follows.
    """

    words: tuple[tuple[Word, ...], ...]
    ends_text: bool

    @classmethod
    @cache
    def of(cls, written: str) -> "Term":
        """Return the term that an editor has written, as "misshand*" or "ska/vill slå mig"."""
        words: list[tuple[Word, ...]] = []
        for one in written.split():
            if OR in one:
                words.append(tuple(word for form in one.split(OR) for word in Word.all_of(form)))
            else:
                words += [(word,) for word in Word.all_of(one)]
        return cls(tuple(words), written.endswith(NOTHING_MORE))

    def __str__(self) -> str:
        """Return the term as it is compared, and as `of` reads it."""
        words = " ".join(OR.join(map(str, forms)) for forms in self.words)
        return words + NOTHING_MORE * self.ends_text

    @property
    def all_words(self) -> str:
        """Every word that may stand in it, with blanks between."""
        return " ".join(form.text for forms in self.words for form in forms)

    def places_in(
        self,
        typed: Sequence[str],
        glued: Iterable[str] = (),
        *,
        slips: bool = False,
        gap: int = GAP,
    ) -> list[int] | None:
        """Return which of the folded words of a text are the term's, in its order; None if none.

        `glued` are prefixes that the language writes as one with a word; a typed word counts with
        and without them. With `slips`, each word may have one slip of the hand. Between two of its
        words may stand `gap` others.
        """
        slips = slips and (len(self.words) > 1 or len(self.words[0][0].text) >= _ALONE)
        return _Search(self, typed, tuple(glued), slips, gap).places(0, 0, len(typed))

    def is_in(
        self, typed: Sequence[str], glued: Iterable[str] = (), *, slips: bool = False
    ) -> bool:
        """Return whether the term stands in the folded words of a text: see `places_in`."""
        return self.places_in(typed, glued, slips=slips) is not None


@dataclass(frozen=True)
class _Search:
    """The search for a term in the folded words of a text."""

    term: Term
    typed: Sequence[str]
    glued: tuple[str, ...]
    slips: bool
    gap: int

    def places(self, at: int, first: int, last: int) -> list[int] | None:
        """Return where the words from `at` on stand, the first of them before `last`."""
        if at == len(self.term.words):
            return []
        if self.term.ends_text and at == len(self.term.words) - 1:
            first = max(first, len(self.typed) - 1)
        for place in range(first, min(last, len(self.typed))):
            if self._matches(at, self.typed[place]):
                rest = self.places(at + 1, place + 1, place + self.gap + 2)
                if rest is not None:
                    return [place, *rest]
        return None

    def _matches(self, at: int, typed: str) -> bool:
        forms = with_and_without(typed, self.glued)
        return any(
            word.matches(form, slips=self.slips) for word in self.term.words[at] for form in forms
        )


@cache
def with_and_without(typed: str, glued: tuple[str, ...]) -> tuple[str, ...]:
    """Return a folded word with and without each prefix that its language writes as one with it."""
    begun = (one for one in glued if typed.startswith(one) and len(typed) > len(one) + 1)
    return (typed, *(typed.removeprefix(one) for one in begun))


def is_slip(typed: str, word: str) -> bool:
    """Return whether a folded word is another but for one slip of the hand.

    The first letter is the same, and the shorter the words, the fewer slips are believed.
    """
    least, more = min(len(typed), len(word)), len(typed) - len(word)
    if least < _DOUBLED or abs(more) > 1 or typed[0] != word[0]:
        return False
    at = next((at for at in range(least) if typed[at] != word[at]), least)
    if more:
        long, short = (typed, word) if more > 0 else (word, typed)
        doubled = long[at] in (long[at - 1], long[at + 1 : at + 2])
        return long[at + 1 :] == short[at:] and (doubled or least >= _MISSING)
    if at == least:
        return False
    if typed[at : at + 2] == word[at : at + 2][::-1] and typed[at + 2 :] == word[at + 2 :]:
        return True
    return least >= _OTHER and typed[at + 1 :] == word[at + 1 :]


def apart(typed: str, known: Collection[str]) -> list[str]:
    """Return the known words that a folded word is made of, as "jagvilldo"; else the word alone."""
    is_looked_at = _JOINED <= len(typed) <= _LONGEST and typed not in known
    return (_apart(typed, known) if is_looked_at else None) or [typed]


def _apart(typed: str, known: Collection[str]) -> list[str] | None:
    if not typed:
        return []
    for length in range(len(typed), 0, -1):
        if typed[:length] in known:
            rest = _apart(typed[length:], known)
            if rest is not None:
                return [typed[:length], *rest]
    return None
