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
from centres.errors import CatalogueError, RenderError, SearchError
from centres.files.problem import DataProblems
from centres.pages.templates import Renderer
from centres.site import preview, writer
from centres.site import site as sites
from centres.site.preview import Preview
from centres.site.release import compression, sbom, swap
from centres.site.site import Site

log = logging.getLogger("mkdocs.hooks.centres")
VISITOR = "visitor"
# What is in the theme's folders and no page asks for: our own, published by other names, the engine
# of a search that the site does not have, and maps of Material's sources.
UNUSED = re.compile(r"^assets/([a-z]+\.(js|css)|javascripts/(lunr|workers)/.*|.*\.map|images/.*)$")
ROOT = Path(__file__).resolve().parents[1]
T = TypeVar("T")


class Build:
    """What one build remembers; `site` is made anew each time, so a preview is never stale."""

    site: Site
    theme: Environment
    final: Path | None = None  # the folder of the site, in a build
    preview: Preview
    command = "build"


def on_startup(command: str, dirty: bool, **_: Any) -> None:
    """Remember whether this is a build or a preview."""
    Build.command = command


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check all data before anything is written."""
    settings = {
        "only": frozenset(os.environ.get("SITE_LANGUAGES", "").split()),
        "publisher": config.extra.get("publisher") or "",
        "contact": config.extra.get("contact") or "",
    }
    with reported():
        Build.site = timed(
            "Data read and checked",
            lambda: sites.load(ROOT, clock.today(), renderer(config), **settings),
        )
    for key in ("publisher", "contact"):
        if not settings[key]:
            log.warning("mkdocs.yml: extra.%s is empty; the pages say that it is not decided", key)
    # Our own, multilingual, written by the package.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    if Build.command == "build":
        Build.final = Path(config.site_dir)
        swap.recover(Build.final)
        config.site_dir = str(swap.building(Build.final))
    else:
        # Our pages can be looked at while Material's are made.
        Build.preview = Preview(Build.site, Path(config.site_dir))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave MkDocs the prose that Material shows; the language is the first folder.

    The source language has no folder in addresses. A page that nobody has translated is there all
    the same, with the Swedish text.
    """
    site = Build.site
    for late in (one for one in site.borrowed if one.face != VISITOR):
        source = str(ROOT / late.swedish)
        files.append(File.generated(config, late.name.partition("/")[2], abs_src_path=source))
    for file in list(files.documentation_pages()):
        file.dest_uri = file.dest_uri.removeprefix(f"{i18n.SOURCE_LANGUAGE}/")
        code, path = address_of(file)
        if (code, path) not in site.prose or site.face(code, path) == VISITOR:
            files.remove(file)
    for file in list(files):
        if UNUSED.search(file.src_uri):
            files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Fill in what the data knows."""
    with reported(page.file.src_uri):
        return Build.site.fill(*address_of(page.file), markdown)


def on_env(env: Environment, **_: Any) -> Environment:
    """Remember the theme's templates."""
    Build.theme = env
    return env


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Give Material our header, menu and footer."""
    code, path = address_of(page.file)
    with reported(page.file.src_uri):
        context |= Build.site.guide_frame(code, path, page.content or "")
    context["material_language"] = material_language(Build.theme, code)
    return context


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Material's pages are held to the same rules as our own."""
    with reported(page.file.src_uri):
        return Build.site.guide_document(output, page.file.url)


def on_post_build(config: MkDocsConfig) -> None:
    """Write all other pages, index them, and put the new site in the old one's place."""
    target = Path(config.site_dir)
    if Build.command == "serve":
        writer.write_files(Build.site, target)
        return
    with reported():
        written = timed("Pages written", lambda: writer.write(Build.site, target))
        timed("Documents indexed", lambda: writer.index(Build.site, written.documents, target))
    for language, missing in written.missing.items():
        log.info("Shown in Swedish, not translated to %s: %s words", language, len(missing))
    if Build.final:
        publish(target, Build.final)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Make each page when it is asked for."""
    base = urlsplit(config.site_url or "/").path
    server.set_app(preview.shown(lambda: Build.preview, base, server.serve_request))
    return server


def publish(target: Path, final: Path) -> None:
    """Put the site that has been built in `target` in the place of the last one, packed for a host.

    Beside it are written what nginx needs to serve it, what it is made of (CycloneDX), and the sums
    of all files. SITE_UNPACKED leaves out the copies, the list and the sums, for a quick look.
    """
    # Before there are copies, which are sent as the files that they are of.
    beside = {f"{final.name}.nginx.conf": Build.site.hosting(target)}
    if not os.environ.get("SITE_UNPACKED"):
        timed("Texts compressed", lambda: compression.compress(target))
        beside[f"{final.name}.cdx.json"] = sbom.bill(ROOT)
        beside[f"{final.name}.sha256"] = compression.sums(target, final.name, beside)
    swap.put(final, beside)


def on_build_error(error: Exception, **_: Any) -> None:
    """Leave nothing half-built behind; the old site is still there."""
    if Build.final:
        shutil.rmtree(swap.building(Build.final), ignore_errors=True)
        log.error("The site in %s is as it was.", Build.final)
    if isinstance(error, OSError):
        raise PluginError(f"cannot be written: {error}") from error


@contextmanager
def reported(name: str = "") -> Iterator[None]:
    """Turn the package's own errors into plain lines that end the build; `name` is a prose file."""
    try:
        yield
    except DataProblems as error:
        spoken = i18n.read(ROOT, os.environ.get("CENTRES_LANG", i18n.SOURCE_LANGUAGE), "editor")
        raise PluginError(
            "\n".join(problem.as_line(spoken) for problem in error.problems)
        ) from None
    except CatalogueError as error:
        raise PluginError(f"cannot be read: {error}") from None
    except (RenderError, SearchError) as error:
        raise PluginError(f"content/{name}: {error}" if name else str(error)) from error


def renderer(config: MkDocsConfig) -> Renderer:
    """What makes HTML of pages, with the addresses that mkdocs.yml gives."""
    leave = config.extra.get("exit") or ""
    return Renderer(ROOT / "templates", ROOT / "theme", config.site_url or "/", leave)


def timed(what: str, work: Callable[[], T]) -> T:
    """Do the work and say how long it took."""
    start = time.perf_counter()
    result = work()
    count = f": {result}" if isinstance(result, int) else ""
    log.info("%s%s (%.2f s)", what, count, time.perf_counter() - start)
    return result


def material_language(theme: Environment, code: str) -> str:
    """The language of Material's own words on a page in `code`: English where it has none."""
    try:
        theme.get_template(f"partials/languages/{code}.html")
    except TemplateNotFound:
        return "en"
    return code


def address_of(file: File) -> tuple[str, str]:
    """The language of a prose page and its address without the language's folder."""
    code = file.src_uri.partition("/")[0]
    return code, file.dest_uri.removeprefix(f"{code}/").removesuffix("index.html")
