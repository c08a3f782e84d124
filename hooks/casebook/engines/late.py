"""What takes long and waits for no page: begun in a child as soon as the records are joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from casebook.engines.parallel import Queue, Task, begin
from casebook.engines.writer import Done, Writer
from casebook.outputs.output_file import OutputFile


class LateFiles:
    """Files that one process writes; another that has nothing else to do takes of the last ones."""

    def __init__(
        self,
        writer: Writer,
        first: Callable[[], Iterable[OutputFile]],
        rest: Callable[[], Sequence[OutputFile]],
        *,
        at_once: bool,
    ) -> None:
        """Begin in a child, if that is wanted and a core is free.

        Args:
            writer: Writes them.
            first: Gives files that only come one after the other.
            rest: Lists files that any process can make.
            at_once: Begin now, and not when the result is asked for.
        """
        self._writer = writer
        self._first = first
        self._rest = rest
        self._queue = Queue()
        self.task: Task[list[Done]] = begin(self._write) if at_once else Task(self._write)
        """The work, for whoever shares out the cores."""
        if self.task.is_begun:
            self._queue.leave_filling()

    def result(self, rest: Sequence[OutputFile]) -> list[Done]:
        """What has been written; helps a child with what is left, and waits for it.

        Args:
            rest: The same files in the same order as ``rest`` lists.
        """
        helped = self._taken(rest) if self.task.is_begun else []
        done = self.task.result()
        self._queue.close()
        return helped + done

    def give_up(self) -> None:
        """Stop a child."""
        self.task.give_up()

    def _write(self) -> list[Done]:
        rest = self._rest()
        self._queue.fill(len(rest))
        return [*map(self._writer.put, self._first()), *self._taken(rest)]

    def _taken(self, rest: Sequence[OutputFile]) -> list[Done]:
        return [self._writer.put(rest[number]) for number in self._queue.taken()]
