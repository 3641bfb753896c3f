"""What mkdocs.yml decides about the pages."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from centres.errors import PageError


@dataclass(frozen=True)
class Settings:
    """Where the site is published, by whom, and where the way out leads.

    `site_url` ends with a slash. `exit_url` is an https address that says nothing of this site.
    `publisher` and `contact` (an e-mail address) are empty until somebody has decided them. Raises
    PageError if `exit_url` is no https address. `repository` is where the files are edited, on
    GitHub: an address without a slash at its end, empty where that is nowhere.
    """

    site_url: str
    exit_url: str
    publisher: str = ""
    contact: str = ""
    repository: str = ""

    def __post_init__(self) -> None:
        parts = urlsplit(self.exit_url)
        if parts.scheme != "https" or not parts.netloc:
            raise PageError(f"mkdocs.yml: extra.exit is no https address: {self.exit_url!r}")
