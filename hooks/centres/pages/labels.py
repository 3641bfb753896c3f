"""The data's own words as people read them: what a code in a YAML file is called on a page.

Every value of a choice in `model` that is shown has its words here, once; a test compares the two.
"""

from centres.content.prose import AdviceGroup
from centres.data.model import Centre, Fact
from centres.i18n import N_

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

GROUP = {
    "emergency": N_("När det är bråttom, och polisen"),
    "anyone": N_("För alla"),
    "young": N_("För dig under 18 år"),
    "specific": N_("För dig som har varit med om våld, hot eller övergrepp"),
    "health": N_("När du mår dåligt"),
    "authority": N_("Frågor om ersättning"),
}

# What to read, by the `group` of a page's front matter.
READING: dict[AdviceGroup, str] = {
    "first": N_("Börja här"),
    "process": N_("Polis, rättegång och pengar"),
    "kinds": N_("När det händer hemma eller på nätet"),
    "people": N_("För dig som vill hjälpa någon"),
}

HELPLINE_FACTS = {
    ("free", "yes"): N_("Gratis att ringa."),
    ("free", "no"): N_("Det kostar att ringa."),
    ("anonymous", "yes"): N_("Du kan vara anonym."),
    ("anonymous", "no"): N_("Det går inte att vara anonym."),
    ("not_on_bill", "yes"): N_("Samtalet syns inte på telefonräkningen."),
    ("not_on_bill", "no"): N_("Samtalet syns på telefonräkningen."),
}


def facts(centre: Centre) -> list[tuple[str, Fact[str]]]:
    """Return what a centre's page tells or asks, in order: the question and what is known."""
    return [
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
        (N_("Tolk"), centre.interpreters),
    ]
