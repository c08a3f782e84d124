"""The field table: one module per kind of file, one record type per kind of record."""

from casebook.schema.fields import RecordType
from casebook.schema.tables.case import CASE
from casebook.schema.tables.meeting import MEETING
from casebook.schema.tables.process import PROCESS
from casebook.schema.tables.publication import ADDRESS_CHANGES
from casebook.schema.tables.region import REGION
from casebook.schema.tables.search import SEARCH_LISTS

__all__ = ["ADDRESS_CHANGES", "CASE", "FILES", "MEETING", "PROCESS", "REGION", "SEARCH_LISTS"]

FILES: tuple[RecordType, ...] = (CASE, MEETING, PROCESS, REGION, SEARCH_LISTS, ADDRESS_CHANGES)
"""The record types that are files of their own."""
