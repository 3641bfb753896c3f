"""Drive Firefox by WebDriver BiDi, which it speaks itself: Debian has no driver for it."""

import json
import os
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from selenium.common import WebDriverException
from selenium.webdriver.remote.websocket_connection import WebSocketConnection

from browser.engines.driver import Driver
from helpers import PATIENCE, eventually

# Firefox writes its address to this file of its profile when it is ready to be driven.
READY = "WebDriverBiDiServer.json"
# It asks little of its maker's hosts by itself, and has no bars beside a page, as on phones.
PREFERENCES = """user_pref("remote.active-protocols", 1);
user_pref("remote.prefs.recommended", true);
user_pref("ui.useOverlayScrollbars", 1);
"""


class Firefox(Driver):
    """Firefox without a screen, over one connection."""

    def __init__(self, connection: WebSocketConnection, proxy: str) -> None:
        self._connection = connection
        manual = {"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy}
        wanted = {"acceptInsecureCerts": True, "proxy": manual}
        session = self._send("session.new", capabilities={"alwaysMatch": wanted})
        self.version = str(session["capabilities"]["browserVersion"])
        self._page = self._send("browsingContext.getTree")["contexts"][0]["context"]

    def _send(self, command: str, **parameters: Any) -> Any:
        answer = self._connection.send_cmd(command, parameters)  # type: ignore[no-untyped-call]
        if "error" in answer:
            raise WebDriverException(f"{command}: {answer['error']}: {answer.get('message')}")
        return answer["result"]

    @property
    def url(self) -> str:
        tree = self._send("browsingContext.getTree", root=self._page, maxDepth=0)
        return str(tree["contexts"][0]["url"])

    def go(self, url: str) -> None:
        self._send("browsingContext.navigate", context=self._page, url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:
        answer = self._send(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self._page},
            awaitPromise=False,
        )
        if "exceptionDetails" in answer:
            raise WebDriverException(answer["exceptionDetails"]["text"])
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)

    def press_at(self, x: int, y: int) -> None:
        actions = [
            {"type": "pointerMove", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "pointer", "actions": actions})

    def press_together(self, held: list[str], pressed: str) -> None:
        down = [{"type": "keyDown", "value": key} for key in (*held, pressed)]
        up = [{"type": "keyUp", "value": key} for key in (pressed, *reversed(held))]
        self._act({"type": "key", "id": "keys", "actions": down + up})

    def _act(self, source: dict[str, Any]) -> None:
        self._send("input.performActions", context=self._page, actions=[source])

    def back(self) -> None:
        self._send("browsingContext.traverseHistory", context=self._page, delta=-1)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._send("browsingContext.setViewport", context=self._page, viewport=size)

    def screenshot(self) -> bytes:
        return b64decode(
            self._send("browsingContext.captureScreenshot", context=self._page)["data"]
        )

    def printed(self) -> bytes | None:
        return b64decode(self._send("browsingContext.print", context=self._page)["data"])


@contextmanager
def firefox(proxy: str, environment: dict[str, str], folder: Path) -> Iterator[Firefox]:
    """Start Debian's Firefox, with what it stores in the empty `folder`."""
    (folder / "user.js").write_text(PREFERENCES, "utf-8")
    with subprocess.Popen(
        ["firefox-esr", "--headless", "--remote-debugging-port=0", "--profile", folder],
        env={**os.environ, **environment, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            ready = folder / READY
            assert eventually(lambda: ready.exists() and bool(ready.read_text())), (
                "It never starts."
            )
            server = json.loads(ready.read_text())
            url = f"ws://{server['ws_host']}:{server['ws_port']}/session"
            connection = WebSocketConnection(url, PATIENCE, 0.005)  # type: ignore[no-untyped-call]
            with closing(connection):
                yield Firefox(connection, proxy)
        finally:
            process.terminate()
