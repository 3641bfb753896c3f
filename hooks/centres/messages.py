"""What pydantic found wrong, as a sentence that says what to do.

The sentences are Swedish message ids of the `editor` catalogue; English is `locales/en/editor.po`.
"""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, TypeAlias

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from centres.words import N_

Message: TypeAlias = tuple[str, dict[str, Any]]


def suggestion(written: str, known: Iterable[str]) -> str:
    """The known word nearest to what was written, or nothing if none is near."""
    names = {name.casefold(): name for name in known}
    near = get_close_matches(written.casefold(), names, n=1, cutoff=0.6)
    return names[near[0]] if near else ""


def _explain(error: ErrorDetails, model: type[BaseModel]) -> Message:
    say = _SENTENCES.get(error["type"])
    if say is None:
        return N_("”%(value)s” går inte att använda här."), {"value": _shown(error["input"])}
    return say(error, model)


def explain_all(
    errors: list[ErrorDetails], model: type[BaseModel]
) -> Iterator[tuple[tuple[str | int, ...], Message]]:
    """Where each error is and what it means; a misspelt field is not also called missing."""
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    meant = {(*location[:-1], _meant_field(location, model)) for location in unknown}
    for error in errors:
        if error["type"] != "missing" or error["loc"] not in meant:
            yield error["loc"], _explain(error, model)


def _editor(error: ErrorDetails, model: type[BaseModel]) -> Message:
    return error["ctx"]["sentence"], error["ctx"]["values"]


def _missing(error: ErrorDetails, model: type[BaseModel]) -> Message:
    if error["loc"][-1] == "source":
        return N_("fältet saknas. Skriv id för en källa som står i data/sources.yaml."), {}
    if error["loc"][-1] == "checked":
        return N_("fältet saknas. Skriv den dag då uppgifterna kontrollerades, som 2026-01-14."), {}
    return N_("fältet saknas. Jämför med en annan post, och skriv not confirmed om ingen vet."), {}


def _unknown(error: ErrorDetails, model: type[BaseModel]) -> Message:
    near = _meant_field(error["loc"], model)
    if near:
        return N_("fältet finns inte. Menade du %(near)s?"), {"near": near}
    return N_("fältet finns inte. Ta bort raden eller skriv texten i note."), {}


def _choice(error: ErrorDetails, model: type[BaseModel]) -> Message:
    allowed = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    return (
        N_("”%(value)s” är inget giltigt val. Välj ett av: %(allowed)s."),
        {"value": _shown(error["input"]), "allowed": allowed},
    )


def _list(error: ErrorDetails, model: type[BaseModel]) -> Message:
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
    return N_("är tomt. Är uppgiften okänd skriver du not confirmed."), {}


def _pattern(error: ErrorDetails, model: type[BaseModel]) -> Message:
    pattern = str(error["ctx"]["pattern"])
    if pattern.startswith("^https"):
        return (
            N_("”%(value)s” är ingen webbadress. Den ska börja med https:// och sakna mellanslag."),
            {"value": _shown(error["input"])},
        )
    if pattern.startswith("^[^"):
        return N_("har ett osynligt tecken. Skriv om raden för hand."), {}
    return (
        N_("”%(value)s” får bara ha små bokstäver a–z, siffror och bindestreck."),
        {"value": _shown(error["input"])},
    )


_SENTENCES: dict[str, Callable[[ErrorDetails, type[BaseModel]], Message]] = {
    "editor": _editor,
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "list_type": _list,
    "model_type": _group,
    "string_type": _text,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_pattern_mismatch": _pattern,
}


def _shown(value: object) -> str:
    """What stands in the file, short enough for one line."""
    text = value if isinstance(value, str) else "[]" if value == [] else "…"
    return text if len(text) <= 60 else f"{text[:59]}…"


def _meant_field(location: tuple[str | int, ...], model: type[BaseModel]) -> str:
    """The field that an unknown one at `location` was probably meant to be, or nothing."""
    fields = _record_at(location[:-1], model).model_fields
    return suggestion(str(location[-1]), [field.alias or name for name, field in fields.items()])


def _record_at(location: tuple[str | int, ...], model: type[BaseModel]) -> type[BaseModel]:
    """The kind of record that stands at `location` inside a record of kind `model`."""
    for step in location:
        if isinstance(step, str) and step in model.model_fields:
            model = next(iter(_records_in(model.model_fields[step].annotation)), model)
    return model


def _records_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    inner = getattr(annotation, "__args__", ())
    return [model for argument in inner for model in _records_in(argument)]
