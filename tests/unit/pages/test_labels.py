"""Every choice in the data that pages show has its words."""

from collections.abc import Mapping
from typing import get_args

import pytest
from pydantic import BaseModel

from centres.content.prose import AdviceGroup, GuideGroup
from centres.data.coverage import GROUPS, Model
from centres.data.field_types import Confirmed
from centres.data.model import Helpline, RunBy
from centres.pages import labels
from centres.pages.guide import labels as guide_labels
from centres.pages.map_shapes import Access


@pytest.mark.parametrize(
    ("record", "field", "shown"),
    [(RunBy, "kind", labels.RUN_BY), (Helpline, "group", labels.GROUP)],
    ids=["run_by", "helpline"],
)
def test_every_choice_of_a_field_has_its_words(
    record: type[BaseModel], field: str, shown: Mapping[str, str]
) -> None:
    """A new value in the model without words here would stop the build, not the check."""
    assert set(get_args(record.model_fields[field].annotation)) == set(shown)


@pytest.mark.parametrize(
    ("choices", "shown"),
    [
        (get_args(Confirmed), labels.ANSWER),
        (get_args(AdviceGroup), labels.READING),
        (get_args(GuideGroup), guide_labels.CHAPTERS),
        (get_args(Model), guide_labels.MODEL),
        (get_args(Access), guide_labels.ACCESS),
        (GROUPS, guide_labels.GROUP),
    ],
    ids=["answers", "advice", "chapters", "models", "access", "groups"],
)
def test_every_choice_of_the_program_has_its_words(
    choices: tuple[str, ...], shown: Mapping[str, str]
) -> None:
    """And no words are left of a choice that is gone."""
    assert set(choices) == set(shown)
