"""A graph from case files written in a test: the shortest way from text to what the site says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from casebook.graph import Graph, build_graph
from casebook.loading import load

TODAY = date(2026, 11, 23)
REGION = """\
navn: Prøveregionen
navnerom: proveregionen
målform: nb
stille_måneder: 6
organer:
  - id: radet
    navn: Rådet
    type: råd
    nummer: {format: "{nr:02}/{år}", serier: [{id: "", navn: Sak}]}
kommuner:
  - {id: nordvik, navn: Nordvik, medlem: {fra: 2020}}
  - {id: sund, navn: Sund, medlem: {fra: 2020}}
  - {id: fjellby, navn: Fjellby, medlem: {fra: 2020}}
  - {id: aeroya, navn: Ærøya, medlem: {fra: 2024}}
temaer:
  - {id: klima, navn: Klima}
  - {id: buss, navn: Buss}
eiere:
  - {id: sekretariatet, navn: Sekretariatet}
"""


def graph_of(
    root: Path, files: Mapping[str, str], region: str = REGION, day: date = TODAY
) -> Graph:
    """Write files into a content folder and join what they say.

    Args:
        root: An empty folder.
        files: Path in the content folder to text.
        region: The text of ``region.yml``.
        day: What is called today.
    """
    for name, text in {"region.yml": region, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    content = load(root, None)
    assert content.region is not None
    return build_graph(
        content.region,
        tuple(content.cases.values()),
        content.meetings.values(),
        content.processes.values(),
        content.files,
        day,
    )


def case(front: str, body: str = "## Vedtak\n1. Ja.\n2. Også ja.\n") -> str:
    """A case file."""
    return f"---\n{front.strip()}\n---\n{body}"


def decided(day: str, extra: str = "", outcome: str = "vedtatt") -> str:
    """A treatment that decides, as one line of front matter."""
    more = f", {extra}" if extra else ""
    return f"behandling: [{{organ: radet, dato: {day}, rolle: avgjør, utfall: {outcome}{more}}}]\n"
