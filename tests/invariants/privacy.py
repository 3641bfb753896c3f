"""What a page lets a browser do: fetch nothing from elsewhere, store nothing, tell nothing."""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator

from invariants.page import Element, Fault, Page

# Attributes by which a page has something fetched.
_FETCHING = ("src", "srcset", "data", "poster", "background", "manifest", "archive", "imagesrcset")
_ASKING_AHEAD = {
    "preconnect",
    "dns-prefetch",
    "prefetch",
    "preload",
    "modulepreload",
    "prerender",
}
_STORING = re.compile(
    r"\b(?:localStorage|sessionStorage|indexedDB|cookie|sendBeacon|serviceWorker|XMLHttpRequest"
    r"|WebSocket|EventSource|geolocation|fingerprint)\b"
)
# Everything that is not named is refused, and nothing inline runs without its hash.
_DIRECTIVES = {
    "default-src": {"'none'"},
    "connect-src": {"'self'"},
    "worker-src": {"'none'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
}
_RUNNING = ("javascript:", "vbscript:", "data:text/html")
_SOURCE = re.compile(r"'self'|'none'|data:|'sha256-[A-Za-z0-9+/]{43}='|'wasm-unsafe-eval'")


def _policy(page: Page) -> Element | None:
    return page.one('meta[http-equiv="Content-Security-Policy"]')


def the_policy_refuses_all_else(page: Page) -> Iterator[Fault]:
    """A page carries a policy that names what it needs and refuses the rest: no host, no inline."""
    policies = page.css('meta[http-equiv="Content-Security-Policy"]')
    if len(policies) != 1:
        yield page.fault(f"{len(policies)} policies, not one", "<head")
        return
    said = [one.split() for one in policies[0]["content"].split(";")]
    directives = {name: set(sources) for name, *sources in said}
    for name, sources in _DIRECTIVES.items():
        if directives.get(name) != sources:
            found = " ".join(sorted(directives.get(name, ())))
            yield page.fault(f"the policy says {name} {found}", policies[0])
    for name, sources in directives.items():
        for source in sorted(sources):
            if not _SOURCE.fullmatch(source):
                yield page.fault(f"the policy allows {source} for {name}", policies[0])


def only_what_has_its_hash_runs(page: Page) -> Iterator[Fault]:
    """Each script and style inside a page has its hash in the policy, and no hash is of another."""
    policy = _policy(page)
    hashes = set(re.findall(r"'(sha256-[^']+)'", policy["content"])) if policy else set()
    inside = [one for one in page.tags("script", "style") if _runs(one)]
    for element in inside:
        if _hash(element) not in hashes:
            yield page.fault(f"no hash in the policy for <{element.tag}>", element)
    for unused in sorted(hashes - set(map(_hash, inside))):
        # All pages of the guide have the same policy, so that a host can send it as a header.
        if not page.is_materials:
            yield page.fault(f"the policy has a hash of nothing on the page: {unused}", policy)


def _runs(element: Element) -> bool:
    return "src" not in element and element["type"] != "application/json"


def _hash(element: Element) -> str:
    digest = hashlib.sha256((element.node.text() or "").encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"


def the_policy_comes_first(page: Page) -> Iterator[Fault]:
    """The policy stands before all that it is about: what comes before it is not held to it."""
    policy = _policy(page)
    start = page.html.find('http-equiv="Content-Security-Policy"')
    for tag in ("<script", "<style", "<link"):
        if policy and 0 <= page.html.find(tag) < start:
            yield page.fault(f"{tag}> stands before the policy", tag)


def nothing_inline_but_scripts_and_styles(page: Page) -> Iterator[Fault]:
    """No handler, no style in an attribute and no script in an address: the policy refuses them."""
    for name, element in page.attributes:
        if name.startswith("on") or name in ("style", "srcdoc", "ping"):
            yield page.fault(f"the attribute {name}: {element}", element)
    for element in page.having("href", "src", "action", "formaction"):
        for name in ("href", "src", "action", "formaction"):
            if element[name].strip().lower().startswith(_RUNNING):
                yield page.fault(f"an address that runs: {element}", element)


def nothing_is_fetched_from_elsewhere(page: Page) -> Iterator[Fault]:
    """No font, picture, script, style or frame is another host's: it would learn who reads what."""
    fetching = [(element, element[name]) for name in _FETCHING for element in page.having(name)]
    for link in page.tags("link"):
        if _ASKING_AHEAD & set(link["rel"].split()):
            yield page.fault(f"asks ahead: {link}", link)
        elif not {"canonical", "alternate"} & set(link["rel"].split()):
            fetching.append((link, link["href"]))
    for element, address in fetching:
        own = address.startswith(page.site.url) or "//" not in address.partition("?")[0]
        if not own and not address.startswith("data:"):
            yield page.fault(f"fetches from another host: {element}", element)
    for style in page.tags("style"):
        for url in re.findall(r"url\(([^)]*)\)|@import", style.node.text()):
            if not url.strip("'\"").startswith("data:"):
                yield page.fault(f"a style fetches {url or 'by @import'}", style)


def a_page_is_complete_in_one_file(page: Page) -> Iterator[Fault]:
    """A page of ours needs one request: no style, font, picture or script beside it."""
    if page.is_materials:
        return
    for element in page.tags(
        "img", "iframe", "object", "embed", "video", "audio", "frame", "source"
    ):
        yield page.fault(f"{element} is fetched", element)
    for element in page.tags("script", "link"):
        if "src" in element or element["rel"] == "stylesheet":
            yield page.fault(f"{element} is fetched", element)
    # The fonts of a script are a style of their own: pages share it, whatever they show. A script
    # that can wait stands behind the text.
    fonts = [style for style in page.tags("style") if style.text.startswith(":root{--fonts:")]
    late = page.css("body > script:last-child")
    for tag, others in (("script", late), ("style", fonts)):
        own = [one for one in page.tags(tag) if one not in others]
        if len(own) != 1 or any(one.is_within("body") for one in own):
            yield page.fault(f"{len(own)} <{tag}>, not one in the head", "<head")


def nothing_is_stored_or_told(page: Page) -> Iterator[Fault]:
    """No script of ours stores anything on the phone or sends anything, and no form does."""
    for script in page.tags("script") if not page.is_materials else []:
        for word in sorted(set(_STORING.findall(script.node.text() or ""))):
            yield page.fault(f"a script says {word}", script)
    for element in page.tags("form"):
        if {"action", "method"} & element.attributes.keys():
            yield page.fault(f"a form that sends: {element}", element)
    for field in page.tags("input", "textarea", "select"):
        # Radio buttons belong together by their name; they stand in no form.
        if "name" in field and (field["type"] != "radio" or field.is_within("form")):
            yield page.fault(f"a field that a form would send: {field}", field)
        if field["type"] in ("text", "search") and field["autocomplete"] != "off":
            yield page.fault(f"a field that the browser remembers: {field}", field)


def no_address_is_told_to_other_sites(page: Page) -> Iterator[Fault]:
    """A site that a link leads to does not learn where somebody came from."""
    found = [one["content"] for one in page.tags("meta") if one["name"] == "referrer"]
    if found != ["no-referrer"]:
        yield page.fault(f"the referrer is {found}, not no-referrer", "<head")
    for element in page.having("referrerpolicy"):
        yield page.fault(f"a policy of its own about the referrer: {element}", element)


def phones_make_no_links_of_their_own(page: Page) -> Iterator[Fault]:
    """Safari would make a link of the digits in #31#… without what stands before them."""
    found = [one["content"] for one in page.tags("meta") if one["name"] == "format-detection"]
    if found != ["telephone=no"]:
        yield page.fault(f"format-detection is {found}, not telephone=no", "<head")
