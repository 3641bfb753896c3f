"""Rules about data/languages.yaml: which language is first, and what its entries refer to.

Like `record_rules`, they read the text of the files and yield problems.
"""

from collections.abc import Iterator

from centres.data.record_rules import entries, text_of
from centres.files.problem import Problem
from centres.files.yaml_file import TextFile
from centres.i18n import N_, SOURCE_LANGUAGE


def source_language(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem unless the first language is the source."""
    for index, entry in entries(file):
        if index == 0 and text_of(entry, "code") != SOURCE_LANGUAGE:
            message = N_("det första språket ska vara %(code)s, källspråket.")
            yield file.problem((index, "code"), message, code=SOURCE_LANGUAGE)


def unknown_language(file: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each variant of what is no language, or is itself a variant."""
    whole = {text_of(entry, "code") for _, entry in entries(file) if not entry.get("variant_of")}
    for index, entry in entries(file):
        base = text_of(entry, "variant_of")
        if base and base not in whole:
            message = N_("språket ”%(name)s” finns inte i filen, eller är självt en variant.")
            yield file.problem((index, "variant_of"), message, name=base)


def unknown_script(file: TextFile, scripts: TextFile) -> Iterator[Problem]:
    """Yield a Problem for each language in a script that is not among `scripts`."""
    known = {text_of(entry, "code") for _, entry in entries(scripts)}
    for index, entry in entries(file):
        code = text_of(entry, "script")
        if code and code not in known:
            message = N_("skriften ”%(name)s” finns inte i data/scripts.yaml.")
            yield file.problem((index, "script"), message, name=code)
