"""Hostile prose: told with its line, and stopped by what is made of it where no rule knew it."""

import re
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import markdown
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from centres.content import allowlist, prose
from centres.content.markdown import MarkdownReader
from centres.errors import PageError
from centres.site import load
from helpers import DIRECTORY, LATEST, ROOT, SETTINGS
from prose_page import PAGE, check_output, write_page

NO_HTML = (
    "”{}” är HTML, och det kan inte stå på en sida. Skriv med Markdown, eller mellan kodtecken (`) "
    "om läsaren ska se det."
)
NO_ADDRESS = (
    "länken ”{}” går inte att använda. Skriv en adress som börjar med https://, en sida här, som "
    "../om/, eller en e-postadress efter mailto:."
)
NO_IMAGE = "sidor har inga bilder. Ta bort den, och säg det med ord."
NO_ATTRIBUTE = (
    "”{}” går inte att använda. Där får bara stå ett namn, som #namn, och klasser, som .klass."
)
NO_VALUE = "”{}” är inget som en sida kan hämta. Gör som på andra sidor, med ett namn som finns."
# What is said of what somebody writes: all of the text, or what stands behind →.
HOSTILE = {
    NO_HTML: [
        "a <script>alert(1) → <script>",
        "<ScRiPt src=//x.example>",
        "<style>",
        '<iframe src="https://x.example">',
        '<i onclick="x">',
        '<p style="x">',
        "<i/onclick=x>",
        "<svg/onload=x>",
        "<i\n    onclick=x> → <i",
        "\\<script> → <script>",
        "\\`<script>\\` → <script>",
        "<!-- a",
        "<?php x ?>",
        '<{{ publisher or "script" }}>',
    ],
    NO_ADDRESS: [
        "[a](javascript:x) → javascript:x",
        "[a](JaVaScript:x) → JaVaScript:x",
        "[a](java&#115;cript:x) → java&#115;cript:x",
        "[a](javascript&colon;x) → javascript&colon;x",
        "[a](javascript%3Ax) → javascript%3Ax",
        "[a](   javascript:x) →    javascript:x",
        "[a](<javascript:x>) → <javascript:x>",
        "[a](data:text/html,x) → data:text/html,x",
        "[a](vbscript:x) → vbscript:x",
        "[a](file:///etc/passwd) → file:///etc/passwd",
        "[a](http://x.example/) → http://x.example/",
        "[a](//x.example/) → //x.example/",
        "[a](/\\x.example/) → /\\x.example/",
        "[a](https://smhi.se@x.example/) → https://smhi.se@x.example/",
        "[a]({{ contact }}:x) → {{ contact }}:x",
        "<javascript:x>",
        "[a]: javascript:x",
        "- [a]: data:text/html,x",
    ],
    NO_IMAGE: ["![a](https://x.example/a.png)", "![a][b]", "![a](javascript:x)"],
    NO_ATTRIBUTE: [
        "*a*{: onclick=x } → {: onclick=x }",
        "*a*{onclick=x} → {onclick=x}",
        '*a*{: .b style="x" } → {: .b style="x" }',
        "```{.a onclick=x}\n    a\n    ``` → {.a onclick=x}",
    ],
    NO_VALUE: [
        "{{ config }}",
        "{{ figures",
        "{{ 1 / 0 }}",
        "{{ ().__class__.__mro__ }}",
        "`{{ lipsum() }}` → {{ lipsum() }}",
        "{{ contact|safe }}",
        "{% for a in figures %}",
        "a{% if contact %} → {% if contact %}",
        "a{# b #} → {# b #}",
        '{{ contact or "[a](x)" }}',
    ],
}
HONEST = """\
En <i lang="sv">kurator</i>, 3 < 4 och en > b. `<script>` och `{: onclick=x }` är kod.

```
<iframe> och [a](javascript:x)
```

[Här]({{ here }}rad/#a), [där](../om/), [ute](https://example.org/a?b=1#c "Titel"),
<https://example.org/>, [mejl](mailto:{{ contact }}), <a@example.org>, [ring](tel:112), [b][b].

[b]: https://example.org/

{% if contact %}
Text.
{: #namn .klass }
{% endif %}

{{ figures.centres }}, {{ number("bris") }}, {{ copy(copied="a") }},
{{ publisher or "Inte bestämt." }}
"""
# As mkdocs.yml lists them, each a name or a name with its options; MkDocs adds one by itself.
_LISTED = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
OPTIONS = {
    name: options
    for one in ["fenced_code", *_LISTED["markdown_extensions"]]
    for name, options in (one.items() if isinstance(one, dict) else [(one, {})])
}
# Reads prose as the site does; where its pages are does not matter.
READER = MarkdownReader()


def with_line_14(text: str) -> str:
    """Return the page with `text` in place of a sentence about the law."""
    assert PAGE.splitlines()[13] == "    Det står i lagen (13 kap. 1 §).[^bilaga-2]"
    return PAGE.replace("Det står i lagen (13 kap. 1 §).[^bilaga-2]", text)


@pytest.mark.parametrize(
    ("sentence", "case"), [(one, case) for one, cases in HOSTILE.items() for case in cases]
)
def test_what_does_not_belong_in_prose_is_one_line_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sentence: str, case: str
) -> None:
    """Before anything is made; in English there are as many lines, at the same places."""
    text, _, shown = case.partition(" → ")
    shown = shown or text
    root = write_page(tmp_path, with_line_14(text))
    place = f"content/sv/rad/anmala.md:14:{text.index(shown) + 1}: "
    assert check_output(root, capsys) == [place + sentence.format(shown)]
    (english,) = check_output(root, capsys, "en")
    assert english.startswith(place)
    assert english != place + sentence.format(shown)


def test_all_of_it_is_told_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the mistakes of the data, in the order of the file."""
    text = "<script>\n\n    [a](javascript:x) *b*{: onclick=x }\n\n    {{ config }} ![c](d.png)"
    told = [
        ("14:1", NO_HTML, "<script>"),
        ("16:5", NO_ADDRESS, "javascript:x"),
        ("16:22", NO_ATTRIBUTE, "{: onclick=x }"),
        ("18:1", NO_VALUE, "{{ config }}"),
        ("18:14", NO_IMAGE, ""),
    ]
    assert check_output(write_page(tmp_path, with_line_14(text)), capsys) == [
        f"content/sv/rad/anmala.md:{place}: {sentence.format(shown)}"
        for place, sentence, shown in told
    ]


def test_what_pages_really_use_is_told_nobody() -> None:
    """HTML as code, links of every kind, names, conditions, and signs that only look like more."""
    assert list(allowlist.problems_in(HONEST, "a.md", 1)) == []


@pytest.mark.parametrize(
    "piece", ["![", "[^a, ", "[^", "](ord:", "{{ number(", "<a ", "``` ", "[a]: "]
)
def test_half_a_million_letters_of_what_never_ends_are_read_once(piece: str) -> None:
    """In a process of its own, which the system ends if it computes for too long."""
    program = textwrap.dedent("""
        import resource, sys
        resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
        from itertools import islice
        from centres.content import allowlist, lix, marks
        text = sys.argv[1] * (480_000 // len(sys.argv[1]))
        list(islice(allowlist.problems_in(text, "a.md", 1), 100))
        list(islice(marks.problems_in(text, "a.md", 1, marks.Known((), (), (), (), ())), 100))
        marks.cited(text)
        lix.of_markdown(text)
    """)
    command = [sys.executable, "-c", program, piece]
    assert subprocess.run(command, cwd=ROOT / "hooks", check=False).returncode == 0


def test_the_names_that_prose_may_use_are_those_that_have_a_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a visitor's page and in the guide; the whole guide is put in before."""
    given: set[str] = set()

    def note(_: MarkdownReader, text: str, values: dict[str, object]) -> str:
        given.update(values)
        return text

    monkeypatch.setattr(MarkdownReader, "fill", note)
    site = load.load(ROOT, LATEST, SETTINGS)
    for path in ("om/", prose.GUIDE):
        site.prose_pages.fill(site.editions["sv"], path, "")
    assert given | {"whole_guide"} == set(allowlist.NAMES)


# HTML that a text has become, and what a maintainer is told.
OPEN = "prose leaves an element open, or changes what is around it"
FOREIGN = {
    "<frameset></frameset>": OPEN,
    "<table>": OPEN,
    "<script>x</script>": "prose may not bring <script>",
    "<p onclick=x></p>": "prose may not bring <p onclick>",
    "<p style=x></p>": "prose may not bring <p style>",
    "<svg><path/></svg>": "prose may not bring <svg>",
    '<meta http-equiv="refresh" content="0;url=https://x.example/">': "prose may not bring <meta>",
    '<base href="https://x.example/">': "prose may not bring <base>",
    '<form action="https://x.example/"></form>': "prose may not bring <form>",
    '<link rel="dns-prefetch" href="//x.example">': "prose may not bring <link>",
    "<template><p></p></template>": "prose may not bring <template>",
    "<noscript><p></p></noscript>": "prose may not bring <noscript>",
    "<!-- a -->": "prose may not bring <comment>",
    "<body onload=x>": OPEN,
    "<html lang=sv onclick=x>": OPEN,
    "<main></main>": "prose may not bring <main>",
    '<a href="java&Tab;script:x"></a>': 'prose may not bring <a href="java[U+0009]script:x">',
    '<a href=" javascript:x"></a>': 'prose may not bring <a href=" javascript:x">',
    '<a href="//x.example/"></a>': 'prose may not bring <a href="//x.example/">',
    r'<a href="/\x.example/"></a>': r'prose may not bring <a href="/\x.example/">',
    '<a href="https:x.example/"></a>': 'prose may not bring <a href="https:x.example/">',
    "<i>a": OPEN,
    "</main>": OPEN,
    '<a href="https://x.example/?': OPEN,
    "<img src=x onerror=x title='": OPEN,
    "<wbr>": "prose may not bring <wbr>",
}


@pytest.mark.parametrize("html", FOREIGN)
def test_html_that_no_rule_foresaw_stops_the_build(html: str) -> None:
    """With the address of the page; MkDocs's side says the file."""
    with pytest.raises(PageError) as told:
        allowlist.refuse_foreign(html, "om/")
    assert str(told.value) == f"/om/: {FOREIGN[html]}"


def test_only_the_guide_has_drawings_and_only_its_own_script() -> None:
    """The self-check's, by its address."""
    own = '<script type="module" src="../../assets/selfcheck.1a2b3c4d.js"></script>'
    drawn = '<svg viewBox="0 0 1 1"><rect fill="var(--line)"/></svg>'
    allowlist.refuse_foreign(own + drawn, "starta/", guide=True)
    for other in (
        own.replace("selfcheck", "other"),
        own.replace("../../", "https://x.example/"),
        own.replace("></", ">x</"),
        drawn.replace("var(--line)", "url(https://x.example/#a)"),
    ):
        with pytest.raises(PageError, match="prose may not bring"):
            allowlist.refuse_foreign(other, "starta/", guide=True)
    with pytest.raises(PageError, match="prose may not bring <script>"):
        allowlist.refuse_foreign(own, "om/")


# Pieces that hostile texts are put together from: to begin, to hide, to end, and to confuse.
PIECES = (
    "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!", '"', "'", "`",
    "```\n", "\\", "&", "&lt;", "&#60;", "&#x6A;", "&colon;", "&Tab;", "\n", "\n\n", "    ", "\t",
    " ", "/", "=", "script", "style", "iframe", "svg", "math", "img", "a", "p", "i", "div",
    "table", "td", "form", "textarea", "title", "template", "noscript", "plaintext", "base",
    "meta", "object", "embed", "link", "main", "body", "wbr", "bdi", "<p>", "</p>", "<div>",
    "</div>", "<i>", "</i>", "<svg>", "<math>", "<textarea>", "</textarea>", "<table>", "<a ",
    "<img ", "<p ", " onclick=", " onerror=", " src=", " href=", " style=", " id=", " class=",
    " srcdoc=", " formaction=", " http-equiv=refresh", "javascript:", "JAVASCRIPT:",
    "java\nscript:", "data:text/html,", "vbscript:", "http:", "https:", "//", "\\\\", "/\\",
    "x.example", "https://x.example/", "mailto:a@x.example", "tel:112", "alert(1)", "[", "]", "(",
    ")", "[a](", "[a][b]", "\n[b]: ", "![a](", "](", "<https://", "{", "}", "{: ", " }",
    "{: onclick=x }", "{onclick=x}", "{{ ", " }}", "{% ", " %}", "{# ", " #}", "{{ here }}",
    '{{ contact or "script" }}', "{{ figures }}", "# ", "- ", "1. ", "> ",
    "| a | b |\n|---|--:|\n| ", " | ", "*", "**", "_", "[TOC]", "[^a]", "(ord:a)", "\u202e",
    "\x00", "\x0c", "å", "عربي",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)
# A page around it, with something before and after that must still be there.
AROUND = (
    "<!doctype html><title>a</title><header></header><main>{}\n</main>"
    "<footer><a href=\"../\" title='b'>c</a></footer>"
)
FRAME = {"html", "head", "title", "body", "header", "main", "footer"}


def followed(value: str) -> str:
    """Return the scheme that a browser reads in an address; "//" for another host of the same."""
    seen = re.sub("[\t\n\r]", "", value.strip("".join(map(chr, range(33))))).replace("\\", "/")
    if seen.startswith("//"):
        return "//"
    scheme = re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)", seen)
    return scheme[0].lower() if scheme else ""


def assert_harmless(html: str) -> None:
    """As another reader of HTML sees it, in the middle of a whole page."""
    page = BeautifulSoup(AROUND.format(html), "html5lib")
    (foot,) = page.find_all("footer")
    assert next(tag.name for tag in foot.parents) == "body"
    assert [link.attrs for link in foot.find_all("a")] == [{"href": "../", "title": "b"}]
    assert all(tag.attrs == {} for tag in page.find_all(["html", "body", "main"]))
    for tag in page.select("main *"):
        assert tag.name in allowlist.ELEMENTS, tag
        assert set(tag.attrs) <= {*allowlist.ON_ANY, *allowlist.ELEMENTS[tag.name]}, tag
        if tag.has_attr("href"):
            assert followed(str(tag["href"])) in ("", "https", "mailto", "tel"), tag
    assert {tag.name for tag in page.find_all(True)} - set(allowlist.ELEMENTS) <= FRAME
    assert len(page.find_all("main")) == 1


@pytest.mark.parametrize("html", [one for one in FOREIGN if "javascript" in one or "<p " in one])
def test_the_second_reader_finds_the_same_by_itself(html: str) -> None:
    """Or the two tests below would be content with anything."""
    with pytest.raises(AssertionError):
        assert_harmless(html)


@settings(max_examples=1_500)
@given(TEXTS)
def test_any_html_is_stopped_or_harmless(html: str) -> None:
    """Whatever Markdown may make one day: the last layer alone."""
    with suppress(PageError):
        allowlist.refuse_foreign(html, "om/")
        assert_harmless(html)


@settings(max_examples=1_500)
@given(TEXTS)
def test_any_markdown_is_told_stopped_or_harmless(text: str) -> None:
    """Through the same Jinja and the same extensions as the site; whatever the rule says of it."""
    values = {"here": "../", "contact": "", "figures": DIRECTORY.figures, "number": len}
    with suppress(PageError):
        filled = READER.fill(text, values)
        html = markdown.markdown(filled, extensions=[*OPTIONS], extension_configs=OPTIONS)
        allowlist.refuse_foreign(html, "om/")
        assert_harmless(html)
