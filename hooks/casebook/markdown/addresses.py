"""Which addresses a text may lead to: a short list, everything else is refused."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*):")
_HIDDEN = re.compile("[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@lru_cache(maxsize=4096)
def scheme(target: str) -> str | None:
    """The scheme of an address in lower case; ``None`` for a relative address."""
    found = _SCHEME.match(_HIDDEN.sub("", target))
    return found.group(1).lower() if found else None


def is_safe(target: str) -> bool:
    """Whether a link may lead there: known schemes, relative addresses and fragments."""
    kind = scheme(target)
    if kind is not None:
        return kind in SCHEMES
    return not target.replace("\\", "/").strip().startswith("//")


def is_external(target: str) -> bool:
    """Whether the address leads to the web at large."""
    return scheme(target) in {"http", "https"}


def is_local(target: str) -> bool:
    """Whether the address stays on this site (a relative address or a fragment)."""
    return scheme(target) is None and is_safe(target)


def readable(target: str) -> str:
    """A target as a person writes it: percent-escapes undone where it is no full address."""
    if "%" not in target or scheme(target) is not None:
        return target
    plain = unquote(target, errors="strict") if _decodes(target) else target
    return plain if scheme(plain) is None and is_safe(plain) else target


def _decodes(target: str) -> bool:
    try:
        unquote(target, errors="strict")
    except UnicodeDecodeError:
        return False
    return True
