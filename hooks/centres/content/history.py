"""What stands in a browser's history must not say what has happened: titles and addresses.

Whoever opens a friend's or a partner's phone reads them. The words are each language's own
(`telling` in locales/<code>/words.yaml); an address is made of Swedish words in every language.
"""

from collections.abc import Iterator, Mapping

from centres.content.prose import Prose
from centres.data.geography import slug
from centres.data.model import Language, WordList
from centres.files.problem import Problem
from centres.i18n import N_, SOURCE_LANGUAGE

TITLE = N_("”%(name)s” syns i webbläsarens historik, och ”%(word)s” berättar vad som har hänt.")


def problems_in(
    pages: list[Prose], languages: Mapping[str, Language], word_lists: Mapping[str, WordList]
) -> Iterator[Problem]:
    """Yield a Problem for each title and each address of visitors' prose that tells too much.

    The guide is for people at work. A page in no language of the site is left out.
    """
    for page in pages:
        language = languages.get(page.language)
        if language is None or page.matter.audience == "guide":
            continue
        words = telling(language, word_lists)
        in_addresses = {word: _in_an_address(word) for word in words}
        for text, forms in (
            (page.matter.title, {word: word for word in words}),
            (page.path, in_addresses),
        ):
            for word in (word for word, form in forms.items() if form in text.casefold()):
                yield Problem.of_file(page.name, TITLE, name=text, word=word)


def _in_an_address(word: str) -> str:
    """Return a word as addresses write it; as it is if they have no form of all its letters."""
    written = slug(word)
    return written if len(written) == len(word) else word


def telling(language: Language, word_lists: Mapping[str, WordList]) -> tuple[str, ...]:
    """Return the words that must not stand in a title in a language: its own and the Swedish.

    A page that nobody has translated has its Swedish title.
    """
    lists = (word_lists.get(code) for code in dict.fromkeys((language.base_code, SOURCE_LANGUAGE)))
    return tuple(word.casefold() for one in lists if one for word in one.telling)
