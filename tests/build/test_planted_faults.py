"""Each invariant finds the fault that is planted for it, and says so in these words."""

import hashlib
import re
import tomllib
from typing import Any

import pytest

import invariants
from helpers import ROOT
from invariants import ALL, Page, Site

PLANTED: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests/planted_faults.toml").read_text(encoding="utf-8")
)["fault"]
# Letters that compression makes no shorter, in the place of {noise}.
NOISE = "".join(hashlib.sha512(bytes([number])).hexdigest() for number in range(250))


def is_as_expected(said: str, expected: str) -> bool:
    """Whether a message is the one expected, in which … stands for anything."""
    pattern = ".*".join(map(re.escape, expected.split("…")))
    return re.fullmatch(pattern, said) is not None


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: str(fault["invariant"]))
def test_a_planted_fault_is_found(example: Site, fault: dict[str, Any]) -> None:
    """And nothing is found before it is planted."""
    invariant, address = ALL[fault["invariant"]], fault["page"]
    html = example.html(address)
    assert [str(one) for one in invariant(Page(example, address, html))] == []
    assert fault["old"] in html, "there is no place for the fault"
    new = fault["new"].replace("{noise}", NOISE)
    planted = html.replace(fault["old"], new, -1 if fault.get("everywhere") else 1)
    found = sorted(invariant(Page(example, address, planted)))
    assert {one.address for one in found} == {address}
    said = [one.wrong for one in found]
    assert len(said) == len(fault["found"]), said
    for wrong, expected in zip(said, fault["found"], strict=True):
        assert is_as_expected(wrong, expected), wrong


def test_every_invariant_has_a_planted_fault() -> None:
    """One that finds nothing would hold for any page."""
    assert sorted(fault["invariant"] for fault in PLANTED) == sorted(ALL)


@pytest.mark.parametrize(
    "address", ["kommun/taby/", "kommuner/karta/", "starta/modeller/", "404.html"]
)
def test_a_fault_has_the_line_of_its_element(example: Site, address: str) -> None:
    """Whatever scripts, styles and texts stand before it."""
    page = Page(example, address, example.html(address))
    lines = page.html.splitlines()
    for element in page.elements:
        line = lines[page.fault("", element).line - 1]
        # A browser adds what is not written.
        assert f"<{element.tag}" in line or f"<{element.tag}" not in page.html, element


def test_faults_are_shown_under_their_invariant_with_its_rule() -> None:
    """The report of a run: how many, on how many pages, and where."""
    faults = [invariants.Fault(f"kommun/{name}/", 7, "a link") for name in ("vara", "taby")]
    assert invariants.report({"a_link_is_a_link": faults}) == (
        "\na_link_is_a_link: 2 faults on 2 pages. An element a has an address of a known kind, and "
        "replaces the page: no new tab, no file.\n"
        "    /kommun/taby/:7: a link\n    /kommun/vara/:7: a link"
    )
