"""The examples of the CommonMark specification, read from the source package of markdown-it-py.

The specification is under CC BY-SA 4.0, so it is not kept here; the source package of a dependency
that the lock file names, with its checksum, carries it.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "markdown-it-py"
MEMBER = "tests/test_cmark_spec/commonmark.json"


class SpecMissing(RuntimeError):
    """The examples could not be fetched; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example of the specification."""

    number: int
    markdown: str
    html: str


@cache
def examples() -> tuple[Example, ...]:
    """All examples, fetched once and kept in the cache folder."""
    kept = ROOT / ".cache" / f"commonmark-{version(PACKAGE)}.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            text = _extract(_download(Path(folder)))
            part = Path(folder) / "spec.json"
            part.write_text(text, encoding="utf-8")
            part.replace(kept)
    data = json.loads(kept.read_text(encoding="utf-8"))
    return tuple(Example(one["example"], one["markdown"], one["html"]) for one in data)


def _download(folder: Path) -> Path:
    wanted = f"{PACKAGE}=={version(PACKAGE)}"
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:"]
    done = subprocess.run(
        [*command, "--dest", str(folder), wanted], capture_output=True, text=True, check=False
    )
    found = next(folder.glob("*.tar.gz"), None)
    if found is None:
        message = f"cannot fetch {wanted}; run once with a network: {' '.join(command)} {wanted}"
        raise SpecMissing(f"{message}\n{done.stderr}")
    digest = hashlib.sha256(found.read_bytes()).hexdigest()
    if f"sha256:{digest}" not in (ROOT / "requirements.lock").read_text(encoding="utf-8"):
        message = f"{found.name} is not the package that the lock file names"
        raise SpecMissing(message)
    return found


def _extract(archive: Path) -> str:
    with tarfile.open(archive) as package:
        name = next(name for name in package.getnames() if name.endswith(MEMBER))
        member = package.extractfile(name)
        if member is None:
            message = f"{archive.name} carries no {MEMBER}"
            raise SpecMissing(message)
        return member.read().decode("utf-8")
