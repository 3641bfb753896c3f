"""Questions to an editor at the keyboard: one line each, asked again until the answer fits.

A question is answered by a kind of value (`kinds`); what is wrong with an answer is said in the
same words as `centres check` says it.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from centres.data.field_messages import explain_all
from centres.files.problem import Problem
from centres.i18n import N_, Words


class NoAnswer(Exception):
    """A question must be answered and nobody does; says which, or that the input has ended."""


@dataclass(frozen=True)
class Asker:
    """Asks in the language of `words`, reading answers with `answer` and writing with `tell`."""

    words: Words
    answer: Callable[[], str] = lambda: sys.stdin.readline()
    tell: Callable[[str], object] = print

    def one(self, question: str, kind: Any, default: str = "") -> str:
        """One answer of the kind `kind` (a type of `kinds`); Enter alone gives `default`."""
        asked = f"{self.words.plain(question)} [{default}]" if default else question
        while True:
            said = self._line(asked) or default
            wrong = wrong_with(kind, said)
            if wrong is None:
                return said
            self.tell(f"  {wrong.sentence(self.words)}")

    def maybe(self, question: str, kind: Any) -> str | None:
        """One answer, or None for Enter alone."""
        return next(iter(self.several(question, kind, most=1)), None)

    def several(self, question: str, kind: Any, least: int = 0, most: int = 100) -> list[str]:
        """Answers until Enter alone, at least `least` and at most `most`."""
        found: list[str] = []
        while len(found) < most:
            said = self._line(N_("Fler? Annars Enter.") if found else question)
            if not said and len(found) >= least:
                break
            wrong = wrong_with(kind, said)
            if wrong is None:
                found.append(said)
            else:
                self.tell(f"  {wrong.sentence(self.words)}")
        return found

    def _line(self, question: str) -> str:
        self.tell(self.words.plain(question))
        line = self.answer()
        if not line:
            raise NoAnswer(question)
        return line.strip()


def wrong_with(kind: Any, answer: str) -> Problem | None:
    """What is wrong with an answer of the kind `kind`; None if nothing is."""
    model: type[BaseModel] = create_model("Answer", answer=(kind, ...))
    try:
        model.model_validate({"answer": answer})
    except ValidationError as errors:
        _, (message, values) = next(explain_all(errors.errors(), model))
        return Problem.of_file("", message, **values)
    return None
