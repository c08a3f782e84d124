"""Exceptions: what stops the programme, as opposed to what is wrong in a case file.

A problem in the content is a value (:class:`casebook.diagnostics.Diagnostic`), never an exception::

    CasebookError
    ├── ConfigurationError     the region or the engine is set up in a way that cannot work
    └── SourceUnreadable       the folder of case files is missing or cannot be read
"""


class CasebookError(Exception):
    """Base of everything that Casebook raises on purpose."""


class ConfigurationError(CasebookError):
    """The region or the engine is set up in a way that cannot work."""


class SourceUnreadable(CasebookError):
    """The folder of case files is missing or cannot be read."""
