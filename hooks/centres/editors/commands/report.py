"""`centres report`: what is old, unconfirmed, missing or not translated, as Markdown."""

from collections.abc import Iterator

from centres import i18n
from centres.data.directory import AGEING_DAYS, FRESH_DAYS, Directory
from centres.editors import translation_status
from centres.editors.context import CommandContext
from centres.editors.translation_status import LanguageStatus
from centres.i18n import N_, Words
from centres.pages.freshness import Standing, standings

HELP = N_("visa vad som är gammalt, obekräftat eller saknas")


def run(context: CommandContext) -> int:
    """Print the report. Raises DataProblems."""
    directory, pages, *_ = context.read()
    statuses = translation_status.statuses(context.root, directory, pages)
    questions = i18n.read(context.program, context.words.code, "site")
    context.write("\n".join(report_lines(directory, statuses, context.words, questions)))
    return 0


def report_lines(
    directory: Directory, statuses: list[LanguageStatus], words: Words, questions: Words
) -> Iterator[str]:
    """Yield the report's lines of Markdown, in the language of `words` (an `editor` catalogue).

    `questions` is the `site` catalogue of the same language, for what pages ask about a centre.
    """
    message = N_(
        "%(fresh)s av %(facts)s uppgifter om centrumen är högst %(fresh_days)s dagar gamla."
    )
    yield words.plain(message, **directory.figures)
    if directory.figures["asked"]:
        message = N_("%(answered)s av %(asked)s centrum har svarat sedan de frågades senast.")
        yield words.plain(message, **directory.figures)
    for state, heading in (
        ("old", words.plain(N_("Att bekräfta nu: äldre än %(days)s dagar"), days=FRESH_DAYS)),
        (
            "ageing",
            words.plain(N_("Att bekräfta snart: äldre än %(days)s dagar"), days=AGEING_DAYS),
        ),
        ("fresh", words.plain(N_("Färska"))),
    ):
        centres = [standing for standing in standings(directory) if standing.state == state]
        if centres:
            yield from ("", f"## {heading}", "")
        for standing in centres:
            yield from _centre_lines(standing, words, questions)
    yield from ("", "## " + words.plain(N_("Kommunernas egna kontaktuppgifter")), "")
    yield _contacts_line(directory, words)
    yield from ("", "## " + words.plain(N_("Översättningar")), "")
    for status in statuses:
        yield from translation_status.report_lines(status, words)


def _contacts_line(directory: Directory, words: Words) -> str:
    """Return the sentences that say how many municipalities lack a website or a switchboard."""
    contacts = directory.contacts.values()
    message = N_(
        "Webbplats saknas för %(without_website)s av %(municipalities)s kommuner, och växel för "
        "%(without_switchboard)s. De skrivs i data/municipal_contacts.csv."
    )
    return words.plain(
        message,
        without_website=sum(not contact.website for contact in contacts),
        without_switchboard=sum(not contact.switchboard for contact in contacts),
        municipalities=len(directory.municipalities),
    )


def _centre_lines(standing: Standing, words: Words, questions: Words) -> Iterator[str]:
    """Yield a centre's item of the list, and a line for each list of what there is to find out."""
    centre = standing.centre
    known_from = words.plain(
        N_(
            "**%(name)s** (`%(id)s`): %(fresh)s av %(known)s uppgifter är färska. Den äldsta är "
            "%(days)s dagar, från `%(source)s`."
        ),
        name=", ".join(centre.municipalities),
        id=centre.id,
        fresh=standing.fresh,
        known=standing.known,
        days=standing.age,
        source=standing.source,
    )
    yield f"- {known_from}"
    for heading, facts in standing.lists:
        yield f"  {questions.plain(heading)} {' · '.join(map(questions.plain, facts))}"
