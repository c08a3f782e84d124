"""What a field and a record type are: the building blocks of the field table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Final

from casebook.diagnostics import Collector
from casebook.frontmatter import Node


class Invalid:
    """Marks a value that could not be read; its finding has been reported."""


INVALID: Final = Invalid()


class FieldType(ABC):
    """How one kind of value is read from a node and described to people and editors."""

    label: str
    """Key of the type's name under ``type.`` in the locale files."""

    @abstractmethod
    def decode(self, node: Node, collector: Collector) -> object:
        """The value, or ``INVALID`` after reporting why not."""

    def inner(self) -> RecordType | None:
        """The type of the records that a value holds, if it holds any."""
        return None

    def may_be_empty(self) -> bool:
        """Whether an empty text in quotes is a value; else it is a field that is not filled in."""
        return False

    @abstractmethod
    def json_schema(self) -> dict[str, Any]:
        """The type as JSON Schema (2020-12) for editors."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: everything that is said about it anywhere follows from here."""

    name: str
    """Canonical English name; also the attribute of the record's class."""
    norwegian: str
    """The key that case files use."""
    type: FieldType
    help: str
    """One or two plain sentences for the writer, in bokmål; ``help.nn.yml`` has them in nynorsk."""
    required: bool = False
    """Whether it has to be written; where a gap is allowed, ``ukjent`` will do."""
    gap: bool = True
    """Whether ``ukjent`` and ``ingen`` may stand instead of a value."""
    example: str = ""


@dataclass(frozen=True, slots=True)
class RecordType:
    """One kind of record: its class and its fields."""

    key: str
    """Name of the record under ``record.`` in the locale files."""
    cls: type
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field | None:
        """The field that a key of a file names, in either language."""
        return next((f for f in self.fields if key in (f.norwegian, f.name)), None)

    @property
    def keys(self) -> list[str]:
        """Every Norwegian key, in table order."""
        return [field.norwegian for field in self.fields]
