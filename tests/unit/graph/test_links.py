from __future__ import annotations

from dataclasses import replace

import pytest

from casebook.graph.links import RecordLink, is_outward, published_names, record_link
from casebook.model.case import Case
from casebook.model.shared import Exempt
from tests.support import region


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


def test_a_withheld_attachment_publishes_no_file() -> None:
    found = published_names(region.graph(), "2023-alle-vedleggstyper")
    assert found

    def withheld(case: Case) -> Case:
        hidden = Exempt(legal_basis="offl. § 13")
        return replace(case, attachments=tuple(replace(a, exempt=hidden) for a in case.attachments))

    assert published_names(region.graph(case=withheld), "2023-alle-vedleggstyper") == []
