"""What the sentences mean that must not change their meaning in any language."""

import hashlib
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from centres.data.field_types import Line, Prose, Slug
from centres.data.model.record import Record

# How binding a sentence is; "is" tells a fact, and needs no word of its own.
Modality = Literal["is", "must", "may", "can", "should", "need not"]
Limit = Literal["not", "only", "unless"]
TimeUnit = Literal["hours", "days", "months", "years"]
# What a language has words for (`WordList.critical`), each looked for in the sentences that say it.
Said = Literal["must", "may", "can", "should", "need not", Limit, TimeUnit]


class Proposition(Record):
    """What a critical sentence says in every language: a post in data/critical.yaml.

    The page marks the sentence: `[Sentence.](viktig:id)`.
    """

    id: Slug = Field(
        description="Det som sidan märker meningen med, som viktig:visa-numret-for-112.",
        examples=["visa-numret-for-112"],
    )
    who: Line = Field(
        description="Vem som ska göra något, eller vem det gäller.", examples=["du som ringer"]
    )
    says: Prose = Field(
        description="Vad meningen säger, kort. Så att den som översätter ser vad som inte får "
        "ändras.",
        examples=["Dölj inte numret när du ringer 112."],
    )
    modality: Modality = Field(
        description="Hur bindande det är: is (ett faktum), must (måste), may (får), can (kan), "
        "should (bör), need not (behöver inte)."
    )
    limits: tuple[Limit, ...] = Field(
        (), description="Ord som inte får falla bort: not (inte), only (bara), unless (utom om)."
    )
    numbers: tuple[Annotated[Line, StringConstraints(pattern=r"^\d[\d ]*$")], ...] = Field(
        (), description="Tal och nummer som står i meningen.", examples=["[112, 15]"]
    )
    time: Annotated[Line, StringConstraints(pattern=r"^\d+ (hours|days|months|years)$")] | None = (
        Field(
            None,
            description="En tid i meningen, med hours, days, months eller years.",
            examples=["10 days"],
        )
    )
    condition: Line | None = Field(
        None, description="När det gäller, om det inte alltid gör det.", examples=["i fara"]
    )

    @property
    def fingerprint(self) -> str:
        """Six hexadecimal digits of the SHA-256 of what it says: all fields but the id."""
        text = self.model_dump_json(exclude={"id"}, exclude_defaults=True)
        return hashlib.sha256(text.encode()).hexdigest()[:6]

    @property
    def said(self) -> tuple[Said, ...]:
        """What the sentence needs a word for, in each language."""
        modality: tuple[Said, ...] = () if self.modality == "is" else (self.modality,)
        unit: tuple[Said, ...] = (self.time.split()[1],) if self.time else ()  # type: ignore[assignment]
        return (*modality, *self.limits, *unit)
