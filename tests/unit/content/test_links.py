"""Links between pages of prose: what leads nowhere stops `check`, with the line."""

from pathlib import Path

import pytest

from centres.files.problem import DataProblems
from centres.i18n import Words
from centres.site import load
from helpers import TODAY, changed_data

PAGE = "---\ntitle: Stöd\nreviewed: 2026-11-22\nsearch: [stöd]\n{}---\n# Stöd\n\n{}\n"


def said(root: Path, text: str, matter: str = "", name: str = "sv/om/stod") -> list[str]:
    """Return what is said of a page with a text, below the example's data."""
    data = changed_data(root)
    path = root / f"content/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAGE.format(matter, text), encoding="utf-8")
    try:
        load.read(root, data, TODAY)
    except DataProblems as error:
        return [one.as_line(Words("sv")) for one in error.problems]
    return []


@pytest.mark.parametrize(
    "link",
    ["../../", "../../kommun/boras/", "../../stodcentrum/boras/#fragor", "../../kommuner/",
     "https://a.example/b/", "#stod", "../../starta/kommun/boras/"],
)  # fmt: skip
def test_a_link_to_a_page_of_data_or_prose_is_right(tmp_path: Path, link: str) -> None:
    """Also to a place on it, and to other sites, which nobody can look up here."""
    assert [one for one in said(tmp_path, f"[Hit]({link})") if "länken" in one] == []


def test_a_link_that_leads_nowhere_is_told_with_what_was_meant(tmp_path: Path) -> None:
    """One step too few upwards, which is easily written."""
    assert said(tmp_path, "Du kan [ringa](../kommun/boras/).") == [
        "content/sv/om/stod.md:8:16: länken ../kommun/boras/ leder ingenstans: sidan "
        "/om/kommun/boras/ finns inte. Menade du /kommun/boras/?"
    ]


def test_a_page_may_lead_to_another_that_there_is(tmp_path: Path) -> None:
    """When it is not needed any more."""
    assert said(tmp_path, "Borta.", "moved_to: kommuner/\n") == []


@pytest.mark.parametrize("target", ["rad/borta/", "om/stod/"])
def test_a_page_that_leads_to_none_or_to_itself_is_told(tmp_path: Path, target: str) -> None:
    """A visitor would go round and round."""
    assert said(tmp_path, "Borta.", f"moved_to: {target}\n") == [
        f"content/sv/om/stod.md:1:1: moved_to: sidan /{target} finns inte. Skriv adressen till en "
        "sida som finns, som rad/."
    ]


def test_a_page_that_leads_on_is_in_no_list(tmp_path: Path) -> None:
    """Its group would show a title that leads to another page."""
    matter = "group: first\norder: 1\nmoved_to: kommuner/\n"
    assert said(tmp_path, "Borta.", matter, "sv/rad/stod") == [
        "content/sv/rad/stod.md:1:1: sidan har moved_to och ska inte stå i någon lista. Ta bort "
        "group och order."
    ]
