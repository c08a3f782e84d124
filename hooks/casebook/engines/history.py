"""Reads the history of the content folder in one pass; without one, nothing is known of it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

from casebook.engines.clock import OSLO
from casebook.loading.source_texts import as_text
from casebook.model.publication import Revision
from casebook.revisions import changed_decisions, changed_parts, withheld_parts

TRAILER = "Endring"
"""The trailer in a commit message that says why: ``Endring: retting: Punkt 2 sto feil.``"""
HIDE = "Skjul-forskjell"
"""The trailer that keeps a difference, and those before it, off the page; it is not shown again."""
SHALLOW = (
    "Depotet har ikke hele historikken, så endringsloggen ville blitt feil. "
    "Hent resten med «git fetch --unshallow», og publiser så."
)
"""Why a publication is refused from such a clone."""
SHALLOW_BUILD = (
    "Depotet har ikke hele historikken: Endringsloggen følger bare saksfilene. "
    "Hent resten med «git fetch --unshallow» før du publiserer."
)
"""What a build says that is not a publication."""
_FORMAT = f"%x01%cI%x02%(trailers:key={TRAILER},valueonly)%x02%(trailers:key={HIDE},valueonly)%x02"
_KINDS = ("retting", "oppdatering", "oppfølging")


@dataclass(frozen=True, slots=True)
class _Version:
    """A file as one commit left it."""

    blob: str
    day: date
    reason: str
    hidden: bool


def is_shallow(root: Path) -> bool:
    """Whether the content lies in a clone that lacks a part of its history."""
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == "true"


def read_history(root: Path) -> Mapping[str, tuple[Revision, ...]]:
    """The changes of every record's file after its first version, newest first.

    Empty without Git, outside a repository, and in a shallow clone, where it would be wrong.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    listed = ("log", "--reverse", "--relative", "--raw", "-M", "--no-abbrev", f"--format={_FORMAT}")
    versions = _versions(_git(root, *listed, "--", "."))
    changed = {path: found for path, found in versions.items() if len(found) > 1}
    texts = _texts(root, {v.blob for found in changed.values() for v in found})
    return {path: tuple(_revisions(found, texts)) for path, found in changed.items()}


def _versions(log: str) -> dict[str, list[_Version]]:
    """Every version of every record's file, oldest first, followed through renames."""
    found: dict[str, list[_Version]] = {}
    for commit in log.split("\x01")[1:]:
        moment, reason, hidden, changes = commit.split("\x02", 3)
        day = datetime.fromisoformat(moment).astimezone(OSLO).date()
        for line in changes.splitlines():
            if line.startswith(":"):
                _apply(found, line, day, reason.strip(), hidden=bool(hidden.strip()))
    return found


def _apply(
    found: dict[str, list[_Version]], line: str, day: date, reason: str, *, hidden: bool
) -> None:
    facts, *paths = line.split("\t")
    _, _, _, blob, status = facts.split(" ")
    path = paths[-1]
    if not path.endswith(".md"):
        return
    if status.startswith("D"):
        found.pop(path, None)
        return
    if status.startswith("R"):
        found[path] = found.pop(paths[0], [])
    version = _Version(blob, day, reason, hidden)
    known = found.setdefault(path, [])
    if not known or known[-1].blob != blob:
        known.append(version)


def _revisions(versions: list[_Version], texts: Mapping[str, str]) -> Iterator[Revision]:
    now = withheld_parts(texts.get(versions[-1].blob, ""))
    shown = True
    for before, after in reversed(list(pairwise(versions))):
        old, new = texts.get(before.blob, ""), texts.get(after.blob, "")
        # What a hidden change took away, and what was withheld once, stands in older versions too.
        shown = shown and not after.hidden
        public = shown and withheld_parts(old) == withheld_parts(new) == now
        kind, _, text = after.reason.partition(":")
        known = kind.strip() in _KINDS
        yield Revision(
            after.day,
            kind.strip() if known else "",
            text.strip() if known else after.reason,
            changed_parts(old, new),
            changed_decisions(old, new) if public else (),
            after.hidden,
        )


def _texts(root: Path, blobs: Iterable[str]) -> dict[str, str]:
    """The content of blobs, read by one process."""
    wanted = sorted(blobs)
    if not wanted:
        return {}
    data = _git_bytes(root, "cat-file", "--batch", given="\n".join([*wanted, ""]).encode())
    texts: dict[str, str] = {}
    place = 0
    while place < len(data):
        end = data.index(b"\n", place)
        name, kind, *size = data[place:end].split(b" ")
        place = end + 1
        if kind == b"blob":
            length = int(size[0])
            texts[name.decode()] = as_text(data[place : place + length])
            place += length + 1
    return texts


def _git(root: Path, *arguments: str) -> str:
    """What a Git command says; empty when there is no Git or no repository."""
    return _git_bytes(root, *arguments).decode("utf-8", "replace")


def _git_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["git", "-c", "core.quotePath=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=given, capture_output=True, check=False, timeout=120
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return done.stdout if done.returncode == 0 else b""
