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
    found = {
        page: nodes[0].html for page in site.pages() if (nodes := site.tree(page).css(selector))
    }
    assert found == {}


def test_only_redirects_refresh_and_they_say_where_to(site: Site) -> None:
    for page in site.pages():
        for node in site.tree(page).css("meta[http-equiv=refresh]"):
            target = (node.attributes["content"] or "").partition("url=")[2]
            assert not target.startswith(("http:", "//")), page
            assert site.tree(page).css(f"a[href='{target}']"), page
            assert page.stat().st_size < 5_000, page


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


def test_headers_guard_every_folder_once(site: Site) -> None:
    rules = read_headers_file((site.root / "_headers").read_text(encoding="utf-8"))
    names = [(path, name.lower()) for path, lines in rules for name, _ in lines]
    assert len(names) == len(set(names))
    for page in site.pages():
        found = headers_for(rules, "/" + page.relative_to(site.root).as_posix())
        framed = page.is_relative_to(site.root / "embed")
        assert ("frame-ancestors" in found["content-security-policy"]) is not framed, page
        assert found["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/data/", "/feed/", "/embed/v1/casebook.js", "/sak/x/sak.json"])
def test_data_may_be_read_from_other_sites(site: Site, path: str) -> None:
    rules = read_headers_file((site.root / "_headers").read_text(encoding="utf-8"))
    assert headers_for(rules, path)["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in headers_for(rules, "/sak/x/")
