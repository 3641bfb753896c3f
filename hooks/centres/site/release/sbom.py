"""A bill of materials: every package that has a part in making the site, as CycloneDX 1.6 (JSON).

It is read from the lock, which names the packages' files by their hashes, and not from what happens
to be installed: the same commit gives the same bill everywhere.
"""

import json
import re
import tomllib
import uuid
from pathlib import Path
from typing import Any

_LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<when>[^\\\n]+?))? *\\?$")
_HASH = re.compile(r"^ +--hash=(?P<hash>sha256:[0-9a-f]{64})")
_REQUIRED = re.compile(r"^[\w.-]+")


def bill(root: Path) -> str:
    """The bill of the repository at `root`, from its pyproject.toml and requirements/site.txt."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    components = _components((root / "requirements/site.txt").read_text(encoding="utf-8"))
    by_name = {one["name"]: one["bom-ref"] for one in components}
    direct = [found[0] for one in project["dependencies"] if (found := _REQUIRED.match(one))]
    itself = {
        "type": "application",
        "bom-ref": f"{project['name']}@{project['version']}",
        "name": project["name"],
        "version": project["version"],
        "description": project["description"],
        "licenses": [{"license": {"id": project["license"]}}],
    }
    said: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": itself},
        "components": components,
        "dependencies": [
            {"ref": itself["bom-ref"], "dependsOn": sorted(by_name[one] for one in direct)}
        ],
    }
    # Its number is that of what it says, so that two bills with one number are one bill.
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(said, sort_keys=True))
    return json.dumps({**said, "serialNumber": f"urn:uuid:{number}"}, indent=1) + "\n"


def _components(lock: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for line in lock.splitlines():
        if package := _LOCKED.match(line):
            found.append(_component(package["name"], package["version"], package["when"]))
        elif digest := _HASH.match(line):
            # Of each file that may be installed; one of them is, which depends on the machine.
            found[-1]["properties"].append({"name": "pip:hash", "value": digest["hash"]})
    return found


def _component(name: str, version: str, when: str | None) -> dict[str, Any]:
    address = f"pkg:pypi/{name.lower()}@{version}"
    properties = [{"name": "pip:environment-marker", "value": when}] if when else []
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "properties": properties,
    }
