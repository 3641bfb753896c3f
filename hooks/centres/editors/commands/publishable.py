"""`centres publishable`: what has to be decided before the site is published."""

import os
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import yaml

from centres.editors.context import CommandContext
from centres.i18n import N_

HELP = N_("visa vad som måste vara bestämt innan webbplatsen publiceras")
# The files whose owners are asked about each change: what is shown at once, and numbers.
_OWNED = ("/data/notices.yaml", "/data/centres.yaml", "/data/helplines.yaml")
_SETTINGS = {
    "publisher": N_(
        "mkdocs.yml: extra.publisher är tomt. Skriv vem som ger ut webbplatsen. Sidorna säger att "
        "det inte är bestämt."
    ),
    "contact": N_(
        "mkdocs.yml: extra.contact är tomt. Skriv en e-postadress som någon läser varje dag. Dit "
        "skriver den som ser ett fel eller inte kan använda sidan."
    ),
}


def run(context: CommandContext) -> int:
    """Print a line for each thing that is missing, with what to do; return 1 if there is any."""
    missing = list(_missing(context))
    for message, values in missing:
        context.tell(message, **values)
    if not missing:
        context.tell(N_("Inget saknas: webbplatsen kan publiceras."))
    return 1 if missing else 0


def _missing(context: CommandContext) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the message about each thing that is missing, and its values."""
    address = urlsplit(os.environ.get("SITE_URL", ""))
    if address.scheme != "https" or not address.path.endswith("/") or _is_made_up(address.netloc):
        message = N_(
            "SITE_URL är inte webbplatsens adress. Skriv den i repositoriets variabel SITE_URL, "
            "med https:// först och / sist."
        )
        yield message, {}
    # Without MkDocs's own tags: only texts are read here.
    text = (context.program / "mkdocs.yml").read_text(encoding="utf-8")
    extra = yaml.load(text, Loader=yaml.BaseLoader)["extra"]  # noqa: S506 (makes texts only)
    for name, message in _SETTINGS.items():
        if not extra.get(name, "").strip():
            yield message, {}
    owners = (context.program / ".github/CODEOWNERS").read_text(encoding="utf-8")
    for file in _OWNED:
        if not _has_owner(owners, file):
            message = N_(
                ".github/CODEOWNERS: %(file)s har ingen ägare. Skriv vem som ska läsa varje "
                "ändring innan den syns, som filens första rader säger."
            )
            yield message, {"file": file}


def _is_made_up(host: str) -> bool:
    """Return whether nothing can be published at `host`: a name for examples (RFC 2606)."""
    return bool(re.fullmatch(r"|.*\.(example|test|invalid)|localhost(:\d+)?|.*example\.\w+", host))


def _has_owner(owners: str, file: str) -> bool:
    """Return whether the last rule of CODEOWNERS that fits `file` names an owner."""
    owner = ""
    for line in owners.splitlines():
        pattern, _, named = line.partition("#")[0].strip().partition(" ")
        if pattern and (
            pattern == "*" or file == pattern or file.startswith(f"{pattern.rstrip('/')}/")
        ):
            owner = named
    return "@" in owner
