"""What an editor is asked about a new centre or a source, or types after the command instead.

Each question is written once: it makes an option of the command, and a question where the option
was not given and somebody is there to answer.
"""

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args

from pydantic import AfterValidator

from centres.data import geography
from centres.data.directory import Directory
from centres.data.field_messages import suggestion
from centres.data.field_types import Address, Line, Number, Slug, SourceDate, Url, wrong
from centres.data.model import Centre, RunBy
from centres.data.record_rules import NO_MUNICIPALITY
from centres.editors.prompt import Asker, NoAnswer
from centres.editors.write_entry import NewCentre, NewSource
from centres.i18n import N_, Words

_RUN_BY = RunBy.model_fields["kind"].annotation
_NAME_IS = Centre.model_fields["name_is"].annotation
_AGES = re.compile(r"all|young|(under|up_to) (\d+)")

Answers = dict[str, Any]


def _ages(value: str) -> str:
    if not _AGES.fullmatch(value):
        raise wrong(N_("ska vara all, young, under 25 eller up_to 21."))
    return value


@dataclass(frozen=True)
class Question:
    """`option` is its name on the command line, `kind` what an answer must be.

    `default` makes an answer of those that came before; without one, and not `required`, the
    question may be left unanswered. `many` takes several answers.
    """

    option: str
    asks: str
    kind: Any = Line
    default: Callable[[Answers], str] | None = None
    required: bool = False
    many: bool = False

    @property
    def name(self) -> str:
        """The option as argparse stores it."""
        return self.option.replace("-", "_")


CENTRE = (
    Question(
        "municipality",
        N_("Vilken kommun är centret till för? Skriv namnet utan ordet kommun."),
        required=True,
        many=True,
    ),
    Question(
        "name",
        N_("Vad heter centret?"),
        default=lambda known: f"Stödcentrum i {known['municipality'][0]}",
    ),
    Question(
        "name-is",
        N_("Är det centrets eget namn (official), sidans rubrik (page title) eller vår "
           "beskrivning (description)?"),
        _NAME_IS,
        default=lambda known: "description",
    ),
    Question(
        "id",
        N_("Sista delen av centrets adress på vår webbplats, /stodcentrum/…?"),
        Slug,
        default=lambda known: geography.slug(known["municipality"][0]),
    ),
    Question(
        "run-by",
        N_("Vem driver det: municipality, municipalities together eller victim support "
           "association?"),
        _RUN_BY,
        default=lambda known: "municipality"
        if len(known["municipality"]) == 1
        else "municipalities together",
    ),
    Question("run-by-name", N_("Vad heter den som driver det? Enter om du inte vet.")),
    Question(
        "ages",
        N_("För vilka åldrar: all, young, under 25 eller up_to 21?"),
        Annotated[str, AfterValidator(_ages)],
        default=lambda known: "young",
    ),
    Question(
        "phone", N_("Telefonnummer? Enter om det inte finns något."), Number, many=True
    ),
    Question("email", N_("E-postadress? Enter om det inte finns någon."), Address, many=True),
    Question("web-title", N_("Webbsidans rubrik? Enter om det inte finns någon sida.")),
    Question(
        "source",
        N_(
            "Varifrån vet du det? Källans id, som centret, kommunens-webbplats eller "
            "vara-webb-2026."
        ),
        Slug,
        default=lambda known: "centret",
        required=True,
    ),
)  # fmt: skip
SOURCE = (
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


def add_options(
    parser: argparse.ArgumentParser, questions: tuple[Question, ...], words: Words
) -> None:
    """An option for each question; the question is its help."""
    for one in questions:
        choices = get_args(one.kind) if one.kind in (_RUN_BY, _NAME_IS) else None
        parser.add_argument(
            f"--{one.option}",
            help=words.plain(one.asks),
            choices=choices,
            action="append" if one.many else "store",
        )


def centre(typed: argparse.Namespace, directory: Directory, ask: Asker) -> NewCentre:
    """A new centre: what was typed, and what is asked for.

    Whoever types the municipality on the command line has typed all that is known, and is asked
    nothing. Raises NoAnswer if a question must be answered and nobody does.
    """
    asker = None if typed.municipality else ask
    served = Annotated[str, AfterValidator(_one_of(directory))]
    questions = tuple(
        replace(one, kind=served) if one.option == "municipality" else one for one in CENTRE
    )
    known = answers(questions, typed, asker)
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
        checked=typed.today,
    )


def source(
    name: str, typed: argparse.Namespace, directory: Directory, ask: Asker
) -> NewSource | None:
    """The source `name`, if data/sources.yaml does not have it yet."""
    if name in directory.sources:
        return None
    known = answers(SOURCE, typed, None if typed.source_title else ask)
    return NewSource(
        id=name,
        title=known["source_title"],
        publisher=known["source_publisher"],
        date=known["source_date"],
        url=known["source_url"],
        retrieved=typed.today,
    )


def answers(
    questions: tuple[Question, ...], typed: argparse.Namespace, ask: Asker | None
) -> Answers:
    """Every question's answer: the one typed, the one given to `ask`, or what it is otherwise."""
    known: Answers = {}
    for one in questions:
        default = one.default(known) if one.default else ""
        given = getattr(typed, one.name)
        if one.many and given:
            given = [answer for answer in given if answer]
        if given:
            known[one.name] = given
        elif ask is None:
            if one.required:
                raise NoAnswer(f"--{one.option}")
            known[one.name] = [] if one.many else default or None
        elif one.many:
            known[one.name] = ask.several(one.asks, one.kind, least=int(one.required))
        elif one.required or default:
            known[one.name] = ask.one(one.asks, one.kind, default)
        else:
            known[one.name] = ask.maybe(one.asks, one.kind)
    return known


def _one_of(directory: Directory) -> Callable[[str], str]:
    """A check that an answer is a municipality's name."""
    names = [one.name for one in directory.municipalities]
    served = {name: centre.id for centre in directory.centres for name in centre.municipalities}

    def known(value: str) -> str:
        if value not in names:
            message, values = NO_MUNICIPALITY.message(value, suggestion(value, names))
            raise wrong(message, **values)
        if value in served:
            raise wrong(N_("%(name)s har redan ett centrum: %(id)s."), name=value, id=served[value])
        return value

    return known
