"""What the splitter makes of the words of a site, for someone to look through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from casebook.search.analysis import fold, surfaces
from casebook.search.compounds import Split
from casebook.search.documents import SearchDocument, SearchOptions
from casebook.search.frequencies import norwegian_frequencies
from casebook.search.terms import Vocabulary


def words_of(documents: Iterable[SearchDocument]) -> Mapping[str, int]:
    """Every word of some documents, and how many of them have it."""
    found: Counter[str] = Counter()
    for document in documents:
        texts = (document.title, *document.names, *(part.text for part in document.parts))
        found.update(
            {piece for text in texts for word in surfaces(text) for piece in word.split("-")}
        )
    return found


def review(
    words: Mapping[str, int], options: SearchOptions, seen: Iterable[str] = ()
) -> list[Split]:
    """The splits to look at, those that touch most documents first; one for all forms of a word.

    Args:
        words: Every word of the site and the number of documents that have it.
        options: The site's own lists, which overrule the splitter.
        seen: Words whose splits were found right before, in any form.
    """
    vocabulary = Vocabulary(options, norwegian_frequencies)
    known = {_kind(split, vocabulary) for word in seen if (split := _split(word, vocabulary))}
    best: dict[tuple[str, ...], Split] = {}
    for word, count in words.items():
        split = _split(word, vocabulary)
        if split is None or (kind := _kind(split, vocabulary)) in known:
            continue
        before = best.get(kind)
        if before is None or (-count, word) < (-before.count, before.word):
            best[kind] = Split(split.word, split.parts, split.links, count)
    return sorted(best.values(), key=lambda split: (-split.count, split.word))


def _split(word: str, vocabulary: Vocabulary) -> Split | None:
    return None if fold(word) in vocabulary.proper else vocabulary.splitter.split(word.lower())


def _kind(split: Split, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What the forms of one compound have in common."""
    return (*split.parts[:-1], vocabulary.stem(fold(split.parts[-1])))
