"""What a register says of its entries besides their names: how long they lasted, how they count."""

from __future__ import annotations

from typing import Any

from casebook.model.region import Body
from casebook.model.values import PartialDate
from casebook.outputs.pages.view import View

_EXAMPLE = (("{nr:02}", "01"), ("{nr}", "1"), ("{år2}", "26"), ("{år}", "2026"))


def period(
    view: View, since: PartialDate | None, until: PartialDate | None
) -> dict[str, Any] | None:
    """From when until when; none when neither is known."""
    if since is None and until is None:
        return None
    return {"since": view.day(since), "until": view.day(until)}


def numbering(view: View, body: Body) -> list[str]:
    """How a body's case numbers look, and the names of its series."""
    if body.numbering is None:
        return []
    example = body.numbering.format
    for sign, text in _EXAMPLE:
        example = example.replace(sign, text)
    names = [series.name for series in body.numbering.series if series.name]
    return [*names, view.words("numbering_format", example=example)]
