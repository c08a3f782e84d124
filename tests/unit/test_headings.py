"""The headings that writers use, in bokmål and nynorsk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.model.text import SectionKind
from casebook.sections.headings import item_of, plain_title, section_kind

KNOWN = {
    SectionKind.PROPOSAL: [
        "Forslag til vedtak",
        "FORSLAG TIL VEDTAK:",
        "Kommunedirektørenes forslag til vedtak: ",
        "Kommunedirektørens forslag til vedtak",
        "Kommunedirektøren sitt framlegg til vedtak",
        "Framlegg til vedtak",
        "Rådmannens innstilling",
        "Administrasjonens forslag til vedtak",
        "Sekretariatets forslag",
        "Daglig leders forslag til vedtak",
    ],
    SectionKind.RECOMMENDATION: [
        "Innstilling",
        "Tilråding",
        "Innstilling til representantskapet",
        "Regionrådets innstilling",
        "Regionrådet si tilråding",
        "Tilråding frå regionrådet",
    ],
    SectionKind.BACKGROUND: [
        "Bakgrunn",
        "Bakgrunn for saken:",
        "Bakgrunn for saka",
        "Saksopplysninger",
        "Saksopplysningar",
        "Saksutredning",
        "Saksutgreiing",
        "Saksframstilling",
        "Saken gjelder",
        "Kva saka gjeld",
    ],
    SectionKind.ASSESSMENT: [
        "Vurdering",
        "Vurderinger:",
        "Vurderingar",
        "Kommunedirektørens vurdering",
        "Vurdering/drøfting",
        "Dagleg leiars vurdering",
        "Samlet vurdering",
        "Vurdering og konklusjon",
    ],
    SectionKind.CONCLUSION: ["Konklusjon:  ", "Konklusjonar", "Kommunedirektørens konklusjon"],
    SectionKind.DEBATE: [
        "Behandling",
        "Handsaming",
        "Behandling i møtet",
        "Handsaming i møtet",
        "Behandling i Regionrådet 25.05.2021",
        "Representantskapets behandling",
    ],
    SectionKind.VOTE: ["Votering", "Avstemning", "Avstemming", "Røysting", "Røysting i møtet"],
    SectionKind.DECISION: [
        "Vedtak",
        "**Vedtak:**",
        "Vedtak i møtet",
        "Regionrådets vedtak",
        "Mosseregionrådets vedtak",
        "Representantskapet sitt vedtak",
        "Endelig vedtak",
        "Samrøystes vedtak",
    ],
    SectionKind.STATEMENT: [
        "Protokolltilførsel",
        "Protokolltilførsler",
        "Protokolltilførsle",
        "Protokolltilførsel fra SV",
        "Stemmeforklaring",
    ],
}


@pytest.mark.parametrize(
    ("title", "kind"), [(title, kind) for kind, titles in KNOWN.items() for title in titles]
)
def test_a_usual_heading_has_a_meaning(title: str, kind: SectionKind) -> None:
    assert section_kind(title) is kind
    assert section_kind(title.upper()) is kind


@pytest.mark.parametrize(
    "title",
    [
        "Formannskapets vedtak",
        "Kommunestyrets vedtak",
        "Tidligere vedtak",
        "Alternativt forslag",
        "Høyres forslag til vedtak",
        "Vedtak i tidligere sak",
        "Økonomiske konsekvenser",
        "",
    ],
)
def test_another_heading_has_none(title: str) -> None:
    assert section_kind(title) is None


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("Møtebehandling: regionradet", "regionradet"),
        ("Møtehandsaming: rad-2", "rad-2"),
        ("MØTEBEHANDLING: `rad`:", "rad"),
        ("Møtebehandling rad", "rad"),
        ("Møtebehandling", ""),
        ("Møteplan", None),
        ("Behandling", None),
    ],
)
def test_a_meeting_heading_names_an_item(title: str, item: str | None) -> None:
    assert item_of(title) == item


def test_decomposed_letters_are_the_same_letters() -> None:
    assert plain_title("  Saka\u00a0 a\u030a: ") == "Saka å"


@given(st.text(max_size=60))
def test_any_heading_can_be_read(title: str) -> None:
    section_kind(title)
    item_of(title)
