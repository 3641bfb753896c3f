"""The short form of a record, strict reading, and what a fact is when nobody has confirmed it."""

import pytest
from pydantic import TypeAdapter, ValidationError

from centres.data.field_types import Confirmed
from centres.data.model import Fact, Source

ANSWER = TypeAdapter(Fact[Confirmed])


def test_a_fact_may_be_written_as_its_value() -> None:
    """It then has no source of its own."""
    assert ANSWER.validate_python("yes") == ANSWER.validate_python({"value": "yes"})
    assert ANSWER.validate_python("yes").source is None
    assert ANSWER.validate_python({"value": "no", "source": "centret"}).source == "centret"


def test_a_no_is_known_and_a_not_confirmed_is_not() -> None:
    """Either answer is one."""
    answers = ("yes", "no", "not confirmed")
    assert [ANSWER.validate_python(one).known for one in answers] == [True, True, False]


def test_either_form_may_be_written_and_the_whole_is_published() -> None:
    """By the two schemas: the editors' and that of the open data."""
    written = ANSWER.json_schema()
    assert written["anyOf"][0]["enum"] == ["yes", "no", "not confirmed"]
    published = ANSWER.json_schema(mode="serialization")
    assert published["type"] == "object"
    assert sorted(published["properties"]) == ["checked", "note", "source", "value"]


def test_an_unknown_field_is_refused_and_nothing_changes_after_reading() -> None:
    """In every record: they share the rule."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        ANSWER.validate_python({"value": "yes", "sorce": "centret"})
    fact = ANSWER.validate_python("yes")
    with pytest.raises(ValidationError, match="frozen"):
        setattr(fact, "value", "no")  # noqa: B010 (a type checker refuses the statement)
    assert Source.model_config["extra"] == "forbid"
