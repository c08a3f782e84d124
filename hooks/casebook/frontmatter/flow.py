"""What can be wrong between brackets in YAML: brackets, quotes, commas, and signs with a use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from casebook.frontmatter.slips import KEY, Slip, last_row, quoted, replaced

_FLOW_KEY = re.compile(rf"(?:^|(?P<before>[{{,]))\s*(?:- +)*(?P<name>{KEY}):(?=\s|$)")
"""A field between brackets."""
_SIGNS = ("%", "@", "`", "*", "&", "!", "- ", "? ", "|", ">")
_PAIRS = {"}": "{", "]": "["}
_IN_QUOTES = r'"[^"]*"|\'[^\']*\''
_ONE = rf"{_IN_QUOTES}|[^\s\"'A-ZÆØÅ]\S*?"
"""A value in quotes, or one word that begins no sentence."""


def flow_slip(
    code: str, lines: Sequence[str], row: int, column: int, names: Collection[str] = ()
) -> Slip:
    """A slip between brackets, with the field that it is in as it was probably meant.

    Args:
        code: What it is, when quotes mend it.
        lines: All lines.
        row: The line.
        column: The place in it.
        names: The names of fields, which tell a comma that is missing from a colon in a text.
    """
    line = lines[row]
    keys = list(_FLOW_KEY.finditer(line))
    here = next((i for i in reversed(range(len(keys))) if keys[i].start("name") <= column), None)
    if here is None:
        return Slip("bad-yaml", row, column)
    following = keys[here + 1].start("before") if here + 1 < len(keys) else len(line)
    start, value_start = keys[here].start("name"), keys[here].end()
    written = line[value_start:following]
    value = _without_ends(written.strip())
    end = value_start + len(written) - len(written.lstrip()) + len(value)
    others = {key["name"] for key in keys}
    before_map = line[following : following + 1] == "{"
    meant = _with_comma(value, {*names} - others, before_map=before_map)
    if meant is None:
        meant = _with_quotes(value)
    else:
        code = "bad-yaml"
    if meant is None:
        return Slip("bad-yaml", row, column)
    meant = f"{keys[here]['name']}: {meant}"
    return Slip(code, row, column, meant, line[:start] + meant + line[end:])


def _with_comma(value: str, names: Collection[str], *, before_map: bool) -> str | None:
    """Two fields with the comma that is missing between them.

    A text may well have a field's name and a colon in it, so there only one word may stand before
    it, and none that begins a sentence.
    """
    before, colon, behind = value.rpartition(":")
    if colon and not behind.strip() and before_map:
        # What follows is a map of its own, so the key before it had a comma too few.
        found = re.fullmatch(r"(.*?)[.;]? +([\w-]+)", before)
        return f"{found[1]}, {found[2]}:" if found else None
    two = re.fullmatch(rf"({_ONE})[.;]?\s+({KEY}):\s(.*)", value)
    return f"{two[1]}, {two[2]}: {two[3].lstrip()}" if two and two[2] in names else None


def _with_quotes(value: str) -> str | None:
    """The value in the quotes that it needs, if any."""
    if value[:1] in ("'", '"') and value.count(value[0]) == 1:
        return quoted(value[1:])
    has_sign = value.startswith(_SIGNS) or re.search(r"[:#{}\[\]\"']", value[1:])
    return quoted(value) if has_sign and not re.fullmatch(_IN_QUOTES, value) else None


def _without_ends(value: str) -> str:
    """A value without the brackets that close what stands around it."""
    while value[-1:] in _PAIRS and value.count(value[-1]) > value.count(_PAIRS[value[-1]]):
        value = value[:-1].rstrip()
    return value


def open_brackets(line: str) -> int:
    """How many brackets a line opens and leaves open; negative when it closes those of others."""
    return sum(1 if sign in _PAIRS.values() else -1 for _, sign in _signs(line, 0))


def hidden(lines: Sequence[str], row: int) -> Iterator[Slip]:
    """What hides the end of brackets: a quote without its like, or the sign of a comment: «#3»."""
    line = lines[row]
    for place, sign in _signs(line, 0, "#\n"):
        if sign == "\n":  # still inside a quote
            yield replace(flow_slip("not-closed", lines, row, place), code="not-closed")
        elif re.match(r"\s#\S", line[place - 1 :]) and open_brackets(line[:place]) > 0:
            yield replace(flow_slip("needs-quotes", lines, row, place), code="needs-quotes")


def brackets(lines: Sequence[str], place: tuple[int, int], start: int, name: str) -> Iterator[Slip]:
    """Follow the brackets of a value, over the lines that belong to it."""
    row, column = place
    open_at: list[tuple[str, int, int]] = []
    for number, at, sign in _value_signs(lines, row, column):
        if sign in _PAIRS.values():
            open_at.append((sign, number, at))
        elif not open_at or open_at.pop()[0] != _PAIRS[sign]:
            yield Slip("not-closed", number, at)
            return
        elif not open_at and number == row:
            rest = lines[row][at + 1 :].strip()
            if rest and not rest.startswith(("#", "}", "]")):  # they were part of a text
                meant = f"{name} {quoted(lines[row][column:].rstrip())}"
                yield replaced("needs-quotes", lines, place, start, meant)
                return
    if open_at:
        ends = "".join("}" if sign == "{" else "]" for sign, _, _ in reversed(open_at))
        last = last_row(lines, row)
        if last == row:
            meant = f"{name} {lines[row][column:].rstrip()}{ends}"
            yield replaced("not-closed", lines, open_at[-1][1:], start, meant)
        else:
            text = lines[last].rstrip()
            start = len(text) - len(text.lstrip())
            yield replaced("not-closed", lines, (last, len(text)), start, f"{text.lstrip()}{ends}")


def _value_signs(lines: Sequence[str], row: int, column: int) -> Iterator[tuple[int, int, str]]:
    """The brackets of a value: on its line and on those below that are indented deeper."""
    for number in range(row, last_row(lines, row) + 1):
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
