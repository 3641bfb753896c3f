"""What a story asks of a browser, whichever engine it has."""

import json
from abc import ABC, abstractmethod
from typing import Any

from selenium.common import NoSuchFrameException, WebDriverException

from helpers import eventually

# Keys that have no letter, by the names of the DOM, as WebDriver and WebDriver BiDi send them.
KEYS = {
    "ArrowDown": "\ue015",
    "Control": "\ue009",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Shift": "\ue008",
    "Tab": "\ue004",
}
# What WebKit's driver says of a page that went away while it was asked.
_CUT_SHORT = "Could not parse script result"


class Driver(ABC):
    """One tab of a browser, for one test after another. `version` is the browser's own.

    `home` is the address of the site. Elements are named by CSS selectors: the first is meant.
    """

    version: str
    home = ""

    @property
    @abstractmethod
    def url(self) -> str:
        """The address of the page, or of the one that is on its way."""

    @abstractmethod
    def go(self, url: str) -> None:
        """Go to an address, and wait until the page has loaded."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, as JSON can say it."""

    @abstractmethod
    def press_at(self, x: int, y: int) -> None:
        """Press and release the pointer at a point of what is seen."""

    @abstractmethod
    def press_together(self, held: list[str], pressed: str) -> None:
        """Press and release a key, while others are held. All are what WebDriver sends."""

    @abstractmethod
    def back(self) -> None:
        """Go back one page, as the browser's button does."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make what is seen of a page so large, in CSS pixels."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """Return what is seen, as a PNG."""

    @abstractmethod
    def printed(self) -> bytes | None:
        """Return the page printed as a PDF, or None if the engine's driver cannot print."""

    def open(self, path: str) -> None:
        """Go to a page of the site."""
        self.go(self.home + path)

    def click(self, selector: str) -> None:
        """Press an element in the middle of its first line; fail if something covers it there."""
        x, y, covered = self.evaluate(
            f"""(one => {{
                one.scrollIntoView({{ block: "center" }});
                const box = one.getClientRects()[0];
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2].map(Math.floor);
                const on_top = document.elementFromPoint(x, y);
                return [x, y, one.contains(on_top) ? "" : on_top?.outerHTML ?? "nothing"];
            }})({element(selector)})"""
        )
        assert not covered, f"{self.url}: {selector} is covered by {covered}"
        self.press_at(x, y)

    def type(self, text: str) -> None:
        """Type letters, one after another, into what has the focus."""
        for letter in text:
            self.press_together([], letter)

    def press(self, keys: str) -> None:
        """Press a key, "Enter", or one while another is held, "Control+v"."""
        *held, pressed = (KEYS.get(key, key) for key in keys.split("+"))
        self.press_together(held, pressed)

    def text(self, selector: str) -> str:
        """Return what an element says, as it is shown."""
        return str(self.evaluate(f"{element(selector)}.innerText")).strip()

    def attribute(self, selector: str, name: str) -> str | None:
        """Return an attribute of an element."""
        value = self.evaluate(f"{element(selector)}.getAttribute({json.dumps(name)})")
        return None if value is None else str(value)

    def is_shown(self, selector: str) -> bool:
        """Tell whether an element takes room and is not hidden."""
        return bool(
            self.evaluate(
                f"""(one => one.getClientRects().length > 0
                    && getComputedStyle(one).visibility === "visible")({element(selector)})"""
            )
        )

    def box(self, selector: str) -> dict[str, float]:
        """Return where an element is seen: x, y, width and height."""
        box: dict[str, float] = self.evaluate(f"{element(selector)}.getBoundingClientRect()")
        return box

    def wait_for(self, expression: str) -> None:
        """Wait until a JavaScript expression holds; fail with it and the address otherwise.

        A page that goes away while it is asked has not answered: the next one is asked.
        """

        def holds() -> bool:
            try:
                return bool(self.evaluate(expression))
            except (NoSuchFrameException, TimeoutError):
                return False
            except WebDriverException as error:
                if _CUT_SHORT not in str(error.msg):
                    raise
                return False

        assert eventually(holds), f"{self.url}: {expression}"

    def wait_for_url(self, end: str) -> None:
        """Wait until a page has loaded whose address has this end.

        A page that is about to change is asked for nothing: its answer may never come.
        """
        assert eventually(lambda: self.url.endswith(end)), f"{self.url} is not {end}"
        self.wait_for(
            f"document.readyState === 'complete' && location.href.endsWith({json.dumps(end)})"
        )


def element(selector: str) -> str:
    """Return a JavaScript expression for the first element of a selector."""
    return f"document.querySelector({json.dumps(selector)})"
