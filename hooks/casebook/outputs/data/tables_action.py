"""Tables of what happened afterwards, and of the registers."""

from __future__ import annotations

from collections.abc import Iterator

from casebook.graph.followups import ordered_log
from casebook.model.region import Membership
from casebook.outputs import addresses
from casebook.outputs.data.table import Foreign, Row, Table, assumed, date, flag, many
from casebook.outputs.records import Source

_CASE: Foreign = {("sak_id",): ("saker", ("sak_id",))}
_BODY: Foreign = {("organ_id",): ("organer", ("organ_id",))}


def _follow_ups(source: Source) -> Iterator[Row]:
    for state in source.graph.all_follow_ups:
        follow_up = state.follow_up
        yield (
            state.case.id,
            follow_up.id,
            state.treatment.item.id if state.treatment else "",
            state.point.id if state.point else "",
            follow_up.action,
            many(follow_up.owners),
            date(state.due),
            follow_up.deadline.text if follow_up.deadline else "",
            state.status.value if state.status else "",
            flag(not state.closed),
            flag(state.overdue),
            flag(state.silent),
            assumed(follow_up, status=state.status_doubt, frist=state.due_doubt),
            source.url(addresses.case(state.case.id, state.anchor)),
        )


def _log(source: Source) -> Iterator[Row]:
    for state in source.graph.all_follow_ups:
        for place, line in enumerate(ordered_log(state.follow_up), start=1):
            status = line.status.value if line.status else ""
            told = (date(line.date), status, line.text, assumed(line), line.link)
            yield (state.case.id, state.follow_up.id, place, *told)


def _local_decisions(source: Source) -> Iterator[Row]:
    for case in source.graph.published_cases:
        for place, decision in enumerate(case.local_decisions, start=1):
            yield (
                case.id,
                place,
                decision.municipality,
                decision.body,
                decision.purpose.value if decision.purpose else "",
                date(decision.date),
                decision.number,
                decision.outcome.value if decision.outcome else "",
                flag(decision.not_needed),
                decision.note,
                assumed(decision),
                decision.link,
            )


def _meetings(source: Source) -> Iterator[Row]:
    for meeting in source.graph.meetings.values():
        minutes = meeting.minutes
        status = minutes.status if minutes else None
        yield (
            meeting.id,
            source.view.meeting_title(meeting.id),
            meeting.body,
            meeting.type.value if meeting.type else "",
            date(meeting.date),
            meeting.start,
            meeting.end,
            meeting.place,
            meeting.form.value if meeting.form else "",
            meeting.status.value if meeting.status else "",
            status.value if status else "",
            assumed(meeting, protokoll=minutes.doubt("status") if minutes else None),
            source.url(addresses.meeting(meeting.id)),
        )


def _processes(source: Source) -> Iterator[Row]:
    for process in source.graph.processes.values():
        yield (
            process.id,
            process.title,
            process.summary,
            process.status.value if process.status else "",
            date(process.status_date),
            date(process.since),
            date(process.until),
            many(process.topics),
            assumed(process),
            source.url(addresses.process(process.id)),
        )


def _bodies(source: Source) -> Iterator[Row]:
    for body in source.graph.bodies.values():
        kind = body.type.value if body.type else ""
        address = source.url(addresses.body(body.id))
        days = (date(body.since), date(body.until), assumed(body))
        yield (body.id, body.name(), kind, *days, address)


def _municipalities(source: Source) -> Iterator[Row]:
    for place in source.graph.municipalities.values():
        member = place.membership
        yield (
            place.id,
            place.name(),
            place.number(source.graph.as_of),
            date(member.since) if member else "",
            date(member.until) if member else "",
            assumed(place, **_membership_doubts(member)),
            source.url(addresses.municipality(place.id)),
        )


def _membership_doubts(member: Membership | None) -> dict[str, str | None]:
    if member is None:
        return {}
    return {"medlem_fra": member.doubt("since"), "medlem_til": member.doubt("until")}


def _topics(source: Source) -> Iterator[Row]:
    for topic in source.graph.topics.values():
        name = topic.name.in_language(source.words.language)
        yield topic.id, name, topic.summary, source.url(addresses.topic(topic.id))


ACTION_TABLES = (
    Table(
        "oppfolginger",
        ("sak_id", "oppfolging_id", "behandling_id", "punkt_id", "hva", "eiere", "frist",
         "frist_tekst", "status", "apen", "over_frist", "stille", "antatt", "adresse"),
        _follow_ups,
        ("sak_id", "oppfolging_id"),
        _CASE,
    ),
    Table(
        "oppfolgingslogg",
        ("sak_id", "oppfolging_id", "nr", "dato", "status", "tekst", "antatt", "adresse"),
        _log,
        ("sak_id", "oppfolging_id", "nr"),
        {("sak_id", "oppfolging_id"): ("oppfolginger", ("sak_id", "oppfolging_id"))},
    ),
    Table(
        "kommunebehandlinger",
        ("sak_id", "nr", "kommune_id", "organ", "hensikt", "dato", "saksnummer", "utfall",
         "ikke_nodvendig", "merknad", "antatt", "adresse"),
        _local_decisions,
        ("sak_id", "nr"),
        {**_CASE, ("kommune_id",): ("kommuner", ("kommune_id",))},
    ),
    Table(
        "moter",
        ("mote_id", "tittel", "organ_id", "type", "dato", "start", "slutt", "sted", "form",
         "status", "protokoll", "antatt", "adresse"),
        _meetings,
        ("mote_id",),
        _BODY,
    ),
    Table(
        "prosesser",
        ("prosess_id", "tittel", "kort", "status", "status_dato", "fra", "til", "temaer", "antatt",
         "adresse"),
        _processes,
        ("prosess_id",),
    ),
)  # fmt: skip

REGISTER_TABLES = (
    Table(
        "organer",
        ("organ_id", "navn", "type", "fra", "til", "antatt", "adresse"),
        _bodies,
        ("organ_id",),
    ),
    Table(
        "kommuner",
        ("kommune_id", "navn", "kommunenummer", "medlem_fra", "medlem_til", "antatt", "adresse"),
        _municipalities,
        ("kommune_id",),
    ),
    Table("temaer", ("tema_id", "navn", "kort", "adresse"), _topics, ("tema_id",)),
)
