"""Run the language server behind VS Code's YAML, and ask it as VS Code does."""

import json
import queue
import subprocess
import time
from pathlib import Path
from threading import Thread
from typing import Any

from helpers import ROOT
from node import NODE

PROGRAM = ROOT / "tests/npm/node_modules/yaml-language-server/bin/yaml-language-server"
# As in .vscode/settings.json: schemas are not fetched from other hosts.
SETTINGS = {"yaml": {"schemaStore": {"enable": False}}}
# Seconds to wait for an answer. It takes less than one, unless the machine is busy.
PATIENCE = 30


class EditorServer:
    """A running server; `with` ends it. Lines and columns are counted from 1, as editors do."""

    def __init__(self) -> None:
        assert PROGRAM.exists(), "The YAML server is missing. Run make test, which gets it."
        command = [str(NODE), str(PROGRAM), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdin
        assert self._process.stdout
        self._stdin, self._stdout = self._process.stdin, self._process.stdout
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        capabilities = {"workspace": {"configuration": True}}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": capabilities})
        self._send(method="initialized", params={})
        # The server asks for its settings. A file opened before is checked with other settings.
        self._wait("workspace/configuration")

    def __enter__(self) -> "EditorServer":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._listener.join()
        self._process.__exit__(None, None, None)

    def open(self, path: Path, text: str) -> list[tuple[int, str]]:
        """Open `text` as the content of `path`; return what is underlined, as (line, message)."""
        file = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": file})
        while (report := self._wait("textDocument/publishDiagnostics"))["uri"] != file["uri"]:
            pass
        return [
            (diagnostic["range"]["start"]["line"] + 1, diagnostic["message"])
            for diagnostic in report["diagnostics"]
        ]

    def hover(self, path: Path, line: int, column: int) -> str:
        """Return the Markdown shown for a position in an open file, "" if there is none."""
        hover = self._ask("textDocument/hover", _position(path, line, column))
        return str(hover["contents"]["value"]) if hover else ""

    def choices(self, path: Path, line: int, column: int) -> dict[str, str]:
        """Return the completions at a position in an open file: label -> text to insert."""
        completions = self._ask("textDocument/completion", _position(path, line, column))
        return {item["label"]: item["insertText"] for item in completions["items"]}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._send(id=method, method=method, params=params)
        return self._wait(method)

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._stdin.flush()

    def _wait(self, wanted: str) -> Any:
        """Wait for the next message of a method, or the response to one; return its content.

        Requests of the server for its settings are answered meanwhile.
        """
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                message = self._messages.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                break
            assert message, f"The YAML server ended before {wanted}."
            method = message.get("method", message.get("id"))
            if "method" in message and "id" in message:
                items = message["params"].get("items", [])
                settings = [SETTINGS.get(item["section"]) for item in items]
                self._send(id=message["id"], result=settings)
            assert "error" not in message, message
            if method == wanted:
                return message["params"] if "method" in message else message["result"]
        raise AssertionError(f"The YAML server has not sent {wanted} in {PATIENCE} seconds.")

    def _listen(self) -> None:
        while header := self._stdout.readline():
            self._stdout.readline()
            body = self._stdout.read(int(header.partition(b":")[2]))
            self._messages.put(json.loads(body))
        self._messages.put(None)


def _position(path: Path, line: int, column: int) -> dict[str, Any]:
    position = {"line": line - 1, "character": column - 1}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}
