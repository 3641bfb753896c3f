"""Find what is wider than a small phone, on thousands of pages in seconds."""

from playwright.sync_api import Page

from page_kinds import SMALL_PHONES

# Tells whether `page`, a document, is wider than its screen, and what sticks out: the outermost of
# it, which no message needs more than three of.
WIDER_THAN = r"""(page, width) => {
    const wide = page.documentElement.scrollWidth;
    if (wide <= width) return [];
    const out = [...page.body.querySelectorAll("*")].filter(one => {
        const box = one.getBoundingClientRect();
        return box.width && one.checkVisibility() && (box.right > width + .5 || box.left < -.5); });
    const names = out.filter(one => !out.some(other => other !== one && other.contains(one)))
        .slice(0, 3).map(one => one.outerHTML.replace(/\s+/g, " ").slice(0, 80));
    return [`${wide} px wide on ${width}: ${names.join(", ")}`]; }"""
# Opens all that is folded in a document, or closes what this has opened.
UNFOLD = """(page, open) => { for (const one of page.querySelectorAll(
        open ? "details:not([open])" : "details[data-unfolded]")) {
    one.open = open; one.toggleAttribute("data-unfolded", open); } }"""
# Writes pages into one frame, one after another. That takes a quarter of the time of going to each.
# A frame keeps the policies of all pages that it has held, so none is given to it.
IN_A_FRAME = f"""([pages, widths, height]) => {{
    const wider = {WIDER_THAN}, unfold = {UNFOLD};
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.style.cssText = `visibility: hidden; border: 0; height: ${{height}}px`;
    const faults = [];
    for (const [path, html] of Object.entries(pages)) {{
        const page = frame.contentDocument;
        page.open();
        page.write(html.replace('http-equiv="Content-Security-Policy"', ""));
        page.close();
        for (const open of [false, true]) {{
            unfold(page, open);
            for (const width of widths) {{
                frame.style.width = `${{width}}px`;
                faults.push(...wider(page, width).map(fault =>
                    `/${{path}}${{open ? ", unfolded" : ""}}: ${{fault}}`)); }} }} }}
    frame.remove();
    return faults; }}"""
# As many pages are given to the browser at once.
AT_ONCE = 50


def faults(page: Page, pages: dict[str, str]) -> list[str]:
    """List what is wider than a small phone on pages that are one file each: path -> HTML.

    `page` is an empty tab.
    """
    paths = list(pages)
    found: list[str] = []
    for first in range(0, len(paths), AT_ONCE):
        some = {path: pages[path] for path in paths[first : first + AT_ONCE]}
        found += page.evaluate(IN_A_FRAME, [some, SMALL_PHONES, 740])
    return found
