"""What can be wrong with a value in YAML: quotes, brackets, and signs that need quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_FIELD = re.compile(
    r"(?P<lead>\s*(?:- +)*?)(?P<name>[^\W\d][\w-]*:|-(?= +[{\[]))\s+(?P<value>\S.*?)\s*"
)
"""A field, or an entry of a list that begins with a bracket."""
_FLOW_KEY = re.compile(r"(?:^|(?P<before>[{,]))\s*(?:- +)*(?P<name>[^\W\d][\w-]*):(?=\s|$)")
"""A field between brackets."""
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
        if _last_row(lines, row) == row:
            yield from _hidden(row, lines[row])
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


def colon_trouble(line: str) -> str | None:
    """The line with quotes around a value that has a sign of YAML in it."""
    field = _FIELD.fullmatch(line)
    if field is None or re.search(r"[:#@`%]", field["value"][1:]) is None:
        return None
    return f"{field['lead'].lstrip()}{field['name']} {quoted(field['value'])}"


def flow_trouble(line: str, column: int) -> str | None:
    """The part of a line between brackets that a column lies in, as it was probably meant."""
    keys = list(_FLOW_KEY.finditer(line))
    place = next((i for i in reversed(range(len(keys))) if keys[i].start("name") <= column), None)
    if place is None:
        return None
    following = keys[place + 1].start("before") if place + 1 < len(keys) else len(line)
    name, value = keys[place]["name"], _without_ends(line[keys[place].end() : following].strip())
    if value[:1] in ("'", '"') and value.count(value[0]) == 1:
        return f"{name}: {quoted(value[1:])}"
    before, colon, behind = value.rpartition(":")
    if colon and not behind.strip() and line[following : following + 1] == "{":
        # What follows is a map of its own, so the key before it had a comma too few.
        found = re.fullmatch(r"(.*?)[.;]? +([\w-]+)", before)
        return f"{name}: {found[1]}, {found[2]}:" if found else None
    has_sign = value.startswith((*_RESERVED, *_INDICATORS)) or re.search(
        r"[:#{}\[\]\"']", value[1:]
    )
    if has_sign and not re.fullmatch(r'"[^"]*"|\'[^\']*\'', value):
        return f"{name}: {quoted(value)}"
    return None


def _without_ends(value: str) -> str:
    """A value without the brackets that close what stands around it."""
    while value[-1:] in _PAIRS and value.count(value[-1]) > value.count(_PAIRS[value[-1]]):
        value = value[:-1].rstrip()
    return value


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


def _hidden(row: int, line: str) -> Iterator[Trouble]:
    """What hides the end of brackets: a quote without its like, or the sign of a comment: «#3»."""
    for place, sign in _signs(line, 0, "#\n"):
        if sign == "\n":  # still inside a quote
            yield Trouble("not-closed", row, place, flow_trouble(line, place))
        elif re.match(r"\s#\S", line[place - 1 :]) and open_brackets(line[:place]) > 0:
            yield Trouble("needs-quotes", row, place, flow_trouble(line, place))


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
        ends = "".join("}" if sign == "{" else "]" for sign, _, _ in reversed(open_at))
        last = _last_row(lines, row)
        if last == row:
            meant = f"{name} {lines[row][column:].rstrip()}{ends}"
            yield Trouble("not-closed", *open_at[-1][1:], meant)
        else:
            text = lines[last].rstrip()
            yield Trouble("not-closed", last, len(text), f"{text.lstrip()}{ends}")


def _last_row(lines: Sequence[str], row: int) -> int:
    """The last line of a value: those that are indented deeper belong to it."""
    indent, last = len(leading(lines[row])), row
    for number in range(row + 1, len(lines)):
        if lines[number].strip():
            if len(leading(lines[number])) <= indent:
                break
            last = number
    return last


def _value_signs(lines: Sequence[str], row: int, column: int) -> Iterator[tuple[int, int, str]]:
    """The brackets of a value: on its line and on those below that are indented deeper."""
    for number in range(row, _last_row(lines, row) + 1):
        for place, sign in _signs(lines[number], column if number == row else 0):
            yield number, place, sign


def _signs(line: str, start: int, wanted: str = "{}[]") -> Iterator[tuple[int, str]]:
    """The brackets, or other signs, of a line, outside quotes."""
    quote = ""
    opened = start
    for place in range(start, len(line)):
        sign = line[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'" and line[:place].rstrip()[-1:] in ("", ":", ",", "{", "["):
            quote, opened = sign, place
        elif sign in wanted:
            yield place, sign
    if quote and "\n" in wanted:
        yield opened, "\n"
