"""Write who has been asked and who has answered: the text of data/rounds.yaml in, a text out."""

from collections.abc import Iterable
from datetime import date

from centres.data.model import Round
from centres.data.model.round import MOST_REMINDERS
from centres.files import yaml_edit

# Days after which a letter is the first of a new round, and no reminder: the cadence is a year.
NEW_ROUND_DAYS = 180


def sent(text: str, rounds: Iterable[Round], name: str, day: date) -> str | None:
    """Return the text with a letter to `name` on `day`; None if it may not be reminded again."""
    before = _of(rounds, name)
    if before and not before.answered and (day - before.asked).days < NEW_ROUND_DAYS:
        days = {*before.reminded, day} - {before.asked}
        if len(days) > MOST_REMINDERS:
            return None
        entry: dict[str, object] = {"id": name, "asked": before.asked.isoformat()}
        if days:
            entry["reminded"] = sorted(map(date.isoformat, days))
        return _with(text, before, entry)
    return _with(text, before, {"id": name, "asked": day.isoformat()})


def answered(text: str, rounds: Iterable[Round], name: str, day: date, by: str) -> str:
    """Return the text with an answer from `name` on `day`; as it was if nobody asked before."""
    before = _of(rounds, name)
    if before is None or day < max([before.asked, *before.reminded]):
        return text
    entry: dict[str, object] = {"id": name, "asked": before.asked.isoformat()}
    if before.reminded:
        entry["reminded"] = [one.isoformat() for one in before.reminded]
    return _with(text, before, {**entry, "answered": day.isoformat(), "by": by})


def _of(rounds: Iterable[Round], name: str) -> Round | None:
    return next((one for one in rounds if one.id == name), None)


def _with(text: str, before: Round | None, entry: dict[str, object]) -> str:
    return yaml_edit.inserted(yaml_edit.removed(text, before.id) if before else text, entry)
