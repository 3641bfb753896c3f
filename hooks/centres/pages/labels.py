"""The data's own words as people read them: what a code in a YAML file is called on a page.

Every value of a choice in `model` that is shown has its words here, once; a test compares the two.
"""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

from centres.content.prose import AdviceGroup
from centres.data.model import Centre, ChannelKind, Fact, Hours, Need, ReadAs
from centres.i18n import N_, Words

ASK = N_("Fråga centret")
ANSWER = {"yes": N_("Ja"), "no": N_("Nej"), "not confirmed": ASK}

RUN_BY = {
    "municipality": N_("Kommunen"),
    "municipalities together": N_("Flera kommuner tillsammans"),
    "victim support association": N_("En brottsofferjour, enligt avtal med kommunen"),
}

# What there is to find out about a centre: what it lacks, what nobody has confirmed, and what only
# a source without a date says.
TO_FIND_OUT = (N_("Saknas:"), N_("Inte bekräftat:"), N_("Källan har inget datum:"))

# What a centre ought to have and may lack.
MISSING = {
    "phone": N_("telefonnummer"),
    "email": N_("e-postadress"),
    "web_page": N_("bekräftad webbadress"),
    "ages": N_("åldersgräns"),
}

# What has happened to somebody, or what she wants, as a heading over the lines that help with it.
NEED: dict[Need, str] = {
    "emergency": N_("När det är bråttom, och polisen"),
    "any crime": N_("Vilket brott som helst"),
    "violence": N_("Rån, våld eller hot"),
    "close relationship": N_("Våld av någon nära"),
    "honour": N_("Familjens heder styr mig"),
    "sexual": N_("Våldtäkt, övergrepp"),
    "online": N_("Utsatt på nätet"),
    "fraud": N_("Lurad på pengar"),
    "theft": N_("Något är stulet"),
    "distress": N_("Jag mår dåligt"),
    "helping others": N_("Hjälpa någon"),
    "own violence": N_("Jag gör andra illa"),
    "compensation": N_("Ersättning"),
    "health care": N_("Vård"),
}

# The page that says what to do then.
ABOUT: dict[Need, str] = {
    "any crime": "rad/vad-har-hant/",
    "violence": "rad/ute/",
    "close relationship": "rad/nara-relation/",
    "honour": "rad/nara-relation/",
    "sexual": "rad/vard/",
    "online": "rad/natet/",
    "fraud": "rad/lurad/",
    "theft": "rad/stulet/",
    "distress": "rad/reaktioner/",
    "helping others": "rad/van/",
    "compensation": "rad/pengar/",
    "health care": "rad/vard/",
}

# The ways to reach somebody, as a button and a choice of lists say them.
CHANNEL: dict[ChannelKind, str] = {
    "call": N_("Ring"),
    "sms": N_("Skicka sms"),
    "chat": N_("Chatta"),
    "mail": N_("Mejla"),
    "form": N_("Skriv i ett formulär"),
    "social": N_("Skriv på %(platform)s"),
    "sign language": N_("Teckenspråk"),
}

# How a source was read, and when.
READ_AS: dict[ReadAs, str] = {
    "page": N_("Läst på webbplatsen %(day)s."),
    "copy": N_("Läst som sparad kopia %(day)s."),
    "document": N_("Hela dokumentet läst %(day)s."),
}

# Beside a critical sentence in Swedish whose translation is outdated; above those without one.
CRITICAL = (
    N_("(Det här har ändrats, och är inte översatt än.)"),
    N_("Det här är viktigt, och är inte översatt än:"),
)

# The days that somebody answers on, 0 for Monday.
WEEKDAY = (
    *(N_("måndag"), N_("tisdag"), N_("onsdag"), N_("torsdag")),
    *(N_("fredag"), N_("lördag"), N_("söndag")),
)

# What to read, by the `group` of a page's front matter.
READING: dict[AdviceGroup, str] = {
    "first": N_("Börja här"),
    "process": N_("Polis, rättegång och pengar"),
    "kinds": N_("Det här har hänt"),
    "people": N_("För dig som vill hjälpa någon"),
}

# What is promised of a line or of a number, in the fold that says where it comes from.
PROMISE = {
    ("free", "yes"): N_("gratis att ringa"),
    ("free", "no"): N_("kostar att ringa"),
    ("not_on_bill", "yes"): N_("syns inte på telefonräkningen"),
    ("not_on_bill", "no"): N_("syns på telefonräkningen"),
    ("from_abroad", "yes"): N_("går att ringa från andra länder"),
    ("from_abroad", "no"): N_("går bara att ringa från Sverige"),
    ("anonymous", "yes"): N_("du kan vara anonym"),
    ("anonymous", "no"): N_("du kan inte vara anonym"),
    ("interpreter", "yes"): N_("tolk finns"),
    ("interpreter", "no"): N_("ingen tolk"),
}
# The same as questions that no source answers.
UNCONFIRMED = {
    "hours": N_("öppettiderna"),
    "free": N_("om det är gratis"),
    "not_on_bill": N_("om det syns på telefonräkningen"),
    "from_abroad": N_("om det går att ringa från andra länder"),
    "anonymous": N_("om du kan vara anonym"),
    "interpreter": N_("om det finns tolk"),
}

# Languages that Babel has no word for, by their codes (ISO 639-3).
SIGNED = {"swl": N_("svenskt teckenspråk"), "ils": N_("internationella tecken")}


def language(words: Words, code: str) -> Markup:
    """Return the name of a language (BCP 47), spoken or signed."""
    return words.html(SIGNED[code]) if code in SIGNED else words.language(code)


def in_row(words: Words, items: Iterable[Markup]) -> Markup:
    """Return pieces of HTML one after another, with the comma of the language between."""
    comma = words.plain(N_("%(first)s, %(next)s"), first="", next="")
    return escape(comma).join(items)


def facts(centre: Centre) -> list[tuple[str, Fact[Any] | Hours]]:
    """Return what a centre's page tells or asks, in order: the question and what is known.

    When one may come is asked only where one may.
    """
    told: list[tuple[str, Fact[Any] | Hours]] = [
        (N_("Tar emot dig som är utsatt för brott"), centre.receives.victims),
        (N_("Tar emot vittnen"), centre.receives.witnesses),
        (N_("Tar emot anhöriga"), centre.receives.relatives),
        (N_("Tar emot den som själv har begått brott"), centre.receives.offenders),
        (N_("Tar emot vid våld i en nära relation"), centre.close_relationships),
        (N_("Stödsamtal"), centre.services.support_talks),
        (N_("Praktisk hjälp, till exempel med blanketter"), centre.services.practical_help),
        (N_("Stöd inför och under en rättegång"), centre.services.court_support),
        (N_("Medling"), centre.services.mediation),
        (N_("Går det att vara anonym?"), centre.anonymity),
        (N_("Är det gratis?"), centre.free_of_charge),
        (N_("Öppettider"), centre.opening_hours),
        (N_("Går det att komma utan att ha bestämt en tid?"), centre.drop_in),
        (N_("Besökstider"), centre.visiting_hours),
        (N_("Språk som någon där talar"), centre.languages),
        (N_("Tolk"), centre.interpreters),
    ]
    visits = centre.drop_in.value == "yes" or centre.visiting_hours.known
    return [one for one in told if visits or one[1] is not centre.visiting_hours]
