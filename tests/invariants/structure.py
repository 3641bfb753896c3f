"""What somebody who does not see the page, or uses no mouse, has of it: names, order, headings."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from helpers import ROOT
from invariants.page import Element, Fault, Page

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Attributes that name the ids of other elements, and whether several.
_NAMING = (
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-activedescendant",
    "headers",
    "list",
    "data-copies",
)
# Elements that may have any name that they are given, and need one if there are several.
_LANDMARKS = ("nav", "aside", "form")
# What the script of the way out says, by the attribute that it takes it from.
_SAID_BY_THE_WAY_OUT = {
    "data-twice": "Tryck på Shift två gånger till för att lämna sidan.",
    "data-once": "Tryck på Shift en gång till för att lämna sidan.",
    "data-late": "Tiden gick ut. Sidan är kvar.",
    "data-leaving": "Lämnar sidan.",
}
# A class in a sheet; what a script looks for, and a word that it then has.
_CLASS = re.compile(r"\.(-?[a-z][\w-]*)(?=[^{}]*\{)")
_LOOKED_FOR = {".copy": ".copy", "[data-open]": "[data-open]", "[data-script]": "dataset"}


@cache
def _styled() -> set[str]:
    """Return the classes that any sheet of our own pages styles."""
    sheets = [file for file in (ROOT / "theme/assets").glob("*.css") if file.name != "guide.css"]
    return {name for file in sheets for name in _CLASS.findall(file.read_text(encoding="utf-8"))}


def one_main_heading(page: Page) -> Iterator[Fault]:
    """A page has one h1, in its main part: it is where a screen reader begins."""
    headings = page.tags("h1")
    if len(headings) != 1:
        second = headings[1] if headings else None
        yield page.fault(f"{len(headings)} elements h1, not one", second)
    for heading in headings[:1]:
        if not heading.is_within("main"):
            yield page.fault(f"h1 “{heading.text}” stands outside main", heading)


def headings_in_order(page: Page) -> Iterator[Fault]:
    """No level of headings is skipped: whoever goes by them would look for what is not there."""
    level = 1
    for heading in (one for one in page.elements if one.tag in _HEADINGS):
        if int(heading.tag[1]) > level + 1:
            yield page.fault(f"{heading.tag} “{heading.text}” comes after h{level}", heading)
        level = int(heading.tag[1])


def nothing_empty(page: Page) -> Iterator[Fault]:
    """No heading, paragraph, item, head of a table or summary is empty: it is read as a gap."""
    for element in page.tags(
        *_HEADINGS, "p", "li", "dt", "dd", "th", "summary", "caption", "title"
    ):
        waits = "role" in element and element["role"] in ("status", "alert")
        if not (element.text or waits or element.node.css_first("input,svg,button")):
            yield page.fault(f"{element} is empty", element)


def ids_are_unique(page: Page) -> Iterator[Fault]:
    """No id stands twice: a label, a link or a button would lead to the first of them only."""
    ids = page.having("id")
    times = Counter(element["id"] for element in ids)
    for element in ids:
        if times[element["id"]] > 1 and page.ids[element["id"]] is element:
            yield page.fault(
                f"the id “{element['id']}” stands {times[element['id']]} times", element
            )


def named_elements_exist(page: Page) -> Iterator[Fault]:
    """What an attribute names by its id is on the page: a field would be without its label."""
    for attribute in _NAMING:
        for element in page.having(attribute):
            for name in element[attribute].split():
                if name not in page.ids:
                    yield page.fault(f"{attribute} names “{name}”, which is not here", element)


def past_the_header(page: Page) -> Iterator[Fault]:
    """The first link leads past the header, to the one main part that there is."""
    mains = page.tags("main")
    if len(mains) != 1:
        yield page.fault(f"{len(mains)} elements main, not one", mains[1] if mains else None)
    first = page.tags("a")[:1]
    for link in first:
        target = page.ids.get(link["href"].removeprefix("#"))
        inside = target and (target.tag == "main" or target.is_within("main"))
        if not (link["href"].startswith("#") and inside):
            yield page.fault(f"the first link is not the way past the header: {link}", link)
    if not first:
        yield page.fault("there is no link")


def links_and_buttons_have_names(page: Page) -> Iterator[Fault]:
    """A link or a button has a text, or a voice says its address instead."""
    for element in page.tags("a", "button"):
        if element["aria-hidden"] == "true":
            continue
        if not (element.text or element["aria-label"].strip()):
            yield page.fault(f"{element} has no text", element)


def buttons_do_not_send(page: Page) -> Iterator[Fault]:
    """A button says that it is one: without a type it would send a form."""
    for button in page.tags("button"):
        if button["type"] != "button":
            yield page.fault(f"{button} has no type=button", button)


def fields_have_labels(page: Page) -> Iterator[Fault]:
    """A field has a label that is read: a placeholder goes away when one writes."""
    labelled = {label["for"] for label in page.tags("label")}
    for field in page.tags("input", "select", "textarea"):
        if "md-toggle" in field.classes:
            continue  # Material's, and never shown
        named = field["id"] in labelled or field.is_within("label")
        if not (named or field["aria-label"] or field["aria-labelledby"]):
            yield page.fault(f"{field} has no label", field)


def keyboards_order_is_the_pages(page: Page) -> Iterator[Fault]:
    """No tabindex above 0, autofocus or accesskey: the keyboard would jump, or the page scroll."""
    for element in page.having("tabindex"):
        if element["tabindex"] not in ("0", "-1"):
            yield page.fault(f"tabindex {element['tabindex']}: {element}", element)
    for attribute in ("autofocus", "accesskey"):
        for element in page.having(attribute):
            yield page.fault(f"{attribute}: {element}", element)


def hidden_is_hidden_for_all(page: Page) -> Iterator[Fault]:
    """What a voice does not read no keyboard stops at: it would stop at nothing."""
    for element in page.tags("a", "button", "input", "summary"):
        hidden = element["aria-hidden"] == "true" or any(
            node.attributes.get("aria-hidden") == "true" for node in element.around()
        )
        if hidden and element["tabindex"] != "-1":
            yield page.fault(f"hidden from voices, but not from the keyboard: {element}", element)


def tables_say_what_their_heads_are_of(page: Page) -> Iterator[Fault]:
    """A head of a table says whether it is of its row or its column, where there are both."""
    for head in page.tags("th"):
        if head["scope"] not in ("row", "col") and not page.is_materials:
            yield page.fault(f"th “{head.text}” has no scope", head)
    for table in page.tags("table"):
        if not table.node.css_first("th"):
            yield page.fault("a table without a head", table)


def landmarks_have_different_names(page: Page) -> Iterator[Fault]:
    """Of several menus each has a name of its own: a voice lists them by it."""
    for tag in _LANDMARKS:
        alike = [one for one in page.tags(tag) if one["aria-hidden"] != "true"]
        names = [one["aria-label"] or one["aria-labelledby"] for one in alike]
        if len(alike) > 1:
            for element, name in zip(alike, names, strict=True):
                if not name or names.count(name) > 1:
                    yield page.fault(f"several {tag}, and one named “{name}”", element)


def drawings_have_words(page: Page) -> Iterator[Fault]:
    """A drawing says what it shows, or is left out of what a voice reads; a picture has an alt."""
    for drawing in page.tags("svg"):
        named = drawing["aria-label"] or drawing["aria-labelledby"] or _title(drawing)
        hidden = drawing["aria-hidden"] == "true" or any(
            node.attributes.get("aria-hidden") == "true" for node in drawing.around()
        )
        if not (named or hidden or drawing.node.css_first("a title")):
            yield page.fault(f"a drawing without a name: {drawing}", drawing)
    for picture in page.tags("img"):
        if "alt" not in picture:
            yield page.fault(f"a picture without an alt: {picture}", picture)


def _title(drawing: Element) -> bool:
    return any(child.tag == "title" for child in drawing.node.iter())


def details_begin_with_their_summary(page: Page) -> Iterator[Fault]:
    """What can be opened says what it holds: else a browser says “Details” in its own language."""
    for details in page.tags("details"):
        first = next((child for child in details.node.iter()), None)
        if first is None or first.tag != "summary":
            yield page.fault("details without a summary as its first element", details)


def the_way_out_is_at_the_top(page: Page) -> Iterator[Fault]:
    """A visitor's page has one ordinary link away, before all but two; the guide has none.

    It replaces the page, and tells the other site nothing.
    """
    ways = [link for link in page.tags("a") if link["href"] == page.site.exit_url]
    if not page.is_visitors:
        for link in ways:
            yield page.fault("a way out in the guide", link)
        return
    if len(ways) != 1:
        yield page.fault(f"{len(ways)} ways out, not one", ways[1] if ways else None)
    first = [link["class"] for link in page.tags("a")[:3]]
    if first != ["skip", "home", "exit"]:
        yield page.fault(f"the first links are {first}, not skip, home and exit", "<body")
    for link in ways:
        if link["rel"] != "noreferrer" or "target" in link:
            yield page.fault(f"the way out is no ordinary link: {link}", link)


def the_way_out_says_how_far_it_is(page: Page) -> Iterator[Fault]:
    """What is read aloud when Shift is pressed is said in the page's language."""
    for link in page.tags("a"):
        if link["class"] == "exit":
            for name, text in _SAID_BY_THE_WAY_OUT.items():
                said = page.words.plain(text)
                if link[name] != said:
                    yield page.fault(f"{name} says “{link[name]}”, not “{said}”", link)


def what_stands_here_has_its_sheet_and_script(page: Page) -> Iterator[Fault]:
    """A page has the sheets and scripts of its kind: a part from another would be bare, or dead."""
    if page.is_materials:
        return
    own = _CLASS.findall("".join(style.text for style in page.tags("style")))
    script = "".join(script.text for script in page.tags("script"))
    for element in page.having("class"):
        for name in {*element.classes} & _styled() - {*own}:
            yield page.fault(f"nothing here styles the class “{name}”", element)
    for selector, word in _LOOKED_FOR.items():
        for element in page.css(selector) if word not in script else []:
            yield page.fault(f"no script here knows {selector}", element)
