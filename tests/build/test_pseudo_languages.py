"""What no translator could mend, found in two languages that do not exist.

They are made of the Swedish (`translated.pseudo`), so that every letter of Swedish on their pages
came past the catalogues and the prose.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborHTMLParser

import invariants
from helpers import DIRECTORY, ROOT
from translated import facts, pseudo
from translated.pseudo import CLOSES, MIRRORED, OPENS
from translated.said import outlines, said
from translated.texts import changed_message

CODES = [language.code for language, _ in pseudo.PSEUDO]
Pages = dict[str, LexborHTMLParser]
# Letters of the Swedish alphabet: the pseudo-languages have none of them.
SWEDISH = re.compile(r"[A-Za-zÅÄÖåäöéü]{2,}")
# Names, which cannot be marked in a title, a label, or a text to be pasted elsewhere.
NAMES = sorted(
    {
        *(municipality.name for municipality in DIRECTORY.municipalities),
        *(centre.name for centre in DIRECTORY.centres),
        *(line.name for line in DIRECTORY.helplines),
        "HTML",
        facts.NAME,
    },
    key=len,
    reverse=True,
)
NAME = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in NAMES))
# Addresses and accounts are the same in every language, and code too.
ADDRESS = re.compile(
    rf"{facts.PLATFORM}|{facts.ACCOUNT}|"
    r"[\w.+-]+@[\w.-]+\w|https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:se|org|net|example)\b\S*"
)
NO_NUMBER = re.compile(r"\d{4}-\d\d(-\d\d)?|\b\d\d-\d\d(–\d\d-\d\d)?\b|\b301 549\b")
LETTERS = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
PLACEHOLDER = re.compile(r"%\(\w+\)s")
# What a script fills in.
OF_SCRIPT = re.compile(r"\{\w+\}")


@pytest.fixture(scope="session")
def pages(pseudo_site: Path) -> Pages:
    """Return the pages in the pseudo-languages, parsed, by address."""
    files = [file for code in CODES for file in sorted((pseudo_site / code).rglob("*.html"))]
    return {
        f"{file.parent.relative_to(pseudo_site).as_posix()}/": LexborHTMLParser(
            file.read_text(encoding="utf-8")
        )
        for file in files
    }


def code_of(address: str) -> str:
    return address.partition("/")[0]


def swedish_words(address: str, page: LexborHTMLParser) -> Iterator[str]:
    """Yield text in letters of Swedish that is said to be in the page's own language."""
    for one in said(page):
        text = OF_SCRIPT.sub("", ADDRESS.sub("", one.text))
        if one.where in ("title", "h3", "pre", "code") or " " in one.where:
            text = NAME.sub("", text)
        if one.where == "div data-answers":  # a script fills it in
            text = PLACEHOLDER.sub("", text)
        if one.language == code_of(address) and one.where != "code" and SWEDISH.search(text):
            yield f"<{one.where}> {one.text.strip()}"


def translations_said_to_be_swedish(_: str, page: LexborHTMLParser) -> Iterator[str]:
    """Yield translated text that is marked as another language."""
    for one in said(page):
        if one.language == "sv" and (OPENS in one.text or CLOSES in one.text):
            yield f"<{one.where}> {one.text.strip()}"


def pieces_of_a_sentence(_: str, page: LexborHTMLParser) -> Iterator[str]:
    """Yield sentences put together of several messages: no two languages order them alike.

    That is a message that ends no sentence and has something beside it that no sign divides from
    it, or one that begins with a small letter and ends with a full stop. A row of links is none.
    """
    for text, outline in outlines(page):
        is_row = re.fullmatch(r"⟦⟧›( ⟦⟧›)+", outline)
        if not is_row and re.search(r"⟦a?⟧ ?[⟦_\w]|[_\w›] ?⟦a?⟧|[⟧_\w›],? ?⟦a\.⟧", outline):
            yield f"{outline}: {text}"


def what_a_program_fills_in(_: str, page: LexborHTMLParser) -> Iterator[str]:
    """Yield text with a placeholder that nothing has been put in."""
    for one in said(page):
        is_for_a_script = one.where == "div data-answers"
        if re.search(r"%\(|%s|\{\{|\}\}|\{%", one.text) and not is_for_a_script:
            yield f"<{one.where}> {one.text}"


def swedish_without_a_direction(address: str, page: LexborHTMLParser) -> Iterator[str]:
    """Yield text from left to right on a page from right to left that may be torn apart.

    That is Swedish with other signs than letters, or a number in groups, that no element holds
    together. A date in digits is read in its order either way, and the number of a standard is
    held together by the letters before it, which only a pseudo-language turns around.
    """
    if code_of(address) == MIRRORED.code:
        for one in said(page):
            text = NO_NUMBER.sub("", one.text.strip())
            swedish = one.language == "sv" and not LETTERS.fullmatch(text)
            is_torn = swedish or re.search(r"\d[ -]\d", text)
            if is_torn and not one.is_turned and one.where not in ("title", "meta content"):
                yield f"<{one.where}> {one.text.strip()}"


RULES: list[Callable[[str, LexborHTMLParser], Iterator[str]]] = [
    swedish_words,
    translations_said_to_be_swedish,
    pieces_of_a_sentence,
    what_a_program_fills_in,
    swedish_without_a_direction,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_page_of_a_language_that_does_not_exist_has(
    pages: Pages, rule: Callable[[str, LexborHTMLParser], Iterator[str]]
) -> None:
    """What the rule yields is on no page."""
    found: dict[str, list[str]] = {}
    for address, page in pages.items():
        for text in rule(address, page):
            found.setdefault(text, []).append(address)
    told = [f"{len(where)} pages, /{where[0]}: {text}" for text, where in found.items()]
    assert not told, "\n".join(told[:40])


def messages() -> list[Message]:
    """Return the messages of visitors' pages and of the guide."""
    texts = [(ROOT / f"locales/en/{domain}.po").read_bytes() for domain in ("site", "guide")]
    return [message for text in texts for message in read_po(BytesIO(text)) if message.id]


def longest_piece(text: str) -> str:
    """Return the longest part of a message between its placeholders, which a page has as it is."""
    return max((part.strip() for part in PLACEHOLDER.split(text)), key=len).replace("%%", "%")


def everything_said(pages: Iterable[LexborHTMLParser]) -> str:
    return "\n".join({one.text for page in pages for one in said(page)})


# On the pages of lättläst only, which are in Swedish; if there were no shared centre; and the
# singular of what is said of two borders or more.
NOWHERE = {
    # The title of the feed of notices.
    "Meddelanden",
    "Den här sidan är lättläst. Ingen som behöver lättläst har provat den än.",
    "Inga kommuner delar ett centrum, vad vi vet.",
    "Ingen granne har ett stödcentrum. De närmaste är %(n)s kommungräns bort. Vi räknar gränser, "
    "inte kilometer eller restid.",
}


def test_every_message_of_the_catalogue_is_shown_on_a_page(pages: Pages, pseudo_site: Path) -> None:
    """A word that is translated and nowhere shown is lost on the way, or a work for nothing.

    The mirrored language's pages tell what is said of a page that nobody has translated, and the
    page for wrong addresses is in all languages at once.
    """
    not_found = LexborHTMLParser((pseudo_site / "404.html").read_text(encoding="utf-8"))
    shown = everything_said([*pages.values(), not_found])
    lost = [
        text
        for message in messages()
        for text in (message.id if isinstance(message.id, tuple) else (message.id,))
        if not any(
            longest_piece(changed_message(str(text), one)) in shown for _, one in pseudo.PSEUDO
        )
    ]
    assert set(lost) - NOWHERE == set()


def test_what_is_true_of_every_page_is_true_of_theirs(pseudo_site: Path, pages: Pages) -> None:
    """The invariants hold in a language that nobody has made a page fit for."""
    found = invariants.faults(pseudo_site, pages, root=pseudo_site.parent / "repository")
    assert not found, invariants.report(found)


@pytest.mark.parametrize(
    ("rule", "planted"),
    [
        (swedish_words, "<p>⟦Ŧẏẏşķ⟧ Sök</p>"),
        (swedish_words, '<nav aria-label="Karta"></nav>'),
        (swedish_words, '<button data-done="Kopierat"></button>'),
        (swedish_words, '<div data-answers=\'{"yes": "Ja"}\'></div>'),
        (swedish_words, "<svg><title>Täby: delat centrum</title></svg>"),
        (translations_said_to_be_swedish, '<p lang="sv">⟦Ŧẏẏşķ⟧</p>'),
        (pieces_of_a_sentence, "<p>⟦Řīīƞɠ⟧ <bdi>Bris</bdi></p>"),
        (pieces_of_a_sentence, "<li><a>⟦Ŧẏẏ⟧</a>, ⟦īī ŀȧȧƞḓ.⟧</li>"),
        (pieces_of_a_sentence, "<h2>⟦Ŧẏẏ⟧⟦Ŀȧȧƞḓ⟧</h2>"),
        (what_a_program_fills_in, "<p>⟦%(n)s⟧</p>"),
        (swedish_without_a_direction, '<p lang="sv">Hej!</p>'),
        (swedish_without_a_direction, "<p>116 111</p>"),
    ],
)
def test_a_fault_that_is_planted_is_found(
    pages: Pages, rule: Callable[[str, LexborHTMLParser], Iterator[str]], planted: str
) -> None:
    """On a page that has none before."""
    address = f"{MIRRORED.code}/kommun/vara/"
    html = pages[address].html or ""
    faulty = html.replace("</main>", f"{planted}</main>")
    assert faulty != html
    assert len(list(rule(address, LexborHTMLParser(faulty)))) == 1
