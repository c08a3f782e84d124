"""Rules: what must hold between records. One module per topic, one function per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from casebook.diagnostics import Diagnostic
from casebook.extraction import Extracted
from casebook.graph import Graph
from casebook.rules import (
    attachment_texts,
    attachments,
    case_numbers,
    dates,
    follow_ups,
    municipalities,
    outcomes,
    privacy,
    published,
    registers,
    relations,
    sources,
    texts,
    vote_counts,
    vote_forms,
    withheld,
)
from casebook.rules.references import unknown_references

Rule = Callable[[Graph], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    attachments.missing_files,
    attachments.unsafe_files,
    attachments.unused_files,
    attachments.withheld_files,
    attachments.conflicting_places,
    attachments.empty_attachments,
    case_numbers.duplicates,
    case_numbers.unreadable,
    case_numbers.series,
    dates.places,
    dates.meeting_bodies,
    dates.meeting_ids,
    dates.meeting_states,
    dates.meeting_times,
    follow_ups.concerns,
    follow_ups.duplicates,
    follow_ups.deadlines,
    follow_ups.log_order,
    follow_ups.log_dates,
    follow_ups.log_meetings,
    follow_ups.done_without_source,
    municipalities.members,
    municipalities.voters,
    municipalities.local_dates,
    municipalities.local_outcomes,
    municipalities.deadlines,
    municipalities.needless,
    outcomes.missing_votes,
    outcomes.doubled_votes,
    outcomes.unknown_point_outcomes,
    outcomes.recommendations,
    outcomes.outcomes_without_meeting,
    privacy.legal_bases,
    privacy.withheld_titles,
    privacy.names_in_ids,
    published.silent_changes,
    registers.region_gaps,
    registers.register_ids,
    registers.aliases,
    registers.periods,
    relations.to_itself,
    relations.cycles,
    relations.rings,
    relations.replacements,
    sources.references,
    sources.duplicates,
    texts.broken_links,
    texts.verbatim_sections,
    texts.leads,
    vote_counts.sums,
    vote_counts.attendance,
    vote_counts.members,
    vote_counts.winners,
    vote_counts.ties,
    vote_counts.results,
    vote_forms.forms,
    vote_forms.unanimity,
    vote_forms.one_sided,
    vote_forms.blanks,
    vote_forms.names,
    withheld.left_public,
)
"""Every rule that needs the graph alone, in the order in which they run."""


def check(graph: Graph, unread: frozenset[str] = frozenset()) -> Iterator[Diagnostic]:
    """Every finding of every rule.

    Args:
        graph: What could be read.
        unread: Ids of files that could not: these have findings of their own.
    """
    yield from unknown_references(graph, unread)
    for rule in RULES:
        yield from rule(graph)


def check_texts(graph: Graph, texts: Mapping[tuple[str, str], Extracted]) -> Iterator[Diagnostic]:
    """What is checked inside attachments, by record id and file name."""
    yield from attachment_texts.unreadable(graph, texts)
    yield from attachment_texts.personal_numbers(graph, texts)
