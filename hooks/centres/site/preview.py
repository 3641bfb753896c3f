"""Serve a preview in which each page is made when somebody asks for it.

So an editor sees a change at once, however many pages it changes.
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
# The folder of the full-text index, from the site's root.
_INDEX = "pagefind/"


class Preview:
    """The pages of `site`, a state of the data, and the files of `target`, a folder served too."""

    def __init__(self, site: Site, target: Path) -> None:
        self.site, self.target = site, target
        self.is_indexed = False
        # The server has several threads, and `MarkdownReader` is for one at a time.
        self.lock = Lock()

    def at(self, address: str) -> str | None:
        """Return the document at an address from the site's root; None if it is no page of ours.

        The first request for a file of the full-text index writes the index to `target`. Raises
        PageError and SearchError.
        """
        with self.lock:
            if address.startswith(_INDEX) and not self.is_indexed:
                writer.index(self.site, self.target)
                self.is_indexed = True
            return self.site.at(address)


def application(newest: Callable[[], Preview], base: str, files: Application) -> Application:
    """Return an application that serves the pages of a preview, and passes on all else to `files`.

    `newest` returns the preview of the newest data; `base` is the path of the site's root: "/", or
    "/vald/". A page that cannot be made is answered with status 500 and the reason.
    """

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = unquote(environ["PATH_INFO"])
        try:
            html = newest().at(path.removeprefix(base)) if path.startswith(base) else None
        except (PageError, SearchError) as error:
            headers = [("Content-Type", "text/plain; charset=utf-8")]
            start_response("500 Internal Server Error", headers)
            return [str(error).encode()]
        if html is None:
            return files(environ, start_response)
        start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [html.encode()]

    return serve
