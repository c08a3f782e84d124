"""YAML text to PyYAML's nodes; every scalar stays the string that was written."""

from __future__ import annotations

import re
from typing import Any

import yaml

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SURELY_SHALLOW = 500
"""So many levels PyYAML can follow; it calls itself for each, and far deeper ends the programme."""
_MARGIN = re.compile(r"^[ ?:-]*", re.MULTILINE)
_HARD_SPACE = re.compile(r"(?<![^\s:,\[{-])[\u00a0\u2007\u202f]")
MAX_DEPTH = 30
"""Lists and maps within each other; the fields of a case need eight."""


class TooDeepError(yaml.MarkedYAMLError):
    """Lists and maps go too deep within each other to be composed."""


def compose(source: str) -> yaml.Node | None:
    """The nodes of a text, or None when it has none.

    Raises:
        yaml.YAMLError: When it cannot be read.
    """
    _refuse_depth(source)
    composed: yaml.Node | None = yaml.compose(source, Loader=_LOADER)
    return composed


def _refuse_depth(source: str) -> None:
    """Raise where YAML goes too deep to be composed; it is read as events, one by one."""
    margin = max(len(found[0]) for found in _MARGIN.finditer(source))
    if source.count("[") + source.count("{") + 2 * margin < _SURELY_SHALLOW:
        return
    depth = -1  # the fields themselves are within nothing
    for event in yaml.parse(source, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            mark: Any = event.start_mark  # of one of two like classes
            raise TooDeepError(problem_mark=mark)


def plain_spaces(source: str) -> str:
    """Hard spaces, as word processors paste them, made plain where only the form needs a space."""
    if any(space in source for space in "\u00a0\u2007\u202f"):
        return _HARD_SPACE.sub(" ", source)
    return source
