"""Write the bill of materials of a lock: what the site is made with, as CycloneDX 1.6 (JSON).

    .venv/bin/python scripts/sbom.py requirements/site.txt requirements/site.cdx.json

`make lock` calls it. The bill is a function of the lock and of pyproject.toml. It names no day, no
registry, and nothing that happens to be installed, so whoever makes it gets the same bytes.
"""

import sys
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path

from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]


def components(lock: str) -> Iterator[Component]:
    """Yield a component for each requirement of a lock that `uv pip compile` has written."""
    for entry in lock.replace("\\\n", "").splitlines():
        if entry and not entry.lstrip().startswith("#"):
            requirement, *hashes = entry.split(" --hash=")
            yield component(Requirement(requirement), [digest.strip() for digest in hashes])


def component(requirement: Requirement, hashes: list[str]) -> Component:
    """Return a component with the hash of each file that may be installed: one of them is."""
    (pin,) = requirement.specifier
    address = PackageURL("pypi", name=requirement.name, version=pin.version)
    properties = [Property(name="pip:hash", value=digest) for digest in hashes]
    if when := requirement.marker:
        properties.append(Property(name="pip:environment-marker", value=str(when)))
    return Component(
        name=requirement.name,
        version=pin.version,
        purl=address,
        bom_ref=str(address),
        properties=properties,
    )


def bill(lock: str) -> Bom:
    """Return the bill of `lock`, with what pyproject.toml asks for as its direct dependencies."""
    itself = Component(
        type=ComponentType.APPLICATION,
        name=PROJECT["name"],
        version=PROJECT["version"],
        description=PROJECT["description"],
        licenses=[DisjunctiveLicense(id=PROJECT["license"])],
        bom_ref=f"{PROJECT['name']}@{PROJECT['version']}",
    )
    bom = Bom(components=components(lock))
    bom.metadata.component = itself
    direct = {Requirement(requirement).name for requirement in PROJECT["dependencies"]}
    required = [component for component in bom.components if component.name in direct]
    bom.register_dependency(itself, required)
    return bom


def text(bom: Bom) -> str:
    """Return a bill as text, without its time, and numbered by what it says.

    So two bills with one number are one bill.
    """
    bom.metadata.timestamp = None  # type: ignore[assignment]  # None leaves it out
    bom.serial_number = uuid.UUID(int=0)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_OID, JsonV1Dot6(bom).output_as_string())
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    made = text(bill(source.read_text(encoding="utf-8")))
    target.write_text(made, encoding="utf-8")
