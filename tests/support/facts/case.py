"""What a case's page must say besides its treatments: title, lead, key facts, papers, ties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.support.building import TODAY
from tests.support.facts import register
from tests.support.facts.action import follow_up_facts, municipal_facts
from tests.support.facts.markup import Fact
from tests.support.facts.papers import attachment_facts, change_facts, doubt_facts, source_facts
from tests.support.facts.raw import Document, Raw, archive, given, items
from tests.support.facts.speech import Speech, machine_date
from tests.support.facts.texts import text_facts
from tests.support.facts.treatments import treatment_facts

SIDE = "aside.side dl.facts"


def removed(case: Document) -> bool:
    """Whether the case is taken down, so that a tombstone stands at its address."""
    personal = case.front.get("persondata", {})
    return "tatt_av_siden" in case.front or personal.get("fjernes", "9999") <= TODAY


def case_facts(case: Document, say: Speech) -> Iterator[Fact]:
    """Every fact of a case, for the page at its address."""
    if removed(case):
        yield from _tombstone(case.front, say)
        return
    yield from _head(case.front, say)
    yield from _key_facts(case.front, say)
    yield from treatment_facts(case, say)
    yield from municipal_facts(case, say)
    yield from follow_up_facts(case, say)
    yield from attachment_facts(case, say)
    yield from _relations(case, say)
    yield from source_facts(case, say)
    yield from change_facts(case, say)
    yield from doubt_facts("case", case, say)
    yield from text_facts(case, say)


def _tombstone(front: Raw, say: Speech) -> Iterator[Fact]:
    part = "article.tombstone"
    yield Fact("case.retraction", f"{part} h1", say("title_retracted"), whole=True)
    if retraction := front.get("tatt_av_siden"):
        yield Fact("retraction.reason", f"{part} .notice", retraction["grunn"])
        day = retraction["dato"]
        yield Fact("retraction.date", part, say.date(day), day=machine_date(day))
        if other := retraction.get("erstattet_av"):
            title = register.case_title(other)
            yield Fact("retraction.replaced_by", f"{part} p", title, href=f"sak/{other}/")
    else:
        yield Fact("case.personal_data", f"{part} .notice", say("personal_data_removed"))
        day = front["persondata"]["fjernes"]
        yield Fact("case.personal_data", part, say.date(day), day=machine_date(day))


def _head(front: Raw, say: Speech) -> Iterator[Fact]:
    hidden = "tittel" in items(front.get("unntatt", {}).get("hva"))
    yield Fact("case.language", f'html[lang="{say.language}"]')
    title = say("title_withheld") if hidden else front["tittel"]
    yield Fact("case.title", "header.record-head h1", title, whole=True)
    if hidden:
        pass
    elif given(front.get("kort")):
        yield Fact("case.summary", "section.lead p", front["kort"], whole=True)
    else:
        yield Fact("case.summary", "section.record-about", say("missing.summary"))
    if front.get("ordrett") == "nei":
        yield Fact("case.verbatim", "header.record-head .note-line", say("not_verbatim"))
    if "unntatt" in front:
        notice = "header.record-head .notice-closed"
        yield Fact("exempt.legal_basis", notice, front["unntatt"]["hjemmel"])
        for what in items(front["unntatt"]["hva"]):
            yield Fact("exempt.what", notice, say(f"exempt.{what}"))
    if personal := front.get("persondata"):
        notice = "header.record-head .notice-info"
        yield Fact("personal-data.removed_on", notice, say.date(personal["fjernes"]))
        if given(personal.get("grunn")):
            yield Fact("personal-data.reason", notice, personal["grunn"])


def _key_facts(front: Raw, say: Speech) -> Iterator[Fact]:
    for key, name, label in (
        ("arkivsak", "archive_number", "archive_number"),
        ("kontakt", "contact", "contact"),
    ):
        value = front.get(key)
        if value:
            told = value if given(value) else say.nothing(value)
            yield Fact(f"case.{name}", SIDE, told, say(label))
    if given(front.get("publisert")):
        yield Fact("case.published", SIDE, say.date(front["publisert"]), say("published"))
    yield from listed_facts("case", front, say)
    for meeting in items(front.get("møter")):
        day = archive().meetings[meeting].front["dato"]
        label = say("related_meetings")
        yield Fact("case.meetings", SIDE, say.date(day), label, href=f"mote/{meeting}/")


def listed_facts(kind: str, front: Raw, say: Speech) -> Iterator[Fact]:
    """The registers that a case or process belongs to, each with a link; or why there are none."""
    for topic in items(front.get("temaer")):
        name = register.topic_name(topic, say.language)
        yield Fact(f"{kind}.topics", SIDE, name, say("topics"), href=f"tema/{topic}/")
    for place in items(front.get("kommuner")):
        name = register.municipality_name(place)
        yield Fact(
            f"{kind}.municipalities", SIDE, name, say("municipalities"), href=f"kommune/{place}/"
        )
    if kind == "case":
        for process in items(front.get("prosesser")):
            title = archive().processes[process].front["tittel"]
            yield Fact("case.processes", SIDE, title, say("processes"), href=f"prosess/{process}/")
    for key, name in (("temaer", "topics"), ("kommuner", "municipalities")):
        if front.get(key) in ("ukjent", "ingen"):
            yield Fact(f"{kind}.{name}", SIDE, say.nothing(front[key]), say(name))


def _relations(case: Document, say: Speech) -> Iterator[Fact]:
    """Relations as written, and those that other cases have to this one, read from this end."""
    for relation in items(case.front.get("relasjoner")):
        yield from _relation(say(f"relation.{relation['type']}"), relation["sak"], relation)
    for other in archive().cases.values():
        for relation in items(other.front.get("relasjoner")):
            if relation["sak"] == case.id and not removed(other):
                yield from _relation(say(f"inverse.{relation['type']}"), other.id, relation)


def _relation(label: str, other: str, relation: Any) -> Iterator[Fact]:
    group = f'section[aria-labelledby="lenker"] section:has(a[href$="sak/{other}/"])'
    yield Fact("relation.type", group, label)
    entry = f'{group} li:has(a[href$="sak/{other}/"])'
    yield Fact("relation.case", entry, register.case_title(other), href=f"sak/{other}/")
    if given(relation.get("merknad")):
        yield Fact("relation.note", entry, relation["merknad"])
