"""Read the texts of notices that each language has beforehand: locales/<code>/notices.yaml.

A variant has a file of its own: its readers need other words.
"""

import hashlib
from pathlib import Path

from pydantic import ValidationError

from centres.data.field_messages import explain_all
from centres.data.model import Language, Prepared
from centres.files import yaml_file
from centres.files.problem import Problem


def read(root: Path, languages: list[Language]) -> tuple[dict[str, Prepared], list[Problem]]:
    """Return the texts of each language that has any by its code, and what is wrong in the files.

    A language may lack the file: `notice_rules` says what that means.
    """
    prepared: dict[str, Prepared] = {}
    problems: list[Problem] = []
    for language in languages:
        name = f"locales/{language.code}/notices.yaml"
        if not (root / name).exists():
            continue
        file = yaml_file.read(root / name, name)
        if file.problems:
            problems += file.problems
            continue
        try:
            prepared[language.code] = Prepared.model_validate(file.content)
        except ValidationError as errors:
            problems += [
                file.problem(location, message, **values)
                for location, (message, values) in explain_all(errors.errors(), Prepared)
            ]
    return prepared, problems


def fingerprint(prepared: Prepared) -> str:
    """Return the first twelve hexadecimal digits of the SHA-256 of the texts."""
    parts = [f"{name}\n{one.heading}\n{one.text}\n" for name, one in prepared.texts.items()]
    return hashlib.sha256("".join(sorted(parts)).encode()).hexdigest()[:12]


def is_reviewed(prepared: Prepared) -> bool:
    """Return whether somebody has reviewed the texts as they are."""
    return prepared.review is not None and prepared.review.text == fingerprint(prepared)
