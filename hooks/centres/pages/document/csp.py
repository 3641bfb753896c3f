"""What a browser may do on a page: Content Security Policies.

A page carries its own policy in `<meta>`, as narrow as that page allows; the headers
(`site/host_headers.py`) hold the union of them all, and what `<meta>` cannot say.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

# Pagefind's engine is WebAssembly.
_ENGINE = ("'wasm-unsafe-eval'",)
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


@dataclass(frozen=True)
class Policy:
    """The sources that a page's scripts and styles may come from, beside files of the site."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    # Whether style sheets are files: the guide's are, a visitor's page holds its own.
    linked: bool = False

    def __or__(self, other: "Policy") -> "Policy":
        return Policy(
            self.scripts | other.scripts, self.styles | other.styles, self.linked or other.linked
        )

    def __str__(self) -> str:
        own = {"'self'"} if self.linked else set()
        directives = {
            "default-src": {"'none'"},
            "script-src": {"'self'", *self.scripts},
            "style-src": own | self.styles,
            "img-src": own | {"data:"},
            "connect-src": {"'self'"},
            "worker-src": {"'none'"},
            "base-uri": {"'none'"},
            "form-action": {"'none'"},
        }
        return "; ".join(
            f"{name} {' '.join(sorted(sources))}" for name, sources in directives.items()
        )


def of_visitors_page(styles: Iterable[str], scripts: Iterable[str], engine: bool) -> Policy:
    """Return the policy of a page with these styles and scripts inside; empty ones are none.

    `engine` is whether it runs the full-text engine.
    """
    return Policy(
        frozenset({*map(_hash, filter(None, scripts)), *(_ENGINE if engine else ())}),
        frozenset(map(_hash, filter(None, styles))),
    )


def of_guide(html: str) -> Policy:
    """Return the policy of a page made by another theme: only its own inline scripts may run."""
    return Policy(frozenset(map(_hash, _INLINE.findall(html))), linked=True)


def enforced(html: str, policy: Policy) -> str:
    """Return the page with `policy` in its head, before anything that the policy governs."""
    meta = Markup('<meta http-equiv="Content-Security-Policy" content="{}">').format(
        Markup(policy)  # noqa: S704 (quotes in a policy are single; the attribute's are double)
    )
    return html.replace(_CHARSET, f"{_CHARSET}\n{meta}", 1)


@cache
def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{b64encode(digest).decode()}'"
