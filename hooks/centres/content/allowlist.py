"""What prose may bring onto a page, whoever wrote it: elements, attributes and addresses.

Twice, since Markdown has more ways to say a thing than a rule can know. `problems_in` reads the
Markdown and tells an editor the line, before anything is made. `refuse_foreign` reads the HTML that
was made of it, as a browser reads it, and stops the build.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from centres.errors import PageError
from centres.files.problem import Problem, visible
from centres.i18n import N_

# What {{ and }} may ask for by name: `Site.fill` has the values. A test compares the two.
NAMES = (
    *("address", "contact", "copy", "figures", "here", "number", "number_to_hide", "publisher"),
    *("answer", "centre", "coverage_ages", "coverage_all", "coverage_counties", "coverage_groups"),
    *("coverage_map", "coverage_sharing", "guide_sources", "models", "result", "serves"),
    "whole_guide",
)
# The HTML that an author may write by hand: marks of language and direction, and a card to cut out.
_BY_HAND = re.compile(
    r"</?(?:bdi|div|i|p|span)>|<(?:bdi|div|i|p|span)"
    r"""(?: (?:lang="[a-zA-Z-]+"|dir="(?:ltr|rtl)"|(?:class|id)="[\w -]+"))+>"""
)
_HTTPS = r"https://[A-Za-z0-9.-]+(?:[/?#][^\s\\\"'<>(){}]*)?"
_ADDRESS_BY_HAND = _HTTPS + (
    r"|mailto:(?:\{\{ contact \}\}|[\w.+-]+@[\w.-]+)"
    r"|tel:[\w+#%*]+"  # `render.refuse_unsafe_calls` knows what phones dial
    r"|(?:\{\{ here \}\})?(?!//)(?:[\w.-]|/(?!/))*(?:#[\w-]+)?"
)
# A link from its middle: what is not written so is no link that a reader should follow. Our own
# marks (ord:) have a rule of theirs.
_LINK = re.compile(rf'\((?:(?:{_ADDRESS_BY_HAND})(?: "[^"<>{{}}]*")?\)|\s*ord:)')
_DEFINED = re.compile(rf"(?:{_ADDRESS_BY_HAND}|ord:\S*)(?=\s|$)")
_AUTOMATIC = re.compile(rf"<(?:{_HTTPS}|[\w.+-]+@[\w.-]+)>")
_ATTRIBUTES = re.compile(r"\{: *(?:[.#][\w-]+ *)+\}")
_ARGUMENT = r'(?:\w+=)?(?:"[\w-]*"|\d+)'
_FILLED = re.compile(
    rf"\{{\{{ *(?:{'|'.join(NAMES)})(?:\.\w+|\( *(?:{_ARGUMENT})? *\))?"
    r' *(?:or "[^"<>\[\](){}`*_\\&:]*" *)?\}\}'
    rf"|(?<![^\n])\{{% (?:if (?:not )?(?:{'|'.join(NAMES)})|else|endif) %\}}[ \r]*(?![^\n])"
)

# What Markdown shows letter by letter: a fenced block, and a line's text between backticks.
# Here and in _BRACE the sign comes first, and then what is before it: that is asked seldom.
_CODE = re.compile(
    r"(?=[`~])(?:^(?P<fence>`{3,}|~{3,}) *[\w#.+-]*\n.*?^(?P=fence) *$"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`))",
    re.DOTALL | re.MULTILINE,
)
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
# Attributes whose value a browser may follow or run. All others are only read.
_VALUES = {
    "href": _ADDRESS,
    "src": re.compile(r"(?:\.\./)+assets/selfcheck\.[0-9a-f]{8}\.js"),
    "fill": re.compile(r"none|var\(--[\w-]+\)|url\(#[\w-]+\)"),
    "stroke": re.compile(r"var\(--[\w-]+\)"),
}
ON_ANY = (
    *("aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "data-derived"),
    *("dir", "hidden", "id", "lang", "role"),
)
_BARE = (
    *("bdi", "blockquote", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr"),
    *("i", "li", "p", "pre", "span", "strong", "table", "tbody", "thead", "tr", "ul"),
)
# What Markdown makes, and our own parts that prose asks for by name; what each may have of its own.
ELEMENTS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_BARE, ()),
    "a": ("href", "rel", "tabindex", "title"),
    "button": ("type", "data-copies", "data-done", "data-failed"),
    "ol": ("start",),
    "td": ("data-label",),
    "th": ("scope",),
}
# Besides, in the guide: numbers of sources, maps, bars, and the self-check. The only script is its.
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
# What a text is read in, and an element after it. Found elsewhere or with attributes, something in
# the text is left open, or reaches out of it.
_FRAME = ["html", "head", "body", "main", "wbr"]


def problems_in(body: str, name: str, first_line: int) -> Iterator[Problem]:
    """What Markdown may not hold: HTML, pictures, attributes, addresses, and code between braces.

    `name` is the file, `first_line` the number of the line in it that `body` begins on. What stands
    within something else that is wrong is not told.
    """
    told = 0
    for found, message in sorted(_forbidden(body), key=lambda one: one[0].span()):
        at = found.start()
        if at >= told:
            told = found.end()
            line = first_line + body.count("\n", 0, at)
            column = at - body.rfind("\n", 0, at)
            yield Problem(name, line, column, "", "", message, {"value": found[0]})


def _forbidden(body: str) -> Iterator[tuple[re.Match[str], str]]:
    """What stands there, and the sentence that says what to do."""
    for found in _JINJA.finditer(body):  # values are filled in everywhere, in code too
        if not _FILLED.match(body, found.start()):
            yield found, _NO_VALUE
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body)
    for found in _TAG.finditer(text):
        if not (_BY_HAND.match(found[0]) or _AUTOMATIC.match(found[0])):
            yield found, _NO_ADDRESS if _SCHEME.match(found[0]) else _NO_HTML
    for found in _IMAGE.finditer(text):
        yield found, _NO_IMAGE
    for found in _DESTINATION.finditer(text):
        if not _LINK.match(text, found.start() - 1):
            yield found, _NO_ADDRESS
    for found in _DEFINITION.finditer(text):
        if not _DEFINED.match(found["address"]):
            yield found, _NO_ADDRESS
    for found in _BRACE.finditer(text):
        if not _ATTRIBUTES.fullmatch(found[0]):
            yield found, _NO_ATTRIBUTE


def refuse_foreign(html: str, address: str, guide: bool = False) -> None:
    """Raise PageError if the HTML made of prose holds what neither Markdown nor we put there.

    `address` is the page's, for the message; a page of the `guide` may hold more.
    """
    page = LexborHTMLParser(f"<!doctype html><main>{html}\n<wbr></main>")
    nodes = list(page.root.traverse(include_text=False)) if page.root else []
    frame, brought, last = [*nodes[:4], nodes[-1]], nodes[4:-1], nodes[-1]
    bare = [one.tag for one in frame if not one.attributes]
    if bare != _FRAME or last.parent != frame[3]:
        raise PageError(f"/{address}: prose leaves an element open, or changes what is around it")
    for node in brought:
        if strange := _strange(node, GUIDE_ELEMENTS if guide else ELEMENTS):
            raise PageError(f"/{address}: prose may not bring {strange}")


def _strange(node: LexborNode, allowed: dict[str, tuple[str, ...]]) -> str:
    """What is not allowed of an element, as a maintainer would write it; nothing, if all is."""
    tag = node.tag or ""
    if tag not in allowed:
        return f"<{tag.removeprefix('-')}>"
    if tag == "script" and node.text():
        return "a script of its own"
    for name, value in node.attributes.items():
        if name not in ON_ANY and name not in allowed[tag]:
            return f"<{tag} {name}>"
        if name in _VALUES and not _VALUES[name].fullmatch(value or ""):
            return f'<{tag} {name}="{visible(value or "")}">'
    return ""
