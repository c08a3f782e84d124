"""From text to index words: folding, splitting into words, stemming.

The browser does exactly the same in ``assets/search.js``; shared test vectors hold the two
together, so nothing here may change on one side only. Works on bokmål and nynorsk alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "æ": "ae",
    "ø": "o",
    "å": "a",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ß": "ss",
    "ł": "l",
    "œ": "oe",
    "ŋ": "n",
    "ŧ": "t",
    "ı": "i",
    "é": "e",
    "è": "e",
    "ê": "e",
    "ó": "o",
    "ò": "o",
    "ô": "o",
    "ö": "o",
    "ä": "a",
    "ü": "u",
    "á": "a",
    "à": "a",
    "–": "-",
    "‐": "-",
    "‑": "-",
    "\u00a0": " ",
    "«": '"',
    "»": '"',
    "“": '"',
    "”": '"',
    "„": '"',
}
_INVISIBLE: dict[int, None] = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_TABLE: dict[int, str | None] = {ord(letter): to for letter, to in _LETTERS.items()}
_TABLE |= _INVISIBLE
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_FOLDED = re.compile(r"[a-z0-9]+")
_SUFFIXES = ("erne", "ane", "ene", "ert", "ast", "est", "en", "et", "er", "ar", "a", "e", "s")
_NEUTER = ("alt", "elt", "ivt", "dt")
_LEG = re.compile(r"(?<=[a-z]{2})leg(e|t|are|ast)?$")
_HEIT = re.compile(r"(?<=[a-z]{3})heit")
_TRE = re.compile(r"(?<=[a-z]{2})tre(ne)?$")
_EL = re.compile(r"([b-df-hj-np-tv-xz])\1?el$")
_VOWELS = "aeiouy"
_SAME_STEM = dict.fromkeys(
    "vedta vedtar vedtas vedtatt vedtatte vedtok vedteke vedtekne vedteken vedtek".split(), "vedtak"
)
for _root in ("park", "mark", "plan"):  # parkering is no park, and markering no mark
    for _ending in "ing inga ingen inger ingar ingene ingane ings ingens e er t te".split():
        _SAME_STEM[f"{_root}er{_ending}"] = f"{_root}er"


def fold(text: str) -> str:
    """Lower case without accents: æ→ae, ø→o, å→a, aa→a, oe→o; quotes and dashes made plain."""
    folded = text.lower()
    if not folded.isascii():
        folded = folded.translate(_TABLE)
    if not folded.isascii():
        spread = unicodedata.normalize("NFKD", folded).lower()
        bare = "".join(c for c in spread if not unicodedata.category(c).startswith("M"))
        folded = bare.translate(_TABLE)
    return folded.replace("aa", "a").replace("oe", "o")


def surfaces(text: str) -> list[str]:
    """The words of a text in lower case, unfolded; a hyphened word comes as one."""
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if _UNSEEN.search(text):
            text = text.translate(_INVISIBLE)
    return _WORD.findall(text.lower())


def folded_words(text: str) -> list[str]:
    """The words of a text as the browser sees them."""
    return _FOLDED.findall(fold(text))


@lru_cache(maxsize=1_000_000)
def stem(word: str) -> str:
    """Take the endings off a folded word: kommunene, kommunar, kommunens → kommun."""
    if len(word) < 4 or not word.isalpha():
        return word
    if word in _SAME_STEM:
        return _SAME_STEM[word]
    word = _TRE.sub("ter", _LEG.sub(r"lig\1", _HEIT.sub("het", word)))
    for _ in range(5):
        shorter = _shorten(word)
        if shorter == word:
            break
        word = shorter
    if len(word) > 4 and word.endswith(("ll", "gj", "kj")):
        word = word[:-1]
    return _EL.sub(r"\1l", word)


def _shorten(word: str) -> str:
    """Take one ending off, if enough is left."""
    if len(word) > 4 and word.endswith(_NEUTER):
        return word[:-1]
    if len(word) > 7 and word.endswith("ing"):
        return word[:-3]
    for suffix in _SUFFIXES:
        if word.endswith(suffix):
            rest = word[: -len(suffix)]
            if _long_enough(rest, suffix):
                return rest[:-1] if rest.endswith("mm") else rest
    return word


def _long_enough(rest: str, suffix: str) -> bool:
    if suffix == "s":
        return len(rest) > 3 and rest[-1] != "s"
    if rest.endswith("a") and suffix[0] == "e":
        return False
    if len(rest) == 2 and len(suffix) > 1:
        return rest[0] not in _VOWELS and rest[1] in _VOWELS
    return len(rest) > 2


class Stemmer:
    """Stemming that leaves the site's own names whole."""

    def __init__(self, proper: frozenset[str] = frozenset()) -> None:
        """Take the folded names that are not inflected, such as ``rade``."""
        self.proper = proper

    def __call__(self, folded: str) -> str:
        """Stem one folded word."""
        if folded in self.proper:
            return folded
        if folded.endswith("s") and folded[:-1] in self.proper:
            return folded[:-1]
        return stem(folded)
