"""A slip in YAML: its place, what was probably meant, and the line without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

KEY = r"[^\W\d][\w-]*"
"""The name of a field."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip: its code, its place (from 0) and what was probably meant."""

    code: str
    row: int
    column: int
    suggestion: str | None = None
    mended: str | None = None
    """The whole line as it was probably meant, so that what stands below can be read."""
    key: str = ""
    """The field that the finding names, if it names one."""


def replaced(
    code: str, lines: Sequence[str], place: tuple[int, int], start: int, meant: str
) -> Slip:
    """A slip that is gone when the line has ``meant`` from ``start`` on."""
    row, column = place
    return Slip(code, row, column, meant, lines[row][:start] + meant)


def leading(line: str) -> str:
    """The white space that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def last_row(lines: Sequence[str], row: int) -> int:
    """The last line of a value: those that are indented deeper belong to it."""
    indent, last = len(leading(lines[row])), row
    for number in range(row + 1, len(lines)):
        if lines[number].strip():
            if len(leading(lines[number])) <= indent:
                break
            last = number
    return last


_TYPED = str.maketrans({"“": "", "”": "", "„": "", "«": "", "»": ""})


def quoted(value: str) -> str:
    """The value in quotes, with quotes of its own as Norwegian texts write them."""
    plain = value
    if len(value) > 1 and value[0] + value[-1] in ("“”", "„“", "«»", "””"):
        plain = value[1:-1].translate(_TYPED) if value[0] != "«" else value[1:-1]
    elif len(value) > 1 and value[0] == value[-1] == '"':
        plain = value[1:-1]
    plain = re.sub(r'"([^"]*)"', r"«\1»", plain).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def without_tabs(line: str, width: int) -> str:
    """A line that begins with tabs with spaces instead, up to so many for each."""
    return leading(line).expandtabs(width) + line.lstrip()


def moved(row: int, line: str, column: int) -> Slip:
    """A line that should begin at another column."""
    dash = re.match(r"\s*(?:- +)*", line)
    marks = "- " if dash and "-" in dash[0] else ""
    return placed("wrong-indent", row, line, max(column - len(marks), 0), marks)


def placed(code: str, row: int, line: str, start: int, marks: str = "") -> Slip:
    """A line that should begin in another way: its place, and the dash of a list."""
    dash = re.match(r"\s*(?:- +)*", line)
    text = line[dash.end() if dash else 0 :].rstrip()
    meant = f"{' ' * start}{marks}{text}"
    return Slip(code, row, len(leading(line)), meant, meant)
