"""The records that can be asked: a centre, a national line (linje:) or a municipality (kommun:)."""

from collections.abc import Iterator

from centres.data import geography
from centres.data.directory import Directory
from centres.data.facts import known
from centres.data.geography import Municipality
from centres.data.model import Centre, Helpline
from centres.data.round import lines
from centres.editors.round.letter import Asked

LINE, MUNICIPALITY = "linje:", "kommun:"
_ASSOCIATION = "victim support association"


def ids(directory: Directory) -> list[str]:
    """Return the id of every record that can be asked, as it is typed."""
    return [
        *(centre.id for centre in directory.centres),
        *(LINE + line.id for line in directory.helplines),
        *(MUNICIPALITY + geography.slug(one.name) for one in directory.municipalities),
    ]


def find(directory: Directory, name: str) -> Asked | None:
    """Return the record that is typed `name`; None if there is none."""
    if name.startswith(LINE):
        line = directory.lines.get(name.removeprefix(LINE))
        return _line(directory, line) if line else None
    if name.startswith(MUNICIPALITY):
        slug = name.removeprefix(MUNICIPALITY)
        found = (one for one in directory.municipalities if geography.slug(one.name) == slug)
        return next((_municipality(directory, one) for one in found), None)
    centres = (one for one in directory.centres if one.id == name)
    return next((_centre(directory, one) for one in centres), None)


def missing(directory: Directory) -> Iterator[str]:
    """Yield the ids of the centres of which something that is most wanted is not known."""
    for centre in directory.centres:
        if any(one.question.wanted and not one.known for one in lines.lines(centre)):
            yield centre.id


def _centre(directory: Directory, centre: Centre) -> Asked:
    stated = {fact.stated.source or "": None for fact in known(centre)}
    public = centre.run_by.kind != _ASSOCIATION
    name = f"{centre.name} ({', '.join(centre.municipalities)})"
    return Asked(centre.id, name, lines.lines(centre), _titles(directory, stated), public)


def _line(directory: Directory, line: Helpline) -> Asked:
    titles = _titles(directory, [line.source])
    return Asked(LINE + line.id, line.name, lines.of_line(line), titles, public=False)


def _municipality(directory: Directory, municipality: Municipality) -> Asked:
    contact = directory.contacts[municipality.code]
    made = lines.of_municipality(contact, directory.centre_of.get(municipality.code))
    stated = (contact.website_source, contact.switchboard_source)
    titles = _titles(directory, dict.fromkeys(one for one in stated if one))
    name = MUNICIPALITY + geography.slug(municipality.name)
    return Asked(name, municipality.name, made, titles, public=True)


def _titles(directory: Directory, names: "dict[str, None] | list[str]") -> list[str]:
    sources = (directory.sources[name] for name in names)
    return [f"{source.title} ({source.publisher})" for source in sources]
