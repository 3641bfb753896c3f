"""Prose in every language: each page with what a page needs."""

import re
from collections import Counter

import pytest

from centres.content import lix, marks, prose
from centres.content.library import Library
from centres.data import coverage
from centres.i18n import Words
from centres.pages.guide import book
from centres.site import load
from helpers import DIRECTORY, LANGUAGES, LATEST, ROOT, SERVED_BY, VARIANTS, print_at_the_end

PAGES = sorted((ROOT / "content").rglob("*.md"))
READ, WRONG = prose.read(ROOT, [*LANGUAGES, *VARIANTS])
BY_ADDRESS = {(page.language, page.path): page for page in READ}
ADVICE = [page for page in READ if page.path.startswith("rad/")]
SWEDISH_ADVICE = [page for page in ADVICE if page.language == "sv"]
GUIDE = [page for page in READ if prose.is_guide(page.path)]
SWEDISH_GUIDE = [page for page in GUIDE if page.language == "sv"]
SOURCED = [page for page in ADVICE + GUIDE if page.language in ("sv", *VARIANTS)]
TRANSLATED = [
    page for page in ADVICE + GUIDE if page.language in LANGUAGES and page.language != "sv"
]
# Pages of the guide that are made of the others, and say nothing that can change by itself.
MADE_OF_OTHERS = (book.WHOLE, book.SOURCES)

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
    """Paragraphs, items of lists and rows of tables; headings ask and do not tell."""
    body = re.sub(r"^\|.*\|\n(?=\|[ :-]+\|)", "", body, flags=re.MULTILINE)
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.)\s)", body)
    return [part.strip() for part in parts if part.strip() and not part.lstrip().startswith("#")]


def test_every_page_has_front_matter_that_can_be_read() -> None:
    """Title, the day it was read through, and nothing that nobody knows."""
    assert [one.as_line(Words("sv")) for one in WRONG] == []
    assert len(READ) == len(PAGES)


def test_no_page_names_a_source_a_word_or_a_line_that_is_not_there() -> None:
    """And whatever else `centres check` says of prose; it says it with the line."""
    _, read = load.read(ROOT, ROOT / "data", LATEST)
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


@pytest.mark.parametrize("page", SOURCED, ids=lambda page: page.name)
def test_a_law_is_named_with_the_paragraph(page: prose.Prose) -> None:
    """Whoever wants to check it, or to show it to somebody, finds it at the foot of the page."""
    assert re.findall(r"\[\^(lag-[^\],]*)\]", page.body) == []


def told(block: str) -> str:
    """Return a block's own text: whom Bris is for is the data's, with its own source."""
    text = marks.without(block)
    return text.replace("under 18 år", "") if 'number("bris")' in block else text


@pytest.mark.parametrize("page", SOURCED, ids=lambda page: page.name)
def test_what_names_a_law_an_age_a_time_or_a_sum_has_a_source(page: prose.Prose) -> None:
    """In the same paragraph or item of a list. That the source exists is tested above."""
    unsourced = [
        block for block in blocks(page.body) if CLAIM.search(told(block)) and not marks.cited(block)
    ]
    assert unsourced == []


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: page.name)
def test_a_translation_says_as_much_with_the_same_sources_and_words(page: prose.Prose) -> None:
    """What a translator leaves out or puts in shows: each source and each word as often."""
    swedish = BY_ADDRESS["sv", page.path]
    if page.matter.translated_from != swedish.fingerprint:
        return  # behind, and marked: what it will say is not known
    for found in (linked, sources, numbers, ranks):
        assert Counter(found(page.body)) == Counter(found(swedish.body))


def linked(body: str) -> list[str]:
    return re.findall(r"\(ord:([^)]*)\)", body)


def sources(body: str) -> list[str]:
    return re.findall(r"\[\^([^\]]*)\]", body)


def numbers(body: str) -> list[str]:
    return re.findall(r"\{\{ (.*?) \}\}", body)


def ranks(body: str) -> list[str]:
    return re.findall(r"^#+(?= )", body, re.MULTILINE)


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.name)
def test_a_page_of_the_guide_ends_with_what_may_have_changed(page: prose.Prose) -> None:
    """Whoever prints it and reads it next year knows what to look up first."""
    headings = re.findall(r"^#+ (.*)$", page.body, re.MULTILINE)
    last = {"sv": "Det här kan ha ändrats", "en": "What may have changed"}[page.language]
    assert (headings[-1] == last) is (page.path not in MADE_OF_OTHERS)


def test_the_guide_is_whole_in_both_languages() -> None:
    """Every chapter has its pages, each once, in the same order."""
    library = Library(prose.by_address(READ), list(LANGUAGES.values()))
    orders = {
        code: [[page.path for page in one.pages] for one in book.chapters(library, code)]
        for code in prose.GUIDE_LANGUAGES
    }
    assert orders["en"] == orders["sv"]
    listed = [path for chapter in orders["sv"] for path in chapter]
    assert sorted(listed) == sorted(page.path for page in SWEDISH_GUIDE)
    for chapter in book.chapters(library, "sv"):
        places = [page.matter.order for page in chapter.pages]
        assert places == list(range(1, len(places) + 1)), chapter.heading


def test_the_self_check_asks_each_of_the_ten_measures_once() -> None:
    """In Socialstyrelsen's order, each with the place in the report that it comes from."""
    body = BY_ADDRESS["sv", f"{prose.GUIDE}sjalvkoll/"].body
    sections = re.split(r"^## (?=\d+\. )", body, flags=re.MULTILINE)[1:]
    assert len(sections) == 10
    for number, section in enumerate(sections, 1):
        assert section.startswith(f"{number}. ")
        assert section.count(f"{{{{ answer({number}) }}}}") == 1
        assert f"[^socialstyrelsen-matt-2021, mått {number}]" in section


def test_the_figures_of_the_guide_are_the_reports_where_the_report_has_them() -> None:
    """28 centres, 42 of 290 municipalities, 14 per cent, and by SKR's main groups.

    Nobody types them: when a centre opens, the figures change with the data, and every page that
    names one. Then they are no longer the report's, and there is nothing to compare them with.
    """
    found = DIRECTORY.figures | coverage.figures(DIRECTORY)
    reported = {
        "centres": 28,
        "centres_for_all_ages": 2,
        "municipalities": 290,
        "served": 42,
        "not_served": 248,
        "served_percent": 14,
        "group_a": 46,
        "group_a_served": 26,
        "group_b": 110,
        "group_b_served": 11,
        "group_c": 134,
        "group_c_served": 5,
    }
    if not DIRECTORY.retired and all(one.source == "bilaga-2" for one in DIRECTORY.centres):
        assert reported.items() <= found.items()
    groups = [one.group[0] for one in DIRECTORY.municipalities if one.name in SERVED_BY]
    assert [found[f"group_{one}_served"] for one in "abc"] == [groups.count(one) for one in "ABC"]
    assert found["served"] == len(groups)
    assert found["own_centres"] + found["shared_centres"] == found["centres"]
    assert found["own_centres"] + found["shared_municipalities"] == found["served"]
    assert found["limit_known"] + found["limit_unknown"] + found["centres_for_all_ages"] == len(
        DIRECTORY.centres
    )
    assert found["counties_with"] + found["counties_without"] == found["counties"] == 21


@pytest.mark.parametrize("page", GUIDE, ids=lambda page: page.name)
def test_an_age_that_the_guide_tells_of_a_centre_is_the_directorys(page: prose.Prose) -> None:
    """An example is about a real centre: when its limit changes, the example would lie."""
    centres = {one.id: one for one in DIRECTORY.centres}
    for block in blocks(page.body):
        named = re.findall(r'centre\("([^"]+)"\)', block)
        if len(named) == 1 and re.search(r"\bunder \d|\b\d\d (år|och|and)\b", told(block)):
            ages = centres[named[0]].ages
            limits = [one for one in (ages.lowest, ages.under, ages.up_to) if one is not None]
            assert [one for one in limits if str(one) not in block] == []


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
    swedish = {page.path: page.matter.audience for page in READ if page.language == "sv"}
    pages = {page.path: page.matter.audience for page in READ if page.language == language}
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
    text = marks.without(re.sub(r"\{\{.*?\}\}|https?://\S+", "", page.body))
    assert re.findall(r"(?<![\d-])(?:28|42|248|290)(?![\d%-])", page.matter.title + text) == []
    assert re.findall(r"\b14 (?:procent|per cent|percent)", text) == []


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
    shown = [*SOURCED, *(page for page in READ if page.language in VARIANTS and not page.path)]
    found = {page.name: lix.of_markdown(page.body) for page in shown}
    lines = [
        f"{reading.value:5.1f}  {reading.words:4}  {name}"
        for name, reading in sorted(found.items())
    ]
    print_at_the_end(pytestconfig, "LIX (at most 40, lättläst 25), and words", lines)
    for name, reading in found.items():
        assert reading.words <= TWO_MINUTES or "/starta/" in name, name
