"""Read what a page has copied."""

from playwright.sync_api import Page


def pasted(page: Page) -> str:
    """Return the clipboard by pasting it into a field: no page of ours may read it directly."""
    page.evaluate("document.body.append(document.createElement('textarea'))")
    field = page.locator("body > textarea")
    field.press("Control+V")
    return field.input_value()
