"""What a case's page must say of each of its treatments."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.building import TODAY
from tests.support.facts import raw, register
from tests.support.facts.markup import Fact
from tests.support.facts.raw import Document, Raw, given, items
from tests.support.facts.speech import Speech, machine_date
from tests.support.facts.texts import plain
from tests.support.facts.votes import vote_facts

RECOMMENDED = "innstiller"


def treatment_facts(case: Document, say: Speech) -> Iterator[Fact]:
    """Every fact of every treatment."""
    for item in items(case.front.get("behandling")):
        part = f'section.treatment[id="{register.item_id(item)}"]'
        yield from _head(item, part, say)
        yield from _facts(item, part, say)
        yield from _around(item, part, say)
        hidden = item.get("unntatt") or case.front.get("unntatt")
        if hidden and "innhold" in items(hidden["hva"]):
            yield Fact("exempt.legal_basis", f"{part} .notice-closed", hidden["hjemmel"])
            continue
        yield from _disqualified(item, part, say)
        yield from vote_facts(item, part, say)
        yield from _amendments(item, part, say)
        yield from decision_facts(case, item, part, say)


def _head(item: Raw, part: str, say: Speech) -> Iterator[Fact]:
    day = register.treatment_date(item)
    body = item.get("organ") or register.meeting_body(item["møte"])
    head = f"{part} > .treatment-head h3"
    name_day = machine_date(day) if given(day) else None
    yield Fact("agenda-item.id", head)
    yield Fact("agenda-item.body", head, register.body_name(body, name_day))
    yield Fact("agenda-item.body", part, label=say("body"), href=f"organ/{body}/")
    if given(day):
        yield Fact("agenda-item.date", head, say.date(day), day=machine_date(day))
    else:
        yield Fact("agenda-item.date", f"{head} .nothing", say.nothing(day))
    if "møte" in item:
        where = f"mote/{item['møte']}/"
        yield Fact("agenda-item.meeting", part, label=say("meeting_label"), href=where)


def _facts(item: Raw, part: str, say: Speech) -> Iterator[Fact]:
    number, role, outcome = (item.get(key) for key in ("nummer", "rolle", "utfall"))
    place = f"{part} .treatment-facts"
    shown = number if given(number) else say.nothing(number)
    yield Fact("agenda-item.number", place, shown, say("number"))
    if "serie" in item:
        yield Fact("agenda-item.series", place, item["serie"], say("number"))
    told = say(f"role.{role}") if given(role) else say.nothing(role)
    yield Fact("agenda-item.role", place, told, say("role_label"))
    coming = str(register.treatment_date(item) or "") >= TODAY
    silence = "under-behandling" if coming else "ikke-registrert"
    words = say(f"outcome_{outcome or silence}")
    if role == RECOMMENDED:
        words = say("recommendation_outcome", outcome=words)
    yield Fact("agenda-item.outcome", place, words, say("outcome_label"), whole=False)
    if given(effect := item.get("virkning")) or effect == "ukjent":
        yield Fact("agenda-item.effect", place, say(f"effect.{effect}"), say("effect_label"))
    if given(basis := item.get("bygger_på")):
        yield Fact("agenda-item.builds_on", place, "", say("builds_on"), href=f"#{basis}")
    if item.get("oppfølging_ventes") == "nei":
        yield Fact("agenda-item.follow_up_expected", place, say("follow_up_not_expected"))
    for number, result in item.get("utfall_punkter", {}).items():
        point = f'{part} li.point[id$="-p{number.replace(".", "-")}"] > .point-in .point-outcome'
        yield Fact("agenda-item.point_outcomes", point, say(f"outcome_{result}"))


def _around(item: Raw, part: str, say: Speech) -> Iterator[Fact]:
    if given(item.get("til")):
        yield Fact("agenda-item.referred_to", f"{part} .treatment-head > p", item["til"])
    if given(closed := item.get("lukket")):
        basis, reason = (closed, "") if isinstance(closed, str) else (closed["hjemmel"], "")
        notice = f"{part} .treatment-head .notice-closed"
        yield Fact("agenda-item.closed", notice, basis)
        yield Fact("closed.legal_basis", notice, basis)
        if isinstance(closed, dict) and (reason := closed.get("grunn", "")):
            yield Fact("closed.reason", notice, reason)


def _disqualified(item: Raw, part: str, say: Speech) -> Iterator[Fact]:
    for place, person in enumerate(items(item.get("inhabile")), 1):
        entry = f"{part} .disqualified > li:nth-child({place})"
        yield Fact("disqualification.who", entry, person["hvem"])
        basis, substitute = person.get("hjemmel"), person.get("vara")
        yield Fact("disqualification.legal_basis", entry, basis or say.nothing(basis))
        told = substitute if given(substitute) else say.nothing(substitute)
        yield Fact("disqualification.substitute", entry, f"{say('substitute')} {told}")


def _amendments(item: Raw, part: str, say: Speech) -> Iterator[Fact]:
    for place, change in enumerate(items(item.get("endret_av")), 1):
        entry = f"{part} .amendments > li:nth-child({place})"
        for key, name in (("punkt", "point"), ("fremmet_av", "moved_by"), ("tekst", "text")):
            if given(change.get(key)):
                yield Fact(f"amendment.{name}", entry, change[key])


def decision_facts(case: Document, item: Raw, part: str, say: Speech) -> Iterator[Fact]:
    """The decision's points under their anchors, with the numbers as written."""
    key = register.item_id(item)
    only = len(items(case.front.get("behandling"))) == 1
    place = f'{part} [id="{key}-vedtak"]'
    own = [
        section
        for section in raw.sections(case.body)
        if section.title == "Vedtak" and (section.item == key or (only and not section.item))
    ]
    if item.get("punktinndeling"):
        yield Fact("agenda-item.division_editorial", place, say("editorial_points"))
    for section in own:
        found = list(raw.points(section.lines))
        for fragment, number, text in found:
            point = f'{place} li.point[id="{key}-p{fragment}"] > .point-in'
            yield Fact("decision.number", f"{point} .point-number", number, whole=True)
            yield Fact("decision.text", f"{point} .point-text", plain(text))
        for line in section.lines:
            for cell in line.split("|"):
                yield Fact("decision.text", place, plain(cell))
