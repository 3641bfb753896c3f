"""What an editor is asked about something that happens to a centre, or types as options instead.

Whoever types the source on the command line has typed all that is known, and is asked nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator

from centres.data.directory import Directory
from centres.data.field_messages import UnknownName
from centres.data.field_types import Day, Name, wrong
from centres.data.model import Centre
from centres.data.record_rules import NO_MUNICIPALITY, suggested
from centres.editors import new_centre
from centres.editors.changes.files import Told
from centres.editors.context import CommandContext
from centres.editors.new_centre import SOURCE_ID, Answers, Question
from centres.editors.prompt import Prompt, problem_with
from centres.i18n import N_

_NAME_IS = Centre.model_fields["name_is"].annotation
# What is asked about each thing that happens, besides what it happens to.
TOLD = (
    SOURCE_ID,
    Question(
        "from",
        N_("Från och med vilken dag är det så? Dagen får ligga framåt i tiden."),
        Day,
        required=True,
    ),
    Question("checked", N_("Vilken dag kontrollerade du det?"), Day, required=True),
)
# Of a municipality that has joined, nobody may know when.
JOINED = (
    SOURCE_ID,
    replace(
        TOLD[1],
        text=N_("Från och med vilken dag är centret till för kommunen? Enter om ingen vet."),
        required=False,
    ),
    TOLD[2],
)
# What is asked about a centre that begins; whom it is for is known.
OF_CENTRE = tuple(
    one for one in new_centre.CENTRE_QUESTIONS if one.option not in ("municipality", "source")
)
NAME = (
    Question("name", N_("Vad heter centret då?"), Name, required=True),
    Question(
        "name-is",
        N_(
            "Är det centrets eget namn (official), sidans rubrik (page title) eller vår "
            "beskrivning (description)?"
        ),
        _NAME_IS,
        default=lambda answers: "official",
    ),
)
WHICH_MUNICIPALITY = N_("Vilken kommun? Skriv namnet utan ordet kommun.")
WHICH_CENTRE = N_("Vilket centrum? Skriv dess id, som boras.")
WHICH_SUCCESSOR = N_("Vilket centrum tar över? Skriv dess id, som taby.")


class Refused(Exception):
    """An answer on the command line that does not fit; a message id and its values."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message, self.values = message, values


def prompt_of(context: CommandContext) -> Prompt | None:
    """Return who asks; None if the source was typed, and so all that is known."""
    return None if context.options["source"] else Prompt(context.words, write=context.write)


def which(
    context: CommandContext, option: str, question: str, known: list[str], unknown: UnknownName
) -> str:
    """Return the municipality or centre that was typed as `option`, or is answered to `question`.

    It has to be one of `known`. Raises NoAnswer, and Refused for another.
    """
    typed = context.options[option]
    if not typed:
        kind = Annotated[str, AfterValidator(_one_of(known, unknown))]
        return Prompt(context.words, write=context.write).ask(question, kind)
    if typed not in known:
        message, values = suggested(unknown, typed, known)
        raise Refused(message, **values)
    return str(typed)


def municipality(context: CommandContext, directory: Directory) -> str:
    """Return the municipality that it is about. Raises NoAnswer and Refused."""
    names = [one.name for one in directory.municipalities]
    return which(context, "municipality", WHICH_MUNICIPALITY, names, NO_MUNICIPALITY)


def told(
    context: CommandContext,
    questions: tuple[Question, ...],
    prompt: Prompt | None,
    municipalities: Any = (),
    preset: Mapping[str, Any] | None = None,
) -> tuple[Told, Answers]:
    """Return since when and how we know it, and the answers to further `questions` among them.

    `municipalities` are those of a centre that begins, and `preset` what else is known of it.
    Raises NoAnswer and Refused.
    """
    options = {**context.options, **(preset or {})}
    if not prompt:
        options["checked"] = options["checked"] or context.today.isoformat()
    else:
        today = context.today.isoformat()
        questions = tuple(
            replace(one, default=lambda _: today) if one.required and one.kind is Day else one
            for one in questions
        )
    for question in questions:
        typed = options[question.name]
        for answer in typed if isinstance(typed, list) else [typed] if typed else []:
            if problem := problem_with(question.kind, answer):
                why = problem.sentence(context.words)
                raise Refused(N_("--%(option)s: %(why)s"), option=question.option, why=why)
    if municipalities:
        options["municipality"] = municipalities
        questions = (new_centre.CENTRE_QUESTIONS[0], *questions)
    known = new_centre.answers(questions, options, prompt)
    first = date.fromisoformat(known["from"]) if known["from"] else None
    return Told(first, known["source"], known["checked"]), known


def _one_of(known: list[str], unknown: UnknownName) -> Callable[[str], str]:
    def validate(value: str) -> str:
        if value not in known:
            message, values = suggested(unknown, value, known)
            raise wrong(message, **values)
        return value

    return validate
