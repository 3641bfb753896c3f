"""How texts are changed for languages that do not exist: what is no text stays as it was."""

import pytest

from centres.data.model import Language
from translated import pseudo
from translated.texts import Change, changed_markdown, changed_message


def shouted(text: str) -> str:
    """Return `text` as another language would have it: all of it different."""
    return f"<{text.upper()}>"


@pytest.mark.parametrize(
    ("message", "changed"),
    [
        ("Sök", "<SÖK>"),
        ("%(n)s centrum, %(name)s", "<%(n)s CENTRUM, %(name)s>"),
        ("Läs https://a.se/b?c. Skriv: a@b.se.", "<LÄS https://a.se/b?c. SKRIV: a@b.se.>"),
        ("<b>Obs</b> 5&nbsp;%%", "<<b>OBS</b> 5&nbsp;%%>"),
        ("%(date)s: 112", "%(date)s: 112"),
        ("", ""),
    ],
)
def test_a_message_keeps_its_placeholders_addresses_and_html(message: str, changed: str) -> None:
    """A text without a letter is the same in every language."""
    assert changed_message(message, shouted) == changed


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("## Steg för steg", "## <STEG FÖR STEG>"),
        ("## Om pengar {: #pengar }", "## <OM PENGAR> {: #pengar }"),
        ("1. **Be om [det](../a/).**", "1. <**BE OM [DET](../a/).**>"),
        ("- Ett [ord](ord:atal) till.[^b, 2 kap.]", "- <ETT [ORD](ord:atal) TILL.[^b, 2 kap.]>"),
        ("| Krav | [a]({{ here }}b/) |", "| <KRAV> | <[A]({{ here }}b/)> |"),
        ("| --- | --- |", "| --- | --- |"),
        ("[Mejla](mailto:{{ contact }})", "<[MEJLA](mailto:{{ contact }})>"),
        ('{{ publisher or "Ingen än." }}', '<{{ publisher or "INGEN ÄN." }}>'),
        ('Ring {{ number("bris") }}.', '<RING {{ number("bris") }}.>'),
        ('<p lang="sv">Hej</p>', '<<p lang="sv">HEJ</p>>'),
        ("{% if contact %}", "{% if contact %}"),
        ("Tecknet `#` och \\*", "<TECKNET `#` OCH \\*>"),
        ("{: .copy }", "{: .copy }"),
    ],
)
def test_a_line_of_markdown_keeps_everything_but_its_text(line: str, changed: str) -> None:
    """Links and marks lead where they led; their text is changed with the rest of the line."""
    assert changed_markdown(line, shouted) == changed


def test_a_paragraph_of_several_lines_is_one_text() -> None:
    """A sentence that goes on in the next line is not cut in two."""
    body = "# Rubrik\n\nEn mening\nsom slutar.\n- Ett\n  till\n- Två\n\n{% else %}\nHej\n{: .a }\n"
    assert changed_markdown(body, shouted) == (
        "# <RUBRIK>\n\n<EN MENING\nSOM SLUTAR.>\n- <ETT\n  TILL>\n- <TVÅ>\n\n"
        "{% else %}\n<HEJ>\n{: .a }\n"
    )


def test_code_in_a_fence_is_the_same_in_every_language() -> None:
    """What a reader copies is no prose."""
    body = "Kopiera:\n\n```html\n<p>Hej</p>\n```\n\nKlart\n"
    assert changed_markdown(body, shouted) == body.replace("Kopiera:", "<KOPIERA:>").replace(
        "Klart", "<KLART>"
    )


@pytest.mark.parametrize(
    ("language", "change"), pseudo.PSEUDO, ids=lambda one: getattr(one, "code", "")
)
def test_a_pseudo_language_has_no_letter_of_swedish_and_is_longer(
    language: Language, change: Change
) -> None:
    """So each letter of Swedish on a page of it came past the catalogues."""
    swedish = "Ångrar du dig? Zebran, WC, Café och Übung: fråga Xerxes på 112."
    text = change(swedish)
    assert language.folder == f"{language.code}/"
    assert text[0] + text[-1] == pseudo.OPENS + pseudo.CLOSES
    assert not set(swedish) & {letter for letter in text if letter.isalpha()}
    assert len(text) >= pseudo.GROWTH * len(swedish)
    assert "112" in text
