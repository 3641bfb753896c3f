"""Bad input, all of it: one clear line for each mistake, and never a crash."""

import random
import re
import shutil
import subprocess
import sys
import textwrap
import unicodedata
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bad_input
from centres import cli
from centres.data import loader
from centres.data.directory import Directory
from centres.files.problem import DataProblems
from centres.site import load, open_data
from helpers import ROOT, SETTINGS, TODAY, changed_data, line_of, problems

CASES = bad_input.cases()
# What a mutation puts in: what files have been seen to hold, and what somebody hostile would try.
SPICES = (
    "\t", "\x00", "\u202e", "\ufeff", "\u200b", "\r", "\u2028", "&a ", "*a", "!!python/object:x ",
    "<<: *a\n", "'", '"', "{", "}", "[", "]", ": ", "#", "- ", "---\n", "...\n", "%TAG ! x\n",
    "|\n", ">\n", "? ", "@", "`", "\\", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n",
    "../../etc/passwd", "javascript:alert(1)", "data:text/html,x", "<script>alert(1)</script>",
    "{{ 7 * 7 }}", "{% x %}", "%(name)s", "%s", "а", "é" * 600, "x" * 5_000, "null", "~", "true",
    "0x1F", "1e9", "2026-13-45",
)  # fmt: skip
BORAS = "  name: Stödcentrum i Borås\n"
BOTKYRKA_PHONES = '  phones:\n    - number: "08-530 610 50"\n      kind: not confirmed\n'
BORAS_SOURCE = "  source: bilaga-2\n  checked: 2026-01-14\n\n- id: botkyrka"
# What a field of the data may say instead of a text.
ANSWERS = (" []", " none", " not confirmed", " yes", " no", " all")
# Of each kind of random test, in parts that several processes can share.
MUTATIONS, RENDERED, PARTS = 2_000, 100, 4
# A whole check of the largest file that is read at all, Python and all its modules included.
MOST_MEGABYTES = 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_mistake_gets_exactly_the_lines_that_the_table_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: dict[str, Any]
) -> None:
    """All of them and no others, from the command, which writes nothing.

    In English, for maintainers, as many at the same places, and none of them left in Swedish.
    """
    data = bad_input.folder(tmp_path, case)
    before = {path: path.read_bytes() for path in data.iterdir()}
    printed = {}
    for language in ("sv", "en"):
        options = [f"--data={data}", f"--today={TODAY}", "--format=text", f"--lang={language}"]
        assert cli.main(["check", *options]) == 1
        out, err = capsys.readouterr()
        assert err == ""
        printed[language] = out.splitlines()
    assert printed["sv"] == case["said"]
    assert list(map(place, printed["en"])) == list(map(place, case["said"]))
    assert not set(printed["en"]) & set(case["said"])
    assert {path: path.read_bytes() for path in data.iterdir()} == before


def place(line: str) -> str:
    return line.split(": ")[0]


def test_the_table_has_a_name_for_every_case_and_nearly_always_one_line() -> None:
    """A misspelt field is missing as well, if nobody can guess which it is: two lines."""
    assert len({case["name"] for case in CASES}) == len(CASES) >= 60
    assert [case["name"] for case in CASES if len(case["said"]) != 1] == ["a field in Swedish"]


def test_four_mistakes_in_one_file_are_four_lines(tmp_path: Path) -> None:
    """A key twice, a number without quotes, a misspelt municipality and a missing source."""
    data = changed_data(
        tmp_path,
        (BORAS, BORAS + "  name: Borås stödcentrum\n"),
        (BOTKYRKA_PHONES, "  phones: 08-123\n"),
        ("[Eskilstuna]", "[Eskilstnua]"),
        (BORAS_SOURCE, BORAS_SOURCE.replace("  source: bilaga-2\n", "")),
    )
    twice = line_of(data, "name: Borås stödcentrum")
    boras, phones = line_of(data, "- id: boras"), line_of(data, "phones: 08-123")
    municipality = line_of(data, "Eskilstnua")
    assert problems(data) == [
        f"data/centres.yaml:{boras}:3: boras: source: "
        "fältet saknas. Skriv id för en källa som står i data/sources.yaml.",
        f"data/centres.yaml:{twice}:3: boras: name: står två gånger i samma post, "
        f"första gången på rad {twice - 1}. Ta bort den ena.",
        f"data/centres.yaml:{phones}:11: botkyrka: phones: ska vara en lista men är ”08-123”. "
        "Skriv varje sak på en egen rad som börjar med streck, och nummer inom citattecken, "
        'som: - number: "08-123 45 67".',
        f"data/centres.yaml:{municipality}:20: eskilstuna: municipalities[1]: "
        "”Eskilstnua” är ingen av Sveriges kommuner. Menade du Eskilstuna?",
    ]


def test_a_broken_list_of_sources_does_not_blame_every_centre(tmp_path: Path) -> None:
    """One mistake, not thirty."""
    data = changed_data(tmp_path)
    (data / "sources.yaml").write_text("- id: [\n", encoding="utf-8")
    assert len([line for line in problems(data) if "centres.yaml" in line]) == 0


@pytest.mark.parametrize(
    "name",
    [
        "municipalities.csv",
        "municipal_contacts.csv",
        "places.csv",
        "postcodes.csv",
        "helplines.yaml",
    ],
)
def test_a_missing_file_is_said_by_its_name(tmp_path: Path, name: str) -> None:
    """And blames no other file."""
    data = changed_data(tmp_path)
    (data / name).unlink()
    assert problems(data) == [f"data/{name}:1:1: filen finns inte eller går inte att läsa."]


def test_a_map_that_lacks_a_municipality_is_one_line(tmp_path: Path) -> None:
    """The file is made by a script: it is fetched anew, not mended."""
    data = changed_data(tmp_path)
    path = data / "map.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(one for one in lines if not one.startswith("1490,")), encoding="utf-8")
    assert problems(data) == ["data/map.csv:1:1: kartan saknar 1490. Hämta tillbaka filen."]


def test_the_same_lines_become_annotations_on_the_lines_of_a_pull_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub reads a percent sign and a colon in its own way, and must not be given a command."""
    data = changed_data(
        tmp_path,
        ("[Eskilstuna]", "[Eskilstnua]"),
        ("  anonymity: not confirmed", '  anonymity: "100 %\\n::set-output name=a::b"'),
    )
    options = [f"--data={data}", f"--today={TODAY}", "--format=github"]
    assert cli.main(["check", *options]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "::error file=data/centres.yaml,line=28,col=14::boras: anonymity: "
        "”100 %25[U+000A]::set-output name=a::b” är inget giltigt val. "
        "Välj ett av: yes, no, not confirmed. Är svaret ja med ett villkor skriver du "
        '{value: yes, note: "…"}, med villkoret i note.',
        "::error file=data/centres.yaml,line=70,col=20::eskilstuna: municipalities[1]: "
        "”Eskilstnua” är ingen av Sveriges kommuner. Menade du Eskilstuna?",
    ]


def test_on_github_annotations_are_the_way_things_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No workflow has to ask for it."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    data = changed_data(tmp_path, ("[Eskilstuna]", "[Eskilstnua]"))
    assert cli.main(["check", f"--data={data}", f"--today={TODAY}"]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/centres.yaml,line=70,")


HEAVY = [case for case in CASES if "times" in case]
# The most that is read: a file just below the limit, of what takes longest to be wrong about.
HEAVIEST = {
    "a list of municipalities that do not exist": "- municipalities: [" + "xxx, " * 39_000 + "x]\n",
    "entries without anything that they need": "- {a: b}\n" * 9_900,
    "entries in the wrong order": "".join(f"- {{id: a{10**6 - n}}}\n" for n in range(9_900)),
    "one long list of telephone numbers": "- phones: [" + "0, " * 39_000 + "0]\n",
    "one entry with very many fields": "- {" + ", ".join(f"a{n}: b" for n in range(19_000)) + "}\n",
    "a word of half a million letters": "- name: " + "ab" * 240_000 + "\n",
    "a quotation mark and half a million blanks": '- name: "' + " " * 490_000 + "\n",
    "very many colons": "- name: " + ": " * 240_000 + "\n",
}


@pytest.mark.parametrize(
    "case",
    [*HEAVY, *({"name": name, "text": text} for name, text in HEAVIEST.items())],
    ids=lambda case: case["name"],
)
def test_the_heaviest_files_take_little_memory_and_a_bounded_time(
    tmp_path: Path, case: dict[str, Any]
) -> None:
    """In a process of its own, which the system ends if it computes for too long."""
    data = bad_input.folder(tmp_path, case)
    # VmHWM is the peak of this program alone; ru_maxrss begins with that of whoever started it.
    program = textwrap.dedent("""
        import re, resource, sys
        from pathlib import Path
        from centres import cli
        resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
        status = cli.main(sys.argv[1:])
        peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
        print(status, int(peak[1]) // 1024, file=sys.stderr)
    """)
    done = subprocess.run(
        [sys.executable, "-c", program, "check", f"--data={data}", f"--today={TODAY}"],
        cwd=ROOT / "hooks",
        capture_output=True,
        text=True,
        check=False,
    )
    status, megabytes = map(int, done.stderr.split())
    assert status == 1
    assert megabytes < MOST_MEGABYTES
    lines = done.stdout.splitlines()
    assert 1 <= len(lines) <= 500
    assert all(line.startswith("data/centres.yaml:") and len(line) < 400 for line in lines)


def mutated(text: str, chance: random.Random) -> bytes:
    """`text` with one to four things done to it that a slip, a tool or an attacker might do."""
    for _ in range(chance.randint(1, 4)):
        lines = text.splitlines(keepends=True) or [""]
        place, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
        line, other_line = chance.randrange(len(lines)), chance.randrange(len(lines))
        spice = chance.choice(SPICES)
        texts = [
            text[:place] + spice + text[place:],
            text[: min(place, other)] + text[max(place, other) :],
            text[:place],
            text[:place] + text[place + 1 :],
            "".join(lines[:line] + lines[line + 1 :]),
            "".join([*lines[:line], lines[other_line], *lines[line:]]),
            "".join([*lines[:line], " " * chance.randint(1, 5), *lines[line:]]),
            "".join([*lines[:line], lines[line].replace(":", f": {spice}", 1), *lines[line + 1 :]]),
            text.replace("\n", "\r\n"),
        ]
        text = chance.choice(texts)
    raw = bytearray(text.encode(chance.choice(["utf-8"] * 8 + ["utf-16", "utf-8-sig"])))
    if raw and chance.random() < 0.1:
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Make the example with its prose."""
    data = changed_data(tmp_path)
    shutil.copytree(ROOT / "tests/example_content/sv", tmp_path / "content/sv")
    return data


def told_plainly(lines: list[str]) -> bool:
    return all(line.startswith("data/") and "\n" not in line and len(line) < 700 for line in lines)


def mutations(small: Path, chance: random.Random) -> Iterator[Path]:
    """Yield each file of the data in turn, without end, with a mutation in it for the moment."""
    for path in cycle(sorted(path for path in small.iterdir() if path.suffix in (".yaml", ".csv"))):
        whole = path.read_bytes()
        path.write_bytes(mutated(whole.decode("utf-8"), chance))
        yield path
        path.write_bytes(whole)


def make_into_pages(data: Path, done: list[Directory]) -> None:
    """Make every page in Swedish of the data, and the open data, if the check lets `data` through.

    A directory that is in `done` has been made already; one that is made is added. Raises
    AssertionError if pages cannot be made: what is accepted must not stop a build.
    """
    try:
        content = load.read(data.parent, data, TODAY)
    except DataProblems:
        return
    if content.directory in done:
        return
    done.append(content.directory)
    languages = content.directory.languages[:1]
    site = load.assemble(data.parent, content, SETTINGS, languages, ROOT)
    made = [site.document("sv", page) for page in site.pages("sv")]
    made += open_data.files(site.directory).values()
    assert min(map(len, made)) > 0


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_thousands_of_mutations_are_told_or_read_and_a_hundred_of_those_made_into_pages(
    small: Path, chance: random.Random, part: int
) -> None:
    """None may crash the check, and what the check lets through must not stop a build."""
    tried = told = 0
    done = [loader.load(small, TODAY)]
    for path in mutations(small, chance):
        if tried >= MUTATIONS // PARTS and len(done) > RENDERED // PARTS:
            break
        tried += 1
        lines = problems(small)
        assert told_plainly(lines), (path.read_bytes(), lines)
        told += bool(lines)
        if not lines and len(done) <= RENDERED // PARTS:
            try:
                make_into_pages(small, done)
            except Exception as error:
                raise AssertionError(f"{path.name}: {path.read_text('utf-8')}") from error
    # Most mutations hit a remark or a text and do no harm; a check that found none would be blind.
    assert told > tried / 4


@pytest.mark.long
@pytest.mark.parametrize("name", ["centres", "helplines", "sources"])
def test_a_field_that_says_the_same_in_every_entry_is_told_or_pages_too(
    small: Path, name: str
) -> None:
    """Each field, with each answer that stands somewhere in the file: no centre has a number."""
    path = small / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    done = [loader.load(small, TODAY)]
    for key in dict.fromkeys(re.findall(r"^  (\w+):", text, re.MULTILINE)):
        field = re.compile(rf"^  {key}:(.*)\n(?:    .*\n)*", re.MULTILINE)
        for answer in dict.fromkeys([*ANSWERS, *field.findall(text)]):
            line = f"  {key}:{answer}\n".replace("\\", r"\\")  # as a template of re.sub
            path.write_text(field.sub(line, text), encoding="utf-8")
            try:
                make_into_pages(small, done)
            except Exception as error:
                raise AssertionError(f"{key}:{answer}") from error
    assert len(done) > 5


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.recursive(
            st.text(max_size=40) | st.sampled_from(["yes", "not confirmed", "2026-01-14", "boras"]),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["id", "name", "phones", "ages", "value", "source", "number", "kind"]
                    )
                    | st.text(max_size=8),
                    inner,
                    max_size=6,
                )
            ),
            max_leaves=20,
        ),
        max_size=4,
    )
)
def test_any_list_of_anything_is_read_or_told(small: Path, entries: list[Any]) -> None:
    """Fields that exist with values that do not fit, at any depth."""
    import yaml  # as another program would write it

    (small / "centres.yaml").write_text(
        yaml.safe_dump(entries, allow_unicode=True), encoding="utf-8", errors="replace"
    )
    lines = problems(small)
    assert lines
    assert told_plainly(lines)


def test_data_typed_with_marks_apart_from_their_letters_is_the_same_data(tmp_path: Path) -> None:
    """Every å, ä and ö of every file as two characters, as some programs save them."""
    data = changed_data(tmp_path)
    before = loader.load(data, TODAY)
    for path in data.iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")
    assert loader.load(data, TODAY) == before
