"""How common each Norwegian word is: what the compound splitter weighs its guesses by.

The only module of the package that reads a file: the word list that ``wordfreq`` ships. It is used
while building only, and nothing derived from it is committed or published.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache


@cache
def norwegian_frequencies() -> Mapping[str, float]:
    """Word (lower case, unfolded) → share of all words in Norwegian text."""
    import wordfreq  # noqa: PLC0415  # a second to load, and only builds with a search need it

    frequencies: dict[str, float] = wordfreq.get_frequency_dict("nb", "best")
    return frequencies
