"""What is likely but not documented is called «antatt» wherever the value goes, not only at home."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborNode

from tests.support.links import SELF, Site

ORGAN = "sak/2021-nummer-ukjent/"
"""A case whose outcome is doubted."""
PLAN = "prosess/transportplan/"
EXERCISE = "mote/2023-01-17-statsforvalteren/"
SCHOOL = "sak/2022-oppfolging-alle-statuser/#oppfolging-bru"
ENTRIES = ":is(li.item, li.card, li.tl, tr, article.follow-up):has(.badge)"


def entries(site: Site, address: str) -> Iterator[tuple[Path, LexborNode]]:
    """Every entry with a state, on any other page, whose heading leads to the address."""
    home = site.root / address.partition("#")[0] / "index.html"
    for page in site.pages():
        if page == home or address.partition("#")[2] not in page.read_text("utf-8"):
            continue
        for entry in site.tree(page).css(ENTRIES):
            link = entry.css_first(":is(h2, h3, h4, th, .tl-title) a[href]")
            target = urljoin(site.url(page), (link.attributes["href"] or "") if link else "")
            if target.removeprefix(f"{SELF}/").startswith(address):
                yield page, entry


@pytest.mark.parametrize(
    ("address", "fewest"), [(ORGAN, 3), (PLAN, 1), (EXERCISE, 1), (SCHOOL, 3)]
)
def test_every_entry_with_a_doubted_state_says_so(site: Site, address: str, fewest: int) -> None:
    found = list(entries(site, address))
    silent = [page for page, entry in found if entry.css_first(".badge + .uncertain") is None]
    assert silent == []
    assert len(found) >= fewest


def test_a_state_that_nobody_doubts_does_not(site: Site) -> None:
    found = list(entries(site, "sak/2021-felles-klimaplan/"))
    assert len(found) > 3
    assert not [page for page, entry in found if entry.css_first(".badge + .uncertain")]


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (f"{ORGAN}sak.md", "Vedtatt (antatt)"),
        (f"embed/{ORGAN}index.html", "Vedtatt (antatt)"),
        ("feed/organ/arbeidsutvalget.xml", "Tilskudd til orgelrestaurering: Vedtatt (antatt)"),
        ("feed/oppfolging.xml", "Bortfalt (antatt): Reparere gangbrua"),
        ("oppfolging/oppfolging.csv", "Bortfalt (antatt)"),
        (f"{PLAN}prosess.md", "Pågår (antatt)"),
        (f"{EXERCISE}mote.md", "Avholdt (antatt)"),
    ],
)
def test_files_say_so(site: Site, file: str, words: str) -> None:
    assert words in (site.root / file).read_text("utf-8")


def test_data_gives_the_reason(site: Site) -> None:
    record = json.loads((site.root / ORGAN / "sak.json").read_text("utf-8"))
    assert record["state"]["uncertain"]["outcome"].endswith("at søkeren får svar.")
