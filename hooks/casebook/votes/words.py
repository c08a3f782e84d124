"""The words in which minutes tell of votes, in bokmål and nynorsk."""

from __future__ import annotations

import re

_WORDS = (
    "null|ingen|én|en|ein|éin|ei|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten"
    "|femten"
)
_VALUES = {
    "null": 0,
    "ingen": 0,
    **dict.fromkeys(("én", "en", "ein", "éin", "ei"), 1),
    **{word: value for value, word in enumerate(("to", "tre", "fire", "fem", "seks"), 2)},
    **dict.fromkeys(("sju", "syv"), 7),
    **{word: value for value, word in enumerate(("åtte", "ni", "ti", "elleve", "tolv"), 8)},
    **{word: value for value, word in enumerate(("tretten", "fjorten", "femten"), 13)},
}

COUNT = rf"(?:[0-9]{{1,3}}|{_WORDS})"
"""A number of votes, in digits or in words."""

PEOPLE = r"(?:stemmer?|røyst(?:er)?|representant(?:er|ar)?|medlem(?:mer|mar)?)"
"""What is counted."""

UNANIMOUS = re.compile(
    r"\b(?:(?:enstemmig|einstemmig|samrøystes|samstemt)\b|enst\.)", re.IGNORECASE
)

LOST = re.compile(
    r"\b(?:falt|fall|forkasta?e?t?|nedstemt|nedrøysta|avvist"
    r"|ikk?j?e (?:vedtatt|vedtat|vedteken?|vedtekne|tiltrådt|godkjent|bifalt|tatt til følge))\b",
    re.IGNORECASE,
)
CARRIED = re.compile(
    r"\b(?:vedtatt|vedtas|vedteke[nt]?|vedtekne|tiltrådt|tiltrådd|tilrådd|godkjent|godkjend|bifalt)\b",
    re.IGNORECASE,
)
CASTING = re.compile(
    r"\b(?:dobbel ?t?stemme|dobbel ?t?røyst|avgjørende stemme|avgjerande røyst)\w*", re.IGNORECASE
)
UNCERTAIN = re.compile(
    r"\b(?:blank\w*|avholdende|avstod|avsto|unnlot|stemte ikke|ikkj?e (?:en|ein|sam)\w*"
    r"|ikke enstemmig\w*|nesten|omtrent|ca\.|flertall\w*|fleirtal\w*)",
    re.IGNORECASE,
)
"""Words that make a count something else than a plain for and against."""

ABOUT_VOTES = re.compile(
    r"\b(?:stemm|stemt|røyst|votert|enstemmig|enst\.|samrøystes|vedtatt|vedteke|falt\b|dobbelts)"
    r"|\b[0-9]+ mot [0-9]+",
    re.IGNORECASE,
)
"""What a sentence about a vote has in it; one that cannot be read makes the section unreadable."""

_PARTIES = frozenset(
    {"ap", "arbeiderpartiet", "arbeidarpartiet", "frp", "fremskrittspartiet", "framstegspartiet"}
    | {"h", "høyre", "høgre", "inp", "krf", "mdg", "pp", "pensjonistpartiet", "r", "rødt", "raudt"}
    | {"sp", "senterpartiet", "sv", "v", "venstre"}
)
_INITIALS = re.compile(r"[A-ZÆØÅ]{1,4}")
"""Capital letters alone are a party's initials; a person has a name."""
_LISTED = re.compile(r"\w*(?:lista|liste|partiet|listen)")
_ENTRY = re.compile(
    rf"(?:(?P<before>{COUNT}) (?:(?:fra|frå) )?)?(?P<name>[^\W\d][\w .-]*?)"
    r"(?:(?:[ :]+|\s*\()(?P<after>[0-9]{1,3})\)?)?",
    re.IGNORECASE,
)


def count(text: str) -> int:
    """The value of a number that ``COUNT`` matched."""
    return int(text) if text.isdecimal() else _VALUES[text.lower()]


def parties(text: str) -> dict[str, int | None] | None:
    """Parties in brackets, each with its votes where they are given; ``None`` if they are none.

    Only names of parties and lists count: what else stands in brackets may be persons.
    """
    found: dict[str, int | None] = {}
    for part in re.split(r",|;|\s+og\s+|\s*\+\s*", text):
        entry = _ENTRY.fullmatch(" ".join(part.split()))
        if entry is None or not _is_party(entry["name"]):
            return None
        given = entry["before"] or entry["after"]
        found[entry["name"].strip()] = count(given) if given else None
    return found


def _is_party(name: str) -> bool:
    lowered = name.strip().lower()
    if _INITIALS.fullmatch(name.strip()):
        return True
    return lowered in _PARTIES or _LISTED.fullmatch(lowered.rpartition(" ")[2]) is not None
