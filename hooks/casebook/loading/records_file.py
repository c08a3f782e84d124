"""Writes frozen records to a file of the programme's own, and reads them back, quickly.

A frozen dataclass with slots pickles itself field by field through Python code that looks its
fields up each time; a thousand cases hold some seventy thousand of them. Here each class's fields
are looked up once.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO

_TEXT = "source"
"""The field that holds running text, written as bytes: a text that has been pickled keeps its
encoding with it for as long as it lives, and is then twice as large."""
_Reader = Callable[[Any], Iterable[Any]] | None
_READERS: dict[type, _Reader] = {}
_WRITERS: dict[type, list[Callable[[Any, Any], None]]] = {}


@contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file that stands when it has been written whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}-{os.getpid()}")
    try:
        with aside.open("wb") as file:
            yield file
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def write_object(path: Path, value: object) -> None:
    """Write a value whole or not at all."""
    with written_whole(path) as file:
        _Pickler(file, protocol=pickle.HIGHEST_PROTOCOL).dump(value)


def read_object(path: Path) -> Any:
    """Read a value back.

    Raises:
        Exception: Of any kind; a cache that cannot be read is done without.
    """
    with path.open("rb") as file, uncollected():
        return pickle.load(file)  # noqa: S301  # our own file in the project's cache folder


@contextmanager
def uncollected() -> Iterator[None]:
    """Make many lasting objects without the collector walking them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if kind not in _READERS:
            _READERS[kind] = _reader(kind)
        values = _READERS[kind]
        return NotImplemented if values is None else (_made, (kind, *values(value)))


def _reader(kind: type) -> _Reader:
    """Reads every field of a record; None for what is not a frozen record."""
    if not dataclasses.is_dataclass(kind) or "__slots__" not in vars(kind):
        return None
    names = [field.name for field in dataclasses.fields(kind)]
    if len(names) == 1:
        return lambda record: [getattr(record, names[0])]
    read = attrgetter(*names)
    if _TEXT not in names:
        return read
    at = names.index(_TEXT)

    def with_bytes(record: Any) -> list[Any]:
        values = list(read(record))
        values[at] = values[at].encode()
        return values

    return with_bytes


def _made(kind: type[Any], *values: Any) -> Any:
    record: Any = object.__new__(kind)
    if kind not in _WRITERS:
        _WRITERS[kind] = [_writer(kind, field.name) for field in dataclasses.fields(kind)]
    for put, value in zip(_WRITERS[kind], values, strict=True):
        put(record, value)
    return record


def _writer(kind: type, name: str) -> Callable[[Any, Any], None]:
    """Sets the slot itself, past the guard that keeps the record frozen."""
    put: Callable[[Any, Any], None] = getattr(kind, name).__set__
    return (lambda record, data: put(record, data.decode())) if name == _TEXT else put
