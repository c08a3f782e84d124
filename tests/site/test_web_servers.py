"""The nginx and Apache set-ups, tried for real: headers, caching, CORS, redirects, 404."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.test_policy import POLICY
from tests.support import apache, nginx
from tests.support.server import headers_for, read_headers_file


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture(scope="module", params=[nginx, apache], ids=["nginx", "apache"])
def host(request: pytest.FixtureRequest, demo_site: Path) -> Iterator[str]:
    with request.param.serve(demo_site) as address:
        yield address


def ask(host: str, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(host).netloc, timeout=10)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, answer.read())
    finally:
        connection.close()


@pytest.mark.parametrize(
    "path", ["/", "/sak/2021-06-ferjesambandet/", "/assets/casebook.css", "/no-such-page/"]
)
def test_every_answer_has_the_security_headers_of_the_headers_file(
    host: str, demo_site: Path, path: str
) -> None:
    rules = read_headers_file((demo_site / "_headers").read_text(encoding="utf-8"))
    told = ask(host, path).headers
    wanted = headers_for(rules, "/sak/x/")
    assert wanted["content-security-policy"] == f"{POLICY}; frame-ancestors 'none'"
    assert {name: told.get(name) for name in wanted} == wanted


def test_embeds_may_be_framed_and_data_be_read(host: str) -> None:
    embed = ask(host, "/embed/sak/2021-06-ferjesambandet/").headers
    assert embed["content-security-policy"] == POLICY
    for path in ("/embed/v1/casebook.js", "/sak/2021-06-ferjesambandet/oembed.json"):
        answer = ask(host, path)
        assert answer.status == 200, path
        assert answer.headers["access-control-allow-origin"] == "*", path
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin", path
    assert "access-control-allow-origin" not in ask(host, "/sak/2021-06-ferjesambandet/").headers


def test_caching(host: str) -> None:
    assert ask(host, "/assets/casebook.css").headers["cache-control"] == "public, max-age=3600"
    page = ask(host, "/")
    assert page.headers["cache-control"] == "no-cache"
    again = ask(host, "/", **{"If-None-Match": page.headers["etag"]})
    assert again.status == 304


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/sak/2021-ferja/", "/sak/2021-06-ferjesambandet/"),
        ("/sak/2021-ferja/oembed.json", "/sak/2021-06-ferjesambandet/oembed.json"),
        ("/s/regionradet-6-2021/", "/sak/2021-06-ferjesambandet/"),
        ("/prosess/digital-fjord/", "/prosess/digitaliseringsstrategi/"),
        ("/sak/2021-06-ferjesambandet", "/sak/2021-06-ferjesambandet/"),
        ("/tema/vei/", "/tema/samferdsel/"),
        ("/data/stemmetall.csv", "/data/voteringer.csv"),
    ],
)
def test_old_and_short_addresses_lead_on(host: str, old: str, new: str) -> None:
    answer = ask(host, old)
    assert (answer.status, answer.headers["location"].removeprefix(host)) == (301, new)
    assert ask(host, new).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/sak/2023-alle-vedleggstyper/vedlegg/utkast.pdf",
        "/sak/2021-tatt-av/vedlegg/notat.pdf",
        "/sak/2021-tatt-av/oembed.json",
        "/sak/2021-dobbeltfort/sak.json",
        "/sak/2021-dobbeltfort/vedlegg/notat.pdf",
    ],
)
def test_withdrawn_file_is_gone(host: str, path: str) -> None:
    answer = ask(host, path)
    assert answer.status == 410
    assert b'class="k-missing"' in answer.body


@pytest.mark.parametrize("path", ["/sak/2021-tatt-av/", "/sak/2021-dobbeltfort/"])
def test_tombstones_answer(host: str, path: str) -> None:
    for address in (path, f"{path}index.html"):
        answer = ask(host, address)
        assert (answer.status, b"Tatt av siden" in answer.body) == (200, True)


@pytest.mark.parametrize(
    "path", ["/sak/2026-tilskudd-lag/sak.json", "/sak/2026-tilskudd-lag/sak.md", "/data/saker.json"]
)
def test_search_engines_keep_no_copies_of_personal_data(host: str, path: str) -> None:
    answer = ask(host, path)
    assert (answer.status, answer.headers["x-robots-tag"]) == (200, "noindex")
    assert "x-robots-tag" not in ask(host, "/sak/2021-06-ferjesambandet/sak.json").headers
    assert "x-robots-tag" not in ask(host, "/data/").headers


def test_missing_page_is_the_sites_own(host: str) -> None:
    answer = ask(host, "/no-such-page/")
    assert answer.status == 404
    assert b'class="k-missing"' in answer.body


@pytest.mark.parametrize("path", ["/_headers", "/_redirects.nginx", "/.git/config"])
def test_files_for_hosts_are_hidden(host: str, path: str) -> None:
    assert ask(host, path).status == 404


def test_files_for_certificates_may_be_put_on_the_host(demo_site: Path, tmp_path: Path) -> None:
    for server in (nginx, apache):
        site = tmp_path / server.__name__
        site.mkdir()
        for name in ("_redirects.nginx", "_redirects.apache", "404.html"):
            (site / name).write_bytes((demo_site / name).read_bytes())
        asked = site / ".well-known" / "acme-challenge" / "svar"
        asked.parent.mkdir(parents=True)
        asked.write_text("ja", encoding="utf-8")
        with server.serve(site) as host:
            answer = ask(host, "/.well-known/acme-challenge/svar")
            assert (answer.status, answer.body) == (200, b"ja")
            assert ask(host, "/.well-knownish").status == 404


@pytest.mark.parametrize("path", ["/feed/vedtak.xml", "/sitemap.xml", "/data/saker.csv"])
def test_what_programmes_fetch_is_compressed(host: str, path: str) -> None:
    answer = ask(host, path, **{"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].endswith("charset=utf-8")


def test_search_index_is_not_compressed_twice(host: str, demo_site: Path) -> None:
    (table,) = (demo_site / "sok" / "indeks").glob("tabell-*.gz")
    answer = ask(host, f"/sok/indeks/{table.name}", **{"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert answer.body == table.read_bytes()


def test_part_of_a_file_and_its_head_can_be_asked_for(host: str) -> None:
    path = "/sak/2023-alle-vedleggstyper/vedlegg/saksframlegg.pdf"
    answer = ask(host, path, Range="bytes=0-4")
    assert (answer.status, answer.body) == (206, b"%PDF-")


def test_text_is_compressed_and_says_its_encoding(host: str) -> None:
    answer = ask(host, "/", **{"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    markdown = ask(host, "/sak/2021-06-ferjesambandet/sak.md")
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
