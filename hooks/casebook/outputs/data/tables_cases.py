"""Tables of cases: the cases, their treatments, the points and the attachments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from casebook.graph import Treatment
from casebook.graph.in_force import Standing
from casebook.model.case import Case
from casebook.model.text import Point
from casebook.outputs import addresses, disclosure
from casebook.outputs.data.table import Foreign, Row, Table, assumed, date, many
from casebook.outputs.pages.prose import published_files
from casebook.outputs.pages.rows import outcome_doubt
from casebook.outputs.records import Source, moments
from casebook.outputs.records.plain import each_assumed
from casebook.outputs.records.texts import Texts

_CASE: Foreign = {("sak_id",): ("saker", ("sak_id",))}
ITEM: Foreign = {("sak_id", "behandling_id"): ("behandlinger", ("sak_id", "behandling_id"))}


def _cases(source: Source) -> Iterator[Row]:
    graph = source.graph
    for case in graph.published_cases:
        state = graph.states[case.id]
        treatment, changed = state.treatment, moments.of_case(graph, case)
        yield (
            case.id,
            disclosure.title(case),
            disclosure.summary(case),
            state.key,
            date(treatment.date) if treatment else "",
            treatment.body.id if treatment and treatment.body else "",
            treatment.item.number if treatment else "",
            case.archive_number,
            graph.year_of(case),
            many(case.topics),
            many(graph.municipalities_of(case)),
            many(case.required.municipalities) if case.required else "",
            many(case.processes),
            _later(source, case, Standing.SUPERSEDED),
            _later(source, case, Standing.AMENDED),
            sum(not follow_up.closed for follow_up in graph.follow_ups[case.id]),
            case.exempt.legal_basis if case.exempt else "",
            changed.isoformat() if changed else "",
            assumed(disclosure.case(case), **_doubts(source, case)),
            source.url(addresses.case(case.id)),
        )


def _doubts(source: Source, case: Case) -> dict[str, str | None]:
    """Why what the row takes from the case's treatments is only likely."""
    treatment = source.graph.states[case.id].treatment
    doubts: dict[str, str | None] = {"utfall": outcome_doubt(source.view, case)}
    if case.required is not None:
        doubts["kreves_av"] = case.required.doubt("municipalities")
    if treatment is not None:
        doubts["dato"] = treatment.date_doubt
        doubts["saksnummer"] = treatment.item.doubt("number")
    return doubts


def _later(source: Source, case: Case, standing: Standing) -> str:
    """The published cases that have superseded or amended a case."""
    found = (f.by.id for f in source.graph.force(case) if f.by and f.standing is standing)
    return many(tuple(key for key in found if key in source.published))


def _treatments(source: Source) -> Iterator[Row]:
    for case in source.graph.published_cases:
        for treatment in source.graph.treatments[case.id]:
            item, body = treatment.item, treatment.body
            yield (
                case.id,
                item.id,
                item.meeting if item.meeting in source.graph.meetings else "",
                body.id if body else "",
                source.body_name(body.id, treatment.date) if body else "",
                date(treatment.date),
                item.number,
                item.role.value if item.role else "",
                item.outcome.value if item.outcome else "",
                item.effect.value if item.effect else "",
                disclosure.legal_basis(treatment),
                assumed(disclosure.item(treatment), dato=treatment.date_doubt),
                source.url(addresses.case(case.id, treatment.anchor)),
            )


def _points(source: Source) -> Iterator[Row]:
    for case in source.graph.published_cases:
        for treatment in source.graph.treatments[case.id]:
            decision = treatment.decision
            texts = source.texts(case.id)
            for point in decision.walk() if decision is not None else ():
                yield _point(source, texts, treatment, point)


def _point(source: Source, texts: Texts, treatment: Treatment, point: Point) -> Row:
    outcome = treatment.outcome_of(point)
    text = "\n\n".join(part for part in (point.lead, point.source, point.tail) if part)
    return (
        treatment.case.id,
        treatment.item.id,
        point.id,
        point.number,
        texts.markdown(text),
        outcome.value if outcome else "",
        each_assumed(utfall=treatment.item.doubt("point_outcomes") if outcome else None),
        source.url(addresses.case(treatment.case.id, treatment.point_anchor(point))),
    )


def _attachments(source: Source) -> Iterator[Row]:
    for case in source.graph.published_cases:
        files = published_files(source.graph, case.id)
        for place in range(1, len(case.attachments) + 1):
            yield _attachment(source, case, files, place)


def _attachment(source: Source, case: Case, files: Mapping[str, str], place: int) -> Row:
    attachment = disclosure.attachment(case.attachments[place - 1])
    file = source.file(case.id, attachment.file, files)
    return (
        case.id,
        place,
        attachment.title,
        attachment.role.value if attachment.role else "",
        date(attachment.date),
        file.get("media_type", ""),
        file.get("size"),
        file.get("pages"),
        file.get("sha256", ""),
        attachment.exempt.legal_basis if attachment.exempt else "",
        attachment.missing,
        assumed(attachment),
        file.get("url", "") or attachment.link,
    )


CASE_TABLES = (
    Table(
        "saker",
        ("sak_id", "tittel", "kort", "utfall", "dato", "organ_id", "saksnummer", "arkivsak", "aar",
         "temaer", "kommuner", "kreves_av", "prosesser", "erstattet_av", "endret_av",
         "apne_oppfolginger", "unntatt", "oppdatert", "antatt", "adresse"),
        _cases,
        ("sak_id",),
        {("organ_id",): ("organer", ("organ_id",))},
    ),
    Table(
        "behandlinger",
        ("sak_id", "behandling_id", "mote_id", "organ_id", "organ", "dato", "saksnummer", "rolle",
         "utfall", "virkning", "unntatt", "antatt", "adresse"),
        _treatments,
        ("sak_id", "behandling_id"),
        {
            **_CASE,
            ("mote_id",): ("moter", ("mote_id",)),
            ("organ_id",): ("organer", ("organ_id",)),
        },
    ),
    Table(
        "punkter",
        ("sak_id", "behandling_id", "punkt_id", "punkt", "tekst", "utfall", "antatt",
         "adresse"),
        _points,
        ("sak_id", "behandling_id", "punkt_id"),
        ITEM,
    ),
    Table(
        "vedlegg",
        ("sak_id", "nr", "tittel", "type", "dato", "format", "storrelse", "sider", "sha256",
         "unntatt", "mangler", "antatt", "adresse"),
        _attachments,
        ("sak_id", "nr"),
        _CASE,
    ),
)  # fmt: skip
