"""The catalogues: which texts of the program reach translators, and what a merge does to a file."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from centres import i18n
from centres.data import loader
from centres.editors import po_files
from helpers import DIRECTORY, ROOT, TODAY, changed_data

PACKAGE = ROOT / "hooks/centres"
MODULES = sorted(PACKAGE.rglob("*.py"))
# The functions that show a message in the reader's language, now or later.
SHOWING = {"plain", "html", "plural", "wrong", "problem", "tell", "ask", "ask_several"}
# Swedish texts that nobody translates, and why: by module, the beginning of each.
IN_SWEDISH_ONLY = {
    # The schemas and the field guide are written for those who write the data, in Swedish.
    "editors/field_guide.py": ["# Fälten", "Stöd", "Vad de", "Ordl", "Nat", "Webb", "Cent",
                               "Käll", "Skri", "Medd", "Vem som är", "| Fält", " *Egen"],
    "editors/json_schema.py": ["Ska vara", "Får bara", "Gjord av make fields", "Välj ett av: "],
    # What an editor may have typed, and what is proposed as a name.
    "data/field_messages.py": ["okänt"],
    "editors/new_centre.py": ["Stödcentrum i "],
    # A notice that has never been, on the page for maintainers.
    "pages/look.py": ["Centret har", "Du kan"],
    # The page on which a Swedish centre answers.
    "pages/correction.py": ["Rätta uppgifter: "],
    # What a centre may have answered.
    "data/round/spoken.py": ["svenskt teckenspråk", "teckenspråk"],
    "data/round/values.py": ["\\s*[0-9]", " ,.-–år"],
    "data/round/ways.py": [",\\s+(?=(?:be|", "fråga efter "],
    # Letters, and names: of the project, of the directory and its sources.
    "data/geography.py": ["åäö"],
    "editors/po_files.py": ["Stöd nära dig"],
    "site/open_data.py": ["Bygger på", "Stödcentrum för brottsutsatta i Sverige"],
}  # fmt: skip


def unmarked_nodes(path: Path) -> list[ast.AST]:
    """Return what a module consists of, but for docstrings, descriptions of fields, and N_()."""
    return list(_outside_marks(ast.parse(path.read_text(encoding="utf-8"))))


def _outside_marks(parent: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(parent):
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_description = isinstance(node, ast.keyword) and node.arg in ("description", "examples")
        is_marked = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_"
        if not (is_docstring or is_description or is_marked):
            yield node
            yield from _outside_marks(node)


def test_a_message_is_marked_where_it_is_written() -> None:
    """A text that is given to `words.plain` without N_ would be shown, and never translated."""
    unmarked = []
    for path in MODULES:
        calls = (node for node in unmarked_nodes(path) if isinstance(node, ast.Call))
        for call in calls:
            if getattr(call.func, "attr", getattr(call.func, "id", "")) in SHOWING:
                constants = [part for part in call.args if isinstance(part, ast.Constant)]
                texts = [part.value for part in constants if isinstance(part.value, str)]
                unmarked += [f"{path.name}:{call.lineno}: {text}" for text in texts if text]
    assert unmarked == []


def test_no_swedish_text_is_missing_from_the_catalogues() -> None:
    """Whatever å, ä or ö stands in is marked for translators, or named above with the reason."""
    missing, needless = [], []
    for path in MODULES:
        module = path.relative_to(PACKAGE).as_posix()
        known = tuple(IN_SWEDISH_ONLY.get(module, []))
        constants = (node for node in unmarked_nodes(path) if isinstance(node, ast.Constant))
        texts = [node.value for node in constants if isinstance(node.value, str)]
        missing += [
            f"{module}: {text}"
            for text in texts
            if re.search("[åäöÅÄÖ]", text) and not text.startswith(known)
        ]
        needless += [text for text in known if not any(other.startswith(text) for other in texts)]
    assert missing == []
    assert needless == []


def test_a_text_is_found_by_its_mark_and_by_nothing_else(tmp_path: Path) -> None:
    """A function that only happens to be called `html` is not listened to."""
    module = tmp_path / "hooks/centres/editors/greeting.py"
    module.parent.mkdir(parents=True)
    module.write_text('print(html("Nej"), words.plain(N_("Hej, "\n"du!")))\n', encoding="utf-8")
    (entry,) = [entry for entry in po_files.gather(tmp_path, DIRECTORY, "editor") if entry.id]
    assert entry.id == "Hej, du!"
    assert entry.locations == [("hooks/centres/editors/greeting.py", 0)]


@pytest.mark.parametrize(
    ("module", "domain"),
    [
        ("cli.py", "editor"),
        ("editors/commands/new.py", "editor"),
        ("pages/centre.py", "site"),
        ("pages/guide/tables.py", "guide"),
        ("a_new_room/module.py", "editor"),
    ],
)
def test_a_room_says_who_reads_its_texts(tmp_path: Path, module: str, domain: str) -> None:
    """Visitors, municipalities or editors: a new room's are editors' until somebody decides."""
    path = tmp_path / "hooks/centres" / module
    path.parent.mkdir(parents=True)
    path.write_text('N_("Hej!")\n', encoding="utf-8")
    domains = [
        name
        for name in po_files.DOMAINS
        if "Hej!" in po_files.ids(po_files.gather(tmp_path, DIRECTORY, name))
    ]
    assert domains == [domain]


def test_a_folder_of_templates_has_a_catalogue_of_its_own(tmp_path: Path) -> None:
    """What others than its readers need not translate; a text that all have is in theirs alone."""
    texts = {"parts/foot": "Hej!", "guide/foot": "Kommunen", "easy/foot": "Tryck här."}
    for name, text in texts.items():
        path = tmp_path / f"templates/{name}.html"
        path.parent.mkdir(parents=True)
        path.write_text(f'{{{{ _("{text}") }}}}{{{{ _("Hej!") }}}}', encoding="utf-8")
    pages = {
        domain: {*po_files.ids(po_files.gather(tmp_path, DIRECTORY, domain))} & {*texts.values()}
        for domain in po_files.DOMAINS
    }
    assert pages == {
        "site": {"Hej!"},
        "guide": {"Kommunen"},
        "easy": {"Tryck här."},
        "editor": set(),
    }


def test_a_language_needs_the_words_of_its_variant_and_a_variant_none(tmp_path: Path) -> None:
    """Swedish is the source; Arabic has no guide."""
    data = changed_data(tmp_path)
    with (data / "languages.yaml").open("a", encoding="utf-8") as file:
        for code in ("sv", "en"):
            file.write(
                f"\n- code: {code}-simple\n  name: Easy {code}\n  direction: ltr\n"
                f"  name_in_swedish: lättläst {code}\n  variant_of: {code}\n"
            )
    directory = loader.load(data, TODAY)
    assert {
        language.code: po_files.domains_of_pages(language, directory)
        for language in directory.languages
    } == {
        "sv": [],
        "en": ["site", "guide", "easy"],
        "ar": ["site"],
        "sv-simple": [],
        "en-simple": [],
    }
    assert po_files.languages(tmp_path, directory, "easy") == ["en"]


def test_both_forms_of_a_plural_in_a_template_reach_the_catalogue(tmp_path: Path) -> None:
    """A language may have more forms than two; the translator sees both Swedish ones."""
    template = tmp_path / "templates/centres.html"
    template.parent.mkdir(parents=True)
    template.write_text('{{ ngettext("%(n)s dag", "%(n)s dagar", n) }}\n', encoding="utf-8")
    entries = po_files.gather(tmp_path, DIRECTORY, "site")
    (entry,) = [entry for entry in entries if entry.pluralizable]
    assert entry.id == ("%(n)s dag", "%(n)s dagar")


def catalogue(*texts: str) -> Catalog:
    made = Catalog(locale="sv")
    for text in texts:
        made.add(text, locations=[("a.html", 0)])
    return made


PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Ring numret nedan om du behöver stöd i natt."
msgstr "Call the number below if you need support tonight."

msgid "Hej!"
msgstr "Hello!"
"""


def test_a_reworded_text_keeps_its_translation_as_a_beginning_and_does_not_publish_it(
    tmp_path: Path,
) -> None:
    """Marked as outdated for the translator; visitors get the Swedish until then."""
    path = tmp_path / "locales/en/site.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    new = "Ring numret nedan om du behöver stöd nu i natt."
    merged = po_files.merged(path, "en", catalogue(new, "Hej!", "Helt ny text om något annat."))
    path.write_text(po_files.as_po(merged), encoding="utf-8")
    with path.open("rb") as file:
        entries = {entry.id: entry for entry in read_po(file) if entry.id}
    assert entries[new].fuzzy
    assert entries[new].string == "Call the number below if you need support tonight."
    assert entries["Hej!"].string == "Hello!"
    assert not entries["Hej!"].fuzzy
    assert entries["Helt ny text om något annat."].string == ""
    assert po_files.translated_and_outdated(tmp_path, "site", "en") == ({"Hej!"}, {new})
    assert i18n.read(tmp_path, "en", "site").plain(new) == new


def test_gathering_words_changes_no_translation_at_all(tmp_path: Path) -> None:
    """Twice in a row is once."""
    path = tmp_path / "site.po"
    path.write_text(PO, encoding="utf-8")
    same = catalogue("Ring numret nedan om du behöver stöd i natt.", "Hej!")
    first = po_files.as_po(po_files.merged(path, "en", same))
    path.write_text(first, encoding="utf-8")
    assert po_files.as_po(po_files.merged(path, "en", same)) == first
    assert '"Call the number below if you need support tonight."' in first
