"""Plain text of our own rendered HTML, for descriptions, search and feeds."""

from __future__ import annotations

import re
from html import unescape

_BREAK = re.compile(r"</(?:p|li|h[1-6]|tr|pre|blockquote)>|<br ?/?>|<hr ?/?>")
_GAP = re.compile(r"</t[dh]>")
_PICTURE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"[ \t\r\f\v\u00a0]+")
_LINES = re.compile(r"\s*\n\s*")


def plain_text(html: str) -> str:
    """The text of rendered HTML: one line a paragraph, no tags, entities resolved."""
    if "<" not in html and "&" not in html and "\n" not in html:
        return " ".join(html.split())
    if "<" in html:
        html = _PICTURE.sub(r"\1", html) if "<img" in html else html
        html = _TAG.sub("", _GAP.sub(" ", _BREAK.sub("\v", html.replace("\n", " "))))
    text = unescape(html).replace("\v", "\n")
    return _LINES.sub("\n", _SPACE.sub(" ", text)).strip()
