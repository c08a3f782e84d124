"""What bodies and municipalities came to, as parts of a search document.

Who voted what is found, and read on a hit, as sentences in the language of the record's page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from casebook.graph import Treatment
from casebook.graph.votes import votes_of
from casebook.i18n import Words
from casebook.model.action import LocalDecision
from casebook.model.case import Case
from casebook.model.votes import Vote, VoteSide
from casebook.outputs.disclosure import names_published
from casebook.outputs.pages.case_votes import vote_anchor, vote_title
from casebook.outputs.pages.view import View
from casebook.search import SearchPart


def vote_parts(view: View, treatment: Treatment) -> Iterator[SearchPart]:
    """What was voted on, and who stood where; numbers are not what anybody looks for."""
    words = _words(view, treatment.case)
    for place, vote in enumerate(votes_of(treatment), start=1):
        stood = (_stood(view, words, label, side) for label, side in _sides(words, vote))
        text = _sentences((vote.concerns, *stood, vote.note))
        if text:
            yield SearchPart(text, vote_anchor(treatment, place), vote_title(view, vote))


def _sides(words: Words, vote: Vote) -> Iterator[tuple[str, VoteSide]]:
    """The sides of a vote under the names that the page gives them."""
    for name, side in (("in_favour", vote.in_favour), ("against", vote.against)):
        if side is not None:
            yield words(f"vote.{name}"), side
    for place, side in enumerate(vote.alternatives, start=1):
        yield side.proposal or words("vote.alternative", n=place), side


def _stood(view: View, words: Words, label: str, side: VoteSide) -> str:
    """Who moved a side and who stood there; empty for a side of which only numbers are known."""
    names = side.names if names_published(view.graph) else ()
    voters = ", ".join((*side.parties, *side.named_parties, *names))
    mover = f" ({words('moved_by', who=side.moved_by)})" if side.moved_by else ""
    known = side.proposal or mover or voters
    return f"{label}{mover}{': ' if voters else ''}{voters}" if known else ""


def local_parts(view: View, case: Case) -> Iterator[SearchPart]:
    """What each municipality came to, as the table of the page has it."""
    words, heading = _words(view, case), view.words("municipalities_heading")
    for decision in case.local_decisions:
        day = view.name_day(decision.date)
        place = view.municipality_link(decision.municipality, day)["label"]
        told = ", ".join(_local_words(words, decision))
        said = f"{place}: {told}" if told else place
        yield SearchPart(_sentences((said, decision.note)), "kommunene", heading)


def _local_words(words: Words, decision: LocalDecision) -> Iterator[str]:
    """Body, purpose and outcome, as far as they are known; «antatt» where they are doubted."""
    known = {
        "body": decision.body,
        "purpose": words(f"purpose.{decision.purpose.value}") if decision.purpose else "",
        "outcome": words(f"outcome_{decision.outcome.value}").lower() if decision.outcome else "",
    }
    for name, text in known.items():
        if text:
            yield f"{text} ({words('uncertain')})" if decision.doubt(name) else text
    if decision.not_needed:
        yield words("local_ikke-nødvendig").lower()


def _words(view: View, case: Case) -> Words:
    """The words of the page of a case; the view is in the language of the search page."""
    return Words(case.language or view.graph.region.language)


def _sentences(texts: Iterable[str]) -> str:
    """Texts one after the other, each as a sentence."""
    return " ".join(f"{text.rstrip('.')}." for text in texts if text)
