"""What an editor is asked about a new centre or a source, or types as options instead.

Each question is written once: it makes an option of the command, and is asked where the option was
not given and somebody is there to answer.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator

from centres.data import geography
from centres.data.directory import Directory
from centres.data.field_messages import suggestion
from centres.data.field_types import Address, Line, Number, Slug, SourceDate, Url, wrong
from centres.data.model import Centre, RunBy
from centres.data.record_rules import NO_MUNICIPALITY
from centres.editors.prompt import NoAnswer, Prompt
from centres.editors.write_entry import NewCentre, NewSource
from centres.i18n import N_

_RUN_BY = RunBy.model_fields["kind"].annotation
_NAME_IS = Centre.model_fields["name_is"].annotation
_AGES = re.compile(r"all|young|(under|up_to) (\d+)")

# The options of the command line, by their names in the parser, and the answers that they give.
Options = Mapping[str, Any]
Answers = dict[str, Any]


def _ages(value: str) -> str:
    if not _AGES.fullmatch(value):
        raise wrong(N_("ska vara all, young, under 25 eller up_to 21."))
    return value


@dataclass(frozen=True)
class Question:
    """A question, which is also an option of the command line.

    `option` is the option's name, `text` the question's message id, and `kind` the type of an
    answer. `default` makes an answer from the earlier answers; without it, a question that is not
    `required` may be left unanswered. `many` takes several answers.
    """

    option: str
    text: str
    kind: Any = Line
    default: Callable[[Answers], str] | None = None
    required: bool = False
    many: bool = False

    @property
    def name(self) -> str:
        """The name of the option in the parser, and of the answer."""
        return self.option.replace("-", "_")

    @property
    def choices(self) -> tuple[str, ...] | None:
        """The answers that there are, if they are a list; else None."""
        return get_args(self.kind) if get_origin(self.kind) is Literal else None


SOURCE_ID = Question(
    "source",
    N_("Varifrån vet du det? Källans id, som centret, kommunens-webbplats eller vara-webb-2026."),
    Slug,
    default=lambda answers: "centret",
    required=True,
)
CENTRE_QUESTIONS = (
    Question(
        "municipality",
        N_("Vilken kommun är centret till för? Skriv namnet utan ordet kommun."),
        required=True,
        many=True,
    ),
    Question(
        "name",
        N_("Vad heter centret?"),
        default=lambda answers: f"Stödcentrum i {answers['municipality'][0]}",
    ),
    Question(
        "name-is",
        N_(
            "Är det centrets eget namn (official), sidans rubrik (page title) eller vår "
            "beskrivning (description)?"
        ),
        _NAME_IS,
        default=lambda answers: "description",
    ),
    Question(
        "id",
        N_("Sista delen av centrets adress på vår webbplats, /stodcentrum/…?"),
        Slug,
        default=lambda answers: geography.slug(answers["municipality"][0]),
    ),
    Question(
        "run-by",
        N_(
            "Vem driver det: municipality, municipalities together eller victim support "
            "association?"
        ),
        _RUN_BY,
        default=lambda answers: (
            "municipality" if len(answers["municipality"]) == 1 else "municipalities together"
        ),
    ),
    Question("run-by-name", N_("Vad heter den som driver det? Enter om du inte vet.")),
    Question(
        "ages",
        N_("För vilka åldrar: all, young, under 25 eller up_to 21?"),
        Annotated[str, AfterValidator(_ages)],
        default=lambda answers: "young",
    ),
    Question("phone", N_("Telefonnummer? Enter om det inte finns något."), Number, many=True),
    Question("email", N_("E-postadress? Enter om det inte finns någon."), Address, many=True),
    Question("web-title", N_("Webbsidans rubrik? Enter om det inte finns någon sida.")),
    SOURCE_ID,
)
SOURCE_QUESTIONS = (
    Question("source-title", N_("Källan är ny. Vad har den för rubrik?"), required=True),
    Question("source-publisher", N_("Vem har gett ut den?"), required=True),
    Question(
        "source-date",
        N_("Vilket datum har källan? Skriv undated om den inte har något."),
        SourceDate,
        required=True,
    ),
    Question("source-url", N_("Källans adress? Enter om den inte är offentlig."), Url),
)


def ask_centre(
    options: Options, directory: Directory, prompt: Prompt, today: datetime.date
) -> NewCentre:
    """Return a new centre from the options, and from answers to what they leave out.

    Whoever types the municipality on the command line has typed all that is known, and is asked
    nothing. Raises NoAnswer if a question must be answered and nobody does.
    """
    served = Annotated[str, AfterValidator(_without_a_centre(directory))]
    questions = tuple(
        replace(question, kind=served) if question.option == "municipality" else question
        for question in CENTRE_QUESTIONS
    )
    known = answers(questions, options, None if options["municipality"] else prompt)
    return centre_of(known, today)


def centre_of(known: Answers, today: datetime.date) -> NewCentre:
    """Return a new centre from the answers to `CENTRE_QUESTIONS`."""
    limit = _AGES.fullmatch(known["ages"])
    ages = {limit[1]: limit[2]} if limit and limit[1] else known["ages"]
    return NewCentre(
        id=known["id"],
        name=known["name"],
        name_is=known["name_is"],
        run_by_kind=known["run_by"],
        run_by_name=known["run_by_name"],
        municipalities=known["municipality"],
        ages=ages,
        phones=known["phone"],
        emails=known["email"],
        web_title=known["web_title"],
        source=known["source"],
        checked=today,
    )


def ask_source(
    name: str, options: Options, directory: Directory, prompt: Prompt, today: datetime.date
) -> NewSource | None:
    """Return the source `name` from options and answers; None if data/sources.yaml has it.

    Raises NoAnswer, as `ask_centre` does; nothing is asked if its title was typed.
    """
    if name in directory.sources:
        return None
    known = answers(SOURCE_QUESTIONS, options, None if options["source_title"] else prompt)
    return NewSource(
        id=name,
        title=known["source_title"],
        publisher=known["source_publisher"],
        date=known["source_date"],
        url=known["source_url"],
        retrieved=today,
    )


def answers(questions: tuple[Question, ...], options: Options, prompt: Prompt | None) -> Answers:
    """Return the answer to each question: its option, what `prompt` is told, or the default.

    Without a `prompt` nothing is asked. Raises NoAnswer if there is no answer to a required
    question.
    """
    known: Answers = {}
    for question in questions:
        default = question.default(known) if question.default else ""
        typed = options[question.name]
        if question.many and typed:
            typed = [answer for answer in typed if answer]
        if typed:
            known[question.name] = typed
        elif prompt is None:
            if question.required:
                raise NoAnswer(f"--{question.option}")
            known[question.name] = [] if question.many else default or None
        else:
            known[question.name] = _asked(question, default, prompt)
    return known


def _asked(question: Question, default: str, prompt: Prompt) -> list[str] | str | None:
    """Return what is answered when `question` is asked."""
    if question.many:
        return prompt.ask_several(question.text, question.kind, least=int(question.required))
    if question.required or default:
        return prompt.ask(question.text, question.kind, default)
    return prompt.ask_optional(question.text, question.kind)


def _without_a_centre(directory: Directory) -> Callable[[str], str]:
    """Return a validator: a text must be the name of a municipality that has no centre yet."""
    names = [municipality.name for municipality in directory.municipalities]
    served = {name: centre.id for centre in directory.centres for name in centre.municipalities}

    def validate(value: str) -> str:
        if value not in names:
            message, values = NO_MUNICIPALITY.message(value, suggestion(value, names))
            raise wrong(message, **values)
        if value in served:
            raise wrong(N_("%(name)s har redan ett centrum: %(id)s."), name=value, id=served[value])
        return value

    return validate
