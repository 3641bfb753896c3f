"""What an editor is shown: the server behind VS Code's YAML, asked as VS Code asks it."""

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
# As in .vscode/settings.json: nothing is fetched from other hosts.
SETTINGS = {"yaml": {"schemaStore": {"enable": False}}}
# Seconds to wait for an answer. It takes less than one, unless much else is running.
PATIENCE = 30


class EditorServer:
    """A running server; `with` ends it. Lines and columns are counted from 1, as editors do."""

    def __init__(self) -> None:
        assert PROGRAM.exists(), "The YAML server is missing. Run make test, which gets it."
        command = [NODE, PROGRAM, "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        able = {"workspace": {"configuration": True}}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self._send(method="initialized", params={})
        # It asks for its settings. A file that is opened before it has them is read with others.
        self._wait("workspace/configuration")

    def __enter__(self) -> "EditorServer":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._listener.join()
        self._process.__exit__(None, None, None)

    def open(self, path: Path, text: str) -> list[tuple[int, str]]:
        """Open `text` as what stands in `path`; returns what is underlined, as (line, message)."""
        file = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": file})
        while (found := self._wait("textDocument/publishDiagnostics"))["uri"] != file["uri"]:
            pass
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in found["diagnostics"]]

    def hover(self, path: Path, line: int, column: int) -> str:
        """The Markdown that is shown of a place in an open file, "" if none is."""
        shown = self._ask("textDocument/hover", _place(path, line, column))
        return shown["contents"]["value"] if shown else ""

    def choices(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a place in an open file, and what each choice would write."""
        offered = self._ask("textDocument/completion", _place(path, line, column))
        return {one["label"]: one["insertText"] for one in offered["items"]}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._send(id=method, method=method, params=params)
        return self._wait(method)

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _wait(self, wanted: str) -> Any:
        """What comes with the next message of this method, or with the answer to it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                message = self._heard.get(timeout=max(0, until - time.monotonic()))
            except queue.Empty:
                break
            assert message, f"The YAML server ended before {wanted}."
            method = message.get("method", message.get("id"))
            if "method" in message and "id" in message:
                asked = message["params"].get("items", [])
                answer = [SETTINGS.get(item["section"]) for item in asked]
                self._send(id=message["id"], result=answer)
            assert "error" not in message, message
            if method == wanted:
                return message["params"] if "method" in message else message["result"]
        raise AssertionError(f"The YAML server has not come to {wanted} in {PATIENCE} seconds.")

    def _listen(self) -> None:
        while header := self._process.stdout.readline():
            self._process.stdout.readline()
            body = self._process.stdout.read(int(header.partition(b":")[2]))
            self._heard.put(json.loads(body))
        self._heard.put(None)


def _place(path: Path, line: int, column: int) -> dict[str, Any]:
    at = {"line": line - 1, "character": column - 1}
    return {"textDocument": {"uri": path.as_uri()}, "position": at}
