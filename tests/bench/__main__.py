"""``make bench``: the site build, then the search, each next to what it is compared with.

``python -m tests.bench [site] [search]`` takes one of them alone.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bench.search.__main__ import main as search
from tests.bench.site.run import run


def site() -> None:
    """Print the report of the site build."""
    with tempfile.TemporaryDirectory() as folder:
        for line in run(Path(folder)):
            print(line, flush=True)


def main(wanted: list[str]) -> None:
    """Run the measurements that are asked for."""
    if not wanted or "site" in wanted:
        site()
    if not wanted or "search" in wanted:
        search([])


if __name__ == "__main__":
    main(sys.argv[1:])
