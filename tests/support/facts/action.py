"""What a case's page must say of follow-ups and of the municipalities' treatment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.support.facts import register
from tests.support.facts.markup import Fact
from tests.support.facts.raw import Document, Raw, archive, given, items
from tests.support.facts.speech import Speech, machine_date


def follow_up_facts(case: Document, say: Speech) -> Iterator[Fact]:
    """Every follow-up with its whole log."""
    for follow_up in items(case.front.get("oppfølging")):
        card = f'.follow-ups article.follow-up[id="oppfolging-{follow_up["id"]}"]'
        yield Fact("follow-up.id", card)
        yield Fact("follow-up.action", f"{card} .follow-up-what", follow_up["hva"], whole=True)
        yield from _concerns(case, follow_up, card)
        for owner in items(follow_up.get("eier")):
            name, address = register.owner_name(owner)
            yield Fact("follow-up.owners", card, name, say("owner"), href=address)
            yield Fact("owner.name", card, name, say("owner"))
        if not items(follow_up.get("eier")):
            told = say.nothing(follow_up.get("eier"))
            yield Fact("follow-up.owners", f"{card} .facts", told, say("owner"))
        yield from deadline_facts("follow-up.deadline", follow_up, card, say, absent=True)
        if given(follow_up.get("prosess")):
            address = f"prosess/{follow_up['prosess']}/"
            yield Fact("follow-up.process", card, "", say("process_word"), href=address)
        yield from _log(case, follow_up, card, say)


def _concerns(case: Document, follow_up: Raw, card: str) -> Iterator[Fact]:
    target = follow_up.get("gjelder")
    if not given(target):
        return
    link = f"#oppfolging-{follow_up['id']}"
    holder = f'li.point[id$="{target}"], li.point:has(> #{target})'
    if target.endswith("vedtak"):
        holder = f'.treatment-decision[id="{target}"], .treatment:has(> #{target})'
    yield Fact("follow-up.concerns", holder, follow_up["hva"], href=link)


def deadline_facts(
    field: str, record: Raw, part: str, say: Speech, *, absent: bool = False
) -> Iterator[Fact]:
    """A deadline: a date, words, a meeting, or the kind of nothing."""
    deadline = record.get("frist")
    label = say("deadline")
    if not given(deadline):
        if absent or deadline:
            yield Fact(field, part, say.nothing(deadline), label)
        return
    if not isinstance(deadline, dict) or "senest" in deadline:
        yield Fact(field, part, say.date(deadline), label, day=machine_date(deadline))
        return
    if "dato" in deadline:
        yield Fact(field, part, say.date(deadline["dato"]), label)
    if "tekst" in deadline:
        yield Fact(field, part, deadline["tekst"], label)
    if "møte" in deadline:
        day = archive().meetings[deadline["møte"]].front["dato"]
        yield Fact(field, part, say.date(day), label)


def _log(case: Document, follow_up: Raw, card: str, say: Speech) -> Iterator[Fact]:
    entries = items(follow_up.get("logg"))
    if not entries:
        key = "log_none" if follow_up.get("logg") == "ingen" else "no_log"
        yield Fact("follow-up.log", f"{card} .follow-up-nolog", say(key))
    entries = sorted(entries, key=lambda entry: machine_date(entry["dato"]))
    for place, entry in enumerate(entries, 1):
        row = f"{card} .log > li:nth-child({place})"
        yield Fact("follow-up.log", row)
        day = entry["dato"]
        yield Fact("log-entry.date", f"{row} .log-date", say.date(day), day=machine_date(day))
        status = f"status_{entry.get('status', 'ikke-registrert')}"
        yield Fact("log-entry.status", f"{row} .log-status .badge", say(status), whole=True)
        text = f"{row} .log-text"
        if given(entry.get("tekst")):
            yield Fact("log-entry.text", text, entry["tekst"])
        yield from source_facts("log-entry.source", case, entry, text)
        if given(entry.get("sak")):
            title = register.case_title(entry["sak"])
            yield Fact("log-entry.case", text, title, href=f"sak/{entry['sak']}/")
        if given(entry.get("møte")):
            yield Fact("log-entry.meeting", text, href=f"mote/{entry['møte']}/")
        if given(entry.get("lenke")):
            yield Fact("log-entry.link", text, href=entry["lenke"])


def source_facts(field: str, record: Document, entry: Raw, part: str) -> Iterator[Fact]:
    """The source that an entry names, by its title; its link when it has one."""
    if not given(key := entry.get("kilde")):
        return
    sources = (s for s in items(record.front.get("kilder")) if isinstance(s, dict))
    source = next((s for s in sources if s.get("id") == key), None)
    title = source.get("tittel", "") if source else key
    link = source.get("lenke", "") if source else ""
    yield Fact(field, part, title, href=link)


def municipal_facts(case: Document, say: Speech) -> Iterator[Fact]:
    """Who must treat the case and why, and each municipality's own treatment."""
    part = "section.municipal"
    rows = f"{part} table.municipalities tbody tr"
    required = case.front.get("kreves_av")
    if given(required):
        needed = required if isinstance(required, dict) else {"kommuner": required}
        for place in items(needed["kommuner"]):
            row = f'{rows}:has(th a[href$="kommune/{place}/"])'
            must = "should_have_treated" if register.has_left(place) else "must_treat"
            yield Fact("requirement.municipalities", row, say(must))
        if given(needed.get("grunn")):
            yield Fact("requirement.reason", f"{part} .required", needed["grunn"])
        if given(deadline := needed.get("frist")):
            words = deadline.get("tekst", "") if isinstance(deadline, dict) else say.date(deadline)
            yield Fact("requirement.deadline", f"{part} .required", words)
        if needed.get("likelydende") == "ja":
            yield Fact("requirement.identical", f"{part} .required", say("identical_required"))
    for decision in items(case.front.get("kommunebehandling")):
        yield from _local(case, decision, rows, say)


def _local(case: Document, decision: Raw, rows: str, say: Speech) -> Iterator[Fact]:
    place, day = decision["kommune"], decision.get("dato")
    row = f'{rows}:has(th a[href$="kommune/{place}/"])'
    if given(day):
        row += f':has(time[datetime="{machine_date(day)}"])'
        yield Fact("local-decision.date", f"{row} td", say.date(day), day=machine_date(day))
    name = register.municipality_name(place, machine_date(day) if given(day) else None)
    yield Fact("local-decision.municipality", f"{row} th a", name, whole=True)
    purpose = decision.get("hensikt")
    told: dict[str, Any] = {
        "body": decision.get("organ"),
        "purpose": say(f"purpose.{purpose}") if given(purpose) else "",
        "number": decision.get("nummer"),
        "note": decision.get("merknad"),
    }
    for field, value in told.items():
        if given(value):
            yield Fact(f"local-decision.{field}", f"{row} td", str(value))
    if decision.get("ikke_nødvendig") == "ja":
        yield Fact("local-decision.not_needed", f"{row} td", say("local_ikke-nødvendig"))
    else:
        outcome = decision.get("utfall")
        words = say(f"outcome_{outcome}") if outcome else ""
        yield Fact("local-decision.outcome", f"{row} td", words)
    for field, key in (("link", "lenke"), ("number", "nummer")):
        if decision.get(key) in ("ukjent", "ingen"):
            gap = f"{row} td:last-child .nothing"
            yield Fact(f"local-decision.{field}", gap, say.nothing(decision[key]))
    if given(decision.get("lenke")):
        yield Fact("local-decision.link", f"{row} td", href=decision["lenke"])
    yield from source_facts("local-decision.source", case, decision, f"{row} td")
