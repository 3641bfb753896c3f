"""Check a page that is open in a browser: each check lists the faults that it finds.

A check leaves the page as it found it, so that all can look at one visit. What a fault says begins
with what is wrong, and ends with the element or the address that it is about.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

import fonts
from browser.overflow import WIDER_THAN
from browser.visit import Visit
from page_kinds import SMALL_PHONES

Check = Callable[[Visit], list[str]]

# WCAG 2.2 AA and axe's own good practice; of what passes, nothing is listed.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# The rules whose answer depends on colours.
COLOUR_RULES = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
AXE = """rules => axe.run(rules).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`)))"""
# A change of colours that takes time has come to its end.
SETTLED = """() => Promise.allSettled(document.getAnimations()
    .filter(one => Number.isFinite(one.effect.getComputedTiming().endTime))
    .map(one => one.finished))"""
# How an element is named in a message.
NAMED = r"const named = one => one.outerHTML.replace(/\s+/g, ' ').slice(0, 80);"
BURSTING = f"""() => {{ {NAMED} return [...document.querySelectorAll(".call, .copy, .exit")]
    .filter(one => one.scrollWidth > one.clientWidth).map(named); }}"""
# Nothing is left to do, on a page that has loaded.
IDLE = "() => new Promise(answer => requestIdleCallback(() => answer()))"
# Two frames later, whatever was about to be drawn has been.
SHIFTS = f"""() => new Promise(answer => {{ {NAMED}
    const seen = [];
    const note = list => seen.push(...list.flatMap(({{ sources }}) => sources.map(({{ node }}) =>
        node?.outerHTML ? named(node) : String(node?.textContent))));
    const observer = new PerformanceObserver(list => note(list.getEntries()));
    observer.observe({{ type: "layout-shift", buffered: true }});
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {{
        note(observer.takeRecords()); answer([...new Set(seen)]); }}))); }})"""
MOVING = f"""() => {{ {NAMED} return [...document.querySelectorAll("*")].filter(one => {{
    const style = getComputedStyle(one);
    return style.transitionDuration !== "0s" || style.animationName !== "none"
        || style.scrollBehavior !== "auto"; }}).map(named).slice(0, 3); }}"""
# Links that stand among other words are excepted; so are numbers that lead to a source, which
# stand in a sentence, and municipalities on a map: a list beside it has them all.
LOWER = f"""([pixels, kinds]) => {{ {NAMED} return [...document.querySelectorAll(kinds)]
    .filter(one => one.checkVisibility() && !one.closest("sup, svg"))
    .filter(one => one.matches("input, button, .call, .urgent, .exit")
        || one.parentElement.textContent.trim() === one.textContent.trim())
    .filter(one => one.getBoundingClientRect().height < pixels).map(named); }}"""
FOCUSED = f"""() => {{ {NAMED} const one = document.activeElement;
    const style = getComputedStyle(one);
    const target = document.querySelector(one.getAttribute("href")?.match(/^#./)?.input ?? "none");
    return {{ named: named(one), leads: Boolean(target?.closest("main")),
        visible: style.outlineStyle !== "none" && one.getBoundingClientRect().left >= 0 }}; }}"""
STORED = """async () => [...Object.keys(localStorage).map(one => `localStorage ${one}`),
    ...Object.keys(sessionStorage).map(one => `sessionStorage ${one}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(one => `worker ${one.scope}`),
    ...(await indexedDB.databases()).map(one => `database ${one.name}`),
    ...(await caches.keys()).map(one => `cache ${one}`)]"""

PRESSED = "a, button, summary, input:not(label input)"
# What somebody in a hurry presses: the way out, copying, the place field and its lists, and what
# leads to help.
PRESSED_IN_A_HURRY = (
    ".call, .urgent, .exit, .find-all, .copy, .doors a, .door, .rows a, .tiles a, .narrow a, "
    ".place, .top :is(summary, nav a), main > details > summary, input, [role=option], "
    "a[href^='tel:'], a[href^='mailto:'], a[href$='/stodlinjer/'], a[href$='/kommuner/']"
)


def axe(visit: Visit) -> list[str]:
    """In the light, as the page arrives, by all rules.

    axe knows no language that does not exist, though the codes for private use are as valid.
    """
    faults = _axe(visit, RULES)
    return [one for one in faults if not re.match(r'(html-lang-valid|valid-lang):.* lang="q', one)]


def axe_in_the_dark(visit: Visit) -> list[str]:
    """By the rules about colours; of the others' answers none depends on them."""
    visit.page.emulate_media(color_scheme="dark")
    visit.page.evaluate(SETTLED)
    faults = _axe(visit, COLOUR_RULES)
    visit.page.emulate_media(color_scheme="light")
    visit.page.evaluate(SETTLED)
    return faults


def nothing_moves(visit: Visit) -> list[str]:
    """No layout shift while the page arrives or later, for visitors no transition or animation."""
    visit.page.evaluate(IDLE)
    shifted = [f"moved: {name}" for name in visit.page.evaluate(SHIFTS)]
    moving = visit.page.evaluate(MOVING) if visit.is_for_visitors else []
    return shifted + [f"can move: {name}" for name in moving]


def keyboard_reaches_the_content_first(visit: Visit) -> list[str]:
    """One press on Tab shows the way past the header, and focus can be seen."""
    visit.page.keyboard.press("Tab")
    focused = visit.page.evaluate(FOCUSED)
    visit.page.evaluate("document.activeElement.blur()")
    faults = {"leads": "leads past no header", "visible": "has a focus that cannot be seen"}
    return [f"{said}: {focused['named']}" for name, said in faults.items() if not focused[name]]


def fits_a_small_phone(visit: Visit) -> list[str]:
    """360 px, and 320 px as WCAG 1.4.10 asks; with what is folded, and without."""
    faults = []
    for width in SMALL_PHONES:
        with visit.screen(width, 740):
            faults += _wider_than(visit, width)
            with visit.all_unfolded():
                faults += [f"unfolded, {fault}" for fault in _wider_than(visit, width)]
    return faults


def fits_with_large_text(visit: Visit) -> list[str]:
    """200 % text on a phone (WCAG 1.4.4)."""
    if not visit.is_for_visitors:
        return []
    with visit.text_twice_as_large():
        bursting = [f"bursts: {name}" for name in visit.page.evaluate(BURSTING)]
        return _wider_than(visit, 360) + bursting


def fits_a_window_enlarged_four_times(visit: Visit) -> list[str]:
    """400 % of 1280 x 1024 is 320 x 256 (WCAG 1.4.10); the bar leaves most of it to the text."""
    with visit.screen(320, 256):
        return _wider_than(visit, 320) + _higher_bar_than(visit, 256 / 3)


def can_be_hit(visit: Visit) -> list[str]:
    """24 px at least (WCAG 2.5.8), 44 px in a hurry, unfolded, in each font that tests name."""
    faults = []
    for family in fonts.FONTS:
        with visit.font(family), visit.all_unfolded():
            low = _lower_than(visit, 24, PRESSED)
            if visit.is_for_visitors:
                low += [one for one in _lower_than(visit, 44, PRESSED_IN_A_HURRY) if one not in low]
            # After the boxes: what has not been laid out has no fonts yet.
            wrong = [f"drawn in {other}, not in {family}" for other in _other_fonts(visit, family)]
            faults += wrong + [f"{fault} (in {family})" for fault in low]
    return faults


def exit_stays_in_reach(visit: Visit) -> list[str]:
    """200 % text, 320 x 568, scrolled to the end."""
    if not visit.is_for_visitors:
        return []
    with visit.screen(320, 568), visit.text_twice_as_large():
        visit.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        faults = _out_of_reach(visit) + _higher_bar_than(visit, 568 / 3)
        visit.page.evaluate("scrollTo(0, 0)")
    return faults


def asks_no_other_host(visit: Visit) -> list[str]:
    """Nor its own host for another file, if it is a page of our own: that is whole."""
    itself = visit.address + visit.path
    if visit.is_ours:
        return [f"asks for {url}" for url in visit.asked if url != itself]
    return [f"asks for {url}" for url in visit.asked if not url.startswith(visit.address)]


def breaks_no_policy(visit: Visit) -> list[str]:
    """Nor is there an error, or a file that is missing.

    What is refused is listed in our own words (`visit.VIOLATIONS`), not in the browser's as well.
    """
    return [one for one in visit.troubles if "Content Security Policy directive" not in one]


def stores_nothing(visit: Visit) -> list[str]:
    """On the device, in any of the places that a page has for it; cookies of scripts or hosts."""
    cookies = [f"cookie {one['name']}" for one in visit.page.context.cookies()]
    return [f"keeps {name}" for name in [*cookies, *visit.page.evaluate(STORED)]]


# In this order: the first ones see the page as it arrived, the last ones all that the visit did.
CHECKS: list[Check] = [
    axe,
    nothing_moves,
    keyboard_reaches_the_content_first,
    axe_in_the_dark,
    can_be_hit,
    fits_a_small_phone,
    fits_with_large_text,
    fits_a_window_enlarged_four_times,
    exit_stays_in_reach,
    asks_no_other_host,
    breaks_no_policy,
    stores_nothing,
]


def faults(visit: Visit, checks: Sequence[Check] = CHECKS) -> list[str]:
    """Run checks, and return their faults, each with the name of its check."""
    return [
        f"{check.__name__}: {fault}" for check in checks for fault in dict.fromkeys(check(visit))
    ]


def _axe(visit: Visit, rules: dict[str, Any]) -> list[str]:
    """List what axe finds by `rules`; it is given to a page once."""
    if not visit.page.evaluate("'axe' in window"):
        visit.page.evaluate(AXE_SCRIPT)
    return list(visit.page.evaluate(AXE, rules))


def _wider_than(visit: Visit, width: int) -> list[str]:
    """Tell whether the page is wider than its screen of `width` px, and what sticks out."""
    return list(visit.page.evaluate(f"width => ({WIDER_THAN})(document, width)", width))


def _higher_bar_than(visit: Visit, height: float) -> list[str]:
    """Tell whether the bar at the top takes more than `height` px from the text."""
    bar = visit.page.locator(".bar").bounding_box() if visit.is_ours else None
    high = bar["height"] if bar else 0
    return [f"the bar is {high:.0f} px high, of {height:.0f}"] if high > height else []


def _lower_than(visit: Visit, pixels: int, kinds: str) -> list[str]:
    """List what is of these kinds and less than `pixels` px high."""
    return [
        f"lower than {pixels} px: {name}" for name in visit.page.evaluate(LOWER, [pixels, kinds])
    ]


def _other_fonts(visit: Visit, family: str) -> list[str]:
    """List the family that most of the heading is drawn in, if it is not `family`."""
    tools = visit.page.context.new_cdp_session(visit.page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    heading = tools.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})
    used = tools.send("CSS.getPlatformFontsForNode", {"nodeId": heading["nodeId"]})["fonts"]
    tools.detach()
    most = max(used, key=lambda font: int(font["glyphCount"]), default={"familyName": "no font"})
    name = str(most["familyName"])
    return [] if name.startswith(family) else [name]


def _out_of_reach(visit: Visit) -> list[str]:
    """Tell what keeps a finger from the way out on a screen 320 px wide."""
    link = visit.page.locator(".exit")
    box = link.bounding_box() if link.count() else None
    if not box:
        return ["there is no way out"]
    x, y, width, height = (box[name] for name in ("x", "y", "width", "height"))
    inside = x >= 0 and x + width <= 320 and 0 <= y <= 568 - height
    at = f"at {x:.0f}, {y:.0f}, {width:.0f} x {height:.0f} px"
    faults = [] if inside else [f"outside the screen, {at}"]
    on_top = "([x, y]) => document.elementFromPoint(x, y)?.className"
    if inside and visit.page.evaluate(on_top, [x + width / 2, y + height / 2]) != "exit":
        faults.append("covered")
    return faults
