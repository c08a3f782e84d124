"""Draws a preview picture: the title, a line under it and the site's name, as a small PNG."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from importlib import resources

from PIL import Image, ImageDraw, ImageFont

from casebook.outputs.pictures import HEIGHT, WIDTH, Picture

_MARGIN = 80
_SHADES = 4
_PAPER, _INK = (20, 60, 80), (255, 255, 255)
_MUTED = 190
_SIZES = ((76, 4), (62, 5), (52, 5))
"""Size of the title's letters, and the lines that fit."""
_UNKNOWN = re.compile(r"[^\u0020-\u007e\u00a0-\u00ff\u2013\u2014\u2018-\u201d\u2026]")


def draw(picture: Picture) -> bytes:
    """The picture as PNG with a small palette: shades from paper to ink."""
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(image)
    pen.text((_MARGIN, 70), _fitted(picture.site, 34, 1)[0], _MUTED, _font(34))
    size, lines = _title(picture.title)
    for place, line in enumerate(lines):
        pen.text((_MARGIN, 150 + round(place * size * 1.22)), line, 255, _font(size))
    pen.rectangle((_MARGIN, 530, _MARGIN + 120, 533), fill=_MUTED)
    pen.text((_MARGIN, 550), _fitted(picture.detail, 36, 1)[0], 255, _font(36))
    shades = image.point([value * (_SHADES - 1) // 255 for value in range(256)]).convert("L")
    indexed = Image.frombytes("P", shades.size, shades.tobytes())
    indexed.putpalette([part for shade in range(_SHADES) for part in _colour(shade)])
    written = io.BytesIO()
    indexed.save(written, "PNG", bits=2, compress_level=6)
    return written.getvalue()


def _colour(shade: int) -> tuple[int, ...]:
    part = shade / (_SHADES - 1)
    pairs = zip(_PAPER, _INK, strict=True)
    return tuple(round(paper + (ink - paper) * part) for paper, ink in pairs)


def _title(title: str) -> tuple[int, list[str]]:
    """The largest letters with which the title fits; cut when none does."""
    for size, most in _SIZES:
        lines = _lines(_drawable(title), size)
        if len(lines) <= most:
            return size, lines
    return size, _fitted(title, size, most)


def _fitted(text: str, size: int, most: int) -> list[str]:
    """At most so many lines, with an ellipsis where the text goes on."""
    lines = _lines(_drawable(text), size)
    if len(lines) <= most:
        return lines or [""]
    last = lines[most - 1]
    while last and _font(size).getlength(f"{last}…") > WIDTH - 2 * _MARGIN:
        last = last[:-1]
    return [*lines[: most - 1], f"{last.rstrip()}…"]


def _lines(text: str, size: int) -> list[str]:
    """The text broken into lines, between words where that is possible."""
    width, font = WIDTH - 2 * _MARGIN, _font(size)
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if font.getlength(longer) <= width:
            line = longer
            continue
        lines += [line] if line else []
        line = word
        while font.getlength(line) > width:
            cut = next(n for n in range(len(line), 0, -1) if font.getlength(line[:n]) <= width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line] if line else lines


def _drawable(text: str) -> str:
    """The text in letters that the font has."""
    if _UNKNOWN.search(text):
        parts = (c if not _UNKNOWN.match(c) else unicodedata.normalize("NFKD", c)[0] for c in text)
        text = _UNKNOWN.sub("", "".join(parts))
    return text.replace("\u00a0", " ")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    data = (resources.files("casebook.fonts") / "casebook-serif.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
