"""The languages of the site, and the scripts they are written in."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from centres.data.field_types import LANGUAGE_CODE, Line, Name, wrong
from centres.data.model.record import Record
from centres.i18n import N_, SOURCE_LANGUAGE

# A sound as Swedish spells it: a letter (the last three are å, ä and ö) or two that are one sound.
_SOUND = re.compile(r"[a-z\xe5\xe4\xf6]|[st]j")


def _font(name: str) -> str:
    """Refuse all but what a style sheet may hold between quotation marks."""
    if not re.fullmatch("[A-Za-z0-9 -]+", name):
        message = N_(
            "”%(value)s” är inget typsnitt. Skriv dess namn med a–z, siffror och mellanslag."
        )
        raise wrong(message, value=name)
    return name


def _separator(sign: str) -> str:
    if len(sign) != 1 or sign.isalnum() or sign in "\\]^-":
        raise wrong(N_("ska vara ett enda skiljetecken, men är ”%(value)s”."), value=sign)
    return sign


def _letter(sign: str) -> str:
    if len(sign) != 1 or not sign.isalpha():
        raise wrong(N_("”%(value)s” är ingen bokstav i skriften."), value=sign)
    return sign


def _sounds(sounds: str) -> str:
    """Refuse all but what a letter may stand for in a Swedish name, with blanks between."""
    for sound in sounds.split():
        if not _SOUND.fullmatch(sound):
            message = N_(
                "”%(value)s” är inget ljud i svenska namn. Skriv bokstäver a–ö, sj eller tj, med "
                "mellanslag mellan dem."
            )
            raise wrong(message, value=sound)
    return sounds


class Language(Record):
    """A language of the site: a post in data/languages.yaml. `code` is BCP 47."""

    code: Annotated[str, StringConstraints(pattern=LANGUAGE_CODE)] = Field(
        description="Språkets kod enligt BCP 47.", examples=[SOURCE_LANGUAGE]
    )
    name: Name = Field(description="Språkets eget namn.", examples=["Svenska"])
    name_in_swedish: Line = Field(description="Språkets namn på svenska.", examples=["svenska"])
    direction: Literal["ltr", "rtl"] = Field(
        description="ltr: skrivs från vänster. rtl: skrivs från höger."
    )
    script: Line | None = Field(
        None,
        description="Skriftens kod i data/scripts.yaml, om skriften har egna typsnitt eller "
        "skiljetecken.",
        examples=["Arab"],
    )
    guide: Literal["yes", "no"] = Field(
        "no", description="yes: handboken för kommuner, under /starta/, finns på språket."
    )
    notices: Literal["yes", "no"] = Field(
        "no",
        description="yes: en egen text i data/notices.yaml måste också finnas på språket. Den "
        "visas på de språk som inte har någon egen.",
    )
    variant_of: Line | None = Field(
        None,
        description="För en lättläst variant: koden för språket som den är en variant av. "
        "Varianten har kommunernas sidor och de som någon skriver i dess mapp under content/. "
        "Allt annat är språkets egna sidor.",
        examples=[SOURCE_LANGUAGE],
    )

    @property
    def is_source(self) -> bool:
        """Whether texts are written in it first."""
        return self.code == SOURCE_LANGUAGE

    @property
    def has_guide(self) -> bool:
        """Whether it has the guide for municipalities: a variant has none of its own."""
        return self.guide == "yes" and not self.variant_of

    @property
    def needs_notices(self) -> bool:
        """Whether what somebody writes in a notice must be in it too, besides in the source."""
        return self.notices == "yes" and not self.is_source

    @property
    def base_code(self) -> str:
        """The code of the language that its catalogues are in: a variant has those of its base."""
        return self.variant_of or self.code

    @property
    def folder(self) -> str:
        """The first folder of its addresses: nothing for the source language, else "en/"."""
        return _folder(self.code)

    @property
    def data_folder(self) -> str:
        """The first folder of most pages made from data: a variant has those of its base."""
        return _folder(self.base_code)


class Script(Record):
    """How a script is shown: a post in data/scripts.yaml. `code` is ISO 15924."""

    code: Line = Field(description="Skriftens kod enligt ISO 15924.", examples=["Arab"])
    name: Line = Field(description="Skriftens namn på svenska.", examples=["arabisk skrift"])
    fonts: tuple[Annotated[Line, AfterValidator(_font)], ...] = Field(
        (),
        description="Typsnitt som telefoner och datorer har för skriften, det bästa först.",
        examples=["[Geeza Pro, Noto Sans Arabic]"],
    )
    separator: Annotated[Line, AfterValidator(_separator)] = Field(
        ",", description="Tecknet mellan två namn i en lista.", examples=["،"]
    )
    sounds: dict[
        Annotated[str, AfterValidator(_letter)], Annotated[str, AfterValidator(_sounds)]
    ] = Field(
        {},
        description="Vad varje bokstav kan stå för i ett svenskt ortnamn, det vanligaste först: "
        "bokstäver a–ö, sj eller tj. Tomt: den hörs inte. Så hittas kommuner i skriften.",
        examples=["{ب: b p}"],
    )


def _folder(code: str) -> str:
    return "" if code == SOURCE_LANGUAGE else f"{code}/"
