"""Writes the same generated cases twice: as a content folder, and as plain pages for stock MkDocs.

Bodies are equal on both sides; the stock side has the metadata as a short list above the text, so
that both publish the same words. Everything is invented and follows from the seed.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PARTS = (
    "vann avløp nærings klima areal skole kultur helse folke beredskaps reise energi havne skog "
    "by bygde bolig trafikk digital ungdoms frivillig miljø landbruks idretts brann data strand"
).split()
ENDS = (
    "plan avtale samarbeid tiltak utvikling strategi prosjekt ordning program vern utredning "
    "rapport tjeneste nettverk budsjett kartlegging satsing løsning analyse beredskap"
).split()
GLUE = (
    "rådet ber om at det skal legges fram en sak der kommunene sammen vurderer hvordan arbeidet kan "
    "samordnes og hvilke følger det får for økonomi ansatte innbyggere natur og miljø i hele regionen "
    "før videre behandling i løpet av året med vekt på lokale behov nye krav tidligere vedtak"
).split()
TOPICS = ("klima", "naering", "samferdsel", "kultur", "helse", "plan")
MUNICIPALITIES = ("nordvik", "sund", "fjellby", "oyra")
OUTCOMES = ("vedtatt", "vedtatt-med-endring", "annet-forslag-vedtatt")
YEARS = 15
MEETINGS_A_YEAR = 6


@dataclass(frozen=True, slots=True)
class Generated:
    """One generated case."""

    id: str
    year: int
    title: str
    meeting: str
    number: int
    front: str
    body: str


def generate(count: int, seed: int = 1) -> list[Generated]:
    """``count`` cases over fifteen years, the same for the same seed."""
    draw = random.Random(seed)
    cases: list[Generated] = []
    for place in range(count):
        year = 2010 + place * YEARS // count
        cases.append(_case(draw, place, year, cases))
    return cases


def _word(draw: random.Random) -> str:
    return draw.choice(PARTS) + draw.choice(ENDS)


def _paragraph(draw: random.Random, words: int) -> str:
    chosen = [draw.choice(GLUE) if draw.random() < 0.8 else _word(draw) for _ in range(words)]
    return " ".join(chosen).capitalize() + "."


def _case(draw: random.Random, place: int, year: int, earlier: list[Generated]) -> Generated:
    subject = f"{_word(draw).capitalize()} for {_word(draw)} og {_word(draw)}"
    case_id = f"{year}-{place:05}-{_word(draw)}".translate(str.maketrans("æøå", "eoa"))
    meeting = f"{year}-{place % MEETINGS_A_YEAR + 1:02}-15-radet"
    outcome = draw.choice(OUTCOMES)
    favour = draw.randint(6, 9)
    front = [
        f'tittel: "{subject}"',
        f"kort: {_paragraph(draw, 18)}",
        f"arkivsak: {year}/{place}",
        f"temaer: [{draw.choice(TOPICS)}]",
        "ordrett: ja",
        "behandling:",
        f"  - møte: {meeting}",
        f"    nummer: {place + 1}/{year}",
        "    rolle: avgjør",
        f"    utfall: {outcome}",
        "    votering:",
        f"      - {{type: for-mot, for: {{antall: {favour}, "
        f"parti: {{A: {favour - 2}, B: 2}}}}, mot: {draw.randint(0, 4)}}}",
    ]
    if place % 3 == 0:
        due = date(year, 12, 1) + timedelta(days=draw.randint(0, 400))
        front += [
            "oppfølging:",
            f"  - {{id: o1, gjelder: radet-p1, hva: {_paragraph(draw, 7)} , "
            f"eier: [sekretariatet], frist: {due}, logg: [{{dato: {year}-12-20, status: pågår, "
            f"tekst: {_paragraph(draw, 5)}}}]}}",
        ]
    if place % 4 == 0:
        front.append("kreves_av: {kommuner: [nordvik, sund], grunn: Avtalen}")
    if earlier and place % 3 == 1:
        front.append(f"relasjoner: [{{type: bygger-på, sak: {draw.choice(earlier).id}}}]")
    front.append(f'kilder: [{{tittel: "Protokoll {year}", lenke: "https://arkiv.example/{place}"}}]')
    return Generated(
        case_id, year, subject, meeting, place + 1, "\n".join(front), _body(draw, earlier)
    )


def _body(draw: random.Random, earlier: list[Generated]) -> str:
    links = ""
    if earlier:
        chosen = draw.sample(earlier, min(draw.randint(0, 4), len(earlier)))
        links = "\n".join(f"- se [{case.title}](LINK:{case.id})" for case in chosen)
    table = "| Tiltak | Kostnad | År |\n| --- | ---: | --- |\n" + "\n".join(
        f"| {_word(draw)} | {draw.randint(10, 9000)} | {draw.randint(2010, 2030)} |" for _ in range(5)
    )
    points = "\n".join(f"{n}. {_paragraph(draw, 22)}" for n in (1, 2, 3))
    background = "\n\n".join(_paragraph(draw, 90) for _ in range(3))
    assessment = "\n\n".join(_paragraph(draw, 90) for _ in range(3))
    return (
        f"## Forslag til vedtak\n\n{points}\n\n## Bakgrunn\n\n{background}\n\n{links}\n\n"
        f"## Vurdering\n\n{assessment}\n\n{table}\n\n## Konklusjon\n\n{_paragraph(draw, 40)}\n\n"
        f"## Vedtak\n\n{points}\n"
    )


REGION = """\
navn: Målt region IPR
adresse: "https://eksempel.example/"
navnerom: maalt-region
målform: nb
oppdiktet: ja
forhåndsbilder: nei
organer:
  - {id: radet, navn: Rådet, type: råd, nummer: {format: "{nr}/{år}"}}
kommuner:
"""


def write_content(cases: list[Generated], root: Path) -> None:
    """Write the cases as a content folder."""
    root.mkdir(parents=True)
    region = REGION
    region += "".join(f"  - {{id: {key}, navn: {key.capitalize()}}}\n" for key in MUNICIPALITIES)
    region += "temaer:\n"
    region += "".join(f"  - {{id: {key}, navn: {key.capitalize()}}}\n" for key in TOPICS)
    region += "eiere:\n  - {id: sekretariatet, navn: Sekretariatet}\n"
    (root / "region.yml").write_text(region, "utf-8")
    (root / "meetings").mkdir()
    for case in cases:
        folder = root / str(case.year)
        folder.mkdir(exist_ok=True)
        body = case.body.replace("LINK:", "").replace("](", "](../sak/")
        text = f"---\n{case.front}\n---\n{body}"
        (folder / f"{case.id}.md").write_text(text, "utf-8")
    for meeting in sorted({case.meeting for case in cases}):
        text = f"---\ntype: ordinært\norgan: radet\ndato: {meeting[:10]}\nstatus: avholdt\n---\n"
        (root / "meetings" / f"{meeting}.md").write_text(text, "utf-8")


def write_stock(cases: list[Generated], root: Path) -> None:
    """Write the same pages as a stock MkDocs project with the cases out of the navigation."""
    years = {case.id: case.year for case in cases}
    docs = root / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Målt region\n", "utf-8")
    for case in cases:
        folder = docs / "sak" / str(case.year)
        folder.mkdir(parents=True, exist_ok=True)
        facts = "\n".join(f"- {line.strip()}" for line in case.front.split("\n"))
        body = case.body
        for key in {part.split(")")[0] for part in body.split("(LINK:")[1:]}:
            body = body.replace(f"(LINK:{key})", f"(../{years[key]}/{key}.md)")
        (folder / f"{case.id}.md").write_text(f"# {case.title}\n\n{facts}\n\n{body}", "utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Målt region\nsite_url: https://eksempel.example/\n"
        "theme: {name: material, language: nb, font: false, custom_dir: bare}\nplugins: [search]\n"
        "markdown_extensions: [tables, attr_list, {toc: {permalink: true}}]\n"
        'nav: [index.md]\nnot_in_nav: "*"\n',
        "utf-8",
    )
    (root / "bare").mkdir()
