"""Records as data: one canonical JSON shape each, from which every other data output is made.

What is withheld from the public never gets here: ``casebook.outputs.disclosure`` decides.
"""

from __future__ import annotations

from casebook.outputs.records.case import case_record, follow_up_record, tombstone_record
from casebook.outputs.records.meeting import meeting_record
from casebook.outputs.records.plain import Json, edtf
from casebook.outputs.records.process import process_record
from casebook.outputs.records.register import register_record
from casebook.outputs.records.source import VERSION, Source

__all__ = [
    "VERSION",
    "Json",
    "Source",
    "case_record",
    "edtf",
    "follow_up_record",
    "meeting_record",
    "process_record",
    "register_record",
    "tombstone_record",
]
