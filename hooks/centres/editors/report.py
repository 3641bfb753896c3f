"""The text of `centres report`: what is old, unconfirmed, missing or not translated."""

from collections.abc import Iterator

from centres.data.directory import AGEING_DAYS, FRESH_DAYS, Directory
from centres.editors.translation_status import Translation, translation_lines
from centres.i18n import N_, Words
from centres.pages.freshness import Standing, standings


def markdown(directory: Directory, late: list[Translation], words: Words, questions: Words) -> str:
    """The whole report as Markdown, in the language of `words` (an `editor` catalogue).

    `questions` is the `site` catalogue of the same language, for what pages ask about a centre.
    """
    return "\n".join(_lines(directory, late, words, questions)) + "\n"


def _lines(
    directory: Directory, late: list[Translation], words: Words, questions: Words
) -> Iterator[str]:
    say = words.plain
    yield say(
        N_(
            "%(fresh)s av %(centres)s centrum har uppgifter som är högst %(fresh_days)s dagar "
            "gamla."
        ),
        **directory.figures,
    )
    for state, heading in (
        ("old", say(N_("Att bekräfta nu: äldre än %(days)s dagar"), days=FRESH_DAYS)),
        ("ageing", say(N_("Att bekräfta snart: äldre än %(days)s dagar"), days=AGEING_DAYS)),
        ("fresh", say(N_("Färska"))),
    ):
        those = [one for one in standings(directory) if one.state == state]
        if those:
            yield from ("", f"## {heading}", "")
        for one in those:
            yield from _centre_lines(one, words, questions)
    yield from ("", "## " + say(N_("Översättningar")), "")
    for language in late:
        yield from translation_lines(language, words)


def _centre_lines(one: Standing, words: Words, questions: Words) -> Iterator[str]:
    say = words.plain
    centre = one.centre
    known_from = say(
        N_("**%(name)s** (`%(id)s`): %(days)s dagar, från `%(source)s`."),
        name=", ".join(centre.municipalities),
        id=centre.id,
        days=one.age,
        source=centre.source,
    )
    yield f"- {known_from}"
    for heading, those in one.lists:
        yield f"  {questions.plain(heading)} {' · '.join(map(questions.plain, those))}"
