"""The commands of ``casebook``: one module each, with its arguments and what it does.

A command returns what to print and the exit code; only ``casebook.cli`` prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casebook.loading import TextStore

CLEAN, FOUND, USAGE = 0, 1, 2
"""Exit codes: nothing refuses publication; errors were found; the command was used wrongly."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a command has to say."""

    text: str
    code: int = CLEAN


def text_store(root: Path) -> TextStore:
    """The texts of attachments that a build keeps; beside no site, nothing is kept."""
    project = root.resolve().parent
    kept = project / ".cache" / "casebook" / "texts"
    return TextStore(kept if (project / "mkdocs.yml").is_file() else None)
