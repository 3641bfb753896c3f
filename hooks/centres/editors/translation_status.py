"""What translators have left to do in each language: texts and pages, missing or outdated."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from centres.content import prose
from centres.content.prose import PageToTranslate, Prose
from centres.data.directory import Directory
from centres.editors import po_files
from centres.files.problem import Problem, Severity
from centres.i18n import N_, SOURCE_LANGUAGE, Words


@dataclass(frozen=True)
class LanguageStatus:
    """What a language lacks; `name` is its Swedish name.

    Texts are Swedish: `texts_missing` were never translated, and the translation of
    `texts_outdated` is of an earlier wording.
    """

    code: str
    name: str
    texts_missing: list[str]
    texts_outdated: list[str]
    pages: list[PageToTranslate]

    @property
    def is_complete(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.texts_missing or self.texts_outdated or self.pages)


def statuses(root: Path, directory: Directory, pages: list[Prose]) -> list[LanguageStatus]:
    """Return what each language but Swedish lacks in the repository at `root`.

    A variant lacks no texts, since it has the Swedish ones, and no pages but those that somebody
    has written for it: it is left out if none of them is outdated.
    """
    texts = po_files.ids(po_files.gather(root, directory, "site"))
    languages = [language for language in directory.languages if language.status != "source"]
    pages_to_translate = list(prose.pages_to_translate(pages, languages))
    result = []
    for language in languages:
        code, name = language.code, language.name_in_swedish
        own_pages = [page for page in pages_to_translate if page.language == code]
        if language.base_code == SOURCE_LANGUAGE:
            if own_pages:
                result.append(LanguageStatus(code, name, [], [], own_pages))
            continue
        translated, outdated = po_files.translated_and_outdated(root, "site", code)
        missing = [text for text in texts if text not in translated and text not in outdated]
        reworded = [text for text in texts if text in outdated]
        result.append(LanguageStatus(code, name, missing, reworded, own_pages))
    return result


def warnings(statuses: list[LanguageStatus]) -> Iterator[Problem]:
    """Yield a warning for each catalogue and page that lacks something: it stops no editor."""
    for status in statuses:
        name = f"locales/{status.code}/site.po"
        count = len(status.texts_missing) + len(status.texts_outdated)
        if count:
            message = N_("texter utan översättning: %(n)s. De visas på svenska.")
            yield _warning(Problem.of_file(name, message, n=count))
        for page in status.pages:
            message = (
                N_("sidan är inte översatt, och visas på svenska.")
                if page.missing
                else N_("den svenska sidan har ändrats sedan den här översattes.")
            )
            yield _warning(Problem.of_file(page.name, message))


def report_lines(status: LanguageStatus, words: Words) -> Iterator[str]:
    """Yield what a language lacks as lines of a Markdown list, in the language of `words`."""
    if status.is_complete:
        yield "- " + words.plain(N_("%(name)s: allt är översatt."), name=status.name)
        return
    yield "- " + words.plain(
        N_("%(name)s: %(missing)s texter saknas, %(outdated)s är äldre än den svenska."),
        name=status.name,
        missing=len(status.texts_missing),
        outdated=len(status.texts_outdated),
    )
    for text in (*status.texts_missing, *status.texts_outdated):
        yield f"  - ”{text}”"
    for page in status.pages:
        lack = N_("saknas") if page.missing else N_("äldre än den svenska")
        yield f"  - `{page.name}`: {words.plain(lack)}"


def _warning(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.WARNING)
