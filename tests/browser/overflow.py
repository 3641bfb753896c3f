"""Find what is wider than a small phone, on thousands of pages in seconds."""

from typing import Any

from playwright.sync_api import Page

from page_kinds import PHONE, SMALL_PHONES

# Tells whether `page`, a document, is wider than its screen, and what sticks out: the outermost of
# it, which no message needs more than three of.
WIDER_THAN = r"""(page, width) => {
    const wide = page.documentElement.scrollWidth;
    if (wide <= width) return [];
    const style = page.defaultView.getComputedStyle(page.documentElement);
    const isOut = style.direction === "rtl" ? box => box.left < -.5 : box => box.right > width + .5;
    const out = [...page.body.querySelectorAll("*")].filter(one => {
        const box = one.getBoundingClientRect();
        return box.width && one.checkVisibility() && isOut(box); });
    const names = out.filter(one => !out.some(other => other !== one && other.contains(one)))
        .slice(0, 3).map(one => one.outerHTML.replace(/\s+/g, " ").slice(0, 80));
    return [`${wide} px wide on ${width}: ${names.join(", ")}`]; }"""
# Opens all that is folded in a document, or closes what this has opened.
UNFOLD = """(page, open) => { for (const one of page.querySelectorAll(
        open ? "details:not([open])" : "details[data-unfolded]")) {
    one.open = open; one.toggleAttribute("data-unfolded", open); } }"""
# Writes pages into one frame, one after another, and looks at each at each width, with what is
# folded on it open and closed. That takes a quarter of the time of going to each. A frame keeps the
# policies of all the pages that it has held, so none is given to it.
IN_A_FRAME = """([pages, widths, height], look, unfold) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.style.cssText = `visibility: hidden; border: 0; height: ${height}px`;
    const seen = [];
    for (const [path, html] of Object.entries(pages)) {
        const page = frame.contentDocument;
        page.open();
        page.write(html.replace('http-equiv="Content-Security-Policy"', ""));
        page.close();
        for (const open of [false, true]) {
            unfold(page, open);
            for (const width of widths) {
                frame.style.width = `${width}px`;
                const where = `/${path}${open ? ", unfolded" : ""}`;
                seen.push(...look(page, width).map(one => [where, one])); } } }
    frame.remove();
    return seen; }"""
# As many pages are given to the browser at once.
AT_ONCE = 50


def in_a_frame(
    tab: Page, pages: dict[str, str], look: str, widths: tuple[int, ...] = SMALL_PHONES
) -> list[tuple[str, Any]]:
    """Return what `look`, a script, sees on pages that are one file each: path -> HTML.

    With each thing, where it is seen. It looks at every width. `tab` is empty.
    """
    paths = list(pages)
    script = f"given => ({IN_A_FRAME})(given, {look}, {UNFOLD})"
    seen: list[tuple[str, Any]] = []
    for first in range(0, len(paths), AT_ONCE):
        some = {path: pages[path] for path in paths[first : first + AT_ONCE]}
        given = [some, widths, PHONE["height"]]
        seen += [(where, one) for where, one in tab.evaluate(script, given)]
    return seen


def faults(tab: Page, pages: dict[str, str]) -> list[str]:
    """List what is wider than a small phone on pages that are one file each: path -> HTML."""
    return [f"{where}: {fault}" for where, fault in in_a_frame(tab, pages, WIDER_THAN)]
