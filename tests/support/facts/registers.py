"""What the pages of bodies, municipalities and topics must say, and the front page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.support.facts import register
from tests.support.facts.case import removed
from tests.support.facts.markup import Fact
from tests.support.facts.papers import source_facts
from tests.support.facts.raw import Document, Raw, archive, given, items
from tests.support.facts.speech import Speech

LONGEST = 100
TITLE = "header.record-head h1"


def region_pages(say: Speech) -> Iterator[tuple[str, list[Fact]]]:
    """Each register page's address with its facts."""
    region = archive().region
    for body in items(region["organer"]):
        yield f"organ/{body['id']}/", list(_body(body, say))
    for place in items(region["kommuner"]):
        yield f"kommune/{place['id']}/", list(_municipality(place, say))
    for topic in items(region["temaer"]):
        yield f"tema/{topic['id']}/", list(_topic(topic, say))
    yield "", list(_region(region))
    yield "organer/", list(source_facts(Document("", region, "", Path()), say))


def _region(region: Raw) -> Iterator[Fact]:
    yield Fact("region.language", f'html[lang="{region["målform"]}"]')
    yield Fact("region.invented", "p.invented", Speech("nb")("invented_banner"), whole=True)
    yield Fact(
        "region.names", "body > header, .site-header, header", register.name_on(region, None)
    )
    yield Fact("region.summary", ".hero .intro", region["kort"], whole=True)
    yield Fact("region.contact", "footer", href=region["kontakt"])
    yield Fact("region.accessibility_statement", "footer", href=region["tilgjengelighetserklæring"])
    for topic in items(region["temaer"]):
        part = 'section[aria-labelledby="emner"]'
        yield Fact("region.topics", part, register.topic_name(topic["id"], "nb"))
    for place in items(region["kommuner"]):
        part = 'section[aria-labelledby="kommunene"]'
        if not register.has_left(place["id"]):
            yield Fact("region.municipalities", part, register.municipality_name(place["id"]))


def _period(
    field: str, part: str, label: str, text: str, entry: Raw, say: Speech
) -> Iterator[Fact]:
    """A text with the period that it holds for."""
    since, until = entry.get("fra"), entry.get("til")
    told = " ".join(
        part
        for part in (
            text,
            f"{say('from_date')} {say.date(since)}" if given(since) else "",
            f"{say('to_date')} {say.date(until)}" if given(until) else "",
        )
        if part
    )
    yield Fact(field, part, told, label)


def _body(body: Raw, say: Speech) -> Iterator[Fact]:
    facts = "article.body dl.facts"
    names = register.names(body)
    yield Fact("body.id", TITLE)
    yield Fact("body.names", TITLE, names[-1]["navn"], whole=True)
    if given(body.get("type")):
        yield Fact("body.type", ".record-meta", say(f"body_type.{body['type']}"))
    if given(body.get("kort")):
        yield Fact("body.summary", "p.intro", body["kort"], whole=True)
    if given(body.get("sammensetning")):
        yield Fact("body.composition", facts, body["sammensetning"], say("composition"))
    if given(body.get("nettsted")):
        yield Fact("body.website", facts, "", say("website"), href=body["nettsted"])
    yield from _over_time(body, facts, say)
    yield from _numbering(body.get("nummer"), facts, say)
    yield from _body_lists(body)


def _over_time(body: Raw, facts: str, say: Speech) -> Iterator[Fact]:
    names = register.names(body)
    for entry in names if len(names) > 1 else ():
        for field in ("name", "since", "until"):
            label = say("names_heading")
            yield from _period(f"name.{field}", facts, label, entry["navn"], entry, say)
    yield from _doubted_names(body, facts, say)
    for chair in items(body.get("ledelse")):
        name = register.municipality_name(chair["kommune"])
        for field in ("municipality", "since", "until"):
            yield from _period(f"chair.{field}", facts, say("chairs_heading"), name, chair, say)
    if "fra" in body or "til" in body:
        for field in ("since", "until"):
            yield from _period(f"body.{field}", facts, say("body_period"), "", body, say)


def _doubted_names(body: Raw, facts: str, say: Speech) -> Iterator[Fact]:
    for path, reason in archive().region["usikkert"].items():
        if path.startswith(f"organer.{body['id']}.navn."):
            told = f"{say('uncertain')} ({reason})"
            yield Fact("region.uncertain", facts, told, say("names_heading"))


def _body_lists(body: Raw) -> Iterator[Fact]:
    cases = [
        case for case in archive().cases.values()
        if not removed(case) and body["id"] in {
            item.get("organ") or register.meeting_body(item["møte"])
            for item in items(case.front.get("behandling"))
        }
    ]  # fmt: skip
    yield from _listed("agenda-item.body", cases)
    for meeting in archive().meetings.values():
        if meeting.front.get("organ") == body["id"]:
            part = 'section[aria-labelledby="moter"] .item'
            yield Fact("meeting.body", part, href=f"mote/{meeting.id}/")


def _numbering(numbering: object, facts: str, say: Speech) -> Iterator[Fact]:
    if not given(numbering):
        return
    known = numbering if isinstance(numbering, dict) else {"format": numbering}
    for series in items(known.get("serier")):
        yield Fact("number-series.name", facts, series["navn"], say("numbering"))
    pattern = str(known["format"])
    for sign, number in (("{nr:02}", "01"), ("{nr}", "1"), ("{år2}", "26"), ("{år}", "2026")):
        pattern = pattern.replace(sign, number)
    yield Fact("numbering.format", facts, pattern, say("numbering"))


def _municipality(place: Raw, say: Speech) -> Iterator[Fact]:
    facts = "article.municipality dl.facts"
    names = register.names(place)
    yield Fact("municipality.names", TITLE, names[-1]["navn"], whole=True)
    for name in names if len(names) > 1 else ():
        yield from _period("name.name", facts, say("names_heading"), name["navn"], name, say)
    for number in items(place.get("nummer")):
        known = number if isinstance(number, dict) else {"nr": number}
        for field in ("number", "since", "until"):
            label = say("municipality_number")
            yield from _period(
                f"municipality-number.{field}", facts, label, known["nr"], known, say
            )
    member = place.get("medlem")
    known = member if isinstance(member, dict) else {"fra": member}
    for field in ("since", "until"):
        yield from _period(f"membership.{field}", facts, say("member"), "", known, say)
    if given(place.get("nettsted")):
        yield Fact("municipality.website", facts, "", say("website"), href=place["nettsted"])
    if given(place.get("kort")):
        yield Fact("municipality.summary", "p.intro", place["kort"], whole=True)
    cases = [
        case for case in archive().cases.values()
        if not removed(case) and place["id"] in items(case.front.get("kommuner"))
    ]  # fmt: skip
    yield from _listed("case.municipalities", cases)
    yield from _local(place["id"])


def _local(place: str) -> Iterator[Fact]:
    """The municipality's own treatments, among those that wait or those that are done."""
    part = '[aria-labelledby="venter"] .item, [aria-labelledby="behandlet"] .item'
    for case in archive().cases.values():
        for decision in items(case.front.get("kommunebehandling")):
            if decision["kommune"] == place and not removed(case):
                title = register.case_title(case.id)
                text = str(decision.get("organ", "")) if given(decision.get("organ")) else ""
                told = f"{title} {text}"
                yield Fact("local-decision.municipality", part, told, href=f"sak/{case.id}/")


def _topic(topic: Raw, say: Speech) -> Iterator[Fact]:
    yield Fact("topic.name", TITLE, register.topic_name(topic["id"], say.language), whole=True)
    if given(topic.get("kort")):
        yield Fact("topic.summary", "p.intro", topic["kort"], whole=True)
    cases = [
        case for case in archive().cases.values()
        if not removed(case) and topic["id"] in items(case.front.get("temaer"))
    ]  # fmt: skip
    yield from _listed("case.topics", cases)
    for process in archive().processes.values():
        if topic["id"] in items(process.front.get("temaer")):
            yield Fact("process.topics", "article.topic .tags", href=f"prosess/{process.id}/")


def _listed(field: str, cases: list[Document]) -> Iterator[Fact]:
    part = 'section[aria-labelledby="saker"] .item'
    for case in cases if len(cases) <= LONGEST else ():
        yield Fact(field, part, register.case_title(case.id), href=f"sak/{case.id}/")
