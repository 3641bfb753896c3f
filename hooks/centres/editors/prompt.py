"""Ask an editor at the keyboard: one line for each question, again until the answer fits.

What may be answered is a type of `field_types`, and what is wrong with an answer is printed in the
words of `centres check`.
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
    """The input ended before a question was answered; the message is the question or its option."""


@dataclass(frozen=True)
class Prompt:
    """Asks in the language of `words` (an `editor` catalogue).

    `read_line` returns a line with its line break, and an empty text at the end of the input;
    `write` prints a line.
    """

    words: Words
    read_line: Callable[[], str] = lambda: sys.stdin.readline()
    write: Callable[[str], object] = print

    def ask(self, question: str, kind: Any, default: str = "") -> str:
        """Return an answer of the type `kind`; `default` for Enter alone. Raises NoAnswer.

        `question` is a message id.
        """
        shown = self.words.plain(question) + (f" [{default}]" if default else "")
        while True:
            answer = self._answer(shown) or default
            if self._accepts(kind, answer):
                return answer

    def ask_optional(self, question: str, kind: Any) -> str | None:
        """Return an answer of the type `kind`, or None for Enter alone. Raises NoAnswer."""
        return next(iter(self.ask_several(question, kind, most=1)), None)

    def ask_several(self, question: str, kind: Any, least: int = 0, most: int = 100) -> list[str]:
        """Return from `least` to `most` answers; Enter alone ends them. Raises NoAnswer."""
        answers: list[str] = []
        while len(answers) < most:
            message = N_("Fler? Annars Enter.") if answers else question
            answer = self._answer(self.words.plain(message))
            if not answer and len(answers) >= least:
                break
            if self._accepts(kind, answer):
                answers.append(answer)
        return answers

    def _answer(self, question: str) -> str:
        """Print a translated question and return the line typed, without blanks around it."""
        self.write(question)
        line = self.read_line()
        if not line:
            raise NoAnswer(question)
        return line.strip()

    def _accepts(self, kind: Any, answer: str) -> bool:
        """Return whether `answer` is of the type `kind`; print what is wrong if it is not."""
        problem = problem_with(kind, answer)
        if problem:
            self.write(f"  {problem.sentence(self.words)}")
        return problem is None


def problem_with(kind: Any, answer: str) -> Problem | None:
    """Return what is wrong with an answer of the type `kind`; None if nothing is."""
    model: type[BaseModel] = create_model("Answer", answer=(kind, ...))
    try:
        model.model_validate({"answer": answer})
    except ValidationError as errors:
        _, (message, values) = next(explain_all(errors.errors(), model))
        return Problem.of_file("", message, **values)
    return None
