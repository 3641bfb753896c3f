"""The MkDocs side of the site: each event hands over to the `centres` package.

MkDocs makes the pages that Material shows; all others are made by `centres` and written when it is
done. The site is built beside the old one and takes its place only when it is whole.
"""

import logging
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from centres import clock, i18n
from centres.errors import CatalogueError, PageError, SearchError
from centres.files.problem import DataProblems
from centres.pages.document.settings import Settings
from centres.site import load, preview, writer
from centres.site.preview import Preview
from centres.site.release import compression, swap
from centres.site.site import Site

log = logging.getLogger("mkdocs.hooks.centres")
# What is in the theme's folders and no page asks for: our own, published by other names, the engine
# of a search that the site does not have, and maps of Material's sources.
UNUSED = re.compile(r"^assets/([a-z]+\.(js|css)|javascripts/(lunr|workers)/.*|.*\.map|images/.*)$")
ROOT = Path(__file__).resolve().parents[1]
# What a site is made with (CycloneDX), which `make lock` writes beside the lock.
BILL = ROOT / "requirements/site.cdx.json"
T = TypeVar("T")


class Events:
    """MkDocs's events. `site` and `preview` are made anew each time that MkDocs builds."""

    def __init__(self) -> None:
        self.is_build = True
        self.site: Site
        self.theme: Environment
        # The folder of the site, in a build; what is shown, in a preview.
        self.final: Path | None = None
        self.preview: Preview

    def on_startup(self, command: str, dirty: bool, **_: Any) -> None:
        """Remember whether this is a build or a preview."""
        self.is_build = command == "build"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check all data before anything is written."""
        with reported():
            self.site = timed("Data read and checked", lambda: load_site(config))
        for key in ("publisher", "contact"):
            if not config.extra.get(key):
                log.warning(
                    "mkdocs.yml: extra.%s is empty; the pages say that it is not decided", key
                )
        # Our own, multilingual, written by the package.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        if self.is_build:
            self.final = Path(config.site_dir)
            swap.recover(self.final)
            config.site_dir = str(swap.building(self.final))
        else:
            # Our pages can be looked at while Material's are made.
            self.preview = Preview(self.site, Path(config.site_dir))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave MkDocs the prose that Material shows; the language is the first folder.

        The source language has no folder in addresses. A page that nobody has translated is there
        all the same, with the Swedish text.
        """
        library = self.site.library
        for page in library.fallbacks:
            if page.audience == "guide":
                source = str(ROOT / page.swedish)
                name = page.name.partition("/")[2]
                files.append(File.generated(config, name, abs_src_path=source))
        for file in list(files.documentation_pages()):
            file.dest_uri = file.dest_uri.removeprefix(f"{i18n.SOURCE_LANGUAGE}/")
            code, path = address_of(file)
            if path not in library.paths(code, "guide"):
                files.remove(file)
        for file in list(files):
            if UNUSED.search(file.src_uri):
                files.remove(file)
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Fill in what the data knows."""
        code, path = address_of(page.file)
        with reported(page.file.src_uri):
            return self.site.prose_pages.fill(self.site.editions[code], path, markdown)

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Remember the theme's templates."""
        self.theme = env
        return env

    def on_page_context(self, context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
        """Give Material our header, menu and footer."""
        code, path = address_of(page.file)
        with reported(page.file.src_uri):
            context["ours"] = self.site.surroundings(code, path, page.content or "")
        context["material_language"] = material_language(self.theme, code)
        return context

    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        """Hold Material's pages to the same rules as our own."""
        with reported(page.file.src_uri):
            return self.site.guide_frame.document(output, page.file.url)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write all other pages, index them, and put the new site in the old one's place."""
        target = Path(config.site_dir)
        if not self.is_build:
            writer.write_files(self.site, target)
            return
        with reported():
            written = timed("Pages written", lambda: writer.write(self.site, target))
            documents = written.documents
            timed("Documents indexed", lambda: writer.index(self.site, documents, target))
            for language, missing in written.missing.items():
                log.info("Shown in Swedish, not translated to %s: %s words", language, len(missing))
            if self.final:
                publish(self.site, target, self.final)

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: Any
    ) -> LiveReloadServer:
        """Make each page when it is asked for."""
        base = urlsplit(config.site_url or "/").path
        server.set_app(preview.shown(lambda: self.preview, base, server.serve_request))
        return server

    def on_build_error(self, error: Exception, **_: Any) -> None:
        """Leave nothing half-built behind; the old site is still there."""
        if self.final:
            shutil.rmtree(swap.building(self.final), ignore_errors=True)
            log.error("The site in %s is as it was.", self.final)
        if isinstance(error, OSError):
            raise PluginError(f"cannot be written: {error}") from error


# MkDocs looks for functions by these names.
_events = Events()
on_startup = _events.on_startup
on_config = _events.on_config
on_files = _events.on_files
on_page_markdown = _events.on_page_markdown
on_env = _events.on_env
on_page_context = _events.on_page_context
on_post_page = _events.on_post_page
on_post_build = _events.on_post_build
on_serve = _events.on_serve
on_build_error = _events.on_build_error


def load_site(config: MkDocsConfig) -> Site:
    """Return the site as mkdocs.yml and SITE_LANGUAGES decide it."""
    settings = Settings(
        site_url=config.site_url or "/",
        exit_url=config.extra.get("exit") or "",
        publisher=config.extra.get("publisher") or "",
        contact=config.extra.get("contact") or "",
    )
    only = frozenset(os.environ.get("SITE_LANGUAGES", "").split())
    return load.load(ROOT, clock.today(), settings, only)


def publish(site: Site, target: Path, final: Path) -> None:
    """Put the site that has been built in `target` in the place of the last one, packed for a host.

    Beside it are written what nginx needs to serve it, what it is made of (CycloneDX), and the sums
    of all files. SITE_UNPACKED leaves out the copies, the list and the sums, for a quick look.
    """
    # The rules come first: a host sends a compressed copy with the headers of its original.
    beside = {f"{final.name}.nginx.conf": writer.write_headers(site, target)}
    if not os.environ.get("SITE_UNPACKED"):
        timed("Texts compressed", lambda: compression.compress(target))
        beside[f"{final.name}.cdx.json"] = BILL.read_text(encoding="utf-8")
        beside[f"{final.name}.sha256"] = compression.sums(target, final.name, beside)
    swap.put(final, beside)


@contextmanager
def reported(name: str = "") -> Iterator[None]:
    """Turn the package's own errors into plain lines that end the build; `name` is a prose file."""
    try:
        yield
    except DataProblems as error:
        words = i18n.read(ROOT, os.environ.get("CENTRES_LANG", i18n.SOURCE_LANGUAGE), "editor")
        raise PluginError("\n".join(problem.as_line(words) for problem in error.problems)) from None
    except CatalogueError as error:
        raise PluginError(f"cannot be read: {error}") from None
    except (PageError, SearchError) as error:
        raise PluginError(f"content/{name}: {error}" if name else str(error)) from error


def timed(what: str, work: Callable[[], T]) -> T:
    """Do the work and say how long it took."""
    start = time.perf_counter()
    result = work()
    count = f": {result}" if isinstance(result, int) else ""
    log.info("%s%s (%.2f s)", what, count, time.perf_counter() - start)
    return result


def material_language(theme: Environment, code: str) -> str:
    """Return the language of Material's own words on a page in `code`: English if it has none."""
    try:
        theme.get_template(f"partials/languages/{code}.html")
    except TemplateNotFound:
        return "en"
    return code


def address_of(file: File) -> tuple[str, str]:
    """Return the language of a prose page, and its address without the language's folder."""
    code = file.src_uri.partition("/")[0]
    return code, file.dest_uri.removeprefix(f"{code}/").removesuffix("index.html")
