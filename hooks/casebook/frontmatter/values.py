"""What can be wrong with the value of a field in YAML: quotes, and signs that need quotes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from casebook.frontmatter.flow import brackets, hidden
from casebook.frontmatter.slips import KEY, Slip, last_row, quoted, replaced

_FIELD = re.compile(rf"(?P<lead>\s*(?:- +)*?)(?P<name>{KEY}:|-(?= +[{{\[]))\s+(?P<value>\S.*?)\s*")
"""A field, or an entry of a list that begins with a bracket."""
_RESERVED = ("%", "@", "`")
_INDICATORS = ("*", "&", "!", "- ", "? ", "|", ">")
_QUOTED = {'"': r'"(?:[^"\\]|\\.)*"', "'": r"'(?:[^']|'')*'"}


def value_slips(lines: Sequence[str], row: int, *, stopped: bool) -> Iterator[Slip]:
    """What is wrong with the value of a field, if the line has one.

    Args:
        lines: All lines.
        row: The line.
        stopped: Whether the parser stopped here, so that signs with a use are under suspicion too.
    """
    field = _FIELD.fullmatch(lines[row])
    if field is None:
        return
    value, place, start = field["value"], (row, field.start("value")), field.start("name")
    if value[0] in "\"'":
        yield from _quotes(lines, place, start, field["name"])
    elif value[0] in "{[":
        if last_row(lines, row) == row:
            yield from hidden(lines, row)
        yield from brackets(lines, place, start, field["name"])
    elif value.startswith(_RESERVED) or (stopped and value.startswith(_INDICATORS)):
        yield replaced("needs-quotes", lines, place, start, f"{field['name']} {quoted(value)}")


def quotes_end(lines: Sequence[str], row: int) -> int:
    """The row on which the quotes end that the value of a field begins with; else the row."""
    field = _FIELD.fullmatch(lines[row])
    if field is None or field["value"][0] not in _QUOTED:
        return row
    below = lines[row + 1 : last_row(lines, row) + 1]
    text = "\n".join([lines[row][field.start("value") :], *below])
    closed = re.match(_QUOTED[text[0]], text, re.DOTALL)
    return row + closed[0].count("\n") if closed else row


def plain_slip(lines: Sequence[str], row: int, column: int, names: Collection[str]) -> Slip | None:
    """A colon, or another sign, in a value without quotes, at which the parser stopped."""
    line = lines[row]
    sign = line[column : column + 1]
    field = _FIELD.fullmatch(line)
    if field is None:
        if sign != ":":
            return None
        return Slip("unquoted-colon", row, column, None, f"{line[:column]} {line[column + 1 :]}")
    value, start, name = field["value"], field.start("name"), field["name"]
    if re.search(r"[:#@`%\\]", value[1:]) is None:
        return None
    if value[0] == '"':  # in quotes, so what stops the parser is a backslash
        return replaced("bad-yaml", lines, (row, column), start, f"{name} {quoted(value)}")
    inner = re.match(rf"({KEY}):\s", value)
    if inner is not None and inner[1] in names and "{" not in value:
        code = "not-closed" if value.endswith("}") else "bad-yaml"
        meant = f"{name} {{{value.removesuffix('}')}}}"
        return replaced(code, lines, (row, field.start("value")), start, meant)
    return replaced("unquoted-colon", lines, (row, column), start, f"{name} {quoted(value)}")


def _quotes(lines: Sequence[str], place: tuple[int, int], start: int, name: str) -> Iterator[Slip]:
    row, column = place
    if quotes_end(lines, row) > row:
        return
    value = lines[row][column:].rstrip()
    closed = re.match(_QUOTED[value[0]], value)
    if closed is None:
        text = value[1:].removesuffix('"' if value[0] == "'" else "'")
        yield replaced("not-closed", lines, place, start, f"{name} {quoted(text)}")
    elif not re.fullmatch(r"(?:\s+#.*)?", value[closed.end() :]):
        yield replaced("needs-quotes", lines, place, start, f"{name} {quoted(value)}")
