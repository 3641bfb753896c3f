"""Which lines of a page changed, and into what: as a reader sees it, not as a program does."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

# What stood on a page and what stands there now; None where there was or is nothing.
Change = tuple[str | None, str | None]
# How much of two lines must be the same for one to have become the other, as difflib counts it: 0
# to 1. Below a half, readers take them for two lines.
_LEAST_LIKENESS = 0.5
# A question on a page, as `visible_text` puts it before its answer.
_QUESTION = re.compile(r"[^:?]{3,100}[:?] ")


def changes(old: list[str], new: list[str]) -> Iterator[Change]:
    """Yield each line that was removed, added or replaced, in the order of the page."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield from _pairs(old[start:end], new[new_start:new_end])


def _pairs(old: list[str], new: list[str]) -> Iterator[Change]:
    """Pair each line of `old` with the line of `new` that it is most like, if any is like enough.

    Both keep their order: what is passed over on the way to a line's pair was added before it.
    """
    following = new
    for line in old:
        index = _most_alike(line, following)
        if index is None:
            yield line, None
            continue
        yield from ((None, added) for added in following[:index])
        yield line, following[index]
        following = following[index + 1 :]
    yield from ((None, added) for added in following)


def _most_alike(line: str, candidates: list[str]) -> int | None:
    """Return the index of the candidate most like `line`, the first of several; None if none is."""
    likenesses = [_likeness(line, candidate) for candidate in candidates]
    highest = max(likenesses, default=0.0)
    return likenesses.index(highest) if highest >= _LEAST_LIKENESS else None


def _likeness(line: str, candidate: str) -> float:
    """Return how alike two lines are, from 0 to 1.

    1 for answers to the same question, and for sentences with the same three first words: a reader
    takes them for the same line whatever follows.
    """
    question = _QUESTION.match(line)
    if question and candidate.startswith(question[0]):
        return 1.0
    if line.split()[:3] == candidate.split()[:3]:
        return 1.0
    return SequenceMatcher(None, line, candidate, autojunk=False).ratio()
