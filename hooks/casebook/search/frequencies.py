"""How common each Norwegian word is: what the compound splitter weighs its guesses by.

The only module of the package that reads a file: the word list that ``wordfreq`` ships. It is used
while building only, and nothing derived from it is committed or published.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from casebook.search.compounds import FLOOR

_LIST = "data/large_nb.msgpack.gz"
_HEADER = {"format": "cB", "version": 1}


@cache
def norwegian_frequencies() -> Mapping[str, float]:
    """Word (lower case, unfolded) → share of all words in Norwegian text, down to ``FLOOR``.

    The list is read without the package around it, which takes longer to load than the list.
    """
    import msgpack  # noqa: PLC0415  # only builds that meet a new word need it

    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("wordfreq")
    with gzip.open(Path(spec.origin).parent / _LIST) as file:
        unpacker = msgpack.Unpacker(file)
        buckets = unpacker.read_array_header() - 1
        header = unpacker.unpack()
        if header != _HEADER:
            raise ValueError(f"unknown word list: {header!r}")
        found: dict[str, float] = {}
        for place in range(buckets):
            share: float = 10 ** (-place / 100)  # the list is divided by how rare words are
            if share < FLOOR:
                break
            found.update(dict.fromkeys(unpacker.unpack(), share))
    return found
