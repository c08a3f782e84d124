"""Findings: what is wrong in the content, where, and how to mend it.

A finding is a value. Loaders and rules yield findings; nothing stops at the first one. The words
that people read are kept apart, one file per code in ``casebook/findings/``, so a finding only
carries its code and the values that fill the sentence in. This module may import nothing of the
package.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum


class Severity(IntEnum):
    """How bad a finding is; an error refuses publication."""

    INFO = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file, 1-based like in editors; ``end_column`` is exclusive."""

    path: str
    """Path relative to the content folder, with ``/``."""
    line: int = 1
    column: int = 1
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Another place that explains a finding, for example the other of two duplicates."""

    span: Span
    key: str = "related"
    """Which sentence introduces the place: a key under ``finding.note`` in the locale files."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its code, its place and the values that its sentence names."""

    code: str
    span: Span
    params: tuple[tuple[str, str], ...] = ()
    suggestion: str | None = None
    """The likely meant value, shown as «mente du …?»."""
    related: tuple[Note, ...] = ()

    @property
    def sort_key(self) -> tuple[Span, str, tuple[tuple[str, str], ...]]:
        """Order of a report: by place, then by code."""
        span = self.span
        place = Span(span.path, span.line, span.column, span.end_column or 0)
        return (place, self.code, self.params)


def finding(
    code: str,
    span: Span,
    *,
    suggestion: str | None = None,
    related: Iterable[Note] = (),
    **params: object,
) -> Diagnostic:
    """Make a finding; ``params`` fill the placeholders of the code's sentence."""
    filled = tuple(sorted((name, str(value)) for name, value in params.items()))
    return Diagnostic(code, span, filled, suggestion, tuple(related))


@dataclass(slots=True)
class Collector:
    """Where the steps that build something leave their findings on the way."""

    items: list[Diagnostic] = field(default_factory=list)

    def add(
        self,
        code: str,
        span: Span,
        *,
        suggestion: str | None = None,
        related: Iterable[Note] = (),
        **params: object,
    ) -> None:
        """Keep one finding; same arguments as :func:`finding`."""
        self.items.append(finding(code, span, suggestion=suggestion, related=related, **params))

    def extend(self, findings: Iterable[Diagnostic]) -> None:
        """Keep several findings."""
        self.items.extend(findings)

    def __iter__(self) -> Iterator[Diagnostic]:
        """All findings, sorted by place."""
        return iter(sorted(set(self.items), key=lambda item: item.sort_key))
