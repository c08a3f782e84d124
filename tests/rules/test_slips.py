"""Slips that people make: one finding each, at the right place, with a cure that works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from casebook.publishing import prepare
from casebook.reporting import Report
from tests.rules import folders

CASE = """\
---
tittel: Felles klimaplan
kort: Regionen skal ha en plan.
temaer: [klima]
behandling:
  - møte: 2024-05-14-regionradet
    nummer: 04/2024
    rolle: avgjør
    utfall: vedtatt
    votering: {type: enstemmig}
oppfølging:
  - id: rapport
    gjelder: regionradet-p1
    hva: Legge fram rapport
    eier: sekretariatet
    frist: 2024-12-31
---
## Forslag til vedtak

1. Planen sendes på høring.

## Vedtak

1. Planen sendes på høring.
"""
MEETING = """\
---
type: ordinært
organ: regionradet
dato: 2024-05-14
start: "10:00"
status: avholdt
deltakelse: {til_stede: 11}
---
"""
DATE = "møte: 2024-05-14-regionradet"
CASE_FILE, MEETING_FILE = "2024/klima.md", "meetings/2024-05-14-regionradet.md"


def slip(tmp_path: Path, file: str, right: str, wrong: str) -> tuple[Report, str]:
    """The report on a content folder with one slip, and the text that has the slip."""
    root = tmp_path / "cases"
    shutil.copytree(folders.BASE, root, dirs_exist_ok=True)
    written = {CASE_FILE: CASE, MEETING_FILE: MEETING}
    if file not in written:
        written[file] = (folders.BASE / file).read_text(encoding="utf-8")
    assert right in written[file]
    written[file] = written[file].replace(right, wrong)
    for name, text in written.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return prepare(root, folders.AS_OF).report, written[file]


def found(report: Report) -> list[str]:
    return [
        f"{item.code} {item.span.line}:{item.span.column} {item.suggestion or ''}".rstrip()
        for item in report.findings
    ]


def test_the_case_without_a_slip_has_no_finding(tmp_path: Path) -> None:
    assert found(slip(tmp_path, CASE_FILE, "klima", "klima")[0]) == []


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (DATE, "organ: regionradet\n    dato: 14.05.2024", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: 14.5.24", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: 14/5-2024", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: 14. mai 2024", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: tirsdag 14. mai 2024", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: 2024-5-14", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: 2024\u201305\u201314", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: 20240514", "bad-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: mai 2024", "bad-date 7:11 2024-05"),
        (DATE, "organ: regionradet\n    dato: 05.2024", "bad-date 7:11 2024-05"),
        (DATE, "organ: regionradet\n    dato: 2024-14-05", "impossible-date 7:11 2024-05-14"),
        (DATE, "organ: regionradet\n    dato: 2024-13-32", "impossible-date 7:11"),
        (DATE, "organ: regionradet\n    dato: i fjor", "bad-date 7:11"),
        ("frist: 2024-12-31", "frist: før jul", "bad-date 16:12 {tekst: før jul}"),
        ("frist: 2024-12-31", "frist: innen 31.12.2024", "bad-date 16:12 2024-12-31"),
        (
            "frist: 2024-12-31",
            "frist: 1. kvartal 2025",
            "bad-date 16:12 {tekst: 1. kvartal 2025}",
        ),
        (
            "frist: 2024-12-31",
            "frist: snart, helst før jul",
            'bad-date 16:12 {tekst: "snart, helst før jul"}',
        ),
        (
            "frist: 2024-12-31",
            "frist: {tekst: Snart, helst før jul}",
            'unquoted-comma 16:20 tekst: "Snart, helst før jul"',
        ),
        ("frist: 2024-12-31", "frist: {tekst: %-vis}", 'needs-quotes 16:20 tekst: "%-vis"'),
        ("frist: 2024-12-31", "frist: {tekst: @alle}", 'needs-quotes 16:20 tekst: "@alle"'),
        ("frist: 2024-12-31", "frist: {tekst: Jul:}", 'unquoted-colon 16:23 tekst: "Jul:"'),
        ("frist: 2024-12-31", "frist: {tekst:Før jul}", "missing-space 16:13 tekst: Før jul"),
        (
            "votering: {type: enstemmig}",
            "votering: {type: enstemmig, merknad Alle}",
            "unknown-key 10:33 merknad: Alle",
        ),
        ("{type: enstemmig}", "{type:enstemmig}", "missing-space 10:16 type: enstemmig"),
        (DATE, "møte: 14.05.2024", "unknown-reference 6:11 2024-05-14-regionradet"),
        (DATE, "møte: 2024-05-14", "unknown-reference 6:11 2024-05-14-regionradet"),
        (DATE, "møte: 2024-05-14-regionrådet", "unknown-reference 6:11 2024-05-14-regionradet"),
        (DATE, "mote: 2024-05-14-regionradet", "unknown-key 6:5 møte"),
        ("[klima]", "[Klima]", "unknown-reference 4:10 klima"),
        ("tittel:", "titel:", "unknown-key 2:1 tittel"),
        ("tittel:", "Overskrift:", "unknown-key 2:1 tittel"),
        ("kort:", "Kort:", "unknown-key 3:1 kort"),
        ("kort:", "sammendrag:", "unknown-key 3:1 kort"),
        ("kort: Regionen skal ha en plan.", "kort:", "blank-value 3:1"),
        ("kort: Regionen skal ha en plan.", 'kort: ""', "blank-value 3:1"),
        ("tittel: Felles klimaplan", "tittel:", "missing-field 2:8"),
        ("tittel: Felles klimaplan", "tittel: ' '", "missing-field 2:9"),
        ("hva: Legge fram rapport", 'hva: ""', "missing-field 14:10"),
        ("tittel: Felles klimaplan", "arkivsak: &a Plan\ntittel: *a", "yaml-alias 2:11"),
        ("temaer:", "emne:", "unknown-key 4:1 temaer"),
        ("gjelder: regionradet-p1", "gjelder: 1", "unknown-concern 13:14 p1"),
        ("gjelder: regionradet-p1", "gjelder: punkt 1", "unknown-concern 13:14 p1"),
        ("gjelder: regionradet-p1", "gjelder: Vedtak", "unknown-concern 13:14 vedtak"),
        ("frist: 2024-12-31", "status: utført", "unknown-key 16:5 logg"),
        (
            "## Forslag til vedtak\n",
            "Se [kartet](www.sund.example/kart).\n\n## Forslag til vedtak\n",
            "broken-link 18:4 https://www.sund.example/kart",
        ),
        (
            "eier: sekretariatet",
            "eier: sekretariatet, regionradet",
            "unknown-reference 15:11 [sekretariatet, regionradet]",
        ),
        (
            "eier: sekretariatet",
            "eier:\n      -sekretariatet\n      -regionradet",
            "unknown-reference 16:7 [sekretariatet, regionradet]",
        ),
        (
            "oppfølging:",
            "usikkert:\n  behandling.dato: Uviss\noppfølging:",
            "unknown-uncertain-path 12:3 behandling.regionradet.dato",
        ),
        ("nummer: 04/2024", "nummer: #4/2024", 'unquoted-hash 7:13 "#4/2024"'),
        ("    votering:", "votering:", "misplaced-key 10:1"),
        ("votering:", "røysting:", "unknown-key 10:5 votering"),
        ("votering:", "avstemning:", "unknown-key 10:5 votering"),
        ("{type: enstemmig}", "enstemmig", "wrong-type 10:15 {type: enstemmig}"),
        ("enstemmig", "samrøystes", "unknown-value 10:22 enstemmig"),
        ("utfall: vedtatt", "utfall: Vedtatt", "unknown-value 9:13 vedtatt"),
        ("utfall: vedtatt", "utfall: vedtatt\u00a0", "unknown-value 9:13 vedtatt"),
        ("utfall: vedtatt", "utfall: vedteke", "unknown-value 9:13 vedtatt"),
        ("utfall: vedtatt", "utfall: godkjent", "unknown-value 9:13 vedtatt"),
        ("utfall: vedtatt", "utfall: avslått", "unknown-value 9:13 ikke-vedtatt"),
        ("utfall: vedtatt", "utfall: brosten", "unknown-value 9:13"),
        ("rolle: avgjør", "rolle: avgjer", "unknown-value 8:12 avgjør"),
        ("eier: sekretariatet", "eier: [kommune: sund]", 'wrong-type 15:12 "kommune:sund"'),
        ("eier: sekretariatet", "eier: sekretariat", "unknown-reference 15:11 sekretariatet"),
        (
            "oppfølging:",
            "kilder:\n  \u2013 tittel: Protokoll\noppfølging:",
            "bad-list-mark 12:3 - tittel: Protokoll",
        ),
        ("rolle: avgjør", "lukket: ja", "wrong-type 8:13 {hjemmel: ukjent}"),
        ("rolle: avgjør", "lukket: nei", "wrong-type 8:13 ingen"),
        ("rolle: avgjør", "inhabile: Lederen", "wrong-type 8:15 {hvem: Lederen}"),
        (
            "rolle: avgjør",
            "unntatt: offl. § 14",
            'wrong-type 8:14 {hva: …, hjemmel: "offl. § 14"}',
        ),
        (
            "rolle: avgjør",
            "utfall_punkter: {Punkt 1: utsatt}",
            "unknown-point 8:22 1",
        ),
        (
            "oppfølging:",
            "kreves_av: {kommuner: 'Sund, Vestmark og Nordvik'}\noppfølging:",
            "unknown-reference 11:23 [sund, vestmark, nordvik]",
        ),
        (
            "{type: enstemmig}",
            "{type: for-mot, for: {antall:6}, mot: {antall: 2}, vedtatt: ja}",
            "missing-space 10:37 antall: 6",
        ),
        (
            "{type: enstemmig}",
            "{type: for-mot, for: {antall: 6, parti: {A:6}}, mot: {antall: 2}, vedtatt: ja}",
            "missing-space 10:56 A: 6",
        ),
        ("eier: sekretariatet", "eier: [sund]", "unknown-reference 15:12 kommune:sund"),
        ("eier: sekretariatet", "eier: Sund kommune", "unknown-reference 15:11 kommune:sund"),
        ("behandling:", "behandlig:", "unknown-key 5:1 behandling"),
        ("## Vedtak\n", "## Vedtak\n\nSom foreslått.\n\n## Vedtak\n", "duplicate-section 26:1"),
        ("---\n## Forslag", "–––\n## Forslag", "unclosed-front-matter 17:1 ---"),
        ("---\ntittel", "—\ntittel", "missing-front-matter 1:1 ---"),
        (
            "{type: enstemmig}",
            "{type: for-mot, for: {antall: 7,0}, mot: {antall: 2}, vedtatt: ja}",
            "not-a-number 10:45",
        ),
        ("    hva: Legge", "  - hva: Legge", "wrong-indent 14:5     hva: Legge fram rapport"),
        ("hva: Legge fram", "hva: !Viktig", 'needs-quotes 14:10 "!Viktig rapport"'),
        ("id: rapport", "id: Årlig rapport", "bad-id 12:9 arlig-rapport"),
        (
            "oppfølging:",
            "vedlegg:\n  - {tittel: Plan, fil: 'C:\\Mine\\plan.pdf'}\noppfølging:",
            "bad-file-name 12:25 plan.pdf",
        ),
        (
            "oppfølging:",
            "vedlegg:\n  - {tittel: Plan, fil: 'https://sund.example/plan'}\noppfølging:",
            'missing-attachment 12:25 lenke: "https://sund.example/plan"',
        ),
        (
            "oppfølging:",
            "vedlegg:\n  - {tittel: Plan, lenke: www.sund.example/plan}\noppfølging:",
            "bad-url 12:27 https://www.sund.example/plan",
        ),
        (
            "{type: enstemmig}",
            "{type: for-mot, for: {antall: 6, kommuner: {Sund: 6}}, mot: {antall: 2}, vedtatt: ja}",
            "unknown-reference 10:59 sund",
        ),
    ],
)
def test_one_finding_says_what_was_meant(
    right: str, wrong: str, expected: str, tmp_path: Path
) -> None:
    assert found(slip(tmp_path, CASE_FILE, right, wrong)[0]) == [expected]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ('"10:00"', "9:00", "bad-time 5:8 09:00"),
        ('"10:00"', "kl. 10", "bad-time 5:8 10:00"),
        ("dato: 2024", "dato: ukjent # 2024", "bad-date 4:7"),
        (
            "til_stede: 11}",
            "til_stede: 11}\ndokumenter: sak.pdf",
            "wrong-type 8:13 {type: …, fil: sak.pdf}",
        ),
        ("avholdt", "gjennomført", "unknown-value 6:9 avholdt"),
        ("til_stede", "tilstede", "unknown-key 7:14 til_stede"),
    ],
)
def test_a_slip_in_a_meeting(right: str, wrong: str, expected: str, tmp_path: Path) -> None:
    assert found(slip(tmp_path, MEETING_FILE, right, wrong)[0]) == [expected]


def test_an_unreadable_meeting_is_one_finding_however_many_cases_name_it(tmp_path: Path) -> None:
    report, _ = slip(tmp_path, MEETING_FILE, "type: ordinært", "type: [ordinært")
    assert [item.span.path for item in report.findings] == [MEETING_FILE]


def test_an_unreadable_entry_of_the_region_is_one_finding(tmp_path: Path) -> None:
    report, _ = slip(tmp_path, "region.yml", "navn: Regionrådet", "nvn: Regionrådet")
    assert [item.code for item in report.findings] == ["unknown-key"]


@pytest.mark.parametrize(
    ("right", "wrong", "codes"),
    [
        ("navn: Sund", "nvn: Sund", ["unknown-key", "unknown-reference"]),
        ("navn: Sund", "navn: Sund, areal: 12", ["unknown-key", "unknown-reference"]),
        ("id: sund", "idd: sund", ["unknown-key"]),
        ("id: sund", "areal: 12", ["missing-field", "unknown-key"]),
        ("kommuner:", "komuner:", ["unknown-key"]),
    ],
)
def test_references_are_checked_beside_a_faulty_entry_that_says_its_id(
    right: str, wrong: str, codes: list[str], tmp_path: Path
) -> None:
    root = tmp_path / "cases"
    shutil.copytree(folders.BASE, root)
    votes = "{type: for-mot, for: {antall: 6, kommuner: {sund: 4, sunn: 2}}, mot: {antall: 2}"
    (root / CASE_FILE).parent.mkdir()
    text = CASE.replace("{type: enstemmig}", f"{votes}, vedtatt: ja}}")
    (root / CASE_FILE).write_text(text.replace("eier: sek", 'eier: "kommune:sund" #'), "utf-8")
    (root / MEETING_FILE).write_text(MEETING, encoding="utf-8")
    region = (root / "region.yml").read_text(encoding="utf-8")
    assert right in region
    (root / "region.yml").write_text(region.replace(right, wrong), encoding="utf-8")
    report = prepare(root, folders.AS_OF).report
    assert sorted(item.code for item in report.findings) == codes


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("2024-plan.md", "2024/2024-plan.md"),
        ("2024/2024-plan.md.txt", "2024-plan.md"),
        ("2024/2024-plan.MD", "2024-plan.md"),
        ("2024/2024-næringsplan.txt", "2024-naeringsplan.md"),
        ("2024/utkast.txt", None),
        ("2024/2024-plan/Case.md", "2024-plan/case.md"),
        ("2024/2024-plan/sak.md", "2024-plan/case.md"),
        ("2024/2024-næringsplan.md", "2024-naeringsplan"),
    ],
)
def test_a_case_with_a_wrong_name_is_never_left_out_in_silence(
    name: str, meant: str | None, tmp_path: Path
) -> None:
    root = tmp_path / "cases"
    shutil.copytree(folders.BASE, root)
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(CASE, encoding="utf-8")
    report = prepare(root, folders.AS_OF).report
    assert [item.suggestion for item in report.findings] == [meant]


def test_what_follows_from_a_slip_in_the_region_is_told_once(tmp_path: Path) -> None:
    root = tmp_path / "cases"
    shutil.copytree(folders.BASE, root)
    region = (root / "region.yml").read_text(encoding="utf-8")
    (root / "region.yml").write_text(region.replace("temaer:\n", ""), encoding="utf-8")
    (root / MEETING_FILE).write_text(MEETING, encoding="utf-8")
    for number, name in enumerate(("a", "b", "c"), start=4):
        path = root / "2024" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(CASE.replace("04/2024", f"0{number}/2024"), encoding="utf-8")
    findings = prepare(root, folders.AS_OF).report.findings
    found = [item for item in findings if item.code == "unknown-reference"]
    assert [item.span.path for item in found] == ["2024/a.md"]


def test_a_decision_under_a_heading_that_is_not_read_is_not_missed_by_each_follow_up(
    tmp_path: Path,
) -> None:
    more = CASE[CASE.index("  - id: rapport") : CASE.index("---\n## Forslag")]
    case = CASE.replace("    frist: 2024-12-31\n", "    frist: 2024-12-31\n" + more, 1)
    case = case.replace("id: rapport", "id: kart", 1).replace("## Vedtak", "**Vedtak**")
    report, _ = slip(tmp_path, CASE_FILE, CASE, case)
    codes = [item.code for item in report.findings]
    assert codes.count("unknown-concern") == codes.count("unread-heading") == 1


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("sok.yaml", "sok.yml"),
        ("søk.yml", "sok.yml"),
        ("Adresser.yml.txt", "adresser.yml"),
        ("region.yaml", "region.yml"),
        ("publisert.TXT", "publisert.txt"),
        ("README.md", None),
        ("notat.txt", None),
    ],
)
def test_a_register_with_a_wrong_name_is_told(name: str, meant: str | None, tmp_path: Path) -> None:
    shutil.copytree(folders.BASE, tmp_path / "cases")
    (tmp_path / "cases" / name).write_text("synonymer: [[ferje, ferge]]\n", encoding="utf-8")
    findings = prepare(tmp_path / "cases", folders.AS_OF).report.findings
    assert [(item.code, item.suggestion) for item in findings] == (
        [("stray-file", meant)] if meant else []
    )


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("rolle: avgjør", "rolle:avgjør", "missing-space 8:10"),
        ("kort: Reg", "kort:Reg", "missing-space 3:5"),
        ("  - møte", "  -møte", "bad-list-mark 6:3"),
        ("  - møte", "  \u2013 møte", "bad-list-mark 6:3"),
        ("    nummer", "   nummer", "wrong-indent 7:4"),
        ("    nummer", "      nummer", "wrong-indent 7:7"),
        ("    nummer", "  nummer", "wrong-indent 7:3"),
        ("    nummer", "nummer", "wrong-indent 7:1"),
        ("    rolle", "rolle", "wrong-indent 8:1"),
        ("kort:", "  kort:", "wrong-indent 3:3"),
        ("skal ha en plan.", "skal\nha en plan.", "wrong-indent 4:1"),
        ("Felles klimaplan", '"Felles klimaplan', "not-closed 2:9"),
        ("Felles klimaplan", '"Felles "klima"plan"', "needs-quotes 2:9"),
        ("Felles klimaplan", '"Felles" klimaplan', "needs-quotes 2:9"),
        ("Felles klimaplan", "[Felles] klimaplan", "needs-quotes 2:9"),
        ("Felles klimaplan", "- Felles klimaplan", "needs-quotes 2:9"),
        ("Felles klimaplan", "@klimaplan", "needs-quotes 2:9"),
        ("Felles klimaplan", "Klimaplan: felles", "unquoted-colon 2:18"),
        ("Felles klimaplan", "\u201cKlimaplan: felles\u201d", "unquoted-colon 2:19"),
        ("[klima]", "[klima", "not-closed 4:9"),
        ("enstemmig}", "enstemmig", "not-closed 10:15"),
    ],
)
def test_the_line_that_is_proposed_mends_a_file_that_cannot_be_read(
    right: str, wrong: str, expected: str, tmp_path: Path
) -> None:
    report, text = slip(tmp_path, CASE_FILE, right, wrong)
    place, meant = found(report)[0].removeprefix(expected), report.findings[0].suggestion
    assert len(report.findings) == 1
    assert place.strip() == (meant or "").strip()
    assert meant
    lines = text.split("\n")
    row = report.findings[0].span.line - 1
    indent = "" if meant[0] == " " else lines[row][: len(lines[row]) - len(lines[row].lstrip())]
    if expected.startswith("wrong-indent"):
        indent = ""
    lines[row] = (indent if "- " not in indent else "") + meant
    path = tmp_path / "cases" / CASE_FILE
    path.write_text("\n".join(lines), encoding="utf-8")
    assert found(prepare(tmp_path / "cases", folders.AS_OF).report) == []


@pytest.mark.parametrize(
    "value",
    [
        "Sendt, og svart, på dagen",
        "Det koster 1,5 millioner",
        "Svart: ja",
        "Mal [ny] er sendt",
        "Mal #3 er sendt",
        '"Mal" er sendt',
        '"Mal er sendt',
        "\u201cSendt, og svart\u201d",
    ],
)
@pytest.mark.parametrize("last", ["", ", status: pågår"])
def test_a_text_between_brackets_is_proposed_in_quotes(
    value: str, last: str, tmp_path: Path
) -> None:
    log = f"frist: 2024-12-31\n    logg:\n      - {{dato: 2024-06-01, tekst: {value}{last}}}"
    report, text = slip(tmp_path, CASE_FILE, "frist: 2024-12-31", log)
    (only,) = report.findings
    assert only.span.line == 18
    assert only.suggestion
    mended = text.replace(f"tekst: {value}", only.suggestion)
    (tmp_path / "cases" / CASE_FILE).write_text(mended, encoding="utf-8")
    assert found(prepare(tmp_path / "cases", folders.AS_OF).report) == []


@pytest.mark.parametrize(
    ("open_map", "meant"),
    [
        ("{dato: 2024-06-01, tekst: Sendt", "- {dato: 2024-06-01, tekst: Sendt}"),
        ("{dato: 2024-06-01,\n         tekst: Sendt", "tekst: Sendt}"),
    ],
)
def test_brackets_that_are_left_open_are_closed_where_they_end(
    open_map: str, meant: str, tmp_path: Path
) -> None:
    log = f"frist: 2024-12-31\n    logg:\n      - {open_map}"
    report, text = slip(tmp_path, CASE_FILE, "frist: 2024-12-31", log)
    assert [item.code for item in report.findings] == ["not-closed"]
    assert report.findings[0].suggestion == meant
    assert text.split("\n")[report.findings[0].span.line - 1].strip() == meant[:-1]


def test_a_point_that_is_not_found_leads_to_the_heading_that_is_not_read(tmp_path: Path) -> None:
    report, _ = slip(tmp_path, CASE_FILE, "## Vedtak", "##Vedtak")
    hidden = "unread-heading 22:1 ## Vedtak"
    assert found(report) == ["unknown-concern 13:14", hidden, "duplicate-point 24:1"]
    assert [item.related[-1].span.line for item in report.findings if item.related] == [22, 22]


def test_signs_that_a_word_processor_adds_change_nothing(tmp_path: Path) -> None:
    pasted = (
        CASE.replace("enstemmig", "en\u00adstemmig")
        .replace("tittel: Felles klimaplan", "tit\u00adtel: \u201cFelles klimaplan\u201d")
        .replace("## Vedtak", "## Ved\u200btak")
        .replace("2024-12-31", "\u201d2024-12-31\u201d")
    )
    report, _ = slip(tmp_path, CASE_FILE, CASE, pasted)
    assert found(report) == []


def test_what_an_old_record_does_not_say_of_a_meeting_can_be_unknown(tmp_path: Path) -> None:
    report, _ = slip(
        tmp_path, MEETING_FILE, "type: ordinært", "type: ukjent\nlukket: {hjemmel: ukjent}"
    )
    assert found(report) == []


def test_one_strange_field_does_not_make_a_case_a_process(tmp_path: Path) -> None:
    path = tmp_path / "cases" / "2024" / "plan.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\ntittel: Plan\nkort: En plan.\nstatus: pågår\n---\n", encoding="utf-8")
    report, _ = slip(tmp_path, CASE_FILE, "klima", "klima")
    assert found(report) == ["unknown-key 4:1"]


def test_a_file_named_without_its_ending_is_one_finding(tmp_path: Path) -> None:
    beside = tmp_path / "cases" / "2024" / "plan" / "hovedplan.pdf"
    beside.parent.mkdir(parents=True)
    beside.write_bytes(b"%PDF-1.4")
    (beside.parent / "case.md").write_text(
        "---\ntittel: Plan\nkort: En plan.\nvedlegg: [{tittel: Plan, fil: hovedplan}]\n---\n",
        encoding="utf-8",
    )
    report, _ = slip(tmp_path, CASE_FILE, "klima", "klima")
    told = [item for item in report.findings if item.span.path.endswith("case.md")]
    assert [(item.code, item.suggestion) for item in told] == [
        ("missing-attachment", "hovedplan.pdf")
    ]


def test_a_word_for_a_gap_may_have_a_capital_letter(tmp_path: Path) -> None:
    report, _ = slip(tmp_path, CASE_FILE, "votering: {type: enstemmig}", "votering: Ukjent")
    assert found(report) == []


def test_a_dash_before_each_field_is_told_for_each_and_nothing_else(tmp_path: Path) -> None:
    text = CASE
    for key in ("gjelder", "hva", "eier", "frist"):
        text = text.replace(f"    {key}:", f"  - {key}:")
    report, _ = slip(tmp_path, CASE_FILE, CASE, text)
    assert [line[:17] for line in found(report)] == [
        f"wrong-indent {line}:5" for line in (13, 14, 15, 16)
    ]


def test_two_attachments_without_a_title_are_two(tmp_path: Path) -> None:
    several = "vedlegg:\n  - lenke: ukjent\n  - mangler: Ikke mottatt\noppfølging:"
    report, _ = slip(tmp_path, CASE_FILE, "oppfølging:", several)
    assert [item.code for item in report.findings] == ["missing-field", "missing-field"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_hard_spaces_from_a_word_processor_are_spaces(space: str, tmp_path: Path) -> None:
    pasted = CASE.replace("    nummer", f"{space * 4}nummer").replace("utfall: ", f"utfall:{space}")
    assert pasted != CASE
    report, _ = slip(tmp_path, CASE_FILE, CASE, pasted)
    assert found(report) == []


def test_a_list_over_several_lines_is_not_taken_for_a_slip(tmp_path: Path) -> None:
    several = (
        "vedlegg:\n  - {tittel: Plan,\n     mangler: Ikke mottatt}\n"
        "kort: >-\n  Regionen:x\n   – ha\ntemaer:[klima]"
    )
    report, _ = slip(
        tmp_path, CASE_FILE, "kort: Regionen skal ha en plan.\ntemaer: [klima]", several
    )
    assert found(report) == ["missing-space 9:7 temaer: [klima]"]


def test_a_process_with_one_field_of_a_case_is_still_a_process(tmp_path: Path) -> None:
    file = "processes/arbeid.md"
    (tmp_path / "cases/processes").mkdir(parents=True)
    text = "---\ntittel: Klima\nkort: Arbeid.\narkivsak: 24/3\n---\n"
    (tmp_path / "cases" / file).write_text(text, encoding="utf-8")
    report, _ = slip(tmp_path, CASE_FILE, "klima", "klima")
    assert found(report) == ["unknown-key 4:1"]
