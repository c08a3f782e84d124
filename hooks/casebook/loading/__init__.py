"""Reads the content folder: the only package of the core that touches the disk."""

from casebook.loading.disk import Content, load
from casebook.loading.file_facts import MEDIA_TYPES, FileProbe

__all__ = ["MEDIA_TYPES", "Content", "FileProbe", "load"]
