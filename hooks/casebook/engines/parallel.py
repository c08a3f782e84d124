"""Shares work between processes: the parent, and one forked child for each further core.

A child sees the parent's data as it is at the fork, so nothing is copied to it; what it found comes
back through a pipe. Work is handed out in chunks, so that a slow chunk does not hold the others up.
"""

from __future__ import annotations

import os
import pickle
import struct
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 40
FEWEST = 200
"""Less work than this is done before a child would have started."""
_TOKEN = struct.Struct("=I")


class WorkerFailed(RuntimeError):  # reads as what happened
    """A child process failed; the message holds its traceback."""


def spare_cores() -> int:
    """How many children are worth starting; none where forking is not safe or not known."""
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 0
    return len(os.sched_getaffinity(0)) - 1


def begin(work: Callable[[], Result]) -> Callable[[], Result]:
    """Do ``work`` in a child while the caller goes on; without a spare core, when it is asked for.

    Returns:
        Waits for the result; raises WorkerFailed when the work failed in a child.
    """
    return _fork(work) if spare_cores() else work


def share(
    work: Callable[[Item], Result], items: Sequence[Item], meanwhile: Callable[[], None]
) -> list[Result]:
    """Do ``work`` for every item; the parent does ``meanwhile`` first, while the children begin.

    Returns:
        The results, in no particular order.

    Raises:
        WorkerFailed: The work failed in a child.
    """
    chunks = [items[start : start + CHUNK] for start in range(0, len(items), CHUNK)]
    tokens = _tokens(len(chunks))
    count = spare_cores() if len(items) >= FEWEST else 0

    def take() -> list[Result]:
        return [work(item) for item in _taken(chunks, tokens)]

    children = [_fork(take) for _ in range(count)]
    meanwhile()
    results = take()
    os.close(tokens)
    for child in children:
        results += child()
    return results


def _tokens(count: int) -> int:
    """A pipe that holds the number of every chunk; reading one takes it from all others."""
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        for number in range(count):
            pipe.write(_TOKEN.pack(number))
    return reading


def _taken(chunks: Sequence[Sequence[Item]], tokens: int) -> Iterator[Item]:
    while token := os.read(tokens, _TOKEN.size):
        (number,) = _TOKEN.unpack(token)
        yield from chunks[number]


def _fork(work: Callable[[], Result]) -> Callable[[], Result]:
    """Start a child that does the work; the answer is fetched by calling what is returned."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return cast("Callable[[], Result]", partial(_collect, process, reading))
    os.close(reading)
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            try:
                pickle.dump((True, work()), pipe)
                status = 0
            except BaseException:  # the parent raises it
                pickle.dump((False, traceback.format_exc()), pipe)
    finally:
        os._exit(status)


def _collect(process: int, reading: int) -> object:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    os.waitpid(process, 0)
    # What a child that was killed has not said.
    answer: tuple[bool, object] = (False, "ingen svar")
    if data:
        answer = pickle.loads(data)  # noqa: S301  # our own child
    done, value = answer
    if not done:
        raise WorkerFailed(value)
    return value
