"""What every template may use besides its own values: language, addresses, the way out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from urllib.parse import urlsplit

from markupsafe import Markup

from centres.content.prose import is_guide
from centres.data.model import Language
from centres.pages.document.language_selector import LanguageSelector
from centres.pages.document.settings import Settings
from centres.pages.document.templates import FIXED, Fixed, Templates
from centres.pages.edition import Edition
from centres.pages.helplines import LinesOnEveryPage
from centres.pages.notices import ShownNotice
from centres.pages.page import MUNICIPALITIES, Link, Values

# The page for wrong addresses is shown at any depth, so its links start from the root.
NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Urls:
    """Where a page leads, relative to its own address.

    `root_url` leads to the site's root, `language_url` to the start page of the language, where
    its list and its pages of municipalities are too, and `data_url` to the folder of all other
    pages made from data: a variant has its base language's.
    `assets` are the addresses, from the root, of the files that pages fetch (`assets.published`).
    """

    root_url: str
    language_url: str
    data_url: str
    assets: Mapping[str, str]


@dataclass(frozen=True)
class FixedFrame(Urls):
    """What stands around the pages of an edition that are at one depth and equally reviewed.

    `written` are the addresses of prose that a variant has itself.
    `is_swedish` holds for variants of Swedish too, and `in_swedish` is what the language, or that
    of a variant, is called in Swedish. `separator` is the sign between two names. `exit_url` is
    None in the guide, which is for people at work. `is_reviewed` is whether somebody has reviewed
    what the page says: its prose, if it has any, and the words of its catalogues.
    """

    language: Language
    written: frozenset[str]
    is_swedish: bool
    in_swedish: str
    separator: str
    lines: LinesOnEveryPage
    exit_url: str | None
    has_guide: bool
    is_reviewed: bool

    @property
    def is_guide(self) -> bool:
        """Whether it is for people at work."""
        return self.exit_url is None

    def to(self, path: str) -> str:
        """Return the way to the page at `path`: that of a variant, if it has one of its own."""
        return (self.language_url if path in self.written else self.data_url) + path


@dataclass(frozen=True)
class Frame(FixedFrame):
    """What stands around one page.

    `is_handbook` is whether it belongs to the guide for municipalities: other pages for people at
    work do not. `has_place` is whether its header leads to where one chooses a place. `languages`
    is the language selector; empty if the page has no other language. `notices` are those that
    concern the page.
    """

    is_handbook: bool
    has_place: bool
    languages: Markup
    notices: list[ShownNotice]


_FIXED = fields(FixedFrame)


@dataclass(frozen=True)
class Framer:
    """Makes the frame of a page, and the names that its templates know."""

    settings: Settings
    templates: Templates
    assets: Mapping[str, str]
    selector: LanguageSelector
    # The addresses of prose in a variant, by its code.
    of_variants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    # By language, way to the root, way out, and whether the page is reviewed.
    shared: dict[tuple[object, ...], Fixed] = field(default_factory=dict)

    def root_url(self, language: Language, path: str) -> str:
        """Return the way to the site's root from the page at `path` in `language`."""
        if path == NOT_FOUND:
            return urlsplit(self.settings.site_url).path
        return "../" * (language.folder + path).count("/") or "./"

    def urls(self, language: Language, path: str) -> Urls:
        """Return where the page at `path` in `language` leads."""
        root_url = self.root_url(language, path)
        return Urls(
            root_url=root_url,
            language_url=root_url + language.folder,
            data_url=root_url + language.data_folder,
            assets=self.assets,
        )

    def part(self, edition: Edition, urls: Urls, part: Values) -> Markup:
        """Return a part of a page by itself, on one line as Markdown needs it.

        Its template knows `part`, and of the frame only the `urls`. Raises PageError if template
        and values do not fit.
        """
        html = self.templates.render(part.template, {**words(edition), "frame": urls, "part": part})
        return Markup(html.strip().replace("\n", " "))  # noqa: S704 (from a template)

    def frame(
        self,
        edition: Edition,
        path: str,
        links: list[Link],
        is_reviewed: bool = True,
        guide: bool = False,
    ) -> Frame:
        """Return the frame of the page at `path`; `links` lead to its languages, its own included.

        `is_reviewed` is whether somebody has reviewed the page's prose, if it has any. The guide is
        for people at work: it has no way out, and nobody looks for their town there.
        """
        language = edition.language
        urls = self.urls(language, path)
        script = edition.directory.scripts.get(language.script or "")
        notices = [] if guide else self._notices(edition, path)
        return Frame(
            **vars(urls),
            language=language,
            written=self.of_variants.get(language.code, frozenset()),
            is_swedish=edition.localizer.is_swedish,
            in_swedish=edition.base.name_in_swedish,
            separator=script.separator if script else ",",
            lines=edition.lines,
            exit_url=None if guide else self.settings.exit_url,
            has_guide=edition.has_guide,
            is_handbook=is_guide(path),
            # The start page has a field for it, and a variant a list.
            has_place=not guide and path != (MUNICIPALITIES if language.variant_of else ""),
            notices=notices,
            is_reviewed=is_reviewed
            and all(shown.is_reviewed for shown in notices)
            and edition.words.are_reviewed("site", *(["guide"] if guide else [])),
            languages=self.selector.html(language, path, links, urls.root_url),
        )

    def _notices(self, edition: Edition, path: str) -> list[ShownNotice]:
        """Return the notices that concern the page at `path`, and do not lead to it.

        The page for wrong addresses has none: it is in all languages.
        """
        own = self.settings.site_url + edition.language.folder + path
        shown = edition.notices.at(path) if path != NOT_FOUND else []
        return [one for one in shown if one.notice.link != own]

    def names(self, edition: Edition, frame: Frame) -> dict[str, object]:
        """Return the names that every template of `edition` knows, with their values.

        `_` and `ngettext` translate a Swedish text, and `sv` marks a Swedish name. `fixed` renders
        a part once for each FixedFrame.
        """
        of_edition = words(edition)
        key = (edition.language.code, frame.root_url, frame.exit_url, frame.is_reviewed)
        if key not in self.shared:
            fixed_frame = FixedFrame(**{one.name: getattr(frame, one.name) for one in _FIXED})
            self.shared[key] = Fixed(self.templates, {**of_edition, "frame": fixed_frame})
        return {**of_edition, "frame": frame, FIXED: self.shared[key]}


def words(edition: Edition) -> dict[str, Callable[..., Markup]]:
    """Return the functions by which a template says something in the language of `edition`."""
    return {
        "_": edition.words.html,
        "ngettext": edition.words.plural,
        "sv": edition.localizer.name,
    }
