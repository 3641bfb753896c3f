"""What a page has left to be pasted."""

from playwright.sync_api import Page


def pasted(page: Page) -> str:
    """What somebody gets who pastes: no page of ours may read what has been copied."""
    page.evaluate("document.body.append(document.createElement('textarea'))")
    field = page.locator("body > textarea")
    field.press("Control+V")
    return field.input_value()
