"""What translators and reviewers have left to do in each language: texts and pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from centres.content import critical
from centres.content.prose import PageToTranslate, Prose
from centres.data.directory import Directory
from centres.editors import po_files, reviews
from centres.i18n import N_, Words

_STATES = ("reviewed", "unreviewed", "changed")


@dataclass(frozen=True)
class LanguageStatus:
    """What a language lacks; `name` is its Swedish name.

    Texts are Swedish: `texts_missing` were never translated, and the translation of
    `texts_outdated` is of an earlier wording. The other lists are files, pages and catalogues:
    those that somebody has `reviewed` as they are, those that nobody has, and those that have
    changed since.
    """

    code: str
    name: str
    texts_missing: list[str]
    texts_outdated: list[str]
    pages: list[PageToTranslate]
    reviewed: list[str]
    unreviewed: list[str]
    changed_since_review: list[str]

    @property
    def is_complete(self) -> bool:
        """Whether there is nothing to translate."""
        return not (self.texts_missing or self.texts_outdated or self.pages)


def statuses(root: Path, directory: Directory, pages: list[Prose]) -> list[LanguageStatus]:
    """Return what each language but Swedish lacks in the repository at `root`.

    A variant of Swedish lacks no texts, since it has the Swedish ones. No variant lacks pages: it
    has those that somebody has written for it.
    """
    languages = [language for language in directory.languages if not language.is_source]
    to_translate = list(critical.pages_to_translate(pages, languages, directory.propositions))
    domains = {one.code: po_files.domains_of_pages(one, directory) for one in languages}
    texts = {
        domain: po_files.ids(po_files.gather(root, directory, domain))
        for domain in set().union(*domains.values())
    }
    result = []
    for language in languages:
        code = language.code
        missing: list[str] = []
        reworded: list[str] = []
        for domain in domains[code]:
            translated, outdated = po_files.translated_and_outdated(root, domain, code)
            missing += [text for text in texts[domain] if text not in translated | outdated]
            reworded += [text for text in texts[domain] if text in outdated]
        own = [page for page in to_translate if page.language == code]
        states = dict(_review_states(root, code, domains[code], pages))
        result.append(
            LanguageStatus(
                *(code, language.name_in_swedish, missing, reworded, own),
                *([name for name, is_in in states.items() if is_in == state] for state in _STATES),
            )
        )
    return result


def _review_states(
    root: Path, code: str, domains: list[str], pages: list[Prose]
) -> Iterator[tuple[str, str]]:
    """Yield each catalogue and page of a language, and the one of `_STATES` that it is in."""
    for domain in domains:
        name = f"locales/{code}/{domain}.po"
        yield name, _state(bool(reviews.of_catalogue(root / name)), reviews.holds(root / name))
    for page in (page for page in pages if page.language == code):
        yield page.name, _state(page.matter.review is not None, page.is_reviewed)


def _state(has_review: bool, holds: bool) -> str:
    return "reviewed" if holds else "changed" if has_review else "unreviewed"


def count_lines(statuses: list[LanguageStatus], words: Words) -> Iterator[str]:
    """Yield a line for each language with what it lacks in numbers, in the language of `words`."""
    if statuses:
        yield words.plain(N_("Översättningar i tal. Vilka texter och sidor: centres report."))
    message = N_(
        "- %(name)s: texter: %(texts_missing)s saknas, %(texts_outdated)s gamla. Sidor: "
        "%(pages_missing)s saknas, %(pages_outdated)s gamla. Granskade sidor och kataloger: "
        "%(reviewed)s av %(all)s, och %(changed)s har ändrats sedan de granskades."
    )
    for status in statuses:
        pages_missing = sum(page.missing for page in status.pages)
        files = (status.reviewed, status.unreviewed, status.changed_since_review)
        yield words.plain(
            message,
            name=status.name,
            texts_missing=len(status.texts_missing),
            texts_outdated=len(status.texts_outdated),
            pages_missing=pages_missing,
            pages_outdated=len(status.pages) - pages_missing,
            reviewed=len(status.reviewed),
            all=sum(map(len, files)),
            changed=len(status.changed_since_review),
        )


def report_lines(status: LanguageStatus, words: Words) -> Iterator[str]:
    """Yield what a language lacks as lines of a Markdown list, in the language of `words`."""
    if status.is_complete:
        yield "- " + words.plain(N_("%(name)s: allt är översatt."), name=status.name)
    else:
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
    yield from _review_lines(status, words)


def _review_lines(status: LanguageStatus, words: Words) -> Iterator[str]:
    """Yield what nobody has reviewed: each file by its name, unless it is all of them."""
    changed = words.plain(N_("ändrad sedan den granskades"))
    unreviewed = words.plain(N_("ingen har granskat den"))
    yield from (f"  - `{name}`: {changed}" for name in status.changed_since_review)
    if status.unreviewed and not (status.reviewed or status.changed_since_review):
        yield "  - " + words.plain(N_("ingen har granskat någon sida eller katalog"))
    else:
        yield from (f"  - `{name}`: {unreviewed}" for name in status.unreviewed)
