"""Read the data and the prose, check them together, and make the Site of them."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from centres import i18n
from centres.content import (
    critical,
    glosses,
    history,
    links,
    marks,
    prose,
    prose_rules,
    search_words,
)
from centres.content.library import Library
from centres.content.markdown import MarkdownReader
from centres.content.prose import Prose
from centres.data import coverage, loader
from centres.data.directory import Directory
from centres.data.model import CrisisWords, Language, Prepared, SearchWords, WordList
from centres.data.rules import notice_rules
from centres.data.words import crisis, lists, prepared
from centres.errors import PageError
from centres.files import po_file
from centres.files.problem import DataProblems, Problem
from centres.i18n import SOURCE_LANGUAGE, Words
from centres.pages.directory import all_pages, easy
from centres.pages.document import assets
from centres.pages.document.document import DocumentMaker
from centres.pages.document.frame import Framer
from centres.pages.document.language_selector import LanguageSelector, label_words
from centres.pages.document.settings import Settings
from centres.pages.document.templates import Templates
from centres.pages.edition import Edition
from centres.pages.guide import municipality_pages
from centres.pages.guide.frame import GuideFrame
from centres.pages.prose_pages import ProsePages
from centres.site import answers, place_list, topics
from centres.site.site import Site

EVERY_LANGUAGE: frozenset[str] = frozenset()


class Content(NamedTuple):
    """The data, the pages of prose and each language's own words, checked together."""

    directory: Directory
    pages: list[Prose]
    word_lists: dict[str, WordList]
    search_words: dict[str, SearchWords]
    crisis_words: dict[str, CrisisWords]
    # The texts of notices that each language has beforehand, a variant's too.
    prepared: dict[str, Prepared]


def read(root: Path, data: Path, today: date) -> Content:
    """Read the data in the folder `data`, and the prose and words below `root`, and check them.

    `today` is the day that ages are counted from. Raises DataProblems with the problems of all.
    """
    codes = [path.name for path in sorted((root / prose.FOLDER).glob("*")) if path.is_dir()]
    pages, problems = prose.read(root, codes)
    problems += prose.misplaced(root)
    problems += po_file.problems_in(root)
    cited = {name for page in pages for name in marks.cited(page.body)}
    try:
        directory = loader.load(data, today, cited)
        made = _paths_from_data(directory)
        problems += prose_rules.problems_in(pages, directory, made)
        content, problems_in_words = _with_words(root, directory, pages, made)
        problems += problems_in_words
        problems += loader.problems_of_prepared_texts(data, directory, content.prepared)
        word_lists = content.word_lists
        problems += history.problems_in(pages, directory.by_language, word_lists)
        problems += glosses.problems_in(pages, directory.by_language, directory.lines, word_lists)
        problems += critical.problems_in(pages, directory, word_lists)
        library = Library(prose.by_address(pages), directory.languages)
        problems += links.problems_in(pages, library, _made_by_language(directory, made))
        named = prose_rules.lines_named(pages)
        # Only where there is prose to lead to them, and nobody has misspelt a line in it.
        if named and not problems:
            problems += loader.lines_that_nothing_leads_to(data, directory, named)
    except DataProblems as error:
        problems += error.problems
    if problems:
        raise DataProblems(problems)
    return content


def _with_words(
    root: Path, directory: Directory, pages: list[Prose], made: set[str]
) -> tuple[Content, list[Problem]]:
    """Return what was read with each language's own words, and what is wrong in those.

    `made` are the paths of the pages made from data.
    """
    languages = directory.languages
    word_lists, problems = lists.read(root, languages)
    names = [municipality.name for municipality in directory.municipalities]
    names += [place.name for place in directory.places]
    crisis_words, more = crisis.read(root, languages, word_lists, names)
    problems += more
    paths = made | {f"{search_words.LINES}#{line}" for line in directory.lines}
    found_by, more = search_words.read(root, pages, languages, paths)
    problems += more
    texts, more = prepared.read(root, languages)
    problems += more
    if not more:
        directory.warnings.extend(notice_rules.texts_not_prepared(languages, texts))
    return Content(directory, pages, word_lists, found_by, crisis_words, texts), problems


def load(
    root: Path,
    today: date,
    settings: Settings,
    only: frozenset[str] = EVERY_LANGUAGE,
    design: Path | None = None,
) -> Site:
    """Return the site of the repository at `root` as of `today`.

    `only` limits the languages (by code) for a quick look. `design` is the folder with templates/
    and theme/, if that is not `root`. Raises DataProblems, and PageError if a language in `only`
    does not exist.
    """
    content = read(root, root / "data", today)
    languages = _selected(content.directory.languages, only)
    return assemble(root, content, settings, languages, design or root)


def _selected(languages: list[Language], only: frozenset[str]) -> list[Language]:
    """Return the languages whose codes are in `only`; all of them if it is empty.

    Raises PageError for a code that no language has, and for a variant without its base language.
    """
    unknown = only - {language.code for language in languages}
    if unknown:
        raise PageError(f"no such language: {', '.join(sorted(unknown))}")
    for language in languages:
        if language.code in only and language.base_code not in only:
            raise PageError(f"{language.code} needs {language.base_code}")
    return [language for language in languages if not only or language.code in only]


def assemble(
    root: Path, content: Content, settings: Settings, languages: list[Language], design: Path
) -> Site:
    """Return the site in `languages` of the repository at `root`, of which `content` was read.

    `design` is the folder with templates/ and theme/.
    """
    directory, theme = content.directory, design / "theme"
    editions = {
        language.code: Edition(
            directory, language, words(root, language.base_code), content.prepared
        )
        for language in languages
    }
    library = Library(prose.by_address(content.pages), languages)
    answered = dict(_answered_from(content, library, editions))
    published = assets.published(theme / assets.FOLDER, answered, assets.guide_fonts(directory))
    addresses = {name: asset.address for name, asset in published.items()}
    templates = Templates(design / "templates")
    selector = LanguageSelector(templates, label_words(editions.values()))
    of_variants = {
        language.code: frozenset(library.paths(language.code, "visitor"))
        for language in languages
        if language.variant_of
    }
    framer = Framer(settings, templates, addresses, selector, of_variants)
    figures = directory.figures | coverage.figures(directory)
    return Site(
        root=root,
        directory=directory,
        settings=settings,
        library=library,
        editions=editions,
        assets=published,
        prose_pages=ProsePages(library, figures, MarkdownReader(), framer),
        documents=DocumentMaker(framer, theme),
        guide_frame=GuideFrame(library, framer),
    )


def _answered_from(
    content: Content, library: Library, editions: Mapping[str, Edition]
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each list that the search field answers from."""
    yield assets.PLACES, place_list.json_text(content.directory)
    for code, edition in editions.items():
        if edition.language.variant_of:
            continue
        found = list(topics.topics(edition, library, content.search_words[code]))
        own = (content.word_lists[code], content.crisis_words[code])
        yield assets.ANSWERS.format(code), answers.first_text(edition, found, *own)
        more = answers.more_text(edition, library, found, content.word_lists)
        yield assets.MORE.format(code), more


def words(root: Path, code: str) -> Words:
    """Return the words of all pages in the language `code`, and of those of its variants."""
    found = i18n.read(root, code, "site", "guide", "easy")
    compared = lists.of(root, code)
    found.also_months = (compared and compared.also_months) or ""
    return found


def _made_by_language(directory: Directory, made: set[str]) -> dict[str, Collection[str]]:
    """Return the paths of `made`, those of pages made from data, that each language has."""
    guide = municipality_pages.addresses(directory)
    return {
        one.code: easy.paths(directory)
        if one.variant_of
        else made
        if one.has_guide
        else made - guide
        for one in directory.languages
    }


def _paths_from_data(directory: Directory) -> set[str]:
    """Return the paths of the pages made from data, which are the same in every language."""
    edition = Edition(directory, directory.languages[0], Words(SOURCE_LANGUAGE))
    pages = all_pages.pages(edition, [])
    return {page.path for page in pages} | municipality_pages.addresses(directory)
