"""Plain text of our own rendered HTML, for descriptions, search and feeds."""

from __future__ import annotations

import re
from html import unescape

_BREAK = re.compile(r"</(?:p|li|h[1-6]|tr|pre|blockquote)>|<br ?/?>|<hr ?/?>")
_GAP = re.compile(r"</t[dh]>")
_PICTURE = re.compile(r'<img [^>]*?alt="([^"]*)"[^>]*>')
_TAG = re.compile(r"<[^>]*>")


def plain_text(html: str) -> str:
    """The text of rendered HTML: one line a paragraph, no tags, entities resolved."""
    if "<" in html:
        html = _PICTURE.sub(r"\1", html) if "<img" in html else html
        html = _TAG.sub("", _GAP.sub(" ", _BREAK.sub("\v", html.replace("\n", " "))))
    lines = unescape(html).replace("\v", "\n").split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
