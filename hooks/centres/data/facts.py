"""The facts of an entry, each with the record that says where it comes from and from which day."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from centres.data.model import Ages, Centre, Cited


@dataclass(frozen=True)
class KnownFact:
    """A fact that has an answer, and where it stands in its entry, as editors write it.

    `path` is such as "services.mediation" or "phones[1]"; `stated` names its source: the fact
    itself, or what it is a part of, at last its entry.
    """

    path: str
    stated: Cited


def known(centre: Centre) -> Iterator[KnownFact]:
    """Yield every fact about `centre` that has an answer, be it a yes or a no."""
    yield from _known("", centre, centre)


def _known(path: str, record: BaseModel, entry: Cited) -> Iterator[KnownFact]:
    """Yield the facts within `record`; those without a source of their own have that of `entry`."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        at = f"{path}.{field.alias or name}".removeprefix(".")
        for place, item in enumerate(value if isinstance(value, list | tuple) else [value], 1):
            if not isinstance(item, BaseModel):
                continue
            here = at if item is value else f"{at}[{place}]"
            stated: Cited = item if getattr(item, "source", None) else entry  # type: ignore[assignment]
            # That it is for all ages is known, though there is no limit.
            for_all = isinstance(item, Ages) and item.group == "all"
            if hasattr(item, "source") and (for_all or getattr(item, "known", True)):
                yield KnownFact(here, stated)
            yield from _known(here, item, stated)
