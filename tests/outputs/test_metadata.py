"""Sitemap, search description, robots and llms.txt."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from defusedxml import ElementTree as Tree

from casebook.model.values import NamePeriod
from casebook.outputs.keys import Keys
from casebook.outputs.records import Source
from casebook.outputs.site import all_pages
from casebook.outputs.sitemap import sitemap
from tests.support import region

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = "https://eksempelregionen.example/"


def listed(day: date = region.TODAY) -> dict[str, str]:
    graph = region.graph(day)
    uris = [planned.uri for planned in all_pages(graph, Keys(graph))]
    root = Tree.fromstring(sitemap(Source(graph), uris))
    return {
        url.findtext(f"{SPACE}loc", "").removeprefix(SITE): url.findtext(f"{SPACE}lastmod", "")
        for url in root
    }


def test_every_page_that_may_be_kept_is_listed_and_no_other() -> None:
    graph = region.graph()
    pages = [planned.make() for planned in all_pages(graph, Keys(graph))]
    kept = {page.address for page in pages if "noindex" not in page.robots}
    found = set(listed())
    assert found - kept == set()
    assert {a for a in kept - found if not a.startswith(("embed/", "s/"))} <= {"404.html"}


def test_lastmod_is_the_day_of_the_record() -> None:
    found = listed()
    assert found["sak/2021-felles-klimaplan/"] == "2022-12-01"
    for address, day in found.items():
        if address.startswith("sak/"):
            record = json.loads(region.outputs()[f"{address}sak.json"])
            assert day == record.get("updated", "")
    assert found[""] == max(found.values())
    assert max(found.values()) <= region.TODAY.isoformat()


def test_lastmod_does_not_move_with_time() -> None:
    tomorrow = region.TODAY + timedelta(days=1)
    assert listed(tomorrow) == listed()


def test_search_description() -> None:
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = Tree.fromstring(region.outputs()["opensearch.xml"])
    assert root.tag == f"{space}OpenSearchDescription"
    assert 0 < len(root.findtext(f"{space}ShortName", "")) <= 16
    (target,) = root.iter(f"{space}Url")
    assert target.get("template") == f"{SITE}sok/?q={{searchTerms}}"
    assert root.findtext(f"{space}Description")


@pytest.mark.parametrize(
    ("name", "short", "long"),
    [
        ("Fjellrådet", "Fjellrådet", "Fjellrådet"),
        ("Fjordrådet interkommunalt politisk råd", "Fjordrådet", None),
        ("Kystregionsamarbeidet", "Kystregionsamarb", "Kystregionsamarbeidet"),
        ("Rådet for det nordre og det søndre fjordlandet samlet", "Rådet for det", None),
    ],
)
def test_names_in_the_search_description_are_cut_between_words(
    name: str, short: str, long: str | None
) -> None:
    graph = region.graph(region=lambda one: replace(one, names=(NamePeriod(name),)))
    root = Tree.fromstring(region.machine_outputs(graph)["opensearch.xml"])
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert root.findtext(f"{space}ShortName") == short
    told = root.findtext(f"{space}LongName") or ""
    assert len(told) <= 48
    assert f"{name} ".startswith(f"{told} ")
    assert long in {None, told}


def test_robots_may_read_all_but_personal_data() -> None:
    parser = RobotFileParser()
    parser.parse(region.outputs()["robots.txt"].decode().splitlines())
    assert parser.site_maps() == [f"{SITE}sitemap.xml"]
    assert parser.can_fetch("*", f"{SITE}sak/2021-felles-klimaplan/sak.json")
    assert parser.can_fetch("*", f"{SITE}sak/2026-tilskudd-lag/")
    assert not parser.can_fetch("*", f"{SITE}sak/2026-tilskudd-lag/sak.json")


def test_robots_below_a_folder() -> None:
    written = region.machine_outputs(region.graph(region=region.below))["robots.txt"].decode()
    assert "Disallow: /sub/path/sak/2026-tilskudd-lag/sak.json" in written
    assert "Sitemap: https://host.example/sub/path/sitemap.xml" in written


def test_llms_lists_the_newest_decisions_as_markdown() -> None:
    written = region.outputs()["llms.txt"].decode()
    lines = [line for line in written.splitlines() if line.startswith("- [") and "/sak/" in line]
    assert written.startswith("# Eksempelregionen")
    assert len(lines) == 50
    for line in lines:
        uri = line.partition("](")[2].partition(")")[0].removeprefix(SITE)
        assert uri in region.outputs()


def test_without_an_address_there_is_no_sitemap() -> None:
    files = region.machine_outputs(region.graph(region=region.without_address))
    assert not {"sitemap.xml", "opensearch.xml"} & files.keys()
    assert b"Sitemap" not in files["robots.txt"]
