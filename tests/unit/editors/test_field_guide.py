"""The field guide, as an editor reads it."""

import pytest

from centres.data.model import RECORDS
from centres.editors import field_guide


def row(name: str, path: str) -> field_guide.Row:
    """Return the row of a field of data/<name>.yaml."""
    (row,) = [row for row in field_guide.rows(name) if row.path == path]
    return row


@pytest.mark.parametrize("name", RECORDS)
def test_every_file_has_a_table_of_its_fields_in_the_order_of_the_model(name: str) -> None:
    """As editors write them: `from`, not the name in the program."""
    rows = [row for row in field_guide.rows(name) if "." not in row.path]
    fields = RECORDS[name].model_fields
    assert [row.path for row in rows] == [field.alias or key for key, field in fields.items()]
    assert f"## data/{name}.yaml\n" in field_guide.text()


def test_a_field_within_another_stands_below_it_with_its_whole_path() -> None:
    """In a group of questions, and in each record of a list."""
    paths = [row.path for row in field_guide.rows("centres")]
    assert paths.index("services.mediation") > paths.index("services")
    assert paths[paths.index("phones") + 1] == "phones[].number"


def test_a_row_says_what_may_stand_there() -> None:
    """Whether it must, its choices, and whether it may name its own source."""
    anonymity = row("centres", "anonymity")
    assert anonymity.required
    assert anonymity.own_source
    assert anonymity.allowed == ["yes", "no", "not confirmed"]
    assert not row("centres", "note").required


def test_a_list_of_choices_names_them() -> None:
    """What each in the list may be; a week is any text, and has examples."""
    assert row("helplines", "needs").allowed[:2] == ["emergency", "any crime"]
    week = row("helplines", "channels[].hours.weekly")
    assert (week.allowed, week.examples[0]) == ([], "mån–tor 9–12, 13–16; fre 9–12")


def test_a_row_becomes_a_line_of_a_table() -> None:
    """A star for what is required, and choices as they are written."""
    anonymity = row("centres", "anonymity")
    line = (
        f"| `anonymity` * | {anonymity.description} *Egen källa.* "
        "| `yes`, `no`, `not confirmed` |  |"
    )
    assert line in field_guide.text().splitlines()


def test_a_fact_is_one_row_although_it_may_be_written_with_its_source() -> None:
    """The opening of the guide says how, once, and once with a condition."""
    paths = [row.path for row in field_guide.rows("centres")]
    assert "anonymity.value" not in paths
    assert field_guide.text().count("anonymity: {value: yes") == 2
