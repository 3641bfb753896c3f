"""What stands around a text that somebody has written: who helps, sources, words, the day."""

from collections.abc import Iterator

from centres.content import marks
from centres.content.prose import ADVICE, Prose
from centres.data.directory import SOS
from invariants.calls import calls
from invariants.directory import EVERYWHERE
from invariants.page import Fault, Page

GLOSSARY = f"{ADVICE}ordlista/"


def _prose(page: Page) -> Prose | None:
    """The text of a page, in Swedish where nobody has translated it."""
    library = page.site.library
    own = (page.code, page.path)
    there = own in library.addresses and page.path not in page.site.moved
    return library.page(*own) if there else None


def _advice(page: Page) -> Prose | None:
    """The text of a page that tells victims what to do, in a language that has all of them."""
    text = _prose(page)
    lists = page.path in (ADVICE, GLOSSARY)
    return text if text and page.path.startswith(ADVICE) and not lists else None


def the_text_is_the_authors(page: Page) -> Iterator[Fault]:
    """A page of prose has its author's heading."""
    text = _prose(page)
    for heading in page.tags("h1") if text and page.path != GLOSSARY else []:
        if text and heading.text != " ".join(marks.without(text.heading).split()):
            yield page.fault(f"the heading is “{heading.text}”, not “{text.heading}”", heading)


def who_helps_with_it(page: Page) -> Iterator[Fault]:
    """A text names whom to call: 112, lines of its front matter, and the pair, in this order.

    The first of them may stand at the top, with those for men and for trans persons beside it.
    """
    if not _advice(page):
        return
    directory = page.site.directory
    swedish = page.site.library.pages.get(("sv", page.path))
    named = swedish.matter.helps if swedish else ()
    first = swedish.matter.first if swedish else None
    beside = ("man", "transpersoner") if first == "kvinnofridslinjen" else ()
    ids = dict.fromkeys((*named, *EVERYWHERE[1:]))
    at_top = [first, *beside] if first else []
    below = [name for name in ids if name != first]
    buttons = {"call", "urgent"}
    links = [link for link in calls(page) if buttons & {*link.classes} and link.is_within("main")]
    found = [link["href"].removeprefix("tel:") for link in links]
    expected = [directory.lines[SOS].tel]
    if not (swedish and swedish.matter.silent):
        expected += [call.tel for name in (*at_top, *below) for call in directory.lines[name].calls]
    if found != expected:
        yield page.fault(f"calls {found}, not {expected}", links[0] if links else "<main")
    ways = [link["href"] for link in page.css("main .rows a")]
    root = "../" * page.address.count("/")
    if f"{root}{page.language.folder}kommuner/" not in ways:
        yield page.fault("does not lead to who is near", "<main")


def when_it_was_read(page: Page) -> Iterator[Fault]:
    """A text ends with the day on which somebody read it through."""
    text = _advice(page)
    if text:
        day = page.words.day(text.matter.reviewed)
        said = page.words.plain("Sidan lästes igenom senast %(date)s.", date=day)
        if said not in page.main:
            yield page.fault(f"does not say “{said}”", "<main")


def each_source_is_at_the_foot(page: Page) -> Iterator[Fault]:
    """The foot lists each source of a text once, in its order, and what it stands behind.

    With its date, or that it has none, and for a law the paragraphs.
    """
    text = _advice(page)
    items = page.css(".sources li")
    sources = marks.cited(text.body) if text else {}
    if text and len(items) != len(sources):
        yield page.fault(f"{len(items)} sources, not {len(sources)}", "<main")
        return
    for item, (name, headings) in zip(items, sources.items(), strict=bool(text)):
        said = item.text.replace("\N{NO-BREAK SPACE}", " ")
        source = page.site.directory.sources[name]
        if " ".join(source.title.split()) not in said:
            yield page.fault(f"“{said}” is not {source.title}", item)
        for place in (one for places in headings.values() for one in places):
            if place not in said:
                yield page.fault(f"“{said}” does not say {place}", item)


def a_word_has_the_swedish_one_beside(page: Page) -> Iterator[Fault]:
    """A link to the glossary has the Swedish word after it: it is the one on the letter."""
    directory = page.site.directory
    if page.code == "sv" or page.language.variant_of or page.is_borrowed or page.path == GLOSSARY:
        return
    for link in page.tags("a"):
        if "ordlista/#" not in link["href"] or not page.is_visitors:
            continue
        word = directory.meanings[link["href"].partition("#")[2]].word
        beside = link.node.next
        while beside is not None and beside.is_text_node:
            beside = beside.next
        marked = beside is not None and beside.attributes.get("lang") == "sv"
        if not (beside and marked and beside.text() == word):
            yield page.fault(f"“{link.text}” has not “{word}” beside it", link)


def the_glossary_has_every_word(page: Page) -> Iterator[Fault]:
    """Each word once, with what it means, and in other languages the Swedish word beside.

    A word that nobody has translated is the Swedish one, and stands alone.
    """
    if page.path != GLOSSARY:
        return
    words = page.site.directory.meanings
    terms = page.css("main dt")
    named = [term.node.css_first("[id]") for term in terms]
    entries = {
        page.element(one)["id"] if one else "": term for one, term in zip(named, terms, strict=True)
    }
    if entries.keys() != words.keys():
        yield page.fault(
            f"other words than the data: {sorted(entries.keys() ^ words.keys())}", "<dl"
        )
    for name, term in entries.items():
        swedish = [beside.text() for beside in term.node.css('[lang="sv"]')]
        own = page.code == page.site.source.code
        if swedish != ([] if own else [words[name].word]) or (
            own and term.text != words[name].word
        ):
            yield page.fault(f"“{term.text}” is not {words[name].word}", term)


def the_list_leads_to_every_text(page: Page) -> Iterator[Fault]:
    """The list of what there is to read leads to all of it, once each."""
    if page.path != ADVICE or page.language.variant_of:
        return
    paths = {path for code, path in page.site.library.addresses if code == page.code}
    paths -= page.site.moved.keys()
    expected = sorted({path for path in paths if path.startswith(ADVICE)} | {GLOSSARY} - {ADVICE})
    root = "../" * page.address.count("/") + page.language.folder
    listed = sorted(link["href"].removeprefix(root) for link in page.css("main .doors a"))
    if listed != [one for one in expected if one != ADVICE]:
        odd = sorted(set(listed) ^ set(expected))
        yield page.fault(f"leads to other texts than there are: {odd}", "<main")


def the_start_page_leads_to_where_one_begins(page: Page) -> Iterator[Fault]:
    """The start page leads to the texts to begin with, in their order, and to the list of all."""
    if page.path or page.language.variant_of:
        return
    first = [text for text in page.site.library.swedish() if text.matter.group == "first"]
    paths = [text.path for text in sorted(first, key=lambda text: text.matter.order)]
    root = "../" * page.address.count("/") or "./"
    expected = [f"{root}{page.language.folder}{path}" for path in [*paths, ADVICE]]
    if (found := [link["href"] for link in page.css("main .reading a")]) != expected:
        yield page.fault(f"leads to {found}, not {expected}", "<main")
