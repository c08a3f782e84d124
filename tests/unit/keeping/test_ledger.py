from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casebook.cli import main
from casebook.engines.mkdocs_pages import hand_written
from casebook.graph.figures import every_figure
from casebook.keeping import ledger_after, with_lost_addresses
from casebook.ledger import LEDGER, Standing, lost, read_ledger, recorded, write_ledger
from casebook.model.publication import AddressChanges, AddressKind, Moved, Withdrawn
from casebook.outputs.self_check import check_output
from casebook.outputs.site import SiteOptions
from casebook.publishing import Edition, prepare
from tests.support.tiny import TinyProject, write_tiny

FIXTURES = Path(__file__).parents[2] / "fixtures" / "cases"
DAY, LATER = date(2025, 4, 1), date(2025, 5, 2)


@pytest.fixture
def project(tmp_path: Path) -> TinyProject:
    """A tiny region that has been published once."""
    project = write_tiny(tmp_path)
    _record(project, DAY)
    return project


def _edition(project: TinyProject, day: date = LATER) -> Edition:
    return prepare(project.root / "cases", day)


def _record(project: TinyProject, day: date) -> int:
    edition = _edition(project, day)
    assert edition.graph is not None
    text, new = ledger_after(edition.graph, edition.files(SiteOptions()), day)
    (project.root / "cases" / LEDGER).write_text(text, encoding="utf-8")
    return new


def _lost(project: TinyProject) -> set[str]:
    report = with_lost_addresses(_edition(project))
    assert {item.code for item in report.findings} <= {
        "address-lost",
        "missing-base-url",
        "missing-accessibility-statement",
    }
    return {dict(i.params)["address"] for i in report.findings if i.code == "address-lost"}


def test_ledger_is_read_as_it_was_written() -> None:
    standing = [
        Standing("sak/a/", AddressKind.PAGE),
        Standing("sak/a/vedlegg/x.pdf", AddressKind.ATTACHMENT, "ab", "Et notat, nr. 1.pdf"),
    ]
    entries = recorded({}, standing, DAY)
    read, findings = read_ledger(write_ledger(entries))
    assert read == entries
    assert findings == []


def test_merged_lines_about_one_address_keep_both_versions() -> None:
    read, _ = read_ledger("a.pdf vedlegg 2025-01-01=x\na.pdf vedlegg 2025-01-01=x,2025-02-01=y\n")
    assert [(v.day, v.digest) for v in read["a.pdf"].versions] == [
        ("2025-01-01", "x"),
        ("2025-02-01", "y"),
    ]


def test_ledger_is_sorted_and_recording_twice_changes_nothing(project: TinyProject) -> None:
    before = (project.root / "cases" / LEDGER).read_text(encoding="utf-8")
    lines = [line for line in before.splitlines() if not line.startswith("#")]
    assert lines == sorted(lines, key=lambda line: line.split(" ")[0])
    assert _record(project, LATER) == 0
    assert (project.root / "cases" / LEDGER).read_text(encoding="utf-8") == before


def test_pages_and_places_are_listed(project: TinyProject) -> None:
    known = _edition(project).content.ledger
    for address in ("sak/2025-01-buss/", "sak/2025-01-buss/#radet-p2", "s/radet-1-2025/"):
        assert address in known
    assert {"hjelp/funn/address-lost/", "data/saker.csv", "robots.txt"} <= known.keys()
    assert not [address for address in known if address.startswith(("assets/", "sok/indeks"))]


def test_nothing_is_lost_when_nothing_changed(project: TinyProject) -> None:
    assert _lost(project) == set()


def test_new_addresses_never_refuse(project: TinyProject) -> None:
    new = project.case.with_name("2025-03-ny.md")
    new.write_text(project.case.read_text().replace("01/2025", "03/2025"), encoding="utf-8")
    assert _lost(project) == set()


def test_deleted_case_and_vanished_point_are_lost(project: TinyProject) -> None:
    text = project.case.read_text(encoding="utf-8")
    project.case.write_text(
        text.replace("2. Saken er ferdig behandlet.\n", "").replace(
            "---\n## Vedtak",
            "endringer: [{dato: 2025-05-01, type: retting, tekst: Rettet.}]\n---\n## Vedtak",
        ),
        encoding="utf-8",
    )
    (project.case.parent / "2025-02-sykkelvei.md").unlink()
    found = _lost(project)
    expected = {"sak/2025-01-buss/#radet-p2", "sak/2025-02-sykkelvei/", "s/radet-2-2025/"}
    assert expected <= found
    # What lies below a lost page is not told besides, nor its embed.
    assert not [
        address for address in found if "2025-02-sykkelvei" in address and address not in expected
    ]
    assert "sak/2025-01-buss/" not in found


def test_renamed_case_keeps_every_address(project: TinyProject) -> None:
    text = project.case.read_text(encoding="utf-8")
    renamed = project.case.with_name("2025-busstilbud.md")
    renamed.write_text(
        text.replace("kort:", "tidligere_id: [2025-01-buss]\nkort:"), encoding="utf-8"
    )
    project.case.unlink()
    (project.case.parent.parent / "2026").mkdir()
    renamed.rename(project.case.parent.parent / "2026" / renamed.name)
    assert _lost(project) == set()


def test_list_of_moved_and_withdrawn_addresses_explains_what_is_gone(project: TinyProject) -> None:
    (project.case.parent / "2025-02-sykkelvei.md").unlink()
    (project.root / "cases" / "adresser.yml").write_text(
        "flyttet: [{fra: s/radet-2-2025/, til: s/radet-1-2025/}]\n"
        "trukket: [{adresse: sak/2025-02-sykkelvei/, dato: 2025-05-01, grunn: Ført to ganger.}]\n",
        encoding="utf-8",
    )
    assert _lost(project) == set()
    edition = _edition(project)
    pages = {file.uri: file for file in edition.files(SiteOptions())}
    tombstone = pages["sak/2025-02-sykkelvei/index.html"].read().decode()
    assert "Ført to ganger." in tombstone
    assert "1.\u00a0mai 2025" in tombstone
    assert 'url=../../s/radet-1-2025/"' in pages["s/radet-2-2025/index.html"].read().decode()


def test_what_is_withdrawn_is_called_what_it_is(project: TinyProject) -> None:
    """A topic or a meeting is no case."""
    told = "trukket:\n" + "".join(
        f"  - {{adresse: {address}, dato: 2025-05-01, grunn: Ført to ganger.}}\n"
        for address in ("tema/vei/", "sak/2025-borte/")
    )
    _old_addresses(project, told)
    pages = {file.uri: file for file in _edition(project).files(SiteOptions())}
    case = pages["sak/2025-borte/index.html"].read().decode()
    topic = pages["tema/vei/index.html"].read().decode()
    assert "<h1>Saken er tatt av siden</h1>" in case
    assert "<h1>Siden er tatt bort</h1>" in topic
    assert "saken" not in topic.partition("<main")[2].partition("</main>")[0].lower()


def test_decision_changes_only_with_an_entry(project: TinyProject) -> None:
    project.write_case("Rådet vil ha færre busser.")
    assert {f.code for f in _edition(project).report.findings} >= {"decision-changed-silently"}
    text = project.case.read_text(encoding="utf-8")
    told = "endringer: [{dato: 2025-05-01, type: retting, tekst: Rettet.}]\n---\n## Vedtak"
    project.case.write_text(text.replace("---\n## Vedtak", told), encoding="utf-8")
    assert _edition(project).report.errors == 0
    _record(project, LATER)
    project.case.write_text(
        project.case.read_text(encoding="utf-8").replace("færre", "ingen"), encoding="utf-8"
    )
    assert {f.code for f in _edition(project).report.findings} >= {"decision-changed-silently"}


def test_lost_leaves_what_lies_below_a_tombstone() -> None:
    entries, _ = read_ledger(
        "sak/a/ side 2025-01-01\nsak/a/#x-p1 punkt 2025-01-01\nsak/b/ side 2025-01-01"
    )
    changes = AddressChanges(
        moved=(Moved(source="sak/b/", target="sak/c/#p1"),),
        withdrawn=(Withdrawn(address="sak/a/"),),
    )
    assert list(lost(entries, ["sak/c/"], changes)) == []
    assert [entry.address for entry in lost(entries, [], changes)] == ["sak/b/"]
    assert [e.address for e in lost(entries, ["sak/a/"], AddressChanges())] == [
        "sak/a/#x-p1",
        "sak/b/",
    ]


def test_commands(project: TinyProject, capsys: pytest.CaptureFixture[str]) -> None:
    cases = str(project.root / "cases")
    assert main(["publish-check", "--content", cases]) == 0
    (project.case.parent / "2025-02-sykkelvei.md").unlink()
    assert main(["publish-check", "--content", cases]) == 1
    assert "sak/2025-02-sykkelvei/" in capsys.readouterr().out
    assert main(["publish-record", "--content", cases]) == 1
    shutil.rmtree(project.root / "cases" / "2025")


def test_hand_written_pages_are_kept_too(
    project: TinyProject, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = project.root / "cases"
    assert main(["publish-record", "--content", str(cases)]) == 0
    assert "\nskriving/ side " in (cases / LEDGER).read_text(encoding="utf-8")
    assert main(["publish-check", "--content", str(cases)]) == 0
    (project.root / "docs/skriving.md").rename(project.root / "docs/index.md")
    assert main(["publish-check", "--content", str(cases)]) == 1
    assert "«skriving/»" in capsys.readouterr().out


def test_help_that_the_programme_no_longer_has_leads_to_its_front(project: TinyProject) -> None:
    ledger = project.root / "cases" / LEDGER
    ledger.write_text(
        f"{ledger.read_text(encoding='utf-8')}hjelp/funn/gammelt/ side 2025-04-01\n"
        "hjelp/sak/ side 2025-04-01\n",
        encoding="utf-8",
    )
    options = SiteOptions(written=("hjelp/index.html", "hjelp/sak/index.html"))
    pages = {file.uri: file for file in _edition(project).files(options)}
    stub = pages["hjelp/funn/gammelt/index.html"].read().decode()
    assert 'href="../../../hjelp/"' in stub
    assert "hjelp/sak/index.html" not in pages


@pytest.mark.parametrize("name", ["2025-01-buss", "2025-busstilbud"])
def test_moved_and_withdrawn_points_still_answer_on_the_page(
    project: TinyProject, name: str
) -> None:
    """By the name that the case had when the line was written, too."""
    if name != "2025-01-buss":
        _rename(project)
    _old_addresses(
        project,
        'flyttet: [{fra: "sak/2025-01-buss/#gammelt", til: "sak/2025-01-buss/#radet-p1"}]\n'
        'trukket: [{adresse: "sak/2025-01-buss/#radet-p9", dato: 2025-05-01, grunn: Feil.}]\n',
    )
    pages = {file.uri: file for file in _edition(project).files(SiteOptions())}
    page = pages[f"sak/{name}/index.html"].read().decode()
    assert 'id="gammelt"' in page
    assert 'href="../../sak/2025-01-buss/#radet-p1"' in page
    assert 'id="radet-p9"' in page
    assert "1.\u00a0mai 2025. Feil." in page


def test_a_withdrawn_point_that_is_there_again_is_not_called_withdrawn(
    project: TinyProject,
) -> None:
    _old_addresses(
        project,
        'flyttet: [{fra: "sak/2025-01-buss/#radet-p1", til: "sak/2025-01-buss/#radet-p2"}]\n'
        'trukket: [{adresse: "sak/2025-01-buss/#radet-p2", dato: 2025-05-01, grunn: Feil.}]\n',
    )
    pages = {file.uri: file for file in _edition(project).files(SiteOptions())}
    page = pages["sak/2025-01-buss/index.html"].read().decode()
    assert "Feil." not in page
    assert page.count('id="radet-p1"') == page.count('id="radet-p2"') == 1


def test_lists_that_become_empty_lead_to_the_whole_list(project: TinyProject) -> None:
    ledger = project.root / "cases" / LEDGER
    text = ledger.read_text(encoding="utf-8")
    text += "oppfolging/eier/moss/ side 2025-04-01\n"
    text += "oppfolging/eier/moss/oppfolging.csv fil 2025-04-01\n"
    ledger.write_text(text, encoding="utf-8")
    assert _lost(project) == set()
    pages = {file.uri: file for file in _edition(project).files(SiteOptions())}
    stub = pages["oppfolging/eier/moss/index.html"].read().decode()
    assert 'href="../../../oppfolging/"' in stub
    assert pages["oppfolging/eier/moss/oppfolging.csv"].read().startswith(b"\xef\xbb\xbfutvalg;")


def test_tables_that_become_empty_keep_their_header(project: TinyProject) -> None:
    ledger = project.root / "cases" / LEDGER
    graph = _edition(project).graph
    assert graph is not None
    names = [figure.name for figure in every_figure(graph)]
    lines = [f"tall/{name}.csv fil 2025-04-01" for name in names]
    ledger.write_text("\n".join([ledger.read_text(encoding="utf-8"), *lines, ""]), encoding="utf-8")
    assert _lost(project) == set()
    files = {file.uri: file for file in _edition(project).files(SiteOptions())}
    for name in names:
        uri = f"tall/{name}.csv"
        assert list(check_output(uri, files[uri].read())) == []


def test_feeds_calendars_and_embeds_go_with_their_record() -> None:
    lines = ("mote/m/ side", "kalender/mote/m.ics fil", "kalender/mote/m2.ics fil")
    entries, _ = read_ledger("\n".join(f"{line} 2025-01-01" for line in lines))
    changes = AddressChanges(withdrawn=(Withdrawn(address="mote/m/"),))
    assert [entry.address for entry in lost(entries, [], changes)] == ["kalender/mote/m2.ics"]


def _rename(project: TinyProject) -> Path:
    text = project.case.read_text(encoding="utf-8")
    renamed = project.case.with_name("2025-busstilbud.md")
    renamed.write_text(
        text.replace("kort:", "tidligere_id: [2025-01-buss]\nkort:"), encoding="utf-8"
    )
    project.case.unlink()
    return renamed


def test_a_published_decision_can_be_withheld_by_every_name_at_once(project: TinyProject) -> None:
    """What must not be read any longer is not kept on the site by a list of addresses."""
    case = _rename(project)
    _record(project, LATER)
    text = case.read_text(encoding="utf-8")
    withheld = "unntatt: {hva: [innhold], hjemmel: offl. § 13}"
    case.write_text(text.replace("kort:", f"{withheld}\nkort:"), encoding="utf-8")
    assert _lost(project) == set()
    case.write_text(text.replace("    rolle:", f"    {withheld}\n    rolle:"), encoding="utf-8")
    assert _lost(project) == set()


def _attach(case: Path, *names: str) -> None:
    folder = case.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    listed = ", ".join(f"{{tittel: {name}, fil: {name}.txt}}" for name in names)
    text = re.sub(r"vedlegg: .*\n", "", case.read_text(encoding="utf-8"))
    text = text.replace("---\n## Vedtak", f"vedlegg: [{listed}]\n---\n## Vedtak")
    case.write_text(text, encoding="utf-8")
    for name in names:
        (folder / f"{name}.txt").write_text(name, encoding="utf-8")


def _old_addresses(project: TinyProject, text: str) -> None:
    (project.root / "cases" / "adresser.yml").write_text(text, encoding="utf-8")


def _host_files(project: TinyProject) -> dict[str, str]:
    files = {file.uri: file for file in _edition(project).files(SiteOptions())}
    hosts = ("_redirects", "_redirects.nginx", "_redirects.apache")
    return {name: files[name].read().decode() for name in hosts}


def test_what_is_said_of_a_file_counts_for_the_former_names_of_its_case(
    project: TinyProject,
) -> None:
    case = _rename(project)
    _attach(case, "kart", "notat")
    _record(project, LATER)
    _attach(case, "plankart")
    below = "sak/2025-busstilbud/vedlegg"
    _old_addresses(
        project,
        f"flyttet: [{{fra: {below}/kart.txt, til: {below}/plankart.txt}}]\n"
        f"trukket: [{{adresse: {below}/notat.txt, dato: 2025-05-01, grunn: Feil fil.}}]\n",
    )
    assert _lost(project) == set()
    files = {file.uri: file for file in _edition(project).files(SiteOptions())}
    assert files["sak/2025-01-buss/vedlegg/kart.txt"].read() == b"plankart"
    assert "embed/sak/2025-busstilbud/vedlegg" not in "".join(_host_files(project).values())


def test_what_answers_again_is_neither_moved_nor_gone_for_any_host(project: TinyProject) -> None:
    _attach(project.case, "kart", "notat")
    below = "sak/2025-01-buss/vedlegg"
    told = (
        f"flyttet: [{{fra: {below}/kart.txt, til: {below}/plankart.txt}}]\n"
        f"trukket:\n  - {{adresse: {below}/notat.txt, dato: 2025-05-01, grunn: Unntatt.}}\n"
        "  - {adresse: sak/2025-02-sykkelvei/, dato: 2025-05-01, grunn: Ført to ganger.}\n"
        "  - {adresse: tema/vei/, dato: 2025-05-01, grunn: Brukes ikke.}\n"
    )
    _old_addresses(project, told)
    for text in _host_files(project).values():
        assert "vedlegg" not in text
        assert "sykkelvei/(" not in text
    gone = '"^/(?:embed|feed|kalender)/tema/vei[/.]"'
    assert f"RedirectMatch 410 {gone}" in _host_files(project)["_redirects.apache"]
    (project.case.parent / "2025-02-sykkelvei.md").unlink()
    _attach(project.case, "plankart")
    for name, text in _host_files(project).items():
        assert "vedlegg/plankart.txt" in text
        assert ("notat" in text) == (name != "_redirects")
        assert ("sykkelvei/(" in text) == (name != "_redirects")


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2027, 8, 1), date(2029, 1, 1)])
def test_no_address_goes_because_time_passes(tmp_path: Path, day: date) -> None:
    """The nightly build of the invented region never refuses for an address."""
    root = tmp_path / "cases"
    shutil.copytree(FIXTURES, root)
    edition = prepare(root, date(2026, 11, 23))
    assert edition.graph is not None
    files = edition.files(SiteOptions())
    (root / LEDGER).write_text(ledger_after(edition.graph, files, DAY)[0], encoding="utf-8")
    later = prepare(root, day)
    later = replace(later, report=replace(later.report, findings=()))
    report = with_lost_addresses(later, written=hand_written(FIXTURES))
    assert [dict(item.params)["address"] for item in report.findings] == []
