"""Publishing in one step: build beside the site, then swap by two renames.

A build that is refused, fails or is killed leaves the site that was there. What a killed build left
behind is recovered or removed when the next one starts.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

_NEW = ".{name}-new-{pid}"
_OLD = ".{name}-old-{pid}"


class Staging:
    """The folder that a build writes to, and the site that it will replace."""

    def __init__(self, site: Path) -> None:
        """Prepare to replace ``site``; recovers what an earlier build left half-done."""
        self.site = site
        self.folder = site.with_name(_NEW.format(name=site.name, pid=os.getpid()))
        site.parent.mkdir(parents=True, exist_ok=True)
        with self._lock():
            self._recover()

    def swap(self) -> None:
        """Put the finished folder in the site's place."""
        old = self.site.with_name(_OLD.format(name=self.site.name, pid=os.getpid()))
        with self._lock():
            if self.site.exists():
                self.site.rename(old)
            self.folder.rename(self.site)
        shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Throw the unfinished folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _recover(self) -> None:
        for old in self._leftovers(_OLD):
            if self.site.exists():
                shutil.rmtree(old, ignore_errors=True)
            else:
                old.rename(self.site)
        for new in self._leftovers(_NEW):
            shutil.rmtree(new, ignore_errors=True)

    def _leftovers(self, template: str) -> list[Path]:
        """Folders of builds that no longer run."""
        pattern = re.compile(
            re.escape(template.format(name=self.site.name, pid="@")).replace("@", r"(\d+)")
        )
        found = []
        for path in sorted(self.site.parent.iterdir()):
            match = pattern.fullmatch(path.name)
            if match is not None and not _runs(int(match[1])):
                found.append(path)
        return found

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        path = self.site.with_name(f".{self.site.name}.lock")
        with path.open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield


def _runs(pid: int) -> bool:
    """Whether a process runs that is not this one."""
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
