"""How common each Norwegian word is: what the compound splitter weighs its guesses by.

The only module of the package that reads a file: the word list that ``wordfreq`` ships. It is used
while building only, and nothing derived from it is committed or published.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import accumulate, pairwise, takewhile
from pathlib import Path

from casebook.search.compounds import FLOOR

_LIST = "data/large_nb.msgpack.gz"
_HEADER = {b"format": b"cB", b"version": 1}
_HEAD = 3
"""Words that share so many bytes lie together."""
_BEFORE, _AFTER = b"\n", b"\t"


class Frequencies(Mapping[str, float]):
    """Word (lower case, unfolded) → share of all words.

    All words lie in one string of bytes, those together that begin alike, each with the number of
    its bucket: a fifth of the room that a dictionary of as many words takes, and quick to store.
    """

    def __init__(self, buckets: Iterable[tuple[float, Sequence[bytes]]]) -> None:
        """Take shares, each with the words in UTF-8 that have it."""
        alike: dict[bytes, bytearray] = defaultdict(lambda: bytearray(_BEFORE))
        self._shares: list[float] = []
        for number, (share, words) in enumerate(buckets):
            self._shares.append(share)
            after = b"%b%d%b" % (_AFTER, number, _BEFORE)
            for word in words:
                alike[word[:_HEAD]] += word + after
        ends = list(accumulate(map(len, alike.values()), initial=0))
        self._places = dict(zip(alike, pairwise(ends), strict=True))
        self._text = b"".join(alike.values())

    def __getitem__(self, word: str) -> float:
        """The share of a word."""
        sought = word.encode()
        at = self._text.find(_BEFORE + sought + _AFTER, *self._places[sought[:_HEAD]])
        if at < 0:
            raise KeyError(word)
        start = at + len(sought) + 2
        return self._shares[int(self._text[start : self._text.index(_BEFORE, start)])]

    def __iter__(self) -> Iterator[str]:
        """Every word, those together that begin alike."""
        for line in self._text.decode().split("\n"):
            if line:
                yield line.partition("\t")[0]

    def __len__(self) -> int:
        """How many words there are."""
        return self._text.count(_AFTER)


def word_list() -> Path:
    """The file of the list.

    Raises:
        ModuleNotFoundError: ``wordfreq`` is not installed.
    """
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("wordfreq")
    return Path(spec.origin).parent / _LIST


@cache
def norwegian_frequencies() -> Frequencies:
    """The words of Norwegian text, down to ``FLOOR``.

    The list is read without the package around it, which takes longer to load than the list.
    """
    import msgpack  # noqa: PLC0415  # only builds that meet a new word need it

    with gzip.open(word_list()) as file:
        unpacker = msgpack.Unpacker(file, raw=True)
        count = unpacker.read_array_header() - 1
        header = unpacker.unpack()
        if header != _HEADER:
            raise ValueError(f"unknown word list: {header!r}")
        # The list is divided by how rare words are.
        shares = takewhile(FLOOR.__le__, (10 ** (-place / 100) for place in range(count)))
        return Frequencies((share, unpacker.unpack()) for share in shares)
