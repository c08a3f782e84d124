"""Two builds of the same content are equal to the byte, whatever the machine is like."""

from __future__ import annotations

from pathlib import Path

from tests.support import report
from tests.support.building import EPOCH, build, digests

OTHER_MACHINE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Auckland",
    "LANG": "C",
    "LC_ALL": "C",
    "COLUMNS": "40",
}


def test_two_builds_are_equal(demo_site: Path, tmp_path: Path) -> None:
    again = build(tmp_path / "again" / "site", env=OTHER_MACHINE)
    first, second = digests(demo_site), digests(again)
    assert sorted(first.keys() ^ second.keys()) == []
    report.none([path for path in first if first[path] != second[path]])


def test_build_over_an_old_site_equals_a_fresh_one(demo_site: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    build(target, env={"SOURCE_DATE_EPOCH": str(int(EPOCH) + 40 * 86400)})
    (target / "sak").mkdir(exist_ok=True)
    (target / "sak" / "rest.html").write_text("a page that is there no more")
    assert digests(build(target)) == digests(demo_site)


def test_the_date_is_the_one_that_was_asked_for(demo_site: Path, tmp_path: Path) -> None:
    other = build(tmp_path / "site", env={"SOURCE_DATE_EPOCH": str(int(EPOCH) + 86400)})
    assert "23. november 2026" in front_page(demo_site)
    assert "24. november 2026" in front_page(other)


def front_page(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8").replace("\u00a0", " ")
