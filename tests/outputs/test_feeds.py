"""Feeds, read by parsers that did not make them."""

from __future__ import annotations

import json
import re
import warnings
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import feedparser
import jsonschema
import pytest

from casebook.graph.followups import ordered_log
from casebook.model.case import Case
from casebook.model.shared import Change
from casebook.model.text import SectionKind
from casebook.model.values import PartialDate
from casebook.model.vocabulary import ChangeKind
from casebook.outputs import addresses
from tests.outputs.json_feed_schema import JSON_FEED
from tests.support import region

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import fastfeedparser  # type: ignore[import-untyped]  # ships no types

ATOM = sorted(uri for uri in region.outputs() if uri.startswith("feed/") and uri.endswith(".xml"))
TAG = re.compile(r"tag:eksempelregionen,2026:[a-z0-9/._-]+")


def atom(uri: str, files: dict[str, bytes] | None = None) -> Any:
    return feedparser.parse((files or region.outputs())[uri])


def test_there_is_a_feed_for_each_register() -> None:
    graph = region.graph()
    expected = {"feed/vedtak", "feed/oppfolging", "feed/endringer"}
    expected |= {f"feed/organ/{key}" for key in graph.bodies}
    expected |= {f"feed/kommune/{key}" for key in graph.municipalities}
    expected |= {f"feed/tema/{key}" for key in graph.topics}
    expected |= {f"feed/prosess/{key}" for key in graph.processes}
    assert {uri.removesuffix(".xml") for uri in ATOM} == expected
    assert {f"{path}.json" for path in expected} <= region.outputs().keys()


@pytest.mark.parametrize("body", ["klimautvalget", "arbeidsutvalget", "kommunedirektormotet"])
def test_the_feed_of_a_body_holds_what_the_body_came_to(body: str) -> None:
    graph = region.graph()
    came_to = {
        f"https://eksempelregionen.example/{addresses.case(case.id, t.anchor)}"
        for case in graph.published_cases
        for t in graph.treatments[case.id]
        if t.body is not None and t.body.id == body and t.item.outcome is not None
    }
    assert came_to
    assert {entry.link for entry in atom(f"feed/organ/{body}.xml").entries} == came_to


@pytest.mark.parametrize("kind", ["tema", "kommune", "prosess"])
def test_the_feed_of_a_register_holds_its_own_cases_alone(kind: str) -> None:
    graph = region.graph()
    found = 0
    for case in graph.published_cases:
        own = {
            "tema": case.topics,
            "kommune": graph.municipalities_of(case),
            "prosess": (*case.processes, *(s.follow_up.process for s in graph.follow_ups[case.id])),
        }[kind]
        page = f"/{addresses.case(case.id)}"
        for uri in (uri for uri in ATOM if uri.startswith(f"feed/{kind}/")):
            stands = any(page in entry.link for entry in atom(uri).entries)
            assert not stands or uri.removeprefix(f"feed/{kind}/").removesuffix(".xml") in own
            found += stands
    assert found


@pytest.mark.parametrize("uri", ATOM)
def test_two_parsers_read_the_same(uri: str) -> None:
    one = atom(uri)
    assert not one.bozo, one.get("bozo_exception")
    assert one.version == "atom10"
    if one.entries:
        other = fastfeedparser.parse(region.outputs()[uri])
        assert [e.title for e in one.entries] == [e["title"] for e in other.entries]
        assert [e.link for e in one.entries] == [e["link"] for e in other.entries]
        assert [e.id for e in one.entries] == [e["id"] for e in other.entries]


@pytest.mark.parametrize("uri", ATOM)
def test_every_entry_is_whole(uri: str) -> None:
    feed = atom(uri)
    assert feed.feed.title and feed.feed.updated and TAG.fullmatch(feed.feed.id)  # noqa: PT018
    assert feed.feed.author
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [
        f"https://eksempelregionen.example/{uri}"
    ]
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids))
    for entry in feed.entries:
        assert entry.title.strip()
        assert TAG.fullmatch(entry.id)
        assert entry.link.startswith("https://eksempelregionen.example/")
        assert entry.updated <= feed.feed.updated
        assert "<" in entry.content[0].value
        assert 'href="../' not in entry.content[0].value


@pytest.mark.parametrize("uri", ATOM)
def test_every_feed_states_its_licence(uri: str) -> None:
    feed = atom(uri).feed
    assert feed.rights == "Norsk lisens for offentlige data (NLOD) 2.0"
    assert [link.href for link in feed.links if link.rel == "license"] == [
        "https://data.norge.no/nlod/no/2.0"
    ]
    twin = json.loads(region.outputs()[uri.replace(".xml", ".json")])
    assert twin["_casebook"]["licence"] == "NLOD-2.0"


@pytest.mark.parametrize("uri", [uri.replace(".xml", ".json") for uri in ATOM])
def test_json_feeds_follow_the_schema_and_say_the_same(uri: str) -> None:
    data = json.loads(region.outputs()[uri])
    jsonschema.Draft202012Validator(JSON_FEED).validate(data)
    twin = atom(uri.replace(".json", ".xml"))
    assert [item["id"] for item in data["items"]] == [entry.id for entry in twin.entries]
    assert [item["date_modified"] for item in data["items"]] == [e.updated for e in twin.entries]


def test_dates_that_are_assumed_say_so() -> None:
    graph = region.graph()
    doubtful = {
        f"tag:eksempelregionen,2026:sak/{t.case.id}/{t.item.id}"
        for case in graph.published_cases
        for t in graph.treatments[case.id]
        if t.date_doubt and t.item.outcome is not None
    }
    doubtful |= {
        f"tag:eksempelregionen,2026:sak/{s.case.id}/oppfolging/{s.follow_up.id}/{line.date.iso}"
        for s in graph.all_follow_ups
        for line in ordered_log(s.follow_up)
        if line.doubt("date") and line.date is not None
    }
    entries = {entry.id: entry for uri in ATOM for entry in atom(uri).entries}
    seen = doubtful & entries.keys()
    assert seen
    for key in seen:
        assert "antatt" in entries[key].title
        assert "antatt" in entries[key].content[0].value
    assert sum("antatt dato" in entry.title for entry in entries.values()) == len(seen)


def test_nothing_moves_without_a_change() -> None:
    later = region.machine_outputs(region.graph(region.TODAY + timedelta(days=1)))
    assert {uri for uri in ATOM if later[uri] != region.outputs()[uri]} == set()


def test_a_correction_moves_its_own_entry_only() -> None:
    def corrected(case: Case) -> Case:
        if case.id != "2024-brannvern":
            return case
        change = Change(
            date=PartialDate(2026, 11, 20), kind=ChangeKind.CORRECTION, text="Rettet en skrivefeil."
        )
        return replace(case, changes=(*case.changes, change))

    files = region.machine_outputs(region.graph(case=corrected))
    before = {e.id: e.updated for e in atom("feed/tema/beredskap.xml").entries}
    after = {e.id: e.updated for e in atom("feed/tema/beredskap.xml", files).entries}
    moved = {key for key in before if before[key] != after[key]}
    assert moved
    assert all("/2024-brannvern/" in key for key in moved)
    newest = atom("feed/endringer.xml", files).entries[0]
    assert newest.title.startswith("Rettet: ")
    assert newest.updated == "2026-11-20T00:00:00+01:00"


def test_ids_do_not_name_the_host() -> None:
    moved = region.machine_outputs(region.graph(region=region.below))
    for uri in ATOM:
        assert [e.id for e in atom(uri, moved).entries] == [e.id for e in atom(uri).entries]
        assert all(
            e.link.startswith("https://host.example/sub/path/") for e in atom(uri, moved).entries
        )


def test_no_feed_without_an_address_or_a_namespace() -> None:
    files = region.machine_outputs(region.graph(region=region.without_address))
    assert not [uri for uri in files if uri.startswith("feed/")]
    files = region.machine_outputs(region.graph(region=lambda r: replace(r, namespace="")))
    assert not [uri for uri in files if uri.startswith("feed/")]


def test_what_is_still_to_come_is_no_news() -> None:
    early = region.machine_outputs(region.graph(date(2022, 1, 1)))
    entries = [entry for uri in ATOM for entry in atom(uri, early).entries]
    assert entries
    assert max(entry.updated for entry in entries) < "2022-01-02"


def test_a_vote_is_told_with_its_sides_and_a_recommendation_amid_a_sentence() -> None:
    items = json.loads(region.outputs()["feed/organ/regionradet.json"])["items"]
    (budget,) = [item for item in items if "2023-budsjett-fjorten" in item["url"]]
    assert budget["title"].endswith(": Innstilling: vedtatt med endring")
    assert "<p>Skolefrukt: Vedtatt: 7 for, 5 mot.</p><ul><li>For: 7 (" in budget["content_html"]


def test_a_recommendation_is_told_with_its_text() -> None:
    items = json.loads(region.outputs()["feed/organ/klimautvalget.json"])["items"]
    (station,) = [item for item in items if "2024-to-innstillinger" in item["url"]]
    text = region.graph().cases["2024-to-innstillinger"].text
    section = text.find(SectionKind.RECOMMENDATION, "klimautvalget")
    assert section is not None
    assert section.points[0].source.split(".")[0] in station["content_html"]
