"""The lines of text of a page, which `centres diff` compares."""

from centres.editors.proposal.visible_text import lines


def test_a_line_is_what_a_visitor_reads_with_the_addresses_of_other_sites() -> None:
    """Questions with their answers; nothing of scripts, and nothing of buttons."""
    html = (
        "<title>Borås – Stöd</title><body><script>x</script><h1>Borås</h1>"
        '<p>Läs  mer\n<a href="https://a.se/">här</a> och <a href="../b/">där</a>.</p>'
        "<dl><dt>Tolk</dt><dd>Ja</dd><dt>Gratis?</dt><dd>Nej</dd></dl><button>Kopiera</button>"
    )
    assert lines(html) == [
        "Borås – Stöd",
        "Borås",
        "Läs mer här (https://a.se/) och där.",
        "Tolk: Ja",
        "Gratis? Nej",
    ]


def test_what_follows_from_other_pages_is_left_out_with_all_that_is_in_it() -> None:
    html = "<p>A</p><div data-derived>B<p data-derived>C</p>D</div><p>E<b data-derived>F</b></p>"
    assert lines(html) == ["", "A", "E"]


def test_drawings_scripts_and_remarks_say_nothing() -> None:
    """Not even the title of a drawing before the page's own."""
    html = (
        "<svg><title>Karta</title></svg><style>p{}</style><template><p>x</p></template>"
        "<p>Ring<!-- inte --> oss<svg><text>i</text></svg></p>"
    )
    assert lines(html) == ["", "Ring oss"]


def test_a_text_to_copy_keeps_its_lines_and_other_texts_do_not() -> None:
    assert lines("<p>En\nrad<br>till</p><pre>En\n  rad\ttill</pre>") == [
        "",
        "En rad till",
        "En",
        "rad till",
    ]


def test_a_municipality_with_a_centre_has_the_dot_that_its_style_gives_it() -> None:
    assert lines('<ul><li><a class="has" href="../boras/">Borås</a></li><li>Tranemo</li></ul>') == [
        "",
        "Borås •",
        "Tranemo",
    ]


def test_a_questions_button_is_not_its_last_word() -> None:
    assert lines("<dl><dt>Kort nummer<button>Kopiera?</button></dt><dd>112</dd></dl>") == [
        "",
        "Kort nummer: 112",
    ]


def test_a_button_is_a_line_with_what_is_promised_of_it() -> None:
    """Whoever changes a promise sees of which number it was."""
    html = (
        '<div class="do"><a class="call" href="tel:112"><span>Ring 112<small>Gratis</small></span>'
        '</a><a class="call half" href="https://a.se/"><span>Chatta<small>a.se</small></span></a>'
        "</div>"
    )
    assert lines(html) == ["", "Ring 112 Gratis", "Chatta a.se (https://a.se/)"]


def test_that_somebody_answers_now_is_left_out() -> None:
    """A page's script shows it, at some hours."""
    html = '<p>Vardagar 9–16. <b data-open="Mo-Fr 09:00-16:00">Öppet nu</b></p>'
    assert lines(html) == ["", "Vardagar 9–16."]


def test_facts_stand_on_one_line_with_their_date_and_their_source() -> None:
    html = (
        "<dl><div><dt>Gratis<br>Anonymt</dt><dd>2025</dd><dd>Bris</dd></div>"
        "<div><dt>Tolk</dt><dd>inte bekräftat</dd></div></dl>"
    )
    assert lines(html) == ["", "Gratis, Anonymt: 2025, Bris", "Tolk: inte bekräftat"]


def test_elements_may_lie_deeper_in_each_other_than_calls_may() -> None:
    assert lines("<div>" * 5000 + "x") == ["", "x"]


def test_an_empty_page_has_no_lines() -> None:
    assert lines("") == [""]
