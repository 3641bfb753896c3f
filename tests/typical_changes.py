"""Changes that an editor may make to the real data, all of them right, to try tests with.

    python tests/typical_changes.py FOLDER

copies the repository to FOLDER, makes all of them there and commits: no test may turn red. Records
are chosen by what they hold today, never by name, since an editor may change any of them.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from centres.data import loader
from centres.data.directory import BASE_SOURCE, Directory
from centres.data.geography import alphabetical
from centres.data.model import Centre
from helpers import ROOT, newest_day

SOURCED = "source: centret, checked: {day}"
# The page that a number was read on.
SOURCE = """
- id: zz-vaxelns-sida
  title: Kontakta oss
  publisher: Kommunen
  url: https://www.kommunen.example/kontakt
  date: {day}
  retrieved: {day}
  read_as: page
"""
# A page that says what has happened somewhere, for as long as it matters.
CRISIS = """---
title: Stöd just nu
reviewed: {day}
group: first
order: 0
search: [stöd just nu]
---
# Stöd efter det som har hänt

Vill du prata med någon? Ring eller skriv, du behöver inte veta vad du ska säga.

[Alla kommuner](../../kommuner/)
"""


def _parted(pattern: str, text: str) -> tuple[str, str, str]:
    """Return what stands before a pattern's first match in a text, the match, and the rest."""
    found = re.search(pattern, text, re.MULTILINE)
    if not found:
        return text, "", ""
    return text[: found.start()], found[0], text[found.end() :]


class Editor:
    """Changes the files of the repository at `root`, as of `day`, as an editor would."""

    def __init__(self, root: Path, directory: Directory, day: date) -> None:
        self.root, self.directory, self.day = root, directory, day
        self.sourced = SOURCED.format(day=day)
        prose = "".join(path.read_text("utf-8") for path in (root / "content").rglob("*.md"))
        # A page that names a centre in its text has to be changed with it: `check` says so.
        by_report = [
            one
            for one in directory.centres
            if one.source == BASE_SOURCE and f'centre("{one.id}")' not in prose
        ]
        self._alone: Iterator[Centre] = iter(
            [one for one in by_report if len(one.municipalities) == 1 and one.phones]
        )
        served = directory.centre_of
        self._none = iter([one for one in directory.municipalities if one.code not in served])

    def centre(self) -> Centre:
        """Return a centre of one municipality that no other change is about."""
        return next(self._alone)

    def shared(self) -> Centre:
        """Return the centre of most municipalities."""
        return max(self.directory.centres, key=lambda centre: len(centre.municipalities))

    def unserved(self) -> str:
        """Return a municipality without a centre that no other change is about."""
        return next(self._none).name

    def change(self, name: str, pattern: str, new: str) -> None:
        """Replace the first match of a pattern in a file, which must be there."""
        path = self.root / name
        text, count = re.subn(
            pattern, lambda _: new, path.read_text("utf-8"), count=1, flags=re.MULTILINE
        )
        assert count, f"{pattern!r} is not in {name}"
        path.write_text(text, encoding="utf-8")

    def entry(self, name: str, identity: str) -> str:
        """Return the text of a record."""
        text = (self.root / name).read_text(encoding="utf-8")
        found = re.search(rf"^- id: {identity}\n(?:.+\n)+", text, re.MULTILINE)
        assert found, f"{identity} is not in {name}"
        return found[0]

    def write(self, centre: str, *fields: str, file: str = "data/centres.yaml") -> None:
        """Replace fields of a record by what is given, each with its name first; or add them."""
        old = new = self.entry(file, centre)
        for written in fields:
            name = written.partition(":")[0]
            pattern = rf"^  {name}:.*\n(?:   .*\n)*"
            line = f"  {written}\n"
            before, found, after = _parted(pattern, new)
            if not found:
                before, _, after = _parted(r"^(?=  source:)", new)
            new = f"{before}{line}{after}"
        self.change(file, re.escape(old), new)

    def add(self, text: str) -> None:
        """Put the entry of a new centre where its id belongs."""
        path = self.root / "data/centres.yaml"
        head, *entries = re.split(r"\n(?=- id: )", path.read_text(encoding="utf-8"))
        entries = [one.strip("\n") for one in [*entries, text]]
        entries.sort(key=lambda entry: entry.split("\n")[0])
        path.write_text(head + "\n" + "\n\n".join(entries) + "\n", encoding="utf-8")


def answer_in_full(editor: Editor) -> None:
    """Let a centre answer all that it was asked: each way to reach it, hours, ages, limits."""
    sourced = editor.sourced
    editor.write(
        editor.centre().id,
        f"""phones:
    - {{number: "08-123 456 99", kind: direct, hours: "mån–tor 9–12, 13–16", {sourced}}}
    - {{number: "08-123 456 97", kind: direct, for_whom: Du som är under 18 år, {sourced}}}""",
        f"""channels:
    - {{kind: sms, number: "073-123 45 67", hours: not confirmed, {sourced}}}
    - {{kind: chat, url: https://stodcentrum.example/chatt, hours: tis 13–16, {sourced}}}
    - {{kind: social, platform: Snapchat, account: stodcentrum, {sourced}}}""",
        f"visiting_address: {{value: Storgatan 1, {sourced}}}",
        f"drop_in: {{value: yes, {sourced}}}",
        f"visiting_hours: {{weekly: ons 13–16, {sourced}}}",
        f"languages: {{value: [sv, en, ar], {sourced}}}",
        f"ages: {{from: 12, up_to: 23, flexible: no, {sourced}}}",
        f"anonymity: {{value: yes, note: Upp till fem samtal, {sourced}}}",
        f"free_of_charge: {{value: yes, {sourced}}}",
        f'opening_hours: {{weekly: "mån–tor 9–12, 13–16", {sourced}}}',
    )


def join(editor: Editor) -> None:
    """Let a municipality join a centre that others have."""
    centre = editor.shared()
    names = ", ".join(sorted([*centre.municipalities, editor.unserved()], key=alphabetical))
    editor.write(
        centre.id,
        f"municipalities: [{names}]",
        "source: kommunens-webbplats",
        f"checked: {editor.day}",
    )


def split(editor: Editor) -> None:
    """Let two municipalities open a centre of their own, of which one had another."""
    centre = editor.shared()
    names = re.search(r"municipalities: \[(.*)\]", editor.entry("data/centres.yaml", centre.id))
    assert names
    leaving, *staying = names[1].split(", ")
    own = f"{leaving}, {editor.unserved()}"
    editor.write(centre.id, f"municipalities: [{', '.join(staying)}]")
    editor.add(new_centre("andra-centrumet", own, editor.day))


def new_centre(identity: str, municipalities: str, day: date) -> str:
    """Return the entry of a centre that nobody has asked much."""
    asked = "victims", "witnesses", "relatives", "offenders"
    services = "support_talks", "practical_help", "court_support", "mediation"
    return "\n".join(
        [
            f"- id: {identity}",
            f"  name: Stödcentrum {identity}",
            "  name_is: official",
            "  run_by: {kind: municipalities together}",
            f"  municipalities: [{municipalities}]",
            f'  phones: [{{number: "08-123 456 {len(identity):02}", kind: direct}}]',
            f"  emails: [{{address: {identity}@stodcentrum.example, kind: centre}}]",
            "  web_page: none",
            "  ages: young",
            "  receives:",
            *(f"    {name}: {'yes' if name == 'victims' else 'not confirmed'}" for name in asked),
            "  close_relationships: not confirmed",
            "  services:",
            *(f"    {name}: not confirmed" for name in services),
            "  anonymity: not confirmed",
            "  free_of_charge: not confirmed",
            "  opening_hours: not confirmed",
            "  interpreters: not confirmed",
            "  source: centret",
            f"  checked: {day}",
        ]
    )


def rename(editor: Editor) -> None:
    """Give a centre another name, and another address for mail."""
    editor.write(
        editor.centre().id,
        "name: Ungas brottsofferstöd",
        "name_is: official",
        "source: centret",
        f"checked: {editor.day}",
        f"emails:\n    - {{address: ungasbrottsofferstod@stodcentrum.example, kind: centre, "
        f"{editor.sourced}}}",
    )


def merge(editor: Editor) -> None:
    """Make two centres one: the other's page leads to it."""
    kept, gone = editor.centre(), editor.centre()
    names = sorted([*kept.municipalities, *gone.municipalities], key=alphabetical)
    editor.change("data/centres.yaml", re.escape(editor.entry("data/centres.yaml", gone.id)), "")
    editor.change("data/centres.yaml", r"\n\n\n", "\n\n")
    editor.write(
        kept.id,
        f"municipalities: [{', '.join(names)}]",
        "source: centret",
        f"checked: {editor.day}",
    )
    retire(editor, gone, kept.id)


def close(editor: Editor) -> None:
    """Close a centre that no other takes over."""
    gone = editor.centre()
    editor.change("data/centres.yaml", re.escape(editor.entry("data/centres.yaml", gone.id)), "")
    editor.change("data/centres.yaml", r"\n\n\n", "\n\n")
    retire(editor, gone, "none")


def retire(editor: Editor, centre: Centre, moved_to: str) -> None:
    """Say where the page of a centre that is no more leads."""
    path = editor.root / "data/retired.yaml"
    text = path.read_text(encoding="utf-8")
    comments = "".join(line for line in text.splitlines(True) if line.startswith("#"))
    there = re.findall(r"^- id: .*\n(?:  .*\n)+", text, re.MULTILINE)
    there.append(
        f"- id: {centre.id}\n  name: {centre.name}\n  moved_to: {moved_to}\n"
        f"  municipalities: [{', '.join(centre.municipalities)}]\n  date: {editor.day}\n"
        f"  source: kommunens-webbplats\n  checked: {editor.day}\n"
    )
    path.write_text(comments + "\n" + "\n".join(sorted(there)), encoding="utf-8")


def renovate(editor: Editor) -> None:
    """Give a centre another number for a time, and say so."""
    centre = editor.centre()
    usual = centre.phones[0]
    editor.write(
        centre.id,
        f'phones:\n    - {{number: "08-123 456 98", kind: direct, {editor.sourced}}}\n'
        f'    - {{number: "{usual.number}", kind: not confirmed}}',
        f"opening_hours: {{weekly: vardagar 10–14, {editor.sourced}}}",
        "note: Lokalen är stängd under våren. Ring så möts ni på en annan plats.",
    )


def open_together(editor: Editor) -> None:
    """Let three municipalities that had none open a centre."""
    names = sorted((editor.unserved() for _ in range(3)), key=alphabetical)
    editor.add(new_centre("nya-centrumet", ", ".join(names), editor.day))


def take_all_ages(editor: Editor) -> None:
    """Let a centre for the young take all ages."""
    editor.write(editor.centre().id, f"ages: {{group: all, {editor.sourced}}}")


def correct_lines(editor: Editor) -> None:
    """Correct the number of one national line and the hours of another."""
    file = "data/helplines.yaml"
    editor.change(file, r"weekly: \[Mo-Su 07:00-21:00\]", "weekly: [Mo-Su 08:00-22:00]")
    editor.change(
        file,
        r'number: "020-(?!50 50 50)\d\d \d\d \d\d"',
        f'number: "020-12 34 56"\n      source: kommunens-webbplats\n      checked: {editor.day}',
    )


def add_mailbox(editor: Editor) -> None:
    """Give a centre whose only printed address was a person's a mailbox that several read."""
    centre = next(
        one for one in editor.directory.centres if any(not email.published for email in one.emails)
    )
    host = centre.municipalities[0].lower().replace("å", "a").replace("ä", "a").replace("ö", "o")
    editor.write(
        centre.id,
        f"emails:\n    - {{address: ungabrottsutsatta@{host}.se, kind: centre, {editor.sourced}}}",
    )


def tell_of_a_crisis(editor: Editor) -> None:
    """Write a page of prose that is needed for a time."""
    page = editor.root / "content/sv/rad/stod-just-nu.md"
    page.write_text(CRISIS.format(day=editor.day), encoding="utf-8")


def remove_a_page(editor: Editor) -> None:
    """Let a page that was needed for a time lead to another."""
    page = editor.root / "content/sv/rad/det-som-var.md"
    matter = f"title: Det som var\nreviewed: {editor.day}\nmoved_to: rad/"
    page.write_text(f"---\n{matter}\n---\n# Det som var\n", encoding="utf-8")


def correct_translations(editor: Editor) -> None:
    """Say an English word and an Arabic sentence better."""
    editor.change(
        "locales/en/site.po",
        r'^msgid "Ring utan att visa ditt nummer"\nmsgstr ".*"',
        'msgid "Ring utan att visa ditt nummer"\nmsgstr "Call and keep your number hidden"',
    )
    editor.change("content/ar/rad/van.md", "لا يلزم حل كل شيء", "لا حاجة إلى حل كل شيء")


def correct_a_municipality(editor: Editor) -> None:
    """Write the number of a municipality that had none, by a page that says it."""
    editor.change(
        "data/sources.yaml",
        r"\Z",
        SOURCE.format(day=editor.day),
    )
    editor.change(
        "data/municipal_contacts.csv",
        r",,,$",
        f",08-123 456 00,zz-vaxelns-sida,{editor.day}",
    )


def confirm(editor: Editor) -> None:
    """Record that a centre says that all is right, and one more answer."""
    editor.write(
        editor.centre().id,
        f"interpreters: {{value: yes, {editor.sourced}}}",
        "source: centret",
        f"checked: {editor.day}",
    )


CHANGES = (
    answer_in_full,
    join,
    split,
    rename,
    merge,
    close,
    renovate,
    open_together,
    take_all_ages,
    correct_lines,
    add_mailbox,
    tell_of_a_crisis,
    remove_a_page,
    correct_translations,
    correct_a_municipality,
    confirm,
)


def make(root: Path) -> None:
    """Make all the changes to the repository at `root`."""
    day = newest_day(root / "data")
    editor = Editor(root, loader.load(root / "data", day), day)
    for change in CHANGES:
        change(editor)


def copy(root: Path) -> None:
    """Copy the repository as it is now to `root`, a repository of its own with one commit."""
    listed = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in git(ROOT, *listed).split("\0")[:-1]:
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    modules = ROOT / "tests/npm/node_modules"
    if modules.exists():
        (root / "tests/npm/node_modules").symlink_to(modules)
    git(root, "init", "--quiet")
    commit(root, "Begin")


def commit(root: Path, message: str) -> None:
    """Commit all that has been changed in `root`."""
    git(root, "add", "--all")
    who = ("-c", "user.name=Test", "-c", "user.email=test@stod.example")
    git(root, *who, "commit", "--quiet", "--message", message)


def git(root: Path, *arguments: str) -> str:
    """Run git in `root`; return what it prints."""
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Copy the repository to the folder that the command names, and make the changes there."""
    root = Path(sys.argv[1])
    copy(root)
    make(root)
    commit(root, "Change much")


if __name__ == "__main__":
    main()
