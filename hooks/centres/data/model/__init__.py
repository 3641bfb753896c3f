"""The one definition of every field in data/: its name, its type and what it means.

A module for each kind of record, and one for each type that several of them share. Pydantic checks
the shape, `field_messages` words its errors, and `record_rules` compares records with each other.
Field descriptions are in Swedish, for editors.
"""

from pydantic import BaseModel

from centres.data.model.centre import Ages, Centre, Receives, Retired, RunBy, Services
from centres.data.model.channel import CentreChannel, Channel, ChannelKind
from centres.data.model.contact import Email, Phone, StreetAddress, WebPage
from centres.data.model.dated import Membership, Naming, Renamed
from centres.data.model.glossary import Word
from centres.data.model.helpline import Helpline, LineChannel, Need
from centres.data.model.hours import Hours, Season
from centres.data.model.language import Language, Script
from centres.data.model.municipal_contact import MunicipalContact, Stated
from centres.data.model.notice import Notice, Prepared, Wording
from centres.data.model.proposition import Proposition
from centres.data.model.record import Cited, Fact, Record
from centres.data.model.review import REVIEWERS, Review, Round
from centres.data.model.source import ReadAs, Source
from centres.data.model.words import CrisisList, CrisisWords, SearchWords, Term, WordList

__all__ = [
    "RECORDS",
    "REVIEWERS",
    "Ages",
    "Centre",
    "CentreChannel",
    "Channel",
    "ChannelKind",
    "Cited",
    "CrisisList",
    "CrisisWords",
    "Email",
    "Fact",
    "Helpline",
    "Hours",
    "Language",
    "LineChannel",
    "Membership",
    "MunicipalContact",
    "Naming",
    "Need",
    "Notice",
    "Phone",
    "Prepared",
    "Proposition",
    "ReadAs",
    "Receives",
    "Record",
    "Renamed",
    "Retired",
    "Review",
    "Round",
    "RunBy",
    "Script",
    "SearchWords",
    "Season",
    "Services",
    "Source",
    "Stated",
    "StreetAddress",
    "Term",
    "WebPage",
    "Word",
    "WordList",
    "Wording",
]

# The files of data/ that people edit, and what an entry of each is.
RECORDS: dict[str, type[BaseModel]] = {
    "centres": Centre,
    "critical": Proposition,
    "glossary": Word,
    "helplines": Helpline,
    "languages": Language,
    "notices": Notice,
    "retired": Retired,
    "rounds": Round,
    "scripts": Script,
    "sources": Source,
}
