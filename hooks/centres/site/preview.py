"""A preview of the site: each page is made when somebody asks for it.

So a change is seen at once, however many pages it changes.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote

from centres.errors import PageError, SearchError
from centres.site import writer
from centres.site.site import Site

# An application of WSGI (PEP 3333).
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
_INDEX = "pagefind/"


class Preview:
    """What there is to see of one state of the data; `target` is a folder that is served too."""

    def __init__(self, site: Site, target: Path) -> None:
        self.site, self.target = site, target
        self.is_indexed = False
        # Pages are asked for by several threads, and one reader of Markdown makes them all.
        self.lock = Lock()

    def at(self, address: str) -> str | None:
        """The document at an address from the site's root; None for what `target` may hold.

        What somebody searches in is made when they begin to.
        """
        with self.lock:
            if address.startswith(_INDEX) and not self.is_indexed:
                writer.index(self.site, writer.documents(self.site), self.target)
                self.is_indexed = True
            return self.site.at(address)


def shown(newest: Callable[[], Preview], base: str, rest: Application) -> Application:
    """An application that shows the pages of the `newest` preview, and leaves all else to `rest`.

    `base` is the path that the site stands at: "/", or "/vald/". A page that cannot be
    made says why.
    """

    def application(asked: dict[str, Any], answer: Callable[..., Any]) -> Iterable[bytes]:
        path = unquote(asked["PATH_INFO"])
        try:
            html = newest().at(path.removeprefix(base)) if path.startswith(base) else None
        except (PageError, SearchError) as error:
            answer("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
            return [str(error).encode()]
        if html is None:
            return rest(asked, answer)
        answer("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [html.encode()]

    return application
