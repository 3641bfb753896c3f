"""Read a file with an answer as numbered lines: what whoever answers wrote, and what was quoted.

Who sent it is left out, and so is what stands below a greeting at the end: neither is looked at.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from centres.data.field_types import wrong
from centres.files.text_file import HIDDEN
from centres.i18n import N_

# Bytes that are read. The whole letter has some 6,000: an answer with a long thread has room.
LARGEST = 200_000
# Characters of a line that are read: no answer is longer.
_LONGEST = 2_000
ANSWER_WORDS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("answer_words.toml").read_text("utf-8")
)
_MAIL = {name: re.compile(written, re.IGNORECASE) for name, written in ANSWER_WORDS["mail"].items()}
_MARKUP = re.compile(r"(?i)<(!doctype|html|body|div|table|script|svg|style|iframe)\b")
_ENCODED = re.compile(rb"(?im)^content-transfer-encoding:\s*(base64|quoted-printable)")
_BINARY = (b"PK\x03\x04", b"%PDF", b"{\\rtf", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"\x89PNG")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")


class MailLine(NamedTuple):
    """A line of a file, from 1, without its signs of quotation.

    `quoted` is what stands in what we wrote before; `turned` is one with signs that turn text.
    """

    number: int
    text: str
    quoted: bool
    turned: bool


def read(path: Path) -> list[MailLine]:
    """Return the lines of the answer in the file at `path`.

    Raises the error of `field_types.wrong` about a file that is no text, and OSError.
    """
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise wrong(
            N_(
                "filen är större än %(kilobytes)s kB, och ett svar är bara text. Kopiera det som "
                "centret har skrivit till en egen .txt-fil."
            ),
            kilobytes=LARGEST // 1000,
        )
    return [*lines_of(_text(raw))]


def _text(raw: bytes) -> str:
    """Return the text of a file, whose letters are UTF-8 or Windows' own. Raises as `read`."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raw = raw.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    if raw.startswith(_BINARY) or b"\x00" in raw:
        raise wrong(
            N_(
                "filen är ingen text. Öppna den i programmet som den är gjord i, kopiera svaret "
                "och spara det i en .txt-fil."
            )
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    if _ENCODED.search(raw) or _MARKUP.search(text):
        raise wrong(
            N_(
                "filen är ett mejl eller en sida med kod i. Öppna den i mejlprogrammet eller "
                "webbläsaren, kopiera svaret och spara det i en .txt-fil."
            )
        )
    return text


def lines_of(text: str) -> Iterator[MailLine]:
    """Yield the lines that may hold an answer."""
    original = signed = False
    in_brackets = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        marks = re.match(r"[>|\s\xa0]*", line[:_LONGEST])
        prefix = marks[0] if marks else ""
        written = line[len(prefix) : _LONGEST]
        turned = bool(_TURNING.search(written))
        written = HIDDEN.sub("", written.replace("\xa0", " ").replace("\t", " ")).strip()
        if _MAIL["original"].fullmatch(written) or _MAIL["first_header"].fullmatch(written):
            original, signed = True, False
            continue
        if _MAIL["header"].fullmatch(written):
            continue
        quoted = original or ">" in prefix
        if quoted:
            signed = False if ">" in prefix else signed
        elif _MAIL["signature"].fullmatch(written):
            signed = True
        written, in_brackets = _without_choices(written, in_brackets)
        if written and not (signed and not quoted):
            yield MailLine(number, written, quoted, turned)


def _without_choices(text: str, inside: bool) -> tuple[str, bool]:
    """Return `text` without the choices in brackets that we print, also where they are wrapped.

    `inside` is whether they began on a line above; the second of the answer, whether they go on.
    """
    if inside:
        end = text.find("]")
        return ("", True) if end < 0 else _without_choices(text[end + 1 :].strip(), inside=False)
    text = re.sub(r"\[[^\]]*\]", "", text)
    start = text.find("[")
    return (text[:start].strip(), True) if start >= 0 else (text.strip(), False)


def is_greeting(text: str) -> bool:
    """Return whether a line says nothing that is asked."""
    return bool(_MAIL["greeting"].fullmatch(text))


def says_all_is_right(text: str) -> bool:
    """Return whether a line says that all the rest is right."""
    return bool(_MAIL["all_right"].fullmatch(text)) and not _MAIL["not_all"].search(text)
