"""Read a `_headers` file as Netlify does, whose patterns match more than Cloudflare Pages'."""

import re


class HeadersFile:
    """The rules of such a file: each a pattern of addresses, and headers."""

    def __init__(self, text: str) -> None:
        self.rules: list[tuple[re.Pattern[str], dict[str, str]]] = []
        for block in text.strip().split("\n\n"):
            glob, *lines = block.splitlines()
            pattern = "/".join(self._pattern(part) for part in glob.split("/") if part)
            headers = dict(line.removeprefix("  ").split(": ", 1) for line in lines)
            assert len(headers) == len(lines), block
            self.rules.append((re.compile(f"/{pattern}/?", re.IGNORECASE), headers))

    @staticmethod
    def _pattern(part: str) -> str:
        if part.startswith(":"):
            return "([^/]+)"
        # The slash before "*" is optional: /a/* matches what /a* does.
        return "?(.*)" if part == "*" else re.escape(part)

    def sent(self, address: str) -> dict[str, str]:
        """Return the headers for an address.

        Fails if two rules set the same header, since both values would be sent.
        """
        matching = [headers for pattern, headers in self.rules if pattern.fullmatch(address)]
        pairs = [pair for headers in matching for pair in headers.items()]
        assert len(dict(pairs)) == len(pairs), address
        return dict(pairs)
