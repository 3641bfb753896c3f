"""What a browser may do on a page."""

from centres.pages.document import csp
from centres.pages.document.csp import Policy

HEAD = '<!doctype html><head>\n<meta charset="utf-8">\n<script>theme()</script>'


def test_a_visitors_page_runs_its_own_script_and_style_and_fetches_from_its_own_host() -> None:
    """No frame, no form, no worker, no other host."""
    assert str(csp.of_visitors_page(["a{}"], ["b()"], engine=False)) == (
        "default-src 'none'; "
        "script-src 'self' 'sha256-cf242PFc/kb7xD0Qzhsmd9vvRkc+cWFmbi+k+YvtdKc='; "
        "style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='; "
        "img-src data:; connect-src 'self'; worker-src 'none'; base-uri 'none'; form-action 'none'"
    )


def test_only_the_search_page_may_run_webassembly() -> None:
    """It is the engine of the full-text search."""
    with_engine = csp.of_visitors_page(["a{}"], ["b()"], engine=True)
    assert "'wasm-unsafe-eval'" in str(with_engine)
    assert "'wasm-unsafe-eval'" not in str(csp.of_visitors_page(["a{}"], ["b()"], engine=False))


def test_the_policy_of_several_pages_allows_what_each_of_them_needs() -> None:
    """It is what a host sends, since it does not know which page is asked for."""
    both = Policy(frozenset({"'a'"})) | Policy(frozenset({"'b'"}), linked=True)
    assert both == Policy(frozenset({"'a'", "'b'"}), linked=True)


def test_a_policy_stands_before_all_that_it_governs() -> None:
    """A script above it would run."""
    html = csp.enforced(HEAD, csp.of_guide(HEAD))
    assert html.index("Content-Security-Policy") < html.index("<script>")
    assert html.index('charset="utf-8"') < html.index("Content-Security-Policy")
