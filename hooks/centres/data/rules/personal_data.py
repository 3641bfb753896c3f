"""Find in a text what may be a private person's: an address, a name, a number that she carries.

Nobody's name, number or address is published, not even of somebody who works at a centre. A program
knows no person from a mailbox for sure: what is hardly anything else is an error, what may be is
asked about. There is no list of names, which would miss most of them and hit Borås' Ale: what tells
a function from a person are the words that functions are made of (`_FUNCTIONS`), and what names the
places. `shared: yes` says of an address that several people read it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from centres.data import phones
from centres.data.record_rules import entries, text_of
from centres.data.rules.contact_rules import texts
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

# What the names of mailboxes, teams and organisations are put together of, without å, ä and ö,
# which addresses have not, and the endings of Swedish words. A word is a function's if it is made
# of nothing else: "brottsutsatta", not "Ringdal".
_FUNCTIONS = (
    *("ansvar", "anhorig", "asf", "avdelning", "barn", "boj", "boende", "brott", "center", "chatt"),
    *(
        "centrum",
        "diarie",
        "enhet",
        "expedition",
        "falt",
        "familj",
        "foralder",
        "forening",
        "fraga",
    ),
    *("forvaltning", "fragor", "frid", "funktion", "fritid", "grupp", "halsa", "handlagg", "hjalp"),
    *("ifo", "individ", "info", "information", "jour", "kansli", "kommun", "kontakt", "kontor"),
    *("kundtjanst", "kurator", "kvinno", "linje", "medborgar", "medling", "mottag", "namnd"),
    *("myndighet", "nara", "natt", "omrade", "omsorg", "polis", "post", "radgiv", "reception"),
    *("region", "registrator", "relation", "samordn", "sekret", "service", "skola", "skydd"),
    *(
        "social",
        "stad",
        "stod",
        "support",
        "team",
        "tjanst",
        "trygg",
        "ung",
        "ungdom",
        "upplysning",
    ),
    *("utsatt", "vagledning", "vald", "vard", "vaxel", "verksamhet", "vittne"),
)
_ENDINGS = (
    "a|an|ar|are|aren|d|de|e|en|er|erna|et|hets|n|na|ning|ningen|ningar|o|or|r|s|t|ens|ers|ings"
)
_OF_FUNCTION = re.compile(rf"(?:(?:{'|'.join(_FUNCTIONS)})(?:{_ENDINGS})?)+")
# Words before a person to be asked for. Both "Fråga efter" and "be att få tala med".
_ASK_FOR = (
    r"(?:fr\xe5ga efter|s\xf6ka?|prata med|tala med|ringa?(?: till)?|kontakta|be om|heter|"
    r"(?:mejla|maila)(?: till)?)"
)
# Letters of Swedish names, capitals first.
_CAPITAL, _SMALL = r"[A-Z\xc5\xc4\xd6\xc9]", r"[a-z\xe5\xe4\xf6\xe9\xfc\xe8]"
_WORD = rf"{_CAPITAL}{_SMALL}+(?:-{_CAPITAL}{_SMALL}+)?"
_NAME = re.compile(rf"(?<![\w@.-]){_WORD}(?: {_WORD})+(?![\w@])")
_ASKED_FOR = re.compile(rf"(?<!\w)(?i:{_ASK_FOR}) (?P<name>{_WORD}(?: {_WORD})*)(?![\w@])")
_ADDRESS = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# The fields of an entry whose texts speak of a centre or a line, not of a law or of a place.
_FREE_TEXTS = ("note", "ask_for", "for_whom", "what_for", "drop_in", "text")


class Span(NamedTuple):
    """A part of a text that may be a person's, from `start`; `sure` if it is hardly another's."""

    start: int
    text: str
    sure: bool


def persons_in(text: str, known: Collection[str] = ()) -> list[Span]:
    """Return each name and address in `text` that may be a person's, by position.

    A name is sure after words such as "fråga efter", with a first and a last name, or beside a
    mobile number. `known` are names of places and organisations that are no persons.
    """
    found: dict[int, Span] = {}
    for match in _ADDRESS.finditer(text):
        if is_personal(match[0]):
            found[match.start()] = Span(match.start(), match[0], sure=True)
    beside_mobile = bool(private_numbers_in(text))
    for match in _ASKED_FOR.finditer(text):
        start, name = match.start("name"), match["name"]
        if not _is_function(name, known):
            found[start] = Span(start, name, sure=" " in name)
    for match in _NAME.finditer(text):
        if not _is_function(match[0], known):
            found.setdefault(match.start(), Span(match.start(), match[0], sure=beside_mobile))
    return [found[start] for start in sorted(found)]


def private_numbers_in(text: str) -> list[Span]:
    """Return each number of a mobile telephone in `text`: somebody carries it, and may own it."""
    return [Span(at, n, sure=False) for at, n in phones.in_text(text) if phones.is_mobile(n)]


def is_personal(address: str) -> bool:
    """Return whether an e-mail address is made of a first and a last name, as far as one can see.

    That is two or three parts of letters, of which none is a word of a function or stands in the
    name of the host: anna.exempelsson@, a-exempelsson@.
    """
    local, _, host = address.casefold().partition("@")
    parts = re.split(r"[._-]", local)
    if len(parts) not in (2, 3) or not all(part.isalpha() for part in parts):
        return False
    return not any(map(_OF_FUNCTION.fullmatch, parts)) and not {*parts} & {*host.split(".")}


def problems_in(file: TextFile, known: Collection[str]) -> Iterator[Problem]:
    """Yield a Problem for what is a person's in `file`, and a warning for what may be.

    `known` are the names of municipalities and lines; those of each entry itself are added.
    """
    for index, entry in entries(file):
        names = {*known, *_names(entry)}
        yield from _addresses(file, (index,), entry)
        for location, text, _ in texts(entry, (index,)):
            if _is_free(location):
                for span in persons_in(text, names):
                    yield _about(file, location, span)
                if location[-1] == "ask_for":
                    yield from _asked_for(file, location, text, names)


def _asked_for(
    file: TextFile, location: Location, text: str, known: Collection[str]
) -> Iterator[Problem]:
    """Yield a Problem if what one asks a switchboard for is a name, whole or only a first name."""
    span = Span(0, text, sure=" " in text)
    if re.fullmatch(rf"{_WORD}(?: {_WORD})*", text) and not _is_function(text, known):
        yield _about(file, location, span)


def _about(file: TextFile, location: Location, span: Span) -> Problem:
    if not span.sure:
        message = N_(
            "är ”%(value)s” en person? Skriv då vad man frågar efter i stället, som stödcentrum. "
            "Ingens namn får stå här."
        )
        problem = file.problem(location, message, value=span.text)
        return replace(problem, severity=Severity.WARNING)
    message = N_(
        "”%(value)s” ser ut som en persons namn eller adress, och den får inte stå i filen. Ta "
        "bort den, och skriv vad man frågar efter, som stödcentrum."
    )
    return file.problem(location, message, value=span.text)


def _addresses(file: TextFile, location: Location, part: Text) -> Iterator[Problem]:
    """Yield a Problem for each address in `part` that is a person's, and not said to be shared."""
    if isinstance(part, list):
        for place, item in enumerate(part):
            yield from _addresses(file, (*location, place), item)
    elif isinstance(part, dict):
        address = text_of(part, "address")
        if "@" in address and is_personal(address) and part.get("shared") != "yes":
            message = N_(
                "”%(value)s” ser ut som en persons adress, och den får inte stå i filen. Skriv "
                "address: withheld och kind: named person. Är det en brevlåda som flera läser "
                "skriver du shared: yes på raden under."
            )
            yield file.problem((*location, "address"), message, value=address)
        for name, value in part.items():
            yield from _addresses(file, (*location, name), value)


def _names(part: Text) -> Iterator[str]:
    """Yield what is called something in an entry: the centre, who runs it, its page."""
    for name in ("name", "title"):
        if isinstance(part, dict) and text_of(part, name):
            yield text_of(part, name)
    for value in part.values() if isinstance(part, dict) else ():
        yield from _names(value)


def _is_free(location: Location) -> bool:
    field = next((step for step in reversed(location) if isinstance(step, str)), "")
    inside_fact = field == "value" and len(location) > 1 and location[-2] in _FREE_TEXTS
    return field in _FREE_TEXTS or inside_fact


def _is_function(name: str, known: Collection[str]) -> bool:
    """Return whether a word of a name is a function's, or all are words of one `known` name."""
    words = {*_plain(name).split()}
    return any(map(_OF_FUNCTION.fullmatch, words)) or any(
        words <= {*_plain(other).split()} for other in known
    )


def _plain(text: str) -> str:
    """Return a text in small letters, without what stands above them."""
    parted = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
