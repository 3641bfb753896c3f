"""A `_headers` file as Netlify reads it, which is wider than Cloudflare Pages does."""

import re


class HeadersFile:
    """The rules of such a file: a pattern of addresses, and headers."""

    def __init__(self, text: str) -> None:
        self.rules: list[tuple[re.Pattern[str], dict[str, str]]] = []
        for block in text.strip().split("\n\n"):
            glob, *lines = block.splitlines()
            written = "/".join(self._pattern(part) for part in glob.split("/") if part)
            headers = dict(line.removeprefix("  ").split(": ", 1) for line in lines)
            assert len(headers) == len(lines), block
            self.rules.append((re.compile(f"/{written}/?", re.IGNORECASE), headers))

    @staticmethod
    def _pattern(part: str) -> str:
        if part.startswith(":"):
            return "([^/]+)"
        # The slash before it is optional: /a/* is /a*.
        return "?(.*)" if part == "*" else re.escape(part)

    def sent(self, address: str) -> dict[str, str]:
        """The headers for an address; none may be said twice, or both values would be sent."""
        met = [headers for glob, headers in self.rules if glob.fullmatch(address)]
        said = [pair for headers in met for pair in headers.items()]
        assert len(dict(said)) == len(said), address
        return dict(said)
