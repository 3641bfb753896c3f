"""The words of the glossary."""

from pydantic import Field

from centres.data.field_types import Line, Prose, Slug
from centres.data.model.record import Record


class Word(Record):
    """A word that stands in letters from the police and the court: a post in data/glossary.yaml."""

    id: Slug = Field(
        description="Det som sidorna länkar till, som ord:malsagande.",
        examples=["malsagande"],
    )
    word: Prose = Field(
        description="Ordet, som det står i brevet. Andra språk visar det bredvid sitt eget.",
        examples=["målsägande"],
    )
    meaning: Prose = Field(
        description="Vad det betyder, med vanliga ord.",
        examples=["Den som har blivit utsatt för ett brott."],
    )
    source: Line = Field(description="Id i data/sources.yaml.", examples=["bom-ordlista"])
