"""What is told of a treatment beside its text: points that went otherwise, votes, who stepped down.

The lines are plain words, for Markdown and feeds alike. Ask only of a treatment as the public may
see it: what belongs to a withheld text is left out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from casebook.graph import Treatment
from casebook.model.shared import Closed
from casebook.model.text import Section
from casebook.model.values import PartialDate, Record
from casebook.outputs import disclosure
from casebook.outputs.pages.case_decisions import builds_on, text_heading, text_kind
from casebook.outputs.pages.case_votes import votes_of
from casebook.outputs.pages.view import View


def point_lines(view: View, treatment: Treatment) -> Iterator[str]:
    """«Punkt 3: Utsatt»: the points that went otherwise than the rest."""
    if treatment.withheld:
        return
    for top in treatment.points:
        for point, number in top.numbered():
            outcome = treatment.outcome_of(point)
            if outcome is not None:
                named = view.words("point", number=number)
                yield f"{named}: {view.words(f'outcome_{outcome.value}')}"


def vote_lines(view: View, treatment: Treatment) -> Iterator[tuple[str, list[str]]]:
    """Each vote with its sides and what settled it; also that none is known to be recorded."""
    if treatment.withheld:
        return
    votes, item = votes_of(view, treatment), treatment.item
    if not votes and "votes" in item.gaps:
        yield f"{view.words('votes_heading')}: {nothing(view, item, 'votes')}", []
    for vote in votes:
        said = view.likely(f"{vote['title']}: {vote['result']}", item.doubt("votes"))
        sides = [_side(view, side) for side in vote["sides"]]
        yield said, [*sides, *(vote[key] for key in ("settled_by", "note") if vote[key])]


def _side(view: View, side: dict[str, Any]) -> str:
    words = view.words
    count = side["count"]
    told = words(f"nothing_{side['count_gap']}") if count is None else str(count)
    more = [words("moved_by", who=side["mover"])] if side["mover"] else []
    more += [words("vote_won")] if side["won"] else []
    for key in ("parties", "municipalities"):
        if side[key]:
            more.append(f"{words(f'vote_{key}').lower()}: {words.join(map(_counted, side[key]))}")
    return f"{side['label']}: {told}" + (f" ({'; '.join(more)})" if more else "")


def _counted(part: dict[str, Any]) -> str:
    return part["label"] if part["count"] is None else f"{part['label']} {part['count']}"


def treatment_facts(view: View, treatment: Treatment) -> Iterator[str]:
    """The role, a number that is known to be unknown, what it means and what it hangs on."""
    words, item = view.words, treatment.item
    if item.role is not None:
        role = view.likely(words(f"role.{item.role.value}"), item.doubt("role"))
        yield f"{words('role_label')}: {role}"
    elif "role" in item.gaps:
        yield f"{words('role_label')}: {nothing(view, item, 'role')}"
    if not item.number and "number" in item.gaps:
        yield f"{words('number')}: {nothing(view, item, 'number')}"
    if item.effect is not None:
        effect = view.likely(words(f"effect.{item.effect.value}"), item.doubt("effect"))
        yield f"{words('effect_label')}: {effect}"
    if item.builds_on:
        basis = view.likely(builds_on(view, treatment), item.doubt("builds_on"))
        yield f"{words('builds_on')}: {basis}"
    if item.referred_to:
        to = words("referred_to", who=item.referred_to)
        yield view.likely(to, item.doubt("referred_to")).rstrip(".")


def closed_line(view: View, key: str, closed: Closed | None, day: PartialDate | None) -> str:
    """That a meeting or a treatment is closed to the public, or was, and why."""
    told = view.closed(key, closed, day)
    return ". ".join(part for part in (told, closed.reason if closed else "") if part)


def disqualified_lines(view: View, treatment: Treatment) -> Iterator[str]:
    """Who was disqualified, with the legal basis and who stepped in."""
    words = view.words
    for one in disclosure.item(treatment).disqualified:
        basis = one.legal_basis or nothing(view, one, "legal_basis")
        substitute = one.substitute or nothing(view, one, "substitute")
        said = (words("disqualified", who=one.who), f"{words('legal_basis')}: {basis}")
        yield ". ".join((*said, f"{words('substitute')}: {substitute}"))


def section_title(view: View, treatment: Treatment, section: Section) -> str:
    """A section's heading; that of the decision says what the body's role makes of it."""
    named = section is not treatment.decision or text_kind(treatment) == "decision"
    return section.title if named else text_heading(view, treatment)


def nothing(view: View, record: Record, name: str) -> str:
    """Which kind of nothing an empty field is, in words."""
    return view.words(f"nothing_{view.gap(record, name)}")
