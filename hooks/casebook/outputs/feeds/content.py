"""The HTML of feed entries: short, self-contained, every link absolute."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from casebook.graph import Treatment
from casebook.graph.followups import FollowUpState
from casebook.markdown import render
from casebook.model.action import LogEntry
from casebook.outputs import addresses, disclosure
from casebook.outputs.markdown_treatment import point_lines
from casebook.outputs.pages.case_votes import votes_of
from casebook.outputs.pages.prose import published_files, resolve_link
from casebook.outputs.pages.rows import municipal_stage
from casebook.outputs.pages.view import View
from casebook.outputs.records import Source


def decision_html(source: Source, view: View, treatment: Treatment) -> str:
    """What was decided: the lead, who and when, the votes, and the adopted text."""
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
    results = (f"{vote['title']}: {vote['result']}." for vote in votes_of(view, treatment))
    parts.append(_paragraph(" ".join(results)))
    parts += (_paragraph(f"{line}.") for line in point_lines(view, treatment))
    if treatment.decision is not None:
        parts.append(_rendered(source, case.id, treatment))
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


def _paragraph(text: str) -> str:
    return f"<p>{escape(text, quote=False)}</p>" if text else ""


def _rendered(source: Source, case_id: str, treatment: Treatment) -> str:
    files = published_files(source.graph, case_id)
    page = source.url(f"sak/{case_id}/")

    def resolve(target: str) -> str | None:
        if target.startswith("#"):
            return f"{page}{target}"
        address = resolve_link(source.graph, case_id, files, target)
        return None if address is None else source.url(address)

    decision = treatment.decision
    text = decision.source if decision else ""
    references = treatment.case.text.references
    return str(render(text, resolve=resolve, heading_offset=1, references=references).html)
