"""Every choice in the data that pages show has its words."""

from collections.abc import Mapping
from typing import get_args

import pytest
from pydantic import BaseModel

from centres.content.prose import AdviceGroup, GuideGroup
from centres.data.coverage import GROUPS, Model
from centres.data.field_types import Confirmed
from centres.data.model import Fact, Helpline, LineChannel, Need, RunBy
from centres.data.round import spoken
from centres.pages import labels
from centres.pages.guide import labels as guide_labels
from centres.pages.map_shapes import Access

# A website is named by its address, and help to call is under no heading.
UNNAMED = {"web", "calling"}


@pytest.mark.parametrize(
    ("record", "field", "shown"),
    [(RunBy, "kind", labels.RUN_BY), (LineChannel, "kind", labels.CHANNEL)],
    ids=["run_by", "channels"],
)
def test_every_choice_of_a_field_has_its_words(
    record: type[BaseModel], field: str, shown: Mapping[str, str]
) -> None:
    """A new value in the model without words here would stop the build, not the check."""
    assert set(get_args(record.model_fields[field].annotation)) - UNNAMED == set(shown)


def facts(*records: type[BaseModel]) -> set[str]:
    """Return the names of the fields of `records` whose value is yes, no or not confirmed."""
    return {
        name
        for record in records
        for name, field in record.model_fields.items()
        if Fact[Confirmed] in (field.annotation, *get_args(field.annotation))
    }


def test_every_fact_of_a_line_has_words_for_yes_for_no_and_for_a_question() -> None:
    """Hours too are a question where no source says them."""
    names = facts(LineChannel, Helpline)
    assert names == {"free", "not_on_bill", "from_abroad", "anonymous", "interpreter"}
    assert set(labels.PROMISE) == {(name, value) for name in names for value in ("yes", "no")}
    assert set(labels.UNCONFIRMED) == names | {"hours"}


@pytest.mark.parametrize(
    ("choices", "shown"),
    [
        (get_args(Confirmed), labels.ANSWER),
        (get_args(Need), labels.NEED),
        (get_args(AdviceGroup), labels.READING),
        (get_args(GuideGroup), guide_labels.CHAPTERS),
        (get_args(Model), guide_labels.MODEL),
        (get_args(Access), guide_labels.ACCESS),
        (GROUPS, guide_labels.GROUP),
    ],
    ids=["answers", "needs", "advice", "chapters", "models", "access", "groups"],
)
def test_every_choice_of_the_program_has_its_words(
    choices: tuple[str, ...], shown: Mapping[str, str]
) -> None:
    """And no words are left of a choice that is gone."""
    assert set(choices) - UNNAMED == set(shown)


def test_letters_call_signed_languages_what_pages_call_them() -> None:
    """The letter is of a room below that of the pages, and has the words a second time."""
    assert labels.SIGNED == spoken.SIGNED
