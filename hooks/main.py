"""The MkDocs side of the site: each event hands over to the `centres` package.

MkDocs turns prose into HTML; everything else is made by `centres` and written when MkDocs is done.
The site is built beside the old one and takes its place only when it is whole.
"""

import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from centres import site as sites
from centres import words
from centres.problems import DataProblems
from centres.render import Renderer, RenderError
from centres.search import SearchError
from centres.site import Site
from centres.words import CatalogueError

log = logging.getLogger("mkdocs.hooks.centres")
VISITOR = "visitor"
ROOT = Path(__file__).resolve().parents[1]
T = TypeVar("T")


class Build:
    """What one build remembers; `site` is made anew each time, so a preview is never stale."""

    site: Site
    theme: Environment
    final: Path | None = None
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
            lambda: sites.load(ROOT, today(), renderer(config), **settings),
        )
    for key in ("publisher", "contact"):
        if not settings[key]:
            log.warning("mkdocs.yml: extra.%s is empty; the pages say that it is not decided", key)
    # Our own, multilingual, written by the package.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}
    if Build.command == "build":
        Build.final = Path(config.site_dir)
        config.site_dir = f"{config.site_dir}.building"
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The language is the first folder; the source language has none.

    A page that nobody has translated is there all the same, with the Swedish text.
    """
    for name, swedish in Build.site.borrowed().items():
        source = str(ROOT / swedish)
        files.append(File.generated(config, name.partition("/")[2], abs_src_path=source))
    languages = {one.code: one for one in Build.site.languages}
    for file in list(files.documentation_pages()):
        code = file.src_uri.partition("/")[0]
        if code not in languages:
            files.remove(file)
            continue
        file.dest_uri = languages[code].folder + file.dest_uri.partition("/")[2]
        Build.site.prose.add((code, path_of(file)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Fill in what the data knows, and choose the face: visitors', unless the page says so."""
    code, path = address_of(page.file)
    if page.meta.get("face", VISITOR) == VISITOR:
        page.meta["template"] = "prose.html"
    with reported(page.file.src_uri):
        return Build.site.fill(code, path, markdown)


def on_env(env: Environment, **_: Any) -> Environment:
    """Remember the theme's templates."""
    Build.theme = env
    return env


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Give the theme the finished page, or our header and footer for the guide."""
    code, path = address_of(page.file)
    with reported():
        if page.meta.get("face", VISITOR) == VISITOR:
            html = page.content or ""
            context["document"] = Build.site.prose_page(code, path, html)
        else:
            context |= Build.site.guide_frame(code, path)
            context["material_language"] = material_language(Build.theme, code)
    return context


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Material's pages are held to the same rules as our own."""
    if page.meta.get("face", VISITOR) == VISITOR:
        return output
    with reported(page.file.src_uri):
        return Build.site.guide_document(output, page.file.url)


def on_post_build(config: MkDocsConfig) -> None:
    """Write all pages made from data, index them, and put the new site in the old one's place."""
    target = Path(config.site_dir)
    with reported():
        timed("Pages written", lambda: Build.site.write(target))
        timed("Documents indexed", lambda: Build.site.index(target))
        nginx = Build.site.hosting(target)
    for language, missing in Build.site.untranslated().items():
        log.info("Shown in Swedish, not translated to %s: %s words", language, len(missing))
    if Build.final:
        put_in_place(target, Build.final)
        Build.final.with_name(f"{Build.final.name}.nginx.conf").write_text(nginx, encoding="utf-8")


def on_build_error(error: Exception, **_: Any) -> None:
    """Leave nothing half-built behind; the old site is still there."""
    if Build.final:
        shutil.rmtree(f"{Build.final}.building", ignore_errors=True)


@contextmanager
def reported(name: str = "") -> Iterator[None]:
    """Turn the package's own errors into plain lines that end the build; `name` is a prose file."""
    try:
        yield
    except DataProblems as error:
        spoken = words.read(ROOT, os.environ.get("CENTRES_LANG", words.SOURCE), "editor")
        raise PluginError("\n".join(problem.said(spoken) for problem in error.problems)) from None
    except CatalogueError as error:
        raise PluginError(f"cannot be read: {error}") from None
    except (RenderError, SearchError) as error:
        raise PluginError(f"content/{name}: {error}" if name else str(error)) from error


def renderer(config: MkDocsConfig) -> Renderer:
    """What makes HTML of pages, with the addresses that mkdocs.yml gives."""
    leave = config.extra.get("exit") or ""
    return Renderer(ROOT / "templates", ROOT / "theme", config.site_url or "/", leave)


def put_in_place(new: Path, site: Path) -> None:
    """Swap by two renames: interrupted between them, the old site is whole beside its place."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def timed(what: str, work: Callable[[], T]) -> T:
    """Do the work and say how long it took."""
    start = time.perf_counter()
    result = work()
    count = f": {result}" if isinstance(result, int) else ""
    log.info("%s%s (%.2f s)", what, count, time.perf_counter() - start)
    return result


def today() -> date:
    """The day of the build; SOURCE_DATE_EPOCH (seconds since 1970, UTC) makes it repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()


def material_language(theme: Environment, code: str) -> str:
    """The language of Material's own words on a page in `code`: English where it has none."""
    try:
        theme.get_template(f"partials/languages/{code}.html")
    except TemplateNotFound:
        return "en"
    return code


def path_of(file: File) -> str:
    """A page's address without the language's folder."""
    code = file.src_uri.partition("/")[0]
    folder = next(one.folder for one in Build.site.languages if one.code == code)
    return file.dest_uri.removeprefix(folder).removesuffix("index.html")


def address_of(file: File) -> tuple[str, str]:
    """The language of a prose page and its address without the language's folder."""
    return file.src_uri.partition("/")[0], path_of(file)
