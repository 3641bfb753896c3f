"""What each language brings for code to compare with: words of its own, and words of crisis."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from centres.data import terms
from centres.data.field_types import LANGUAGE_CODE, Line, wrong
from centres.data.model.proposition import Said
from centres.data.model.record import Record
from centres.i18n import N_


def _term(value: str) -> str:
    """Refuse what the search could never find: no letter, a * that ends no word, half a choice."""
    forms = value.removesuffix(terms.NOTHING_MORE).replace(terms.OR, " ").split(" ")
    if any(terms.ANY_END in form.removesuffix(terms.ANY_END) for form in forms):
        raise wrong(N_("* får bara stå sist i ett ord, som misshand*."))
    if any(
        len(terms.fold(form).split()) != 1
        for word in value.split()
        if terms.OR in word
        for form in word.split(terms.OR)
    ):
        raise wrong(N_("/ står mellan enkla ord, utan mellanslag, som ska/vill."))
    if not terms.Term.of(value).words:
        raise wrong(N_("”%(value)s” har ingen bokstav eller siffra att söka på."), value=value)
    return value


# Words that somebody types, as `centres.data.terms` compares them.
Term = Annotated[Line, AfterValidator(_term)]


class WordList(Record):
    """The words of one language that code compares with: locales/<code>/words.yaml."""

    telling: tuple[Line, ...] = Field(
        min_length=1,
        description="Ord, eller delar av ord, som berättar vad som har hänt. De får inte stå i "
        "webbläsarens historik: i en sidas titel eller adress.",
    )
    before_place: tuple[Line, ...] = Field(
        (), description="Det som någon kan skriva före sin ort i sökfältet, som ”jag bor i”."
    )
    after_place: tuple[Line, ...] = Field(
        (), description="Det som någon kan skriva efter sin ort i sökfältet, som ”kommun”."
    )
    glued: tuple[Line, ...] = Field(
        (),
        description="Det som språket skriver ihop med ett ord, framför det, som en bestämd "
        "artikel. Sökfältet prövar ett ord både med och utan.",
    )
    also_months: Annotated[str, StringConstraints(pattern=LANGUAGE_CODE)] | None = Field(
        None,
        description="Ett språk och ett land (BCP 47) vars namn på månaderna står inom parentes, om "
        "språkets läsare är vana vid olika namn.",
    )
    glosses: dict[str, tuple[Line, ...]] = Field(
        {},
        description="Ord som säger vad en linje är, efter linjens id. Ett av dem står i det stycke "
        "där en sida först nämner linjen. Delar av ord räcker.",
    )
    critical: dict[Said, tuple[Line, ...]] = Field(
        {},
        description="Ord som visar att en viktig mening säger det som data/critical.yaml säger: "
        "för not, must och så vidare. Hela ord, i alla former som sidorna har.",
    )
    numbers: dict[str, tuple[Line, ...]] = Field(
        {},
        description="Ord för tal som språket inte skriver med siffror, som en dualis för "
        "två månader.",
    )


class SearchWords(Record):
    """What leads to pages beside `search` in their front matter: locales/<code>/search.yaml."""

    search: dict[str, tuple[Term, ...]] = Field(
        {},
        description="Det som någon kan skriva om en sida utan eget huvud, efter sidans adress, "
        "eller om en stödlinje, efter stodlinjer/# och linjens id.",
    )
    shared: tuple[Term, ...] = Field(
        (), description="Sökord som med avsikt leder till flera sidor."
    )


class CrisisList(Record):
    """The words that raise a card: all of them, and those that somebody has reviewed."""

    words: tuple[Term, ...] = Field(
        min_length=1,
        description="Det som någon skriver, i de former som folk skriver. Samma regler som sökord.",
    )
    reviewed: tuple[Term, ...] = Field(
        (), description="De av orden som någon som kan språket och ämnet har granskat."
    )


class CrisisWords(Record):
    """What raises a card with numbers above every answer: locales/<code>/crisis.yaml."""

    suicide: CrisisList = Field(description="Om att vilja dö, och om att skada sig själv.")
    violence: CrisisList = Field(description="Om våld som pågår just nu.")
    exceptions: tuple[Term, ...] = Field(
        (),
        description="Ord som betyder något annat där de står så, som ”hänga med”. De visar inget "
        "kort; andra ord i samma text gör det.",
    )
    ordinary: tuple[Line, ...] = Field(
        (),
        description="Det som någon kan skriva om annat, och som inte får visa något av korten.",
    )
