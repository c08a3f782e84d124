"""The feed of changes: which records are new, changed or gone, for those who keep a copy.

A case whose personal data had to go is in no list at all; whoever keeps a copy deletes what is no
longer in the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from casebook.i18n import Words
from casebook.model.case import Case, Retraction
from casebook.model.shared import Change
from casebook.model.values import PartialDate
from casebook.outputs import addresses
from casebook.outputs.earlier import first_id
from casebook.outputs.records import VERSION, Json, Source, edtf, moments
from casebook.outputs.records.plain import assumed, keep

REMOVED = "fjernet"


@dataclass(frozen=True, slots=True)
class ChangeOf:
    """A change that somebody has recorded, of any kind of record."""

    record: str
    id: str
    address: str
    title: str
    kind: str
    """``retting``, ``oppdatering``, ``oppfølging``, ``fjernet``, or ``endring`` without a kind."""
    date: PartialDate
    text: str
    assumed: str
    path: str
    """Permanent place among all changes: the record, the day, and the number on that day."""

    def html(self, words: Words) -> str:
        """What was changed, and when."""
        said = [self.text, words.date(self.date)]
        if self.assumed:
            said[1] += f" ({words('uncertain')}: {self.assumed})"
        return "".join(f"<p>{escape(text, quote=False)}</p>" for text in said if text)


def changes_of(source: Source) -> Iterator[ChangeOf]:
    """Every recorded change that has come, in no particular order."""
    graph, view = source.graph, source.view
    for case in graph.cases.values():
        if case.id in source.published:
            address, title = addresses.case(case.id), view.title(case.id)
            yield from _recorded(source, "case", case.id, address, title, case.changes)
        elif case.retraction is not None:
            yield from _removed(source, case, case.retraction)
    for meeting in graph.meetings.values():
        title = view.meeting_link(meeting.id)["label"]
        address = addresses.meeting(meeting.id)
        yield from _recorded(source, "meeting", meeting.id, address, title, meeting.changes)
    for process in graph.processes.values():
        address = addresses.process(process.id)
        yield from _recorded(source, "process", process.id, address, process.title, process.changes)


def _removed(source: Source, case: Case, retraction: Retraction) -> Iterator[ChangeOf]:
    """A case that was taken down; one whose personal data had to go is not told of."""
    if retraction.date is not None and retraction.date.first <= source.graph.as_of:
        yield ChangeOf(
            record="case",
            id=case.id,
            address=addresses.case(case.id),
            title=source.view.title(case.id),
            kind=REMOVED,
            date=retraction.date,
            text=retraction.reason,
            assumed="",
            path=f"sak/{first_id(source.graph, case.id)}/{REMOVED}",
        )


def _recorded(
    source: Source,
    record: str,
    record_id: str,
    address: str,
    title: str,
    changes: Iterable[Change],
) -> Iterator[ChangeOf]:
    seen: dict[str, int] = {}
    lasting = f"{address.partition('/')[0]}/{first_id(source.graph, record_id)}/"
    for change in changes:
        if change.date is None or change.date.first > source.graph.as_of:
            continue
        day = change.date.iso
        seen[day] = seen.get(day, 0) + 1
        place = day if seen[day] == 1 else f"{day}-{seen[day]}"
        yield ChangeOf(
            record=record,
            id=record_id,
            address=address,
            title=title,
            kind=change.kind.value if change.kind else "endring",
            date=change.date,
            text=change.text,
            assumed=change.doubt("date") or "",
            path=f"{lasting}{place}",
        )


def change_feed(source: Source) -> Json:
    """Every record with its last change, newest first, and the changes that are recorded."""
    changes = sorted(changes_of(source), key=lambda c: (c.date.sort_key, c.path), reverse=True)
    return {
        "schema": source.schema("endringer"),
        "version": VERSION,
        "licence": source.graph.region.licence,
        "as_of": source.graph.as_of.isoformat(),
        "records": sorted(_records(source), key=lambda r: (r.get("updated", ""), r["id"]))[::-1],
        "changes": [_written(source, change) for change in changes],
    }


def _records(source: Source) -> Iterator[Json]:
    graph = source.graph
    for case in graph.published_cases:
        address = addresses.case(case.id)
        yield _record(source, "case", case.id, address, "sak", moments.of_case(graph, case))
    for meeting in graph.meetings.values():
        day = moments.of_meeting(graph, meeting)
        yield _record(source, "meeting", meeting.id, addresses.meeting(meeting.id), "mote", day)
    for process in graph.processes.values():
        day = moments.of_process(graph, process)
        yield _record(source, "process", process.id, addresses.process(process.id), "prosess", day)


def _record(
    source: Source, record: str, record_id: str, address: str, name: str, day: date | None
) -> Json:
    written: Json = {"record": record, "id": record_id, "url": source.url(address)}
    written["json"] = source.url(f"{address}{name}.json")
    return keep(written, updated=day.isoformat() if day else "")


def _written(source: Source, change: ChangeOf) -> Json:
    written: Json = {"record": change.record, "id": change.id, "url": source.url(change.address)}
    written.update(kind=change.kind, date=edtf(change.date))
    if change.assumed:
        written["uncertain"] = {"date": assumed(change.assumed)}
    return keep(written, text=change.text)
