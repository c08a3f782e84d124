"""What a reader's programme knows an entry by does not change when a record gets another id."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casebook.graph import Graph, build_graph
from casebook.model.case import Case
from casebook.model.meeting import Meeting
from casebook.model.publication import AddressKind, Publication, Published, Version
from casebook.outputs.calendars.events import deadline_event, meeting_event
from casebook.outputs.earlier import first_id
from casebook.outputs.feeds.changes import change_entries
from casebook.outputs.feeds.entries import decision_entries, follow_up_entries
from casebook.outputs.feeds.files import feed_files
from casebook.outputs.records import Source
from tests.support import region

CASE, MEETING = "2021-06-ferjesambandet", "2021-05-25-regionradet"


def ledger(**days: str) -> Publication:
    """What was published, by the last part of each page's address."""
    entries = {}
    for address, day in days.items():
        entries[address] = Published(address, AddressKind.PAGE, (Version(day),))
    return Publication(ledger=entries)


def renamed(publication: Publication) -> Graph:
    """The region after one of its cases and one of its meetings got another id."""
    found = region.content()
    assert found.region is not None

    def case(one: Case) -> Case:
        items = tuple(
            replace(item, meeting="nytt-mote") if item.meeting == MEETING else item
            for item in one.agenda_items
        )
        one = replace(one, agenda_items=items)
        return replace(one, id="ny", aliases=(CASE,)) if one.id == CASE else one

    def meeting(one: Meeting) -> Meeting:
        return replace(one, id="nytt-mote", aliases=(MEETING,)) if one.id == MEETING else one

    files = {{CASE: "ny", MEETING: "nytt-mote"}.get(k, k): v for k, v in found.files.items()}
    return build_graph(
        found.region,
        tuple(map(case, found.cases.values())),
        tuple(map(meeting, found.meetings.values())),
        found.processes.values(),
        files,
        region.TODAY,
        publication,
    )


def told(graph: Graph, case_id: str, meeting_id: str) -> list[str]:
    """Everything that feeds and calendars call by the case's and the meeting's id."""
    source = Source(graph)
    case = graph.cases[case_id]
    ids = [entry.path for _, entry in decision_entries(source, case)]
    for state in graph.follow_ups[case_id]:
        ids += [entry.path for entry in follow_up_entries(source, state)]
        ids += [line for line in deadline_event(source, state) if line.startswith("UID:")]
    ids += [e.path for e in change_entries(source) if e.url.endswith(f"sak/{case_id}/")]
    event = meeting_event(source, graph.meetings[meeting_id])
    return sorted([*ids, *(line for line in event if line.startswith("UID:"))])


def test_a_new_id_gives_no_new_entries_and_no_second_meeting() -> None:
    before = told(region.graph(), CASE, MEETING)
    assert any("oppfolging" in path for path in before)
    assert any(path.startswith("endring/") for path in before)
    published = ledger(
        **{f"sak/{CASE}/": "2021-06-01", "sak/ny/": "2022-01-01", f"mote/{MEETING}/": "2021-05-01"}
    )
    assert told(renamed(published), "ny", "nytt-mote") == before


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ({}, "ny"),
        ({"sak/ny/": "2022-01-01"}, "ny"),
        ({f"sak/{CASE}/": "2022-01-01", "sak/ny/": "2022-01-01"}, "ny"),
        ({f"sak/{CASE}/": "2022-01-01"}, CASE),
        ({f"sak/{CASE}/": "2022-01-01", "sak/ny/": "2022-01-02"}, CASE),
    ],
)
def test_the_first_id_is_the_one_that_was_published_first(days: dict[str, str], first: str) -> None:
    assert first_id(renamed(ledger(**days)), "ny") == first


def test_of_former_ids_recorded_together_the_last_was_in_use() -> None:
    graph = region.graph(date(2026, 11, 23))
    case = replace(graph.cases[CASE], aliases=("eldst", "eldre"))
    day = ledger(**{"sak/eldst/": "2022-01-01", "sak/eldre/": "2022-01-01"})
    graph = replace(graph, cases={**graph.cases, CASE: case}, publication=day)
    assert first_id(graph, CASE) == "eldre"


def test_the_feed_of_a_process_keeps_its_id() -> None:
    graph = region.graph()
    process = replace(graph.processes["klimaplan"], id="klima", aliases=("klimaplan",))
    graph = replace(
        graph,
        processes={"klima": process},
        publication=ledger(**{"prosess/klimaplan/": "2022-01-01", "prosess/klima/": "2023-01-01"}),
    )
    content = next(f for f in feed_files(Source(graph)) if f.uri == "feed/prosess/klima.xml").read()
    assert b"<id>tag:eksempelregionen,2026:feed/prosess/klimaplan</id>" in content
    assert b'href="https://eksempelregionen.example/feed/prosess/klima.xml"' in content
