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

from centres import (
    catalogues,
    clock,
    differences,
    editing,
    fieldguide,
    history,
    newcentre,
    prose,
    report,
    rules,
    schema,
    site,
    translating,
    words,
)
from centres.asking import Asker, NoAnswer
from centres.directory import Directory
from centres.history import HistoryError
from centres.kinds import Slug
from centres.messages import suggestion
from centres.problems import DataProblems, Problem, visible
from centres.prose import Prose
from centres.render import Renderer, RenderError
from centres.site import Site
from centres.words import N_, CatalogueError, Words

ROOT = Path(__file__).resolve().parents[2]
# Where the way out leads is not compared: it is the same on both sides.
_ANY_EXIT = "https://example.org/"


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
        return site.read(self.root, self.data, self.today)

    def print_problems(self, problems: list[Problem]) -> None:
        """A line each; in a workflow on GitHub as annotations on the lines of a pull request."""
        github = self.typed.format == "github"
        for one in sorted(problems):
            print(one.annotated(self.words) if github else one.said(self.words))


def main(arguments: list[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process if None); returns the exit status."""
    spoken = words.read(ROOT, _language(arguments), "editor")
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
    except RenderError as error:
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
    late = translating.behind(setting.root, directory, pages)
    setting.print_problems([*directory.warnings, *translating.warnings(late)])
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
            history.snapshot(setting.root, setting.typed.revision, old)
        except HistoryError as error:
            print(setting.words.plain("Versionen finns inte i historiken: %(why)s", why=error))
            return 2
        try:
            before = _site(old, setting.today, code)
        except DataProblems:
            # What mends a broken file, or tightens a rule, must not be stopped by what was there.
            print(setting.words.plain("Den äldre versionen följer inte dagens regler."))
            return 0
        found = differences.compare(before, _site(setting.root, setting.today, code), code)
    quoted = differences.literal if setting.typed.format == "github" else str
    print("\n".join(map(visible, differences.said(found, setting.words, quoted))))
    return 1 if found.gone else 0


def new(setting: Setting) -> int:
    """Write a new centre's entry, with what is not known spelt out."""
    directory, _ = setting.read()
    ask = Asker(setting.words)
    centre = newcentre.centre(setting.typed, directory, ask)
    source = newcentre.source(centre.source, setting.typed, directory, ask)
    line = editing.add_centre(setting.data, centre, source, setting.today)
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
        near = suggestion(typed.id, known)
        values = {"name": typed.id, "near": near}
        print(setting.words.plain(rules.NO_CENTRE[not near], **values))
        return 2
    name = newcentre.answers(newcentre.CENTRE[-1:], typed, ask)["source"]
    source = newcentre.source(name, typed, directory, ask)
    kept = editing.confirm(setting.data, directory, typed.id, name, source, setting.today)
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
    late = translating.behind(setting.root, directory, pages)
    questions = words.read(ROOT, setting.words.code, "site")
    print(report.markdown(directory, late, setting.words, questions), end="")
    return 0


def translations(setting: Setting) -> int:
    """Bring the catalogues up to date, and say which pages are behind."""
    directory, pages = setting.read()
    print("\n".join(catalogues.update(setting.root, directory)))
    setting.print_problems(
        list(translating.warnings(translating.behind(setting.root, directory, pages)))
    )
    return 0


def translated(setting: Setting) -> int:
    """Record that translated pages now say what their Swedish pages say.

    Nothing is written if one of the files named is no page with a Swedish page behind it. The
    Swedish page itself is passed over: `content/*/om/index.md` names it among the others.
    """
    _, pages = setting.read()
    swedish = {page.path: page for page in pages if page.language == words.SOURCE}
    known = {page.name: page for page in pages if page.path in swedish}
    names = list(dict.fromkeys(setting.typed.page))
    unknown = [name for name in names if name not in known]
    for name in unknown:
        print(setting.words.plain("%(name)s är ingen översatt sida.", name=name))
    if unknown:
        print(setting.words.plain("Inget skrevs."))
        return 2
    for name in names:
        if known[name].language == words.SOURCE:
            print(setting.words.plain("%(name)s är källan och ändras inte.", name=name))
            continue
        path, fingerprint = setting.root / name, swedish[known[name].path].fingerprint
        stamped = prose.stamped(path.read_bytes().decode("utf-8"), fingerprint)
        path.write_bytes(stamped.encode("utf-8"))
        print(setting.words.plain("%(name)s räknas som översatt.", name=name))
    return 0 if any(known[name].language != words.SOURCE for name in names) else 2


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
    made = {f"data/schema/{name}.json": schema.text(name, names) for name in schema.RECORDS}
    return {**made, "docs/falt.md": fieldguide.text()}


def _site(root: Path, today: date, code: str) -> Site:
    """The site in one language and its variants."""
    found = site.load(root, today, _renderer())
    found.only = frozenset(one.code for one in found.directory.languages if one.spoken == code)
    return found


def _unfilled(setting: Setting, directory: Directory, pages: list[Prose]) -> list[Problem]:
    """Prose that asks for a figure that does not exist, or has a brace too few."""
    whole = Site(setting.root, directory, _renderer(), texts=prose.by_address(pages))
    problems = []
    for page in pages:
        if page.language not in whole.speakers:
            continue
        try:
            whole.fill(page.language, page.path, page.body)
        except RenderError as error:
            message = N_("det som står mellan {{ och }} går inte att fylla i: %(why)s")
            problems.append(Problem.of_file(page.name, message, why=error))
    return problems


def _renderer() -> Renderer:
    return Renderer(ROOT / "templates", ROOT / "theme", "/", _ANY_EXIT)


def _say_source(setting: Setting, source: editing.NewSource | None) -> None:
    if source:
        message = N_("Lade till källan %(id)s i data/sources.yaml.")
        print(setting.words.plain(message, id=source.id))


def _language(arguments: list[str] | None) -> str:
    """The language of messages, wanted before anything can be said about the rest."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--lang", default=os.environ.get("CENTRES_LANG", words.SOURCE))
    found: str = parser.parse_known_args(arguments)[0].lang
    return found


def _parser(spoken: Words) -> argparse.ArgumentParser:
    say = spoken.plain
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=_folder, default=ROOT / "data", help=say("datamappen"))
    common.add_argument(
        "--lang",
        choices=[words.SOURCE, *catalogues.EDITOR_LANGUAGES],
        default=words.SOURCE,
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
    newcentre.add_options(added, (*newcentre.CENTRE, *newcentre.SOURCE), spoken)
    confirmed = command("checked", checked, say("skriv att ett centrum har bekräftats i dag"))
    confirmed.add_argument("id", nargs="?", help=say("centrets id, som boras"))
    newcentre.add_options(confirmed, (*newcentre.CENTRE[-1:], *newcentre.SOURCE), spoken)
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
