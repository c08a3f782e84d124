"""The shapes that a sentence about a vote may have, each with what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from casebook.votes.patterns import (
    A_AGAINST_B,
    AGAINST_ONLY,
    CARRIED_AGAINST,
    EMPTY_SUBJECT,
    FOR_AND_AGAINST,
    FOR_ONLY,
    FOR_THEN_AGAINST,
    GOT,
    GOT_ONLY,
    PAIR,
    PAIR_BETWEEN,
    SIDES,
    SUBJECT,
)
from casebook.votes.words import (
    CARRIED,
    CASTING,
    COUNT,
    LOST,
    PEOPLE,
    UNANIMOUS,
    UNCERTAIN,
    count,
    parties,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one sentence says of a vote."""

    unanimous: bool = False
    in_favour: int | None = None
    against: int | None = None
    in_favour_parties: Mapping[str, int | None] = field(default_factory=dict)
    against_parties: Mapping[str, int | None] = field(default_factory=dict)
    sides: tuple[tuple[str, int], ...] = ()
    """Alternatives, each with its votes."""
    carried: bool | None = None
    casting_vote: bool = False
    about: str | None = None
    only: Literal["", "against", "outcome"] = ""
    """That the sentence only completes the vote before it."""


_LONGEST = 400
"""A longer sentence is not a plain statement of a vote."""


def pairing(text: str) -> tuple[str, str] | None:
    """Two proposals that a sentence says were put against each other."""
    found = PAIR.fullmatch(text) or PAIR_BETWEEN.fullmatch(text)
    if found is None or re.search(COUNT + " mot", text):
        return None
    return found["one"].strip(), found["two"].strip()


def read(text: str) -> Reading | None:
    """What a sentence says, or ``None`` when it is not understood for certain."""
    if len(text) > _LONGEST or UNCERTAIN.search(text) or len(re.findall(r"\bmot\b", text)) > 1:
        return None
    lost, carried = LOST.search(text), CARRIED.search(LOST.sub("", text))
    if lost and carried:
        return None
    outcome = False if lost else True if carried else None
    casting = CASTING.search(text) is not None
    for shape in (_read_sides, _read_counts, _read_for, _read_unanimous, _read_rest):
        reading = shape(text, outcome)
        if reading is not None:
            return _with_casting(reading) if casting else reading
    return None


def _with_casting(reading: Reading) -> Reading:
    changes = {name: getattr(reading, name) for name in Reading.__slots__}
    return Reading(**{**changes, "casting_vote": True})


def _read_sides(text: str, outcome: bool | None) -> Reading | None:
    found = SIDES.fullmatch(text)
    if found is None or not re.search(rf"\b{GOT}\b", text) or outcome is not None:
        return None
    one, two = found["one"].strip(), found["two"].strip().removeprefix("mens ")
    return Reading(sides=((one, count(found["a"])), (two, count(found["b"]))))


def _read_counts(text: str, outcome: bool | None) -> Reading | None:
    found = (
        FOR_AND_AGAINST.fullmatch(text) or FOR_THEN_AGAINST.search(text) or A_AGAINST_B.search(text)
    )
    if found is None:
        return None
    groups = found.groupdict()
    in_favour, against = count(groups["a"]), count(groups["b"])
    if outcome is False and in_favour > against:
        return None  # "falt med 9 mot 2": which of them were against is not certain
    return Reading(
        in_favour=in_favour,
        against=against,
        in_favour_parties=_parties(groups.get("ap")),
        against_parties=_parties(groups.get("bp") or groups.get("bp2")),
        carried=outcome,
        about=_clean_about(groups.get("about")) or _subject(text),
    )


def _read_for(text: str, outcome: bool | None) -> Reading | None:
    found = FOR_ONLY.fullmatch(text)
    if found is not None:
        return Reading(
            in_favour=count(found["n"]),
            in_favour_parties=_parties(found["p"]),
            carried=outcome,
            about=_clean_about(found["about"]),
        )
    found = AGAINST_ONLY.fullmatch(text)
    if found is not None:
        given = _parties(found["p"])
        return Reading(against=count(found["n"]), against_parties=given, only="against")
    found = GOT_ONLY.fullmatch(text)
    if found is not None:
        about = _clean_about(found["about"])
        return Reading(in_favour=count(found["n"]), carried=outcome, about=about)
    found = CARRIED_AGAINST.search(text)
    if found is None or outcome is None:
        return None
    given = _parties(found["bp"])
    number = count(found["b"])
    return Reading(against=number, against_parties=given, carried=outcome, about=_subject(text))


def _read_unanimous(text: str, outcome: bool | None) -> Reading | None:
    if UNANIMOUS.search(text) is None or re.search(r"\bmot\b", text):
        return None
    number = re.search(rf"\b({COUNT}) {PEOPLE}", text, re.IGNORECASE)
    return Reading(
        unanimous=True,
        in_favour=count(number[1]) if number else None,
        carried=outcome,
        about=_subject(text),
    )


def _read_rest(text: str, outcome: bool | None) -> Reading | None:
    """A sentence that only tells how the vote before it ended."""
    if re.search(r"[0-9]", text) or re.search(r"\b(?:stemte|røysta|mot)\b", text):
        return None
    if outcome is None and CASTING.search(text) is None:
        return None
    return Reading(carried=outcome, only="outcome")


def _parties(text: str | None) -> Mapping[str, int | None]:
    return (parties(text) or {}) if text and text.strip() else {}


def _subject(text: str) -> str | None:
    found = SUBJECT.match(text)
    return _clean_about(found["about"]) if found else None


def _clean_about(text: str | None) -> str | None:
    words = (text or "").strip(" .:«»\"'")
    return None if not words or words.lower() in EMPTY_SUBJECT else words
