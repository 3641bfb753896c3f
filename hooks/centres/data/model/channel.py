"""A way to reach somebody: what those of national lines and of centres have in common.

schema.org calls it a ContactPoint. What its source says is said of this way alone.
"""

import re
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from centres.data import phones
from centres.data.field_types import (
    LANGUAGE_CODE,
    NOT_CONFIRMED,
    AnyNumber,
    Name,
    Prose,
    Url,
    wrong,
)
from centres.data.model.hours import Hours
from centres.data.model.record import ForWhom, OwnDay, OwnSource, Record, Verified
from centres.i18n import N_

ChannelKind = Literal["call", "sms", "chat", "mail", "form", "social", "sign language", "web"]


def _languages(value: Any) -> Any:
    if value == NOT_CONFIRMED:
        return value
    if not isinstance(value, list) or not value:
        raise wrong(N_("ska vara språkens koder inom hakparenteser, som [sv, en]."))
    for code in value:
        if not isinstance(code, str) or not re.fullmatch(LANGUAGE_CODE, code):
            raise wrong(N_("”%(value)s” är ingen språkkod, som sv eller en."), value=code)
    return value


Languages = Annotated[
    str | list[str],
    BeforeValidator(_languages),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "const": NOT_CONFIRMED},
                {"type": "array", "minItems": 1, "items": {"pattern": LANGUAGE_CODE}},
            ]
        }
    ),
]


class Channel(Record):
    """A way to reach somebody; which fields it has depends on its kind."""

    # The fields that a kind must have, and those that it may have, since few sources say them; it
    # may have no other of them.
    REQUIRED: ClassVar[dict[str, tuple[str, ...]]] = {
        "call": ("number", "hours"),
        "sms": ("number", "hours"),
        "chat": ("url", "hours"),
        "form": ("url",),
        "social": ("platform", "account"),
        "sign language": ("url", "hours"),
        "web": ("url",),
    }
    OPTIONAL: ClassVar[dict[str, tuple[str, ...]]] = {"social": ("url", "hours")}

    kind: ChannelKind = Field(
        description="call: man ringer. sms: man skickar sms. chat: man chattar. mail: man mejlar. "
        "form: man skriver i ett formulär. social: man skriver till ett konto. sign language: man "
        "talar teckenspråk på video. web: man läser eller skriver på en webbplats."
    )
    number: AnyNumber | None = Field(
        None,
        description="Numret, för call och sms.",
        examples=['"116 111"', '"020-50 50 50"'],
    )
    url: Url | None = Field(
        None,
        description="Adressen, för chat, form, sign language och web. För social bara om du har "
        "öppnat den: annars visas kontots namn utan länk.",
        examples=["https://www.bris.se/"],
    )
    platform: Name | None = Field(
        None, description="Tjänsten, för social.", examples=["Instagram", "Snapchat"]
    )
    account: Name | None = Field(
        None, description="Kontots namn, för social.", examples=["stodcentrum_exempel"]
    )
    hours: Hours | None = Field(
        None, description="När någon svarar, i svensk tid. För alla utom mail, form och web."
    )
    for_whom: ForWhom = None
    note: Prose | None = Field(
        None,
        description="Några ord som står i knappen.",
        examples=["Kan synas på räkningen"],
    )
    source: OwnSource = None
    checked: OwnDay = None
    verified: Verified = None

    @model_validator(mode="after")
    def _has_the_fields_of_its_kind(self) -> "Channel":
        needed = self.REQUIRED[self.kind]
        missing = [name for name in needed if getattr(self, name) is None]
        if missing:
            raise wrong(
                N_(
                    "%(kind)s behöver %(fields)s. Skriv det på en egen rad under kind. Not "
                    "confirmed går bra om ingen vet, men inte för en adress eller ett nummer."
                ),
                kind=self.kind,
                fields=", ".join(missing),
            )
        fields = (*self.REQUIRED.values(), *self.OPTIONAL.values())
        every = {name for names in fields for name in names}
        own = {*needed, *self.OPTIONAL.get(self.kind, ())}
        foreign = sorted(name for name in every - own if getattr(self, name) is not None)
        if foreign:
            raise wrong(
                N_("%(kind)s kan inte ha %(fields)s. Ta bort det, eller ändra kind."),
                kind=self.kind,
                fields=", ".join(foreign),
            )
        return self

    @property
    def tel(self) -> str:
        """Digits for a `tel:` or `sms:` link."""
        return phones.dialled(self.number or "") or ""

    @property
    def with_hidden_number(self) -> str | None:
        """The whole string to dial so that the receiver does not see the caller's number."""
        return phones.hidden(self.number or "") if self.kind == "call" else None

    @property
    def target(self) -> str:
        """What a link to it leads to, without its scheme; empty for an account nobody opened."""
        return self.url or self.tel

    @property
    def where(self) -> str:
        """Where it leads, as people read it: an account, a number, or a host."""
        return self.account or self.number or self.host

    @property
    def host(self) -> str:
        """The host of its web address, as people say it: "bris.se"."""
        return (urlsplit(self.url or "").hostname or "").removeprefix("www.")


class CentreChannel(Channel):
    """A way to reach a centre beside its numbers and addresses, which are `phones` and `emails`."""

    kind: Literal["sms", "chat", "form", "social", "sign language"] = Field(
        description="sms: man skickar sms. chat: man chattar. form: man skriver i ett formulär. "
        "social: man skriver till ett konto. sign language: man talar teckenspråk på video."
    )
