"""`centres answer`: answers as centres write them, and exactly what each became.

Each file of tests/answers is an answer to what the example says of Borås; beside it, what is
printed and which lines of data/centres.yaml change. `UPDATE=1` writes those anew, to be read.
"""

import difflib
import errno
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from centres import cli
from centres.data import loader
from centres.data.round import mail
from centres.data.round.lines import lines
from centres.data.round.reading import read_answer
from centres.files import yaml_edit
from helpers import ROOT, TODAY, changed_data, problems

ANSWERS = sorted((ROOT / "tests/answers").glob("*.txt"))
VERIFIED = ("13-new-number-verified",)
PRIVATE = ("Anna", "Exempelsson", "070-174", "0701740605", "katalogen@exempel.se")


def run(data: Path, file: Path, *typed: str) -> int:
    options = [f"--data={data}", f"--today={TODAY}", "--source=centret", "--format=text"]
    return cli.main(["answer", str(file), "--checked=2026-11-20", *options, *typed])


def became(data: Path, file: Path, printed: str) -> str:
    before = yaml_edit.read(ROOT / "tests/example/centres.yaml").splitlines()
    after = yaml_edit.read(data / "centres.yaml").splitlines()
    changes = [
        line
        for line in difflib.unified_diff(before, after, n=0, lineterm="")
        if not line.startswith(("---", "+++", "@@"))
    ]
    return "\n".join([printed.rstrip(), "", *changes, ""])


@pytest.mark.parametrize("file", ANSWERS, ids=lambda file: file.stem)
def test_an_answer_becomes_exactly_this(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = changed_data(tmp_path)
    typed = ["--verified=callback"] if file.stem in VERIFIED else []
    assert run(data, file, *typed) == 0
    told = became(data, file, capsys.readouterr().out)
    expected = file.with_suffix(".became")
    if os.environ.get("UPDATE"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert problems(data) == []
    assert [word for word in PRIVATE if word in told] == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Id: boras\nAnonym: ja\n" * 500_000, "filen \u00e4r st\u00f6rre \u00e4n 200 kB"),
        (b"PK\x03\x04\x14\x00" + b"x" * 1000, "filen \u00e4r ingen text"),
        (b"Id: boras\n\x00\x00\x00", "filen \u00e4r ingen text"),
        (b"<html><body><p>Id: boras</p><script>x</script>", "filen \u00e4r ett mejl eller en sida"),
    ],
    ids=["17-ten-megabytes", "18-zip", "19-nul", "20-html"],
)
def test_what_is_no_text_gets_one_line_quickly(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = changed_data(tmp_path)
    file = tmp_path / "svar.txt"
    file.write_bytes(content)
    begun = time.monotonic()
    assert run(data, file) == 2
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"svar.txt: {said}")
    assert time.monotonic() - begun < 20
    assert yaml_edit.read(data / "centres.yaml") == yaml_edit.read(
        ROOT / "tests/example/centres.yaml"
    )


def test_confirming_one_fact_does_not_date_the_others(tmp_path: Path) -> None:
    data = changed_data(tmp_path)
    file = tmp_path / "svar.txt"
    file.write_text("Id: boras\nStödsamtal: ja\n", encoding="utf-8")
    assert run(data, file) == 0
    (boras,) = (one for one in loader.load(data, TODAY).centres if one.id == "boras")
    assert (boras.services.support_talks.source, boras.receives.victims.source) == ("centret", None)
    assert (boras.source, str(boras.checked)) == ("bilaga-2", "2026-01-14")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Anonym: ja\n",
            "Vilket centrum gäller svaret? Filen har ingen rad med Id. Skriv --id taby.",
        ),
        ("Id: ../x\n", "Svaret gäller inget centrum i data/centres.yaml. Skriv --id och dess id."),
    ],
)
def test_an_answer_about_nobody_is_refused(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "svar.txt"
    file.write_text(text, encoding="utf-8")
    assert run(changed_data(tmp_path), file) == 2
    assert capsys.readouterr().out == f"{said}\n"


@pytest.mark.parametrize("broken", [errno.ENOSPC, errno.EIO])
def test_a_full_disk_loses_nothing(
    broken: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays whole, and nothing half written is left."""
    data = changed_data(tmp_path)
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    whole = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.parent == data:
            whole(path, content[: len(content) // 2])
            raise OSError(broken, "full", str(path))
        return whole(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert run(data, ANSWERS[0]) == 1
    assert {path.name: path.read_bytes() for path in data.iterdir()} == before


def test_a_kill_leaves_the_old_file_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash before the replacement loses nothing; the same command again then writes all."""
    data = changed_data(tmp_path)
    before = yaml_edit.read(data / "centres.yaml")

    class Killed(BaseException):
        pass

    def killed(path: Path, target: Path) -> Path:
        raise Killed if target.parent == data else AssertionError(path)

    whole = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda path, to: killed(path, to) if to.parent == data else whole(path, to)
    )
    with pytest.raises(Killed):
        run(data, ANSWERS[0])
    assert yaml_edit.read(data / "centres.yaml") == before
    monkeypatch.undo()
    assert run(data, ANSWERS[0]) == 0
    assert problems(data) == []


_BORAS = next(c for c in loader.load(ROOT / "tests/example", TODAY).centres if c.id == "boras")
SHOWN = lines(_BORAS)
_TEXTS = [path.read_text(encoding="utf-8") for path in ANSWERS]
_PIECES = st.sampled_from(
    ["ja", "nej", ":", "(", ")", "[", "]", ">", "Från:", "\u202e", "\x00", "9-", "033-", "@", "\n"]
)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(_TEXTS), st.integers(0, 2000), st.integers(0, 40), _PIECES)
def test_a_mutated_answer_is_read_without_a_traceback(
    text: str, at: int, cut: int, piece: str
) -> None:
    mutated = text[:at] + piece + text[at + cut :]
    written = list(mail.lines_of(mutated))
    reading = read_answer(written, SHOWN, "")
    assert all(
        0 < one.number <= mutated.count("\n") + mutated.count("\r") + 1 for one in reading.told
    )


SHOWN = lines(
    next(c for c in loader.load(ROOT / "tests/example", TODAY).centres if c.id == "boras")
)
