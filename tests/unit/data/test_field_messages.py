"""Pydantic's errors as an editor reads them: one message a mistake."""

from typing import Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from centres.data.field_messages import UnknownName, explain_all, suggestion
from centres.data.field_types import Line


class Contact(BaseModel):
    """A record within a record."""

    model_config = ConfigDict(extra="forbid")
    number: Line
    kind: Literal["direct", "switchboard"]


class Entry(BaseModel):
    """An entry with each shape of field."""

    model_config = ConfigDict(extra="forbid")
    name: Line
    lowest: int = Field(0, alias="from")
    answer: Literal["yes", "no", "not confirmed"] = "yes"
    contacts: list[Contact] = []
    source: Line
    checked: Line


WHOLE = {"name": "Borås", "source": "centret", "checked": "2026-11-22"}


def explained(entry: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    """Where the mistakes of an entry are, and what is said of them in Swedish."""
    with pytest.raises(ValidationError) as refused:
        Entry.model_validate(entry)
    messages = explain_all(refused.value.errors(), Entry)
    return [(location, message % values) for location, (message, values) in messages]


def test_a_misspelt_field_is_one_mistake() -> None:
    """It is not missing as well; in a record within a record, neither."""
    entry = {**WHOLE, "contacts": [{"numer": "112", "kind": "direct"}]}
    assert explained(entry) == [
        (("contacts", 0, "numer"), "fältet finns inte. Menade du number?"),
    ]


def test_a_field_is_suggested_by_its_name_in_the_file() -> None:
    """`from` is a word of Python's, so the model calls it otherwise."""
    assert explained({**WHOLE, "frm": "10"}) == [
        (("frm",), "fältet finns inte. Menade du from?"),
    ]


def test_an_entry_that_is_cut_off_is_one_mistake() -> None:
    """At the record, with all that it lacks; another record's are another's."""
    assert explained({"name": "Borås", "contacts": [{"number": "112"}]}) == [
        (
            ("contacts", 0, "kind"),
            "fältet saknas. Jämför med en annan post, och skriv not confirmed om ingen vet.",
        ),
        (
            (),
            "fälten source, checked saknas. Jämför med en annan post, och skriv not confirmed om "
            "det som ingen vet.",
        ),
    ]


@pytest.mark.parametrize(
    ("change", "field", "said"),
    [
        (
            {"answer": "ja"},
            "answer",
            "”ja” är inget giltigt val. Menade du yes? Välj ett av: yes, no, not confirmed.",
        ),
        (
            {"answer": "kanske"},
            "answer",
            "”kanske” är inget giltigt val. Välj ett av: yes, no, not confirmed.",
        ),
        ({"answer": ""}, "answer", "är tomt. Är uppgiften okänd skriver du not confirmed."),
        (
            {"name": ""},
            "name",
            "är tomt. Skriv ett värde, eller ta bort raden om fältet inte måste finnas.",
        ),
        ({"name": ["Borås"]}, "name", "ska vara en text på en rad. Ta bort lista eller underfält."),
        ({"name": "a\nb"}, "name", "är på flera rader. Skriv hela texten på en rad."),
        (
            {"name": "Stöd\u202e i Borås"},
            "name",
            "har ett tecken som inte syns (U+202E), efter ”Stöd”. Skriv om värdet.",
        ),
        ({"name": "x" * 501}, "name", "är 501 tecken långt. Högst 500 får plats. Korta texten."),
        (
            {"contacts": "112"},
            "contacts",
            "ska vara en lista men är ”112”. Skriv varje sak på en egen rad som börjar med "
            'streck, och nummer inom citattecken, som: - number: "08-123 45 67".',
        ),
        ({"contacts": ""}, "contacts", "är tomt. Finns inget skriver du []."),
        (
            {"fre 9–12": ""},
            "fre 9–12",
            "är inget fält. Sätt citattecken om texten före, om den har ett komma i sig.",
        ),
        (
            {"xyz": "1"},
            "xyz",
            "fältet finns inte. Ta bort raden, eller välj ett fält: name, from, answer, contacts, "
            "source, checked.",
        ),
        ({"from": "tio"}, "from", "”tio” går inte att använda här."),
    ],
)
def test_each_mistake_says_what_to_do(change: dict[str, Any], field: str, said: str) -> None:
    """What we have no words for is quoted and refused all the same: the last."""
    assert explained(WHOLE | change) == [((field,), said)]


def test_a_source_and_a_day_that_are_missing_say_where_to_find_one() -> None:
    """Each alone: both together are an entry that is cut off."""
    without_source = {name: value for name, value in WHOLE.items() if name != "source"}
    without_day = {name: value for name, value in WHOLE.items() if name != "checked"}
    assert explained(without_source) == [
        (("source",), "fältet saknas. Skriv id för en källa som står i data/sources.yaml."),
    ]
    assert explained(without_day) == [
        (
            ("checked",),
            "fältet saknas. Skriv den dag då uppgifterna kontrollerades, som 2026-01-14.",
        ),
    ]


def test_only_a_name_that_is_nearly_the_same_is_suggested() -> None:
    """Capitals do not matter, and the name is spelt as it is known."""
    known = ["Eskilstuna", "Borås"]
    assert [suggestion(one, known) for one in ("eskilstnua", "BORÅS", "Lund", "")] == [
        "Eskilstuna",
        "Borås",
        "",
        "",
    ]


def test_an_unknown_name_is_answered_with_the_one_that_is_near_if_any_is() -> None:
    """Both messages get the same values."""
    unknown = UnknownName("%(name)s? Menade du %(near)s?", "%(name)s finns inte.")
    messages = [unknown.message("a", near) for near in ("b", "")]
    assert [text % values for text, values in messages] == ["a? Menade du b?", "a finns inte."]
