"""Prose in every language: each page with what a page needs."""

import re
from collections import Counter

import pytest

from centres import markup, prose, readability, site
from centres.words import Words
from helpers import DIRECTORY, LANGUAGES, LATEST, ROOT, VARIANTS, print_at_the_end

PAGES = sorted((ROOT / "content").rglob("*.md"))
READ, WRONG = prose.read(ROOT, [*LANGUAGES, *VARIANTS])
BY_ADDRESS = {(page.language, page.path): page for page in READ}
ADVICE = [page for page in READ if page.path.startswith("rad/")]
SWEDISH_ADVICE = [page for page in ADVICE if page.language == "sv"]
IN_SWEDISH = [page for page in ADVICE if page.language in ("sv", *VARIANTS)]
TRANSLATED = [page for page in ADVICE if page.language in LANGUAGES and page.language != "sv"]

# What nobody should be taken to have made up: a law, a sum, an age, a time, a day.
CLAIM = re.compile(
    r"§|\(\d{4}:\d+|\bdirektiv\b|\bkronor\b"
    r"|\b(\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv) "
    r"(år|åren|månad(er)?|veck(a|or)|dag(ar)?|dygn|timm(e|ar)|minut(er)?)\b"
    r"|\b\d+-årsdagen\b|\btills? du fyller \d+|\b(19|20)\d\d\b",
    re.IGNORECASE,
)
# How the glossary's words are bent: målsägande, målsägandens, vårdnadshavare.
BENT = "s|n|t|a|e|ar|en|er|et|na|ns|ts|ens|ets|arna|erna"
# As many words as a practised reader takes in two minutes (some 250 a minute).
TWO_MINUTES = 500
# Words that tell somebody who sees the browser's history what has happened.
TELLING = re.compile(
    r"våld|brott|övergrepp|offer|slag|skyddat|violen|crime|abuse|victim|assault|rape|"
    r"عنف|جريمة|جرائم|ضحي|اعتداء|اغتصاب",
    re.IGNORECASE,
)


def blocks(body: str) -> list[str]:
    """Paragraphs and items of lists; headings ask and do not tell."""
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", body)
    return [part.strip() for part in parts if part.strip() and not part.lstrip().startswith("#")]


def test_every_page_has_front_matter_that_can_be_read() -> None:
    """Title, the day it was read through, and nothing that nobody knows."""
    assert [one.said(Words("sv")) for one in WRONG] == []
    assert len(READ) == len(PAGES)


def test_no_page_names_a_source_a_word_or_a_line_that_is_not_there() -> None:
    """And whatever else `centres check` says of prose; it says it with the line."""
    _, read = site.read(ROOT, ROOT / "data", LATEST)
    assert len(read) == len(READ)


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_a_page_begins_with_its_only_heading_of_the_first_rank(page: prose.Prose) -> None:
    """It is what the page is called in lists."""
    assert page.body.lstrip().startswith(f"# {page.heading}\n")
    assert len(re.findall(r"^# ", page.body, re.MULTILINE)) == 1


@pytest.mark.parametrize("page", ADVICE, ids=lambda page: page.name)
def test_what_stands_in_the_history_does_not_say_what_has_happened(page: prose.Prose) -> None:
    """Neither the title nor the address; a friend's phone, or the one who did it, may show it."""
    assert not TELLING.search(page.matter.title)
    assert len(page.matter.title) <= 40
    assert not TELLING.search(page.path)


@pytest.mark.parametrize("page", IN_SWEDISH, ids=lambda page: page.name)
def test_a_law_is_named_with_the_paragraph(page: prose.Prose) -> None:
    """Whoever wants to check it, or to show it to somebody, finds it at the foot of the page."""
    assert re.findall(r"\[\^(lag-[^\],]*)\]", page.body) == []


def told(block: str) -> str:
    """What a block says itself: whom Bris is for is the data's, with its own source."""
    text = markup.without(block)
    return text.replace("under 18 år", "") if 'number("bris")' in block else text


@pytest.mark.parametrize("page", IN_SWEDISH, ids=lambda page: page.name)
def test_what_names_a_law_an_age_a_time_or_a_sum_has_a_source(page: prose.Prose) -> None:
    """In the same paragraph or item of a list. That the source exists is tested above."""
    unsourced = [
        block
        for block in blocks(page.body)
        if CLAIM.search(told(block)) and not markup.cited(block)
    ]
    assert unsourced == []


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: page.name)
def test_a_translation_says_as_much_with_the_same_sources_and_words(page: prose.Prose) -> None:
    """What a translator leaves out or puts in shows: each source and each word as often."""
    swedish = BY_ADDRESS["sv", page.path]
    if page.matter.translated_from != swedish.fingerprint:
        return  # behind, and marked: what it will say is not known
    for found in (linked, sources, numbers):
        assert Counter(found(page.body)) == Counter(found(swedish.body))


def linked(body: str) -> list[str]:
    return re.findall(r"\(ord:([^)]*)\)", body)


def sources(body: str) -> list[str]:
    return re.findall(r"\[\^([^\]]*)\]", body)


def numbers(body: str) -> list[str]:
    return re.findall(r"\{\{ (.*?) \}\}", body)


@pytest.mark.parametrize("page", SWEDISH_ADVICE, ids=lambda page: page.name)
def test_a_hard_word_leads_to_the_glossary_where_it_first_stands(page: prose.Prose) -> None:
    """Or to a page about it. Somebody may have come for that word alone: it stands on a letter."""
    text = re.sub(r"^#.*$|\[\^[^\]]*\]", "", page.body, flags=re.MULTILINE)
    links = [found.span() for found in re.finditer(r"\[[^\]]+\]\([^)]*\)", text)]
    missing = []
    for word in DIRECTORY.glossary:
        first = re.search(rf"\b{word.word}({BENT})?\b", text, re.IGNORECASE)
        if first and not any(start <= first.start() < end for start, end in links):
            missing.append(first[0])
    assert missing == []


def test_every_word_of_the_glossary_is_used() -> None:
    """A list of words that nobody meets would only be long."""
    used = {name for page in SWEDISH_ADVICE for name in linked(page.body)}
    assert {word.id for word in DIRECTORY.glossary} - used == set()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "sv"])
def test_a_page_in_another_language_has_a_swedish_page(language: str) -> None:
    """The same paths, so that a page leads to itself in the other languages.

    One that is missing is shown in Swedish, and `centres check` says so: it stops nobody.
    """
    swedish = {page.path: page.matter.face for page in READ if page.language == "sv"}
    pages = {page.path: page.matter.face for page in READ if page.language == language}
    assert pages.items() <= swedish.items()
    if language not in prose.GUIDE_LANGUAGES:
        assert "guide" not in pages.values()


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_has_a_start_page_and_pages_of_its_language(variant: str) -> None:
    """From its start page, which the language makes from data, everything else is reached."""
    paths = {page.path for page in READ if page.language == variant}
    swedish = {page.path for page in READ if page.language == "sv"}
    assert "" in paths
    assert paths - {""} <= swedish


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_numbers_that_the_data_knows_are_never_typed(page: prose.Prose) -> None:
    """Counts come from {{ figures }}: they change when a centre opens."""
    text = re.sub(r"\{\{.*?\}\}|https?://\S+", "", f"{page.matter.title}\n{page.body}")
    assert re.findall(r"(?<![\d-])(?:28|42|248|290)(?![\d%-])", text) == []


@pytest.mark.parametrize("page", READ, ids=lambda page: page.name)
def test_a_number_to_call_is_never_typed(page: prose.Prose) -> None:
    """It comes from {{ number("bris") }}: the data has it once, with its source."""
    assert "](tel:" not in page.body
    typed = [
        line.number
        for line in DIRECTORY.helplines
        if line.number and len(line.number) > 4 and line.number in page.body
    ]
    assert typed == []


def test_how_hard_each_page_is_to_read_is_printed(pytestconfig: pytest.Config) -> None:
    """LIX by page, at the end of the run: at most 40, and 25 for lättläst."""
    shown = [*IN_SWEDISH, *(page for page in READ if page.language in VARIANTS and not page.path)]
    found = {page.name: readability.of_markdown(page.body) for page in shown}
    lines = [f"{lix.value:5.1f}  {lix.words:4}  {name}" for name, lix in sorted(found.items())]
    print_at_the_end(pytestconfig, "LIX (at most 40, lättläst 25), and words", lines)
    for name, lix in found.items():
        assert lix.words <= TWO_MINUTES, name
