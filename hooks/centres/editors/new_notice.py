"""What an editor is asked about a new notice, or types as options instead."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from centres.data import geography
from centres.data.directory import Directory
from centres.data.field_types import Line, Slug, Url
from centres.data.model import Prepared, Wording
from centres.data.model.notice import ABOUT, Heading, Level, Moment, Text, written
from centres.editors.new_centre import SOURCE_ID, Answers, Options, Question, answers
from centres.editors.prompt import Prompt
from centres.i18n import N_

_LEVEL = Question(
    "level",
    N_(
        "Vad gäller det: service (ett centrum), local (något som har hänt i en kommun) eller "
        "national (hela landet)?"
    ),
    Level,
    required=True,
)
_CENTRE = Question("centre", N_("Vilket centrum? Skriv dess id, som boras."), Slug, many=True)
_MUNICIPALITY = Question(
    "municipality", N_("Vilken kommun? Skriv namnet utan ordet kommun."), Line, many=True
)
_FIRST = Question(
    "from", N_("När börjar det gälla? Dag och klockslag i svensk tid."), Moment, required=True
)
_UNTIL = Question(
    "until",
    N_("När slutar det gälla, högst 14 dagar senare? Slutet av en dag är 24:00."),
    Moment,
    required=True,
)
_PREPARED = Question(
    "prepared", N_("En färdig text: closed, shooting eller line-down? Enter om du skriver en egen.")
)
_ABOUT = Question(
    "about", N_("Vilken linje gäller det? Skriv dess id i data/helplines.yaml."), Slug
)
_HEADING = Question("heading", N_("Rubriken på svenska, högst 60 tecken?"), Heading)
_TEXT = Question(
    "text",
    N_("Texten på svenska, högst 280 tecken? Skriv vem man kan prata med, men inget nummer."),
    Text,
)
_HEADING_IN = N_("Rubriken på %(language)s?")
_TEXT_IN = N_("Texten på %(language)s?")
_LINE = Question(
    "line", N_("Vem kan man ringa? Linjens id i data/helplines.yaml, eller Enter."), Slug
)
_LINK = Question("link", N_("Var kan man läsa mer? En adress med https, eller Enter."), Url)
_ID = Question("id", N_("Meddelandets id? Det används aldrig igen."), Slug)
QUESTIONS = (
    *(_LEVEL, _CENTRE, _MUNICIPALITY, _FIRST, _UNTIL, _PREPARED, _ABOUT, _HEADING, _TEXT),
    *(_LINE, _LINK, _ID, SOURCE_ID),
)


def ask_notice(
    options: Options,
    directory: Directory,
    prepared: Mapping[str, Prepared],
    prompt: Prompt,
    now: datetime.datetime,
) -> dict[str, Any]:
    """Return the entry of a new notice, from the options and from answers to what they leave out.

    `prepared` are the texts of each language, `now` is in Swedish time. Whoever types the level is
    asked nothing. Raises NoAnswer if a question must be answered and nobody does.
    """
    asked = None if options["level"] else prompt

    def answered(question: Question) -> Any:
        return answers((question,), options, asked)[question.name]

    entry: Answers = {"id": "", "level": answered(_LEVEL)}
    if entry["level"] == "service":
        entry["centres"] = answered(replace(_CENTRE, required=True))
    elif entry["level"] == "local":
        entry["municipalities"] = answered(replace(_MUNICIPALITY, required=True))
    entry["from"] = answered(replace(_FIRST, default=lambda known: written(now)))
    entry["until"] = answered(_UNTIL)
    entry["prepared"] = answered(replace(_PREPARED, required=entry["level"] == "national"))
    if entry["prepared"]:
        texts = (one.texts.get(entry["prepared"]) for one in prepared.values())
        named = any(ABOUT in text.heading + text.text for text in texts if text)
        entry["about"] = answered(replace(_ABOUT, required=True)) if named else None
    else:
        entry["heading"] = answered(replace(_HEADING, required=True))
        entry["text"] = answered(replace(_TEXT, required=True))
        entry["languages"] = _in_languages(options, directory, asked)
    entry["line"] = answered(_LINE)
    entry["link"] = answered(_LINK)
    proposed = _proposed_id(entry, directory, now)
    entry["id"] = answered(replace(_ID, default=lambda known: proposed))
    entry["source"] = answered(SOURCE_ID)
    entry["checked"] = now.date().isoformat()
    return {name: value for name, value in entry.items() if value}


def _in_languages(
    options: Options, directory: Directory, prompt: Prompt | None
) -> dict[str, dict[str, str]]:
    """Return heading and text in each language that needs them, and in those that were typed.

    Raises NoAnswer.
    """
    typed: Iterable[tuple[str, str, str]] = options["translation"] or ()
    texts = {code: {"heading": heading, "text": text} for code, heading, text in typed}
    for language in directory.languages:
        if prompt and language.needs_notices and language.code not in texts:
            texts[language.code] = {
                field: prompt.ask(
                    prompt.words.plain(question, language=language.name_in_swedish),
                    Wording.__annotations__[field],
                )
                for field, question in (("heading", _HEADING_IN), ("text", _TEXT_IN))
            }
    return texts


def _proposed_id(entry: Answers, directory: Directory, now: datetime.datetime) -> str:
    """Return an id that no notice has: the day and the place."""
    places = entry.get("centres") or entry.get("municipalities") or [entry["level"]]
    proposed = f"{now.date().isoformat()}-{geography.slug(places[0])}"
    known = {notice.id for notice in directory.notices}
    numbered = (f"{proposed}-{number}" for number in range(2, len(known) + 3))
    return next(name for name in (proposed, *numbered) if name not in known)
