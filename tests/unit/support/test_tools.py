"""The checkers are checked: each must find the fault that it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ServeSite
from tests.support import browsing, links, nu, server

PAGE = """<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
</head><body><main><h1>{title}</h1>{body}</main></body></html>
"""


def write(folder: Path, path: str, body: str, title: str = "Prøve") -> Path:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(PAGE.format(title=title, body=body), encoding="utf-8")
    return target


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    write(tmp_path, "index.html", '<p><a href="sak/a/#p1">Sak</a></p>')
    write(tmp_path, "sak/a/index.html", '<p id="p1"><a href="../../">Forsiden</a></p>')
    write(tmp_path, "404.html", "<p>Siden finnes ikke.</p>")
    (tmp_path / "_headers").write_text(
        "/*\n  X-Frame-Options: DENY\n\n/embed/*\n  ! X-Frame-Options\n"
    )
    return tmp_path


def test_clean_site_has_no_link_faults(clean: Path) -> None:
    assert links.faults(links.Site(clean)) == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("sak/b/", "leads nowhere"),
        ("sak/a", "leads nowhere"),
        ("sak/a/#p2", "fragment"),
        ("#topp", "fragment"),
        ("https://region.example/sak/b/", "leads nowhere"),
        ("/sak/b/", "leads nowhere"),
    ],
)
def test_broken_link_is_found(clean: Path, link: str, problem: str) -> None:
    write(
        clean, "x/index.html", f'<p><a href="{"" if link[0] in "#/h" else "../"}{link}">x</a></p>'
    )
    (found,) = links.faults(links.Site(clean, base="https://region.example/"))
    assert problem in found


def test_headers_file_is_applied() -> None:
    rules = server.read_headers_file("/*\n  A: 1\n  B: x: y\n/embed/*\n  ! A\n")
    assert server.headers_for(rules, "/sak/") == {"a": "1", "b": "x: y"}
    assert server.headers_for(rules, "/embed/sak/") == {"b": "x: y"}


@pytest.mark.browser
def test_server_answers_like_a_host(
    clean: Path, serve_site: ServeSite, reader: browsing.Reader
) -> None:
    site = serve_site(clean, "/under/sti/")
    with reader.open(site.url) as (page, probe):
        assert probe.faults() == []
        page.click("text=Sak")
        assert page.url.endswith("/under/sti/sak/a/#p1")
        assert page.request.get(site.address("/sak/a")).url.endswith("/sak/a/")
        missing = page.request.get(site.address("/borte/"))
        assert (missing.status, missing.headers["x-frame-options"]) == (404, "DENY")
        assert "Siden finnes ikke" in missing.text()
        assert page.request.get(site.origin + "/sak/a/").status == 404
    assert site.missing == ["/under/sti/borte/", "/sak/a/"]


@pytest.mark.browser
def test_probe_sees_what_a_page_must_not_do(
    clean: Path, serve_site: ServeSite, reader: browsing.Reader
) -> None:
    body = (
        '<script>1</script><script src="a.js"></script><img src="https://x.invalid/a.png" alt="">'
    )
    write(clean, "index.html", body)
    (clean / "a.js").write_text("localStorage.setItem('a', '1'); document.cookie = 'b=1';")
    with reader.open(serve_site(clean).url) as (_, probe):
        text = "\n".join(probe.faults())
    for part in ("script-src-elem blocked inline", "img-src", "localStorage: ['a']", "cookies"):
        assert part in text


@pytest.mark.browser
def test_probe_sees_foreign_and_failed_requests(
    clean: Path, serve_site: ServeSite, reader: browsing.Reader
) -> None:
    page = write(
        clean, "index.html", '<img src="http://127.0.0.1:9/a.png" alt=""><img src="b.png" alt="">'
    )
    page.write_text(page.read_text().replace("default-src 'none'", "img-src *"))
    with reader.open(serve_site(clean).url) as (_, probe):
        assert probe.foreign == ["http://127.0.0.1:9/a.png"]
        assert any("404" in line for line in probe.failed)


@pytest.mark.browser
def test_axe_and_overflow_find_their_faults(
    clean: Path, serve_site: ServeSite, reader: browsing.Reader
) -> None:
    write(clean, "index.html", '<img src="data:,"><p>a</p>')
    write(clean, "wide/index.html", f"<p>{'x' * 400}</p>")
    site = serve_site(clean)
    with reader.open(site.url, width=320) as (page, _):
        assert any("image-alt" in line for line in browsing.axe(page))
        assert browsing.overflow(page) == []
    with reader.open(site.address("/wide/"), width=320, scheme="dark") as (page, _):
        assert browsing.axe(page) == []
        assert browsing.overflow(page) != []
        assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_html_checker_counts_obsolete_as_error(clean: Path) -> None:
    assert [m for m in nu.check([clean]) if m.severity == "error"] == []
    write(clean, "bad/index.html", '<table><tr><td align="left">a</td></tr></table><p></div>')
    errors = [message.text for message in nu.check([clean]) if message.severity == "error"]
    assert any("align" in text for text in errors)
    assert any("div" in text for text in errors)
