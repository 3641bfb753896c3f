"""Bilaga 2 of Brottsoffermyndigheten's review of 14 January 2026 (data/bilaga_2.csv), as printed.

Where the site differs on purpose, the difference stands in EXCEPTIONS with its reason, and in no
other place.
"""

import csv

from helpers import ROOT

with (ROOT / "data/bilaga_2.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(line for line in file if not line.startswith("#")))
# Municipality -> the numbers and e-mail addresses printed for it.
PRINTED = {
    row["municipality"]: (
        [number for number in row["phones"].split(";") if number],
        [address for address in row["emails"].split(";") if address],
    )
    for row in ROWS
}

# The report's centres: the municipalities that share one contact. Gnosjö's is empty.
CENTRES = [
    [name for name, contact in PRINTED.items() if str(contact) == shared]
    for shared in dict.fromkeys(map(str, PRINTED.values()))
]

# What is printed -> what the site shows. Only how it is written differs: what is dialled, and whom
# a letter reaches, is as printed.
EXCEPTIONS = {
    "0761-29 58 00": "076-129 58 00",  # a mobile prefix has three digits; the digits are the same
    "08- 578 281 48": "08-578 281 48",  # a stray blank
    "stodcentrum@ uppsala.se": "stodcentrum@uppsala.se",  # a stray blank
}


def shown(printed: str) -> str:
    """Return the number or address that the site shows for the one that is printed."""
    return EXCEPTIONS.get(printed, printed)
