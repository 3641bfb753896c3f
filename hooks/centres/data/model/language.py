"""The languages of the site."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from centres.data.field_types import Line, Name
from centres.data.model.record import Record


class Language(Record):
    """A language of the site: a post in data/languages.yaml. `code` is BCP 47."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,8})*$")] = Field(
        description="Språkets kod enligt BCP 47.", examples=["sv"]
    )
    name: Name = Field(description="Språkets eget namn.", examples=["Svenska"])
    name_in_swedish: Line = Field(description="Språkets namn på svenska.", examples=["svenska"])
    direction: Literal["ltr", "rtl"] = Field(
        description="ltr: skrivs från vänster. rtl: skrivs från höger."
    )
    status: Literal["source", "reviewed", "unreviewed"] = Field(
        description="source: källspråket. reviewed: en översättare har granskat texterna. "
        "unreviewed: ingen har granskat dem."
    )
    variant_of: Literal["sv"] | None = Field(
        None,
        description="För lättläst svenska: sv. Varianten har bara sidorna i sin mapp under "
        "content/. Allt annat är språkets egna sidor.",
    )

    @property
    def base_code(self) -> str:
        """The code of the language that its catalogues are in: a variant has those of its base."""
        return self.variant_of or self.code

    @property
    def folder(self) -> str:
        """The first folder of its addresses: nothing for the source language, else "en/"."""
        return "" if self.status == "source" else f"{self.code}/"

    @property
    def data_folder(self) -> str:
        """The first folder of the pages made from data: a variant has none of its own."""
        return "" if self.variant_of else self.folder
