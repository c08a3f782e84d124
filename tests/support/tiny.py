"""Writes a region of one body, one meeting and two cases, for tests that break or change a site."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.support.building import ROOT

REGION = """\
navn: Prøveregionen
navnerom: proveregionen
målform: nb
kort: En oppdiktet region for prøver.
organer:
  - id: radet
    navn: Rådet
    type: råd
    nummer: {format: "{nr:02}/{år}", serier: [{id: "", navn: Sak}]}
kommuner:
  - id: nordvik
    navn: Nordvik
temaer:
  - id: samferdsel
    navn: Samferdsel
"""
MEETING = """\
---
type: ordinært
organ: radet
dato: 2025-03-04
---
"""
CASE = """\
---
tittel: {title}
kort: Rådet vil ha flere busser.
temaer: [samferdsel]
behandling:
  - møte: 2025-03-04-radet
    nummer: {number}/2025
    rolle: avgjør
    utfall: vedtatt
    votering: [{{type: enstemmig}}]
---
## Vedtak

1. {text}
2. Saken er ferdig behandlet.
"""


@dataclass(frozen=True, slots=True)
class TinyProject:
    """A project folder with a configuration of its own; the site stands in ``site``."""

    root: Path

    @property
    def config(self) -> Path:
        """The MkDocs configuration."""
        return self.root / "mkdocs.yml"

    @property
    def site(self) -> Path:
        """The published site."""
        return self.root / "site"

    @property
    def case(self) -> Path:
        """One of the case files."""
        return self.root / "cases" / "2025" / "2025-01-buss.md"

    def write_case(self, text: str, title: str = "Flere busser") -> None:
        """Write the first case anew."""
        content = CASE.format(title=title, number="01", text=text)
        self.case.write_text(content, encoding="utf-8")

    def leftovers(self) -> list[str]:
        """What a build has left beside the site: not caches, the lock or the spare folder."""
        expected = {"mkdocs.yml", "cases", "docs", "site", ".site-spare", "killer.py"}
        found = (path.name for path in self.root.iterdir())
        return sorted(
            name
            for name in found
            if name not in expected and "lock" not in name and "cache" not in name
        )


def write_tiny(root: Path, **settings: object) -> TinyProject:
    """Write the project.

    Args:
        root: An empty folder.
        settings: Keys of ``mkdocs.yml`` that differ from the real ones.
    """
    project = TinyProject(root)
    for folder in ("cases/2025", "cases/meetings", "docs"):
        (root / folder).mkdir(parents=True)
    (root / "cases/region.yml").write_text(REGION, encoding="utf-8")
    (root / "cases/meetings/2025-03-04-radet.md").write_text(MEETING, encoding="utf-8")
    second = CASE.format(title="Sykkelvei", number="02", text="Rådet vil ha sykkelvei.")
    (root / "cases/2025/2025-02-sykkelvei.md").write_text(second, encoding="utf-8")
    project.write_case("Rådet vil ha flere busser.")
    (root / "docs/skriving.md").write_text("# Om å skrive\n\nTekst.\n", encoding="utf-8")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["hooks"] = [str(ROOT / path) for path in config["hooks"]]
    config["theme"]["custom_dir"] = str(ROOT / config["theme"]["custom_dir"])
    config["watch"] = ["cases"]
    config.update(settings)
    project.config.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return project
