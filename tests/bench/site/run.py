"""Compares a build of generated cases with the same pages in stock MkDocs and Material.

A second stock project, with the pages of the cases and no other, shows what our further pages weigh.
All sides are run in turn in one session, so that a noisy machine hurts all. What counts is the ratio.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.site.generate import Generated, generate, write_content, write_stock
from tests.bench.site.measure import Time, measure_memory, measure_time
from tests.bench.site.same_pages import write_same_pages
from tests.support.building import ROOT

COUNTS = (100, 1000, 5000)
TARGETS = {"cold": 0.45, "rebuild": 0.15, "memory": 1.0, "growth": 5.5}
ENVIRONMENT = {
    "NO_MKDOCS_2_WARNING": "1",
    "SOURCE_DATE_EPOCH": "1795392000",
    # The installed packages have their bytecode; ours must be as free to keep its own.
    "PYTHONDONTWRITEBYTECODE": "",
}
BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the comparison at one size."""

    cold: Time
    rebuild: Time
    memory: int
    """The most that all processes of a cold build held together, in bytes."""
    size: int
    """Bytes of the finished site."""
    files: int


def run(folder: Path, counts: Sequence[int] = COUNTS) -> Iterator[str]:
    """Measure every size; yields lines of a report."""
    cold: dict[int, float] = {}
    # The first build of all compiles our modules and templates; those of a package are compiled
    # when it is installed.
    _ours(generate(2), folder / "oppvarming")
    yield "saker  måling     eget        vanlig      forhold  mål"
    for count in counts:
        cases = generate(count)
        own = folder / f"eget-{count}"
        ours = _ours(cases, own)
        stock = _stock(cases, folder / f"vanlig-{count}", own / "site")
        bare = _stock(cases, folder / f"bare-saker-{count}")
        cold[count] = ours.cold.wall
        yield _line(count, "kald", ours.cold.wall, stock.cold.wall, "s", TARGETS["cold"])
        yield _line(count, "cpu", ours.cold.processor, stock.cold.processor, "s")
        yield _line(count, "om igjen", ours.rebuild.wall, stock.rebuild.wall, "s", TARGETS["rebuild"])
        memory = (ours.memory / 1e6, stock.memory / 1e6)
        yield _line(count, "minne", *memory, "MB", TARGETS["memory"])
        yield _line(count, "størrelse", ours.size / 1e6, stock.size / 1e6, "MB")
        yield f"{count:5}  mot en vanlig med bare sakssidene: " + ", ".join(
            f"{what} {ratio:.2f}"
            for what, ratio in (
                ("kald", ours.cold.wall / bare.cold.wall),
                ("om igjen", ours.rebuild.wall / bare.rebuild.wall),
                ("minne", ours.memory / bare.memory),
            )
        )
        yield (
            f"{count:5}  per sak: {ours.files / count:.1f} filer, {ours.size / count / 1000:.1f} kB "
            "med alt som deles"
        )
    if {1000, 5000} <= cold.keys():
        growth = cold[5000] / cold[1000]
        yield f"vekst fra 1000 til 5000: {growth:.2f} ganger (mål {TARGETS['growth']})"


def _line(count: int, what: str, ours: float, stock: float, unit: str, target: float = 0) -> str:
    wanted = f"{target:.2f}" if target else ""
    return f"{count:5}  {what:9} {ours:8.2f} {unit:2} {stock:8.2f} {unit:2} {ours / stock:9.2f}  {wanted}"


def _ours(cases: list[Generated], root: Path) -> Side:
    _start(root)
    write_content(cases, root / "cases")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("dev"))
    hooks = ROOT / "hooks"
    (root / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT / 'mkdocs.yml'}\ndocs_dir: docs\nsite_dir: site\nwatch: [cases]\n"
        f"theme: {{custom_dir: {hooks / 'casebook' / 'templates'}}}\n"
        f"hooks: [{hooks / 'mkdocs_events.py'}]\n",
        "utf-8",
    )
    return _side(root, root / "cases" / str(cases[-1].year) / f"{cases[-1].id}.md")


def _stock(cases: list[Generated], root: Path, same_as: Path | None = None) -> Side:
    _start(root)
    write_stock(cases, root)
    if same_as is not None:
        files = {case.id: f"sak/{case.year}/{case.id}.md" for case in cases}
        write_same_pages(same_as, root, files)
    return _side(root, root / "docs" / "sak" / str(cases[-1].year) / f"{cases[-1].id}.md")


def _start(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)


def _side(root: Path, edited: Path) -> Side:
    """Build a project from nothing, once more after an edit of one file, and again from nothing."""
    cold = measure_time(BUILD, root, ENVIRONMENT)
    edited.write_text(edited.read_text("utf-8") + "\nRettet etter møtet.\n", "utf-8")
    rebuild = measure_time(BUILD, root, ENVIRONMENT)
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    for made in ("site", ".site-spare", ".cache"):
        shutil.rmtree(root / made, ignore_errors=True)
    memory = measure_memory(BUILD, root, ENVIRONMENT)
    return Side(cold, rebuild, memory, size, len(files))
