"""What translators have left to do, in every language: words and pages, missing or outdated."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from centres.content import prose
from centres.content.prose import Behind, Prose
from centres.data.directory import Directory
from centres.editors import po_files
from centres.files.problem import Problem, Severity
from centres.i18n import N_, SOURCE_LANGUAGE, Words


@dataclass(frozen=True)
class Translation:
    """What a language lacks: words (never translated, or of a Swedish text that has changed)."""

    code: str
    name: str
    words_missing: list[str]
    words_outdated: list[str]
    pages: list[Behind]

    @property
    def whole(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.words_missing or self.words_outdated or self.pages)


def behind(root: Path, directory: Directory, pages: list[Prose]) -> list[Translation]:
    """Every language but Swedish, with what it lacks in the repository at `root`."""
    wanted = po_files.ids(po_files.gather(root, directory, "site"))
    languages = [one for one in directory.languages if one.status != "source"]
    late = list(prose.behind(pages, languages))
    found = []
    for language in languages:
        known, fuzzy = po_files.known(root, "site", language.code)
        pages_of = [one for one in late if one.language == language.code]
        if language.base_code == SOURCE_LANGUAGE:
            # A variant's words are the Swedish ones, and it has the pages that it has.
            if pages_of:
                name = language.name_in_swedish
                found.append(Translation(language.code, name, [], [], pages_of))
            continue
        found.append(
            Translation(
                language.code,
                language.name_in_swedish,
                [word for word in wanted if word not in known and word not in fuzzy],
                [word for word in wanted if word in fuzzy],
                pages_of,
            )
        )
    return found


def warnings(late: list[Translation]) -> Iterator[Problem]:
    """Translations that are behind, as warnings: they never stop anybody."""
    for language in late:
        name = f"locales/{language.code}/site.po"
        count = len(language.words_missing) + len(language.words_outdated)
        if count:
            message = N_("texter utan översättning: %(n)s. De visas på svenska.")
            yield _warning(Problem.of_file(name, message, n=count))
        for page in language.pages:
            message = (
                N_("sidan är inte översatt, och visas på svenska.")
                if page.missing
                else N_("den svenska sidan har ändrats sedan den här översattes.")
            )
            yield _warning(Problem.of_file(page.name, message))


def translation_lines(language: Translation, words: Words) -> Iterator[str]:
    """What one language lacks, as lines of a Markdown list."""
    say = words.plain
    if language.whole:
        yield "- " + say(N_("%(name)s: allt är översatt."), name=language.name)
        return
    yield "- " + say(
        N_("%(name)s: %(missing)s texter saknas, %(outdated)s är äldre än den svenska."),
        name=language.name,
        missing=len(language.words_missing),
        outdated=len(language.words_outdated),
    )
    for word in (*language.words_missing, *language.words_outdated):
        yield f"  - ”{word}”"
    for page in language.pages:
        late = say(N_("saknas")) if page.missing else say(N_("äldre än den svenska"))
        yield f"  - `{page.name}`: {late}"


def _warning(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.WARNING)
