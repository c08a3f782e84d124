"""JSON-LD of the pages against schema.org: every term exists, and stands on the right class."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import rdflib
from rdflib import RDF, SDO

from casebook.model.values import PartialDate
from casebook.outputs.keys import Keys
from casebook.outputs.linked import enriched
from casebook.outputs.linked.case import case_node
from casebook.outputs.linked.others import meeting_node
from casebook.outputs.pages.page import Page
from casebook.outputs.records import Source
from casebook.outputs.site import all_pages
from tests.outputs.schema_org import DOMAINS, kinds_of
from tests.support import region

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
VOCABULARY = "https://schema.org/"
TERMS = set(SDO.__annotations__)
EXPECTED = {
    "case": "CreativeWork",
    "meeting": "Event",
    "process": "Collection",
    "body": "GovernmentOrganization",
    "municipality": "GovernmentOrganization",
    "topic": "CollectionPage",
    "year": "CollectionPage",
    "cases": "CollectionPage",
    "meetings": "CollectionPage",
    "front": "WebSite",
    "data": "Dataset",
}


@cache
def pages() -> tuple[Page, ...]:
    graph = region.graph()
    source = Source(graph)
    return tuple(enriched(source, planned.make()) for planned in all_pages(graph, Keys(graph)))


def parsed(page: Page) -> rdflib.Graph:
    assert page.jsonld is not None
    data = {**page.jsonld, "@context": {"@vocab": VOCABULARY}}
    return rdflib.Graph().parse(data=json.dumps(data), format="json-ld")


def of_kind(kind: str) -> list[Page]:
    return [page for page in pages() if page.kind == kind and page.jsonld is not None]


def test_every_indexable_page_describes_itself() -> None:
    without = {p.kind for p in pages() if p.jsonld is None and "noindex" not in p.robots}
    assert without <= {"embed", "missing", "redirect"}
    assert all(page.jsonld is None for page in pages() if "noindex" in page.robots)


@pytest.mark.parametrize("kind", EXPECTED)
def test_terms_exist_and_stand_on_their_class(kind: str) -> None:
    found = of_kind(kind)
    assert found
    for page in found:
        graph = parsed(page)
        for subject, predicate, value in graph:
            if predicate == RDF.type:
                assert str(value).removeprefix(VOCABULARY) in TERMS
                continue
            name = str(predicate).removeprefix(VOCABULARY)
            assert name in TERMS
            assert name in DOMAINS, f"{name} is not in the test's list of domains"
            types = {str(t).removeprefix(VOCABULARY) for t in graph.objects(subject, RDF.type)}
            assert types, f"{name} on a node without a type on {page.address}"
            kinds = set().union(*(kinds_of(one) for one in types))
            assert kinds & set(DOMAINS[name]), f"{name} on {types}"


@pytest.mark.parametrize(("kind", "expected"), EXPECTED.items())
def test_pages_are_of_the_right_type(kind: str, expected: str) -> None:
    for page in of_kind(kind):
        assert page.jsonld is not None
        assert page.jsonld["@graph"][0]["@type"] == expected


def test_no_decision_is_called_legislation() -> None:
    for page in pages():
        assert "Legislation" not in json.dumps(page.jsonld)


def test_enumerated_values_are_terms() -> None:
    for page in pages():
        for node in _nodes(page.jsonld):
            for name in ("actionStatus", "eventStatus", "eventAttendanceMode"):
                if name in node:
                    assert node[name].removeprefix(VOCABULARY) in TERMS


def _nodes(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [node for item in value for node in _nodes(item)]
    if isinstance(value, dict):
        return [value, *(node for item in value.values() for node in _nodes(item))]
    return []


def test_an_assumed_date_is_left_out() -> None:
    graph = region.graph()
    source = Source(graph)
    meeting = graph.meetings["2021-09-14-regionradet"]
    assert "startDate" in meeting_node(source, meeting)
    assert "startDate" not in meeting_node(source, replace(meeting, doubts={"date": "Udatert."}))
    case = replace(graph.cases["2021-felles-klimaplan"], published=PartialDate(2021, 9))
    assert case_node(source, case)["datePublished"] == "2021-09"
    assert "datePublished" not in case_node(source, replace(case, doubts={"published": "?"}))


def test_a_moved_meeting_says_when_it_was_and_when_it_is() -> None:
    graph = region.graph()
    moved = graph.meetings["2023-10-24-regionradet"]
    told = meeting_node(Source(graph), moved)
    assert told["eventStatus"] == "https://schema.org/EventRescheduled"
    assert told["previousStartDate"] == "2023-10-24T10:00:00+02:00"
    assert told["startDate"] == "2023-11-07T10:00:00+01:00"
    told = meeting_node(Source(graph), replace(moved, moved_to=""))
    assert told["eventStatus"] == "https://schema.org/EventPostponed"
    assert "previousStartDate" not in told


def test_ids_that_pages_share_are_the_same() -> None:
    known = {
        node["@id"]
        for page in pages()
        for node in _nodes(page.jsonld)
        if "@id" in node and "@type" in node
    }
    named = {
        node["@id"] for page in pages() for node in _nodes(page.jsonld) if set(node) == {"@id"}
    }
    gone = {
        f"https://eksempelregionen.example/sak/{case.id}/#sak"
        for case in region.graph().cases.values()
        if not region.graph().is_published(case) or case.personal_data
    }
    assert named - known - gone == set()


def test_nothing_absolute_without_an_address() -> None:
    graph = region.graph(region=region.without_address)
    source = Source(graph)
    for planned in all_pages(graph, Keys(graph)):
        page = enriched(source, planned.make())
        assert page.jsonld is None
        assert all("feed/" not in link["href"] for link in page.head_links)


def test_links_of_a_case_lead_to_its_own_data() -> None:
    (page,) = (p for p in pages() if p.address == "sak/2021-felles-klimaplan/")
    found = {
        link.get("type"): link["href"] for link in page.head_links if link["rel"] == "alternate"
    }
    assert found["application/json"] == "sak.json"
    assert found["text/markdown"] == "sak.md"
    (schema,) = (link["href"] for link in page.head_links if link["rel"] == "describedby")
    assert schema == "../../data/skjema/1/sak.schema.json"


def test_what_is_only_likely_is_left_out() -> None:
    graph = region.graph()
    known = graph.meetings["2021-09-14-regionradet"]
    doubts = dict.fromkeys(("place", "status", "body", "form"), "Referatet mangler.")
    node = meeting_node(Source(graph), replace(known, place="Rådhuset", doubts=doubts))
    assert not {"location", "eventStatus", "organizer", "eventAttendanceMode"} & node.keys()
    for state in graph.all_follow_ups:
        if state.follow_up.doubt("owners") or state.status_doubt:
            actions = case_node(Source(graph), state.case)["potentialAction"]
            (action,) = [a for a in actions if a["url"].endswith(f"#{state.anchor}")]
            assert ("agent" in action) is (not state.follow_up.doubt("owners"))
            assert ("actionStatus" in action) is (not state.status_doubt)
