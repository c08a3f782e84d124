"""Search for Norwegian text on a static site: analysis, compounds, and the index the browser reads.

Why it is our own, and how it compares with the alternatives, stands in
``docs/dev/adr/20261123-own-search-index.md``. The package knows nothing of cases; it takes
:class:`SearchDocument` values and returns files.
"""

from casebook.search.documents import (
    DEFAULT_FACETS,
    Entry,
    Facet,
    IndexCache,
    SearchDocument,
    SearchIndex,
    SearchOptions,
    SearchPart,
)
from casebook.search.frequencies import Frequencies, norwegian_frequencies, word_list
from casebook.search.index import MANIFEST, build_index, index_files

__all__ = [
    "DEFAULT_FACETS",
    "MANIFEST",
    "Entry",
    "Facet",
    "Frequencies",
    "IndexCache",
    "SearchDocument",
    "SearchIndex",
    "SearchOptions",
    "SearchPart",
    "build_index",
    "index_files",
    "norwegian_frequencies",
    "word_list",
]
