"""One strict policy stands on every page, and no page holds anything that the policy would stop."""

from __future__ import annotations

import pytest

from tests.support.links import Site
from tests.support.server import headers_for, read_headers_file

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
)
INERT_SCRIPTS = {"application/json", "application/ld+json"}
FORBIDDEN = (
    "style",
    "[style]",
    "iframe",
    "object",
    "embed",
    "base",
    "meta[http-equiv=refresh]",
    "a[href^='javascript:' i]",
    "form[action^='http']",
)


def test_every_page_has_the_one_policy(site: Site) -> None:
    for page in site.pages():
        metas = site.tree(page).css("meta[http-equiv='Content-Security-Policy']")
        assert [meta.attributes["content"] for meta in metas] == [POLICY], page


def test_policy_stands_before_everything_it_governs(site: Site) -> None:
    for page in site.pages():
        head = site.tree(page).head
        assert head is not None
        names = [(node.tag, node.attributes.get("http-equiv")) for node in head.iter()]
        assert names.index(("meta", "Content-Security-Policy")) <= 1, page


def test_no_inline_script(site: Site) -> None:
    for page in site.pages():
        inline = site.tree(page).css("script:not([src])")
        assert {node.attributes.get("type") for node in inline} <= INERT_SCRIPTS, page


@pytest.mark.parametrize("selector", FORBIDDEN)
def test_nothing_that_the_policy_would_stop(site: Site, selector: str) -> None:
    redirects = {page for page in site.pages() if _is_redirect(site, page)}
    found = {
        page: nodes[0].html
        for page in set(site.pages()) - redirects
        if (nodes := site.tree(page).css(selector))
    }
    assert found == {}


def test_no_event_handlers(site: Site) -> None:
    for page in site.pages():
        for node in site.tree(page).css("*"):
            assert not [name for name in node.attributes if name.startswith("on")], page


def test_headers_file_says_the_same_and_guards_against_framing(site: Site) -> None:
    rules = read_headers_file((site.root / "_headers").read_text(encoding="utf-8"))
    everywhere = headers_for(rules, "/sak/x/")["content-security-policy"]
    embedded = headers_for(rules, "/embed/x/")["content-security-policy"]
    assert everywhere == f"{POLICY}; frame-ancestors 'none'"
    assert embedded == POLICY


def _is_redirect(site: Site, page: object) -> bool:
    return "_redirect" in str(page)
