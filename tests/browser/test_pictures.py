"""Pictures of pages before and after, as an editor is shown them: scripts/pictures.py."""

from playwright.sync_api import Browser

from scripts.pictures import pictures

STYLE = '<!doctype html><link rel="stylesheet" href="../assets/a.css"><body>'


def test_a_page_is_taken_whole_as_wide_as_a_phone_and_one_that_is_not_there_is_none(
    browser: Browser,
) -> None:
    """With what it fetches, from the same texts; nothing is asked of another host."""
    files = {
        "kommun/": f'{STYLE}<div style="height:1500px">Hej</div><img hidden src="https://a.example/b.png">',
        "assets/a.css": "body{margin:0}",
    }
    taken, none = pictures(browser, files, ["kommun/", "borta/"])
    assert none is None
    assert taken
    assert taken.startswith(b"\xff\xd8")
    page = browser.new_page()
    size = page.evaluate(
        """async (bytes) => {
          const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          return [image.width, image.height];
        }""",
        [*taken],
    )
    page.close()
    assert size == [360, 1500]
