"""Drive WebKit and Chromium by WebDriver, with the drivers that Debian has for them."""

import os
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium.webdriver import ActionChains, Chrome, ChromeOptions, ChromeService
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitService
from urllib3.exceptions import HTTPError

from browser.engines.driver import Driver
from helpers import PATIENCE, eventually

# Root has no sandbox; phones have no bars beside a page; and nothing is asked of its maker's hosts.
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
)
# MiniBrowser's own buttons would make its window wider than a phone.
NARROW = "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border: 0; font-size: 1px; }"

# Seconds after which a command will not be answered any more. Selenium itself waits for ever.
UNANSWERED = PATIENCE // 4

# No card draws here; and root, or a program inside another's sandbox, can make none of its own.
SOFTWARE = {
    "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
}


class Classic(Driver):
    """A browser that was started by a program that speaks WebDriver."""

    def __init__(self, driver: WebDriver) -> None:
        self._driver = driver
        driver.set_script_timeout(PATIENCE)
        driver.set_page_load_timeout(PATIENCE)
        self.version = str(driver.capabilities["browserVersion"])

    @property
    def url(self) -> str:
        return self._driver.current_url

    def go(self, url: str) -> None:
        self._driver.get(url)

    def evaluate(self, expression: str) -> Any:
        return self._driver.execute_script(f"return ({expression})")

    def press_at(self, x: int, y: int) -> None:
        chain = ActionChains(self._driver, duration=0)
        chain.w3c_actions.pointer_action.move_to_location(x, y)  # type: ignore[no-untyped-call]
        chain.click().perform()

    def press_together(self, held: list[str], pressed: str) -> None:
        chain = ActionChains(self._driver, duration=0)
        for key in (*held, pressed):
            chain.key_down(key)
        for key in (pressed, *reversed(held)):
            chain.key_up(key)
        chain.perform()

    def back(self) -> None:
        self._driver.back()

    def screenshot(self) -> bytes:
        return self._driver.get_screenshot_as_png()


class WebKit(Classic):
    """WebKitGTK in its MiniBrowser, whose own buttons are above the page."""

    def evaluate(self, expression: str) -> Any:
        try:
            return super().evaluate(expression)
        except HTTPError as error:
            raise TimeoutError(f"WebKit has not answered: {expression}") from error

    def go(self, url: str) -> None:
        self.evaluate("window.left_behind = true")
        super().go(url)
        self.wait_for("!window.left_behind && document.readyState === 'complete'")

    def resize(self, width: int, height: int) -> None:
        def fits() -> bool:
            shown, frame = self.evaluate("[[innerWidth, innerHeight], outerHeight - innerHeight]")
            if shown != [width, height]:
                self._driver.set_window_rect(0, 0, width, height + frame)
            return bool(shown == [width, height])

        assert eventually(fits), f"The window does not become {width} x {height}."

    def printed(self) -> None:
        """Its driver has no command for that."""
        return


class Chromium(Classic):
    """Chromium without a screen, whose windows are wider than a phone."""

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        parameters = {"cmd": "Emulation.setDeviceMetricsOverride", "params": size}
        self._driver.execute("executeCdpCommand", parameters)

    def printed(self) -> bytes:
        return b64decode(self._driver.print_page())


@contextmanager
def screen() -> Iterator[str]:
    """Start a screen that nobody sees; return its name, ":7"."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "800x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout
        try:
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()


@contextmanager
def webkit(proxy: str, environment: dict[str, str], folder: Path) -> Iterator[WebKit]:
    """Start Debian's WebKit, with its settings in the empty `folder`."""
    (folder / "gtk-3.0").mkdir()
    (folder / "gtk-3.0/gtk.css").write_text(NARROW, "utf-8")
    options = WebKitOptions()
    # The driver would wait for ever for a page that comes from the page cache (WebKit.go waits).
    options.page_load_strategy = "none"
    (options.binary_location,) = map(str, Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"))
    # Of what a session of WebDriver may ask for, it follows neither a proxy nor a certificate.
    way = (f"--proxy=http://{proxy}", "--ignore-host=127.0.0.1", "--ignore-tls-errors")
    for argument in ("--automation", *way):
        options.add_argument(argument)
    with screen() as display:
        quiet = {"DISPLAY": display, "XDG_CONFIG_HOME": str(folder), "NO_AT_BRIDGE": "1"}
        service = WebKitService(
            "/usr/bin/WebKitWebDriver", env={**os.environ, **environment, **quiet, **SOFTWARE}
        )
        service.start()
        try:
            # Not selenium's WebKitGTK: it connects in a way that selenium itself warns of.
            # Its driver answers nothing about a page that goes away just then: Driver.wait_for.
            config = ClientConfig(service.service_url, timeout=UNANSWERED)
            connection = RemoteConnection(client_config=config)
            with WebDriver(connection, options=options) as driver:
                yield WebKit(driver)
        finally:
            service.stop()


@contextmanager
def chromium(proxy: str, environment: dict[str, str], folder: Path) -> Iterator[Chromium]:
    """Start Debian's Chromium, with what it stores in the empty `folder`."""
    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in (f"--user-data-dir={folder}", *ARGUMENTS):
        options.add_argument(argument)
    options.accept_insecure_certs = True
    manual = {"proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy}
    options.set_capability("proxy", {**manual, "noProxy": ["127.0.0.1"]})
    service = ChromeService("/usr/bin/chromedriver", env={**os.environ, **environment})
    with Chrome(options, service) as driver:
        yield Chromium(driver)
