"""Change the text of messages and of Markdown, and keep what is no text: placeholders, marks, HTML.

A text is changed whole, one sentence or paragraph at a time. What must be kept stands in it
meanwhile as one private character each (`KEPT`), so that whoever changes it sees where, and need
know nothing of Markdown.
"""

import re
from collections.abc import Callable, Iterator

Change = Callable[[str], str]

# One character for each piece that is kept.
KEPT = re.compile("[\ue000-\uf8ff]")
_FIRST_KEPT = 0xE000
# Web addresses and e-mail addresses lead nowhere if they change. So does a placeholder.
_ADDRESS = r"https?://[^\s<>\"”)]*[^\s<>\"”).,]|[\w.+-]+@[\w.-]*\w"
_IN_MESSAGES = re.compile(rf"%\(\w+\)s|%%|<[^<>]+>|&#?\w+;|{_ADDRESS}")
_IN_MARKDOWN = re.compile(
    r"\[\^[^\[\]]+\]"  # a source
    r"|\]\([^()\n]*\)|[\[\]]"  # a link or a word of the glossary, but for its text
    r'|\{\{[^{}"]*or "|" *\}\}|\{\{.*?\}\}'  # a value, but for what stands in for it
    r"|\{%.*?%\}|\{: .*?\}"
    r"|</?\w+(?: [^<>]*)?>|<[^<>\s]+>|&#?\w+;|\\.|\*+|`[^`]*`"
    rf"|{_ADDRESS}"
)
_FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1 *$\n?", re.DOTALL | re.MULTILINE)
# What begins a heading, an item or a quotation, and what a line is that is no part of a paragraph.
_BEGINNING = re.compile(r"\s*(?:(?:#{1,6}|[-*+]|\d+\.|>) +)*")
# What may end a heading: its address.
_ENDING = re.compile(r"(?: *\{: *#[\w-]+ *\} *)?\Z")
# A sentence to say.
_QUOTE = '<p class="quote"'
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*")
_ALONE = re.compile(r"\s*(?:\{%.*%\}|\{:.*\}|(?:</?\w+[^<>]*>\s*)+)?\s*")


def changed_message(text: str, change: Change) -> str:
    """Return the text of a message as `change` makes it, its placeholders kept."""
    return _changed(text, _IN_MESSAGES, change)


def changed_markdown(body: str, change: Change) -> str:
    """Return Markdown with the text of every heading, paragraph, item and cell changed."""
    parts, end = [], 0
    for fence in _FENCED.finditer(body):
        parts += [_changed_blocks(body[end : fence.start()], change), fence[0]]
        end = fence.end()
    return "".join([*parts, _changed_blocks(body[end:], change)])


def _changed_blocks(text: str, change: Change) -> str:
    return "\n".join(_changed_block(block, change) for block in _blocks(text.split("\n")))


def _blocks(lines: list[str]) -> Iterator[str]:
    """Yield each block of Markdown: a line, with those below it that continue its paragraph."""
    paragraph: list[str] = []
    for line in lines:
        is_alone = _ALONE.fullmatch(line) or _TABLE_ROW.fullmatch(line)
        if is_alone or _beginning(line).strip():
            if paragraph:
                yield "\n".join(paragraph)
            paragraph = []
        if is_alone or line.startswith("#"):
            yield line
        else:
            paragraph.append(line)
    if paragraph:
        yield "\n".join(paragraph)


def _beginning(line: str) -> str:
    match = _BEGINNING.match(line)
    return match[0] if match else ""


def _changed_block(block: str, change: Change) -> str:
    if block.startswith(_QUOTE):  # what is said to somebody in Sweden stays in Swedish
        return block.replace(_QUOTE, f'{_QUOTE} lang="sv" dir="ltr"')
    if _TABLE_ROW.fullmatch(block):
        return "|".join(_changed(cell, _IN_MARKDOWN, change) for cell in block.split("|"))
    start = len(_beginning(block))
    text = _ENDING.sub("", block[start:])
    end = start + len(text)
    return block[:start] + _changed(text, _IN_MARKDOWN, change) + block[end:]


def _changed(text: str, kept: re.Pattern[str], change: Change) -> str:
    """Return `text` as `change` makes it; each match of `kept` comes out as it was.

    White space around the text stays, and a text without a letter is not changed.
    """
    pieces: list[str] = []

    def hide(piece: re.Match[str]) -> str:
        pieces.append(piece[0])
        return chr(_FIRST_KEPT + len(pieces) - 1)

    hidden = kept.sub(hide, text)
    if not any(character.isalpha() for character in hidden):
        return text
    inner = hidden.strip()
    start = hidden.index(inner)
    whole = hidden[:start] + change(inner) + hidden[start + len(inner) :]
    return KEPT.sub(lambda character: pieces[ord(character[0]) - _FIRST_KEPT], whole)
