"""What a record may say: the one definition of every field, its type and what it means.

A module for each file of data/; what several of them share (`record`, `contact`) has its own.
Pydantic checks the shape; `field_messages` words the errors; `record_rules` checks records against
each other. Field descriptions are in Swedish, for editors.
"""

from pydantic import BaseModel

from centres.data.model.centre import Ages, Centre, Receives, Retired, RunBy, Services
from centres.data.model.contact import Email, Phone, WebPage
from centres.data.model.glossary import Word
from centres.data.model.helpline import Helpline
from centres.data.model.language import Language
from centres.data.model.record import Cited, Fact, Record
from centres.data.model.source import Source

__all__ = [
    "RECORDS",
    "Ages",
    "Centre",
    "Cited",
    "Email",
    "Fact",
    "Helpline",
    "Language",
    "Phone",
    "Receives",
    "Record",
    "Retired",
    "RunBy",
    "Services",
    "Source",
    "WebPage",
    "Word",
]

# The files of data/ that people edit, and what an entry of each is.
RECORDS: dict[str, type[BaseModel]] = {
    "centres": Centre,
    "glossary": Word,
    "helplines": Helpline,
    "languages": Language,
    "retired": Retired,
    "sources": Source,
}
