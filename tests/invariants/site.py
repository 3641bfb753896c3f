"""What an invariant needs to know of the whole site that a page belongs to, read once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from pathlib import Path

import yaml

from centres.content import prose
from centres.content.library import Library
from centres.data import loader
from centres.data.directory import Directory
from centres.data.geography import Municipality
from centres.data.model import Centre, Language, LineChannel, Retired
from centres.data.words import lists as word_lists
from centres.editors import po_files
from centres.i18n import Words
from centres.pages import look
from centres.site import load
from helpers import ROOT, newest_day

_ID = re.compile(r"\s(?:id|name)=\"?([^\"\s>]+)")


@dataclass(frozen=True)
class Site:
    """The site in `folder`, built for the address `url` of what the repository at `root` holds."""

    folder: Path
    url: str
    root: Path = ROOT

    @cached_property
    def directory(self) -> Directory:
        """What the data say, on the last day that anything in them was checked or read."""
        return loader.load(self.root / "data", newest_day(self.root / "data"))

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The languages that were built, variants among them, by code."""
        written = self.directory.languages
        return {one.code: one for one in written if f"{one.folder}index.html" in self.files}

    @cached_property
    def source(self) -> Language:
        """The language that has no folder of its own."""
        return next(one for one in self.directory.languages if one.is_source)

    @cached_property
    def full(self) -> dict[str, Language]:
        """The languages that have every page, by code: all but the variants."""
        return {code: one for code, one in self.languages.items() if not one.variant_of}

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The languages of parts of pages: the site's, of places' names, of sources."""
        of_places = (place.language for place in self.directory.places)
        of_sources = (source.language for source in self.directory.sources.values())
        return frozenset([*self.languages, "sv", "en", *of_places, *of_sources])

    @cached_property
    def files(self) -> frozenset[str]:
        """The path of every file."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def addresses(self) -> list[str]:
        """The address of every page, sorted; but for the one that shows the parts of all others."""
        pages = (name for name in self.files if name.endswith(".html"))
        addresses = {re.sub(r"(^|/)index\.html$", r"\1", name) for name in pages}
        return sorted(addresses - {look.PATH})

    def addresses_in(self, code: str) -> list[str]:
        """Return the address of every page in a language, the page for wrong ones in the source."""
        folders = [one.folder for one in self.languages.values() if one.folder]
        if folder := self.languages[code].folder:
            return [address for address in self.addresses if address.startswith(folder)]
        return [one for one in self.addresses if not one.startswith(tuple(folders))]

    @staticmethod
    def file(address: str) -> str:
        """Return the path of the file at an address."""
        return f"{address}index.html" if address.endswith("/") or not address else address

    def html(self, address: str) -> str:
        """Return the HTML of the page at an address."""
        return (self.folder / self.file(address)).read_text(encoding="utf-8")

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {}

    def ids(self, address: str) -> frozenset[str]:
        """Return the ids on the page at an address."""
        if address not in self._ids:
            self._ids[address] = frozenset(map(unescape, _ID.findall(self.html(address))))
        return self._ids[address]

    @cached_property
    def _words(self) -> dict[str, Words]:
        return {}

    def words(self, code: str) -> Words:
        """Return the messages of a language."""
        if code not in self._words:
            self._words[code] = load.words(self.root, code)
        return self._words[code]

    @cached_property
    def library(self) -> Library:
        """The prose."""
        pages, _ = prose.read(self.root, list(self.languages))
        return Library(prose.by_address(pages), list(self.languages.values()))

    def is_reviewed(self, code: str, path: str) -> bool:
        """Return whether somebody has reviewed the words and the prose of the page at `path`."""
        domains = ["site", *(["guide"] if prose.is_guide(path) else [])]
        page = self.library.pages.get((code, path))
        # No record says that anybody has tried what a variant makes of data.
        of_page = page.is_reviewed if page else not self.languages[code].variant_of
        return self.words(code).are_reviewed(*domains) and of_page

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """The municipalities by the last part of their addresses."""
        return {one.slug: one for one in self.directory.municipalities}

    @cached_property
    def centres(self) -> dict[str, Centre]:
        """The centres by id."""
        return {one.id: one for one in self.directory.centres}

    @cached_property
    def retired(self) -> dict[str, Retired]:
        """The centres that there are no more, by id."""
        return {one.id: one for one in self.directory.retired}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Where the pages lead that only lead to another, by path: of centres, and of prose."""
        centres = {
            f"stodcentrum/{one.id}/": f"stodcentrum/{one.moved_to}/"
            for one in self.retired.values()
            if one.moved_to != "none"
        }
        pages = {page.path: page.matter.moved_to for page in self.library.swedish()}
        return centres | {path: moved_to for path, moved_to in pages.items() if moved_to}

    @cached_property
    def texts(self) -> frozenset[str]:
        """The texts of the data that an editor may have written in Swedish alone."""
        return frozenset(po_files.texts_of(self.directory))

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words, in any language, that say in a browser's history what has happened."""
        lists, _ = word_lists.read(self.root, list(self.languages.values()))
        return frozenset(word.casefold() for one in lists.values() for word in one.telling)

    @cached_property
    def exit_url(self) -> str:
        """Where the way out leads."""
        text = (self.root / "mkdocs.yml").read_text(encoding="utf-8")
        return str(re.findall(r"^  exit: (\S+)", text, re.MULTILINE)[0])

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Every number that a page may call, as it is printed, by what a link to it dials."""
        phones = [phone for centre in self.directory.centres for phone in centre.phones]
        printed = {phone.tel: phone.number for phone in phones}
        printed |= {way.tel: way.number for way in self._channels if way.number}
        contacts = self.directory.contacts.values()
        return printed | {one.tel: one.switchboard for one in contacts if one.switchboard}

    @property
    def _channels(self) -> list[LineChannel]:
        """Every way to reach a helpline."""
        return [channel for line in self.directory.helplines for channel in line.channels]

    @cached_property
    def mail_addresses(self) -> frozenset[str]:
        """Every e-mail address that a page may write to."""
        emails = [email for centre in self.directory.centres for email in centre.emails]
        lines = (way.address for way in self._channels if way.address)
        return frozenset([*lines, *(email.address for email in emails if email.published)])

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of municipalities, centres and lines."""
        directory = self.directory
        places = (place.name for place in self.municipalities.values())
        centres = (centre.name for centre in directory.centres)
        return frozenset([*places, *centres, *(line.name for line in directory.helplines)])

    @cached_property
    def hidden(self) -> frozenset[str]:
        """Every number with the code before it that a page may show."""
        phones = [phone for centre in self.directory.centres for phone in centre.phones]
        codes = {phone.with_hidden_number for phone in phones}
        codes |= {channel.with_hidden_number for channel in self._channels}
        return frozenset(code for code in codes if code)

    @cached_property
    def known_elsewhere(self) -> frozenset[str]:
        """Every address on another host in the data, and the way out."""
        names = ("sources", "helplines", "centres", "retired")
        data = [
            yaml.safe_load((self.root / f"data/{name}.yaml").read_text("utf-8")) for name in names
        ]
        websites = [one.website for one in self.directory.contacts.values() if one.website]
        known = [one for part in data for one in _urls(part)]
        return frozenset([self.exit_url, *websites, *known])


def _urls(part: object) -> Iterator[str]:
    """Yield every web address in data."""
    if isinstance(part, dict | list):
        for value in part.values() if isinstance(part, dict) else part:
            yield from _urls(value)
    elif isinstance(part, str) and part.startswith("http"):
        yield part


@cache
def site(folder: Path, url: str, root: Path = ROOT) -> Site:
    """Return the site in a folder, the same each time that a process asks."""
    return Site(folder, url, root)
