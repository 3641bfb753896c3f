"""The `centres` command, for editors and maintainers.

Exit status: 0 clean, 1 problems in the data, 2 wrong usage.
"""

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from centres import clock, i18n
from centres.content import prose
from centres.content.prose import Prose
from centres.data import record_rules
from centres.data.directory import Directory
from centres.data.field_messages import suggestion
from centres.data.field_types import Slug
from centres.data.model import RECORDS
from centres.editors import (
    field_guide,
    git_snapshot,
    json_schema,
    new_centre,
    page_diff,
    po_files,
    report,
    translation_status,
    write_entry,
)
from centres.editors.prompt import Asker, NoAnswer
from centres.errors import CatalogueError, HistoryError, PageError
from centres.files.problem import DataProblems, Problem, visible
from centres.i18n import N_, Words
from centres.pages.document.settings import Settings
from centres.site import load
from centres.site.site import Site

ROOT = Path(__file__).resolve().parents[2]
# Where the site is and where its way out leads is not compared: it is the same on both sides.
_SETTINGS = Settings(site_url="/", exit_url="https://example.org/")


@dataclass(frozen=True)
class Setting:
    """What every command is given: a data folder, a day, a language, and what else was typed."""

    data: Path
    today: date
    words: Words
    typed: argparse.Namespace

    @property
    def root(self) -> Path:
        """The folder around the data: where content/ and locales/ are, if they are."""
        return self.data.parent

    def read(self) -> tuple[Directory, list[Prose]]:
        """Data and prose. Raises DataProblems."""
        return load.read(self.root, self.data, self.today)

    def print_problems(self, problems: list[Problem]) -> None:
        """A line each; in a workflow on GitHub as annotations on the lines of a pull request."""
        github = self.typed.format == "github"
        for one in sorted(problems):
            print(one.as_annotation(self.words) if github else one.as_line(self.words))


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None); returns the exit status."""
    spoken = i18n.read(ROOT, _language(arguments), "editor")
    typed = _parser(spoken).parse_args(arguments)
    setting = Setting(typed.data.resolve(), typed.today, spoken, typed)
    run: Callable[[Setting], int] = typed.run
    try:
        return run(setting)
    except DataProblems as error:
        if run in (new, checked):
            print(spoken.plain("Inget skrevs, eftersom filen då skulle ha fel:"))
        setting.print_problems(error.problems)
        return 1
    except (NoAnswer, KeyboardInterrupt) as error:
        question = str(error) or "Ctrl-C"
        print(spoken.plain("Inget skrevs. Svar saknas: %(question)s", question=question))
        return 2
    except PageError as error:
        print(spoken.plain("En sida går inte att göra: %(why)s", why=error))
        return 1
    except CatalogueError as error:
        print(spoken.plain("Det går inte att läsa eller skriva %(file)s.", file=error))
        return 1
    except OSError as error:
        print(spoken.plain("Det går inte att läsa eller skriva %(file)s.", file=error.filename))
        return 1


def check(setting: Setting) -> int:
    """Say every problem; then what is old, and what translators have left."""
    directory, pages = setting.read()
    unfilled = _unfilled(setting, directory, pages)
    if unfilled:
        raise DataProblems(unfilled)
    late = translation_status.behind(setting.root, directory, pages)
    setting.print_problems([*directory.warnings, *translation_status.warnings(late)])
    print(
        setting.words.plain(
            "Inga fel. %(centres)s centrum, %(served)s kommuner.", **directory.figures
        )
    )
    return 0


def diff(setting: Setting) -> int:
    """Say what visitors will see changed since a revision."""
    code = setting.words.code
    setting.read()
    with TemporaryDirectory() as folder:
        old = Path(folder)
        try:
            git_snapshot.snapshot(setting.root, setting.typed.revision, old)
        except HistoryError as error:
            print(setting.words.plain("Versionen finns inte i historiken: %(why)s", why=error))
            return 2
        try:
            before = _site(old, setting.today, code)
        except DataProblems:
            # What mends a broken file, or tightens a rule, must not be stopped by what was there.
            print(setting.words.plain("Den äldre versionen följer inte dagens regler."))
            return 0
        found = page_diff.compare(before, _site(setting.root, setting.today, code), code)
    quoted = page_diff.literal if setting.typed.format == "github" else str
    print("\n".join(map(visible, page_diff.said(found, setting.words, quoted))))
    return 1 if found.gone else 0


def new(setting: Setting) -> int:
    """Write a new centre's entry, with what is not known spelt out."""
    directory, _ = setting.read()
    ask = Asker(setting.words)
    centre = new_centre.centre(setting.typed, directory, ask)
    source = new_centre.source(centre.source, setting.typed, directory, ask)
    line = write_entry.add_centre(setting.data, centre, source, setting.today)
    print(
        setting.words.plain(
            "Skrev posten %(id)s i data/centres.yaml, från rad %(line)s.", id=centre.id, line=line
        )
    )
    _say_source(setting, source)
    print(setting.words.plain("Se vad besökarna får se: make diff"))
    return 0


def checked(setting: Setting) -> int:
    """Record that somebody has confirmed an entry."""
    directory, _ = setting.read()
    typed = setting.typed
    known = [centre.id for centre in directory.centres]
    ask = Asker(setting.words)
    typed.id = typed.id or ask.one(N_("Vilket centrum? Skriv dess id, som boras."), Slug)
    if typed.id not in known:
        message, values = record_rules.NO_CENTRE.message(typed.id, suggestion(typed.id, known))
        print(setting.words.plain(message, **values))
        return 2
    name = new_centre.answers(new_centre.CENTRE[-1:], typed, ask)["source"]
    source = new_centre.source(name, typed, directory, ask)
    kept = write_entry.confirm(setting.data, directory, typed.id, name, source, setting.today)
    print(
        setting.words.plain(
            "%(id)s: bekräftat %(day)s, enligt %(source)s.",
            id=typed.id,
            day=setting.today,
            source=name,
        )
    )
    _say_source(setting, source)
    if kept:
        message = N_("Har en egen källa och ändrades inte: %(fields)s.")
        print(setting.words.plain(message, fields=", ".join(kept)))
    return 0


def tell(setting: Setting) -> int:
    """Print the report as Markdown."""
    directory, pages = setting.read()
    late = translation_status.behind(setting.root, directory, pages)
    questions = i18n.read(ROOT, setting.words.code, "site")
    print(report.markdown(directory, late, setting.words, questions), end="")
    return 0


def translations(setting: Setting) -> int:
    """Bring the catalogues up to date, and say which pages are behind."""
    directory, pages = setting.read()
    print("\n".join(po_files.update(setting.root, directory)))
    setting.print_problems(
        list(translation_status.warnings(translation_status.behind(setting.root, directory, pages)))
    )
    return 0


def translated(setting: Setting) -> int:
    """Record that translated pages now say what their Swedish pages say.

    Nothing is written if one of the files named is no page with a Swedish page behind it. The
    Swedish page itself is passed over: `content/*/om/index.md` names it among the others.
    """
    _, pages = setting.read()
    swedish = {page.path: page for page in pages if page.language == i18n.SOURCE_LANGUAGE}
    known = {page.name: page for page in pages if page.path in swedish}
    names = list(dict.fromkeys(setting.typed.page))
    unknown = [name for name in names if name not in known]
    for name in unknown:
        print(setting.words.plain("%(name)s är ingen översatt sida.", name=name))
    if unknown:
        print(setting.words.plain("Inget skrevs."))
        return 2
    for name in names:
        if known[name].language == i18n.SOURCE_LANGUAGE:
            print(setting.words.plain("%(name)s är källan och ändras inte.", name=name))
            continue
        path, fingerprint = setting.root / name, swedish[known[name].path].fingerprint
        stamped = prose.stamped(path.read_bytes().decode("utf-8"), fingerprint)
        path.write_bytes(stamped.encode("utf-8"))
        print(setting.words.plain("%(name)s räknas som översatt.", name=name))
    return 0 if any(known[name].language != i18n.SOURCE_LANGUAGE for name in names) else 2


def fields(setting: Setting) -> int:
    """Write the schemas and the field guide anew."""
    directory, _ = setting.read()
    for name, text in generated(directory).items():
        path = setting.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(name)
    return 0


def generated(directory: Directory) -> dict[str, str]:
    """The files that are made from `model`, by name, for a test to compare."""
    names = [municipality.name for municipality in directory.municipalities]
    made = {f"data/schema/{name}.json": json_schema.text(name, names) for name in RECORDS}
    return {**made, "docs/falt.md": field_guide.text()}


def _site(root: Path, today: date, code: str) -> Site:
    """Return the site of `root` in one language and its variants, in today's design."""
    content = load.read(root, root / "data", today)
    languages = [language for language in content.directory.languages if language.base_code == code]
    return load.assemble(root, content, _SETTINGS, languages, ROOT)


def _unfilled(setting: Setting, directory: Directory, pages: list[Prose]) -> list[Problem]:
    """Prose that asks for a figure that does not exist, or has a brace too few."""
    content = load.Content(directory, pages)
    site = load.assemble(setting.root, content, _SETTINGS, directory.languages, ROOT)
    problems = []
    for page in pages:
        edition = site.editions.get(page.language)
        if edition is None:
            continue
        try:
            site.prose_pages.fill(edition, page.path, page.body)
        except PageError as error:
            message = N_("det som står mellan {{ och }} går inte att fylla i: %(why)s")
            problems.append(Problem.of_file(page.name, message, why=error))
    return problems


def _say_source(setting: Setting, source: write_entry.NewSource | None) -> None:
    if source:
        message = N_("Lade till källan %(id)s i data/sources.yaml.")
        print(setting.words.plain(message, id=source.id))


def _language(arguments: list[str] | None) -> str:
    """The language of messages, wanted before anything can be said about the rest."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--lang", default=os.environ.get("CENTRES_LANG", i18n.SOURCE_LANGUAGE))
    found: str = parser.parse_known_args(arguments)[0].lang
    return found


def _parser(spoken: Words) -> argparse.ArgumentParser:
    say = spoken.plain
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=_folder, default=ROOT / "data", help=say("datamappen"))
    common.add_argument(
        "--lang",
        choices=[i18n.SOURCE_LANGUAGE, *po_files.EDITOR_LANGUAGES],
        default=i18n.SOURCE_LANGUAGE,
        help=say("meddelandenas språk"),
    )
    common.add_argument(
        "--today",
        type=date.fromisoformat,
        default=clock.today(),
        help=say("vilken dag det är, som 2026-11-24"),
    )
    common.add_argument(
        "--format",
        choices=["text", "github"],
        default="github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text",
        help=say("github: som anmärkningar på raderna i en pull request"),
    )
    parser = argparse.ArgumentParser(
        prog="centres", description=say("Kontrollera och ändra uppgifterna om stödcentrumen.")
    )
    commands = parser.add_subparsers(required=True, metavar=say("kommando"))

    def command(name: str, run: Callable[[Setting], int], help: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, parents=[common], help=help, description=help)
        made.set_defaults(run=run)
        return made

    command("check", check, say("kontrollera alla uppgifter"))
    command("diff", diff, say("visa vad besökarna får se ändrat")).add_argument(
        "revision", nargs="?", default="HEAD", help=say("jämför med den här versionen (git)")
    )
    added = command("new", new, say("lägg till ett centrum"))
    new_centre.add_options(added, (*new_centre.CENTRE, *new_centre.SOURCE), spoken)
    confirmed = command("checked", checked, say("skriv att ett centrum har bekräftats i dag"))
    confirmed.add_argument("id", nargs="?", help=say("centrets id, som boras"))
    new_centre.add_options(confirmed, (*new_centre.CENTRE[-1:], *new_centre.SOURCE), spoken)
    command("report", tell, say("visa vad som är gammalt, obekräftat eller saknas"))
    command("translations", translations, say("lägg till nya texter i locales/"))
    command(
        "translated", translated, say("skriv att sidor nu säger detsamma som de svenska")
    ).add_argument("page", nargs="+", help=say("sidans fil, som content/en/om/index.md"))
    command("fields", fields, say("gör om scheman och fältguiden ur modellen"))
    return parser


def _folder(written: str) -> Path:
    path = Path(written)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{written} is not a folder")
    return path
