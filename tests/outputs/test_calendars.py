"""Calendars, read by two parsers and held to rules of our own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from casebook.graph import Graph
from casebook.model.meeting import Meeting
from casebook.model.publication import Publication, Revision
from casebook.model.shared import Change
from casebook.model.values import PartialDate
from casebook.model.vocabulary import ChangeKind, MeetingStatus
from casebook.outputs.calendars.events import meeting_event
from casebook.outputs.calendars.lines import folded, text
from casebook.outputs.records import Source
from tests.support import region

CALENDARS = sorted(uri for uri in region.outputs() if uri.startswith("kalender/"))
REQUIRED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS")


def events(uri: str, files: dict[str, bytes] | None = None) -> list[Any]:
    return list(icalendar.Calendar.from_ical((files or region.outputs())[uri]).events)


def meeting(meeting_id: str) -> Meeting:
    return region.graph().meetings[meeting_id]


def lines_of(changed: Meeting) -> list[str]:
    return meeting_event(Source(region.graph()), changed)


@pytest.mark.parametrize("uri", CALENDARS)
def test_two_parsers_read_it(uri: str) -> None:
    content = region.outputs()[uri]
    found = events(uri)
    vobject.readOne(content.decode()).validate(raiseException=True)
    for event in found:
        assert all(event.get(name) is not None for name in REQUIRED)
        assert str(event["SUMMARY"]).strip()
        assert str(event["UID"]).endswith("@eksempelregionen")
    ids = [str(event["UID"]) for event in found]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("uri", CALENDARS)
def test_own_rules(uri: str) -> None:
    content = region.outputs()[uri]
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n" in content
    for line in content.replace(b"\r\n ", b"").decode().split("\r\n"):
        if line.startswith(("DTSTART", "DTEND")) and "T000000" not in line and "RRULE" not in line:
            assert re.fullmatch(
                r"(DTSTART|DTEND)(;VALUE=DATE:\d{8}|;TZID=Europe/Oslo:\d{8}T\d{6}|:\d{8}T\d{6})",
                line,
            )


def test_times_are_those_of_the_record() -> None:
    (event,) = events("kalender/mote/2021-09-14-regionradet.ics")
    start = event["DTSTART"].dt
    assert isinstance(start, datetime)
    assert start.astimezone(ZoneInfo("UTC")).isoformat() == "2021-09-14T10:00:00+00:00"


def test_each_body_has_its_own_meetings() -> None:
    graph = region.graph()
    for body in graph.bodies:
        dated = [m.id for m in graph.meetings_of_body(body) if m.date and m.date.exact]
        found = [str(e["UID"]).split("@")[0] for e in events(f"kalender/organ/{body}.ics")]
        assert sorted(found) == sorted(dated)


def test_cancelled_and_moved_meetings_are_cancelled() -> None:
    graph = region.graph()
    off = {MeetingStatus.CANCELLED, MeetingStatus.MOVED}
    wanted = {m.id for m in graph.meetings.values() if m.status in off and m.date and m.date.exact}
    found = {
        str(event["UID"]).split("@")[0]
        for event in events("kalender/moter.ics")
        if str(event["STATUS"]) == "CANCELLED"
    }
    assert found == wanted
    assert wanted


def test_an_assumed_date_is_tentative_and_says_so() -> None:
    doubtful = replace(meeting("2021-09-14-regionradet"), doubts={"date": "Referatet er udatert."})
    lines = lines_of(doubtful)
    assert "STATUS:TENTATIVE" in lines
    assert "SUMMARY:Regionrådet (antatt dato)" in lines
    assert any("Antatt: Referatet er udatert." in line for line in lines)


def test_a_meeting_without_a_day_stands_in_no_calendar() -> None:
    assert lines_of(replace(meeting("2021-09-14-regionradet"), date=PartialDate(2021, 9))) == []


def test_sequence_grows_with_every_step_and_change() -> None:
    start = meeting("2021-09-14-regionradet")
    change = Change(date=PartialDate(2021, 9, 1), kind=ChangeKind.UPDATE, text="Nytt sted.")
    steps = [
        replace(start, status=MeetingStatus.PLANNED, changes=()),
        replace(start, status=MeetingStatus.SUMMONED, changes=()),
        replace(start, status=MeetingStatus.SUMMONED, changes=(change,)),
        replace(start, status=MeetingStatus.CANCELLED, changes=(change,)),
    ]
    found = [line for step in steps for line in lines_of(step) if line.startswith("SEQUENCE:")]
    assert found == ["SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:5", "SEQUENCE:7"]
    stamps = [line for step in steps for line in lines_of(step) if line.startswith("DTSTAMP:")]
    assert len(set(stamps[:2])) == 1
    assert stamps[2] == "DTSTAMP:20210831T220000Z"


def test_sequence_does_not_fall_when_a_meeting_is_held_after_all() -> None:
    """A programme keeps the event with the greater number, and would keep it cancelled."""
    start = replace(meeting("2021-09-14-regionradet"), changes=())
    again = Change(date=PartialDate(2021, 9, 2), kind=ChangeKind.UPDATE, text="Holdes likevel.")
    called_off = replace(start, status=MeetingStatus.CANCELLED)
    told = replace(start, status=MeetingStatus.SUMMONED, changes=(again,))
    assert sequence(told) > sequence(called_off)


def test_sequence_grows_with_every_version_of_the_file() -> None:
    """A meeting that gets another hour, or is held after all, without an entry of its own."""
    start = replace(meeting("2021-09-14-regionradet"), status=MeetingStatus.CANCELLED)
    revision = Revision(date(2021, 9, 2))
    told = Publication(history={start.origin.path: (revision,)})
    graph = replace(region.graph(), publication=told)
    again = replace(start, status=MeetingStatus.SUMMONED)
    assert sequence(again, graph) > sequence(start)


def sequence(changed: Meeting, graph: Graph | None = None) -> int:
    lines = meeting_event(Source(graph or region.graph()), changed)
    (found,) = (line for line in lines if line.startswith("SEQUENCE:"))
    return int(found.partition(":")[2])


def test_time_moves_nothing() -> None:
    later = region.machine_outputs(region.graph(region.TODAY + timedelta(days=30)))
    changed = {uri for uri in CALENDARS if later[uri] != region.outputs()[uri]}
    assert changed == set()


def test_deadlines_are_those_of_open_follow_ups() -> None:
    graph = region.graph()
    due = {
        f"{s.case.id}/{s.follow_up.id}@eksempelregionen": s.due.last
        for s in graph.all_follow_ups
        if s.due is not None and not s.closed
    }
    found = {str(e["UID"]): e["DTSTART"].dt for e in events("kalender/frister.ics")}
    assert found == due
    assert all(isinstance(day, date) for day in found.values())


def test_calendars_need_no_address_but_have_no_link_without_one() -> None:
    files = region.machine_outputs(region.graph(region=region.without_address))
    assert all(event.get("URL") is None for event in events("kalender/moter.ics", files))
    assert [str(e["UID"]) for e in events("kalender/moter.ics", files)] == [
        str(e["UID"]) for e in events("kalender/moter.ics")
    ]


def test_text_is_escaped_and_characters_stay_whole() -> None:
    assert text("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne"
    line = "SUMMARY:" + "æøå–" * 40
    parts = list(folded(line))
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


def test_a_meeting_that_is_off_says_so_where_calendars_show_it() -> None:
    titles = {str(e["UID"]).split("@")[0]: str(e["SUMMARY"]) for e in events("kalender/moter.ics")}
    assert titles["2022-04-05-regionradet"] == "Avlyst: Regionrådet"
    assert titles["2023-10-24-regionradet"] == "Flyttet: Eksempelrådet"
    assert titles["2023-11-07-regionradet"] == "Eksempelrådet"


def test_a_place_or_status_that_is_only_likely_says_so() -> None:
    doubts = {"place": "Innkallingen mangler.", "status": "Referatet mangler."}
    known = meeting("2021-09-14-regionradet")
    lines = lines_of(replace(known, place="Rådhuset", doubts=doubts))
    assert "LOCATION:Rådhuset (antatt)" in lines
    assert "STATUS:TENTATIVE" in lines
    assert any(r"Sted (antatt): Innkallingen mangler." in line for line in lines)
    off = lines_of(replace(known, status=MeetingStatus.CANCELLED, doubts=doubts))
    assert any(line.startswith("SUMMARY:Avlyst:") and "(antatt)" in line for line in off)


def test_the_deadline_stands_as_written_where_the_day_says_something_else() -> None:
    told = [
        str(event["DESCRIPTION"]).replace("\xa0", " ") for event in events("kalender/frister.ics")
    ]
    assert any("Frist: juni 2027" in text for text in told)
    assert any("Frist: til budsjettmøtet (" in text for text in told)
