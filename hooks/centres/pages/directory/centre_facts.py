"""What is known about a centre, as answers: a fact without a date is a question to ask."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from centres.data.model import Centre, Fact, Hours
from centres.i18n import N_, Words
from centres.pages import hours, labels
from centres.pages.edition import Edition


@dataclass(frozen=True)
class Answer:
    """A question about a centre (in Swedish), its answer, and where that comes from.

    `remark` is None where the answer has the entry's own source, which a page cites once.
    """

    label: str
    text: Markup
    remark: Markup | None


def answers(edition: Edition, centre: Centre) -> list[Answer]:
    """Return every question about `centre` with its answer."""
    return [_answer(edition, centre, label, fact) for label, fact in labels.facts(centre)]


def _answer(edition: Edition, centre: Centre, label: str, fact: Fact[Any] | Hours) -> Answer:
    """Return the answer: to ask the centre, with the fact as a remark, if its source is undated.

    What nobody has confirmed is a question already, whatever its source.
    """
    words, directory = edition.words, edition.directory
    text = said(words, fact)
    if fact.note:
        text = Markup("{}. {}").format(text, words.html(fact.note))
    if fact.known and not directory.is_dated(fact, centre):
        publisher = directory.source_of(fact, centre).publisher
        remark = words.html(
            N_("%(publisher)s, utan datum: %(said)s"),
            publisher=edition.localizer.name(publisher),
            said=text,
        )
        return Answer(label, words.html(labels.ASK), remark)
    return Answer(label, text, edition.citations.if_own(fact))


def said(words: Words, fact: Fact[Any] | Hours) -> Markup:
    """Return the answer that `fact` gives in words; to ask the centre where it is not known."""
    if not fact.known:
        return words.html(labels.ASK)
    if isinstance(fact, Hours):
        return hours.in_words(words, fact)
    if isinstance(fact.value, list):
        languages = (labels.language(words, code) for code in fact.value)
        return Markup(words.listed(languages))  # noqa: S704 (each is HTML)
    return words.html(labels.ANSWER[fact.value])
