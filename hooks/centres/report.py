"""What is old, unconfirmed or missing, centre by centre.

The same values make the page that anyone can read and the text of `centres report`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from centres import vocabulary
from centres.directory import AGEING_DAYS, FRESH_DAYS, Directory
from centres.kinds import NOT_CONFIRMED
from centres.model import Centre
from centres.translating import Translation, translation_lines
from centres.words import Words


@dataclass(frozen=True)
class Standing:
    """How well one centre is known.

    `age` is in days; `state` is "fresh", "ageing" (to be confirmed soon) or "old"; the lists hold
    Swedish questions.
    """

    centre: Centre
    age: int
    state: str
    unconfirmed: list[str]
    undated: list[str]
    missing: list[str]

    @property
    def lists(self) -> list[tuple[str, list[str]]]:
        """What there is to find out, each list under what it is called; none that is empty."""
        every = zip(
            vocabulary.TO_FIND_OUT, (self.missing, self.unconfirmed, self.undated), strict=True
        )
        return [(heading, those) for heading, those in every if those]


def standings(directory: Directory) -> list[Standing]:
    """Every centre, the longest unconfirmed first; of the same age, as the directory lists them."""
    found = [_standing(directory, centre) for centre in directory.centres]
    return sorted(found, key=lambda one: -one.age)


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
        "%(fresh)s av %(centres)s centrum har uppgifter som är högst %(fresh_days)s dagar gamla.",
        **directory.figures,
    )
    for state, heading in (
        ("old", say("Att bekräfta nu: äldre än %(days)s dagar", days=FRESH_DAYS)),
        ("ageing", say("Att bekräfta snart: äldre än %(days)s dagar", days=AGEING_DAYS)),
        ("fresh", say("Färska")),
    ):
        those = [one for one in standings(directory) if one.state == state]
        if those:
            yield from ("", f"## {heading}", "")
        for one in those:
            yield from _centre_lines(one, words, questions)
    yield from ("", "## " + say("Översättningar"), "")
    for language in late:
        yield from translation_lines(language, words)


def _centre_lines(one: Standing, words: Words, questions: Words) -> Iterator[str]:
    say = words.plain
    centre = one.centre
    known_from = say(
        "**%(name)s** (`%(id)s`): %(days)s dagar, från `%(source)s`.",
        name=", ".join(centre.municipalities),
        id=centre.id,
        days=one.age,
        source=centre.source,
    )
    yield f"- {known_from}"
    for heading, those in one.lists:
        yield f"  {questions.plain(heading)} {' · '.join(map(questions.plain, those))}"


def _standing(directory: Directory, centre: Centre) -> Standing:
    facts = vocabulary.facts(centre)
    return Standing(
        centre,
        (directory.today - centre.checked).days,
        _state(directory, centre),
        [label for label, fact in facts if fact.value == NOT_CONFIRMED],
        [
            label
            for label, fact in facts
            if fact.value != NOT_CONFIRMED
            and directory.source_of(fact if fact.source else centre).latest is None
        ],
        list(_missing(centre)),
    )


def _state(directory: Directory, centre: Centre) -> str:
    if not directory.checked_within(FRESH_DAYS, centre):
        return "old"
    return "fresh" if directory.checked_within(AGEING_DAYS, centre) else "ageing"


def _missing(centre: Centre) -> Iterator[str]:
    if not centre.phones:
        yield vocabulary.MISSING["phone"]
    if not any(email.published for email in centre.emails):
        yield vocabulary.MISSING["email"]
    if centre.web_page is None or centre.web_page.url == NOT_CONFIRMED:
        yield vocabulary.MISSING["web_page"]
    if centre.ages.group == "young" and not centre.ages.known:
        yield vocabulary.MISSING["ages"]
