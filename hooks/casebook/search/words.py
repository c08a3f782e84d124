"""The word list for spelling help and suggestions: one written form for each stem.

Sorted by folded form and cut into pieces; front-coded text, one word a line: a character for the
number of shared letters, the rest of the word, a digit for how common it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from casebook.search.analysis import Stemmer, folded_words
from casebook.search.columns import character
from casebook.search.lexicon import STOP_WORDS
from casebook.search.postings import shared_prefix

_PIECE_BYTES = 16_000
_MOST_WORDS = 60_000
_LONGEST = 40


def written_forms(counts: Mapping[str, int], stemmer: Stemmer) -> list[tuple[str, str, int]]:
    """Folded form, written form and document count of the most common form of each stem."""
    best: dict[str, tuple[int, str, str]] = {}
    total: dict[str, int] = {}
    for word, count in counts.items():
        pieces = folded_words(word)
        folded = "".join(pieces)
        if len(folded) < 3 or len(folded) > _LONGEST or not folded.isalpha():
            continue
        if folded in STOP_WORDS:
            continue
        stem = stemmer(folded)
        total[stem] = total.get(stem, 0) + count
        candidate = (-count, folded, word)
        if stem not in best or candidate < best[stem]:
            best[stem] = candidate
    forms = [(folded, word, total[stem]) for stem, (_, folded, word) in best.items()]
    commonest = sorted(forms, key=lambda form: (-form[2], form[0]))[:_MOST_WORDS]
    return sorted(commonest)


def pieces(forms: Iterable[tuple[str, str, int]]) -> Iterator[tuple[str, bytes]]:
    """The list in pieces, each with the folded text it starts at."""
    lines: list[str] = []
    size, start, previous, last = 0, "", "", ""
    for folded, word, count in forms:
        if size > _PIECE_BYTES and folded[:2] != last[:2]:
            yield start, "\n".join(lines).encode()
            lines, size, previous = [], 0, ""
            start = folded[: shared_prefix(last, folded) + 1]
        same = shared_prefix(previous, word)
        line = f"{character(same)}{word[same:]}{min(9, count.bit_length())}"
        lines.append(line)
        size += len(line.encode()) + 1
        previous, last = word, folded
    if lines:
        yield start, "\n".join(lines).encode()
