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

_LIST = "data/large_nb.msgpack.gz"
_HEADER = {"format": "cB", "version": 1}


@cache
def norwegian_frequencies() -> Mapping[str, float]:
    """Word (lower case, unfolded) → share of all words in Norwegian text.

    The list is read without the package around it, which takes longer to load than the list.
    """
    import msgpack  # noqa: PLC0415  # only builds that meet a new word need it

    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("wordfreq")
    with gzip.open(Path(spec.origin).parent / _LIST) as file:
        header, *buckets = msgpack.load(file)
    if header != _HEADER:
        raise ValueError(f"unknown word list: {header!r}")
    # The place of a bucket is how rare its words are, in hundredths of a power of ten.
    return {word: 10 ** (-place / 100) for place, words in enumerate(buckets) for word in words}
