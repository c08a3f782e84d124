"""Reads on behind a slip in YAML, so that all of them are told in one run.

The parser stops at the first. So each slip is mended as its finding proposes, and the text is read
again; where there is nothing to propose, the field at the margin that holds the slip is left out.
What is on the lines that were changed is a guess, of which nothing more may be told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice

import yaml

from casebook.diagnostics import Collector, Span
from casebook.frontmatter.composing import compose
from casebook.frontmatter.slips import KEY, Slip, leading, without_tabs
from casebook.frontmatter.trouble import TAB, slips, stopped_at

_MOST = 20
"""So many slips are told of in one file; one that is no YAML at all has thousands."""
_TRIED = 4
"""So many slips that could have stopped the parser are tried."""
_PATIENCE = 3
"""So many guesses at one line."""
_TAB_WIDTHS = (2, 4, 8)
_MARGIN = re.compile(rf"({KEY}:)(?=\s|$)")


@dataclass(slots=True)
class Mending:
    """A text that YAML cannot read, on its way to one that it can."""

    lines: list[str]
    path: str
    first_line: int
    names: Collection[str]
    """The names of fields."""
    collector: Collector
    guesses: Counter[int] = field(default_factory=Counter)
    """How often each row has been changed."""
    told: list[Slip] = field(default_factory=list)

    def run(self) -> yaml.Node | None:
        """Tell every slip; the fields as they were probably meant, or None when nobody can tell."""
        for _ in range(_MOST * _PATIENCE):
            error = self._error(self.lines)
            if error is None:
                return compose("\n".join(self.lines))
            slip = self._likeliest(error)
            self._tell(slip)
            if len(self.told) == _MOST:
                return None
            if slip.code == TAB:
                self._without_tabs()
            elif slip.mended is not None and self.guesses[slip.row] < _PATIENCE:
                self._change(slip.row, slip.mended)
            elif not self._leave_out(slip.row):
                return None
        return None

    @property
    def guessed(self) -> frozenset[int]:
        """The lines of the file of which nothing more may be told."""
        return frozenset(row + self.first_line for row in self.guesses)

    def _error(self, lines: Sequence[str]) -> yaml.MarkedYAMLError | None:
        try:
            compose("\n".join(lines))
        except yaml.MarkedYAMLError as error:
            return error
        return None

    def _likeliest(self, error: yaml.MarkedYAMLError) -> Slip:
        """The first slip without which the parser comes further; else the first."""
        likely = list(islice(slips(error, self.lines, self.names), _TRIED))
        for slip in likely if len(likely) > 1 else ():
            changed = list(self.lines)
            changed[slip.row] = slip.mended or ""
            if self._reach(changed) > stopped_at(error):
                return slip
        return likely[0]

    def _reach(self, lines: Sequence[str]) -> tuple[int, int]:
        """How far the parser comes."""
        error = self._error(lines)
        return (len(lines), 0) if error is None else stopped_at(error)

    def _tell(self, slip: Slip) -> None:
        tabbed = any(before.code == TAB for before in self.told)
        if slip.row in self.guesses or (tabbed and slip.code == "wrong-indent"):
            return
        self.told.append(slip)
        span = Span(self.path, self.first_line + slip.row, slip.column + 1)
        key = {"key": slip.key} if slip.key else {}
        self.collector.add(slip.code, span, suggestion=slip.suggestion, related=(), **key)

    def _without_tabs(self) -> None:
        """All tabs are one slip, with one cure: who uses them does so on every line."""
        rows = [row for row, line in enumerate(self.lines) if "\t" in leading(line)]
        widths = ([without_tabs(line, width) for line in self.lines] for width in _TAB_WIDTHS)
        likely = max(widths, key=self._reach)
        for row in rows:
            self._change(row, likely[row])

    def _change(self, row: int, line: str) -> None:
        self.lines[row] = line
        self.guesses[row] += 1

    def _leave_out(self, row: int) -> bool:
        """Empty the field at the margin that a row is in; False when nothing is left of it."""
        first = next((r for r in range(row, -1, -1) if _MARGIN.match(self.lines[r])), 0)
        rows = range(row + 1, len(self.lines))
        end = next((r for r in rows if _MARGIN.match(self.lines[r])), len(self.lines))
        key = _MARGIN.match(self.lines[first])
        emptied = [key[1] if key else "", *[""] * (end - first - 1)]
        if emptied == self.lines[first:end]:
            return False
        for number, line in enumerate(emptied, start=first):
            self._change(number, line)
        return True
