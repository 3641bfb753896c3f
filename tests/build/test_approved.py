"""Whole pages of the frozen example say what somebody has read and approved, word for word.

The texts are in tests/approved; `make approve` writes them anew and shows what has changed. A page
in a language that is translated is compared while its words are those of that day: a translator may
say a word better, and no test stands in the way.
"""

import difflib
import hashlib
import json
import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from centres.editors.proposal import visible_text
from centres.i18n import SOURCE_LANGUAGE
from helpers import ROOT
from invariants import Page, Site

APPROVED = ROOT / "tests/approved"
# The fingerprint of each language's words when its pages were approved.
WORDS = APPROVED / "words.json"
# The pages whose header and footer are approved too: they are the same on the others.
WHOLE = ("", "404.html", "en/", "ar/", "starta/kommun/")
# A page of each kind, and of each way in which a centre can be reached or a fact be known.
ADDRESSES = (
    "",
    "kommun/taby/",
    "kommun/lund/",
    "kommun/goteborg/",
    "kommun/kungalv/",
    "kommun/gnosjo/",
    "kommun/norrtalje/",
    "kommun/vara/",
    "kommun/ale/",
    "kommuner/",
    "kommuner/lan/",
    "kommuner/karta/",
    "stodcentrum/",
    "stodcentrum/malmo/",
    "stodcentrum/ale/",
    "stodcentrum/vaxholm/",
    "stodlinjer/",
    "rad/ordlista/",
    "om/",
    "om/farskhet/",
    "om/kallor/",
    "sok/",
    "starta/kommun/",
    "starta/kommun/ale/",
    "starta/kommun/taby/",
    "starta/kommun/vara/",
    "404.html",
    "en/",
    "en/kommun/taby/",
    "en/kommun/vara/",
    "en/stodcentrum/malmo/",
    "en/starta/kommun/vara/",
    "ar/",
    "ar/kommun/lund/",
    "ar/stodlinjer/",
    "sv-simple/kommuner/",
    "sv-simple/kommun/taby/",
    "sv-simple/kommun/vara/",
)


def approved_text(page: Page) -> str:
    """Return what somebody approves of a page: its head, every line of its text, and its links."""
    root = page.tags("html")[0]
    head = [f"{page.address or '/'} ({root['lang']}, {root['dir']})"]
    head += [f"{meta['name']}: {meta['content']}" for meta in page.css("meta[name=description]")]
    title, main = page.css("head title")[0], page.tags("main")[0]
    html = page.html if page.address in WHOLE else f"{title.node.html}{main.node.html}"
    # What follows from other lines is approved too.
    lines = visible_text.lines(html.replace(" data-derived", "").replace(' data-derived=""', ""))
    return "\n".join([*head, *lines, "", "Links of the main part:", *_links(page), ""])


def _links(page: Page) -> Iterator[str]:
    for link in page.css("main a"):
        title = link.node.css_first("title")
        name = title.text().strip() if title else link.text
        yield f"{name} -> {link['href']}"


def words_of(code: str) -> str:
    """Return a fingerprint of the translations that pages in a language are made with."""
    files = sorted((ROOT / "locales" / code).glob("*.po"))
    said = [
        (str(message.id), str(message.string))
        for file in files
        if file.stem != "editor"
        for message in read_po(BytesIO(file.read_bytes()))
        if message.id
    ]
    return hashlib.sha256(repr(sorted(said)).encode()).hexdigest()[:12]


def file_of(page: Page) -> Path:
    """Return the file with the approved text of a page."""
    name = page.path.removesuffix(".html").strip("/").replace("/", "-") or "start"
    return APPROVED / f"{name}.{page.code}.txt"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_says_what_was_approved(example: Site, address: str) -> None:
    """`make approve`, after you have read the difference."""
    page = Page(example, address, example.html(address))
    text, file = approved_text(page), file_of(page)
    code = page.language.base_code
    known = json.loads(WORDS.read_text(encoding="utf-8"))
    if "APPROVE" in os.environ:
        file.write_text(text, encoding="utf-8")
        if code != SOURCE_LANGUAGE:
            known[code] = words_of(code)
        WORDS.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    if code in known and known[code] != words_of(code):
        pytest.skip(f"not compared since the words were approved: {code}")
    approved = file.read_text(encoding="utf-8") if file.exists() else ""
    difference = difflib.unified_diff(
        approved.splitlines(), text.splitlines(), "approved", "built", lineterm="", n=1
    )
    assert text == approved, f"/{address}\n" + "\n".join(difference)


def test_no_approved_page_has_been_forgotten(example: Site) -> None:
    """A text in the folder that no test reads proves nothing."""
    pages = [Page(example, address, "") for address in ADDRESSES]
    assert sorted(APPROVED.iterdir()) == sorted([WORDS, *map(file_of, pages)])
