"""Prose in every language: each page with what a page needs.

A test is a rule, and tells every page that breaks it: a further language adds no test.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import pytest

from centres.content import lix, marks, prose
from centres.content.library import Library
from centres.content.prose import Prose
from centres.data import coverage
from centres.data.words import lists as word_lists
from centres.i18n import SOURCE_LANGUAGE, Words
from centres.pages.guide import book
from centres.site import load
from helpers import (
    DIRECTORY,
    GUIDE_LANGUAGES,
    LANGUAGES,
    LATEST,
    ROOT,
    SERVED_BY,
    VARIANTS,
    print_at_the_end,
)

FILES = sorted((ROOT / "content").rglob("*.md"))
PAGES, WRONG = prose.read(ROOT, [*LANGUAGES, *VARIANTS])
BY_ADDRESS = prose.by_address(PAGES)
ADVICE = [page for page in PAGES if page.path.startswith(prose.ADVICE)]
GUIDE = [page for page in PAGES if prose.is_guide(page.path)]
SWEDISH = [page for page in PAGES if page.language == SOURCE_LANGUAGE]
# Pages whose own words are Swedish: the source's, and those of its variants.
IN_SWEDISH = {SOURCE_LANGUAGE} | {
    code for code, variant in VARIANTS.items() if variant.base_code == SOURCE_LANGUAGE
}
SOURCED = [page for page in ADVICE + GUIDE if page.language in IN_SWEDISH]
TRANSLATED = [
    page
    for page in ADVICE + GUIDE
    if page.language in LANGUAGES and page.language not in IN_SWEDISH
]
BEHIND = [
    page
    for page in TRANSLATED
    if page.matter.translated_from != BY_ADDRESS[SOURCE_LANGUAGE, page.path].fingerprint
]
# What a translation says is known only while it is of the Swedish text as it is.
COMPARED = [page for page in TRANSLATED if page not in BEHIND]
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


def hold(pages: Iterable[Prose], rule: Callable[[Prose], Iterable[object]]) -> None:
    """Assert that `rule` finds no fault on any page; tell all faults, each with its page's file."""
    pages = list(pages)
    if not pages:
        pytest.skip("no page to hold to the rule")
    found = [f"{page.name}: {fault}" for page in pages for fault in rule(page)]
    assert not found, "\n".join(found)


def swedish(page: Prose) -> Prose:
    """Return the page in Swedish that a page is a translation of."""
    return BY_ADDRESS[SOURCE_LANGUAGE, page.path]


def blocks(body: str) -> list[str]:
    """Paragraphs, items of lists and rows of tables; headings ask and do not tell."""
    body = re.sub(r"^\|.*\|\n(?=\|[ :-]+\|)", "", body, flags=re.MULTILINE)
    parts = re.split(r"\n\s*\n|\n(?=\s*(?:[-*|]|\d+\.)\s)", body)
    return [part.strip() for part in parts if part.strip() and not part.lstrip().startswith("#")]


def told(block: str) -> str:
    """Return a block's own text: whom Bris is for is the data's, with its own source."""
    text = marks.without(block)
    return text.replace("under 18 år", "") if 'number("bris")' in block else text


def headings(page: Prose) -> list[str]:
    return re.findall(r"^#+ (.*)$", page.body, re.MULTILINE)


def test_every_page_has_front_matter_that_can_be_read() -> None:
    """Title, the day it was read through, and nothing that nobody knows."""
    assert [one.as_line(Words(SOURCE_LANGUAGE)) for one in WRONG] == []
    assert len(PAGES) == len(FILES)


def test_no_page_names_a_source_a_word_or_a_line_that_is_not_there() -> None:
    """And whatever else `centres check` says of prose, as of words that tell what has happened."""
    assert len(load.read(ROOT, ROOT / "data", LATEST).pages) == len(PAGES)


def test_translations_that_are_behind_are_counted() -> None:
    """They are marked, and what they will say is not known: nothing below compares them."""
    if BEHIND:
        names = ", ".join(page.name for page in BEHIND)
        pytest.skip(f"{len(BEHIND)} of {len(TRANSLATED)} translations are not compared: {names}")


def test_a_page_begins_with_its_only_heading_of_the_first_rank() -> None:
    """It is what the page is called in lists."""

    def rule(page: Prose) -> Iterator[str]:
        if not page.body.lstrip().startswith(f"# {page.heading}\n"):
            yield f"does not begin with # {page.heading}"
        if (count := len(re.findall(r"^# ", page.body, re.MULTILINE))) != 1:
            yield f"{count} headings of the first rank"

    hold(PAGES, rule)


def test_a_title_has_room_in_a_tab() -> None:
    """What it may not say is a rule of `centres check`: each language's words that tell."""
    hold(ADVICE, lambda page: [page.matter.title] * (len(page.matter.title) > 40))


def test_a_law_is_named_with_the_paragraph() -> None:
    """Whoever wants to check it, or to show it to somebody, finds it at the foot of the page."""
    without = re.compile(r"\[\^(lag-[^\],]*)\]")
    hold(SOURCED, lambda page: without.findall(page.body))


def test_what_names_a_law_an_age_a_time_or_a_sum_has_a_source() -> None:
    """In the same paragraph or item of a list. That the source exists is tested above."""

    def rule(page: Prose) -> Iterator[str]:
        for block in blocks(page.body):
            if CLAIM.search(told(block)) and not marks.cited(block):
                yield block

    hold(SOURCED, rule)


def test_a_translation_says_as_much_with_the_same_sources_and_words() -> None:
    """What a translator leaves out or puts in shows: each source and each word as often."""

    def rule(page: Prose) -> Iterator[str]:
        for found in (linked, sources, holes, ranks):
            ours, theirs = Counter(found(page.body)), Counter(found(swedish(page).body))
            yield from (f"lacks {one}" for one in (theirs - ours).elements())
            yield from (f"has {one} too often" for one in (ours - theirs).elements())

    hold(COMPARED, rule)


def linked(body: str) -> list[str]:
    return re.findall(r"\(ord:([^)]*)\)", body)


def sources(body: str) -> list[str]:
    return re.findall(r"\[\^([^\]]*)\]", body)


def holes(body: str) -> list[str]:
    return re.findall(r"\{\{ (.*?) \}\}", body)


def ranks(body: str) -> list[str]:
    return re.findall(r"^#+(?= )", body, re.MULTILINE)


def test_a_page_of_the_guide_ends_with_what_may_have_changed() -> None:
    """Whoever prints it and reads it next year knows what to look up first.

    Every page has that heading last, the same in all of a language; those made of others have not.
    """
    last = {
        code: Counter(headings(page)[-1] for page in GUIDE if page.language == code).most_common(1)
        for code in GUIDE_LANGUAGES
    }
    assert last[SOURCE_LANGUAGE][0][0] == "Det här kan ha ändrats"

    def rule(page: Prose) -> Iterator[str]:
        expected = last[page.language][0][0]
        if (headings(page)[-1] == expected) is (page.path in MADE_OF_OTHERS):
            yield f"ends with {headings(page)[-1]}; the other pages end with {expected}"

    hold(GUIDE, rule)


def test_the_guide_is_whole_in_each_of_its_languages() -> None:
    """Every chapter has its pages, each once, in the same order."""
    library = Library(BY_ADDRESS, list(LANGUAGES.values()))
    orders = {
        code: [[page.path for page in one.pages] for one in book.chapters(library, code)]
        for code in GUIDE_LANGUAGES
    }
    whole = orders[SOURCE_LANGUAGE]
    assert [code for code, order in orders.items() if order != whole] == []
    assert sorted(path for chapter in whole for path in chapter) == sorted(
        page.path for page in SWEDISH if prose.is_guide(page.path)
    )
    for chapter in book.chapters(library, SOURCE_LANGUAGE):
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


def of_one_centre(page: Prose) -> list[tuple[str, str]]:
    """Return each block that names exactly one centre, with the centre's id."""
    named = [(re.findall(r'centre\("([^"]+)"\)', block), block) for block in blocks(page.body)]
    return [(ids[0], block) for ids, block in named if len(ids) == 1]


def test_an_age_that_the_guide_tells_of_a_centre_is_the_directorys() -> None:
    """An example is about a real centre: when its limit changes, the example would lie.

    Where the Swedish text tells the limit, each translation does.
    """
    centres = {one.id: one for one in DIRECTORY.centres}

    def rule(page: Prose) -> Iterator[str]:
        originals = of_one_centre(swedish(page))
        for (name, block), (_, original) in zip(of_one_centre(page), originals, strict=True):
            if re.search(r"\bunder \d|\b\d\d (år|och)\b", told(original)):
                ages = centres[name].ages
                limits = [one for one in (ages.lowest, ages.under, ages.up_to) if one is not None]
                yield from (f"{name}: {one}: {block}" for one in limits if str(one) not in block)

    pages = [page for page in GUIDE if page.language == SOURCE_LANGUAGE or page in COMPARED]
    hold(pages, rule)


def test_a_hard_word_leads_to_the_glossary_where_it_first_stands() -> None:
    """Or to a page about it. Somebody may have come for that word alone: it stands on a letter."""

    def rule(page: Prose) -> Iterator[str]:
        text = re.sub(r"^#.*$|\[\^[^\]]*\]", "", page.body, flags=re.MULTILINE)
        links = [found.span() for found in re.finditer(r"\[[^\]]+\]\([^)]*\)", text)]
        for word in DIRECTORY.glossary:
            first = re.search(rf"\b{word.word}({BENT})?\b", text, re.IGNORECASE)
            if first and not any(start <= first.start() < end for start, end in links):
                yield first[0]

    hold((page for page in SWEDISH if page in ADVICE), rule)


def test_every_word_of_the_glossary_is_used() -> None:
    """A list of words that nobody meets would only be long."""
    used = {
        name for page in ADVICE if page.language == SOURCE_LANGUAGE for name in linked(page.body)
    }
    assert {word.id for word in DIRECTORY.glossary} - used == set()


def test_a_page_in_another_language_has_a_swedish_page() -> None:
    """The same paths, so that a page leads to itself in the other languages.

    One that is missing is shown in Swedish, and `centres check` counts it: it stops nobody. A
    variant has a start page of its own, which its base language makes from data.
    """

    def rule(page: Prose) -> Iterator[str]:
        if page.language in VARIANTS and page.path == "":
            return
        original = BY_ADDRESS.get((SOURCE_LANGUAGE, page.path))
        if original is None or original.matter.audience != page.matter.audience:
            yield "no such page in Swedish"
        if page.matter.audience == "guide" and page.language not in GUIDE_LANGUAGES:
            yield "the guide is not in its language"

    hold(PAGES, rule)
    assert [code for code in VARIANTS if (code, "") not in BY_ADDRESS] == []


def test_numbers_that_the_data_knows_are_never_typed() -> None:
    """Counts come from {{ figures }}: they change when a centre opens.

    A 14 may be something else: the per cents are known by the Swedish text.
    """

    def text(page: Prose) -> str:
        body = marks.without(re.sub(r"\{\{.*?\}\}|https?://\S+", "", page.body))
        return f"{page.matter.title} {body}"

    def rule(page: Prose) -> Iterator[str]:
        yield from re.findall(r"(?<![\d-])(?:28|42|248|290)(?![\d%-])", text(page))
        yield from re.findall(r"\b14 (?:procent|%)", text(page))
        if page in COMPARED:
            fourteens = Counter(re.findall(r"\b14\b", text(page)))
            yield from fourteens - Counter(re.findall(r"\b14\b", text(swedish(page))))

    hold(PAGES, rule)


def test_a_number_to_call_is_never_typed() -> None:
    """It comes from {{ number("bris") }}: the data has it once, with its source."""
    channels = [channel for line in DIRECTORY.helplines for channel in line.channels]
    numbers = {one.number for one in channels if one.number and len(one.number) > 4}
    typed = ["](tel:", *numbers]
    hold(PAGES, lambda page: [one for one in typed if one in page.body])


def test_each_language_has_the_words_that_its_critical_sentences_are_held_to() -> None:
    """For all that some proposition says; and what a service is, but where all know it.

    A language that lacks them would be held to nothing.
    """
    said = {one for sentence in DIRECTORY.propositions.values() for one in sentence.said}
    lists, problems = word_lists.read(ROOT, list(LANGUAGES.values()))
    assert problems == []
    assert {code: said - words.critical.keys() for code, words in lists.items()} == {
        code: set() for code in LANGUAGES
    }
    glosses = {code: {*words.glosses} for code, words in lists.items()}
    assert glosses.pop(SOURCE_LANGUAGE) == set()
    named = {"112", "1177", "polisen", "bris", "brottsofferjouren", "kvinnofridslinjen"}
    assert glosses == dict.fromkeys(glosses, named)
    assert named <= DIRECTORY.lines.keys()


def test_every_page_of_advice_has_critical_sentences(pytestconfig: pytest.Config) -> None:
    """Its own, in Swedish; that each translation has them is a rule of `centres check`.

    A page that nobody has translated, as one written in haste, has none to hold anybody to.
    """
    translated = {page.path for page in TRANSLATED}
    counts = {page.name: len(marks.CRITICAL.findall(page.body)) for page in SWEDISH}
    lines = [f"{count:4}  {name}" for name, count in sorted(counts.items()) if count]
    print_at_the_end(pytestconfig, "Critical sentences by page", lines)
    hold(
        (page for page in SWEDISH if page in ADVICE and page.path in translated),
        lambda page: [] if counts[page.name] else ["none"],
    )


def test_how_hard_each_page_is_to_read_is_printed(pytestconfig: pytest.Config) -> None:
    """LIX by page, at the end of the run: at most 40, and 25 for lättläst."""
    shown = [*SOURCED, *(page for page in PAGES if page.language in VARIANTS and not page.path)]
    found = {page.name: lix.of_markdown(page.body) for page in shown}
    lines = [
        f"{reading.value:5.1f}  {reading.words:4}  {name}"
        for name, reading in sorted(found.items())
    ]
    print_at_the_end(pytestconfig, "LIX (at most 40, lättläst 25), and words", lines)
    for name, reading in found.items():
        assert reading.words <= TWO_MINUTES or "/starta/" in name, name
