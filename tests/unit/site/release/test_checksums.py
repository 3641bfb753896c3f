"""The list by which a host tells that it got all of a site, unchanged."""

import subprocess
from pathlib import Path

from centres.site.release import checksums

SIDECARS = {"site.nginx.conf": "location / {}\n", "site.cdx.json": "{}"}


def test_a_host_can_check_every_file_of_a_site_and_those_beside_it(tmp_path: Path) -> None:
    """With sha256sum, once the site has its name."""
    (tmp_path / "built/om").mkdir(parents=True)
    (tmp_path / "built/om/index.html").write_text("Om", encoding="utf-8")
    (tmp_path / "built/index.html").write_text("Start", encoding="utf-8")
    text = checksums.checksums(tmp_path / "built", "site", SIDECARS)
    assert [line.split("  ")[1] for line in text.splitlines()] == [
        "site.cdx.json",
        "site.nginx.conf",
        "site/index.html",
        "site/om/index.html",
    ]
    (tmp_path / "built").rename(tmp_path / "site")
    for name, sidecar in (SIDECARS | {"site.sha256": text}).items():
        (tmp_path / name).write_text(sidecar, encoding="utf-8")
    assert sha256sum(tmp_path) == ""
    (tmp_path / "site/om/index.html").write_text("om", encoding="utf-8")
    assert sha256sum(tmp_path) == "site/om/index.html: FAILED\n"


def sha256sum(folder: Path) -> str:
    """Return what `sha256sum --check` prints of files that differ."""
    command = ["sha256sum", "--check", "--strict", "--quiet", "site.sha256"]
    environment = {"LC_ALL": "C"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout
