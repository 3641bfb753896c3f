"""Tables written in Markdown: what a cell knows of its column, for a phone."""

import markdown
from bs4 import BeautifulSoup


def cells(text: str) -> list[tuple[str, str]]:
    html = markdown.markdown(text, extensions=["tables", "centres.content.table_labels"])
    return [
        (str(td["data-label"]), td.get_text()) for td in BeautifulSoup(html, "html.parser")("td")
    ]


def test_every_cell_is_told_what_its_column_is_called() -> None:
    """Row after row, also where a cell is empty; but for the first, which is the row's heading."""
    text = "| Modell | Risk |\n| --- | --- |\n| Eget | Få |\n| Delat | |\n"
    assert cells(text) == [("Risk", "Få"), ("Risk", "")]
    html = markdown.markdown(text, extensions=["tables", "centres.content.table_labels"])
    rows = BeautifulSoup(html, "html.parser").select("th[scope=row]")
    assert [row.attrs | {"is": row.get_text()} for row in rows] == [
        {"scope": "row", "is": "Eget"},
        {"scope": "row", "is": "Delat"},
    ]


def test_a_header_is_its_words_alone() -> None:
    """Neither bold nor the number of a source is part of what the column is called."""
    source = '<sup class="note"><a href="#kalla-1">1</a></sup>'
    text = f"| **Vad** | Varför{source} |\n| --- | --- |\n| a | b |\n"
    assert [label for label, _ in cells(text)] == ["Varför1"]
    html = markdown.markdown(text, extensions=["tables", "centres.content.table_labels"])
    assert 'data-label="Varför&lt;' not in html
    assert "\x02" not in html
