"""Rules about notices: each is a function from the text of their file to problems.

Like those of `record_rules`, they read what is written, so that one mistake does not hide another.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from centres.data.field_messages import UnknownName
from centres.data.model import Language, Prepared
from centres.data.model.notice import ABOUT, MOST_DAYS, is_moment, moment
from centres.data.record_rules import NO_CENTRE, entries, suggested, text_of
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import Text, TextFile
from centres.i18n import N_

# The source that is the centre itself: what it says of itself needs nobody else to call or to read.
OWN_SOURCE = "centret"
# Days before its end from which editors are told of it, and after it from which it is in no feed.
SOON_DAYS, KEPT_DAYS = 3, 365
# Which places a notice of each level has.
_PLACES = {"service": "centres", "local": "municipalities", "national": ""}
_NO_LINE = UnknownName(
    N_("linjen ”%(name)s” finns inte i data/helplines.yaml. Menade du %(near)s?"),
    N_("linjen ”%(name)s” finns inte i data/helplines.yaml."),
)
_NO_LANGUAGE = UnknownName(
    N_("språket ”%(name)s” finns inte i data/languages.yaml. Menade du %(near)s?"),
    N_("språket ”%(name)s” finns inte i data/languages.yaml."),
)
_NO_PREPARED = UnknownName(
    N_("den färdiga texten ”%(name)s” finns inte. Menade du %(near)s?"),
    N_("den färdiga texten ”%(name)s” finns inte. De som finns står i locales/sv/notices.yaml."),
)


def places_of_its_level(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each notice without the places of its level, or with others."""
    for index, entry in entries(file):
        level = text_of(entry, "level")
        needed = _PLACES.get(level)
        if needed and not entry.get(needed):
            message = N_("%(level)s behöver %(needed)s: vilka sidor meddelandet ska stå på.")
            yield file.problem((index, "level"), message, level=level, needed=needed)
        for other in _PLACES.values():
            if needed is not None and other and other != needed and entry.get(other):
                message = N_("%(level)s kan inte ha %(other)s. Ta bort det, eller ändra level.")
                yield file.problem((index, other), message, level=level, other=other)


def wrong_time(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each notice that ends before it begins, or holds for too long."""
    for index, entry in entries(file):
        first, until = text_of(entry, "from"), text_of(entry, "until")
        if not (is_moment(first) and is_moment(until)):
            continue
        begins, ends = moment(first), moment(until)
        if ends <= begins:
            message = N_("slutar innan det börjar: %(first)s till %(until)s. Ändra en av dem.")
            yield file.problem((index, "until"), message, first=first, until=until)
        elif ends > begins + timedelta(days=MOST_DAYS):
            message = N_(
                "är mer än %(days)s dagar efter from. Sätt ett tidigare slut. Gäller det då "
                "fortfarande skriver du en ny post."
            )
            yield file.problem((index, "until"), message, days=MOST_DAYS)


def no_words(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each notice with neither a text of its own nor a prepared one, or both.

    A national one must have a prepared text: it stands on every page, in every language.
    """
    for index, entry in entries(file):
        own = [name for name in ("heading", "text", "languages") if entry.get(name)]
        prepared = text_of(entry, "prepared")
        if text_of(entry, "level") == "national" and not prepared:
            message = N_(
                "national måste ha en färdig text, som finns på alla språk: skriv prepared i "
                "stället för heading och text."
            )
            yield file.problem((index, "level"), message)
        elif prepared and own:
            message = N_("meddelandet har en färdig text. Ta bort %(fields)s, eller prepared.")
            yield file.problem((index, own[0]), message, fields=", ".join(own))
        elif not prepared and not {"heading", "text"}.issubset(own):
            message = N_("behöver heading och text, eller prepared: namnet på en färdig text.")
            yield file.problem((index,), message)


def no_way_on(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each notice that says neither whom to call nor where to read more.

    The centre itself may leave both out. Both would be one too many for a small screen.
    """
    for index, entry in entries(file):
        if entry.get("line") and entry.get("link"):
            message = N_("har både line och link. Ta bort den som hjälper minst.")
            yield file.problem((index, "link"), message)
        if not (entry.get("line") or entry.get("link") or text_of(entry, "source") == OWN_SOURCE):
            message = N_(
                "behöver line (vem man kan ringa) eller link (var man kan läsa mer). Bara när "
                "source är centret får båda saknas."
            )
            yield file.problem((index,), message)


def unknown_centre(file: TextFile, centres: Collection[str]) -> Iterator[Problem]:
    """Yield a Problem for each centre of a notice that is not in `centres`."""
    for index, entry in entries(file):
        listed = entry.get("centres")
        for place, name in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(name, str) and name not in centres:
                message, values = suggested(NO_CENTRE, name, centres)
                yield file.problem((index, "centres", place), message, **values)


def unknown_line(
    file: TextFile, lines: Collection[str], called: Collection[str]
) -> Iterator[Problem]:
    """Yield a Problem for each line that a notice names and `lines` lacks, or sends to in vain.

    `called` are the lines that have a number.
    """
    for index, entry in entries(file):
        for field in ("line", "about"):
            name = text_of(entry, field)
            if name and name not in lines:
                message, values = suggested(_NO_LINE, name, lines)
                yield file.problem((index, field), message, **values)
        if text_of(entry, "line") in lines and text_of(entry, "line") not in called:
            message = N_("linjen har inget nummer att ringa. Skriv en annan, eller link.")
            yield file.problem((index, "line"), message)
        if text_of(entry, "line") and text_of(entry, "line") == text_of(entry, "about"):
            message = N_("line och about är samma linje. Skriv en annan linje att ringa.")
            yield file.problem((index, "line"), message)


def languages_of_a_text(file: TextFile, languages: Iterable[Language]) -> Iterator[Problem]:
    """Yield a Problem for each language that a text is in but the site is not, or must be in."""
    known = {language.code: language for language in languages}
    for index, entry in entries(file):
        written = _languages(entry)
        for code in written:
            if code not in known:
                message, values = suggested(_NO_LANGUAGE, code, known)
                yield file.problem((index, "languages", code), message, **values)
            elif known[code].is_source:
                message = N_("svenskan står redan i heading och text. Ta bort den här.")
                yield file.problem((index, "languages", code), message)
        for language in known.values():
            # A language that is not known may be this one, misspelt.
            is_missing = language.code not in written and known.keys() >= set(written)
            if _has_own_text(entry) and language.needs_notices and is_missing:
                message = N_(
                    "texten ska också finnas på %(language)s. Skriv heading och text under "
                    "%(code)s, i languages."
                )
                values = {"language": language.name_in_swedish, "code": language.code}
                yield file.problem((index, "text"), message, **values)


def prepared_text(
    file: TextFile, languages: Iterable[Language], prepared: Mapping[str, Prepared]
) -> Iterator[Problem]:
    """Yield a Problem for each prepared text that is not there, or not in all languages it needs.

    `prepared` are the texts of each language by its code. A national notice needs its text in every
    language, a variant's too; any other in the source language.
    """
    languages = list(languages)
    source = next(language.code for language in languages if language.is_source)
    texts = prepared[source].texts if source in prepared else {}
    for index, entry in entries(file):
        name = text_of(entry, "prepared")
        if name and name not in texts:
            message, values = suggested(_NO_PREPARED, name, texts)
            yield file.problem((index, "prepared"), message, **values)
            continue
        if name and (ABOUT in texts[name].heading + texts[name].text) != bool(entry.get("about")):
            message = (
                N_("texten säger inte vilken linje det gäller. Ta bort about.")
                if entry.get("about")
                else N_("texten nämner en linje. Skriv about, och linjens id.")
            )
            yield file.problem((index, "prepared"), message)
        missing = [one.code for one in languages if name not in _texts_in(prepared, one.code)]
        if name and missing and text_of(entry, "level") == "national":
            message = N_(
                "den färdiga texten ”%(name)s” saknas på %(languages)s. En nationell text måste "
                "finnas på alla språk: skriv den i locales/%(code)s/notices.yaml."
            )
            values = {"name": name, "languages": ", ".join(missing), "code": missing[0]}
            yield file.problem((index, "prepared"), message, **values)


def texts_not_prepared(
    languages: Iterable[Language], prepared: Mapping[str, Prepared]
) -> Iterator[Problem]:
    """Yield a warning for each language that lacks prepared texts: on the day it is too late."""
    languages = list(languages)
    source = next(language.code for language in languages if language.is_source)
    names = _texts_in(prepared, source)
    for language in languages:
        missing = [name for name in names if name not in _texts_in(prepared, language.code)]
        if missing:
            message = N_(
                "färdiga texter till meddelanden saknas: %(names)s. Utan dem går inget nationellt "
                "meddelande att visa."
            )
            file = f"locales/{language.code}/notices.yaml"
            problem = Problem.of_file(file, message, names=", ".join(missing))
            yield replace(problem, severity=Severity.WARNING)


def not_translated(file: TextFile, languages: Iterable[Language], today: date) -> Iterator[Problem]:
    """Yield a warning for each text that is not in all languages and has not ended by `today`."""
    languages = [one for one in languages if not (one.is_source or one.variant_of)]
    for index, entry in entries(file):
        until = text_of(entry, "until")
        if not _has_own_text(entry) or not is_moment(until) or moment(until) <= _midnight(today):
            continue
        written = _languages(entry)
        missing = [one.name_in_swedish for one in languages if one.code not in written]
        if missing:
            message = N_(
                "texten finns inte på %(languages)s. Där visas den på de språk som finns. Det går "
                "bra, men en översättning hjälper."
            )
            problem = file.problem((index, "text"), message, languages=", ".join(missing))
            yield replace(problem, severity=Severity.WARNING)


def ends_soon(file: TextFile, today: date) -> Iterator[Problem]:
    """Yield a notice for each that ends within `SOON_DAYS` of `today`, or has ended."""
    for index, entry in entries(file):
        until = text_of(entry, "until")
        if not is_moment(until):
            continue
        ends = moment(until)
        if ends <= _midnight(today - timedelta(days=KEPT_DAYS)):
            message = N_("slutade %(until)s, för mer än ett år sedan. Posten kan tas bort.")
        elif ends <= _midnight(today):
            message = N_(
                "slutade %(until)s, och visas inte längre. Gäller det fortfarande skriver du en ny "
                "post med ett nytt id."
            )
        elif ends <= _midnight(today + timedelta(days=SOON_DAYS + 1)):
            message = N_("slutar %(until)s. Gäller det längre skriver du en ny post till dess.")
        else:
            continue
        problem = file.problem((index, "until"), message, until=until)
        yield replace(problem, severity=Severity.NOTICE)


def _has_own_text(entry: dict[str, Text]) -> bool:
    return bool(entry.get("text")) and not entry.get("prepared")


def _languages(entry: dict[str, Text]) -> list[str]:
    """Return the codes of the languages, besides the source, that an entry has its text in."""
    written = entry.get("languages")
    return list(written) if isinstance(written, dict) else []


def _texts_in(prepared: Mapping[str, Prepared], code: str) -> Collection[str]:
    return prepared[code].texts if code in prepared else ()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())
