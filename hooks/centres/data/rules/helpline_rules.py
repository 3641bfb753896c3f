"""Rules about the helplines: each is a function from the text of their file to problems.

Like those of `record_rules`, they read what is written, so that one mistake does not hide another.
"""

from collections.abc import Collection, Iterable, Iterator

from centres.data.record_rules import entries, entry_that_pages_need, text_of
from centres.files.problem import Problem
from centres.files.yaml_file import Location, Text, TextFile
from centres.i18n import N_

# What a source promises of one number, by the names of the fields.
_PROMISES = ("free", "not_on_bill")


def line_that_pages_need(file: TextFile, needed: Iterable[str]) -> Iterator[Problem]:
    """Yield a Problem for each helpline in `needed` that `file` lacks, or that has no number."""
    needed = list(needed)
    yield from entry_that_pages_need(file, needed)
    for index, entry in entries(file):
        if text_of(entry, "id") in needed and not list(_numbers(index, entry)):
            message = N_("posten behöver ett nummer att ringa: kind: call, under channels.")
            yield file.problem((index,), message)


def promise_of_another_number(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each promise of a further number that names no source of its own.

    The source of an entry speaks of its first number: that calls to it are free, say.
    """
    for index, entry in entries(file):
        for location, channel in list(_numbers(index, entry))[1:]:
            for promise in _PROMISES:
                if _promised_without_source(channel.get(promise, "")):
                    message = N_(
                        "ett löfte hör till det nummer som källan nämner. Skriv källan som lovar "
                        "det för %(number)s: {value: yes, source: …}. Annars not confirmed."
                    )
                    number = text_of(channel, "number")
                    yield file.problem((*location, promise), message, number=number)


def line_that_nothing_leads_to(file: TextFile, led_to: Collection[str]) -> Iterator[Problem]:
    """Yield a Problem for each helpline that is not in `led_to`."""
    for index, entry in entries(file):
        if text_of(entry, "id") not in led_to:
            message = N_(
                "ingen sida leder hit. Nämn den i helps på en sida i content/sv/rad/, eller ta "
                "bort posten."
            )
            yield file.problem((index, "id"), message)


def called(file: TextFile) -> list[str]:
    """Return the ids of the helplines that have a number to call."""
    return [text_of(entry, "id") for at, entry in entries(file) if any(_numbers(at, entry))]


def _numbers(index: int, entry: dict[str, Text]) -> Iterator[tuple[Location, dict[str, Text]]]:
    """Yield the location and the fields of each way to call the entry at `index`."""
    channels = entry.get("channels")
    for place, channel in enumerate(channels if isinstance(channels, list) else []):
        if isinstance(channel, dict) and channel.get("kind") == "call":
            yield (index, "channels", place), channel


def _promised_without_source(written: Text) -> bool:
    if isinstance(written, dict):
        return written.get("value") == "yes" and not written.get("source")
    return written == "yes"
