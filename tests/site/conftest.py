"""The built site as the tests of this folder look at it: parsed, and as a choice of its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import sampling
from tests.support.links import Site


@pytest.fixture(scope="session")
def site(demo_site: Path) -> Site:
    """The invented region's pages, parsed once in each process."""
    return Site(demo_site)


@pytest.fixture(scope="session")
def sample(site: Site) -> list[str]:
    """Paths of pages that together show every kind of page and every part of the design."""
    return [
        "/" + page.relative_to(site.root).as_posix().removesuffix("index.html")
        for page in sampling.cover(site)
    ]
