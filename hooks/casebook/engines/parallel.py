"""Shares work between processes: the parent, and one forked child for each further core.

A child sees the parent's data as it is at the fork, so nothing is copied to it; what it found comes
back through a pipe. Work is handed out in chunks, so that a slow chunk does not hold the others up.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import struct
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")
Answer_co = TypeVar("Answer_co", covariant=True)

FEWEST = 100
"""Less work than this is done before a child would have started."""
_LARGEST, _CHUNKS = 40, 50
"""Items that are handed out together: so many, and fewer when that would make few chunks."""
_TOKEN = struct.Struct("=I")
_THREADS = Path("/proc/self/task")


class WorkerFailed(RuntimeError):  # reads as what happened
    """A child process failed; the message holds its traceback."""


class Task(Generic[Answer_co]):
    """Something to do: in a child, or when its result is asked for."""

    def __init__(self, work: Callable[[], Answer_co], *, child: bool = False) -> None:
        """Take the work, and start a child with it if that is wanted."""
        self._work = work
        self._child = _Child(work) if child else None

    @property
    def is_begun(self) -> bool:
        """Whether a child has it, so that it is not done here."""
        return self._child is not None

    @property
    def is_running(self) -> bool:
        """Whether a child is still busy with it."""
        return self._child is not None and not self._child.has_answered

    def result(self) -> Answer_co:
        """What came of it; waits for the child, or does the work.

        Raises:
            WorkerFailed: The work failed in a child.
        """
        return self._work() if self._child is None else cast("Answer_co", self._child.answer())

    def give_up(self) -> None:
        """Stop a child that works on it; do nothing that was not begun."""
        if self._child is not None:
            self._child.stop()


def spare_cores() -> int:
    """How many children are worth starting; none where forking is not safe or not known.

    A child of a process with threads, also those of a library, may wait for ever for a lock that a
    thread held at the fork.
    """
    if not hasattr(os, "sched_getaffinity") or not _THREADS.is_dir():
        return 0
    if len(list(_THREADS.iterdir())) > 1:
        return 0
    return len(os.sched_getaffinity(0)) - 1


def begin(work: Callable[[], Result]) -> Task[Result]:
    """Do ``work`` in a child while the caller goes on; without a spare core, when asked for."""
    return Task(work, child=spare_cores() > 0)


def share(
    work: Callable[[Item], Result], items: Sequence[Item], beside: Task[object]
) -> list[Result]:
    """Do ``work`` for every item, with a child for each core that is free.

    Args:
        work: What to do.
        items: To do it for.
        beside: Has a core of its own; its core is used too as soon as it is done. What the parent
            has loaded by then is there for the child that follows.

    Returns:
        The results, in no particular order.

    Raises:
        WorkerFailed: The work failed in a child.
    """
    size = max(1, min(_LARGEST, len(items) // _CHUNKS))
    chunks = [items[start : start + size] for start in range(0, len(items), size)]
    queue = Queue()
    queue.fill(len(chunks))
    cores = spare_cores() if len(items) >= FEWEST else 0

    def take() -> list[Result]:
        return [work(item) for number in queue.taken() for item in chunks[number]]

    helpers: list[Task[list[Result]]] = []
    results: list[Result] = []
    try:
        for number in queue.taken():
            for _ in range(cores - len(helpers) - beside.is_running):
                helpers.append(begin(take))
            results += map(work, chunks[number])
        for helper in helpers:
            # One that has become no child, for want of a safe moment, finds nothing left to do.
            results += helper.result()
    finally:
        queue.close()
    return results


class Queue:
    """Numbers that processes take from, each number once; a fork shares it."""

    def __init__(self) -> None:
        """An empty pipe: reading a number from it takes it from all others."""
        self._reading, self._writing = os.pipe()

    def fill(self, count: int) -> None:
        """Put the numbers from 0 in; nothing can be put in afterwards."""
        with os.fdopen(self._writing, "wb") as pipe:
            for number in range(count):
                pipe.write(_TOKEN.pack(number))

    def leave_filling(self) -> None:
        """Another process fills it; whoever keeps the way in open would wait for himself."""
        os.close(self._writing)

    def taken(self) -> Iterator[int]:
        """Take one number after the other until none is left; waits until it has been filled."""
        while token := os.read(self._reading, _TOKEN.size):
            (number,) = _TOKEN.unpack(token)
            yield number

    def close(self) -> None:
        """Take no more."""
        os.close(self._reading)


class _Child:
    """A forked process that does one thing and says what came of it."""

    def __init__(self, work: Callable[[], object]) -> None:
        reading, writing = os.pipe()
        process = os.fork()
        if not process:
            os.close(reading)
            _work_in_child(work, writing)
        os.close(writing)
        self._process, self._reading = process, reading
        self._answer: tuple[bool, object] | None = None

    @property
    def has_answered(self) -> bool:
        """Whether it is done; what it says is fetched at once, so that it can end."""
        if self._answer is None and select.select([self._reading], [], [], 0)[0]:
            self._fetch()
        return self._answer is not None

    def answer(self) -> object:
        """What came of it; waits."""
        done, value = self._answer or self._fetch()
        if not done:
            raise WorkerFailed(value)
        return value

    def stop(self) -> None:
        """End it where it is, unless it is done, and wait until it is gone."""
        if self._answer is None:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGTERM)
            self._fetch()

    def _fetch(self) -> tuple[bool, object]:
        with os.fdopen(self._reading, "rb") as pipe:
            data = pipe.read()
        os.waitpid(self._process, 0)
        # What a child that was killed has not said.
        self._answer = pickle.loads(data) if data else (False, "ingen svar")  # noqa: S301
        return self._answer


def _work_in_child(work: Callable[[], object], writing: int) -> None:
    status = 1
    # As an exception, so that whatever the child is writing is put away.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with os.fdopen(writing, "wb") as pipe:
            try:
                answer = pickle.dumps((True, work()))
                status = 0
            except BaseException:  # the parent raises it
                answer = pickle.dumps((False, traceback.format_exc()))
            pipe.write(answer)
    finally:
        os._exit(status)
