"""Add records of every fact that today's data lack, so that pages have each sentence there is."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from centres.data.directory import AGEING_DAYS, Directory

# Of these, pages are visited for what they show today.
_LEFT_ALONE = ("Vara", "Gnosjö")
NAME = "Stödcentrum på prov"
PLATFORM, ACCOUNT = "Plattformen", "stod_exempel"
# The page that leads to the helpline.
_DOOR = "content/sv/rad/under-18.md"
# Numbers and addresses that belong to nobody, kept for fiction.
_NUMBER, _SECOND_NUMBER, _EMAIL = "08-465 004 00", "08-465 004 01", "stodcentrum@stod.example.se"
_NUMBERS = ("08-465 004 02", "08-465 004 03", "08-465 004 04", "070-174 06 05")
_UNKNOWN = "not confirmed"
# A text of the data that is translated.
_TRANSLATED = "Adressen står så i källan, med ett t."
# Until what is decided happens.
_DAYS_AHEAD = 30


def add(root: Path, directory: Directory) -> None:
    """Add centres, a helpline and retired centres to the data below `root`, which are `directory`.

    A page of the prose there leads to the helpline, as one has to. One source is said to have been
    read on its own website. No centre takes a municipality that has one. The ids come last in the
    alphabet, as the files do.
    """
    free = [
        place.name
        for place in directory.municipalities
        if place.code not in directory.centre_of and place.name not in _LEFT_ALONE
    ]
    undated = next(name for name, source in directory.sources.items() if source.latest is None)
    asked = (directory.today - timedelta(days=AGEING_DAYS + 1)).isoformat()
    facts: list[dict[str, Any]] = [
        {
            **_told_in_full(),
            "free_of_charge": "yes",
            "close_relationships": "no",
            "ages": {"from": 10, "under": 25, "flexible": "yes"},
            "emails": [{"address": _EMAIL, "kind": "centre"}],
            "note": _TRANSLATED,
        },
        {
            "anonymity": "no",
            "free_of_charge": "no",
            "drop_in": "yes",
            "channels": _channels(),
            "opening_hours": "enligt överenskommelse",
            "ages": {"up_to": 21, "flexible": "no"},
        },
        {"ages": {"under": 25, "flexible": "yes", "source": undated}},
        {"ages": {"under": 25, "flexible": "no", "source": undated}},
    ]
    centres = [
        _centre(f"zz-prov-{number}", free[number], asked) | of for number, of in enumerate(facts)
    ]
    # One that will close, and one that has closed and will open.
    centres += [_centre(f"zz-prov-{number}", free[number + 3], asked) for number in (4, 5)]
    _decide(centres, free, asked, directory.today)
    _append(root, "centres", centres)
    line = _line(directory)
    _append(root, "helplines", [line])
    _lead(root / _DOOR, line["id"])
    sources = root / "data/sources.yaml"
    read = sources.read_text(encoding="utf-8").replace("read_as: copy", "read_as: page", 1)
    sources.write_text(read, encoding="utf-8")
    later = (directory.today + timedelta(days=_DAYS_AHEAD)).isoformat()
    closing = {**_retired("zz-prov-2", free[2], asked, "zz-prov-3"), "date": later}
    ending = {**_retired("zz-prov-4", free[7], asked, "none"), "date": later}
    opening = {**_retired("zz-prov-5", free[8], asked, "none"), "reopens": later}
    _append(root, "retired", [closing, ending, opening])
    _append(root, "retired", [_retired("zz-prov-flyttat", free[0], asked, "zz-prov-0")])
    _append(root, "retired", [_retired("zz-prov-stangt", free[0], asked, "none")])
    _append(root, "rounds", [{"id": "zz-prov-0", "asked": asked}])
    _append(root, "notices", list(_notices(directory.today, line["id"], asked)))


def _told_in_full() -> dict[str, Any]:
    """Return what a centre says that answers in full; its texts are translated ones."""
    hours = "mån–tor 9–12; fre enligt överenskommelse"
    return {
        "anonymity": {"value": "yes", "note": _TRANSLATED},
        "phones": [
            {"number": _NUMBERS[0], "kind": "direct"},
            {"number": _NUMBERS[1], "kind": "direct", "hours": hours, "note": _TRANSLATED},
            {"number": _NUMBERS[2], "kind": "switchboard", "ask_for": NAME},
        ],
        "opening_hours": {"weekly": hours},
        "visiting_address": "Exempelgatan 1",
        "drop_in": "yes",
        "visiting_hours": "ons 13–16",
        "languages": ["sv"],
    }


def _channels() -> list[dict[str, Any]]:
    """Return a way of each kind that some centre has beside numbers and addresses."""
    return [
        {"kind": "sms", "number": _NUMBERS[3], "hours": "mån–tor 9–12", "for_whom": _TRANSLATED},
        {"kind": "chat", "url": "https://www.example.se/chatt", "hours": _UNKNOWN},
        {"kind": "form", "url": "https://www.example.se/formular"},
        {"kind": "social", "platform": PLATFORM, "account": ACCOUNT},
    ]


def _notices(today: date, line: str, asked: str) -> Iterator[dict[str, Any]]:
    """Yield a notice with a line that begins on the day, and one with a link that has begun."""
    day, before = today.isoformat(), (today - timedelta(days=1)).isoformat()
    last = (today + timedelta(days=5)).isoformat()
    begins = {"from": f"{day} 08:30", "until": f"{last} 24:00", "line": line}
    begun = {"from": f"{before} 08:00", "until": f"{last} 12:00", "link": "https://www.example.se/"}
    for number, of in enumerate((begins, begun)):
        yield {
            "id": f"{day}-prov-{number}",
            "level": "service",
            "centres": ["zz-prov-1"],
            "prepared": "closed",
            **of,
            "source": "centret",
            "checked": asked,
        }


def _decide(centres: list[dict[str, Any]], free: list[str], asked: str, today: date) -> None:
    """Write what will happen to the centres, and that a municipality has left one of them.

    The first gets a municipality and a name, another leaves the second, the fourth takes over the
    third.
    """
    said = {"source": "centret", "checked": asked}
    first = (today + timedelta(days=_DAYS_AHEAD)).isoformat()
    last = (today + timedelta(days=_DAYS_AHEAD - 1)).isoformat()
    moves = [
        {"name": free[4], "from": first},
        {"name": free[5], "to": last},
        {"name": free[6], "to": asked},
        {"name": free[2], "from": first},
    ]
    for centre, move in zip((0, 1, 1, 3), moves, strict=True):
        centres[centre]["municipalities"].append({**move, **said})
    renamed = {"to": f"{NAME} 2", "name_is": "official", "from": first}
    centres[0]["renamed"] = {**renamed, **said}


def _append(root: Path, name: str, records: list[dict[str, Any]]) -> None:
    text = yaml.safe_dump(records, allow_unicode=True, sort_keys=False)
    with (root / f"data/{name}.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}")


def _lead(page: Path, line: str) -> None:
    """Have the page name a helpline, last of those that help."""
    text = page.read_text(encoding="utf-8")
    led = re.sub(r"^helps: \[(.+)\]$", rf"helps: [\1, {line}]", text, count=1, flags=re.MULTILINE)
    assert led != text
    page.write_text(led, encoding="utf-8")


def _centre(name: str, municipality: str, asked: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": NAME,
        "name_is": "description",
        "run_by": {"kind": "municipality"},
        "municipalities": [municipality],
        "phones": [],
        "emails": [],
        "web_page": "none",
        "ages": "young",
        "receives": dict.fromkeys(("victims", "witnesses", "relatives", "offenders"), _UNKNOWN),
        "close_relationships": _UNKNOWN,
        "services": dict.fromkeys(
            ("support_talks", "practical_help", "court_support", "mediation"), _UNKNOWN
        ),
        "anonymity": _UNKNOWN,
        "free_of_charge": _UNKNOWN,
        "opening_hours": _UNKNOWN,
        "interpreters": _UNKNOWN,
        "source": "centret",
        "checked": asked,
    }


def _line(directory: Directory) -> dict[str, Any]:
    return {
        "id": "zz-provlinjen",
        "name": "Provlinjen",
        "needs": ["any crime"],
        "what_for": "Prata om vad som helst",
        "for_whom": "Du som är under 18 år, vad det än gäller.",
        "channels": [
            {
                "kind": "call",
                "number": _NUMBER,
                "hours": {
                    "weekly": ["Mo-Fr 09:00-16:00"],
                    "exceptions": [{"from": "12-23", "to": "12-31", "weekly": "closed"}],
                },
                **dict.fromkeys(("free", "not_on_bill"), "no"),
                "from_abroad": "yes",
            },
            {
                "kind": "call",
                "number": _SECOND_NUMBER,
                **dict.fromkeys(("hours", "free", "not_on_bill", "from_abroad"), _UNKNOWN),
            },
        ],
        "interpreter": "no",
        **dict.fromkeys(("anonymous", "languages"), _UNKNOWN),
        "source": directory.helplines[0].source,
    }


def _retired(name: str, municipality: str, asked: str, moved_to: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": NAME,
        "moved_to": moved_to,
        "municipalities": [municipality],
        "date": asked,
        "source": "centret",
        "checked": asked,
    }
