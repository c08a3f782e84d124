"""Term shards: which units have a word, and how much it counts there.

Words are sorted and cut into alphabetic ranges. A shard is one gzipped file: the number of words,
the words front-coded, each with its number of units and the length of its list, then the lists:
unit numbers as variable-length gaps followed by one impact byte each.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import sub

_SHARD_BYTES = 10_000
_BITS = 6
"""How much of a packed posting is the impact; the rest is the unit."""
_IMPACT = (1 << _BITS) - 1
_PACKED = "I"
_LONG = 128
"""Numbers from here on take more than one byte."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One alphabetic range of words."""

    first: str
    """The shortest text that is above the range before and not above this one's first word."""
    data: bytes


def varint(number: int) -> bytes:
    """Seven bits a byte, lowest first; the high bit says that more follow."""
    if number < _LONG:
        return bytes((number,))
    out = bytearray()
    while number >= _LONG:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


class Postings:
    """For each number of an index word, the units that have it and its impact there, packed."""

    def __init__(self) -> None:
        """Begin with no words and no units."""
        self.units = 0
        self._lists: list[array[int]] = []

    def add(self, numbers: Iterable[int], impacts: Iterable[int], known: int) -> None:
        """Add a unit.

        Args:
            numbers: The numbers of its index words.
            impacts: What each counts.
            known: How many index words have a number.
        """
        lists = self._lists
        lists.extend(array(_PACKED) for _ in range(known - len(lists)))
        unit = self.units << _BITS
        for number, impact in zip(numbers, impacts, strict=True):
            lists[number].append(unit | impact)
        self.units += 1

    def sorted(self, terms: Iterable[str]) -> list[tuple[str, array[int]]]:
        """The lists that are not empty in the order of their words, given in order of number."""
        return sorted(pair for pair in zip(terms, self._lists, strict=False) if pair[1])


def encode_list(packed: Sequence[int]) -> bytes:
    """Gaps between ascending unit numbers, then the impacts."""
    units = [posting >> _BITS for posting in packed]
    gaps = list(map(sub, units, [0, *[unit + 1 for unit in units]]))
    impacts = bytes([posting & _IMPACT for posting in packed])
    if max(gaps, default=0) < _LONG:
        return bytes(gaps) + impacts
    return b"".join(map(varint, gaps)) + impacts


def shards(postings: Iterable[tuple[str, Sequence[int]]]) -> Iterator[Shard]:
    """Cut words in order, with their packed lists, into shards of about equal size."""
    held: list[tuple[str, int, bytes]] = []
    size, last = 0, ""
    for term, packed in postings:
        data = encode_list(packed)
        pair = "_" in term  # stays with the word it begins with, so that a query fetches one shard
        if held and not pair and size + len(data) > _SHARD_BYTES:
            yield _shard(held, last)
            last, held, size = held[-1][0], [], 0
        held.append((term, len(packed), data))
        size += len(data) + 5 + len(term) // 2
    if held:
        yield _shard(held, last)


def _shard(entries: Sequence[tuple[str, int, bytes]], before: str) -> Shard:
    head, body = bytearray(varint(len(entries))), bytearray()
    previous = ""
    for term, count, data in entries:
        same = shared_prefix(previous, term)
        rest = term[same:].encode("ascii")
        head += bytes((same, len(rest))) + rest + varint(count) + varint(len(data))
        body += data
        previous = term
    first = entries[0][0]
    return Shard(first[: shared_prefix(before, first) + 1], bytes(head + body))


def shared_prefix(left: str, right: str) -> int:
    """How many letters two words share from the start."""
    limit = min(len(left), len(right))
    for at in range(limit):
        if left[at] != right[at]:
            return at
    return limit
