"""The body of a case file, divided into sections with meaning."""

from casebook.sections.splitting import split_sections

__all__ = ["split_sections"]
