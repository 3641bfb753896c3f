"""Which language each word is in, and the way to the other languages."""

import re
from collections.abc import Iterator
from posixpath import normpath

from invariants.page import Fault, Page

# Scripts whose digits nobody dials: Arabic-Indic, Extended Arabic-Indic, Devanagari.
_OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]")
# Letters that Swedish has and English, among others, has not.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


def language_stands_on_the_root(page: Page) -> Iterator[Fault]:
    """A page says its language and direction at its root: a voice and a browser go by it."""
    root = page.tags("html")[0]
    direction = root["dir"] or page.tags("body")[0]["dir"]
    if (root["lang"], direction) != (page.code, page.language.direction):
        yield page.fault(f"says that it is in {root['lang']}, {direction}", root)


def languages_of_parts_exist(page: Page) -> Iterator[Fault]:
    """A part in another language says one of the site's, or of a name: a voice has no other."""
    known = page.site.spoken
    for element in page.having("lang"):
        if element["lang"] not in known:
            yield page.fault(f"the language “{element['lang']}” is none of the site's", element)


def another_language_has_its_direction(page: Page) -> Iterator[Fault]:
    """A part that reads the other way says so, or its full stop stands at the wrong end.

    A list of names has none.
    """
    for element in page.having("lang"):
        if element.tag in ("bdi", "ul", "title"):
            continue
        other = page.site.languages.get(element["lang"])
        turns = other and other.direction not in (page.language.direction, element["dir"])
        if turns and not element.is_within("bdi"):
            yield page.fault(f"no direction of its own: {element}", element)


def an_unreviewed_page_says_so(page: Page) -> Iterator[Fault]:
    """A translation that nobody has reviewed says so in its language, and in Swedish to helpers."""
    notices = page.css(".unreviewed")
    expected = not page.is_error and not page.site.is_reviewed(page.code, page.path)
    # Another notice says that nobody has translated it.
    if len(notices) != expected + page.is_borrowed:
        yield page.fault(f"{len(notices)} notices that nobody has reviewed it", "<main")
    for notice in notices[:1] if expected else []:
        swedish = notice.node.css_first('[lang="sv"]')
        name = page.language.name_in_swedish
        said = f"Översättningen till {name} är inte granskad."
        if page.language.variant_of:
            if "lättläst" not in notice.text:
                yield page.fault("the notice does not say that this is easy to read", notice)
        elif not swedish or swedish.text() != said:
            yield page.fault(f"the notice does not say “{said}”", notice)


def no_word_of_ours_is_left_in_swedish(page: Page) -> Iterator[Fault]:
    """No word stands in Swedish for a translation that is missing.

    A text of the data may, which an editor writes in Swedish alone, and a critical sentence.
    """
    if page.language.is_source:
        return
    for element in page.css(":not(.unreviewed) > span[dir]:not(.behind)"):
        if element.text not in page.site.texts:
            yield page.fault(f"not translated: “{element.text}”", element)


def a_borrowed_text_is_marked_as_swedish(page: Page) -> Iterator[Fault]:
    """A page that nobody has translated has its Swedish text in a part of its own that says so."""
    lists = ("kommuner/", "kommuner/lan/")  # of names, which are Swedish
    parts = page.css('main div[lang="sv"][dir="ltr"]')
    # The page for a wrong address has a part in each language.
    parts = [] if page.path in lists or page.is_error else parts
    if bool(parts) != page.is_borrowed:
        told = "is not marked as Swedish" if page.is_borrowed else "has a part in Swedish"
        yield page.fault(f"the text {told}", parts[0] if parts else "<main")


def places_are_named_in_swedish(page: Page) -> Iterator[Fault]:
    """The name of a municipality is marked as Swedish in another language: a voice says Täby."""
    place = page.municipality or page.guides_municipality
    for heading in page.tags("h1") if place else []:
        name = heading.node.css_first("bdi")
        marked = name is not None and name.attributes.get("lang") == "sv" and place is not None
        if marked != (page.language.base_code != page.site.source.code):
            yield page.fault(
                f"the name “{heading.text}” is {'' if marked else 'not '}marked", heading
            )
        said = "Hjälp i %(place)s" if page.language.variant_of else "Stöd i %(place)s"
        expected = page.words.plain(said, place=place.name) if place else ""
        expected = expected if page.municipality else place.name if place else ""
        if place and heading.text != expected:
            yield page.fault(f"the heading is “{heading.text}”, not {expected}", heading)


def digits_can_be_dialled(page: Page) -> Iterator[Fault]:
    """Digits are those of a Swedish phone in every language: they are compared and dialled."""
    for element, text in page.texts:
        if found := _OTHER_DIGITS.search(text):
            yield page.fault(f"the digit {found[0]} is on no keypad here", element)


def letters_of_the_right_are_said_to_be(page: Page) -> Iterator[Fault]:
    """A text that reads from the right says so where the page does not."""
    for element, text in page.texts if page.language.direction == "ltr" else []:
        if _RIGHT_TO_LEFT.search(text):
            around = [element, *map(page.element, element.around())]
            if not any(one["dir"] == "rtl" or one.tag == "bdi" for one in around):
                yield page.fault(
                    f"reads from the right, and does not say so: “{text.strip()[:40]}”", element
                )


def a_page_leads_to_itself_in_all_languages(page: Page) -> Iterator[Fault]:
    """Each other language is one link away, by its own name and marked as itself.

    To the same page where the language has it, else to where it begins. The page's own language is
    told apart, where it is in the list.
    """
    links = [link for link in page.css(".top nav a, .bar nav a") if "aria-current" not in link]
    for code in _languages(page) - {link["lang"] for link in links}:
        yield page.fault(f"does not lead to itself in {code}", "<body")
    for link in links:
        code = link["lang"]
        if code not in _languages(page):
            yield page.fault(f"leads to {code}, which it is not in", link)
            continue
        other = page.site.languages[code]
        if link.text != other.name:
            yield page.fault(f"{other.name} is called “{link.text}”", link)
        if link["dir"] != other.direction:
            yield page.fault(f"{code} has the direction “{link['dir']}”", link)
        if (target := _target(page, link["href"])) != _in(page, code):
            yield page.fault(f"in {code} it leads to /{target}, not to /{_in(page, code)}", link)


def _languages(page: Page) -> set[str]:
    """The languages that a page should lead to."""
    if page.is_error:
        return set()
    every = page.site.languages.keys() - {page.code}
    if page.is_guide:
        return {code for code in every if _same(page, code) in page.site.files}
    return set(every)


def _same(page: Page, code: str) -> str:
    return f"{page.site.languages[code].folder}{page.path}index.html"


def _in(page: Page, code: str) -> str:
    """The address of a page in a language: the start page's, if it is not there."""
    there = _same(page, code) in page.site.files
    return page.site.languages[code].folder + (page.path if there else "")


def _target(page: Page, href: str) -> str:
    """The address that a relative link leads to."""
    joined = normpath(f"/{page.address}{'' if page.address.endswith('/') else '../'}{href}").lstrip(
        "/"
    )
    return f"{joined}/" if joined else ""


def links_stay_in_their_language(page: Page) -> Iterator[Fault]:
    """No link leads to a page in another language without saying so.

    Easy Swedish leads on in Swedish, for it has some pages only, but to its own where it has them;
    and texts that lead to the page about the open data say which languages that is in.
    """
    own = {page.language.folder, page.language.data_folder}
    for link in page.tags("a"):
        href = link["href"].partition("#")[0]
        if page.is_error or "lang" in link or not href or ":" in href:
            continue
        target = _target(page, href)
        folders = [one.folder for one in page.site.languages.values() if one.folder]
        folder = next((one for one in folders if target.startswith(one)), "")
        last = target.rstrip("/").rpartition("/")[2]
        if folder not in own and "." not in last and target != "data/":
            yield page.fault(f"leads to /{target}, which is in another language", link)


def a_sentence_to_say_is_in_swedish(page: Page) -> Iterator[Fault]:
    """What a reader of another language says or shows is Swedish, and asks for their interpreter.

    On the page of a municipality or a centre, once, and not on the Swedish page.
    """
    base = page.site.languages[page.language.base_code]
    for quote in page.css(".quote"):
        if not (base.is_source or page.is_borrowed) and (quote["lang"], quote["dir"]) != (
            "sv",
            "ltr",
        ):
            yield page.fault(f"not marked as Swedish: “{quote.text}”", quote)
    sentence = f"Hej! Jag behöver tolk på {base.name_in_swedish}."
    if page.municipality or page.is_centres:
        times = [quote.text for quote in page.css(".quote")].count(sentence)
        if times != (not base.is_source):
            yield page.fault(f"“{sentence}” stands {times} times", "<main")
