"""Reads the content folder: the only package of the core that touches the disk."""

from casebook.loading.attachment_texts import StoredTexts, TextStore, is_readable
from casebook.loading.content import Content
from casebook.loading.disk import load, read_ahead
from casebook.loading.file_facts import MEDIA_TYPES
from casebook.loading.memory import Memory
from casebook.loading.records_file import read_object, write_object, written_whole
from casebook.loading.registers import read_language

__all__ = [
    "MEDIA_TYPES",
    "Content",
    "Memory",
    "StoredTexts",
    "TextStore",
    "is_readable",
    "load",
    "read_ahead",
    "read_language",
    "read_object",
    "write_object",
    "written_whole",
]
