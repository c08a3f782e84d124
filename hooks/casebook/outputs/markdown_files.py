"""Records as Markdown: what their pages say, as text that people and language models can copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from casebook.graph import Treatment
from casebook.graph.followups import FollowUpState
from casebook.model.case import Case
from casebook.model.text import Section
from casebook.outputs import addresses, disclosure
from casebook.outputs.doubts import doubt_parts
from casebook.outputs.markdown_papers import (
    attachment_parts,
    fact_pairs,
    link_parts,
    papers,
    required_text,
    retold,
    source_parts,
)
from casebook.outputs.markdown_treatment import (
    closed_line,
    disqualified_lines,
    point_lines,
    section_title,
    treatment_facts,
    vote_lines,
)
from casebook.outputs.pages.case import case_facts
from casebook.outputs.pages.case_decisions import amendment_lines
from casebook.outputs.pages.case_municipalities import municipality_rows
from casebook.outputs.pages.case_papers import exempt_words
from casebook.outputs.pages.rows import (
    case_row,
    follow_up_row,
    outcome_code,
    outcome_doubt,
    treatment_outcome,
)
from casebook.outputs.pages.view import View
from casebook.outputs.plain import as_markdown
from casebook.outputs.records import Source
from casebook.outputs.records.texts import Texts


def case_markdown(source: Source, case: Case) -> str:
    """A published case."""
    view = view_in(source, case.language)
    words, texts = view.words, source.texts(case.id)
    state = source.graph.states[case.id]
    body = view.body_link(state.treatment) if state.treatment else None
    leading = state.treatment
    date = dated(view, view.day(leading.date, leading.date_doubt)) if leading else ""
    named = body["label"] if body else ""
    facts = [
        (
            words("outcome_label"),
            view.likely(
                view.outcome(outcome_code(view, case), case_row(view, case)["role"]),
                outcome_doubt(view, case),
            ),
        ),
        (words("body"), as_markdown(", ".join(p for p in (named, date) if p))),
        *_later(source, view, case),
        *fact_pairs(view, case_facts(view, case)),
    ]
    parts = head(view.title(case.id), disclosure.summary(case), facts)
    parts.append(source.url(addresses.case(case.id)))
    parts.append(retold(view, case))
    if case.exempt is not None:
        parts.append(as_markdown(exempt_words(view, case.exempt)))
    for treatment in reversed(source.graph.treatments[case.id]):
        parts += _treatment(view, texts, treatment)
    parts += follow_up_parts(view, source.graph.follow_ups[case.id], on_case=True)
    parts += _municipalities(view, case)
    own = {item.id for item in case.agenda_items}
    shared = [s for s in disclosure.sections(case) if s.item_id not in own]
    decided = {id(t.decision) for t in source.graph.treatments[case.id]}
    shared = [s for s in shared if id(s) not in decided]
    parts += papers(view, texts, case, disclosure.lead(case), shared)
    parts += attachment_parts(view, case)
    parts += source_parts(view, case)
    parts += link_parts(view, case)
    parts += doubt_parts(view, case)
    parts.append(texts.definitions(disclosure.link_definitions(case)))
    return joined(parts)


def _later(source: Source, view: View, case: Case) -> Iterator[tuple[str, str]]:
    """What has superseded or amended the case, or is proposed to."""
    for force in source.graph.force(case):
        if force.by is not None:
            address = source.url(addresses.case(force.by.id))
            link = f"[{as_markdown(view.title(force.by.id))}]({address})"
            yield view.words(f"standing_by.{force.standing.value}"), link


def tombstone_markdown(source: Source, case: Case) -> str:
    """A case that is taken down: why, and nothing else."""
    words = source.words
    reason = case.retraction.reason if case.retraction else words("personal_data_removed")
    day = disclosure.removed_on(case)
    when = f"{words('tombstone_date')}: {words.date(day)}" if day is not None else ""
    return joined([f"# {words('title_retracted')}", as_markdown(reason), when])


def view_in(source: Source, language: str) -> View:
    """The view of a record in its own language."""
    if language in ("", source.view.language):
        return source.view
    return View(source.graph, language, "sak/x/")


def joined(parts: Iterable[str]) -> str:
    """Paragraphs as one text."""
    return "\n\n".join(part for part in parts if part) + "\n"


def head(title: str, summary: str, facts: list[tuple[str, str]]) -> list[str]:
    """Title and lead as plain words, and facts as Markdown."""
    lines = [f"- {label}: {text}" for label, text in facts if text]
    return [f"# {as_markdown(title)}", as_markdown(summary), "\n".join(lines)]


def dated(view: View, day: dict[str, Any] | None) -> str:
    """A date in words; a doubtful one says «antatt»."""
    if day is None:
        return view.words("date.unknown")
    return view.likely(str(day["text"]), day["uncertain"])


def case_link(view: View, case_id: str) -> str:
    """A link to a case as Markdown."""
    link = view.case_link(case_id)
    return f"[{as_markdown(link['label'])}]({link['href']})"


def _treatment(view: View, texts: Texts, treatment: Treatment) -> Iterator[str]:
    words, item = view.words, treatment.item
    body = view.body_link(treatment)
    named = [body["label"] if body else words("body_unknown")]
    named.append(dated(view, view.day(treatment.date, treatment.date_doubt)))
    named.append(view.likely(view.number(treatment), treatment.item.doubt("number")))
    yield f"## {as_markdown(', '.join(part for part in named if part))}"
    outcome = treatment_outcome(view, treatment)
    outcome = view.likely(view.outcome(outcome, item.role), item.doubt("outcome"))
    said = (f"{words('outcome_label')}: {outcome}", *treatment_facts(view, treatment))
    yield f"{as_markdown('. '.join(said))}."
    yield as_markdown(closed_line(view, "closed_item", item.closed, treatment.date))
    if treatment.withheld:
        yield as_markdown(words("decision_withheld", basis=disclosure.legal_basis(treatment)))
        return
    yield "\n".join(f"- {as_markdown(line)}" for line in point_lines(view, treatment))
    yield "\n".join(f"- {as_markdown(line)}" for line in amendment_lines(view, treatment))
    votes = []
    for vote, more in vote_lines(view, treatment):
        votes += [f"- {as_markdown(vote)}", *(f"  - {as_markdown(line)}" for line in more)]
    yield "\n".join(votes)
    yield "\n".join(f"- {as_markdown(line)}" for line in disqualified_lines(view, treatment))
    for section in _sections(treatment):
        yield f"### {as_markdown(section_title(view, treatment, section))}"
        yield retold(view, treatment.case, section)
        yield texts.markdown(section.source)
    if treatment.item.division_editorial:
        yield view.words("editorial_points")


def _sections(treatment: Treatment) -> list[Section]:
    own = list(treatment.case.text.of_item(treatment.item.id))
    decision = treatment.decision
    return own if decision is None or decision in own else [decision, *own]


def follow_up_parts(view: View, states: Iterable[FollowUpState], *, on_case: bool) -> Iterator[str]:
    """Follow-ups with their logs; away from the page of their case, with a link to it."""
    lines = []
    as_of = view.words("as_of", date=view.words.date(view.graph.as_of))
    overdue = f"{view.words('status_over-frist')} {as_of}".lower()
    for state in states:
        row = follow_up_row(view, state, on_case=on_case)
        late = f" ({overdue})" if row["overdue"] else ""
        who = view.words.join(owner["label"] for owner in row["owners"])
        who = view.likely(who, row["owners_doubt"]) or view.words(f"nothing_{row['owners_gap']}")
        due = row["deadline"]
        until = dated(view, due) if due else view.words(f"nothing_{row['deadline_gap']}")
        status = view.likely(view.words(f"status_{row['status']}"), row["status_doubt"])
        told = f"{view.words('owner')}: {who}. {view.words('deadline')}: {until}"
        said = f"{row['what'].rstrip('.')}: {status}{late}. {told}"
        home = "" if on_case else f" ({case_link(view, state.case.id)})"
        lines.append(f"- {as_markdown(said)}{home}")
        for entry in row["log"]:
            day = dated(view, entry["date"])
            done = view.likely(view.words(f"status_{entry['status']}"), entry["status_doubt"])
            lines.append(f"  - {day}: {done}. {as_markdown(entry['html'])}".rstrip(". "))
    if lines:
        yield f"## {view.words('follow_up_heading')}"
        yield "\n".join(lines)


def _municipalities(view: View, case: Case) -> Iterator[str]:
    lines: list[str] = []
    for row in municipality_rows(view, case):
        known = f"local_{row['status']}"
        key = known if view.words.has(known) else f"outcome_{row['status']}"
        day = f", {dated(view, row['date'])}" if row["date"] else ""
        status = view.words(key)
        if row["prepares"]:
            status = f"{row['purpose'].capitalize()}: {status.lower()}"
        status = view.likely(status, row["status_doubt"])
        late = f" ({view.words('status_over-frist').lower()})" if row["late"] else ""
        name = as_markdown(row["municipality"]["label"])
        lines.append(f"- {name}: {status}{late}{day}")
    if lines or case.required is not None:
        yield f"## {view.words('municipalities_heading')}"
        yield required_text(view, case)
        yield "\n".join(lines)
