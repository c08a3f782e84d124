"""The last step over every body: a strict list of what may be in a page, held by nh3."""

from __future__ import annotations

import nh3

from casebook.markdown.addresses import SCHEMES

ALIGNMENTS = ("left", "center", "right")

TAGS = frozenset(
    {
        "a",
        "blockquote",
        "br",
        "code",
        "div",
        "em",
        "hr",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "ul",
    }
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
    | {"table", "tbody", "td", "th", "thead", "tr"}
)

_CELL = {f"ta-{name}" for name in ALIGNMENTS}

_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(),
    attributes={
        "a": {"href", "title"},
        "img": {"src", "alt", "title"},
        "ol": {"start"},
        **{f"h{level}": {"id"} for level in range(1, 7)},
    },
    tag_attribute_values={
        "a": {"rel": {"noopener"}},
        "div": {"tabindex": {"0"}},
        "th": {"scope": {"col"}},
        "img": {"loading": {"lazy"}},
    },
    allowed_classes={"td": _CELL, "th": _CELL, "div": {"table-wrap"}},
    strip_comments=True,
    link_rel=None,
    url_schemes=set(SCHEMES),
)


def clean(html: str) -> str:
    """HTML with nothing in it but what our lists allow; text is never dropped."""
    return _cleaner.clean(html)
