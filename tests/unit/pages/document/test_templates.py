"""The contract between code and templates: what a page has, its template asks for, and no more."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from centres import pages
from centres.content.markdown import STRICT
from centres.errors import PageError
from centres.pages.document.document import Head
from centres.pages.document.frame import Frame, Urls
from centres.pages.document.templates import Fixed, Templates, _environment
from helpers import ROOT

FOLDER = ROOT / "templates"
NAMES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
# What every template may use without being given it.
AMBIENT = {"_", "ngettext", "sv", "frame", "fixed"}
# Rendered once and shared by pages, with values of their own.
SHARED = {
    "parts/languages.html": {"near", "links", "label", "name", "language", "root_url"},
}
# The layout of a document, and what it alone has.
LAYOUT = "visitor.html"


def value_types() -> dict[str, list[type]]:
    """Return the dataclasses that name a template, by the template."""
    found: dict[str, list[type]] = {}
    for module in pkgutil.walk_packages(pages.__path__, "centres.pages."):
        for value in vars(importlib.import_module(module.name)).values():
            if dataclasses.is_dataclass(value) and hasattr(value, "template"):
                assert isinstance(value, type)
                if value.__module__ == module.name:
                    found.setdefault(value.template, []).append(value)
    return found


VALUES = value_types()


def tree(name: str) -> nodes.Template:
    """Return the syntax tree of a template."""
    environment = Environment(autoescape=True, **STRICT)
    return environment.parse((FOLDER / name).read_text(encoding="utf-8"))


def attributes(name: str, variable: str) -> set[str]:
    """Return the attributes of a variable that a template asks for: `reading` of `page.reading`."""
    return {
        part.attr
        for part in tree(name).find_all(nodes.Getattr)
        if isinstance(part.node, nodes.Name) and part.node.name == variable
    }


def fields(kind: type) -> set[str]:
    """Return the names of what a template may ask a value for: fields, properties and methods."""
    own = (name for name in dir(kind) if not name.startswith("_"))
    asked = {name for name in own if callable(one := getattr(kind, name)) or type(one) is property}
    return {field.name for field in dataclasses.fields(kind)} | asked


def together(name: str) -> Iterator[str]:
    """Yield a template and those that have its values: all around a page of the guide's prose."""
    yield name
    if name == "guide/foot.html":
        yield from ("guide/field.html", "guide/nav.html")


GIVEN_VALUES = {each for name in VALUES for each in together(name)}


def defined(name: str) -> set[str]:
    """Return the macros that a template imports or defines, which its blocks know."""
    imported = {each for part in tree(name).find_all(nodes.FromImport) for each in part.names}
    return {str(each) for each in imported} | {
        part.name for part in tree(name).find_all(nodes.Macro)
    }


@pytest.mark.parametrize("name", sorted(VALUES))
def test_a_template_asks_for_each_field_of_its_values_and_for_nothing_else(name: str) -> None:
    """A field that no template shows is a promise to nobody; a missing one stops every build."""
    (kind,) = VALUES[name]
    asked = set().union(*(attributes(each, v) for each in together(name) for v in ("page", "part")))
    assert asked == {field.name for field in dataclasses.fields(kind)}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_knows_the_language_and_the_frame_and_else_what_it_is_given(name: str) -> None:
    """Nothing that depends on who includes it: parts of pages are macros with arguments."""
    given = {"page", "part"} if name in GIVEN_VALUES else set()
    given |= {"head"} if name == LAYOUT else set()
    known = AMBIENT | given | SHARED.get(name, set()) | defined(name)
    assert meta.find_undeclared_variables(tree(name)) <= known


@pytest.mark.parametrize("name", NAMES)
def test_what_a_template_asks_of_the_frame_is_there(name: str) -> None:
    """A part inside prose is given the addresses of the frame alone."""
    frame = Urls if "part" in meta.find_undeclared_variables(tree(name)) else Frame
    assert attributes(name, "frame") <= fields(frame)
    assert attributes(name, "head") <= fields(Head)


@pytest.mark.parametrize("name", NAMES)
def test_no_template_asks_whether_a_value_is_there_at_all(name: str) -> None:
    """That would be asking who includes it, and hides a misspelt name."""
    tests = {test.name for test in tree(name).find_all(nodes.Test)}
    assert not tests & {"defined", "undefined"}


def test_a_name_that_is_missing_stops_the_page_with_the_template_and_the_address(
    tmp_path: Path,
) -> None:
    """Instead of leaving a hole where a number should be."""
    (tmp_path / "a.html").write_text("{{ page.numbr }}", encoding="utf-8")
    templates = Templates(tmp_path)
    with pytest.raises(PageError) as told:
        templates.render("a.html", {"page": Head}, "kommun/taby/")
    assert str(told.value).startswith("templates/a.html, /kommun/taby/: ")
    assert "has no attribute 'numbr'" in str(told.value)


def test_a_text_in_a_value_is_no_markup(tmp_path: Path) -> None:
    """Whatever somebody has written in the data."""
    (tmp_path / "a.html").write_text("<b>{{ name }}</b>", encoding="utf-8")
    html = Templates(tmp_path).render("a.html", {"name": "<script>"})
    assert html == "<b>&lt;script&gt;</b>"


def test_what_is_rendered_once_is_rendered_again_for_another_key(tmp_path: Path) -> None:
    """And not for the same, even if the values differ."""
    (tmp_path / "a.html").write_text("{{ name }}", encoding="utf-8")
    templates = Templates(tmp_path)
    made = [
        str(templates.render_once("a.html", (key,), partial(dict, name=name)))
        for key, name in (("sv", "A"), ("sv", "B"), ("en", "C"))
    ]
    assert made == ["A", "A", "C"]


MACROS = """\
{% macro greeting() %}{{ _("Hej") }}, {{ name }}!{% endmacro %}
"""
PAGE = """\
{% from "macros.html" import greeting with context %}
{{ page }}: {{ greeting() }} {{ fixed("part") }}
"""


def test_macros_and_parts_are_made_once_and_know_what_their_pages_have_in_common(
    tmp_path: Path,
) -> None:
    """Pages with other names in common have their own: those of another language, say."""
    for name, text in (("macros", MACROS), ("page", PAGE), ("part", "{{ name }} igen")):
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    templates = Templates(tmp_path)
    swedish, english = (
        Fixed(templates, {"_": {"Hej": word}.get, "name": name})
        for word, name in (("Hej", "Åsa"), ("Hello", "Ann"))
    )
    made = [
        templates.render("page.html", {"page": page, "name": "any", "fixed": fixed})
        for page, fixed in (("1", swedish), ("2", swedish), ("3", english))
    ]
    assert made == ["1: Hej, Åsa! Åsa igen", "2: Hej, Åsa! Åsa igen", "3: Hello, Ann! Ann igen"]
    assert len(swedish.modules) == len(swedish.parts) == 1


def test_a_macro_that_asks_for_what_differs_between_pages_stops_the_page(tmp_path: Path) -> None:
    """It would show one page's to all."""
    (tmp_path / "macros.html").write_text(
        "{% macro title() %}{{ page.title }}{% endmacro %}", encoding="utf-8"
    )
    (tmp_path / "page.html").write_text(
        '{% from "macros.html" import title with context %}{{ title() }}', encoding="utf-8"
    )
    templates = Templates(tmp_path)
    values = {"page": {"title": "Täby"}, "fixed": Fixed(templates, {})}
    with pytest.raises(PageError, match=r"^templates/page.html, /a/: 'page' is undefined$"):
        templates.render("page.html", values, "a/")


@pytest.mark.parametrize("may_write", [True, False])
def test_compiled_templates_are_kept_beside_their_sources_if_python_may_keep_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, may_write: bool
) -> None:
    """What is kept is of one source: a template that has changed is compiled anew."""
    monkeypatch.setattr("sys.dont_write_bytecode", not may_write)
    for text in ("A", "B"):
        (tmp_path / "a.html").write_text(text, encoding="utf-8")
        _environment.cache_clear()  # as the next process
        assert Templates(tmp_path).render("a.html", {}) == text
    assert (tmp_path / "__pycache__").exists() == may_write


def test_templates_in_a_folder_that_is_read_only_are_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the program is installed for all users of a machine."""
    (tmp_path / "a.html").write_text("A", encoding="utf-8")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert Templates(tmp_path).render("a.html", {}) == "A"
    assert [*(tmp_path / "__pycache__").iterdir()] == []
