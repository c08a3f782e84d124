"""What a process's page must say."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.facts import register
from tests.support.facts.action import deadline_facts
from tests.support.facts.action import source_facts as named_source
from tests.support.facts.case import SIDE, listed_facts, removed
from tests.support.facts.markup import Fact
from tests.support.facts.papers import change_facts, doubt_facts, source_facts
from tests.support.facts.raw import Document, Raw, archive, given, items
from tests.support.facts.speech import Speech, machine_date
from tests.support.facts.texts import text_facts


def process_facts(process: Document, say: Speech) -> Iterator[Fact]:
    """Every fact of a process."""
    front, head = process.front, "header.record-head"
    yield Fact("process.language", f'html[lang="{say.language}"]')
    yield Fact("process.title", f"{head} h1", front["tittel"], whole=True)
    if given(front.get("kort")):
        yield Fact("process.summary", "section.lead p", front["kort"], whole=True)
    status = f"process_{front.get('status') or 'ikke-registrert'}"
    yield Fact("process.status", f"{head} .record-state .badge", say(status), whole=True)
    if front.get("ordrett") == "nei":
        yield Fact("process.verbatim", ".note-line", say("not_verbatim"))
    yield from _key_facts(front, say)
    for event in items(front.get("hendelser")):
        yield from _event(process, event, say)
    yield from _related(process, say)
    yield from _members(process)
    for meeting in items(front.get("møter")):
        part = 'section[aria-labelledby="moter"] .item'
        yield Fact("process.meetings", part, href=f"mote/{meeting}/")
    yield from source_facts(process, say)
    yield from change_facts(process, say)
    yield from doubt_facts("process", process, say)
    yield from text_facts(process, say)


def _key_facts(front: Raw, say: Speech) -> Iterator[Fact]:
    for key, name in (("status_dato", "status_date"), ("fra", "since"), ("til", "until")):
        value = front.get(key)
        if value:
            told = say.date(value) if given(value) else say.nothing(value)
            yield Fact(f"process.{name}", SIDE, told, say(name))
    yield from deadline_facts("process.deadline", front, SIDE, say)
    for owner in items(front.get("ansvarlig")):
        name, address = register.owner_name(owner)
        yield Fact("process.responsible", SIDE, name, say("responsible"), href=address)
    if not items(front.get("ansvarlig")):
        told = say.nothing(front.get("ansvarlig"))
        yield Fact("process.responsible", SIDE, told, say("responsible"))
    yield from listed_facts("process", front, say)


def _event(process: Document, event: Raw, say: Speech) -> Iterator[Fact]:
    event = event if isinstance(event, dict) else {"tekst": event}
    part = 'section[aria-labelledby="over-tid"] .timeline > li.tl-event'
    day = event.get("dato")
    if given(day):
        part += f':has(time[datetime="{machine_date(day)}"])'
        yield Fact("process-event.date", part, say.date(day), day=machine_date(day))
    yield Fact("process-event.text", f"{part} .tl-title", event["tekst"], whole=True)
    if given(event.get("type")):
        yield Fact("process-event.type", f"{part} .tl-kind", say(f"event.{event['type']}"))
    if given(event.get("lenke")):
        yield Fact("process-event.link", part, href=event["lenke"])
    if event.get("nådd") in ("ja", "nei"):
        told = say("reached" if event["nådd"] == "ja" else "not_reached")
        yield Fact("process-event.done", f"{part} .tl-text", told)
    yield from named_source("process-event.source", process, event, part)


def _related(process: Document, say: Speech) -> Iterator[Fact]:
    """Ties to other processes, in both directions."""
    for relation in items(process.front.get("prosesser")):
        yield from _tie(say(f"process_relation.{relation['type']}"), relation["prosess"])
    for other in archive().processes.values():
        for relation in items(other.front.get("prosesser")):
            mutual = relation["type"] == "henger-sammen-med"
            if relation["prosess"] == process.id:
                key = "process_relation" if mutual else "process_inverse"
                yield from _tie(say(f"{key}.{relation['type']}"), other.id)


def _tie(label: str, other: str) -> Iterator[Fact]:
    group = f'section[aria-labelledby="lenker"] section:has(a[href$="prosess/{other}/"])'
    yield Fact("process-relation.type", group, label)
    title = archive().processes[other].front["tittel"]
    yield Fact("process-relation.process", f"{group} li", title, href=f"prosess/{other}/")


def _members(process: Document) -> Iterator[Fact]:
    """The cases that say they are part of the process, and what is to be done for it."""
    for case in archive().cases.values():
        if removed(case):
            continue
        if process.id in items(case.front.get("prosesser")):
            part = 'section[aria-labelledby="saker"] .item'
            yield Fact("case.processes", part, register.case_title(case.id), href=f"sak/{case.id}/")
        for follow_up in items(case.front.get("oppfølging")):
            if follow_up.get("prosess") == process.id:
                card = f'article.follow-up[id="{case.id}-oppfolging-{follow_up["id"]}"]'
                yield Fact("follow-up.process", f"{card} .follow-up-what", follow_up["hva"])
