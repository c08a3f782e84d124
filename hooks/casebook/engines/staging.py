"""Publishing in one step: build beside the site, then swap by two renames.

A build that is refused, fails or is killed leaves the site that was there. What a killed build left
behind is recovered or removed when the next one starts.

The site that was replaced is not deleted: it stands ready to be brought up to date by the next
build, which then makes and removes only what differs. Making and removing thousands of folders took
longer than all the rest of a rebuild.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from casebook.engines import modes
from casebook.engines.parallel import Task, begin
from casebook.errors import ConfigurationError

_NEW = ".{name}-new-{pid}"
_OLD = ".{name}-old-{pid}"
_ENGINE = ".{name}-engine-{pid}"
_SPARE = ".{name}-spare"
_FIXED = (
    "«{site}» kan ikke byttes ut med det nye nettstedet: Det er ikke en vanlig mappe, men en fil "
    "eller et filsystem for seg. Velg en annen mappe, eller en mappe inni den, med "
    "«mkdocs build --strict --site-dir …»"
)


class Staging:
    """The folder that a build writes to, and the site that it will replace."""

    def __init__(self, site: Path) -> None:
        """Prepare to replace ``site``; recovers what an earlier build left half-done.

        Raises:
            ConfigurationError: What stands there cannot be renamed.
        """
        # A link stays, for whoever knows the site by it, and what it leads to is replaced.
        self.site = site = site.resolve()
        if site.is_mount() or (site.exists() and not site.is_dir()):
            raise ConfigurationError(_FIXED.format(site=site))
        self.engine = self._named(_ENGINE)
        """Where the engine writes its own pages: it empties the folder it is given."""
        self._folder = self._named(_NEW)
        self._spare = self._named(_SPARE)
        site.parent.mkdir(parents=True, exist_ok=True)
        with self._lock():
            self._recover()
            if self._spare.exists():
                self._spare.rename(self._folder)
        self._base: Task[None] | None = None
        if site.exists() and not self._folder.exists():
            self._base = begin(self._link_site)

    @property
    def folder(self) -> Path:
        """Where the new site is made: a copy of an earlier one, as a base, or nothing yet."""
        if self._base is not None:
            self._base.result()
            self._base = None
        self._folder.mkdir(exist_ok=True)
        self._folder.chmod(modes.FOLDER)
        return self._folder

    def swap(self) -> None:
        """Put the finished folder in the site's place."""
        old = self._named(_OLD)
        with self._lock():
            if self.site.exists():
                self.site.rename(old)
            try:
                self.folder.rename(self.site)
            except OSError:
                if old.exists():
                    old.rename(self.site)
                raise
            if old.exists() and not self._spare.exists():
                old.rename(self._spare)
        self._remove(old)
        self._remove(self.engine)

    def discard(self) -> None:
        """Give up the unfinished folder; it is as good a base for the next build as any."""
        with self._lock():
            if self.site.exists() and not self._spare.exists():
                self.folder.rename(self._spare)
        self._remove(self._folder)
        self._remove(self.engine)

    def _named(self, template: str) -> Path:
        return self.site.with_name(template.format(name=self.site.name, pid=os.getpid()))

    @staticmethod
    def _remove(folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)

    def _link_site(self) -> None:
        """Make a base of the site itself: the same files under a second name."""
        _link_folder(str(self.site), str(self._folder))

    def _recover(self) -> None:
        # A swap holds the lock: with the lock in hand and no site, all old ones are of dead builds.
        for old in self._leftovers(_OLD, every=not self.site.exists()):
            if self.site.exists():
                self._remove(old)
            else:
                old.rename(self.site)
        for template in (_NEW, _ENGINE):
            for folder in self._leftovers(template):
                self._remove(folder)

    def _leftovers(self, template: str, *, every: bool = False) -> list[Path]:
        """Folders of builds that no longer run, or of every build, whatever now has its number."""
        pattern = re.compile(
            re.escape(template.format(name=self.site.name, pid="@")).replace("@", r"(\d+)")
        )
        found = []
        for path in sorted(self.site.parent.iterdir()):
            match = pattern.fullmatch(path.name)
            if match is not None and (every or not _runs(int(match[1]))):
                found.append(path)
        return found

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        path = self.site.with_name(f".{self.site.name}.lock")
        with path.open("w") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield


def _link_folder(source: str, target: str) -> None:
    # What shutil.copytree does beside this, for every folder and file, takes as long again.
    os.mkdir(target)  # noqa: PTH102  # the same as below, without a path for each of thousands
    os.chmod(target, modes.FOLDER)  # noqa: PTH101
    with os.scandir(source) as entries:
        for entry in entries:
            place = f"{target}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _link_folder(entry.path, place)
            else:
                link(entry.path, place)


def link(source: str, target: str) -> None:
    """Give a file a second name, or copy it with its time where the file system has no links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


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
