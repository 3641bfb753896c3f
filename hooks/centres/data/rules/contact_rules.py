"""Rules about numbers and addresses: none twice, and none within a text.

Each is a function from the text of files to problems, like those of `record_rules`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from centres.data import phones
from centres.data.record_rules import entries, text_of
from centres.files.problem import Problem, Severity
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

# The fields whose value is not a text for people: ids, addresses, days, hours, and numbers.
_NO_TEXT = frozenset(
    {"id", "number", "printed", "address", "url", "source", "checked", "date", "retrieved"}
)
# The ways to reach somebody that may have the number of another way: one can call it as well.
_WRITTEN_TO = ("sms", "chat")


class _Contact(NamedTuple):
    """A number or an address in a file, and what it has in common with its other spellings."""

    file: TextFile
    location: Location
    written: str
    compared: str


def contact_twice(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each number or address that its entry has already, in any spelling."""
    for index, entry in entries(file):
        first: dict[str, _Contact] = {}
        for contact in _contacts(file, (index,), entry):
            earlier = first.setdefault(contact.compared, contact)
            if earlier is not contact:
                message = N_(
                    "”%(value)s” är samma som ”%(name)s” på rad %(line)s. Ta bort den ena."
                )
                line = file.mark(earlier.location)[0]
                values = {"value": contact.written, "name": earlier.written, "line": line}
                yield file.problem(contact.location, message, **values)


def contact_of_another(files: Iterable[TextFile]) -> Iterator[Problem]:
    """Yield a notice for each number or address that an earlier entry has, and names that entry.

    Short numbers are left out: many entries may lead to 112.
    """
    first: dict[str, tuple[_Contact, Text]] = {}
    for file in files:
        for index, entry in entries(file):
            for contact in _contacts(file, (index,), entry):
                earlier, owner = first.setdefault(contact.compared, (contact, entry))
                if owner is entry or phones.is_short(contact.written):
                    continue
                message = N_(
                    "”%(value)s” står också hos %(name)s (%(file)s, rad %(line)s). Är det rätt på "
                    "båda ställena behöver du inte göra något."
                )
                values = {
                    "value": contact.written,
                    "name": text_of(owner, "id") if isinstance(owner, dict) else "",
                    "file": earlier.file.name,
                    "line": earlier.file.mark(earlier.location)[0],
                }
                problem = file.problem(contact.location, message, **values)
                yield replace(problem, severity=Severity.NOTICE)


def number_in_text(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each telephone number that stands within a text.

    There it could neither be dialled, nor corrected, nor read from the left. The number of the
    record that the text belongs to may be said as it is dialled from abroad.
    """
    for index, entry in entries(file):
        for location, text, own in texts(entry, (index,)):
            for _, number in phones.in_text(text):
                if phones.compared(number) not in own:
                    message = N_(
                        "numret ”%(value)s” står i en text, där det inte går att ringa och ingen "
                        "rättar det. Ta bort det härifrån, och skriv det under number."
                    )
                    yield file.problem(location, message, value=number)


def texts(
    part: Text, location: Location, own: frozenset[str] = frozenset()
) -> Iterator[tuple[Location, str, frozenset[str]]]:
    """Yield the location of each text for people in `part`, the text, and the record's own numbers.

    Those are in the spelling of `phones.compared`.
    """
    if isinstance(part, list):
        for place, item in enumerate(part):
            yield from texts(item, (*location, place), own)
    elif isinstance(part, dict):
        number = text_of(part, "number")
        own = frozenset({phones.compared(number)}) if number else own
        for name, value in part.items():
            if name not in _NO_TEXT:
                yield from texts(value, (*location, name), own)
    else:
        yield location, part, own


def _contacts(file: TextFile, location: Location, part: Text) -> Iterator[_Contact]:
    """Yield each number and address in `part`, which is at `location` of `file`."""
    if isinstance(part, list):
        for place, item in enumerate(part):
            yield from _contacts(file, (*location, place), item)
    elif isinstance(part, dict):
        kind = text_of(part, "kind")
        way = f"{kind} " if kind in _WRITTEN_TO else ""
        if number := text_of(part, "number"):
            compared = phones.compared(number)
            yield _Contact(file, (*location, "number"), number, f"{way}{compared}")
        if "@" in (address := text_of(part, "address")):
            yield _Contact(file, (*location, "address"), address, address.casefold())
        for name, value in part.items():
            yield from _contacts(file, (*location, name), value)
