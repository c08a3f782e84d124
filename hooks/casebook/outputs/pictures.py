"""Preview pictures: what services show beside a link to a case; drawn once, kept by content."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from casebook.graph import Graph
from casebook.model.case import Case
from casebook.outputs.excerpts import case_detail
from casebook.outputs.keys import digest
from casebook.outputs.output_file import OutputFile
from casebook.outputs.pages.view import View

WIDTH, HEIGHT = 1200, 630
_DRAWING = "1"
"""Changes when the drawing does."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture says."""

    title: str
    detail: str
    site: str

    @property
    def key(self) -> str:
        """Hash of everything that the picture follows from."""
        return digest("picture", _DRAWING, self.title, self.detail, self.site)


def has_picture(graph: Graph, case: Case) -> bool:
    """Whether a case gets a preview picture."""
    wanted = graph.region.previews and graph.region.base_url
    return bool(wanted) and graph.is_published(case) and case.personal_data is None


def picture_address(case_id: str) -> str:
    """Where a case's picture lies."""
    return f"bilde/{case_id}.png"


def picture_files(graph: Graph, cache_folder: Path | None) -> Iterator[OutputFile]:
    """A picture per case.

    Args:
        graph: The joined records.
        cache_folder: Where finished pictures are kept between builds.
    """
    site = graph.region.name(graph.as_of)
    for case in graph.published_cases:
        if has_picture(graph, case):
            view = View(graph, case.language or graph.region.language, "index.html")
            picture = Picture(view.title(case.id), case_detail(view, case), site)
            make = partial(_kept, picture, cache_folder)
            yield OutputFile(picture_address(case.id), make, picture.key, case.origin.path)


def _kept(picture: Picture, folder: Path | None) -> bytes:
    """The picture from the cache, or drawn and put there."""
    if folder is None:
        return _drawn(picture)
    path = folder / f"{picture.key}.png"
    if path.is_file():
        return path.read_bytes()
    data = _drawn(picture)
    folder.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_bytes(data)
    aside.replace(path)
    return data


def _drawn(picture: Picture) -> bytes:
    from casebook.outputs.picture_drawing import draw  # noqa: PLC0415  # loads Pillow

    return draw(picture)
