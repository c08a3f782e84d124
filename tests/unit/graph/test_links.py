from __future__ import annotations

import pytest

from casebook.graph.links import RecordLink, is_outward, record_link


@pytest.mark.parametrize(
    ("target", "record_id", "anchor"),
    [
        ("klimaplan-2017", "klimaplan-2017", ""),
        ("klimaplan-2017.md", "klimaplan-2017", ""),
        ("../2017/klimaplan-2017.md#p1", "klimaplan-2017", "p1"),
        ("../../2017/klimaplan-2017/case.md", "klimaplan-2017", ""),
        ("/sak/klimaplan-2017/", "klimaplan-2017", ""),
        ("/sak/klimaplan-2017/#rad-p1-a", "klimaplan-2017", "rad-p1-a"),
    ],
)
def test_writers_link_by_file_address_or_id(target: str, record_id: str, anchor: str) -> None:
    assert record_link(target) == RecordLink(record_id, anchor)


@pytest.mark.parametrize("target", ["utkast.pdf", "Kart over regionen", "?side=2", ""])
def test_what_is_no_record(target: str) -> None:
    assert record_link(target) is None


@pytest.mark.parametrize("target", ["https://eksempel.no/", "mailto:post@eksempel.no", "#vedtak"])
def test_what_leads_out_or_stays(target: str) -> None:
    assert is_outward(target)
