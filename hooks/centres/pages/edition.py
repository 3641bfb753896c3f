"""The site in one language: what its pages are made with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from centres.data.directory import Directory
from centres.data.model import Helpline, Language, Prepared, Script
from centres.i18n import Words
from centres.pages.citations import Citations
from centres.pages.helplines import LineCard, LinesOnEveryPage, line_card, lines_on_every_page
from centres.pages.localizer import Localizer
from centres.pages.notices import Notices


@dataclass(frozen=True)
class Edition:
    """The directory as it is said in `language`, with the `words` of that language.

    `prepared` are the texts of notices that each language has beforehand, by its code.
    """

    directory: Directory
    language: Language
    words: Words
    prepared: Mapping[str, Prepared] = field(default_factory=dict)

    @property
    def script(self) -> Script | None:
        """The script of its language, if that needs fonts or signs of its own."""
        return self.directory.scripts.get(self.language.script or "")

    @property
    def has_guide(self) -> bool:
        """Whether the guide is in its language; of a variant, in its base language."""
        return self.base.has_guide

    @property
    def base(self) -> Language:
        """Its language; of a variant, the language that it is a variant of."""
        return self.directory.by_language[self.language.base_code]

    @cached_property
    def localizer(self) -> Localizer:
        """Names, ages and dates."""
        return Localizer(self.language, self.words)

    @cached_property
    def citations(self) -> Citations:
        """Sources."""
        return Citations(self.directory, self.localizer)

    @cached_property
    def lines(self) -> LinesOnEveryPage:
        """The lines that stand on every page."""
        return lines_on_every_page(self.directory, self.line_card)

    @cached_property
    def notices(self) -> Notices:
        """The notices that are shown on the day of the build."""
        return Notices(self.directory, self.localizer, self.prepared)

    @cached_property
    def _line_cards(self) -> dict[int, LineCard]:
        """What is known about each line that a page has asked for, by the line's identity."""
        return {}

    def line_card(self, line: Helpline) -> LineCard:
        """Return a line with what is known about it: many pages show it."""
        card = self._line_cards.get(id(line))
        if card is None:
            card = line_card(self.directory, self.words, self.citations, line)
            # It holds the line, whose identity stays its own for so long.
            self._line_cards[id(line)] = card
        return card
