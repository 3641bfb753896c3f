"""Prose as HTML: the values that are filled in, and what an expression in prose cannot do."""

import pytest

from centres.content.markdown import MarkdownReader
from centres.errors import PageError

READER = MarkdownReader()
VALUES = {
    "figures": {"centres": 28},
    "number": lambda name: {"bris": "116 111"}[name],
    "contact": "",
    "publisher": "Kommunerna & <vänner>",
}


@pytest.mark.parametrize(
    ("markdown", "filled"),
    [
        ("{{ figures.centres }} centrum", "28 centrum"),
        ('Ring {{ number("bris") }}.', "Ring 116 111."),
        ("{{ publisher }}", "Kommunerna &amp; &lt;vänner&gt;"),
        ('{{ contact or "Inte bestämt" }}', "Inte bestämt"),
        ("A\n\n{% if contact %}\nB\n{% else %}\nC\n{% endif %}\nD", "A\n\nC\nD"),
        ("Inga värden { här } %", "Inga värden { här } %"),
    ],
)
def test_values_are_filled_in_as_text(markdown: str, filled: str) -> None:
    """With a condition too; a value is never read as HTML."""
    assert READER.fill(markdown, VALUES) == filled


@pytest.mark.parametrize(
    ("markdown", "reason"),
    [
        ("{{ figures.towns }}", "'dict object' has no attribute 'towns'"),
        ("{{ towns }}", "'towns' is undefined"),
        ('{{ number("briss") }}', "'briss'"),
        ("{{ figures() }}", "'dict' object is not callable"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% if contact %}", "Unexpected end of template."),
        ("{{ ().__class__ }}", "access to attribute '__class__' of 'tuple' object is unsafe."),
    ],
)
def test_a_value_that_cannot_be_filled_in_says_why(markdown: str, reason: str) -> None:
    """The page is not made without it; `ProsePages` adds the file."""
    with pytest.raises(PageError) as error:
        READER.fill(markdown, VALUES)
    assert str(error.value).startswith(reason)


@pytest.mark.parametrize("asked", ["lipsum()", "range(9)", "cycler(1)", "namespace()", "dict()"])
def test_the_functions_of_jinja_are_not_there(asked: str) -> None:
    """Should the allowlist be got past: they make long texts out of short ones."""
    with pytest.raises(PageError, match=r"is undefined"):
        READER.fill(f"{{{{ {asked} }}}}", {})


def test_the_address_of_a_heading_says_nothing_unless_its_author_has_named_it() -> None:
    """It stands in a browser's history; and reader views leave out what is called "social"."""
    html = READER.html("## Är det hatbrott?\n\n## Bevis {: #bevis }\n\n## Socialtjänsten\n")
    assert html == (
        '<h2 id="_1">Är det hatbrott?</h2>\n'
        '<h2 id="bevis">Bevis</h2>\n'
        '<h2 id="_2">Socialtjänsten</h2>'
    )


def test_swedish_words_and_what_is_dialled_are_not_for_a_browser_to_translate() -> None:
    """They are said, looked for or dialled as they stand."""
    assert READER.html('<bdi lang="sv">Polisen</bdi>, <bdi class="dial" dir="ltr">#31#1</bdi>') == (
        '<p><bdi lang="sv" translate="no">Polisen</bdi>, '
        '<bdi class="dial" translate="no" dir="ltr">#31#1</bdi></p>'
    )
    assert READER.html('<bdi lang="en">cookies</bdi>') == '<p><bdi lang="en">cookies</bdi></p>'


def test_one_page_leaves_nothing_for_the_next() -> None:
    """Ids of headings and addresses of links are a page's own."""
    page = "# A\n\n[x][y]\n\n[y]: ../om/\n"
    html = '<h1 id="_1">A</h1>\n<p><a href="../om/">x</a></p>'
    assert [READER.html(page), READER.html(page)] == [html, html]
    assert READER.html("[x][y]") == "<p>[x][y]</p>"
