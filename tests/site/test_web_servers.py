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


def test_withdrawn_file_is_gone(host: str) -> None:
    answer = ask(host, "/sak/2023-alle-vedleggstyper/vedlegg/utkast.pdf")
    assert answer.status == 410
    assert b'class="k-missing"' in answer.body


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


def test_text_is_compressed_and_says_its_encoding(host: str) -> None:
    answer = ask(host, "/", **{"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    markdown = ask(host, "/sak/2021-06-ferjesambandet/sak.md")
    assert markdown.headers["content-type"] == "text/markdown; charset=utf-8"
