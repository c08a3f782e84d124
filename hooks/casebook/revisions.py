"""What changed between two versions of a record's file. Pure: both texts come in as values."""

from __future__ import annotations

import re

from casebook.diagnostics import Collector
from casebook.frontmatter import MappingNode, Node, SequenceNode, parse_yaml, split_text
from casebook.model.publication import TextChange
from casebook.model.text import SectionKind
from casebook.sections import split_sections

_EXEMPT = "unntatt"
_CLOSING = (_EXEMPT, "persondata", "tatt_av_siden")
_FIELD = re.compile(r"^([^\W\d][\w-]*):", re.MULTILINE)
_ITEM = re.compile(r"^##\s+Møtebehandling:\s*(\S+)", re.MULTILINE)


def changed_parts(before: str, after: str) -> tuple[str, ...]:
    """Names of the fields and headings whose content is another, in the order of the file."""
    old, new = _parts(before), _parts(after)
    names = dict.fromkeys([*new, *old])
    return tuple(name for name in names if old.get(name) != new.get(name))


def changed_decisions(before: str, after: str) -> tuple[TextChange, ...]:
    """Decision texts that are others than before; new ones and lost ones are not among them."""
    old, new = _decisions(before), _decisions(after)
    return tuple(
        TextChange(item, old[item], text)
        for item, text in new.items()
        if item in old and old[item].split() != text.split()
    )


def withheld_parts(text: str) -> tuple[str, ...]:
    """What keeps a version's text from the public: fields of the case, and places of items."""
    if not any(name in text for name in _CLOSING):
        return ()
    root = parse_yaml(split_text(text)[0], "", 1, Collector())
    if root is None or root.guessed:
        return ("unreadable",)
    fields = {key.value: value for key, value in root.entries}
    items = fields.get("behandling")
    listed = items.items if isinstance(items, SequenceNode) else (items,)
    return (
        *(name for name in _CLOSING if name in fields),
        *(str(place) for place, item in enumerate(listed) if _is_exempt(item)),
    )


def _is_exempt(item: Node | None) -> bool:
    return isinstance(item, MappingNode) and any(key.value == _EXEMPT for key, _ in item.entries)


def _parts(text: str) -> dict[str, list[str]]:
    """The words of every top-level field and every section, by name."""
    front, body = split_text(text)
    starts = list(_FIELD.finditer(front))
    ends = [*(start.start() for start in starts[1:]), len(front)]
    parts = {s[1]: front[s.end() : end].split() for s, end in zip(starts, ends, strict=False)}
    for section in split_sections(body, item_ids=_ITEM.findall(body))[0].sections:
        parts.setdefault(section.title, []).extend(section.source.split())
    return parts


def _decisions(text: str) -> dict[str, str]:
    """Every decision text, by the id of its agenda item; empty when there is one item only."""
    body = split_text(text)[1]
    return {
        section.item_id or "": section.source
        for section in split_sections(body, item_ids=_ITEM.findall(body))[0].sections
        if section.kind is SectionKind.DECISION
    }
