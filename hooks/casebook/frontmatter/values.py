"""What can be wrong with a value in YAML: quotes, brackets, and signs that need quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FIELD = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<name>[^\W\d][\w-]*:)\s+(?P<value>\S.*?)\s*")
_RESERVED = ("%", "@", "`")
_INDICATORS = ("*", "&", "!", "- ", "? ", "|", ">")
_PAIRS = {"}": "{", "]": "["}
_TYPED = str.maketrans({"“": "", "”": "", "„": "", "«": "", "»": ""})


@dataclass(frozen=True, slots=True)
class Trouble:
    """A slip: its code, its place (from 0) and what was probably meant."""

    code: str
    row: int
    column: int
    suggestion: str | None = None


def leading(line: str) -> str:
    """The white space that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def value_trouble(lines: Sequence[str], row: int, *, stopped: bool) -> Iterator[Trouble]:
    """What is wrong with the value of a field, if the line has one.

    Args:
        lines: All lines.
        row: The line.
        stopped: Whether the parser stopped here, so that signs with a use are under suspicion too.
    """
    field = _FIELD.fullmatch(lines[row])
    if field is None:
        return
    value, column = field["value"], field.start("value")
    if value[0] in "\"'":
        yield from _quotes(row, column, field["name"], value)
    elif value[0] in "{[":
        yield from _brackets(lines, row, column, field["name"])
    elif value.startswith(_RESERVED) or (stopped and value.startswith(_INDICATORS)):
        yield Trouble("needs-quotes", row, column, f"{field['name']} {quoted(value)}")


def quoted(value: str) -> str:
    """The value in quotes, with quotes of its own as Norwegian texts write them."""
    plain = value
    if len(value) > 1 and value[0] + value[-1] in ("“”", "„“", "«»", "””"):
        plain = value[1:-1].translate(_TYPED) if value[0] != "«" else value[1:-1]
    elif len(value) > 1 and value[0] == value[-1] == '"':
        plain = value[1:-1]
    plain = re.sub(r'"([^"]*)"', r"«\1»", plain).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def colon_trouble(line: str, column: int) -> str | None:
    """The line, or the part of it between commas, with quotes around the value that has a colon."""
    field = _FIELD.fullmatch(line)
    if field is None:
        return None
    if field["value"][0] not in "{[":
        has_sign = re.search(r"[:#@`%]", field["value"][1:])
        return (
            f"{field['lead'].lstrip()}{field['name']} {quoted(field['value'])}"
            if has_sign
            else None
        )
    start = max(line.rfind(sign, 0, column) for sign in "{[,") + 1
    ends = [place for place in (line.find(sign, column) for sign in "}],{[") if place > 0]
    part = line[start : min(ends, default=len(line))].strip()
    name, _, value = part.partition(": ")
    before, colon, behind = value.rpartition(":")
    if colon and behind.strip():
        return f"{name}: {quoted(value)}"
    found = re.fullmatch(r"(.*?)[.;]? +([\w-]+)", before)
    # What follows is a map of its own, so the key before it had a comma too few.
    return f"{name}: {found[1]}, {found[2]}:" if found else None


def _quotes(row: int, column: int, name: str, value: str) -> Iterator[Trouble]:
    form = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    closed = re.match(form, value)
    if closed is None:
        yield Trouble("not-closed", row, column, f"{name} {quoted(value[1:])}")
    elif not re.fullmatch(r"(?:\s+#.*)?", value[closed.end() :]):
        yield Trouble("needs-quotes", row, column, f"{name} {quoted(value)}")


def open_brackets(line: str) -> int:
    """How many brackets a line opens and leaves open; negative when it closes those of others."""
    return sum(1 if sign in _PAIRS.values() else -1 for _, sign in _signs(line, 0))


def _brackets(lines: Sequence[str], row: int, column: int, name: str) -> Iterator[Trouble]:
    """Follow the brackets of a value, over the lines that belong to it."""
    open_at: list[tuple[str, int, int]] = []
    for number, place, sign in _value_signs(lines, row, column):
        if sign in _PAIRS.values():
            open_at.append((sign, number, place))
        elif not open_at or open_at.pop()[0] != _PAIRS[sign]:
            yield Trouble("not-closed", number, place)
            return
        elif not open_at and number == row:
            rest = lines[row][place + 1 :].strip()
            if rest and not rest.startswith(("#", "}", "]")):  # they were part of a text
                meant = f"{name} {quoted(lines[row][column:].rstrip())}"
                yield Trouble("needs-quotes", row, column, meant)
                return
    if open_at:
        repaired: str | None = None
        if {number for _, number, _ in open_at} == {row}:
            ends = "".join("}" if sign == "{" else "]" for sign, _, _ in reversed(open_at))
            repaired = f"{name} {lines[row][column:].rstrip()}{ends}"
        yield Trouble("not-closed", *open_at[-1][1:], repaired)


def _value_signs(lines: Sequence[str], row: int, column: int) -> Iterator[tuple[int, int, str]]:
    """The brackets of a value: on its line and on those below that are indented deeper."""
    indent = len(leading(lines[row]))
    for number in range(row, len(lines)):
        line = lines[number]
        if number > row and line.strip() and len(leading(line)) <= indent:
            return
        for place, sign in _signs(line, column if number == row else 0):
            yield number, place, sign


def _signs(line: str, start: int) -> Iterator[tuple[int, str]]:
    """The brackets of a line, outside quotes."""
    quote = ""
    for place in range(start, len(line)):
        sign = line[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and line[:place].rstrip()[-1:] in ("", ":", ",", "{", "["):
            quote = sign
        elif sign in "{}[]":
            yield place, sign
