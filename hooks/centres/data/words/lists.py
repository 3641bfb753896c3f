"""Read the words that each language brings for code to compare with: locales/<code>/words.yaml."""

from pathlib import Path

from pydantic import ValidationError

from centres.data.field_messages import explain_all
from centres.data.model import Language, WordList
from centres.files import yaml_file
from centres.files.problem import Problem
from centres.i18n import N_


def read(root: Path, languages: list[Language]) -> tuple[dict[str, WordList], list[Problem]]:
    """Return the word list of each language by its code, and what is wrong in the files.

    Each language needs one but a variant, which has its base language's.
    """
    lists: dict[str, WordList] = {}
    problems: list[Problem] = []
    for code in dict.fromkeys(language.base_code for language in languages):
        name = f"locales/{code}/words.yaml"
        result = _word_list(root / name, name)
        if isinstance(result, WordList):
            lists[code] = result
        else:
            problems += result
    return lists, problems


def of(root: Path, code: str) -> WordList | None:
    """Return the word list of the language `code`; None if it has none that can be read."""
    name = f"locales/{code}/words.yaml"
    result = _word_list(root / name, name)
    return result if isinstance(result, WordList) else None


def _word_list(path: Path, name: str) -> WordList | list[Problem]:
    if not path.exists():
        message = N_("filen saknas. Skriv den, med telling, som locales/sv/words.yaml.")
        return [Problem.of_file(name, message)]
    file = yaml_file.read(path, name)
    if file.problems:
        return file.problems
    try:
        return WordList.model_validate(file.content)
    except ValidationError as errors:
        return [
            file.problem(location, message, **values)
            for location, (message, values) in explain_all(errors.errors(), WordList)
        ]
