"""Type in a field as a person does, and read what it shows and says."""

from playwright.sync_api import Locator, Page

# A phone's keyboard leaves so much of the screen: width, height, and the height that is left.
KEYBOARDS = ((360, 740, 440), (320, 568, 308))
# What somebody may write, by language, who wants to die, and who is beaten now.
SUICIDE = {"sv": "jag vill dö", "en": "want to die", "ar": "انتحار"}
VIOLENCE = {"sv": "han slår mig nu", "en": "he is hitting me now", "ar": "يضربني الآن"}
# Where elements are, to the pixel.
BOXES = """all => all.map(one => { const { x, y, width, height } = one.getBoundingClientRect();
    return [x, y, width, height].map(Math.round); })"""


def raise_keyboard(page: Page, field: str, height: int) -> None:
    """Touch the field, and let a keyboard take what is below `height` px of the screen."""
    page.locator(field).tap()
    # The field goes up when the touch is over, and once more when the keyboard has come.
    page.wait_for_timeout(100)
    size = page.viewport_size or {"width": 0, "height": 0}
    page.set_viewport_size({"width": size["width"], "height": height})
    page.wait_for_timeout(100)


def boxes(elements: Locator) -> list[list[int]]:
    """Return x, y, width and height of each, in px of the window."""
    found: list[list[int]] = elements.evaluate_all(BOXES)
    return found


def bottoms(elements: Locator) -> list[int]:
    """Return where each ends, in px from the top of the window."""
    return [y + height for _, y, _, height in boxes(elements)]
