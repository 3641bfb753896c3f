"""Refuse what prose may not bring onto a page, whoever wrote it: an allowlist, applied twice.

`problems_in` reads the Markdown, before anything is made, and tells an editor the line. Markdown
has more ways to write HTML than such a rule can know, so `refuse_foreign` also reads the HTML that
was made, as a browser reads it, and stops the build.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from centres.errors import PageError
from centres.files.problem import Problem, visible
from centres.i18n import N_

# The names that prose may use between {{ and }}. `pages.prose_pages.ProsePages._values` fills in
# those on every page, `pages.guide.tables.parts` those in the guide, and `pages.guide.book.whole`
# the last one. A test compares them.
_ON_EVERY_PAGE = (
    "address", "contact", "copy", "figures", "here", "number", "number_to_hide", "publisher",
    "root",
)  # fmt: skip
_IN_THE_GUIDE = (
    "answer", "centre", "coverage_ages", "coverage_all", "coverage_counties", "coverage_groups",
    "coverage_map", "coverage_sharing", "guide_sources", "models", "result", "serves",
)  # fmt: skip
NAMES = (*_ON_EVERY_PAGE, *_IN_THE_GUIDE, "whole_guide")
# The HTML that an author may write: marks of language and direction, and a card to cut out.
_WRITTEN_TAG = re.compile(
    r"</?(?:bdi|div|i|p|span)>|<(?:bdi|div|i|p|span)"
    r"""(?: (?:lang="[a-zA-Z-]+"|dir="(?:ltr|rtl)"|(?:class|id)="[\w -]+"))+>"""
)
_HTTPS = r"https://[A-Za-z0-9.-]+(?:[/?#][^\s\\\"'<>(){}]*)?"
# An address as an author writes it. `_ADDRESS` below is one as it stands in the HTML.
_WRITTEN_ADDRESS = _HTTPS + (
    r"|mailto:(?:\{\{ contact \}\}|[\w.+-]+@[\w.-]+)"
    r"|tel:[\w+#%*]+"  # which of them phones dial: `pages.document.document.refuse_unsafe_calls`
    r"|(?:\{\{ (?:here|root) \}\})?(?!//)(?:[\w.-]|/(?!/))*(?:#[\w-]+)?"
)
# The allowed destination of a link, with its title. `marks` checks its own: words (ord:) and
# critical sentences (viktig:).
_LINK = re.compile(rf'\((?:(?:{_WRITTEN_ADDRESS})(?: "[^"<>{{}}]*")?\)|\s*(?:ord|viktig):)')
_DEFINED = re.compile(rf"(?:{_WRITTEN_ADDRESS}|(?:ord|viktig):\S*)(?=\s|$)")
# An address in angle brackets.
_AUTOMATIC = re.compile(rf"<(?:{_HTTPS}|[\w.+-]+@[\w.-]+)>")
# Names and classes for an element, as attr_list reads them.
_ATTRIBUTES = re.compile(r"\{: *(?:[.#][\w-]+ *)+\}")
# A value that is filled in, with at most one argument; or a condition, alone on its line.
_ARGUMENT = r'(?:\w+=)?(?:"[\w-]*"|\d+)'
_FILLED = re.compile(
    rf"\{{\{{ *(?:{'|'.join(NAMES)})(?:\.\w+|\( *(?:{_ARGUMENT})? *\))?"
    r' *(?:or "[^"<>\[\](){}`*_\\&:]*" *)?\}\}'
    rf"|(?<![^\n])\{{% (?:if (?:not )?(?:{'|'.join(NAMES)})|else|endif) %\}}[ \r]*(?![^\n])"
)

# Code, which Markdown shows as it is: a fenced block, and text between backticks on one line.
# Here and in _BRACE, match the character first and look behind it second, so that the look-behind
# runs only at candidates.
_CODE = re.compile(
    r"(?=[`~])(?:^(?P<fence>`{3,}|~{3,}) *[\w#.+-]*\n.*?^(?P=fence) *$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)
# What may be forbidden. Each begins so that it is found also where its end is missing.
_SCHEME = re.compile(r"<[\w+.-]*[:@]")
_TAG = re.compile(r"<(?=[A-Za-z/!?{])[^<>\n]*>?")
_IMAGE = re.compile(r"!\[(?:[^\[\]\n]*\]\([^)\n]*\)?)?")
_DESTINATION = re.compile(r"(?<=\]\()[^)\n]*")
_DEFINITION = re.compile(r"^[ >*+\d.-]*\[[^\]\n]+\]:\s*(?P<address>\S+)", re.MULTILINE)
_BRACE = re.compile(r"\{(?<!\{\{)(?![{%#])[^}\n]*\}?")
_JINJA = re.compile(r"\{[{%#][^}\n]*\}*")

_NO_HTML = N_(
    "”%(value)s” är HTML, och det kan inte stå på en sida. Skriv med Markdown, eller mellan "
    "kodtecken (`) om läsaren ska se det."
)
_NO_ADDRESS = N_(
    "länken ”%(value)s” går inte att använda. Skriv en adress som börjar med https://, en sida "
    "här, som ../om/, eller en e-postadress efter mailto:."
)
_NO_IMAGE = N_("sidor har inga bilder. Ta bort den, och säg det med ord.")
_NO_ATTRIBUTE = N_(
    "”%(value)s” går inte att använda. Där får bara stå ett namn, som #namn, och klasser, som "
    ".klass."
)
_NO_VALUE = N_(
    "”%(value)s” är inget som en sida kan hämta. Gör som på andra sidor, med ett namn som finns."
)

_CONTROL_OR_BLANK = r"\x00-\x20\x7f-\xa0"
_ADDRESS = re.compile(
    rf"https://[^{_CONTROL_OR_BLANK}\\/?#@:]+(?:[/?#][^{_CONTROL_OR_BLANK}\\]*)?"
    rf"|mailto:[^{_CONTROL_OR_BLANK}\\:?]+"
    rf"|tel:[^{_CONTROL_OR_BLANK}]+"
    r"|(?!//)(?:[\w.-]|/(?!/))*(?:#[\w-]*)?"
)
# Attributes whose value a browser may fetch, follow or run: what it must be.
_ALLOWED_VALUES = {
    "href": _ADDRESS,
    "src": re.compile(r"(?:\.\./)+assets/selfcheck\.[0-9a-f]{8}\.js"),
    "fill": re.compile(r"none|var\(--[\w-]+\)|url\(#[\w-]+\)"),
    "stroke": re.compile(r"var\(--[\w-]+\)"),
}
# The attributes that any element may have.
ON_ANY = (
    "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "data-derived",
    "dir", "hidden", "id", "lang", "role", "translate",
)  # fmt: skip
# The elements that have no attributes of their own.
_BARE = (
    "bdi", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "li", "p", "pre", "span", "strong", "table", "tbody", "thead", "tr", "ul",
)  # fmt: skip
# The elements that Markdown and our own parts (`NAMES`) make, each with the attributes of its own.
ELEMENTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_BARE, ()),
    "a": ("href", "rel", "tabindex", "title"),
    "button": ("type", "data-copies", "data-done", "data-failed"),
    "ol": ("start",),
    "td": ("data-label",),
    "th": ("scope",),
}
# The guide also has numbers of sources, maps, bars, and the self-check with its script.
GUIDE_ELEMENTS = ELEMENTS | {
    **dict.fromkeys(("figcaption", "figure", "label", "legend", "sup", "title"), ()),
    "div": ("data-answers",),
    "fieldset": ("data-measure",),
    "g": ("fill", "stroke", "stroke-width"),
    "input": ("type", "name", "value"),
    "path": ("d",),
    "pattern": ("width", "height", "patternUnits", "patternTransform"),
    "rect": ("x", "y", "width", "height", "fill", "stroke"),
    "script": ("type", "src"),
    "svg": ("viewBox", "width", "height", "preserveAspectRatio"),
    "textarea": ("rows", "autocomplete"),
}
# The wrapper that a fragment is parsed in, and a sentinel after it (wbr). If the parsed tree
# differs, the fragment has an unclosed tag, or closes or changes an element of ours.
_WRAPPER = ["html", "head", "body", "main", "wbr"]


def problems_in(body: str, name: str, first_line: int) -> Iterator[Problem]:
    """Yield a Problem for each piece of Markdown that is not allowed, in the order of the text.

    That is HTML, images, attributes, addresses, and code between braces. `name` is the file, and
    `first_line` the number of the line in it that `body` begins on. Of pieces that overlap, only
    the first is reported.
    """
    end = 0
    for piece, message in sorted(_forbidden(body), key=lambda result: result[0].span()):
        start = piece.start()
        if start >= end:
            end = piece.end()
            line = first_line + body.count("\n", 0, start)
            column = start - body.rfind("\n", 0, start)
            yield Problem(name, line, column, "", "", message, {"value": piece[0]})


def _forbidden(body: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each piece of Markdown that is not allowed, with the message that says what to do."""
    for braces in _JINJA.finditer(body):  # values are filled in everywhere, in code too
        if not _FILLED.match(body, braces.start()):
            yield braces, _NO_VALUE
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body)
    for tag in _TAG.finditer(text):
        if not (_WRITTEN_TAG.match(tag[0]) or _AUTOMATIC.match(tag[0])):
            yield tag, _NO_ADDRESS if _SCHEME.match(tag[0]) else _NO_HTML
    for image in _IMAGE.finditer(text):
        yield image, _NO_IMAGE
    for destination in _DESTINATION.finditer(text):
        if not _LINK.match(text, destination.start() - 1):
            yield destination, _NO_ADDRESS
    for definition in _DEFINITION.finditer(text):
        if not _DEFINED.match(definition["address"]):
            yield definition, _NO_ADDRESS
    for attributes in _BRACE.finditer(text):
        if not _ATTRIBUTES.fullmatch(attributes[0]):
            yield attributes, _NO_ATTRIBUTE


def refuse_foreign(html: str, address: str, guide: bool = False) -> None:
    """Raise PageError if the `html` made of prose holds what the allowlist does not.

    `address` is the page's from the site's root, for the message. A page of the `guide` may hold
    more.
    """
    document = LexborHTMLParser(f"<!doctype html><main>{html}\n<wbr></main>")
    nodes = list(document.root.traverse(include_text=False)) if document.root else []
    wrapper, fragment, sentinel = nodes[:4], nodes[4:-1], nodes[-1]
    bare = [node.tag for node in (*wrapper, sentinel) if not node.attributes]
    if bare != _WRAPPER or sentinel.parent != wrapper[3]:
        raise PageError(f"/{address}: prose leaves an element open, or changes what is around it")
    for node in fragment:
        if foreign := _foreign(node, GUIDE_ELEMENTS if guide else ELEMENTS):
            raise PageError(f"/{address}: prose may not bring {foreign}")


def _foreign(node: LexborNode, allowed: dict[str, tuple[str, ...]]) -> str:
    """Return what of an element is not allowed, such as "<p onclick>"; an empty text if all is."""
    tag = node.tag or ""
    if tag not in allowed:
        return f"<{tag.removeprefix('-')}>"
    if tag == "script" and node.text():
        return "a script of its own"
    for name, value in node.attributes.items():
        if name not in ON_ANY and name not in allowed[tag]:
            return f"<{tag} {name}>"
        if name in _ALLOWED_VALUES and not _ALLOWED_VALUES[name].fullmatch(value or ""):
            return f'<{tag} {name}="{visible(value or "")}">'
    return ""
