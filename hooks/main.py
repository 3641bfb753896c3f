"""Build the site from MkDocs's events: each hands over to the package `centres`.

MkDocs makes the pages of the guide's prose, with the theme Material. The package makes all others,
and writes them when MkDocs is done. The site is built beside the old one, and takes its place only
when it is whole.
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
from centres.site import full_text, load, preview, writer
from centres.site.preview import Preview
from centres.site.release import checksums, swap
from centres.site.site import Site

log = logging.getLogger("mkdocs.hooks.centres")
# Files of the theme that no page asks for: our own, which are published by names with a hash, the
# engine of a search that the site does not have, and source maps.
UNUSED = re.compile(r"^assets/([a-z]+\.(js|css)|javascripts/(lunr|workers)/.*|.*\.map|images/.*)$")
ROOT = Path(__file__).resolve().parents[1]
# The bill of materials of what a site is made with (CycloneDX). `make lock` writes it.
SBOM = ROOT / "requirements/site.cdx.json"
T = TypeVar("T")


class Events:
    """MkDocs's events, in the order in which it calls them.

    `is_build` is false in a preview. `site` is made anew each time that MkDocs builds, and so is
    `preview`, which a build has not. `destination` is the folder that a build puts the site in;
    MkDocs writes to another beside it. `pages` are those of a build that other processes write
    while MkDocs makes the guide's. `theme` is where Jinja finds Material's templates.
    """

    def __init__(self) -> None:
        self.is_build = True
        self.site: Site
        self.theme: Environment
        self.destination: Path | None = None
        self.preview: Preview
        self.pages: writer.PagesBegun | None = None

    def on_startup(self, command: str, dirty: bool, **_: Any) -> None:
        """Remember whether this is a build or a preview."""
        self.is_build = command == "build"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the data and the prose, before anything is written."""
        with reported_errors():
            self.site = timed("Data read and checked", lambda: load_site(config))
        for key in ("publisher", "contact"):
            if not config.extra.get(key):
                log.warning(
                    "mkdocs.yml: extra.%s is empty; the pages say that it is not decided", key
                )
        # The package writes its own, for all languages.
        config.theme.static_templates -= {"404.html", "sitemap.xml"}
        if self.is_build:
            self.destination = Path(config.site_dir)
            swap.recover(self.destination)
            config.site_dir = str(swap.building_folder(self.destination))
        else:
            # Made now, so that our pages can be read while MkDocs makes the guide's.
            self.preview = Preview(self.site, Path(config.site_dir))
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave MkDocs the guide's prose only, at the address that each page has on the site.

        The first folder of a file is its language; the source language has no folder in addresses.
        A page that nobody has translated is made of the Swedish file. MkDocs has now emptied the
        folder that it builds in, so that all other pages can be begun.
        """
        if self.is_build:
            with reported_errors():
                self.pages = writer.PagesBegun(self.site, Path(config.site_dir))
        library = self.site.library
        for page in library.fallbacks:
            if page.audience == "guide":
                source = str(ROOT / page.swedish)
                name = page.name.partition("/")[2]
                files.append(File.generated(config, name, abs_src_path=source))
        for file in list(files.documentation_pages()):
            file.dest_uri = file.dest_uri.removeprefix(f"{i18n.SOURCE_LANGUAGE}/")
            code, path = address_of(file)
            if not library.has(code, path, "guide"):
                files.remove(file)
        for file in list(files):
            if UNUSED.search(file.src_uri):
                files.remove(file)
        return files

    def on_page_read_source(self, page: Page, **_: Any) -> str:
        """Give MkDocs a page without its front matter, which it would read by other rules.

        To YAML's own types, `title: no` is no text.
        """
        return self.site.library.page(*address_of(page.file)).body

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """Fill in the values that the Markdown of a page names; its front matter is ours."""
        code, path = address_of(page.file)
        matter = self.site.library.page(code, path).matter
        page.meta = {"title": matter.title, "hide": list(matter.hide)}
        with reported_errors(page.file.src_uri):
            return self.site.prose_pages.fill(self.site.editions[code], path, markdown)

    def on_env(self, env: Environment, **_: Any) -> Environment:
        """Keep the theme's templates."""
        self.theme = env
        return env

    def on_page_context(
        self, context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any
    ) -> dict[str, Any]:
        """Give Material our header, menu and footer."""
        code, path = address_of(page.file)
        with reported_errors(page.file.src_uri):
            context["ours"] = self.site.surroundings(code, path, page.content or "")
        fallback = config.extra["material_language"]
        context["material_language"] = material_language(self.theme, code, fallback)
        return context

    def on_post_page(self, output: str, page: Page, **_: Any) -> str:
        """Apply the rules of our own pages to the guide's: calls, and a policy in the head."""
        with reported_errors(page.file.src_uri):
            return self.site.guide_frame.document(output, page.file.url)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Finish all other pages, index them, and put the new site in the old one's place."""
        target = Path(config.site_dir)
        if not self.destination or not self.pages:  # in a preview
            writer.write_files(self.site, target)
            return
        with reported_errors():
            written = timed("Pages awaited", self.pages.finish)
            timed("Documents indexed", lambda: full_text.write_entry(written.entries, target))
            for language, missing in written.missing.items():
                log.info("Shown in Swedish, not translated to %s: %s words", language, len(missing))
            publish(self.site, target, self.destination)

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: Any
    ) -> LiveReloadServer:
        """Make each of our pages when somebody asks for it."""
        base = urlsplit(config.site_url or "/").path
        server.set_app(preview.application(lambda: self.preview, base, server.serve_request))
        return server

    def on_build_error(self, error: Exception, **_: Any) -> None:
        """Remove the half-built site; the old one is still in its place."""
        if self.pages:
            self.pages.cancel()
        if self.destination:
            shutil.rmtree(swap.building_folder(self.destination), ignore_errors=True)
            log.error("The site in %s is as it was.", self.destination)
        if isinstance(error, OSError):
            raise PluginError(f"cannot be written: {error}") from error


# MkDocs looks for functions by these names.
_events = Events()
on_startup = _events.on_startup
on_config = _events.on_config
on_files = _events.on_files
on_page_read_source = _events.on_page_read_source
on_page_markdown = _events.on_page_markdown
on_env = _events.on_env
on_page_context = _events.on_page_context
on_post_page = _events.on_post_page
on_post_build = _events.on_post_build
on_serve = _events.on_serve
on_build_error = _events.on_build_error


def load_site(config: MkDocsConfig) -> Site:
    """Return the site with the settings of mkdocs.yml.

    The environment variable SITE_LANGUAGES names its languages, by codes with spaces between; all
    of them if it is not set.
    """
    settings = Settings(
        site_url=config.site_url or "/",
        exit_url=config.extra.get("exit") or "",
        publisher=config.extra.get("publisher") or "",
        contact=config.extra.get("contact") or "",
        repository=(config.repo_url or "").rstrip("/"),
    )
    only = frozenset(os.environ.get("SITE_LANGUAGES", "").split())
    return load.load(ROOT, clock.today(), settings, only)


def publish(site: Site, built: Path, destination: Path) -> None:
    """Put the site that has been `built` in the place of the last one.

    Beside it are written the configuration of nginx, the bill of materials and the checksums.
    """
    name = destination.name
    sidecars = {
        f"{name}.nginx.conf": writer.write_headers(site, built),
        f"{name}.cdx.json": SBOM.read_text(encoding="utf-8"),
    }
    sidecars[f"{name}.sha256"] = checksums.checksums(built, name, sidecars)
    swap.replace(destination, sidecars)


@contextmanager
def reported_errors(name: str = "") -> Iterator[None]:
    """Turn the package's own errors into plain lines that end the build.

    `name` is the file in content/ that is being made into a page, if one is. Raises PluginError.
    """
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
    """Do the `work` and return its result; log what it was and how long it took, in seconds."""
    start = time.perf_counter()
    result = work()
    count = f": {result}" if isinstance(result, int) else ""
    log.info("%s%s (%.2f s)", what, count, time.perf_counter() - start)
    return result


def material_language(theme: Environment, code: str, fallback: str) -> str:
    """Return the language of Material's own words on a page in `code`, or `fallback`."""
    try:
        theme.get_template(f"partials/languages/{code}.html")
    except TemplateNotFound:
        return fallback
    return code


def address_of(file: File) -> tuple[str, str]:
    """Return the language of a page of prose, and its address without the language's folder."""
    code = file.src_uri.partition("/")[0]
    return code, file.dest_uri.removeprefix(f"{code}/").removesuffix("index.html")
