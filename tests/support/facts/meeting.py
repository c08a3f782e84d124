"""What a meeting's page must say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.support.facts import register
from tests.support.facts.case import removed
from tests.support.facts.markup import Fact
from tests.support.facts.papers import change_facts, doubt_facts, file_facts, source_facts
from tests.support.facts.raw import Document, Raw, archive, given, items, mapping
from tests.support.facts.speech import Speech, machine_date
from tests.support.facts.texts import text_facts

SIDE = "aside.side dl.facts"


def meeting_facts(meeting: Document, say: Speech) -> Iterator[Fact]:
    """Every fact of a meeting."""
    front = meeting.front
    yield from _head(front, say)
    yield from _key_facts(front, say)
    yield from _people(front, say)
    yield from _minutes(front, say)
    yield from _agenda(meeting, say)
    for place, document in enumerate(items(front.get("dokumenter")), 1):
        part = f'section[aria-labelledby="dokumenter"] .file:nth-child({place})'
        yield from _document(meeting, document, part, say)
    if given(front.get("video")):
        yield Fact("meeting.video", ".record-main > p", href=front["video"])
    yield from source_facts(meeting, say)
    yield from change_facts(meeting, say)
    yield from doubt_facts("meeting", meeting, say)
    yield from text_facts(meeting, say)


def _head(front: Raw, say: Speech) -> Iterator[Fact]:
    head = "header.record-head"
    yield Fact("meeting.language", f'html[lang="{say.language}"]')
    if given(front.get("tittel")):
        yield Fact("meeting.title", f"{head} h1", front["tittel"])
    if body := front.get("organ"):
        name = register.body_name(body, machine_date(front["dato"]))
        yield Fact("meeting.body", f"{head} .record-meta", name, href=f"organ/{body}/")
    yield Fact("meeting.date", f"{head} h1", say.date(front["dato"]))
    status = front.get("status") or "ikke-registrert"
    yield Fact(
        "meeting.status", f"{head} .record-state .badge", say(f"meeting_{status}"), whole=True
    )
    if other := front.get("til"):
        yield Fact("meeting.moved_to", f"{head} .notice", href=f"mote/{other}/")
    if given(closed := front.get("lukket")):
        basis = closed if isinstance(closed, str) else closed["hjemmel"]
        yield Fact("meeting.closed", f"{head} .notice-closed", basis)
        if isinstance(closed, dict) and "grunn" in closed:
            yield Fact("closed.reason", f"{head} .notice-closed", closed["grunn"])
    if given(front.get("kort")):
        yield Fact("meeting.summary", "section.lead p", front["kort"], whole=True)
    if front.get("ordrett") == "nei":
        yield Fact("meeting.verbatim", ".note-line", say("not_verbatim"))


def _key_facts(front: Raw, say: Speech) -> Iterator[Fact]:
    yield Fact("meeting.date", SIDE, say.date(front["dato"]), say("date"))
    yield Fact("meeting.type", SIDE, say(f"meeting_type.{front['type']}"), say("meeting_type"))
    for key, name in (("start", "start"), ("slutt", "end")):
        if given(front.get(key)):
            yield Fact(f"meeting.{name}", SIDE, front[key].replace(":", "."), say("date"))
    place, form = front.get("sted"), front.get("form")
    if "sted" in front or form != "digitalt":
        shown = place if given(place) else say.nothing(place)
        yield Fact("meeting.place", SIDE, shown, say("place"))
    told = say(f"form.{form}") if given(form) else say.nothing(form)
    yield Fact("meeting.form", SIDE, told, say("form"))
    if given(chair := front.get("leder")):
        yield from _chair(chair if isinstance(chair, dict) else {"verv": chair}, say)


def _chair(chair: Raw, say: Speech) -> Iterator[Fact]:
    yield Fact("meeting.chair", SIDE, "", say("chair"))
    if "kommune" in chair:
        name = register.municipality_name(chair["kommune"])
        yield Fact("meeting-chair.municipality", SIDE, name, say("chair"))
    if "verv" in chair:
        yield Fact("meeting-chair.office", SIDE, chair["verv"], say("chair"))


def _people(front: Raw, say: Speech) -> Iterator[Fact]:
    attendance = front.get("deltakelse", {})
    for key, name in (("til_stede", "present"), ("av", "total")):
        if key in attendance:
            value = attendance[key]
            told = value if given(value) else say.nothing(value)
            yield Fact(f"attendance.{name}", SIDE, told, say("attendance"))
    for key, name in (("forfall", "absent"), ("møterett", "speaking_right")):
        for who in items(attendance.get(key)):
            yield Fact(f"attendance.{name}", SIDE, who, say(name))
        if attendance.get(key) in ("ukjent", "ingen"):
            yield Fact(f"attendance.{name}", SIDE, say.nothing(attendance[key]), say(name))
    for place, written in enumerate(items(front.get("parter")), 1):
        party = mapping(written, "navn")
        entry = f'section[aria-labelledby="parter"] dl > div:nth-child({place})'
        yield Fact("party.name", f"{entry} dt", party["navn"], whole=True)
        for who in items(party.get("deltok")):
            yield Fact("party.attended", f"{entry} dd", who, whole=True)


def _minutes(front: Raw, say: Speech) -> Iterator[Fact]:
    label = say("minutes")
    minutes: Any = front.get("protokoll")
    if not given(minutes):
        yield Fact("meeting.minutes", SIDE, say.nothing(minutes), label)
        return
    known = minutes if isinstance(minutes, dict) else {"status": minutes}
    if "status" in known:
        yield Fact("minutes.status", SIDE, say(f"minutes.{known['status']}"), label)
    if "dato" in known:
        yield Fact("minutes.date", SIDE, say.date(known["dato"]), label)
    if "godkjent_i" in known:
        day = archive().meetings[known["godkjent_i"]].front["dato"]
        address = f"mote/{known['godkjent_i']}/"
        yield Fact("minutes.approved_in", SIDE, say.date(day), label, href=address)


def _agenda(meeting: Document, say: Speech) -> Iterator[Fact]:
    """What the meeting treated: cases that name it, and its own formalities."""
    row = ".agenda > .item"
    for case in archive().cases.values():
        for item in items(case.front.get("behandling")):
            if item.get("møte") == meeting.id and not removed(case):
                entry = f'{row}:has(a[href*="sak/{case.id}/"])'
                yield Fact("agenda-item.meeting", entry, register.case_title(case.id))
                if given(item.get("nummer")):
                    yield Fact("agenda-item.number", f"{entry} .item-number", item["nummer"])
    for formality in items(meeting.front.get("formalia")):
        yield from _formality(mapping(formality, "tittel"), row, say)


def _formality(formality: Raw, row: str, say: Speech) -> Iterator[Fact]:
    number, outcome = formality.get("nummer"), formality.get("utfall")
    entry = row
    if given(number):
        entry = f"{row}:has(> .item-main > .item-number)"
        shown = f"{number} {formality['tittel']}"
        yield Fact("formality.number", f"{row} .item-main", shown)
    yield Fact("formality.title", f"{entry} .item-title", formality["tittel"], whole=True)
    if outcome in ("ingen", "ukjent"):
        told = f"{say('outcome_label')}: {say.nothing(outcome)}"
        yield Fact("formality.outcome", row, f"{formality['tittel']} {told}")
    else:
        word = say(f"outcome_{outcome or 'ikke-registrert'}")
        text = formality.get("tekst", "") if given(formality.get("tekst")) else ""
        yield Fact("formality.outcome", row, f"{formality['tittel']} {text} {word}")
    if given(formality.get("tekst")):
        for line in formality["tekst"].split("\n"):
            yield Fact("formality.text", f"{row} .item-lead", line)


def _document(meeting: Document, document: Raw, part: str, say: Speech) -> Iterator[Fact]:
    kind = say(f"document.{document['type']}")
    yield Fact("meeting-document.type", part, kind)
    if given(document.get("tittel")):
        yield Fact("meeting-document.title", f"{part} .file-title", document["tittel"], whole=True)
    if given(document.get("lenke")):
        yield Fact("meeting-document.link", f"{part} .file-title", href=document["lenke"])
    if given(document.get("dato")):
        day = document["dato"]
        yield Fact(
            "meeting-document.date", f"{part} .file-meta", say.date(day), day=machine_date(day)
        )
    if given(document.get("fil")):
        path = meeting.folder / document["fil"]
        yield from file_facts("meeting-document.file", path, part, say)
