"""Whatever a log says, every output gives the follow-up the same status."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from casebook.graph import Graph, build_graph
from casebook.i18n import Words
from casebook.model.action import FollowUp, LogEntry
from casebook.model.values import Deadline, PartialDate
from casebook.model.vocabulary import FollowUpStatus
from casebook.outputs.pages.view import View
from casebook.outputs.search_documents import case_document
from casebook.outputs.site import Material, SiteOptions, index_files, site_files
from tests.support.status_readers import ACTION, ID, Truth, reader_for
from tests.support.written import REGION, TODAY, case, decided, graph_of

WORDS = Words("nb")
DAYS = st.dates(date(2020, 1, 1), TODAY + timedelta(days=400))
PARTIAL = st.builds(
    lambda day, parts: PartialDate(
        day.year, day.month if parts > 1 else None, day.day if parts > 2 else None
    ),
    DAYS,
    st.integers(1, 3),
)
ENTRIES = st.builds(
    LogEntry,
    date=st.none() | PARTIAL,
    status=st.none() | st.sampled_from(FollowUpStatus),
    text=st.sampled_from(["", "Arbeidet er i gang.", "=1+1; «sitat»"]),
)
FOLLOW_UPS = st.builds(
    FollowUp,
    id=st.just(ID),
    concerns=st.sampled_from(["", "p1", "radet-p2", "radet-vedtak", "p9"]),
    action=st.just(ACTION),
    owners=st.sampled_from([(), ("sekretariatet",), ("kommune:sund", "radet")]),
    deadline=st.none() | st.builds(Deadline, date=st.none() | PARTIAL, text=st.just("snart")),
    log=st.lists(ENTRIES, max_size=5).map(tuple),
)


ALWAYS = {
    "index.html", "oppfolging/index.html", "oppfolging/oppfolging.csv",
    "oppfolging/tema/klima/index.html", "sak/sak/index.html", "sak/sak/sak.json",
    "sak/sak/sak.md", "sak/sak/oembed.json", "embed/sak/sak/index.html",
    "prosess/plan/index.html", "prosess/plan/prosess.json", "data/saker.json",
    "data/prosesser.json", "data/oparl/papers.json", "data/oppfolginger.csv",
    "data/oppfolgingslogg.csv", "data/saker.csv", "feed/oppfolging.xml", "feed/oppfolging.json",
    "feed/prosess/plan.xml", "feed/prosess/plan.json", "kalender/frister.ics",
    "status/arbeidsliste.csv",
}  # fmt: skip
"""What is read for every log, also when it should not name the follow-up."""
UNREAD = ("hjelp/", "assets/", "data/skjema/", "s/", "om/")
"""Parts of the site that say the same whatever the records are; only the first test reads them."""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    known = "temaer: [klima]\nprosesser: [plan]\nkommuner: [nordvik]\n"
    files = {
        "2025/sak.md": case(f"tittel: Sak\n{known}{decided('2025-01-10')}"),
        "processes/plan.md": "---\ntittel: Plan\n---\nTekst.\n",
    }
    region = f"adresse: https://prove.example/\n{REGION}"
    return graph_of(tmp_path_factory.mktemp("content"), files, region)


class Starting:
    """The graph before each example, with a short name for reports of failures."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def __repr__(self) -> str:
        return "start"


@pytest.fixture(scope="module")
def starting(start: Graph) -> Starting:
    return Starting(start)


def with_follow_up(start: Graph, follow_up: FollowUp) -> Graph:
    changed = replace(start.cases["sak"], follow_ups=(follow_up,))
    processes = tuple(start.processes.values())
    return build_graph(start.region, (changed,), (), processes, {}, TODAY)


def truth_of(follow_up: FollowUp) -> Truth:
    """Where a follow-up stands, worked out from its log alone, in other ways than the programme."""
    log = sorted(follow_up.log, key=lambda entry: _order(entry.date))
    told = [entry.status.value for entry in log if entry.status]
    status = told[-1] if told else "ikke-registrert"
    is_open = status not in {"utført", "bortfalt", "overført"}
    due = follow_up.deadline.date if follow_up.deadline else None
    overdue = is_open and due is not None and due.last < TODAY
    heard = log[-1].date if log else PartialDate(2025, 1, 10)
    limit = date(2026, 5, 23)
    silent = is_open and heard is not None and heard.last <= limit
    group = {"utført": "done", "bortfalt": "dropped", "overført": "dropped"}.get(status, "")
    under_way = "in-progress" if status in {"pågår", "delvis-utført"} else "not-started"
    group = group or ("overdue" if overdue else "silent" if silent else under_way)
    logged = [(e.date, e.status.value if e.status else "ikke-registrert") for e in log]
    return Truth(
        status, is_open, overdue, silent, group, due is not None,
        logged=tuple(word for _, word in logged),
        published=tuple(word for day, word in logged if day and day.first <= TODAY),
    )  # fmt: skip


def _order(day: PartialDate | None) -> tuple[int, int, int]:
    return (day.year, day.month or 0, day.day or 0) if day else (0, 0, 0)


def test_every_output_that_names_a_follow_up_is_read(start: Graph) -> None:
    """A new output has to be read by the test below."""
    entry = LogEntry(date=PartialDate(2025, 3, 1), status=FollowUpStatus.IN_PROGRESS)
    follow_up = FollowUp(
        id=ID, concerns="p1", action=ACTION, owners=("sekretariatet", "kommune:sund"),
        deadline=Deadline(date=PartialDate(2026, 1, 1)), log=(entry,),
    )  # fmt: skip
    graph, options = with_follow_up(start, follow_up), SiteOptions(preview=True)
    files = [*site_files(graph, Material(), options), *index_files(graph, Material(), options)]
    named = {file.uri for file in files if ACTION.encode() in file.read()}
    unread = {uri for uri in named if reader_for(uri) is None}
    # The index of search is packed; what it is made of is read instead.
    assert {uri for uri in unread if not uri.startswith("sok/")} == set()
    assert len(named) > 25


@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(follow_up=FOLLOW_UPS)
def test_any_log_gives_the_same_status_everywhere(starting: Starting, follow_up: FollowUp) -> None:
    graph, truth = with_follow_up(starting.graph, follow_up), truth_of(follow_up)
    wrong, read = [], set()
    for file in site_files(graph, Material(), SiteOptions(preview=True)):
        reader = None if file.uri.startswith(UNREAD) else reader_for(file.uri)
        if reader is None:
            continue
        text = file.read().decode()
        if ACTION in text or file.uri in ALWAYS:
            wrong += [f"{file.uri}: {said}" for said in reader(text, truth)]
            read.add(file.uri)
    assert wrong == []
    assert read >= ALWAYS

    document = case_document(View(graph, "nb", "sok/index.html"), graph.cases["sak"], {})
    assert document.facets["followup"] == (truth.group,)
    assert document.display["followup"] == WORDS(f"board.{truth.group}")


def test_the_last_entry_by_date_gives_the_status(tmp_path: Path) -> None:
    log = (
        "oppfølging:\n"
        "  - id: rapport\n    gjelder: p1\n    hva: Rapport\n    frist: 2026-01-01\n    logg:\n"
        "      - {dato: 2025-06-01, status: utført}\n"
        "      - {dato: 2025-03-01, status: pågår}\n"
        "      - {dato: 2025-07-01, tekst: Uten status.}\n"
    )
    found = graph_of(tmp_path, {"2025/sak.md": case(f"tittel: A\n{decided('2025-01-10')}{log}")})
    (state,) = found.all_follow_ups
    assert (state.status, state.overdue, state.group) == (FollowUpStatus.DONE, False, "done")
    assert state.days_to_done == 142
