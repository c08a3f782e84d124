"""The figures of the invented region, counted anew from the case files as plain YAML."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from casebook.graph.figures import figures
from casebook.outputs.pages.figures import figures_page
from casebook.outputs.tables import figure_table, work_table
from tests.support import region
from tests.support.building import ROOT

CASES = ROOT / "tests" / "fixtures" / "cases"
CLOSED = {"utført", "bortfalt", "overført"}
TODAY = region.TODAY.isoformat()

FollowUp = tuple[dict[str, Any], str]
"""A follow-up as written, and the day of the decision that it follows from."""


@cache
def front_matters() -> dict[Path, dict[str, Any]]:
    """Every published case as written; all values are strings, as in the file."""
    found = {}
    for path in (*CASES.glob("2*/*.md"), *CASES.glob("2*/*/case.md")):
        written = yaml.load(path.read_text().split("\n---\n")[0], Loader=yaml.BaseLoader)  # noqa: S506  # strings only
        if not written.get("tatt_av_siden") and not written.get("retraction"):
            found[path] = written
    return found


def field(written: Any, *names: str) -> Any:
    """A field under its Norwegian or its English name."""
    return next((written[name] for name in names if name in written), None)


def meeting_day(meeting: str) -> str:
    text = (CASES / "meetings" / f"{meeting}.md").read_text()
    found = re.search(r"^(?:dato|date): *[\"']?([0-9-]+)", text, re.M)
    assert found is not None, meeting
    return found[1]


def follow_ups() -> Iterator[FollowUp]:
    for written in front_matters().values():
        items = field(written, "behandling", "agenda_items") or []
        for follow_up in field(written, "oppfølging", "follow_ups") or []:
            yield follow_up, decided_on(items, field(follow_up, "gjelder", "concerns") or "")


def decided_on(items: list[dict[str, Any]], concerns: str) -> str:
    """The day of the treatment that is named, or of the only one."""
    known = {}
    for item in items:
        meeting = field(item, "møte", "meeting")
        body = field(item, "organ", "body") or re.sub(r"^\d{4}-\d\d-\d\d-", "", meeting)
        day = field(item, "dato", "date") or meeting_day(meeting)
        known[field(item, "id") or body] = day
    named = [key for key in known if concerns == key or concerns.startswith(f"{key}-")]
    if named:
        return known[max(named, key=len)]
    assert len(known) == 1, concerns
    return next(iter(known.values()))


def log_of(follow_up: dict[str, Any]) -> list[dict[str, str]]:
    log = field(follow_up, "logg", "log")
    return sorted(log, key=lambda e: field(e, "dato", "date")) if isinstance(log, list) else []


def status_of(follow_up: dict[str, Any]) -> tuple[str, str]:
    """The last entry's status, and its day."""
    told = [(e["status"], field(e, "dato", "date")) for e in log_of(follow_up) if "status" in e]
    return told[-1] if told else ("", "")


def table(name: str) -> list[list[str]]:
    graph = region.graph()
    (figure,) = (figure for figure in figures(graph) if figure.name == name)
    written = figure_table(graph, figure).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(written), delimiter=";"))[1:]


def test_opened_and_closed_over_time() -> None:
    opened = Counter(day[:4] for _, day in follow_ups() if day)
    closed = Counter(
        day[:4] for status, day in (status_of(f) for f, _ in follow_ups()) if status in CLOSED
    )
    years = sorted({*opened, *closed})
    wanted = [
        [str(year), str(opened[str(year)]), str(closed[str(year)])]
        for year in range(int(years[0]), int(years[-1]) + 1)
    ]
    assert table("follow-ups-over-time") == wanted


def test_median_days_from_decision_to_done() -> None:
    days: dict[str, list[int]] = defaultdict(list)
    for follow_up, decided in follow_ups():
        status, day = status_of(follow_up)
        if status == "utført" and len(day) == len(decided) == len(TODAY):
            first, last = (datetime.date.fromisoformat(text) for text in (decided, day))
            days[day[:4]].append((last - first).days)
    assert table("days-to-done") == [
        [year, str(round(median(found)))] for year, found in sorted(days.items())
    ]


def test_open_and_overdue_by_owner_and_by_municipality() -> None:
    is_open, late = Counter[str](), Counter[str]()
    for follow_up, _ in follow_ups():
        if status_of(follow_up)[0] in CLOSED:
            continue
        owners = field(follow_up, "eier", "owners")
        owners = [owners] if isinstance(owners, str) else owners
        for owner in [""] if owners in (None, ["ukjent"], ["ingen"]) else owners:
            is_open[owner] += 1
            late[owner] += has_passed(field(follow_up, "frist", "deadline"))
    graph = region.graph()
    wanted = {
        graph.owner_name(owner) if owner else "Ansvarlig er ikke registrert": [
            str(is_open[owner]),
            str(late[owner]),
        ]
        for owner in is_open
    }
    rows = [*table("late-by-owner"), *table("late-by-municipality")]
    assert {row[0]: row[1:] for row in rows} == wanted


def has_passed(deadline: Any) -> bool:
    """Whether the last day that a deadline can mean is behind us."""
    if isinstance(deadline, dict):
        meeting = field(deadline, "møte", "meeting")
        deadline = field(deadline, "dato", "date", "senest") or (meeting and meeting_day(meeting))
    if not deadline or not re.fullmatch(r"[0-9-]+", deadline):
        return False
    # «2023-06» has passed when «2023-06-23» is of a later month: strings compare that way.
    return str(deadline) < TODAY[: len(deadline)]


def test_decisions_by_topic_count_each_topic_of_each_decided_case() -> None:
    graph = region.graph()
    decided = {case.id for case in graph.published_cases if graph.states[case.id].outcome}
    topics = Counter[str]()
    for path, written in front_matters().items():
        key = path.parent.name if path.name == "case.md" else path.stem
        final = key in decided and graph.states[key].stage.value == "avgjort"
        topics.update((field(written, "temaer", "topics") or []) if final else [])
    names = {topic.name.in_language("nb"): key for key, topic in graph.topics.items()}
    assert {names[row[0]]: int(row[1]) for row in table("decisions-by-topic")} == dict(topics)


def test_a_file_that_is_saved_has_a_name_in_the_readers_language() -> None:
    named = {
        figure["id"]: figure["table_name"]
        for figure in figures_page(region.graph()).view["figures"]
    }
    assert named["decisions-by-year"] == "avgjorte-saker-etter-ar.csv"
    assert not [name for name in named.values() if not name.isascii() or " " in name]


def test_the_work_list_leads_to_the_site_from_a_spreadsheet() -> None:
    content = work_table(region.graph()).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content), delimiter=";"))
    assert rows
    assert all(row["adresse"].startswith("https://eksempelregionen.example/") for row in rows)
    bare = work_table(region.graph(region=region.without_address)).decode("utf-8-sig")
    assert "https://eksempelregionen" not in bare
