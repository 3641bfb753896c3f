"""The host that the bench serves sites with: what is sent, and that every byte of it is counted."""

import gzip
import http.client
from pathlib import Path
from urllib.parse import urlsplit

from bench.serving import headers, served

SAID = """/*
  Referrer-Policy: no-referrer

/kommun/:page/*
  Content-Language: sv

/assets/*.js
  Cache-Control: immutable
"""


def test_a_file_gets_the_headers_of_every_block_that_its_path_fits(tmp_path: Path) -> None:
    """A star is anything, a name with a colon is one folder."""
    (tmp_path / "_headers").write_text(SAID, encoding="utf-8")
    everywhere = ("Referrer-Policy", "no-referrer")
    assert headers(tmp_path, "/kommun/") == [everywhere]
    assert headers(tmp_path, "/kommun/taby/") == [everywhere, ("Content-Language", "sv")]
    assert headers(tmp_path, "/assets/a/b.js") == [everywhere, ("Cache-Control", "immutable")]
    assert headers(tmp_path, "/assets/b.css") == [everywhere]


def test_text_is_compressed_and_all_that_comes_is_counted_by_path(tmp_path: Path) -> None:
    """Heads too: what a browser reads of the answer is what was counted for it."""
    text = "Stöd nära dig. " * 100
    (tmp_path / "_headers").write_text(SAID, encoding="utf-8")
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    with served(tmp_path) as site:
        connection = http.client.HTTPConnection(urlsplit(site.address).netloc)
        connection.request("GET", "/")
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
    assert gzip.decompress(body).decode() == text
    assert answer.getheader("Referrer-Policy") == "no-referrer"
    head = sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders())
    assert site.size() == len("HTTP/1.1 200 OK\r\n") + head + len("\r\n") + len(body)
    assert site.size(lambda path: path != "/") == 0
