"""Bilaga 2 of Brottsoffermyndigheten's review of 14 January 2026, typed from the report.

Municipality: the numbers and addresses as printed there. Where the site differs on purpose, the
difference stands in EXCEPTIONS with its reason, and in no other place.
"""

NORDVAST = (["010-444 05 66"], ["stodcentrum@sigtuna.se"])
TABY = (["08-555 572 38", "08-555 572 40"], ["stodcentrum@taby.se"])
NACKA = (["070-431 99 13", "070-431 79 65"], ["stodcentrum@nacka.se"])
STOCKHOLM = (["08-508 25 702"], ["stodcentrum@stockholm.se"])
SODERTALJE = (["010-564 28 16"], ["stodcentrum@sodertalje.se"])

PRINTED: dict[str, tuple[list[str], list[str]]] = {
    "Borås": (["033-35 51 98"], ["stodcentrum@boras.se"]),
    "Botkyrka": (["08-530 610 50"], ["stodcentrum@botkyrka.se"]),
    "Danderyd": TABY,
    "Ekerö": NORDVAST,
    "Eskilstuna": (
        ["016-710 42 53", "016-710 15 91", "016-710 43 34"],
        ["stodcenter@eskilstuna.se"],
    ),
    "Gislaved": (["0371-81000"], ["stodcentrum@gislaved.se"]),
    "Gnosjö": ([], []),
    "Göteborg": (["020-520 530"], ["brotsutsatta@socialcentrum.goteborg.se"]),
    "Haninge": (["08-606 87 69", "08-606 86 44"], ["stodcentrum@haninge.se"]),
    "Huddinge": (["08-535 378 75"], ["stodcentrum@huddinge.se"]),
    "Järfälla": NORDVAST,
    "Jönköping": (["070-688 78 01", "072-709 85 14"], ["stodcentrum@jonkoping.se"]),
    "Kungälv": (["0303-23 80 00"], []),
    "Lerum": (["0761-29 58 00"], ["faltgruppen@lerum.se"]),
    "Lidingö": STOCKHOLM,
    "Linköping": (["013-20 53 83"], ["BFG@linkoping.se"]),
    "Lund": (["046-359 95 26"], ["stodcentrum@lund.se"]),
    "Malmö": (["040-34 92 92"], ["brottsutsatt.asf@malmo.se"]),
    "Nacka": NACKA,
    "Norrtälje": (["0176-71043"], ["registrator.socialnamnden@norrtalje.se"]),
    "Nykvarn": SODERTALJE,
    # The address printed for Nynäshamn names a person, so it is not typed here either.
    "Nynäshamn": (["08-520 739 00", "076-125 87 00"], []),
    "Sigtuna": NORDVAST,
    "Sollentuna": NORDVAST,
    "Solna": NORDVAST,
    "Stockholm": STOCKHOLM,
    "Sundbyberg": NORDVAST,
    "Södertälje": SODERTALJE,
    "Trollhättan": (["073-901 43 32"], ["smub@trollhattan.se"]),
    "Tyresö": (["08- 578 281 48", "08-578 284 33"], ["stodcentrum@tyreso.se"]),
    "Täby": TABY,
    "Upplands-Bro": NORDVAST,
    "Upplands Väsby": NORDVAST,
    "Uppsala": (["018-727 15 43", "070-353 32 36"], ["stodcentrum@ uppsala.se"]),
    "Vallentuna": TABY,
    "Vaxholm": TABY,
    "Värmdö": NACKA,
    "Värnamo": (["0370-37 70 00"], ["stodcentrum@varnamo.se"]),
    "Västerås": (["070-312 85 34"], ["stodcentrum@vasteras.boj.se"]),
    "Örebro": (["019-21 10 00"], ["ungabrottsutsatta@orebro.se"]),
    "Örnsköldsvik": (["073-274 85 21"], ["stodcentrum@ornskoldsvik.se"]),
    "Österåker": TABY,
}

# The report's centres: municipalities with one and the same contact, Gnosjö's being none at all.
CENTRES = [
    [name for name, contact in PRINTED.items() if str(contact) == one]
    for one in dict.fromkeys(map(str, PRINTED.values()))
]

# What is printed -> what the site shows (design, section 2).
EXCEPTIONS = {
    "0761-29 58 00": "076-129 58 00",  # a mobile prefix has three digits; the digits are the same
    "08- 578 281 48": "08-578 281 48",  # a stray blank
    "stodcentrum@ uppsala.se": "stodcentrum@uppsala.se",  # a stray blank
}


def shown(printed: str) -> str:
    """What the site shows for what is printed."""
    return EXCEPTIONS.get(printed, printed)
