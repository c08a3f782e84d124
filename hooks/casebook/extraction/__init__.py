"""The text of attached files, page by page, for search and for the check of personal data.

Bytes in, text out: no disk and no network. Whatever a file holds, the answer is a value: a file
that cannot be read yields no text and says why. The caller keeps the answers by content hash.
"""

from casebook.extraction.reading import SUFFIXES, extract
from casebook.extraction.result import Extracted, Page, Problem

__all__ = ["SUFFIXES", "Extracted", "Page", "Problem", "extract"]
