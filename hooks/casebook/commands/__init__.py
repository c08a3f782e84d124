"""The commands of ``casebook``: one module each, with its arguments and what it does.

A command returns what to print and the exit code; only ``casebook.cli`` prints.
"""

from __future__ import annotations

from dataclasses import dataclass

CLEAN, FOUND, USAGE = 0, 1, 2
"""Exit codes: nothing refuses publication; errors were found; the command was used wrongly."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a command has to say."""

    text: str
    code: int = CLEAN
