"""Patterns for the sentences that tell of a vote; ``casebook.votes.shapes`` gives them meaning."""

from __future__ import annotations

import re

from casebook.votes.words import COUNT, PEOPLE

_GROUP = r"(?:\s*\((?P<{0}>[^()]*)\))?"
A_AGAINST_B = re.compile(
    rf"\b(?P<a>{COUNT})(?: {PEOPLE})?{_GROUP.format('ap')}(?: stemte)?(?: for)?,?(?: og)? mot "
    rf"(?P<b>{COUNT})\b{_GROUP.format('bp')}(?: {PEOPLE})?{_GROUP.format('bp2')}",
    re.IGNORECASE,
)
FOR_THEN_AGAINST = re.compile(
    rf"\b(?P<a>{COUNT})(?: {PEOPLE})?(?: stemte| røysta)? for(?: \w+)?{_GROUP.format('ap')}"
    rf"(?:,| og|, og|;|,? mens)\s+(?P<b>{COUNT})(?: {PEOPLE})?(?: stemte| røysta)? (?:i)?mot\b"
    rf"(?: \w+)?{_GROUP.format('bp')}",
    re.IGNORECASE,
)
CARRIED_AGAINST = re.compile(
    rf"\bmot (?P<b>{COUNT})(?: {PEOPLE})\b{_GROUP.format('bp')}", re.IGNORECASE
)
_VOTED = (
    r"(?P<about> [\w«»\"' .-]{1,60}?)?(?: stemte| røysta| røystet)?:?"
    rf" (?P<n>{COUNT})\b(?: {PEOPLE})?(?:\s*[:(]?\s*(?P<p>(?:[^().]|\([0-9]{{1,3}}\))*?)\)?)?\.?"
)
FOR_ONLY = re.compile(rf"for{_VOTED}", re.IGNORECASE)
AGAINST_ONLY = re.compile(rf"(?:i)?mot{_VOTED}", re.IGNORECASE)
FOR_AND_AGAINST = re.compile(
    rf"for(?P<about> [\w«»\"' -]{{1,60}}?)?(?: stemte| røysta)?:? (?P<a>{COUNT})(?: {PEOPLE})?"
    rf"{_GROUP.format('ap')}[,;.]?(?: og)? (?:i)?mot(?: \w+)?(?: stemte| røysta)?:? (?P<b>{COUNT})"
    rf"(?: {PEOPLE})?{_GROUP.format('bp')}\.?",
    re.IGNORECASE,
)
GOT = r"(?:fikk|fekk)"
SIDES = re.compile(
    rf"(?:.*?\b{GOT} )?(?P<one>[^,;]{{2,80}}?)(?: {GOT})? (?P<a>{COUNT}) {PEOPLE}"
    r"(?:,| og|, og|, mens)"
    rf" (?P<two>[^,;]{{2,80}}?)(?: {GOT})? (?P<b>{COUNT})(?: {PEOPLE})?\.?",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"(?P<one>.{2,80}?) (?:ble|blei|vart|er)? ?(?:satt|sett|stilt|votert) (?:opp )?mot "
    r"(?P<two>.{2,80}?)\.?",
    re.IGNORECASE,
)
PAIR_BETWEEN = re.compile(
    r"(?:det (?:ble|blei|vart) )?(?:votert|røysta|stemt) alternativt (?:over|mellom|om) "
    r"(?P<one>.{2,80}?) og (?P<two>.{2,80}?)\.?",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"(?P<about>[^,:;]{2,100}?) (?:ble|blei|vart|er|falt|fall|fikk|fekk)\b", re.IGNORECASE
)
GOT_ONLY = re.compile(
    rf"(?P<about>[^,:;]{{2,100}}?) {GOT} (?P<n>{COUNT}) {PEOPLE}"
    r"(?:,? og (?:ble |vart )?[\w ]+)?\.?",
    re.IGNORECASE,
)
EMPTY_SUBJECT = frozenset({"det", "dette", "saken", "saka", "den", "vedtaket"})
