"""Explain pydantic's errors in messages that say what to do.

A message is a Swedish message id of the `editor` catalogue and its values.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from centres.files.problem import code_point
from centres.files.text_file import HIDDEN, INVISIBLE
from centres.i18n import N_

Message: TypeAlias = tuple[str, dict[str, Any]]
# Problems about one file, or of one rule, that are printed. Nobody reads more, and each suggestion
# takes time.
ENOUGH = 100
# How alike two words have to be for a suggestion, as difflib counts it: 0 to 1.
_LEAST_LIKENESS = 0.7
WITHOUT_SOURCE = N_("fältet saknas. Skriv id för en källa som står i data/sources.yaml.")


def suggestion(written: str, known: Iterable[str]) -> str:
    """Return the name in `known` that is most like `written`; an empty text if none is near."""
    names = {name.casefold(): name for name in known}
    near = get_close_matches(written.casefold(), names, n=1, cutoff=_LEAST_LIKENESS)
    return names[near[0]] if near else ""


@dataclass(frozen=True)
class UnknownName:
    """The two messages about a name that no record has: with a suggestion, and without one.

    Both may use `%(name)s`, what was written; `suggesting` also `%(near)s`, the suggestion.
    """

    suggesting: str
    plain: str

    def message(self, name: str, near: str) -> Message:
        """Return the message about `name`; `near` is the known name to suggest, or empty."""
        return (self.suggesting if near else self.plain), {"name": name, "near": near}


def _explain(error: ErrorDetails, model: type[BaseModel]) -> Message:
    explain = _EXPLAIN_BY_TYPE.get(error["type"])
    if explain is None:
        return N_("”%(value)s” går inte att använda här."), {"value": _shown(error["input"])}
    return explain(error, model)


def explain_all(
    errors: list[ErrorDetails], model: type[BaseModel]
) -> Iterator[tuple[tuple[str | int, ...], Message]]:
    """Yield the location of each error in a record of type `model`, and its message.

    A misspelt field is not also reported as missing. All fields that one record misses are one
    message: an entry that is cut off is one mistake.
    """
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    misspelt = {(*location[:-1], _meant_field(location, model)) for location in unknown[:ENOUGH]}
    missing: dict[tuple[str | int, ...], list[ErrorDetails]] = {}
    for error in errors:
        if error["type"] != "missing":
            yield error["loc"], _explain(error, model)
        elif error["loc"] not in misspelt:
            missing.setdefault(error["loc"][:-1], []).append(error)
    for record, fields in missing.items():
        if len(fields) == 1:
            yield fields[0]["loc"], _missing(fields[0], model)
        else:
            names = ", ".join(str(error["loc"][-1]) for error in fields)
            message = N_(
                "fälten %(fields)s saknas. Jämför med en annan post, och skriv not confirmed om "
                "det som ingen vet."
            )
            yield record, (message, {"fields": names})


def _editor(error: ErrorDetails, model: type[BaseModel]) -> Message:
    return error["ctx"]["sentence"], error["ctx"]["values"]


def _missing(error: ErrorDetails, model: type[BaseModel]) -> Message:
    if error["loc"][-1] == "source":
        return WITHOUT_SOURCE, {}
    if error["loc"][-1] == "checked":
        return N_("fältet saknas. Skriv den dag då uppgifterna kontrollerades, som 2026-01-14."), {}
    if error["loc"][-1] == "municipalities":
        return N_("fältet saknas. Skriv kommunerna inom hakparenteser, som [Täby, Danderyd]."), {}
    if error["loc"][0] == "municipalities":
        return N_("kommunens namn saknas. Skriv {name: kommunen, from: eller to: dagen, …}."), {}
    if error["loc"] == ("name", "value"):
        return N_("namnet saknas. Skriv {value: namnet, source: …, checked: …}."), {}
    if error["loc"] in (("from",), ("until",)):
        return N_("fältet saknas. Skriv en dag och ett klockslag, som 2026-12-07 12:00."), {}
    if error["loc"][-1] in ("date", "from"):
        return N_("fältet saknas. Skriv dagen då det börjar gälla, som 2027-01-01."), {}
    if error["loc"][-1] in ("heading", "text"):
        return N_("fältet saknas. Skriv både heading och text."), {}
    return N_("fältet saknas. Jämför med en annan post, och skriv not confirmed om ingen vet."), {}


def _unknown(error: ErrorDetails, model: type[BaseModel]) -> Message:
    if error["input"] == "":
        # {value: mån–tors 9–16, fre 9–12}: YAML takes what follows the comma for a field.
        return N_("är inget fält. Sätt citattecken om texten före, om den har ett komma i sig."), {}
    near = _meant_field(error["loc"], model)
    if near:
        return N_("fältet finns inte. Menade du %(near)s?"), {"near": near}
    fields = _record_at(error["loc"][:-1], model).model_fields
    if "note" not in fields:
        return (
            N_("fältet finns inte. Ta bort raden, eller välj ett fält: %(fields)s."),
            {"fields": ", ".join(field.alias or name for name, field in fields.items())},
        )
    return N_("fältet finns inte. Ta bort raden eller skriv texten i note."), {}


# Swedish answers that editors write, and the value that each means.
_IN_SWEDISH = {"ja": "yes", "nej": "no", "okänt": "not confirmed", "vet ej": "not confirmed"}


def _choice(error: ErrorDetails, model: type[BaseModel]) -> Message:
    if error["input"] == "":
        return _empty_fact(error, model)
    choices = error["ctx"]["expected"].replace(" or ", ", ").split(", ")
    allowed = [choice.strip("'") for choice in choices]
    values = {"value": _shown(error["input"]), "allowed": ", ".join(allowed)}
    written = str(error["input"])
    swedish = _IN_SWEDISH.get(written.casefold(), "")
    near = swedish if swedish in allowed else suggestion(written, allowed)
    if not near and error["loc"][-1] == "value" and " " in written.strip():
        return (
            N_(
                "”%(value)s” är inget giltigt val. Välj ett av: %(allowed)s. Är svaret ja med ett "
                'villkor skriver du {value: yes, note: "…"}, med villkoret i note.'
            ),
            values,
        )
    if near:
        return (
            N_("”%(value)s” är inget giltigt val. Menade du %(near)s? Välj ett av: %(allowed)s."),
            {**values, "near": near},
        )
    return N_("”%(value)s” är inget giltigt val. Välj ett av: %(allowed)s."), values


def _list(error: ErrorDetails, model: type[BaseModel]) -> Message:
    if error["loc"][-1] == "municipalities":
        return (
            N_("ska stå inom hakparenteser, som [Täby, Danderyd], men är ”%(value)s”."),
            {"value": _shown(error["input"])},
        )
    if error["input"] == "":
        return N_("är tomt. Finns inget skriver du []."), {}
    return (
        N_(
            "ska vara en lista men är ”%(value)s”. Skriv varje sak på en egen rad som börjar med "
            'streck, och nummer inom citattecken, som: - number: "08-123 45 67".'
        ),
        {"value": _shown(error["input"])},
    )


def _group(error: ErrorDetails, model: type[BaseModel]) -> Message:
    return (
        N_("ska vara flera fält under varandra men är ”%(value)s”. Jämför med en annan post."),
        {"value": _shown(error["input"])},
    )


def _text(error: ErrorDetails, model: type[BaseModel]) -> Message:
    return N_("ska vara en text på en rad. Ta bort lista eller underfält."), {}


def _empty(error: ErrorDetails, model: type[BaseModel]) -> Message:
    if error["loc"][-1] == "value" and error["loc"][0] != "name":
        return _empty_fact(error, model)
    return N_("är tomt. Skriv ett värde, eller ta bort raden om fältet inte måste finnas."), {}


def _empty_fact(error: ErrorDetails, model: type[BaseModel]) -> Message:
    return N_("är tomt. Är uppgiften okänd skriver du not confirmed."), {}


def _pattern(error: ErrorDetails, model: type[BaseModel]) -> Message:
    written = str(error["input"])
    invisible = HIDDEN.search(written)
    if "\n" in written:
        return N_("är på flera rader. Skriv hela texten på en rad."), {}
    if invisible and INVISIBLE in str(error["ctx"]["pattern"]):
        return (
            N_("har ett tecken som inte syns (%(code)s), efter ”%(before)s”. Skriv om värdet."),
            {"code": code_point(invisible[0]), "before": written[: invisible.start()][-20:]},
        )
    return (
        N_("”%(value)s” får bara ha små bokstäver a–z, siffror och bindestreck."),
        {"value": _shown(written)},
    )


def _too_long(error: ErrorDetails, model: type[BaseModel]) -> Message:
    return (
        N_("är %(length)s tecken långt. Högst %(most)s får plats. Korta texten."),
        {"length": len(str(error["input"])), "most": error["ctx"]["max_length"]},
    )


# By pydantic's names for its errors.
_EXPLAIN_BY_TYPE: dict[str, Callable[[ErrorDetails, type[BaseModel]], Message]] = {
    "editor": _editor,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "list_type": _list,
    "tuple_type": _list,
    "model_type": _group,
    "string_type": _text,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
}


def _shown(value: object) -> str:
    """Return a value as a message quotes it; "…" for a list or a mapping that is not empty."""
    return value if isinstance(value, str) else "[]" if value == [] else "…"


# Words for a limit of age that editors write, and the field that each means.
_LIMITS = {
    **dict.fromkeys(("to", "till", "max", "until"), "up_to"),
    **dict.fromkeys(("min", "lowest"), "from"),
    **dict.fromkeys(("below", "limit"), "under"),
}


def _meant_field(location: tuple[str | int, ...], model: type[BaseModel]) -> str:
    """Return the field that an unknown one at `location` was meant to be; empty if none is near."""
    fields = _record_at(location[:-1], model).model_fields
    names = [field.alias or name for name, field in fields.items()]
    written = str(location[-1])
    limit = _LIMITS.get(written.casefold(), "")
    return limit if limit in names else suggestion(written, names)


def _record_at(location: tuple[str | int, ...], model: type[BaseModel]) -> type[BaseModel]:
    """Return the type of the record at `location` inside a record of type `model`."""
    for step in location:
        by_name = {field.alias or name: field for name, field in model.model_fields.items()}
        if step in by_name:
            model = next(iter(_records_in(by_name[str(step)].annotation)), model)
    return model


def _records_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    inner = getattr(annotation, "__args__", ())
    return [model for argument in inner for model in _records_in(argument)]
