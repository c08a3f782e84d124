"""What a case's page must say of each vote."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.facts import register
from tests.support.facts.markup import Fact
from tests.support.facts.raw import Raw, archive, given, items, mapping
from tests.support.facts.speech import Speech

DECIDING = ("enstemmig", "uten-votering")


def vote_facts(item: Raw, part: str, say: Speech) -> Iterator[Fact]:
    """Every vote of a treatment, or which kind of nothing stands instead."""
    votes = item.get("votering")
    place = f"{part} .treatment-votes"
    if votes in ("ukjent", "ingen"):
        yield Fact("agenda-item.votes", place, say.nothing(votes))
    for number, vote in enumerate(items(votes), 1):
        key = f"{register.item_id(item)}-votering-{number}"
        box = f'{place} .vote:is([aria-labelledby="{key}"], [id="{key}"])'
        yield Fact("agenda-item.votes", box)
        yield from _vote(vote, box, key, say)


def _vote(vote: Raw, box: str, key: str, say: Speech) -> Iterator[Fact]:
    if given(vote.get("gjelder")):
        yield Fact("vote.concerns", f'{box} [id="{key}"]', vote["gjelder"], whole=True)
    result = f"{box} .vote-result"
    if vote["type"] in DECIDING:
        yield Fact("vote.type", result, say(f"vote.type.{vote['type']}"))
    else:
        yield Fact("vote.type", box)
    if "vedtatt" in vote:
        carried = "vote.carried" if vote["vedtatt"] == "ja" else "vote.rejected"
        yield Fact("vote.carried", result, say(carried))
    if given(vote.get("avgjort_av")):
        yield Fact("vote.decided_by", f"{box} .note-line", say(f"vote.by.{vote['avgjort_av']}"))
    if given(vote.get("merknad")):
        yield Fact("vote.note", f"{box} > p.muted", vote["merknad"])
    yield from _sides(vote, f"{box} .vote-table tbody", box, say)


def _sides(vote: Raw, rows: str, box: str, say: Speech) -> Iterator[Fact]:
    place = 0
    for key, name in (("for", "in_favour"), ("mot", "against")):
        if key in vote:
            place += 1
            row = f"{rows} tr:nth-child({place})"
            yield Fact(f"vote.{name}", f"{row} th", say(f"vote.{name}"), whole=True)
            side = mapping(vote[key], "antall")
            yield from _side(side, row, say(f"vote.{name}"), box, say)
    for number, written in enumerate(items(vote.get("alternativer")), 1):
        place += 1
        row = f"{rows} tr:nth-child({place})"
        side = mapping(written, "forslag")
        yield Fact("vote.alternatives", row)
        yield Fact("vote-side.proposal", f"{row} th", side.get("forslag", ""))
        if str(number) == vote.get("vant"):
            yield Fact("vote.winner", f"{row} th .won", say("vote_won"))
        yield from _side(side, row, side.get("forslag", ""), box, say)
    if given(vote.get("blankt")):
        row = f"{rows} tr:nth-child({place + 1})"
        yield Fact("vote.blank", f"{row} th", say("vote.blank"), whole=True)
        yield Fact("vote.blank", f"{row} td.num", vote["blankt"], whole=True)


def _side(side: Raw, row: str, label: str, box: str, say: Speech) -> Iterator[Fact]:
    count = side.get("antall")
    told = count if given(count) else say.nothing(count)
    yield Fact("vote-side.count", f"{row} td.num", told, whole=True)
    if given(side.get("fremmet_av")):
        yield Fact("vote-side.moved_by", f"{row} th", say("moved_by", who=side["fremmet_av"]))
    for party, number in _counts(side.get("parti")):
        yield Fact("vote-side.parties", f"{row} td", f"{party} {number}")
    for place, number in _counts(side.get("kommuner")):
        name = register.municipality_name(place)
        yield Fact("vote-side.municipalities", f"{row} td", f"{name} {number}")
    names = side.get("navn")
    if archive().region["personnavn"] != "folkevalgte":
        return
    for name in items(names):
        yield Fact("vote-side.names", f"{box} .vote-names", name)
    if names in ("ukjent", "ingen"):
        yield Fact(
            "vote-side.names",
            f"{box} .vote-names",
            f"{label}: {say('vote_names')} {say.nothing(names)}",
        )


def _counts(value: object) -> list[tuple[str, str]]:
    return [(str(k), str(v)) for k, v in value.items()] if isinstance(value, dict) else []
