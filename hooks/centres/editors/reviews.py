"""Reviews of translations: write one into a page or a catalogue, and find those that do not hold.

A page has it in its front matter (`review`), a catalogue in the header of its PO file
(`X-Reviewed-By`, `X-Reviewed-On`, `X-Reviewed-Text`).
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from babel.messages.catalog import Catalog
from pydantic import ValidationError

from centres import i18n
from centres.content import prose
from centres.data.field_messages import explain_all
from centres.data.model import Review
from centres.data.record_rules import NOT_YET
from centres.files.problem import Problem

_FIELD = re.compile(r'^"X-Reviewed-\w+: .*\n', re.MULTILINE)
_HEADER = re.compile(r'^msgid ""\r?\nmsgstr ".*"\r?\n', re.MULTILINE)


def of_catalogue(path: Path) -> dict[str, str]:
    """Return the fields of the review in the PO file at `path`; none if there is no review."""
    return i18n.review_fields(path.read_text(encoding="utf-8")) if path.exists() else {}


def holds(path: Path) -> bool:
    """Return whether the PO file at `path` has been reviewed as it is. Raises CatalogueError."""
    review = of_catalogue(path)
    return bool(review) and review.get("text") == i18n.fingerprint(i18n.read_catalogue(path))


def kept(path: Path, merged: Catalog) -> dict[str, str]:
    """Return the review of the PO file at `path` for what is `merged` into it.

    A merge takes texts away and translates none, so a review that held still does.
    """
    review = of_catalogue(path)
    return {**review, "text": i18n.fingerprint(merged)} if holds(path) else review


def with_review(po: str, review: Mapping[str, str]) -> str:
    """Return the text of a PO file with the fields of `review` in its header, and no others."""
    lines = (f'"X-Reviewed-{name.capitalize()}: {value}\\n"\n' for name, value in review.items())
    po = _FIELD.sub("", po)
    header = _HEADER.search(po)
    end = header.end() if header else 0
    return f"{po[:end]}{''.join(lines)}{po[end:]}"


def with_page_review(text: str, review: Mapping[str, str]) -> str:
    """Return the `text` of a page's file with `review` in its front matter."""
    fields = ", ".join(f"{name}: {value}" for name, value in review.items())
    return prose.with_field(text, "review", f"{{{fields}}}")


def problems_in_catalogues(root: Path, today: date) -> Iterator[Problem]:
    """Yield a Problem for each field of a catalogue's review that is not as it should be."""
    for path in sorted((root / "locales").glob("*/*.po")):
        fields = of_catalogue(path)
        for name, message, values in _wrong_fields(fields, today) if fields else ():
            field = f"X-Reviewed-{name.capitalize()}"
            lines = path.read_text(encoding="utf-8").splitlines()
            line = next((n for n, text in enumerate(lines, 1) if text.startswith(f'"{field}')), 1)
            file = path.relative_to(root).as_posix()
            yield Problem(file, line, 1, "", field, message, values)


def _wrong_fields(
    fields: Mapping[str, str], today: date
) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield the name of each field of a review that is wrong or missing, with its message."""
    try:
        review = Review.model_validate(fields)
    except ValidationError as errors:
        for location, (message, values) in explain_all(errors.errors(), Review):
            for name in location or [name for name in Review.model_fields if name not in fields]:
                yield str(name), message, values
    else:
        if review.on > today:
            yield "on", NOT_YET, {"date": review.on}
