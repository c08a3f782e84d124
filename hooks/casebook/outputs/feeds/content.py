"""The HTML of feed entries: short, self-contained, every link absolute."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from casebook.graph import Treatment
from casebook.graph.followups import FollowUpState
from casebook.markdown import render
from casebook.model.action import LogEntry
from casebook.model.case import Case
from casebook.model.text import Section, SectionKind
from casebook.model.vocabulary import Role
from casebook.outputs import addresses, disclosure
from casebook.outputs.markdown_papers import retold
from casebook.outputs.markdown_treatment import point_lines, vote_lines
from casebook.outputs.pages.prose import published_files, resolve_link
from casebook.outputs.pages.rows import municipal_stage
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source

_GIVEN = {Role.RECOMMENDS: SectionKind.RECOMMENDATION, Role.STATES: SectionKind.STATEMENT}


def decision_html(source: Source, view: View, treatment: Treatment) -> str:
    """What was decided: the lead, who and when, the votes, and the text."""
    words, case = view.words, treatment.case
    parts = [_paragraph(disclosure.summary(case))]
    body = view.body_link(treatment)
    when = words.date(treatment.date)
    if treatment.date_doubt:
        when = f"{when} ({words('uncertain')}: {treatment.date_doubt})"
    parts.append(_paragraph(f"{body['label'] if body else words('body_unknown')}, {when}."))
    if doubt := treatment.item.doubt("outcome"):
        parts.append(_paragraph(f"{words('outcome_label')}: {words('uncertain')} ({doubt})"))
    parts += _now(source, view, treatment)
    if treatment.withheld:
        basis = disclosure.legal_basis(treatment)
        return "".join([*parts, _paragraph(words("decision_withheld", basis=basis))])
    parts += (_vote(told, more) for told, more in vote_lines(view, treatment))
    parts += (_paragraph(f"{line}.") for line in point_lines(view, treatment))
    text = treatment.decision or _given(treatment)
    if text is not None:
        parts.append(_paragraph(retold(view, case) or retold(view, case, text)))
        parts.append(_rendered(source, case, text))
    return "".join(parts)


def _now(source: Source, view: View, treatment: Treatment) -> Iterator[str]:
    """What has become of the decision since: the municipalities' part, and what replaced it."""
    words, case = view.words, treatment.case
    stage = municipal_stage(view, case, treatment)
    if stage["municipal"]:
        told = words(f"outcome_{stage['municipal']}").lower()
        likely = view.likely(told, stage["municipal_doubt"])
        yield _paragraph(f"{words('municipality.whole')}: {likely}.")
    for force in source.graph.force(case):
        if force.by is not None:
            address = escape(source.url(addresses.case(force.by.id)))
            title = escape(view.title(force.by.id), quote=False)
            label = words(f"standing_by.{force.standing.value}")
            yield f'<p>{label}: <a href="{address}">{title}</a></p>'


def follow_up_html(view: View, state: FollowUpState, line: LogEntry) -> str:
    """What was asked for, where, and what has been done now."""
    words = view.words
    when = words.date(line.date)
    if line.doubt("date"):
        when = f"{when} ({words('uncertain')}: {line.doubt('date')})"
    owners = words.join(view.graph.owner_name(owner) for owner in state.follow_up.owners)
    if doubt := state.follow_up.doubt("owners"):
        owners = f"{owners} ({words('uncertain')}: {doubt})" if owners else ""
    parts = [
        _paragraph(f"{words('case')}: {view.title(state.case.id)}"),
        _paragraph(f"{words('follow_up_heading')}: {state.follow_up.action}"),
        _paragraph(f"{words('owner')}: {owners}" if owners else ""),
        _paragraph(f"{when}: {line.text}" if line.text else when),
    ]
    return "".join(parts)


def _given(treatment: Treatment) -> Section | None:
    """What a body recommended or stated, where nothing is called its decision."""
    role = treatment.item.role
    kind = _GIVEN.get(role) if role is not None else None
    return treatment.section(kind) if kind is not None else None


def _vote(told: str, more: list[str]) -> str:
    """A vote with its sides and what settled it."""
    sides = "".join(f"<li>{escape(line, quote=False)}</li>" for line in more)
    return _paragraph(f"{told}.") + (f"<ul>{sides}</ul>" if sides else "")


def _paragraph(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>" if text else ""


def _rendered(source: Source, case: Case, section: Section) -> str:
    files = published_files(source.graph, case.id)
    page = source.url(addresses.case(case.id))

    def resolve(target: str) -> str | None:
        if target.startswith("#"):
            return f"{page}{target}"
        address = resolve_link(source.graph, case.id, files, target)
        return None if address is None else source.url(address)

    references = case.text.references
    html = render(section.source, resolve=resolve, heading_offset=1, references=references).html
    return str(html)
